package eu.sotto.register;

import eu.sotto.vocabulary.PurposeId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which data is taken in at all. Nothing declared means that nothing is. Immutable and thread-safe.
 * Source: GDPR Art. 5(1)(c), 25(2).
 *
 * @param fields what each purpose needs
 * @param own the purpose of each kind of data that arises beside the content of calls
 */
public record Intake(List<IntakeField> fields, Map<OwnData, PurposeId> own) {
  /** Nothing is taken in. */
  public static final Intake NONE = new Intake(List.of(), Map.of());

  /** Copies both. */
  public Intake {
    fields = List.copyOf(fields);
    own = Map.copyOf(own);
  }

  /**
   * What a purpose needs.
   *
   * @param purpose the purpose
   * @return its fields in the order of declaration
   */
  public List<IntakeField> of(PurposeId purpose) {
    return fields.stream().filter(field -> field.purpose().equals(purpose)).toList();
  }

  /**
   * The purpose under which such data is kept.
   *
   * @param data the kind of data
   * @return its purpose, or empty if it is not to be kept
   */
  public Optional<PurposeId> purpose(OwnData data) {
    return Optional.ofNullable(own.get(data));
  }
}
