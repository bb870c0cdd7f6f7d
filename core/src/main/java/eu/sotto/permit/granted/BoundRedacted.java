package eu.sotto.permit.granted;

import eu.sotto.permit.Redacted;
import eu.sotto.redaction.AudioRanges;
import eu.sotto.redaction.PiiType;
import eu.sotto.vocabulary.CallId;
import java.util.Map;

/**
 * Redacted content, bound to its call.
 *
 * @param call the call that it belongs to
 * @param value the redacted content
 * @param counts how many findings of each type were redacted
 * @param audio where in the audio the redacted words lie
 * @param <T> the type of the content
 */
public record BoundRedacted<T>(
    CallId call, T value, Map<PiiType, Integer> counts, AudioRanges audio) implements Redacted<T> {
  /** Copies the counts. */
  public BoundRedacted {
    counts = Map.copyOf(counts);
  }

  @Override
  public String toString() {
    return "Redacted[" + counts + "]";
  }
}
