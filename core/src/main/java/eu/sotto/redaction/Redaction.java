package eu.sotto.redaction;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A transcript without the personal data that was found in it, and the report of what was found
 * where. Immutable and thread-safe.
 *
 * @param transcript the redacted transcript: as many turns as before, with the same times
 * @param findings what was found, by turn and place in the original text
 * @param audio what has to be silenced in the audio
 */
public record Redaction(Transcript transcript, List<Finding> findings, AudioRanges audio) {
  /** Copies the findings. */
  public Redaction {
    Objects.requireNonNull(transcript, "transcript");
    Objects.requireNonNull(audio, "audio");
    findings = List.copyOf(findings);
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

  /** Counts only. */
  @Override
  public String toString() {
    return "Redaction[" + counts() + "]";
  }
}
