package eu.sotto.redaction;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.util.Locale;
import java.util.Objects;
import javax.crypto.Mac;

/**
 * Replaces a value by a keyed pseudonym: the same value under the same key gives the same one, and
 * without the key it leads back to nothing. Pseudonyms stay personal data (GDPR Art. 4(5)).
 * Immutable and thread-safe. Source: RFC 2104.
 */
public final class PseudonymOperator implements Operator {
  private static final int BYTES = 8;

  private final Key key;

  private PseudonymOperator(Key key) {
    this.key = Objects.requireNonNull(key, "key");
  }

  /**
   * An operator for one tenant.
   *
   * @param key the tenant's key for HMAC-SHA256
   * @return the operator
   */
  public static PseudonymOperator of(Key key) {
    return new PseudonymOperator(key);
  }

  @Override
  public String replace(Found found) {
    String value = found.value().isEmpty() ? found.text() : found.value();
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      mac.update(found.type().name().getBytes(java.nio.charset.StandardCharsets.UTF_8));
      mac.update((byte) 0);
      String plain = value.toUpperCase(Locale.ROOT);
      byte[] code = mac.doFinal(plain.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      StringBuilder hex = new StringBuilder(2 * BYTES);
      for (int i = 0; i < BYTES; i++) {
        hex.append(Character.forDigit(code[i] >> 4 & 0xF, 16));
        hex.append(Character.forDigit(code[i] & 0xF, 16));
      }
      return "[" + found.type() + " " + hex + "]";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA256 is not available for this key", e);
    }
  }
}
