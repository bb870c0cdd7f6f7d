package eu.sotto.rights;

import eu.sotto.crypto.VerifierKey;
import eu.sotto.interchange.ProvenStatement;
import eu.sotto.ledger.Evidence;
import eu.sotto.ledger.Trust;
import eu.sotto.ledger.Verification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a person gets in answer to a request for erasure: a statement in words, and the proof that
 * the completed erasure stands in the ledger under a signed checkpoint. It verifies without the
 * store, with the verifier key alone. Evidence of procedure, not proof of absence. Immutable and
 * thread-safe. Source: GDPR Art. 17, 5(2); RFC 6962.
 */
public final class ErasureReceipt {
  private static final String KIND = "erasure_completed/1";

  private final ProvenStatement proven;

  /**
   * A receipt of its two parts.
   *
   * @param statement what was done, in words, without personal data
   * @param evidence the completed erasure in the ledger, with its proof
   */
  public ErasureReceipt(String statement, Evidence evidence) {
    this(new ProvenStatement(statement, evidence));
  }

  private ErasureReceipt(ProvenStatement proven) {
    this.proven = proven;
  }

  /**
   * Reads a receipt that {@link #writeTo} wrote.
   *
   * @param file the file
   * @return the receipt, not yet verified
   * @throws IllegalArgumentException if it is not a receipt
   * @throws RightsException if it cannot be read
   */
  public static ErasureReceipt read(Path file) {
    try {
      return parse(Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new RightsException("the receipt could not be read", e);
    }
  }

  /**
   * Reads a receipt from its text.
   *
   * @param text what {@link #text()} returned
   * @return the receipt, not yet verified
   * @throws IllegalArgumentException if it is not a receipt
   */
  public static ErasureReceipt parse(String text) {
    return new ErasureReceipt(ProvenStatement.parse(text));
  }

  /**
   * Writes the receipt to a file.
   *
   * @param file the file, replaced if it exists
   * @throws RightsException if it cannot be written
   */
  public void writeTo(Path file) {
    try {
      Files.writeString(file, text(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new RightsException("the receipt could not be written", e);
    }
  }

  /**
   * The receipt as text: statement, then proof.
   *
   * @return the text
   */
  public String text() {
    return proven.text();
  }

  /**
   * What was done, in words.
   *
   * @return the statement, without personal data
   */
  public String statement() {
    return proven.statement();
  }

  /**
   * Checks the receipt without the store: the proof leads to a checkpoint signed with the key, the
   * proven entry is a completed erasure, and it states this statement.
   *
   * @param key the store's verifier key, exported when the store was made
   * @return whether it holds, and what does not
   */
  public Verification verify(VerifierKey key) {
    return verify(Trust.in(key));
  }

  /**
   * Checks the receipt without the store, also where the log's key or name changed.
   *
   * @param trust whose signatures are believed
   * @return whether it holds, and what does not
   */
  public Verification verify(Trust trust) {
    return proven.verify(trust, KIND);
  }

  /**
   * The digest under which a statement is recorded.
   *
   * @param statement the statement
   * @return SHA-256 of its UTF-8 bytes without trailing white space, in hexadecimal
   */
  public static String digest(String statement) {
    return ProvenStatement.digest(statement);
  }

  @Override
  public String toString() {
    return "ErasureReceipt[" + digest(proven.statement()) + "]";
  }
}
