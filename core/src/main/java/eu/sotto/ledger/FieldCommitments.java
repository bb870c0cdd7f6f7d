package eu.sotto.ledger;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Commitments to single fields, each opened by a key of its own that says nothing of the others.
 */
final class FieldCommitments {
  private static final String ALGORITHM = "HmacSHA256";

  private FieldCommitments() {}

  /** The key of the field at this place of the payload. */
  static byte[] key(byte[] nonce, int place) {
    return hmac(nonce, ByteBuffer.allocate(Integer.BYTES).putInt(place).array());
  }

  /** What the leaf commits to for this field. */
  static byte[] commitment(byte[] fieldKey, String name, Object value) {
    return hmac(fieldKey, Jcs.bytes(List.of(name, value)));
  }

  /** The root over the commitments in schema order. */
  static byte[] root(List<byte[]> commitments) {
    return Merkle.root(commitments.stream().map(Merkle::leaf).toList());
  }

  static byte[] hmac(byte[] key, byte[] message) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
