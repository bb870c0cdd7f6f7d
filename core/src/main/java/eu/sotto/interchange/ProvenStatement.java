package eu.sotto.interchange;

import eu.sotto.ledger.Evidence;
import eu.sotto.ledger.Trust;
import eu.sotto.ledger.Verification;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;

/**
 * A statement in words, and the proof that it stands in a log: the entry holds the statement's
 * digest in its field {@code statement}. Immutable and thread-safe.
 *
 * @param statement the words
 * @param evidence the entry, with its proof
 */
public record ProvenStatement(String statement, Evidence evidence) {
  private static final String MARK = "\n-- proof --\n";
  private static final String FIELD = "statement";

  /** Refuses null. */
  public ProvenStatement {
    Objects.requireNonNull(statement, "statement");
    Objects.requireNonNull(evidence, "evidence");
  }

  /**
   * Reads a statement with its proof; reading is not verifying.
   *
   * @param text what {@link #text()} returned
   * @return the statement
   * @throws IllegalArgumentException if it is not that
   */
  public static ProvenStatement parse(String text) {
    int mark = text.indexOf(MARK);
    if (mark < 0) {
      throw new IllegalArgumentException("not a receipt");
    }
    return new ProvenStatement(
        text.substring(0, mark), EvidenceJson.read(text.substring(mark + MARK.length())));
  }

  /**
   * Statement and proof as one text.
   *
   * @return the statement, a mark, the evidence in JSON
   */
  public String text() {
    return statement.stripTrailing() + MARK + EvidenceJson.write(evidence);
  }

  /**
   * Checks offline that the log states this statement.
   *
   * @param trust whose signatures under the log are believed
   * @param kind the kind and version that the entry must have
   * @return whether it holds, and what does not
   */
  public Verification verify(Trust trust, String kind) {
    if (!evidence.verifies(trust)) {
      return found(
          "the proof does not lead to a checkpoint signed with this key or one that it vouches for");
    }
    if (!evidence.kind().equals(kind)) {
      return found("the proven entry is of another kind");
    }
    return digest(statement).equals(evidence.shown().get(FIELD))
        ? new Verification(1, 1, 0, 0, Optional.empty())
        : found("the statement is not the one that was recorded");
  }

  private Verification found(String wrong) {
    var finding = new Verification.Finding(evidence.inclusion().from(), wrong);
    return new Verification(0, 0, 0, 0, Optional.of(finding));
  }

  /**
   * The digest under which a statement is recorded.
   *
   * @param statement the statement
   * @return SHA-256 of its UTF-8 bytes without trailing white space, in hexadecimal
   */
  public static String digest(String statement) {
    try {
      byte[] bytes = statement.stripTrailing().getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The digest only. */
  @Override
  public String toString() {
    return "ProvenStatement[" + digest(statement) + "]";
  }
}
