package eu.sotto.examples.scenarios;

import eu.sotto.Call;
import eu.sotto.Recording;
import eu.sotto.permit.RecordingPermit;
import eu.sotto.records.Kept;
import eu.sotto.vocabulary.Flow;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Stands in for the telephone system's sound. Stateless. */
final class Recordings {
  private Recordings() {}

  /** Some seconds of sound, recorded and finished. */
  static Kept made(Call call, RecordingPermit permit) {
    try (Recording recording = call.record(permit)) {
      flow(recording);
      return recording.finish();
    }
  }

  /** The next piece of sound. */
  static Flow flow(Recording recording) {
    return recording.write(
        ByteBuffer.wrap("some seconds of sound".getBytes(StandardCharsets.US_ASCII)));
  }
}
