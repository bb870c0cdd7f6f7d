package eu.sotto.redaction;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Finds personal data in transcripts by a policy and takes it out. German and English are both
 * always looked for. The result is redacted, never anonymised. Immutable and thread-safe.
 */
public final class Redactor {
  private final RedactionPolicy policy;
  private final List<Detector> hosts;

  private Redactor(RedactionPolicy policy, List<Detector> hosts) {
    this.policy = Objects.requireNonNull(policy, "policy");
    this.hosts = List.copyOf(hosts);
  }

  /**
   * A redactor that follows a policy.
   *
   * @param policy what is taken out and what takes its place
   * @return the redactor
   */
  public static Redactor of(RedactionPolicy policy) {
    return new Redactor(policy, List.of());
  }

  /**
   * The same redactor, asking detectors of the host first.
   *
   * @param detectors the host's own finders, in the order in which they are asked
   * @return the redactor
   */
  public Redactor with(List<Detector> detectors) {
    return new Redactor(policy, detectors);
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
    rewriter.knows(transcript, hits);
    List<Turn> turns = new ArrayList<>(transcript.turns().size());
    List<Finding> findings = new ArrayList<>();
    List<String> readings = new ArrayList<>();
    long characters = 0;
    long earliest = 0;
    long[] latest = latest(transcript.turns());
    for (int i = 0; i < hits.size(); i++) {
      Turn turn = transcript.turns().get(i);
      rewriter.between(earliest, latest[i]);
      earliest = turn.timed() ? turn.startMs() : earliest;
      characters += turn.text().length();
      turns.add(rewriter.turn(turn, hits.get(i)));
      for (Hit hit : hits.get(i)) {
        findings.add(hit.in(i));
        readings.add(hit.value());
      }
    }
    List<KeyPress> presses = rewriter.keyPresses(transcript.keyPresses());
    Transcript redacted = Transcript.of(transcript.language(), turns).with(presses);
    return new Redaction(redacted, findings, rewriter.audio(), readings, characters);
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
    return stream(HoldBack.untilTurnEnds());
  }

  /**
   * A stream that redacts one call while it is spoken.
   *
   * @param holdBack how long words are held back at the most
   * @return a new stream
   */
  public RedactionStream stream(HoldBack holdBack) {
    return new RedactionStream(policy, hosts, holdBack);
  }

  private List<List<Hit>> find(Transcript transcript, Set<PiiType> asked) {
    Engine engine = new Engine(policy, hosts, asked);
    List<List<Hit>> hits = new ArrayList<>(transcript.turns().size());
    int[] known = new int[transcript.turns().size()];
    List<List<Alternative>> others = others(transcript);
    for (int i = 0; i < known.length; i++) {
      Turn turn = transcript.turns().get(i);
      List<Alternative> alternatives = others.isEmpty() ? List.of() : others.get(i);
      List<List<Hit>> supposed = new ArrayList<>(alternatives.size());
      for (Alternative alternative : alternatives) {
        supposed.add(engine.hypothesis(turn.role(), alternative.text()));
      }
      List<Hit> found = engine.turn(turn.role(), turn.text());
      for (int k = 0; k < supposed.size(); k++) {
        found = Hypotheses.merged(turn, found, alternatives.get(k), supposed.get(k));
      }
      hits.add(found);
      known[i] = engine.namesKnown();
    }
    if (policy.covers(PiiType.PERSON)) {
      for (int i = 0; i < hits.size() && known[i] < engine.namesKnown(); i++) {
        Turn turn = transcript.turns().get(i);
        List<Hit> found = hits.get(i);
        if (found.addAll(engine.again(turn.role(), turn.text(), found))) {
          Collections.sort(found);
        }
      }
    }
    return hits;
  }

  /** When each turn had ended at the latest: when the next one that has times had. */
  private static long[] latest(List<Turn> turns) {
    long[] latest = new long[turns.size()];
    long known = Rewriter.UNKNOWN_END;
    for (int i = turns.size() - 1; i >= 0; i--) {
      latest[i] = known;
      known = turns.get(i).timed() ? turns.get(i).endMs() : known;
    }
    return latest;
  }

  /** The other hypotheses by turn; nothing if there are none at all. */
  private static List<List<Alternative>> others(Transcript transcript) {
    List<List<Alternative>> others = new ArrayList<>();
    if (!transcript.alternatives().isEmpty()) {
      transcript.turns().forEach(turn -> others.add(new ArrayList<>()));
      transcript.alternatives().forEach(other -> others.get(other.turn()).add(other));
    }
    return others;
  }

  /** The policy. */
  @Override
  public String toString() {
    return "Redactor[" + policy + "]";
  }
}
