package eu.sotto.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What stands in clear before a payload: format, suite, and where the wrapped data key is.
 *
 * <p>Reading it proves nothing: a header is checked by opening. Layout: docs/format.md.
 */
public final class Header {
  /** The version of the format that is written. */
  public static final int VERSION = 1;

  /** Cobblestone-256 with the data key wrapped by AES-KWP. */
  public static final int SUITE = 1;

  static final int FIXED = 8;
  private static final int TAG = 16;
  private static final byte[] NO_TAG = new byte[0];
  private static final byte[] LABEL = "sotto/header/1".getBytes(StandardCharsets.US_ASCII);
  static final int MAX_LENGTH =
      FIXED + Protection.MAX_KEYS * (KeyId.LENGTH + Primitives.WRAPPED_KEY) + TAG;
  private static final int MAGIC = 0x53_4f_54_00;
  private static final byte ALL = 0;
  private static final byte ANY = 1;
  private static final byte SLOT = 2;

  private final byte mode;
  private final List<KeyId> ids;
  private final List<byte[]> wraps;
  private final byte[] tag;

  private Header(byte mode, List<KeyId> ids, List<byte[]> wraps, byte[] tag) {
    this.mode = mode;
    this.ids = ids;
    this.wraps = wraps;
    this.tag = tag;
  }

  /** A header; where one of many wraps is enough, a tag under the data key guards the others. */
  static Header of(Protection protection, List<byte[]> wraps, byte[] dek, Primitives primitives) {
    if (protection instanceof Protection.All) {
      return new Header(ALL, protection.keys(), wraps, NO_TAG);
    }
    Header untagged = new Header(ANY, protection.keys(), wraps, NO_TAG);
    byte[] tag = untagged.tag(dek, primitives);
    return new Header(ANY, protection.keys(), wraps, tag);
  }

  static Header inSlot(KeyId slot) {
    return new Header(SLOT, List.of(slot), List.of(), NO_TAG);
  }

  private byte[] tag(byte[] dek, Primitives primitives) {
    ByteBuffer untagged = ByteBuffer.allocate(lengthOf(mode, ids.size()));
    writeTo(untagged);
    byte[] content = Arrays.copyOf(untagged.array(), untagged.position());
    return Arrays.copyOf(primitives.hmac256(dek, LABEL, content), TAG);
  }

  /** Whether the tag, if this header has one, is right under its data key. */
  boolean isOf(byte[] dek, Primitives primitives) {
    return mode != ANY
        || Primitives.same(tag, new Header(ANY, ids, wraps, NO_TAG).tag(dek, primitives));
  }

  /**
   * Reads the header at the beginning of a ciphertext, without any key.
   *
   * @param sealed at least the header
   * @return what it says
   * @throws CryptoException.Malformed if it is not a header of a known version and suite
   */
  public static Header read(byte[] sealed) {
    return read(ByteBuffer.wrap(sealed));
  }

  static Header read(ByteBuffer source) {
    if (source.remaining() < FIXED) {
      throw new CryptoException.Malformed("header is cut");
    }
    int first = source.getInt();
    if ((first & 0xffff_ff00) != MAGIC) {
      throw new CryptoException.Malformed("not a sealed payload");
    }
    if ((first & 0xff) != VERSION) {
      throw new CryptoException.Malformed("unknown format version");
    }
    if (source.get() != SUITE) {
      throw new CryptoException.Malformed("unknown suite");
    }
    byte mode = source.get();
    int count = source.get();
    boolean counted = mode == SLOT ? count == 1 : count >= 1 && count <= Protection.MAX_KEYS;
    if (mode < ALL || mode > SLOT || !counted || source.get() != 0) {
      throw new CryptoException.Malformed("unknown kind of protection");
    }
    int wrapCount = wraps(mode, count);
    if (source.remaining() < lengthOf(mode, count) - FIXED) {
      throw new CryptoException.Malformed("header is cut");
    }
    List<KeyId> ids = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      KeyId id = KeyId.from(source);
      if (ids.contains(id)) {
        throw new CryptoException.Malformed("a key is named twice");
      }
      ids.add(id);
    }
    List<byte[]> wraps = new ArrayList<>(wrapCount);
    for (int i = 0; i < wrapCount; i++) {
      byte[] wrap = new byte[Primitives.WRAPPED_KEY];
      source.get(wrap);
      wraps.add(wrap);
    }
    byte[] tag = new byte[mode == ANY ? TAG : 0];
    source.get(tag);
    return new Header(mode, ids, wraps, tag);
  }

  void writeTo(ByteBuffer target) {
    target.putInt(MAGIC | VERSION).put((byte) SUITE).put(mode).put((byte) ids.size()).put((byte) 0);
    for (KeyId id : ids) {
      id.writeTo(target);
    }
    for (byte[] wrap : wraps) {
      target.put(wrap);
    }
    target.put(tag);
  }

  byte[] toBytes() {
    ByteBuffer target = ByteBuffer.allocate(length());
    writeTo(target);
    return target.array();
  }

  private static int wraps(byte mode, int count) {
    return mode == SLOT ? 0 : mode == ANY ? count : 1;
  }

  private static int lengthOf(byte mode, int count) {
    int wraps = wraps(mode, count);
    return FIXED + count * KeyId.LENGTH + wraps * Primitives.WRAPPED_KEY + (mode == ANY ? TAG : 0);
  }

  /** The length of the header that a protection will have. */
  static int lengthFor(Protection protection) {
    byte mode = protection instanceof Protection.Any ? ANY : ALL;
    boolean inSlot = protection.slot().isPresent();
    return inSlot ? lengthOf(SLOT, 1) : lengthOf(mode, protection.keys().size());
  }

  /** The length that a header will have, from its fixed part. */
  static int lengthOf(byte[] fixed) {
    return lengthOf(fixed[5], Math.max(1, Math.min(fixed[6], Protection.MAX_KEYS)));
  }

  /**
   * The number of bytes of the header.
   *
   * @return where the payload begins
   */
  public int length() {
    return lengthOf(mode, ids.size());
  }

  /**
   * The format version of the ciphertext.
   *
   * @return {@value #VERSION}
   */
  public int version() {
    return VERSION;
  }

  /**
   * The suite of the ciphertext.
   *
   * @return {@value #SUITE}
   */
  public int suite() {
    return SUITE;
  }

  /**
   * The keys that the header names; empty if a slot does.
   *
   * @return the protection, unless it is in a slot
   */
  public Optional<Protection> protection() {
    if (mode == SLOT) {
      return Optional.empty();
    }
    return Optional.of(mode == ANY ? Protection.any(ids) : Protection.all(ids));
  }

  /**
   * The record slot that holds the wrapped data key.
   *
   * @return empty if the header itself holds it
   */
  public Optional<KeyId> slot() {
    return mode == SLOT ? Optional.of(ids.get(0)) : Optional.empty();
  }

  List<byte[]> wraps() {
    return wraps;
  }

  @Override
  public String toString() {
    return "Header[version 1, suite 1, "
        + (mode == SLOT ? "slot " : mode == ANY ? "any of " : "all of ")
        + ids
        + "]";
  }
}
