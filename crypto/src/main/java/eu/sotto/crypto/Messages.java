package eu.sotto.crypto;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** What a vault does with messages; how its keys live and end is {@link KeyVault}'s. */
abstract class Messages {
  private final Sealer sealer;

  Messages(Sealer sealer) {
    this.sealer = sealer;
  }

  /**
   * Seals a message.
   *
   * @param protection the keys that opening needs
   * @param context what the message belongs to
   * @param plaintext the message; not changed
   * @return header and payload
   * @throws CryptoException.KeyDestroyed if a key is destroyed
   * @throws IllegalStateException if the protection's slot was used before
   */
  public final byte[] seal(Protection protection, Context context, byte[] plaintext) {
    return sealer.seal(protection, context, ByteBuffer.wrap(plaintext));
  }

  /**
   * Seals what remains of a buffer.
   *
   * @param protection the keys that opening needs
   * @param context what the message belongs to
   * @param plaintext the message; its position moves to its limit
   * @return header and payload
   */
  public final ByteBuffer seal(Protection protection, Context context, ByteBuffer plaintext) {
    return ByteBuffer.wrap(sealer.seal(protection, context, plaintext));
  }

  /**
   * Seals what remains of a buffer into another one, without copies or garbage of its length.
   *
   * @param protection the keys that opening needs
   * @param context what the message belongs to
   * @param plaintext the message; its position moves to its limit
   * @param target gets header and payload; its position moves behind them
   * @throws IllegalArgumentException if the target has less room than {@link #sealedLength}, or the
   *     buffers share an array; then nothing has changed
   */
  public final void seal(
      Protection protection, Context context, ByteBuffer plaintext, ByteBuffer target) {
    sealer.seal(protection, context, plaintext, target);
  }

  /**
   * The length that a message will have when it is sealed.
   *
   * @param protection the keys that opening needs
   * @param length the length of the plaintext in bytes, 0 or more
   * @return the length of header and payload in bytes
   */
  public static long sealedLength(Protection protection, long length) {
    return Sealer.sealedLength(protection, length);
  }

  /**
   * Opens a message as a whole: all of it or nothing.
   *
   * @param context an equal context
   * @param sealed header and payload
   * @return the plaintext
   * @throws CryptoException if a key is not found or destroyed, or the message does not verify
   */
  public final byte[] open(Context context, byte[] sealed) {
    return sealer.open(context, ByteBuffer.wrap(sealed));
  }

  /**
   * Opens what remains of a buffer.
   *
   * @param context an equal context
   * @param sealed header and payload; its position moves to its limit
   * @return the plaintext
   */
  public final ByteBuffer open(Context context, ByteBuffer sealed) {
    return ByteBuffer.wrap(sealer.open(context, sealed));
  }

  /**
   * Opens what remains of a buffer into another one; on failure no plaintext is left there.
   *
   * @param context an equal context
   * @param sealed header and payload; its position moves to its limit
   * @param target gets the plaintext; its position moves behind it
   * @throws IllegalArgumentException if the target has no room, or the buffers share an array
   * @throws CryptoException if a key is not found or destroyed, or the message does not verify
   */
  public final void open(Context context, ByteBuffer sealed, ByteBuffer target) {
    sealer.open(context, sealed, target);
  }

  /**
   * Seals a stream; {@link SealingOutputStream#finish()} makes it valid.
   *
   * @param protection the keys that opening needs
   * @param context what the message belongs to
   * @param to where header and payload go; closed with the stream
   * @return the stream to write plaintext to
   * @throws IOException if the header cannot be written
   */
  public final SealingOutputStream sealing(Protection protection, Context context, OutputStream to)
      throws IOException {
    Sealer.Begun begun = sealer.begin(protection, context);
    try {
      return new SealingOutputStream(to, sealer, begun);
    } catch (IOException | RuntimeException e) {
      begun.close();
      throw e;
    }
  }

  /**
   * Opens a stream; each chunk is released after its tag was checked, and a cut payload ends with
   * {@link CryptoException.Tampered}, never cleanly.
   *
   * @param context an equal context
   * @param sealed header and payload; closed with the stream
   * @return the plaintext; for one thread at a time
   * @throws IOException if the header cannot be read
   */
  public final InputStream opening(Context context, InputStream sealed) throws IOException {
    return OpeningInputStream.open(sealer, context, sealed);
  }

  /**
   * Opens a channel for reads of any range; its length is authenticated before this returns.
   *
   * @param context an equal context
   * @param sealed header and payload from its beginning; used and closed by the result only
   * @return the plaintext, read-only
   * @throws IOException if the channel cannot be read
   */
  public final SeekableByteChannel opening(Context context, SeekableByteChannel sealed)
      throws IOException {
    return OpeningChannel.open(sealer, context, sealed);
  }

  /**
   * Reads a header without any key.
   *
   * @param sealed at least the header
   * @return what it says; checked by opening only
   */
  public final Header inspect(byte[] sealed) {
    return Header.read(sealed);
  }

  /**
   * The protection that a record slot holds now.
   *
   * @param slot the slot
   * @return the protection, with the slot
   */
  public final Protection protection(KeyId slot) {
    return sealer.protection(slot);
  }

  /**
   * Wraps the data key of a message anew; the payload stays as it is.
   *
   * <p>Copies of the old bytes still open under the old keys: what must be able to move for good is
   * sealed in a slot.
   *
   * @param context an equal context
   * @param sealed a message whose header holds the wrapped data key
   * @param to the new keys, without a slot
   * @return a new header and the same payload
   */
  public final byte[] rewrap(Context context, byte[] sealed, Protection to) {
    return sealer.rewrap(context, sealed, to);
  }

  /**
   * Wraps the data key in a record slot anew; the message itself is not touched.
   *
   * <p>What the slot held before is out of everybody's reach after the next destruction of any key.
   *
   * @param context an equal context
   * @param slot the slot
   * @param to the new keys
   */
  public final void rewrap(Context context, KeyId slot, Protection to) {
    sealer.rewrap(context, slot, to);
  }
}
