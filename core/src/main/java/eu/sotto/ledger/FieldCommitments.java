package eu.sotto.ledger;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
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
    return hmac(nonce, place(place));
  }

  /** The keys of the fields at the first places. */
  static List<byte[]> keys(byte[] nonce, int count) {
    Mac mac = mac(nonce);
    List<byte[]> keys = new ArrayList<>(count);
    for (int place = 0; place < count; place++) {
      keys.add(mac.doFinal(place(place)));
    }
    return keys;
  }

  /** What the leaf commits to for this field. */
  static byte[] commitment(byte[] fieldKey, String name, Object value) {
    return hmac(fieldKey, Jcs.bytes(List.of(name, value)));
  }

  /** The commitments of all fields in schema order, as one by one but with two machines. */
  static List<byte[]> all(byte[] nonce, List<Payload.Field> fields) {
    List<byte[]> keys = keys(nonce, fields.size());
    Mac values = mac(nonce);
    List<byte[]> commitments = new ArrayList<>(fields.size());
    try {
      for (int place = 0; place < fields.size(); place++) {
        Payload.Field field = fields.get(place);
        values.init(new SecretKeySpec(keys.get(place), ALGORITHM));
        commitments.add(values.doFinal(Jcs.bytes(List.of(field.name(), field.value()))));
      }
      return commitments;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a key of 32 bytes is accepted", e);
    }
  }

  private static byte[] place(int place) {
    return ByteBuffer.allocate(Integer.BYTES).putInt(place).array();
  }

  /** The root over the commitments in schema order. */
  static byte[] root(List<byte[]> commitments) {
    return Merkle.root(commitments.stream().map(Merkle::leaf).toList());
  }

  static byte[] hmac(byte[] key, byte[] message) {
    return mac(key).doFinal(message);
  }

  private static Mac mac(byte[] key) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
