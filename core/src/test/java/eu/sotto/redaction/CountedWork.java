package eu.sotto.redaction;

import eu.sotto.vocabulary.Role;
import java.util.Locale;

/** What {@link CountingLoader} runs. */
public final class CountedWork {
  private CountedWork() {}

  /** Redacts a text whole; returns how many characters come out. */
  public static int whole(String text) {
    Transcript call = Transcript.ofText(Locale.ROOT, text);
    return Redactor.of(RedactionPolicy.full()).redact(call).transcript().text().length();
  }

  /** Streams a text as one turn, word by word; returns how many characters come out. */
  public static int streamed(String text) {
    RedactionStream stream = Redactor.of(RedactionPolicy.full()).stream();
    int out = 0;
    int from = 0;
    while (from < text.length()) {
      int blank = text.indexOf(' ', from);
      int to = blank < 0 ? text.length() : blank + 1;
      for (Turn part : stream.push(Role.CALLER, text.substring(from, to))) {
        out += part.text().length();
      }
      from = to;
    }
    for (Turn part : stream.endTurn()) {
      out += part.text().length();
    }
    return out;
  }
}
