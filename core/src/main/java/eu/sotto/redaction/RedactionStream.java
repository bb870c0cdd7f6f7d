package eu.sotto.redaction;

import eu.sotto.vocabulary.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Redacts a call while it is spoken. Words are held back until their turn ends, so that nothing of
 * a finding is ever released early; a turn that grows past the bound is cut there and judged, and
 * its next words are judged as a new turn of the same speaker. A name found helps from then on; in
 * turns already released it is reported by {@link #late()} only. Used by one thread.
 */
public final class RedactionStream {
  /** The most words that are held back. */
  public static final int MAX_HELD = 400;

  private final RedactionPolicy policy;
  private final Engine engine;
  private final Rewriter rewriter;
  private final List<Turn> seen = new ArrayList<>();
  private final List<List<Hit>> found = new ArrayList<>();
  private final StringBuilder held = new StringBuilder();
  private Role role = Role.PARTICIPANT;
  private int words;

  RedactionStream(RedactionPolicy policy) {
    this.policy = policy;
    this.engine = new Engine(policy, Set.of());
    this.rewriter = new Rewriter(policy);
  }

  /**
   * Takes the next words of a speaker.
   *
   * @param speaker who speaks; another speaker than before ends the turn before
   * @param chunk the next text, any part of a word or several words
   * @return the turns that can no longer change, redacted; often none
   */
  public List<Turn> push(Role speaker, String chunk) {
    Objects.requireNonNull(speaker, "speaker");
    List<Turn> released = new ArrayList<>(1);
    if (speaker != role) {
      released.addAll(endTurn());
      role = speaker;
    }
    for (int i = 0; i < chunk.length(); i++) {
      char c = chunk.charAt(i);
      boolean blank = Character.isWhitespace(c);
      held.append(c);
      if (blank && held.length() > 1 && !Character.isWhitespace(held.charAt(held.length() - 2))) {
        words++;
      }
      if (blank && words >= MAX_HELD) {
        released.addAll(endTurn());
      }
    }
    return released;
  }

  /**
   * Ends the turn: the speaker paused.
   *
   * @return the redacted turn, or none if nothing was held back
   */
  public List<Turn> endTurn() {
    if (held.length() == 0) {
      return List.of();
    }
    Turn turn = Turn.of(role, held.toString());
    held.setLength(0);
    words = 0;
    List<Hit> hits = engine.turn(role, turn.text());
    seen.add(turn);
    found.add(hits);
    return List.of(rewriter.turn(turn, hits));
  }

  /**
   * What was released and would be redacted by what was learned later..
   *
   * @return places in the turns pushed so far, in order; the words themselves are not in it
   */
  public List<Finding> late() {
    List<Finding> late = new ArrayList<>();
    if (!policy.covers(PiiType.PERSON)) {
      return late;
    }
    for (int i = 0; i < seen.size(); i++) {
      List<Hit> hits = new ArrayList<>(found.get(i));
      int before = hits.size();
      engine.again(seen.get(i).role(), seen.get(i).text(), hits);
      if (hits.size() > before) {
        for (Hit hit : hits) {
          if (!found.get(i).contains(hit)) {
            late.add(hit.in(i));
          }
        }
      }
    }
    return late;
  }
}
