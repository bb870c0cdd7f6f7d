package eu.sotto.crypto;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * What a ciphertext belongs to: it opens only under a context equal to the one it was sealed for.
 *
 * <p>The content is opaque to this library and never printed. The encodings of byte contexts and of
 * string contexts are injective and never meet: {@code of("a", "bc")}, {@code of("ab", "c")} and
 * {@code of(bytes)} are three contexts.
 */
public final class Context {
  /** The greatest length of an encoded context in bytes. */
  public static final int MAX_LENGTH = 65_535;

  private static final byte BYTES = 0;
  private static final byte STRINGS = 1;

  private final byte[] canonical;
  private final byte[] digest;

  private Context(byte[] canonical) {
    if (canonical.length > MAX_LENGTH) {
      throw new IllegalArgumentException("context is longer than " + MAX_LENGTH + " bytes");
    }
    this.canonical = canonical;
    this.digest = sha256(canonical);
  }

  /**
   * A context of raw bytes.
   *
   * @param content at most {@value #MAX_LENGTH} minus one bytes
   * @return the context
   */
  public static Context of(byte[] content) {
    byte[] canonical = new byte[content.length + 1];
    canonical[0] = BYTES;
    System.arraycopy(content, 0, canonical, 1, content.length);
    return new Context(canonical);
  }

  /**
   * A context of parts, each with its length, so that no two lists meet.
   *
   * @param parts any strings without unpaired surrogates
   * @return the context
   */
  public static Context of(String... parts) {
    byte[][] encoded = new byte[parts.length][];
    int length = 1;
    for (int i = 0; i < parts.length; i++) {
      encoded[i] = utf8(parts[i]);
      length += 4 + encoded[i].length;
    }
    ByteBuffer canonical = ByteBuffer.allocate(length).put(STRINGS);
    for (byte[] part : encoded) {
      canonical.putInt(part.length).put(part);
    }
    return new Context(canonical.array());
  }

  private static byte[] utf8(String part) {
    try {
      ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(part));
      byte[] bytes = new byte[encoded.remaining()];
      encoded.get(bytes);
      return bytes;
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("context part has an unpaired surrogate", e);
    }
  }

  /**
   * The canonical encoding, for adapters that bind it to their own ciphertexts.
   *
   * @return a new array
   */
  public byte[] toBytes() {
    return canonical.clone();
  }

  /** The SHA-256 of the canonical encoding, shared: not to be written to. */
  byte[] digest() {
    return digest;
  }

  private static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Context that && MessageDigest.isEqual(canonical, that.canonical);
  }

  @Override
  public int hashCode() {
    return ByteBuffer.wrap(digest).getInt();
  }

  @Override
  public String toString() {
    return "Context[" + canonical.length + " bytes]";
  }
}
