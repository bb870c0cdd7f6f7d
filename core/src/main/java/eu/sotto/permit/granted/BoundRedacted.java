package eu.sotto.permit.granted;

import eu.sotto.permit.Redacted;
import eu.sotto.vocabulary.CallId;

/**
 * Redacted content, bound to its call.
 *
 * @param call the call that it belongs to
 * @param value the redacted content
 * @param <T> the type of the content
 */
public record BoundRedacted<T>(CallId call, T value) implements Redacted<T> {
  @Override
  public String toString() {
    return "Redacted[hidden]";
  }
}
