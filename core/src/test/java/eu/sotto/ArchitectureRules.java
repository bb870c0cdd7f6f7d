package eu.sotto;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;

/** The rules of the house. A package that does not exist yet breaks none of them. */
final class ArchitectureRules {
  private static final String[] DOMAIN = {
    "eu.sotto.vocabulary..",
    "eu.sotto.permit..",
    "eu.sotto.register..",
    "eu.sotto.notice..",
    "eu.sotto.consent..",
    "eu.sotto.purpose..",
    "eu.sotto.redaction..",
    "eu.sotto.retention.."
  };
  private static final String[] JACKSON = {"tools.jackson..", "com.fasterxml.jackson.."};
  private static final String[] OUTSIDE_WORLD = {
    "java.sql..",
    "javax.sql..",
    "java.nio.file..",
    "java.nio.channels..",
    "java.net.http..",
    "eu.sotto.store..",
    "eu.sotto.interchange.."
  };
  private static final String FILES_AND_SOCKETS =
      "java\\.io\\.(File.*|RandomAccessFile)|java\\.net\\..*Socket.*";
  private static final String WALL_CLOCK =
      "java\\.time\\..*\\.now\\(\\)"
          + "|java\\.lang\\.System\\.currentTimeMillis\\(\\)"
          + "|java\\.util\\.Date\\.<init>\\(\\)";
  private static final String ANY_CLOCK =
      WALL_CLOCK
          + "|java\\.time\\.(Clock|InstantSource)\\.(system|tick).*"
          + "|java\\.lang\\.System\\.nanoTime\\(\\)"
          + "|java\\.time\\.ZoneId\\.systemDefault\\(\\)"
          + "|java\\.util\\.TimeZone\\.getDefault\\(\\)";

  static final ArchRule DOMAIN_TOUCHES_NO_OUTSIDE_WORLD =
      lenient(
          noClasses()
              .that(resideInAnyPackage(DOMAIN))
              .should()
              .dependOnClassesThat(
                  resideInAnyPackage(OUTSIDE_WORLD)
                      .or(resideInAnyPackage(JACKSON))
                      .or(nameMatching(FILES_AND_SOCKETS))));

  static final ArchRule DOMAIN_READS_NO_CLOCK =
      lenient(
          noClasses()
              .that(resideInAnyPackage(DOMAIN))
              .should()
              .accessTargetWhere(calls(ANY_CLOCK)));

  static final ArchRule TIME_COMES_FROM_AN_INSTANT_SOURCE =
      lenient(noClasses().should().accessTargetWhere(calls(WALL_CLOCK)));

  static final ArchRule DOMAIN_HAS_NO_MUTABLE_STATIC_STATE =
      lenient(
          fields()
              .that()
              .areDeclaredInClassesThat(resideInAnyPackage(DOMAIN))
              .and()
              .areStatic()
              .should(ArchitectureConditions.holdNothingMutable()));

  /** A room and the unexported package that implements it are one slice: sealed types name both. */
  static final ArchRule PACKAGES_HAVE_NO_CYCLES =
      lenient(slices().matching("eu.sotto.(*)..").should().beFreeOfCycles());

  static final ArchRule NOTHING_DEPENDS_ON_THE_FACE =
      lenient(
          noClasses()
              .that()
              .resideOutsideOfPackage("eu.sotto")
              .should()
              .dependOnClassesThat(resideInAPackage("eu.sotto")));

  static final ArchRule CRYPTO_STANDS_ALONE = standsAlone("eu.sotto.crypto..");

  static final ArchRule RETENTION_STANDS_ALONE = standsAlone("eu.sotto.retention..");

  static final ArchRule LOGGING_IS_THE_PLATFORMS =
      lenient(GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING);

  static final ArchRule LIBRARIES_PRINT_NOTHING =
      lenient(GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS);

  static final ArchRule JACKSON_STAYS_IN_INTERCHANGE =
      lenient(
          noClasses()
              .that()
              .resideOutsideOfPackage("eu.sotto.interchange..")
              .should()
              .dependOnClassesThat(resideInAnyPackage(JACKSON)));

  static final ArchRule PUBLIC_API_NAMES_NO_THIRD_PARTY =
      lenient(
          classes()
              .that()
              .arePublic()
              .should(ArchitectureConditions.exposeOnlyOwnAndPlatformTypes()));

  static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS =
      lenient(noClasses().should().haveNameMatching(".*(Impl|Manager|Utils?|Helper)(\\$.*)?"));

  static final ArchRule METHODS_HAVE_NO_GET_PREFIX =
      lenient(
          methods()
              .that()
              .arePublic()
              .and()
              .areDeclaredInClassesThat(not(assignableTo(java.security.Key.class)))
              .should()
              .haveNameNotMatching("get[A-Z].*"));

  static final ArchRule METHODS_TAKE_FIVE_PARAMETERS_AT_MOST =
      lenient(methods().should(ArchitectureConditions.takeAtMost(5)));

  private ArchitectureRules() {}

  private static ArchRule lenient(ArchRule rule) {
    return rule.allowEmptyShould(true);
  }

  private static ArchRule standsAlone(String own) {
    return lenient(
        noClasses()
            .that(resideInAPackage(own))
            .should()
            .dependOnClassesThat(resideInAPackage("eu.sotto..").and(not(resideInAPackage(own)))));
  }

  private static DescribedPredicate<JavaAccess<?>> calls(String fullName) {
    return describe(
        "call " + fullName, access -> access.getTarget().getFullName().matches(fullName));
  }
}
