package eu.sotto;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Field;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All three libraries keep the rules of the house. */
class ArchitectureTest {
  private static final JavaClasses LIBRARIES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("eu.sotto");

  static Stream<ArchRule> rules() {
    return Stream.of(ArchitectureRules.class.getDeclaredFields())
        .filter(field -> field.getType() == ArchRule.class)
        .map(ArchitectureTest::rule);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theLibrariesKeepTheRule(ArchRule rule) {
    rule.check(LIBRARIES);
  }

  @Test
  void theRulesSeeTheLibraries() {
    assertThat(LIBRARIES.stream().map(type -> type.getPackageName()))
        .contains(
            "eu.sotto.vocabulary", "eu.sotto.permit", "eu.sotto.crypto", "eu.sotto.retention");
  }

  private static ArchRule rule(Field field) {
    try {
      return (ArchRule) field.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
