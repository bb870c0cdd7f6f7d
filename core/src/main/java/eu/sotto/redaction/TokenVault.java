package eu.sotto.redaction;

import java.util.Optional;

/**
 * Keeps what reversible tokens stand for, under a key of the data subject: when that key is
 * destroyed, no token of the subject can be opened again. Implementations are thread-safe.
 */
public interface TokenVault {
  /**
   * Seals a value.
   *
   * @param type what kind it is
   * @param value the words as they stood in the text
   * @return the token: letters, digits, {@code -} and {@code _} only, at most 40 characters longer
   *     than four times the value
   */
  String seal(PiiType type, String value);

  /**
   * Opens a token.
   *
   * @param type the kind that it was sealed as
   * @param token the token
   * @return the value; empty if the token is not of this vault or its key is destroyed
   */
  Optional<String> open(PiiType type, String token);
}
