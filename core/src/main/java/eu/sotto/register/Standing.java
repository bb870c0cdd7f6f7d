package eu.sotto.register;

import eu.sotto.vocabulary.PurposeId;
import eu.sotto.vocabulary.Speaker;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;

/**
 * Why a member of staff need not be asked anew in each call: two things are on record, the
 * authority to record the spoken word and the legal basis of processing it. A works agreement is
 * neither. Immutable and thread-safe. Source: StGB § 201; GDPR Art. 6(1), 88; BDSG § 26.
 *
 * @param id the label under which the host has that person speak, as in {@link Speaker#id()}
 * @param authority what allows recording that person's words
 * @param evidence where authority and basis are on record, 1 to 2,000 characters, without names
 * @param basis the legal basis of processing that person's data
 * @param since the first day on which it holds
 * @param purposes for which purposes, at least one, unmodifiable
 */
public record Standing(
    String id,
    Authority authority,
    String evidence,
    LegalBasis basis,
    LocalDate since,
    Set<PurposeId> purposes) {
  /** What allows recording somebody's words. Immutable and thread-safe. Source: StGB § 201. */
  public enum Authority {
    /** That person's own consent, given as an individual and not yet taken back. */
    OWN_CONSENT,
    /** A statute that demands the recording, such as WpHG § 83(3). */
    STATUTORY_DUTY
  }

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if the id is not a declared name, the evidence is blank or too
   *     long, or there is no purpose
   */
  public Standing {
    if (!Texts.isDeclaredName(id)) {
      throw new IllegalArgumentException("staff id is not a declared name");
    }
    Objects.requireNonNull(authority, "authority");
    Texts.check(evidence, "evidence");
    Objects.requireNonNull(basis, "basis");
    Objects.requireNonNull(since, "since");
    purposes = Set.copyOf(purposes);
    if (purposes.isEmpty()) {
      throw new IllegalArgumentException("a standing names at least one purpose");
    }
  }

  /**
   * Whether it holds for a purpose on a day.
   *
   * @param purpose the purpose
   * @param day the day in the register's zone
   * @return true if so
   */
  public boolean holds(PurposeId purpose, LocalDate day) {
    return purposes.contains(purpose) && !day.isBefore(since);
  }
}
