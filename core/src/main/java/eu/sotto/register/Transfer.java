package eu.sotto.register;

import java.time.LocalDate;
import java.util.Objects;

/**
 * The mechanism of a transfer to a third country, with its evidence. Immutable and thread-safe.
 * Source: GDPR Art. 44 to 47.
 *
 * @param mechanism what makes it lawful
 * @param evidence where that is shown: decision, certification, clauses and assessment
 * @param date when the evidence was last checked
 */
public record Transfer(TransferMechanism mechanism, String evidence, LocalDate date) {
  /**
   * Checks the evidence.
   *
   * @throws IllegalArgumentException if the evidence is blank or too long
   */
  public Transfer {
    Objects.requireNonNull(mechanism, "mechanism");
    Texts.check(evidence, "transfer evidence");
    Objects.requireNonNull(date, "date");
  }
}
