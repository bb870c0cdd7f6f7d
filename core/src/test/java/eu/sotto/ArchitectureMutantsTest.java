package eu.sotto;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule of the house catches a planted violation, so that none of them passes for nothing. */
class ArchitectureMutantsTest {
  @TempDir static Path folder;
  private static JavaClasses mutants;
  private static JavaClasses lawful;

  record Planted(ArchRule rule, String name, String source) {
    @Override
    public String toString() {
      return name + " breaks: " + rule.getDescription();
    }
  }

  static Stream<Planted> violations() {
    return Stream.of(
        planted(
            ArchitectureRules.DOMAIN_TOUCHES_NO_OUTSIDE_WORLD,
            "eu.sotto.consent.Planted1",
            "class Planted1 { java.sql.Connection c; }"),
        planted(
            ArchitectureRules.DOMAIN_TOUCHES_NO_OUTSIDE_WORLD,
            "eu.sotto.redaction.list.Planted2",
            "class Planted2 { Object o() { return new java.io.File(\"a\"); } }"),
        planted(
            ArchitectureRules.DOMAIN_TOUCHES_NO_OUTSIDE_WORLD,
            "eu.sotto.register.Planted3",
            "class Planted3 { Object o() { return new tools.jackson.databind.ObjectMapper(); } }"),
        planted(
            ArchitectureRules.DOMAIN_READS_NO_CLOCK,
            "eu.sotto.notice.Planted4",
            "class Planted4 { Object o() { return java.time.Clock.systemUTC(); } }"),
        planted(
            ArchitectureRules.DOMAIN_READS_NO_CLOCK,
            "eu.sotto.retention.Planted5",
            "class Planted5 { long o() { return System.nanoTime(); } }"),
        planted(
            ArchitectureRules.TIME_COMES_FROM_AN_INSTANT_SOURCE,
            "eu.sotto.store.Planted6",
            "class Planted6 { java.util.function.Supplier<?> s = java.time.Instant::now; }"),
        planted(
            ArchitectureRules.DOMAIN_HAS_NO_MUTABLE_STATIC_STATE,
            "eu.sotto.purpose.Planted7",
            "class Planted7 { static int count; }"),
        planted(
            ArchitectureRules.DOMAIN_HAS_NO_MUTABLE_STATIC_STATE,
            "eu.sotto.vocabulary.Planted8",
            "class Planted8 { static final java.util.HashMap<String, String> M = null; }"),
        planted(
            ArchitectureRules.CRYPTO_STANDS_ALONE,
            "eu.sotto.crypto.Planted9",
            "class Planted9 { eu.sotto.vocabulary.CallId id; }"),
        planted(
            ArchitectureRules.RETENTION_STANDS_ALONE,
            "eu.sotto.retention.Planted10",
            "class Planted10 { eu.sotto.vocabulary.CallId id; }"),
        planted(
            ArchitectureRules.LOGGING_IS_THE_PLATFORMS,
            "eu.sotto.ledger.Planted11",
            "class Planted11 { java.util.logging.Logger l = java.util.logging.Logger.getGlobal(); }"),
        planted(
            ArchitectureRules.LIBRARIES_PRINT_NOTHING,
            "eu.sotto.ledger.Planted12",
            "class Planted12 { void a() { System.out.println(); } }"),
        planted(
            ArchitectureRules.JACKSON_STAYS_IN_INTERCHANGE,
            "eu.sotto.ledger.Planted13",
            "class Planted13 { tools.jackson.databind.JsonNode n; }"),
        planted(
            ArchitectureRules.PUBLIC_API_NAMES_NO_THIRD_PARTY,
            "eu.sotto.interchange.Planted14",
            "public class Planted14 { public java.util.List<tools.jackson.databind.JsonNode> a() {"
                + " return null; } }"),
        planted(
            ArchitectureRules.NAMES_SAY_WHAT_A_CLASS_IS,
            "eu.sotto.ledger.LedgerManager",
            "class LedgerManager {}"),
        planted(
            ArchitectureRules.METHODS_HAVE_NO_GET_PREFIX,
            "eu.sotto.ledger.Planted16",
            "class Planted16 { public int getSize() { return 0; } }"),
        planted(
            ArchitectureRules.METHODS_TAKE_FIVE_PARAMETERS_AT_MOST,
            "eu.sotto.ledger.Planted17",
            "class Planted17 { void a(int a, int b, int c, int d, int e, int f) {} }"),
        planted(
            ArchitectureRules.PACKAGES_HAVE_NO_CYCLES,
            "eu.sotto.consent.There",
            "public class There { eu.sotto.ledger.Back back; }"),
        planted(
            ArchitectureRules.PACKAGES_HAVE_NO_CYCLES,
            "eu.sotto.ledger.Back",
            "public class Back { eu.sotto.consent.There there; }"),
        planted(
            ArchitectureRules.NOTHING_DEPENDS_ON_THE_FACE,
            "eu.sotto.notice.UsesFace",
            "class UsesFace { eu.sotto.CallPrivacyLike face; }"));
  }

  @BeforeAll
  static void compile() throws IOException {
    Planted face =
        planted(
            ArchitectureRules.NOTHING_DEPENDS_ON_THE_FACE,
            "eu.sotto.CallPrivacyLike",
            "public class CallPrivacyLike {}");
    mutants = compiled("mutants", Stream.concat(violations(), Stream.of(face)).toList());
    lawful =
        compiled(
            "lawful",
            List.of(
                planted(
                    ArchitectureRules.DOMAIN_HAS_NO_MUTABLE_STATIC_STATE,
                    "eu.sotto.consent.Lawful",
                    "public final class Lawful { private static final java.util.List<String> L ="
                        + " java.util.List.of(); public java.util.List<String> all() { return L; }"
                        + " }")));
  }

  @ParameterizedTest
  @MethodSource("violations")
  void thePlantedViolationIsCaught(Planted planted) {
    assertThat(planted.rule().evaluate(mutants).getFailureReport().getDetails())
        .anyMatch(line -> line.contains(planted.name()));
  }

  @Test
  void everyRuleHasAPlantedViolation() {
    assertThat(violations().map(Planted::rule)).containsAll(ArchitectureTest.rules().toList());
  }

  @Test
  void aLawfulClassBreaksNoRule() {
    assertThat(ArchitectureTest.rules().filter(rule -> rule.evaluate(lawful).hasViolation()))
        .isEmpty();
  }

  private static Planted planted(ArchRule rule, String name, String source) {
    return new Planted(rule, name, source);
  }

  private static JavaClasses compiled(String run, List<Planted> sources) throws IOException {
    Path out = Files.createDirectory(folder.resolve(run));
    List<String> arguments = new ArrayList<>();
    Collections.addAll(arguments, "-proc:none", "-d", out.toString());
    Collections.addAll(arguments, "-cp", System.getProperty("java.class.path"));
    for (Planted planted : sources) {
      int dot = planted.name().lastIndexOf('.');
      Path file = folder.resolve(planted.name().substring(dot + 1) + ".java");
      Files.writeString(
          file, "package " + planted.name().substring(0, dot) + "; " + planted.source());
      arguments.add(file.toString());
    }
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    assertThat(result).as("the planted source compiles").isZero();
    return new ClassFileImporter().importPath(out);
  }
}
