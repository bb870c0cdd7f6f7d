package eu.sotto.session;

import eu.sotto.permit.granted.Ending;
import eu.sotto.permit.granted.Grant;
import eu.sotto.records.Kept;
import eu.sotto.records.RecordWriter;
import eu.sotto.redaction.AudioUnreadableException;
import eu.sotto.redaction.WavSilencer;
import eu.sotto.vocabulary.Flow;
import eu.sotto.vocabulary.PrivacyException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** A recording under way. Guarded by a lock of its own. */
public final class RunningRecording {
  private enum Phase {
    OPEN,
    STOPPED,
    DISCARDED,
    FINISHED
  }

  private static final int PIECE = 64 * 1024;

  private final Keeper keeper;
  private final Grant grant;
  private final RecordWriter writer;
  private final @Nullable WavSilencer silencer;
  private final ReentrantLock lock = new ReentrantLock();
  private Phase phase = Phase.OPEN;

  private RunningRecording(
      Keeper keeper, Grant grant, RecordWriter writer, @Nullable WavSilencer silencer) {
    this.keeper = keeper;
    this.grant = grant;
    this.writer = writer;
    this.silencer = silencer;
  }

  static RunningRecording begin(
      Keeper keeper, Grant grant, RecordWriter writer, @Nullable WavSilencer silencer) {
    var recording = new RunningRecording(keeper, grant, writer, silencer);
    grant.onEnd(recording::react);
    return recording;
  }

  /**
   * Seals the next audio.
   *
   * @param audio from its position to its limit; consumed only if taken
   * @return open if it was taken
   */
  public Flow write(ByteBuffer audio) {
    lock.lock();
    try {
      if (phase == Phase.FINISHED) {
        throw new IllegalStateException("the recording was finished");
      }
      if (phase != Phase.OPEN || !grant.usable() || phase != Phase.OPEN) {
        return Flow.STOPPED;
      }
      pass(audio);
      return Flow.OPEN;
    } catch (PrivacyException | AudioUnreadableException e) {
      discard();
      throw e;
    } finally {
      lock.unlock();
      react();
    }
  }

  private void pass(ByteBuffer audio) {
    try {
      if (silencer == null) {
        writer.write(audio);
      } else {
        passSilenced(audio, silencer);
      }
    } catch (ClosedChannelException e) {
      throw new IllegalStateException("the recording is closed", e);
    }
  }

  private void passSilenced(ByteBuffer audio, WavSilencer silencer) throws ClosedChannelException {
    byte[] piece = new byte[Math.min(PIECE, audio.remaining())];
    while (audio.hasRemaining()) {
      int length = Math.min(piece.length, audio.remaining());
      audio.get(piece, 0, length);
      silencer.silence(piece, 0, length);
      writer.write(ByteBuffer.wrap(piece, 0, length));
    }
  }

  /**
   * Stops when the permit has ended. It never waits for a write that hangs: whoever holds the lock
   * then reacts on leaving.
   */
  private void react() {
    while (grant.ending().isPresent() && lock.tryLock()) {
      try {
        if (phase != Phase.OPEN) {
          return;
        }
        boolean keeps = grant.ending().filter(Ending::keepsThePast).isPresent();
        if (keeps) {
          phase = Phase.STOPPED;
        } else {
          discard();
        }
        keeper.stopped(grant, keeps);
      } finally {
        lock.unlock();
      }
    }
  }

  /**
   * Ends the recording and keeps it.
   *
   * @return what was kept, or why not
   */
  public Kept finish() {
    lock.lock();
    try {
      if (phase == Phase.FINISHED) {
        throw new IllegalStateException("the recording was finished or closed before");
      }
      if (phase == Phase.DISCARDED) {
        phase = Phase.FINISHED;
        return keeper
            .refusal(grant)
            .orElseThrow(() -> new IllegalStateException("the recording was discarded"));
      }
      phase = Phase.FINISHED;
      return keeper.settle(writer.finish(), grant);
    } finally {
      lock.unlock();
    }
  }

  /** Discards the recording unless it was finished. */
  public void close() {
    lock.lock();
    try {
      if (phase == Phase.OPEN || phase == Phase.STOPPED) {
        discard();
      }
      phase = Phase.FINISHED;
    } finally {
      lock.unlock();
    }
  }

  private void discard() {
    phase = Phase.DISCARDED;
    writer.close();
  }
}
