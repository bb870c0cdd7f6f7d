package eu.sotto.ledger;

import eu.sotto.crypto.Bytes;
import eu.sotto.crypto.VerifierKey;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Names of keys in signed notes. Source: C2SP signed-note, tlog-cosignature. */
final class NoteKeys {
  static final byte ED25519 = 1;
  static final byte COSIGNATURE = 4;
  static final int ID_LENGTH = 4;

  private NoteKeys() {}

  /** The ids for plain signatures and for cosignatures, one behind the other. */
  static Bytes ids(String origin, VerifierKey key) {
    return Bytes.of(
        ByteBuffer.allocate(2 * ID_LENGTH)
            .put(id(origin, ED25519, key))
            .put(id(origin, COSIGNATURE, key))
            .array());
  }

  static List<String> texts(String origin, VerifierKey key) {
    Checkpoint.requireOrigin(origin);
    return List.of(text(origin, ED25519, key), text(origin, COSIGNATURE, key));
  }

  private static String text(String origin, byte algorithm, VerifierKey key) {
    String id = HexFormat.of().formatHex(id(origin, algorithm, key));
    return origin + "+" + id + "+" + Checkpoint.base64(material(algorithm, key));
  }

  private static byte[] id(String origin, byte algorithm, VerifierKey key) {
    MessageDigest digest = Merkle.sha256();
    digest.update(Checkpoint.utf8(origin + "\n"));
    return Arrays.copyOf(digest.digest(material(algorithm, key)), ID_LENGTH);
  }

  private static byte[] material(byte algorithm, VerifierKey key) {
    byte[] bytes = key.toBytes();
    return ByteBuffer.allocate(1 + bytes.length).put(algorithm).put(bytes).array();
  }
}
