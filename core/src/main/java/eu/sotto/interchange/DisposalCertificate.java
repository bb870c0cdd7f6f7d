package eu.sotto.interchange;

import eu.sotto.ledger.Evidence;
import eu.sotto.ledger.Trust;
import eu.sotto.ledger.Verification;
import java.util.Objects;

/**
 * What was disposed of, how much of which class and on which ground, and the proof that it stands
 * in the ledger; it names nobody. It verifies without the store. Evidence of procedure, not proof
 * of absence. Immutable and thread-safe. Source: GDPR Art. 5(1)(e), 5(2), 17.
 */
public final class DisposalCertificate {
  /** The kind of entry that proves a certificate. */
  public static final String KIND = "disposal_certified/1";

  private final ProvenStatement proven;

  private DisposalCertificate(ProvenStatement proven) {
    this.proven = proven;
  }

  /**
   * A certificate of its two parts.
   *
   * @param statement what was disposed of, in words
   * @param evidence the entry that states it, with its proof
   * @return the certificate
   */
  public static DisposalCertificate of(String statement, Evidence evidence) {
    return new DisposalCertificate(new ProvenStatement(statement, evidence));
  }

  /**
   * Reads a certificate from its text; reading is not verifying.
   *
   * @param text what {@link #text()} returned
   * @return the certificate
   * @throws IllegalArgumentException if it is not a certificate
   */
  public static DisposalCertificate parse(String text) {
    return new DisposalCertificate(ProvenStatement.parse(Objects.requireNonNull(text, "text")));
  }

  /**
   * The certificate as a file's text: words, then proof.
   *
   * @return the text
   */
  public String text() {
    return proven.text();
  }

  /**
   * What was disposed of, in words.
   *
   * @return the statement, without personal data
   */
  public String statement() {
    return proven.statement();
  }

  /**
   * Checks it without the store.
   *
   * @param trust whose signatures are believed
   * @return whether it holds, and what does not
   */
  public Verification verify(Trust trust) {
    return proven.verify(trust, KIND);
  }

  @Override
  public String toString() {
    return "DisposalCertificate[" + ProvenStatement.digest(proven.statement()) + "]";
  }
}
