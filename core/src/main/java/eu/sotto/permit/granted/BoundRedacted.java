package eu.sotto.permit.granted;

import eu.sotto.permit.Redacted;
import eu.sotto.redaction.AudioRanges;
import eu.sotto.redaction.NormalisedValue;
import eu.sotto.redaction.PiiType;
import eu.sotto.vocabulary.CallId;
import java.util.List;
import java.util.Map;

/**
 * Redacted content, bound to its call.
 *
 * @param call the call that it belongs to
 * @param value the redacted content
 * @param counts how many findings of each type were redacted
 * @param audio where in the audio the redacted words lie
 * @param heard what was removed, in one written form each; personal data
 * @param <T> the type of the content
 */
public record BoundRedacted<T>(
    CallId call,
    T value,
    Map<PiiType, Integer> counts,
    AudioRanges audio,
    List<NormalisedValue> heard)
    implements Redacted<T> {
  /** Copies the counts. */
  public BoundRedacted {
    counts = Map.copyOf(counts);
    heard = List.copyOf(heard);
  }

  @Override
  public String toString() {
    return "Redacted[" + counts + "]";
  }
}
