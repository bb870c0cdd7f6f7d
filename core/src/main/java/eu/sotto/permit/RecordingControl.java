package eu.sotto.permit;

import java.time.Instant;
import java.util.concurrent.CompletionStage;

/**
 * A host's own recorder, as the library commands it. Each command returns at once; its stage
 * completes when the recorder has done it, and only then does it count. Commands may be repeated,
 * and doing one again must do no harm. Implementations are thread-safe.
 */
public interface RecordingControl {
  /** What stands in the recording where it was paused. */
  enum Gap {
    /** Nothing: what follows is joined to what was before. */
    SKIP,
    /** Silence of the same length. */
    SILENCE
  }

  /**
   * Begins to record.
   *
   * @return completes when it records
   */
  CompletionStage<Void> start();

  /**
   * Stops taking audio for a while.
   *
   * @param gap what stands in its place
   * @return completes when nothing is taken any more
   */
  CompletionStage<Void> pause(Gap gap);

  /**
   * Goes on after a pause.
   *
   * @return completes when it records
   */
  CompletionStage<Void> resume();

  /**
   * Stops for good.
   *
   * @return completes when nothing is taken any more
   */
  CompletionStage<Void> stop();

  /**
   * Throws away what was taken.
   *
   * @param time everything taken before it goes
   * @return completes when it is gone
   */
  CompletionStage<Void> discardBefore(Instant time);
}
