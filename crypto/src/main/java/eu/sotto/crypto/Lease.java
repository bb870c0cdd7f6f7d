package eu.sotto.crypto;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * A cached secret that is zeroed when it has left the cache and nobody holds it any more.
 *
 * <p>It starts with one hold, the cache's own.
 */
final class Lease implements AutoCloseable {
  private final Secret secret;
  private final long mark;
  private final KeyKind kind;
  private final AtomicInteger holds = new AtomicInteger(1);
  private volatile boolean retired;

  Lease(Secret secret, KeyKind kind, long mark) {
    this.secret = secret;
    this.kind = kind;
    this.mark = mark;
  }

  /** The secret, to be used by holders only. */
  Secret secret() {
    return secret;
  }

  KeyKind kind() {
    return kind;
  }

  /** The generation of a node, or the epoch of a key. */
  long mark() {
    return mark;
  }

  /** Takes a hold; false if the secret is gone or about to go. */
  boolean acquire() {
    while (!retired) {
      int now = holds.get();
      if (now == 0) {
        return false;
      }
      if (holds.compareAndSet(now, now + 1)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the secret has left the cache: whoever still holds it has to ask for it again. */
  boolean isRetired() {
    return retired;
  }

  /** Ends the cache's hold. */
  void retire() {
    if (!retired) {
      retired = true;
      close();
    }
  }

  /** Ends a hold; the last one zeroes the secret. */
  @Override
  public void close() {
    if (holds.decrementAndGet() == 0) {
      secret.close();
    }
  }
}
