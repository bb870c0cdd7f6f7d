package eu.sotto.redaction;

import eu.sotto.vocabulary.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One line of one turn while it is judged: its words, what was taken so far, the talk around it.
 */
final class Segment {
  final Scan scan = new Scan();
  final List<Mark> marks = new ArrayList<>();
  final Dialogue dialogue;
  Role role = Role.PARTICIPANT;

  /** What the speaker was asked for and has not given yet. */
  long expected;

  /** What labels in the words stand for, as bits. */
  long labels;

  /** Whether more words of the line follow, which are judged later. */
  boolean full;

  private boolean[] taken = new boolean[64];
  private int hidden;

  private final boolean staffNames;

  Segment(Dialogue dialogue, boolean staffNames) {
    this.dialogue = dialogue;
    this.staffNames = staffNames;
  }

  /** Whether this is the agent's side that says who it is, and the policy leaves that. */
  boolean isOwnName(String evidence) {
    return !staffNames && role == Role.AGENT && evidence.contains("INTRODUCED");
  }

  /** Whether the agent's side repeats a name with which it said who it is. */
  boolean repeatsOwnName(int token) {
    return !staffNames && role == Role.AGENT && dialogue.isStaff(scan.hash[token]);
  }

  void reset(Role speaker, long asked) {
    role = speaker;
    expected = asked;
    marks.clear();
    if (taken.length < scan.size) {
      taken = new boolean[scan.start.length];
    } else {
      Arrays.fill(taken, 0, scan.size, false);
    }
  }

  /** Leaves out the words before an offset: they are read, and were judged already. */
  void hide(int offset) {
    hidden = offset;
    for (int i = 0; i < scan.size && scan.start[i] < offset; i++) {
      taken[i] = true;
    }
  }

  /** Takes every word that was not hidden: nothing may be said of them. */
  void maskAll() {
    marks.clear();
    for (int i = 0; i < scan.size; i++) {
      taken[i] &= scan.start[i] < hidden;
    }
    mark(0, scan.size, PiiType.UNJUDGED, "NOT_JUDGED", 0);
  }

  /** Takes a word without a finding. */
  void take(int token) {
    taken[token] = true;
  }

  /** Masks the last words from the first one on that is more than a common small word. */
  void maskDoubtful(int reach) {
    long small = Lex.STOP | Lex.BACKCHANNEL | Lex.FILLER;
    int first = Math.max(0, scan.size - reach);
    while (first < scan.size && (!free(first) || scan.is(first, small))) {
      first++;
    }
    mark(first, scan.size, PiiType.UNJUDGED, "DEADLINE", 0);
  }

  boolean expects(PiiType type) {
    return (expected & Bits.of(type)) != 0;
  }

  boolean free(int token) {
    return token >= 0 && token < scan.size && !taken[token];
  }

  boolean free(int from, int to) {
    for (int i = from; i < to; i++) {
      if (taken[i]) {
        return false;
      }
    }
    return true;
  }

  void mark(int from, int to, PiiType type, String evidence, double score) {
    mark(new Mark(from, to, type, evidence, score, ""));
  }

  /** Takes the tokens that are still free; what another detector took first stays its own. */
  void mark(Mark mark) {
    int at = mark.from();
    while (at < mark.to()) {
      while (at < mark.to() && taken[at]) {
        at++;
      }
      int end = at;
      while (end < mark.to() && !taken[end]) {
        taken[end++] = true;
      }
      if (end > at) {
        boolean whole = at == mark.from() && end == mark.to();
        marks.add(
            new Mark(
                at, end, mark.type(), mark.evidence(), mark.score(), whole ? mark.value() : ""));
      }
      at = end;
    }
  }

  boolean marked(PiiType type) {
    for (Mark mark : marks) {
      if (mark.type() == type) {
        return true;
      }
    }
    return false;
  }

  /** What all the words are cues for, alone or together. */
  long allCues() {
    return scan.allCues | dialogue.allPhraseCues();
  }

  /** What words before a token, in reach and in its sentence, are cues for. */
  long cuesBefore(int token, int reach) {
    long cues = 0;
    for (int i = token - 1; i >= 0 && i >= token - reach; i--) {
      cues |= scan.cues[i] | dialogue.phraseCues(i);
    }
    return cues;
  }

  /** The cue nearest before a token, or 0. */
  long nearestCue(int token, int reach, long among) {
    for (int i = token - 1; i >= 0 && i >= token - reach; i--) {
      long cues = (scan.cues[i] | dialogue.phraseCues(i)) & among;
      if (cues != 0) {
        return cues;
      }
    }
    return 0;
  }

  String text(int from, int to) {
    return new String(scan.text, scan.start[from], scan.end[to - 1] - scan.start[from]);
  }
}
