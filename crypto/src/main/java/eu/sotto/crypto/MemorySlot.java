package eu.sotto.crypto;

import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A slot that lives as long as the process, for tests and for vaults that are not to survive it.
 */
public final class MemorySlot implements DestroyableSlot {
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable Secret content;
  private long version;

  /** An empty slot. */
  public MemorySlot() {}

  @Override
  public String name() {
    return "memory slot";
  }

  @Override
  public Optional<Content> read() {
    lock.lock();
    try {
      return Optional.ofNullable(content)
          .map(now -> new Content(version, Bytes.owning(now.toArray())));
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean replace(long expectedVersion, Bytes next) {
    if (next.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("content is longer than " + MAX_LENGTH + " bytes");
    }
    lock.lock();
    try {
      if (expectedVersion != version) {
        return false;
      }
      if (content != null) {
        content.close();
      }
      content = Secret.owning(next.toArray());
      version++;
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Does nothing: the content stays readable, so that a vault can be opened again on it. */
  @Override
  public void close() {}
}
