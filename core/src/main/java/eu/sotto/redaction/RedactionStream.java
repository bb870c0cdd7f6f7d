package eu.sotto.redaction;

import eu.sotto.vocabulary.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Redacts a call while it is spoken. Words are held back until they can no longer change: until
 * their turn ends, or, in a long turn, until enough words follow them; at most {@link
 * HoldBack#MAX_WORDS} complete words wait. So nothing of a finding is ever released early, and what
 * is released equals the whole call's redaction but for one thing: a name helps from where it is
 * found on; in words already released it is reported by {@link #late()} only. A deadline, if one is
 * set, masks what it would otherwise have to release in doubt. Used by one thread.
 */
public final class RedactionStream {
  private static final int DOUBTFUL = 10;

  private final RedactionPolicy policy;
  private final HoldBack holdBack;
  private final Engine engine;
  private final Passages passages;
  private final Rewriter rewriter;
  private final List<Turn> seen = new ArrayList<>();
  private final List<List<Hit>> found = new ArrayList<>();
  private final StringBuilder turn = new StringBuilder();
  private final List<Hit> hits = new ArrayList<>();
  private Role role = Role.PARTICIPANT;
  private int released;
  private int releasedHits;
  private int waiting;
  private long sinceMs = -1;
  private boolean word;

  RedactionStream(RedactionPolicy policy, List<Detector> hosts, HoldBack holdBack) {
    this.policy = policy;
    this.holdBack = Objects.requireNonNull(holdBack, "holdBack");
    this.engine = new Engine(policy, hosts, Set.of());
    this.passages = new Passages(engine);
    this.rewriter = new Rewriter(policy);
  }

  /**
   * Takes the next words of a speaker.
   *
   * @param speaker who speaks; another speaker than before ends the turn before
   * @param chunk the next text, any part of a word or several words
   * @return what can no longer change, redacted, often nothing; the parts of one turn follow one
   *     another as they stood in it
   */
  public List<Turn> push(Role speaker, String chunk) {
    Objects.requireNonNull(speaker, "speaker");
    List<Turn> out = new ArrayList<>(1);
    if (speaker != role) {
      out.addAll(endTurn());
      role = speaker;
    }
    for (int i = 0; i < chunk.length(); i++) {
      char c = chunk.charAt(i);
      boolean blank = Character.isWhitespace(c);
      turn.append(c);
      waiting += blank && word ? 1 : 0;
      word = !blank;
      if (c == '\n' || (blank && waiting >= HoldBack.MAX_WORDS)) {
        judge(false);
      }
    }
    release(out);
    return out;
  }

  /**
   * Takes the next recognised word of a speaker; its end is the time against which the deadline is
   * measured.
   *
   * @param speaker who speaks; another speaker than before ends the turn before
   * @param next the word
   * @return what can no longer change, redacted, often nothing
   */
  public List<Turn> push(Role speaker, Word next) {
    List<Turn> out = new ArrayList<>(push(speaker, next.text() + " "));
    if (sinceMs < 0 && held() > 0) {
      sinceMs = next.endMs();
    }
    out.addAll(waited(next.endMs()));
    return out;
  }

  /**
   * Tells the time. If the deadline has passed for the word that waits longest, all words that wait
   * are released; of the last ones, those that may be part of something unfinished are masked as
   * {@link PiiType#UNJUDGED}.
   *
   * @param nowMs the time in milliseconds, counted as the times of the words are; for text without
   *     times from the first call on
   * @return what is released, often nothing
   */
  public List<Turn> waited(long nowMs) {
    List<Turn> out = new ArrayList<>(1);
    if (held() == 0) {
      return out;
    }
    if (sinceMs < 0) {
      sinceMs = nowMs;
    }
    if (holdBack.over(sinceMs, nowMs)) {
      passages.force(role, turn, DOUBTFUL, hits);
      waiting = 0;
      release(out);
    }
    return out;
  }

  /**
   * Ends the turn: the speaker paused.
   *
   * @return the rest of the redacted turn, or nothing if nothing was held back
   */
  public List<Turn> endTurn() {
    List<Turn> out = new ArrayList<>(1);
    if (turn.length() == 0) {
      return out;
    }
    judge(true);
    release(out);
    seen.add(Turn.of(role, turn.toString()));
    hits.sort(null);
    found.add(List.copyOf(hits));
    turn.setLength(0);
    hits.clear();
    passages.begin();
    released = 0;
    releasedHits = 0;
    waiting = 0;
    word = false;
    return out;
  }

  private int held() {
    return turn.length() - passages.judged();
  }

  private void judge(boolean ended) {
    while (passages.next(role, turn, ended, hits)) {
      waiting = 0;
    }
    if (!ended) {
      waiting = words(turn, passages.judged());
    }
  }

  private static int words(CharSequence text, int from) {
    int words = 0;
    boolean inWord = false;
    for (int i = from; i < text.length(); i++) {
      boolean blank = Character.isWhitespace(text.charAt(i));
      words += blank && inWord ? 1 : 0;
      inWord = !blank;
    }
    return words;
  }

  private void release(List<Turn> out) {
    int to = passages.judged();
    if (to == released) {
      return;
    }
    List<Hit> part = new ArrayList<>();
    for (Hit hit : hits.subList(releasedHits, hits.size())) {
      part.add(hit.moved(-released));
    }
    part.sort(null);
    out.add(rewriter.turn(Turn.of(role, turn.substring(released, to)), part));
    released = to;
    releasedHits = hits.size();
    sinceMs = -1;
  }

  /**
   * What was released and would be redacted by what was learned later.
   *
   * @return places in the turns pushed so far, counted as ended by a pause or another speaker, in
   *     order; the words themselves are not in it
   */
  public List<Finding> late() {
    List<Finding> late = new ArrayList<>();
    if (!policy.covers(PiiType.PERSON)) {
      return late;
    }
    for (int i = 0; i < seen.size(); i++) {
      for (Hit hit : engine.again(seen.get(i).role(), seen.get(i).text(), found.get(i))) {
        late.add(hit.in(i));
      }
    }
    return late;
  }
}
