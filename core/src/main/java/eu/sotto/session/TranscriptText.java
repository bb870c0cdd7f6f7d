package eu.sotto.session;

import eu.sotto.redaction.Transcript;
import eu.sotto.redaction.Turn;
import java.util.Locale;

/** A transcript as people read it: one line a turn, who speaks before what is said. */
final class TranscriptText {
  private TranscriptText() {}

  static String of(Transcript transcript) {
    StringBuilder text = new StringBuilder();
    for (Turn turn : transcript.turns()) {
      text.append(turn.role().name().toLowerCase(Locale.ROOT)).append(": ");
      text.append(turn.text().replace('\n', ' ')).append('\n');
    }
    return text.toString();
  }
}
