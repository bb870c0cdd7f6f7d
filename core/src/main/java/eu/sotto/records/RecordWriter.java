package eu.sotto.records;

import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.WritableByteChannel;

/**
 * Keeps a content piece by piece, sealed before it reaches the disk; memory stays bounded however
 * long it is. Closing without {@link #finish()}, or a crash, leaves nothing that could be opened.
 * Used by one thread at a time.
 */
public final class RecordWriter implements WritableByteChannel {
  private final Keeping keeping;
  private final Keeping.Begun begun;
  private final SealingContent sealing;
  private long length;
  private boolean open = true;

  RecordWriter(Keeping keeping, Keeping.Begun begun, SealingContent sealing) {
    this.keeping = keeping;
    this.begun = begun;
    this.sealing = sealing;
  }

  /**
   * Under which id the record is going to be kept.
   *
   * @return the id
   */
  public RecordId id() {
    return begun.id();
  }

  /**
   * Seals and stores all that remains in the buffer.
   *
   * @param source the next piece of the content
   * @return the number of bytes taken
   * @throws ClosedChannelException if this writer was finished or closed
   * @throws RecordException if the storage fails; the record is then discarded
   */
  @Override
  public int write(ByteBuffer source) throws ClosedChannelException {
    if (!open) {
      throw new ClosedChannelException();
    }
    int count = source.remaining();
    try {
      sealing.write(source);
    } catch (RuntimeException e) {
      open = false;
      keeping.abandon(begun, sealing, e);
      throw e;
    }
    length += count;
    return count;
  }

  /**
   * Makes the record durable; when this returns it is kept and its due date is set.
   *
   * @return the record's id
   * @throws IllegalStateException if this writer was finished or closed before
   * @throws RecordException if the storage fails or the record was disposed of meanwhile; the
   *     record is then discarded
   */
  public RecordId finish() {
    if (!open) {
      throw new IllegalStateException("the writer is closed");
    }
    open = false;
    return keeping.finish(begun, sealing, length);
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  /** Discards the record unless it was finished; closing again does nothing. */
  @Override
  public void close() {
    if (open) {
      open = false;
      keeping.discard(begun, sealing);
    }
  }
}
