package eu.sotto.redaction;

import eu.sotto.vocabulary.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the calls written by hand: a line is a turn, {@code [TYPE:words]} is personal in it. */
final class MarkedCalls {
  private MarkedCalls() {}

  static List<LabelledCall> read(String file) {
    List<LabelledCall> calls = new ArrayList<>();
    for (String block : text(file).split("\n\\s*\n", -1)) {
      LabelledCall call = new LabelledCall();
      block.lines().filter(line -> !line.startsWith("#") && !line.isBlank()).forEach(add(call));
      calls.add(call);
    }
    return calls;
  }

  static String text(String file) {
    try (InputStream in = MarkedCalls.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("no such calls: " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static java.util.function.Consumer<String> add(LabelledCall call) {
    return line -> {
      call.turn(line.startsWith("A:") ? Role.AGENT : Role.CALLER);
      String rest = line.substring(2).trim();
      while (!rest.isEmpty()) {
        int open = rest.indexOf('[');
        if (open != 0) {
          int end = open < 0 ? rest.length() : open;
          call.say(rest.substring(0, end).trim());
          rest = rest.substring(end);
        } else {
          int close = rest.indexOf(']');
          int colon = rest.indexOf(':');
          call.value(
              PiiType.valueOf(rest.substring(1, colon)), rest.substring(colon + 1, close).trim());
          rest = rest.substring(close + 1).trim();
        }
      }
    };
  }
}
