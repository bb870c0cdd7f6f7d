package eu.sotto.retention;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Why a record is still here, until when, by which rules, and what would free it.
 *
 * @param retentionClass the record's class
 * @param asOf the instant that it is explained for
 * @param disposition the decision, the same that a sweep takes
 * @param rules what each rule of the class says, in the order of rule ids
 * @param due from when the record is due, holds aside
 * @param frees what would free it
 */
public record Explanation(
    RetentionClass retentionClass,
    Instant asOf,
    Disposition disposition,
    List<RuleTrace> rules,
    Optional<DueDate> due,
    List<Release> frees) {
  /** Copies the lists. */
  public Explanation {
    Objects.requireNonNull(retentionClass, "retentionClass");
    Objects.requireNonNull(asOf, "asOf");
    Objects.requireNonNull(disposition, "disposition");
    rules = List.copyOf(rules);
    Objects.requireNonNull(due, "due");
    frees = List.copyOf(frees);
  }

  /**
   * The explanation as plain text, several lines.
   *
   * @param locale German for German; any other for English
   * @return the text
   */
  public String text(Locale locale) {
    return new ExplanationText(Phrases.in(locale)).of(this);
  }
}
