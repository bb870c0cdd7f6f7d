package eu.sotto.records;

import java.nio.channels.SeekableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.Set;

/**
 * Where sealed contents lie: opaque bytes under random names, written once and never changed.
 *
 * <p>Nothing in it can be read without the keys, which lie elsewhere. An adapter for an object
 * store maps a draft to a multipart upload and {@link Draft#publish()} to its completion; it must
 * not answer a publish before the bytes are durable, and must not list or open what was not
 * published. Safe for use by many threads; one draft is used by one thread at a time. Faults are
 * {@link RecordException.StorageFull} and {@link RecordException.Unavailable}.
 */
public interface ContentStore extends AutoCloseable {
  /**
   * Begins a content that nobody can open before it is published.
   *
   * @param id its name
   * @return the draft
   * @throws IllegalStateException if a content of this name was published already
   */
  Draft begin(RecordId id);

  /**
   * Opens a published content for reading.
   *
   * @param id its name
   * @return a channel that reads from any position and refuses writing
   * @throws RecordException.Missing if there is none
   */
  SeekableByteChannel open(RecordId id);

  /**
   * Removes a content and every draft of its name; removing what is not there does nothing.
   *
   * @param id its name
   */
  void remove(RecordId id);

  /**
   * The names of all contents, drafts included, for audits.
   *
   * @return a snapshot
   */
  Set<RecordId> names();

  /** Releases what the store holds open; contents stay. */
  @Override
  void close();

  /** A content on its way; closing it without publishing discards it. */
  interface Draft extends WritableByteChannel {
    /**
     * How much was written so far.
     *
     * @return the number of bytes
     */
    long size();

    /** Makes the content durable and visible under its name, whole or not at all. */
    void publish();

    /** Discards the draft unless it was published; closing again does nothing. */
    @Override
    void close();
  }
}
