package eu.sotto.records;

import eu.sotto.vocabulary.CallId;
import eu.sotto.vocabulary.PurposeId;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What is said of a content when it is handed over to be kept; all of it is stored sealed but the
 * retention class. Immutable and thread-safe.
 *
 * @param call the call that it comes from, answered before
 * @param kind what it is
 * @param purpose what it is kept for
 * @param retentionClass the register's class that says until when
 * @param consentOnly whether only a consent carries the keeping, so that it ends with it
 * @param labels short facts that travel with it, such as the model that made it
 */
public record NewRecord(
    CallId call,
    RecordKind kind,
    PurposeId purpose,
    String retentionClass,
    boolean consentOnly,
    Map<String, String> labels) {
  /**
   * Copies and checks the labels.
   *
   * @throws IllegalArgumentException if the class is blank, or there are more than 32 labels or one
   *     is longer than 200 characters
   */
  public NewRecord {
    Objects.requireNonNull(call, "call");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(purpose, "purpose");
    if (retentionClass.isBlank()) {
      throw new IllegalArgumentException("retentionClass must not be blank");
    }
    labels = Map.copyOf(labels);
    Labels.check(labels, "labels");
  }

  /**
   * A record without labels, carried by something other than consent.
   *
   * @param call the call that it comes from
   * @param kind what it is
   * @param purpose what it is kept for
   * @param retentionClass the register's class that says until when
   * @return the description
   */
  public static NewRecord of(
      CallId call, RecordKind kind, PurposeId purpose, String retentionClass) {
    return new NewRecord(call, kind, purpose, retentionClass, false, Map.of());
  }

  /**
   * The same record, carried by consent only.
   *
   * @return a copy
   */
  public NewRecord onConsentOnly() {
    return new NewRecord(call, kind, purpose, retentionClass, true, labels);
  }

  /**
   * The same record with one more label.
   *
   * @param name the label's name, at most 200 characters
   * @param value its value, at most 200 characters
   * @return a copy
   * @throws IllegalArgumentException if there are too many labels or this one is too long
   */
  public NewRecord labelled(String name, String value) {
    Map<String, String> more = new TreeMap<>(labels);
    more.put(name, value);
    return new NewRecord(call, kind, purpose, retentionClass, consentOnly, more);
  }

  /** Names kind, purpose and class only. */
  @Override
  public String toString() {
    return "NewRecord[" + kind + ", " + purpose + ", " + retentionClass + "]";
  }
}
