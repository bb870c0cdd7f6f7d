package eu.sotto.ledger;

import eu.sotto.crypto.Bytes;
import eu.sotto.crypto.VerifierKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/**
 * A signed statement of how long the log was and what was in it at a time.
 *
 * <p>A C2SP signed note with two lines of the log's own key: one over the text, one that also signs
 * the time, so that back-dating shows between anchored checkpoints. Being parsed is not being
 * verified: see {@link #signedBy}. Immutable and thread-safe.
 *
 * <p>Source: C2SP signed-note, tlog-checkpoint, tlog-cosignature.
 *
 * @param origin the log's name, part of what is signed
 * @param size the number of entries, zero or more
 * @param root the root of the tree of that size
 * @param signedAt when it was signed, in whole seconds
 * @param signature the signature over the text, 64 bytes
 * @param cosignature the signature over time and text, 64 bytes
 * @param key which key signed: the first bytes of its hash under both algorithms, 8 bytes
 */
public record Checkpoint(
    String origin,
    long size,
    Hash root,
    Instant signedAt,
    Bytes signature,
    Bytes cosignature,
    Bytes key) {
  private static final int MAX_ORIGIN = 255;

  /**
   * Checks the syntax.
   *
   * @throws IllegalArgumentException if the origin cannot be a key name or the size is negative
   */
  public Checkpoint {
    requireOrigin(origin);
    Objects.requireNonNull(root, "root");
    Objects.requireNonNull(signedAt, "signedAt");
    Objects.requireNonNull(signature, "signature");
    Objects.requireNonNull(cosignature, "cosignature");
    Objects.requireNonNull(key, "key");
    if (size < 0 || signedAt.getEpochSecond() < 0) {
      throw new IllegalArgumentException("a checkpoint has a size and a time of zero or more");
    }
  }

  static void requireOrigin(String origin) {
    boolean visible = origin.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '+');
    if (!visible || origin.isEmpty() || origin.length() > MAX_ORIGIN) {
      throw new IllegalArgumentException("a log origin is 1 to 255 visible ASCII, no plus sign");
    }
  }

  /** The three lines that are signed. */
  static String text(String origin, long size, Hash root) {
    return origin + "\n" + size + "\n" + base64(root.toArray()) + "\n";
  }

  static byte[] cosigned(Instant time, String text) {
    return utf8("cosignature/v1\ntime " + time.getEpochSecond() + "\n" + text);
  }

  /**
   * Whether both signatures are this key's.
   *
   * @param verifier the log's key, from a source of your own
   * @return false for any other key or changed content
   */
  public boolean signedBy(VerifierKey verifier) {
    String text = text(origin, size, root);
    return key.equals(NoteKeys.ids(origin, verifier))
        && verifier.verifies(utf8(text), signature.toArray())
        && verifier.verifies(cosigned(signedAt, text), cosignature.toArray());
  }

  /**
   * The checkpoint as a signed note, for tools and for keeping.
   *
   * @return the note, ending in a newline
   */
  public String toNote() {
    return SignedNote.write(this);
  }

  /**
   * Reads a note; its signatures are not checked.
   *
   * @param note as {@link #toNote()} writes it; lines of other keys are ignored
   * @return the checkpoint
   * @throws IllegalArgumentException if it is not such a note
   */
  public static Checkpoint parse(String note) {
    return SignedNote.read(note);
  }

  /**
   * The keys to give to other tools for this origin: for plain signatures and for cosignatures.
   *
   * @param origin the log's name
   * @param verifier the log's key
   * @return two verifier keys in the text form of C2SP signed-note
   */
  public static List<String> noteKeys(String origin, VerifierKey verifier) {
    return NoteKeys.texts(origin, verifier);
  }

  static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** Decodes what {@link #base64} writes and nothing else: each value has one text. */
  static byte[] fromBase64(String text) {
    byte[] bytes = Base64.getDecoder().decode(text);
    if (!base64(bytes).equals(text)) {
      throw new IllegalArgumentException("not canonical base64");
    }
    return bytes;
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
