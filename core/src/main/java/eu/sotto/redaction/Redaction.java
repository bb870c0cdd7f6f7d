package eu.sotto.redaction;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A transcript without the personal data that was found in it, and the report of what was found
 * where. Immutable and thread-safe.
 *
 * @param transcript the redacted transcript: as many turns as before, with the same times
 * @param findings what was found, by turn and place in the original text
 * @param audio what has to be silenced in the audio
 * @param readings what each finding was read as, empty where it is no value; personal data
 * @param characters how long the original text was, in UTF-16 units
 */
public record Redaction(
    Transcript transcript,
    List<Finding> findings,
    AudioRanges audio,
    List<String> readings,
    long characters) {
  /**
   * Copies the findings.
   *
   * @throws IllegalArgumentException if there is not one reading for each finding
   */
  public Redaction {
    Objects.requireNonNull(transcript, "transcript");
    Objects.requireNonNull(audio, "audio");
    findings = List.copyOf(findings);
    readings = List.copyOf(readings);
    if (readings.size() != findings.size()) {
      throw new IllegalArgumentException("each finding has one reading");
    }
  }

  /**
   * The same redaction without some turns: their text is left out, and their audio is to be
   * silenced.
   *
   * @param turns indexes of the turns that are left out
   * @return a copy; what was found in those turns still counts
   */
  public Redaction without(Set<Integer> turns) {
    return turns.isEmpty() ? this : LeftOut.of(this, turns);
  }

  /**
   * How many findings there are of each type.
   *
   * @return counts by type; a type without a finding is absent
   */
  public Map<PiiType, Integer> counts() {
    Map<PiiType, Integer> counts = new EnumMap<>(PiiType.class);
    findings.forEach(finding -> counts.merge(finding.type(), 1, Integer::sum));
    return java.util.Collections.unmodifiableMap(counts);
  }

  /**
   * Why each finding was found.
   *
   * @return one explanation for each finding, in their order
   */
  public List<Explanation> explanations() {
    return java.util.stream.IntStream.range(0, findings.size())
        .mapToObj(i -> Reasons.of(findings.get(i), readings.get(i)))
        .toList();
  }

  /**
   * What was found, in numbers.
   *
   * @return the report; it holds no personal data
   */
  public RedactionReport report() {
    Set<Integer> turnsHit = new HashSet<>();
    long covered = 0;
    for (Finding finding : findings) {
      turnsHit.add(finding.turn());
      covered += finding.length();
    }
    int turns = transcript.turns().size();
    return new RedactionReport(
        counts(), turns, turnsHit.size(), characters, covered, audio.totalMs());
  }

  /**
   * What was said in one written form each, for a blind index; numbers that were given in parts are
   * put together.
   *
   * @param region where national telephone numbers belong, ISO 3166-1 alpha-2
   * @return the values without doubles, in the order of the call
   */
  public List<NormalisedValue> values(String region) {
    return Normaliser.values(this, region);
  }

  /** Counts only. */
  @Override
  public String toString() {
    return "Redaction[" + counts() + "]";
  }
}
