package eu.sotto.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.net.URI;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MisuseDoesNotCompileTest {
  private static final String CORRECT =
      "RetentionRule.forClass(c).mustDeleteBy().trigger(t).period(Period.ofMonths(3))"
          + ".source(\"register\").build()";

  private static boolean compiles(String expression) {
    String source =
        """
        import eu.sotto.retention.*;
        import eu.sotto.retention.calendar.*;
        import java.time.*;
        class Snippet {
          Object of(RetentionClass c, Trigger t, Justification j, EventName e) {
            return %s;
          }
        }
        """
            .formatted(expression);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    SimpleJavaFileObject file =
        new SimpleJavaFileObject(
            URI.create("string:///Snippet.java"), javax.tools.JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    String classPath = System.getProperty("java.class.path");
    return compiler
        .getTask(
            new StringWriter(),
            null,
            diagnostic -> {},
            List.of(
                "-proc:none",
                "-implicit:none",
                "-d",
                System.getProperty("java.io.tmpdir"),
                "-cp",
                classPath),
            null,
            List.of(file))
        .call();
  }

  @Test
  void completeRuleCompiles() {
    assertThat(compiles(CORRECT)).isTrue();
    assertThat(compiles("Trigger.event(e).backstop(RetentionTerm.parse(\"P1Y\"))")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RetentionRule.forClass(c).trigger(t).period(Period.ofMonths(3)).source(\"s\").build()",
        "RetentionRule.forClass(c).mustDeleteBy().period(Period.ofMonths(3)).source(\"s\").build()",
        "RetentionRule.forClass(c).mustDeleteBy().trigger(t).source(\"s\").build()",
        "RetentionRule.forClass(c).mustDeleteBy().trigger(t).period(Period.ofMonths(3)).build()",
        "RetentionRule.forClass(c).mustDeleteBy().trigger(t).period(Duration.ofDays(90)).source(\"s\").build()",
        "RetentionRule.forClass(c).mustDeleteBy().trigger(t).elapsed(Duration.ofDays(90)).source(\"s\").build()",
        "RetentionRule.forClass(c).mayKeep().trigger(t).period(Period.ofMonths(3)).source(\"s\").build()",
        "RetentionRule.forClass(c).hold().source(\"s\").build()",
        "RetentionRule.forClass(c).mustDeleteBy().trigger(Trigger.event(e)).period(Period.ofMonths(3)).source(\"s\").build()",
        "new RetentionRule(c)"
      })
  void incompleteRuleDoesNotCompile(String expression) {
    assertThat(compiles(expression)).isFalse();
  }
}
