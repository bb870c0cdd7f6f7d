package eu.sotto.redaction;

import eu.sotto.vocabulary.Role;
import java.util.Objects;

/**
 * What a host's {@link Detector} sees: a line of a turn, or a part of a long one. Every call costs
 * steps. Used by one thread while the detector runs.
 */
public final class Passage {
  /** How many steps a detector may take for each character of the passage. */
  public static final int STEPS_PER_CHARACTER = 256;

  private final Segment segment;
  private final String evidence;
  private long steps;

  /** The detector went over its budget. */
  static final class OverBudget extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OverBudget() {
      super("the detector took too many steps", null, false, false);
    }
  }

  Passage(Segment segment, String evidence) {
    this.segment = segment;
    if (!evidence.matches("[A-Z0-9_]{1,40}")) {
      throw new IllegalArgumentException("a detector's code is of A to Z, 0 to 9 and _");
    }
    this.evidence = evidence;
    this.steps = (segment.scan.length + 1L) * STEPS_PER_CHARACTER;
  }

  /**
   * Who speaks.
   *
   * @return the role
   */
  public Role role() {
    step(1);
    return segment.role;
  }

  /**
   * The text; costs one step for each character.
   *
   * @return the words with what lies between them
   */
  public String text() {
    step(segment.scan.length);
    return new String(segment.scan.text, 0, segment.scan.length);
  }

  /**
   * How many words there are: runs of letters or of digits.
   *
   * @return the number of words
   */
  public int words() {
    step(1);
    return segment.scan.size;
  }

  /**
   * A word as it stands in the text.
   *
   * @param index counted from 0
   * @return the word
   * @throws IndexOutOfBoundsException if there is no such word
   */
  public String word(int index) {
    Objects.checkIndex(index, segment.scan.size);
    step(1 + segment.scan.width(index));
    return segment.text(index, index + 1);
  }

  /**
   * Where a word starts in the text.
   *
   * @param index counted from 0
   * @return the offset of its first UTF-16 unit
   * @throws IndexOutOfBoundsException if there is no such word
   */
  public int start(int index) {
    step(1);
    return segment.scan.start[Objects.checkIndex(index, segment.scan.size)];
  }

  /**
   * Whether the speaker was asked for this kind of data and has not given it yet.
   *
   * @param type the kind
   * @return whether an answer is open
   */
  public boolean asked(PiiType type) {
    step(1);
    return segment.expects(type);
  }

  /**
   * Reports words as personal data. Words that were reported before stay what they were.
   *
   * @param from index of the first word
   * @param to index after the last word
   * @param type what they are
   * @param score how sure it is, from 0 (not at all) to 1
   * @throws IndexOutOfBoundsException if there are no such words
   * @throws IllegalArgumentException if no word is reported or the score is out of range
   */
  public void found(int from, int to, PiiType type, double score) {
    Objects.checkFromToIndex(from, to, segment.scan.size);
    Objects.requireNonNull(type, "type");
    if (from == to || !(score >= 0 && score <= 1)) {
      throw new IllegalArgumentException("a finding has words and a score from 0 to 1");
    }
    step(to - from);
    if (type == PiiType.PERSON) {
      NameDetector.person(segment, from, to, evidence, score);
    } else {
      String value = Mark.upper(segment.text(from, to));
      segment.mark(new Mark(from, to, type, evidence, score, value));
    }
  }

  /**
   * Reports a part of the text as personal data: every word that it touches.
   *
   * @param start offset of the first UTF-16 unit
   * @param end offset after the last
   * @param type what it is
   * @param score how sure it is, from 0 (not at all) to 1
   * @throws IndexOutOfBoundsException if the text has no such part
   * @throws IllegalArgumentException if it touches no word or the score is out of range
   */
  public void foundText(int start, int end, PiiType type, double score) {
    Objects.checkFromToIndex(start, end, segment.scan.length);
    Scan scan = segment.scan;
    int from = 0;
    while (from < scan.size && scan.end[from] <= start) {
      from++;
    }
    int to = from;
    while (to < scan.size && scan.start[to] < end) {
      to++;
    }
    step(to);
    found(from, to, type, score);
  }

  private void step(long count) {
    steps -= count;
    if (steps < 0) {
      throw new OverBudget();
    }
  }

  /** The role and sizes only: what was said is personal data. */
  @Override
  public String toString() {
    return "Passage[" + segment.role + ", " + segment.scan.size + " words]";
  }
}
