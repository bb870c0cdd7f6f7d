package eu.sotto.oversight;

import eu.sotto.vocabulary.CallId;
import java.util.Locale;
import java.util.Objects;

/**
 * What a host says to a caller. Personal data: never printed. Immutable and thread-safe.
 *
 * @param telling what it discharges
 * @param call the caller's last call, by the host's own identifier
 * @param party the number or address that it came from, in its canonical spelling; empty if it was
 *     withheld or is not known any more
 * @param language German or English
 * @param text what is to be said, with what the caller can do
 */
public record CallerMessage(
    Telling telling, CallId call, String party, Locale language, String text) {
  /** Refuses null. */
  public CallerMessage {
    Objects.requireNonNull(telling, "telling");
    Objects.requireNonNull(call, "call");
    Objects.requireNonNull(party, "party");
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(text, "text");
  }

  /** What it discharges only. */
  @Override
  public String toString() {
    return "CallerMessage[" + telling.about() + "]";
  }
}
