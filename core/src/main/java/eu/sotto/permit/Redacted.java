package eu.sotto.permit;

import eu.sotto.permit.granted.BoundRedacted;
import eu.sotto.redaction.PiiType;
import java.util.Map;

/**
 * Content from which this library has removed the personal data that its permit's purpose does not
 * need; only such content can be kept. It belongs to the call in which it was redacted. Never
 * called anonymised. Immutable and thread-safe; never prints its content.
 *
 * @param <T> the type of the content
 */
public sealed interface Redacted<T> permits BoundRedacted {
  /**
   * The redacted content.
   *
   * @return the content
   */
  T value();

  /**
   * What was found and redacted: numbers only.
   *
   * @return how many findings of each type, unmodifiable
   */
  Map<PiiType, Integer> counts();
}
