package eu.sotto.crypto;

import java.time.Duration;
import java.util.Optional;

/**
 * The one small place whose old content really vanishes when it is replaced.
 *
 * <p>It lies outside the key store: sectors of a raw file, or an object of an HSM. Implementations
 * are safe for use by many threads and report faults as {@link CryptoException.Unavailable}.
 */
public interface DestroyableSlot extends AutoCloseable {
  /** The greatest length of a content in bytes. */
  int MAX_LENGTH = 4_000;

  /**
   * Names the slot in reports.
   *
   * @return a short name without personal data
   */
  String name();

  /**
   * Reads what is there now.
   *
   * @return the content, or empty if none was ever written
   */
  Optional<Content> read();

  /**
   * Replaces the content if it is still the expected one.
   *
   * <p>On return of true the new content is durable, its version is one more than the expected one,
   * and the old one cannot be read again by anybody (but see {@link #residue()}). After a failure
   * the content is the old or the new one, never neither.
   *
   * @param expectedVersion the version read before, or 0 for an empty slot
   * @param content at most {@value #MAX_LENGTH} bytes
   * @return false if the version is another one; then nothing was changed
   */
  boolean replace(long expectedVersion, Bytes content);

  /**
   * How long an old content may still be found by somebody with the medium in hand.
   *
   * @return zero if replacing destroys at once
   */
  default Duration residue() {
    return Duration.ZERO;
  }

  /** Releases files and locks; the content stays. */
  @Override
  void close();

  /**
   * A content and its version.
   *
   * @param version at least 1, one more after each replacement
   * @param value the content
   */
  record Content(long version, Bytes value) {
    /** Refuses versions below 1. */
    public Content {
      if (version < 1) {
        throw new IllegalArgumentException("version must be at least 1");
      }
    }
  }
}
