package eu.sotto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule of the house catches a planted violation, so that none of them passes for nothing. */
class ArchitectureMutantsTest {
  @TempDir Path folder;

  static Stream<Arguments> violations() {
    return Stream.of(
        arguments(
            ArchitectureRules.DOMAIN_TOUCHES_NO_OUTSIDE_WORLD,
            "eu.sotto.consent.A",
            "class A { java.sql.Connection c; }"),
        arguments(
            ArchitectureRules.DOMAIN_TOUCHES_NO_OUTSIDE_WORLD,
            "eu.sotto.redaction.list.A",
            "class A { Object o() { return new java.io.File(\"a\"); } }"),
        arguments(
            ArchitectureRules.DOMAIN_TOUCHES_NO_OUTSIDE_WORLD,
            "eu.sotto.register.A",
            "class A { Object o() { return new tools.jackson.databind.ObjectMapper(); } }"),
        arguments(
            ArchitectureRules.DOMAIN_READS_NO_CLOCK,
            "eu.sotto.notice.A",
            "class A { Object o() { return java.time.Clock.systemUTC(); } }"),
        arguments(
            ArchitectureRules.DOMAIN_READS_NO_CLOCK,
            "eu.sotto.retention.A",
            "class A { long o() { return System.nanoTime(); } }"),
        arguments(
            ArchitectureRules.TIME_COMES_FROM_AN_INSTANT_SOURCE,
            "eu.sotto.store.A",
            "class A { java.util.function.Supplier<?> s = java.time.Instant::now; }"),
        arguments(
            ArchitectureRules.DOMAIN_HAS_NO_MUTABLE_STATIC_STATE,
            "eu.sotto.purpose.A",
            "class A { static int count; }"),
        arguments(
            ArchitectureRules.DOMAIN_HAS_NO_MUTABLE_STATIC_STATE,
            "eu.sotto.vocabulary.A",
            "class A { static final java.util.HashMap<String, String> M = null; }"),
        arguments(
            ArchitectureRules.CRYPTO_STANDS_ALONE,
            "eu.sotto.crypto.A",
            "class A { eu.sotto.vocabulary.CallId id; }"),
        arguments(
            ArchitectureRules.RETENTION_STANDS_ALONE,
            "eu.sotto.retention.A",
            "class A { eu.sotto.vocabulary.CallId id; }"),
        arguments(
            ArchitectureRules.LOGGING_IS_THE_PLATFORMS,
            "eu.sotto.ledger.A",
            "class A { java.util.logging.Logger l = java.util.logging.Logger.getGlobal(); }"),
        arguments(
            ArchitectureRules.LIBRARIES_PRINT_NOTHING,
            "eu.sotto.ledger.A",
            "class A { void a() { System.out.println(); } }"),
        arguments(
            ArchitectureRules.JACKSON_STAYS_IN_INTERCHANGE,
            "eu.sotto.ledger.A",
            "class A { tools.jackson.databind.JsonNode n; }"),
        arguments(
            ArchitectureRules.PUBLIC_API_NAMES_NO_THIRD_PARTY,
            "eu.sotto.interchange.A",
            "public class A { public java.util.List<tools.jackson.databind.JsonNode> a() {"
                + " return null; } }"),
        arguments(
            ArchitectureRules.NAMES_SAY_WHAT_A_CLASS_IS,
            "eu.sotto.ledger.LedgerManager",
            "class LedgerManager {}"),
        arguments(
            ArchitectureRules.METHODS_HAVE_NO_GET_PREFIX,
            "eu.sotto.ledger.A",
            "class A { public int getSize() { return 0; } }"),
        arguments(
            ArchitectureRules.METHODS_TAKE_FIVE_PARAMETERS_AT_MOST,
            "eu.sotto.ledger.A",
            "class A { void a(int a, int b, int c, int d, int e, int f) {} }"));
  }

  @ParameterizedTest
  @MethodSource("violations")
  void thePlantedViolationIsCaught(ArchRule rule, String name, String source) throws IOException {
    assertThat(caught(rule, List.of(name), List.of(source))).isTrue();
  }

  @Test
  void aCycleOfTwoPackagesIsCaught() throws IOException {
    assertThat(
            caught(
                ArchitectureRules.PACKAGES_HAVE_NO_CYCLES,
                List.of("eu.sotto.consent.A", "eu.sotto.ledger.B"),
                List.of(
                    "public class A { eu.sotto.ledger.B b; }",
                    "public class B { eu.sotto.consent.A a; }")))
        .isTrue();
  }

  @Test
  void aRoomThatUsesTheFaceIsCaught() throws IOException {
    assertThat(
            caught(
                ArchitectureRules.NOTHING_DEPENDS_ON_THE_FACE,
                List.of("eu.sotto.Face", "eu.sotto.ledger.B"),
                List.of("public class Face {}", "class B { eu.sotto.Face face; }")))
        .isTrue();
  }

  @Test
  void aLawfulClassBreaksNoRule() throws IOException {
    JavaClasses lawful =
        compiled(
            List.of("eu.sotto.consent.A"),
            List.of(
                "public final class A { private static final java.util.List<String> L ="
                    + " java.util.List.of(); public java.util.List<String> list() { return L; } }"));
    assertThat(ArchitectureTest.rules().filter(rule -> rule.evaluate(lawful).hasViolation()))
        .isEmpty();
  }

  private boolean caught(ArchRule rule, List<String> names, List<String> sources)
      throws IOException {
    return rule.evaluate(compiled(names, sources)).hasViolation();
  }

  private JavaClasses compiled(List<String> names, List<String> sources) throws IOException {
    Path out = Files.createDirectory(folder.resolve("out"));
    List<String> arguments = new ArrayList<>();
    Collections.addAll(arguments, "-proc:none", "-d", out.toString());
    Collections.addAll(arguments, "-cp", System.getProperty("java.class.path"));
    for (int i = 0; i < names.size(); i++) {
      int dot = names.get(i).lastIndexOf('.');
      Path file = folder.resolve(names.get(i).substring(dot + 1) + ".java");
      Files.writeString(file, "package " + names.get(i).substring(0, dot) + "; " + sources.get(i));
      arguments.add(file.toString());
    }
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    assertThat(result).as("the planted source compiles").isZero();
    return new ClassFileImporter().importPath(out);
  }
}
