package eu.sotto.register;

import eu.sotto.permit.Operation;
import eu.sotto.vocabulary.DataCategory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a register must not say about special categories of data: on consent they need an explicit
 * one, and biometric evaluation never hides in a consent to record. GDPR Art. 9(1), 9(2)(a).
 */
final class SpecialData {
  private static final DataCategory BIOMETRIC = DataCategory.of("biometric");

  /** The names under which registers declare what Art. 9(1) lists. */
  private static final Set<String> NAMES =
      Set.of(
          "biometric",
          "ethnic-origin",
          "genetic",
          "health",
          "political-opinion",
          "religion",
          "sex-life",
          "sexual-orientation",
          "trade-union");

  private static final Comparator<DataCategory> BY_NAME = Comparator.comparing(DataCategory::value);

  private SpecialData() {}

  static Set<DataCategory> among(Set<DataCategory> categories) {
    return categories.stream()
        .filter(category -> NAMES.contains(category.value()))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether a category is declared under the name of something that Art. 9(1) lists. */
  static boolean names(DataCategory category) {
    return NAMES.contains(category.value());
  }

  static List<Problem> of(Register register) {
    List<Problem> found = new ArrayList<>();
    for (int i = 0; i < register.purposes().size(); i++) {
      Purpose purpose = register.purposes().get(i);
      if (purpose.basis() == LegalBasis.CONSENT) {
        check(purpose, "$.purposes[" + i + "]", found);
      }
      boolean identifies = purpose.operations().contains(Operation.IDENTIFY_BY_VOICE);
      if (identifies && !purpose.is(ConsentMark.EXPLICIT)) {
        found.add(
            Problem.at(
                "$.purposes[" + i + "].operations",
                "identifying somebody by voice needs explicit consent ("
                    + ConsentMark.EXPLICIT.article()
                    + ")"));
      }
    }
    return found;
  }

  /** Whether a purpose declares data of special categories, or makes such data. */
  static boolean in(Purpose purpose) {
    return purpose.operations().contains(Operation.IDENTIFY_BY_VOICE)
        || purpose.categories().stream().anyMatch(c -> NAMES.contains(c.value()));
  }

  private static void check(Purpose purpose, String path, List<Problem> found) {
    List<DataCategory> special =
        purpose.categories().stream().filter(SpecialData::names).sorted(BY_NAME).toList();
    if (!special.isEmpty() && !purpose.is(ConsentMark.EXPLICIT)) {
      found.add(
          Problem.at(
              path + ".consentMarks",
              special + " need explicit consent (" + ConsentMark.EXPLICIT.article() + ")"));
    }
    boolean evaluates =
        special.contains(BIOMETRIC)
            || purpose.operations().contains(Operation.INFER_EMOTION)
            || purpose.operations().contains(Operation.IDENTIFY_BY_VOICE);
    if (evaluates && purpose.operations().contains(Operation.RECORD)) {
      found.add(
          Problem.at(
              path + ".operations",
              "a consent to record covers no biometric evaluation: declare that as a purpose of"
                  + " its own"));
    }
  }
}
