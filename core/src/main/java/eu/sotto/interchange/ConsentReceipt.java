package eu.sotto.interchange;

import eu.sotto.crypto.VerifierKey;
import eu.sotto.ledger.Evidence;
import eu.sotto.ledger.LeafId;
import eu.sotto.ledger.Trust;
import eu.sotto.ledger.Verification;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a caller gets who has answered a consent question: what was asked and answered, in plain
 * words, with a short code that can be read out, and the proof that the log says so. Its text
 * verifies without the store, with the verifier key alone. It names neither number nor call.
 * Immutable and thread-safe. Source: GDPR Art. 7(1), 7(3), 12(1).
 */
public final class ConsentReceipt {
  /** The kind of entry that proves a receipt. */
  public static final String KIND = "receipt_issued/1";

  private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int CODE_BYTES = 5;
  private static final int BITS = 5;
  private static final Pattern CODE =
      Pattern.compile("(?m)^(?:Kurzcode|Short code): ([0-9A-Z]{4}-[0-9A-Z]{4})$");

  private final ProvenStatement proven;
  private final String code;

  private ConsentReceipt(ProvenStatement proven) {
    this.proven = proven;
    this.code = found(CODE, proven.statement());
  }

  /**
   * A receipt of its two parts.
   *
   * @param statement what was asked and answered, in words
   * @param evidence the entry by which the receipt was issued, with its proof
   * @return the receipt
   * @throws IllegalArgumentException if the statement has no code
   */
  public static ConsentReceipt of(String statement, Evidence evidence) {
    return new ConsentReceipt(new ProvenStatement(statement, evidence));
  }

  /**
   * Reads a receipt from its text; reading is not verifying.
   *
   * @param text what {@link #text()} returned
   * @return the receipt
   * @throws IllegalArgumentException if it is not a receipt
   */
  public static ConsentReceipt parse(String text) {
    return new ConsentReceipt(ProvenStatement.parse(Objects.requireNonNull(text, "text")));
  }

  private static String found(Pattern pattern, String statement) {
    Matcher matcher = pattern.matcher(statement);
    if (!matcher.find()) {
      throw new IllegalArgumentException("not a receipt of consent");
    }
    return matcher.group(1);
  }

  /**
   * The receipt as a file's text: words, then proof.
   *
   * @return the text
   */
  public String text() {
    return proven.text();
  }

  /**
   * What was asked and answered, in German or English.
   *
   * @return the words
   */
  public String statement() {
    return proven.statement();
  }

  /**
   * A short code to read out and compare: two groups of four letters and digits, without I, L, O
   * and U.
   *
   * @return the code
   */
  public String code() {
    return code;
  }

  /**
   * The code of an entry; it says nothing of what the entry is about.
   *
   * @param entry the entry that holds the answer
   * @return two groups of four, 40 random bits
   */
  public static String code(LeafId entry) {
    byte[] bytes = entry.bytes().toArray();
    long bits = 0;
    for (int i = 0; i < CODE_BYTES; i++) {
      bits = (bits << Byte.SIZE) | (bytes[i] & 0xff);
    }
    StringBuilder text = new StringBuilder();
    for (int shift = CODE_BYTES * Byte.SIZE - BITS; shift >= 0; shift -= BITS) {
      text.append(DIGITS.charAt((int) (bits >> shift) & (DIGITS.length() - 1)));
    }
    return text.insert(text.length() / 2, '-').toString();
  }

  /**
   * Checks the receipt without the store: the proof leads to a checkpoint signed with the key, and
   * the log states these words, code included.
   *
   * @param key the store's verifier key, from a source of one's own
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

  /** The code only. */
  @Override
  public String toString() {
    return "ConsentReceipt[" + code + "]";
  }
}
