package eu.sotto.register;

import eu.sotto.vocabulary.PurposeId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What a register must not say about data that is taken in: a field that its purpose does not
 * cover, a special category without need and explicit consent, metadata without a retention of its
 * own.
 */
final class IntakeContradictions {
  /** A record names its fields beside other labels. */
  private static final int MOST_FIELDS = 16;

  private final Register register;
  private final List<Problem> found = new ArrayList<>();

  private IntakeContradictions(Register register) {
    this.register = register;
  }

  static List<Problem> of(Register register) {
    IntakeContradictions contradictions = new IntakeContradictions(register);
    contradictions.fields();
    contradictions.own();
    return contradictions.found;
  }

  private void fields() {
    Map<PurposeId, Set<String>> seen = new HashMap<>();
    List<IntakeField> fields = register.intake().fields();
    for (int i = 0; i < fields.size(); i++) {
      IntakeField field = fields.get(i);
      String path = "$.intake.fields[" + i + "]";
      Set<String> names = seen.computeIfAbsent(field.purpose(), p -> new HashSet<>());
      if (!names.add(field.name())) {
        add(path, "declared twice for " + field.purpose());
      }
      if (names.size() == MOST_FIELDS + 1) {
        add(path, "a purpose needs at most " + MOST_FIELDS + " fields");
      }
      declared(path + ".purpose", field.purpose(), purpose -> covered(path, field, purpose));
      special(path, field);
    }
  }

  private void covered(String path, IntakeField field, Purpose purpose) {
    if (!purpose.categories().contains(field.category())) {
      add(path + ".category", "purpose " + purpose.id() + " does not declare " + field.category());
    }
  }

  private void special(String path, IntakeField field) {
    IntakeField.Need need = field.need();
    if (need == null) {
      if (field.special()) {
        add(
            path + ".need",
            "a special category is taken in only if strictly needed and explicitly agreed to"
                + " (GDPR Art. 9(2)(a))");
      }
      return;
    }
    if (!field.special()) {
      add(path + ".need", "only a special category states a need");
    }
    declared(
        path + ".agreedFor",
        need.consent(),
        purpose -> {
          boolean explicit = purpose.is(ConsentMark.EXPLICIT);
          if (purpose.basis() != LegalBasis.CONSENT || !explicit) {
            add(path + ".agreedFor", purpose.id() + " does not rest on explicit consent");
          }
        });
  }

  private void own() {
    Map<String, OwnData> classes = new HashMap<>();
    for (OwnData data : OwnData.values()) {
      Optional<PurposeId> id = register.intake().purpose(data);
      id.ifPresent(
          purpose -> declared(path(data), purpose, declared -> own(data, declared, classes)));
    }
  }

  private void own(OwnData data, Purpose purpose, Map<String, OwnData> classes) {
    if (!purpose.categories().contains(data.category())) {
      add(path(data), "purpose " + purpose.id() + " does not declare " + data.category());
    }
    if (purpose.basis() == LegalBasis.CONSENT) {
      add(path(data), "no consent of a call carries it: it arises without being asked about");
    }
    if (purpose.retentionClass().isEmpty()) {
      add(path(data), "purpose " + purpose.id() + " keeps nothing");
      return;
    }
    String retentionClass = purpose.retentionClass().get().name();
    boolean shared =
        classes.putIfAbsent(retentionClass, data) != null
            || register.purposes().stream()
                .filter(other -> !other.id().equals(purpose.id()))
                .anyMatch(other -> other.retentionClass().equals(purpose.retentionClass()));
    if (shared) {
      add(path(data), "class " + retentionClass + " is not its own: others are kept under it");
    }
  }

  private void declared(String path, PurposeId id, Consumer<Purpose> check) {
    register.purpose(id).ifPresentOrElse(check, () -> add(path, "unknown purpose " + id));
  }

  /** For example {@code $.intake.callMetadata}. */
  private static String path(OwnData data) {
    return switch (data) {
      case CALL_METADATA -> "$.intake.callMetadata";
      case REGISTRATION -> "$.intake.registration";
      case TECHNICAL -> "$.intake.technical";
    };
  }

  private void add(String path, String message) {
    found.add(Problem.at(path, message));
  }
}
