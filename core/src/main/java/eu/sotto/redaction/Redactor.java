package eu.sotto.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Finds personal data in transcripts by a policy and takes it out. German and English are both
 * always looked for. The result is redacted, never anonymised. Immutable and thread-safe.
 */
public final class Redactor {
  private final RedactionPolicy policy;

  private Redactor(RedactionPolicy policy) {
    this.policy = Objects.requireNonNull(policy, "policy");
  }

  /**
   * A redactor that follows a policy.
   *
   * @param policy what is taken out and what takes its place
   * @return the redactor
   */
  public static Redactor of(RedactionPolicy policy) {
    return new Redactor(policy);
  }

  /**
   * Redacts a transcript.
   *
   * @param transcript the call
   * @return the redacted call and what was found
   */
  public Redaction redact(Transcript transcript) {
    return redact(transcript, Set.of());
  }

  /**
   * Redacts a transcript that goes on from a question asked before it.
   *
   * @param transcript the call
   * @param asked what the other side had asked for before the first turn
   * @return the redacted call and what was found
   */
  public Redaction redact(Transcript transcript, Set<PiiType> asked) {
    List<List<Hit>> hits = find(transcript, asked);
    Rewriter rewriter = new Rewriter(policy);
    List<Turn> turns = new ArrayList<>(transcript.turns().size());
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < hits.size(); i++) {
      turns.add(rewriter.turn(transcript.turns().get(i), hits.get(i)));
      for (Hit hit : hits.get(i)) {
        findings.add(hit.in(i));
      }
    }
    List<KeyPress> presses = rewriter.keyPresses(transcript.keyPresses());
    Transcript redacted = new Transcript(transcript.language(), turns, presses);
    return new Redaction(redacted, findings, rewriter.audio());
  }

  /**
   * Redacts a summary.
   *
   * @param summary the summary
   * @return the summary by the same model without what was found
   */
  public Summary redact(Summary summary) {
    Redaction redaction = redact(Transcript.ofText(java.util.Locale.ROOT, summary.text()));
    return new Summary(redaction.transcript().text(), summary.model());
  }

  /**
   * A stream that redacts one call while it is spoken.
   *
   * @return a new stream
   */
  public RedactionStream stream() {
    return new RedactionStream(policy);
  }

  private List<List<Hit>> find(Transcript transcript, Set<PiiType> asked) {
    Engine engine = new Engine(policy, asked);
    List<List<Hit>> hits = new ArrayList<>(transcript.turns().size());
    int[] known = new int[transcript.turns().size()];
    for (Turn turn : transcript.turns()) {
      hits.add(engine.turn(turn.role(), turn.text()));
      known[hits.size() - 1] = engine.namesKnown();
    }
    if (policy.covers(PiiType.PERSON)) {
      for (int i = 0; i < hits.size() && known[i] < engine.namesKnown(); i++) {
        Turn turn = transcript.turns().get(i);
        engine.again(turn.role(), turn.text(), hits.get(i));
      }
    }
    return hits;
  }

  /** The policy. */
  @Override
  public String toString() {
    return "Redactor[" + policy + "]";
  }
}
