package eu.sotto.rights.running;

import eu.sotto.records.RecordEntry;
import eu.sotto.redaction.AudioRange;
import eu.sotto.redaction.AudioRanges;
import eu.sotto.redaction.Transcript;
import eu.sotto.redaction.Turn;
import eu.sotto.redaction.WavSilencer;
import eu.sotto.session.Engine;
import eu.sotto.vocabulary.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Copies a recording with silence where somebody else speaks, on every channel. */
final class MaskedAudio {
  private static final int PIECE = 65_536;

  private MaskedAudio() {}

  static void copy(Engine engine, RecordEntry recording, Transcript heard, Path to)
      throws IOException {
    WavSilencer silencer = WavSilencer.of(others(heard), Map.of());
    try (InputStream in = Channels.newInputStream(engine.records().open(recording.id()));
        OutputStream out = Files.newOutputStream(to)) {
      byte[] piece = new byte[PIECE];
      for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
        silencer.silence(piece, 0, read);
        out.write(piece, 0, read);
      }
    }
  }

  private static AudioRanges others(Transcript heard) {
    return new AudioRanges(
        heard.turns().stream()
            .filter(turn -> turn.role() != Role.CALLER)
            .map(MaskedAudio::range)
            .toList());
  }

  private static AudioRange range(Turn turn) {
    if (turn.endMs() <= turn.startMs()) {
      throw new IllegalArgumentException("a turn of somebody else has no times");
    }
    return new AudioRange(turn.role(), turn.startMs(), turn.endMs());
  }
}
