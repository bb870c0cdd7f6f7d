package eu.sotto.records;

import eu.sotto.vocabulary.PurposeId;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * A kept record that no live purpose needs any more, or of which it does not need all fields.
 * Immutable and thread-safe. Source: GDPR Art. 5(1)(c) and (e).
 *
 * @param record which
 * @param kind what it holds
 * @param purpose what it was kept for
 * @param fields the fields that are not needed, empty if all of it is not
 * @param why what changed since it was kept
 */
public record Unneeded(
    RecordId record, RecordKind kind, PurposeId purpose, Set<String> fields, Why why) {
  /** Copies the fields. */
  public Unneeded {
    Objects.requireNonNull(record, "record");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(purpose, "purpose");
    Objects.requireNonNull(why, "why");
    fields = java.util.Collections.unmodifiableSet(new TreeSet<>(fields));
  }

  /** Why it is not needed. */
  public enum Why {
    /** The register no longer declares its purpose. */
    PURPOSE_NOT_DECLARED,
    /** Its purpose no longer keeps anything. */
    PURPOSE_KEEPS_NOTHING,
    /** Its purpose no longer allows what made it. */
    OPERATION_NOT_DECLARED,
    /** Data of its kind is no longer kept for that purpose. */
    DATA_NOT_DECLARED,
    /** Its purpose no longer declares some of its fields, or their categories. */
    FIELDS_NOT_DECLARED,
    /** The consent that alone carried it does not stand. */
    CONSENT_ENDED
  }
}
