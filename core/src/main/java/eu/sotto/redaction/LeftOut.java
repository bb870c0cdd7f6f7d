package eu.sotto.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Takes whole turns out of a redaction. */
final class LeftOut {
  /** What stands where a turn was. */
  static final String MARK = "[NOT NEEDED]";

  private LeftOut() {}

  static Redaction of(Redaction redaction, Set<Integer> leftOut) {
    List<Turn> turns = new ArrayList<>(redaction.transcript().turns());
    List<AudioRange> silent = new ArrayList<>(redaction.audio().ranges());
    for (int i = 0; i < turns.size(); i++) {
      if (leftOut.contains(i)) {
        Turn turn = turns.get(i);
        silent.add(range(turns, i));
        turns.set(i, new Turn(turn.role(), MARK, List.of(), turn.startMs(), turn.endMs()));
      }
    }
    Transcript transcript =
        Transcript.of(redaction.transcript().language(), turns)
            .with(redaction.transcript().keyPresses());
    return new Redaction(
        transcript,
        redaction.findings(),
        new AudioRanges(silent),
        redaction.readings(),
        redaction.characters());
  }

  /** A turn without times may lie anywhere between its neighbours. */
  private static AudioRange range(List<Turn> turns, int index) {
    Turn turn = turns.get(index);
    if (turn.timed()) {
      return new AudioRange(turn.role(), turn.startMs(), turn.endMs());
    }
    long from = 0;
    for (int i = 0; i < index; i++) {
      from = turns.get(i).timed() ? turns.get(i).startMs() : from;
    }
    long to = Rewriter.UNKNOWN_END;
    for (int i = turns.size() - 1; i > index; i--) {
      to = turns.get(i).timed() ? turns.get(i).endMs() : to;
    }
    return new AudioRange(turn.role(), from, Math.max(to, from + 1));
  }
}
