package eu.sotto.redaction;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;

/** Reads the word lists that ship with the library into a lexicon. */
final class LexiconFiles {
  private static final Map<String, Long> LISTS =
      Map.of(
          "given.txt", Lex.GIVEN,
          "given-core.txt", Lex.CORE,
          "family.txt", Lex.FAMILY,
          "words-de.txt", Lex.WORD,
          "words-en.txt", Lex.WORD);

  private LexiconFiles() {}

  static Lexicon load() {
    Lexicon.Builder builder = new Lexicon.Builder();
    LISTS.forEach((file, flag) -> builder.putLines(read(file), flag));
    lines("rules.txt", line -> rule(builder, line));
    lines("phrases.txt", line -> Phrases.markStarts(builder, line));
    GermanNumbers.addTo(builder);
    return builder.build();
  }

  /** Reads a list line by line; comments and empty lines are left out. */
  static void lines(String file, Consumer<String> each) {
    for (String line : read(file).split("\n", -1)) {
      if (!line.isEmpty() && line.charAt(0) != '#') {
        each.accept(line);
      }
    }
  }

  private static String read(String file) {
    try (InputStream in = LexiconFiles.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the library's own word list is missing: " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A line {@code CLASS[=value] [@TYPE...]: words}. */
  private static void rule(Lexicon.Builder builder, String line) {
    int colon = line.indexOf(':');
    long flag = 0;
    long cue = 0;
    int value = 0;
    for (String head : line.substring(0, colon).split(" ", -1)) {
      if (head.startsWith("@")) {
        cue |= Bits.of(PiiType.valueOf(head.substring(1)));
      } else {
        int equals = head.indexOf('=');
        flag |= Lex.named(equals < 0 ? head : head.substring(0, equals));
        value = equals < 0 ? value : valueOf(head.substring(equals + 1));
      }
    }
    for (String word : line.substring(colon + 1).trim().split("\\s+", -1)) {
      if (!word.isEmpty()) {
        builder.put(word, flag, cue, value);
      }
    }
  }

  private static int valueOf(String text) {
    char first = text.charAt(0);
    return Character.isDigit(first) ? Integer.parseInt(text) : first;
  }
}
