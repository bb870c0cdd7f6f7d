package eu.sotto;

import eu.sotto.records.Kept;
import eu.sotto.session.RunningRecording;
import eu.sotto.vocabulary.Flow;
import java.nio.ByteBuffer;
import java.util.Objects;

/**
 * A recording under way: audio goes in, is sealed as it comes, and counts only once it is finished.
 *
 * <p>When its permit ends it takes no more audio: after the end of the call it can still be
 * finished, after a withdrawal it is discarded (R15, R17). Closing it without {@link #finish}
 * discards it. Thread-safe.
 */
public final class Recording implements AutoCloseable {
  private final RunningRecording running;

  Recording(RunningRecording running) {
    this.running = running;
  }

  /**
   * Seals the next audio.
   *
   * @param audio the bytes from its position to its limit; consumed only if taken
   * @return open if they were taken, stopped if the recording takes no more
   * @throws eu.sotto.vocabulary.PrivacyException if they could not be stored; the recording is then
   *     discarded
   */
  public Flow write(ByteBuffer audio) {
    return running.write(Objects.requireNonNull(audio, "audio"));
  }

  /**
   * Ends the recording and keeps it.
   *
   * @return what was kept, or why it was refused (the consent was withdrawn, say)
   * @throws IllegalStateException if it was finished or closed before
   * @throws eu.sotto.vocabulary.PrivacyException if it could not be stored; the recording is then
   *     discarded
   */
  public Kept finish() {
    return running.finish();
  }

  /** Discards the recording unless it was finished. */
  @Override
  public void close() {
    running.close();
  }
}
