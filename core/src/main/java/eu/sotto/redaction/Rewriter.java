package eu.sotto.redaction;

import eu.sotto.vocabulary.Role;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Writes a call anew without its findings and notes what to silence. Used for one call. */
final class Rewriter {
  private static final int MAX_GROWTH = 4;
  private static final int MAX_EXTRA = 64;
  private static final int TYPED_NUMBER = 4;
  private static final long TONE_MS = 250;
  private static final long PRESSES_TOGETHER_MS = 5_000;
  private static final long WIDENED_MS = 200;

  /** Later than any audio ends. */
  static final long UNKNOWN_END = Long.MAX_VALUE / 4;

  private static final Map<PiiType, String> LABELS = labels();

  private final RedactionPolicy policy;
  private final Numbering numbers = new Numbering();
  private final List<AudioRange> silent = new ArrayList<>();
  private long earliestMs;
  private long latestMs = UNKNOWN_END;
  private final Surrogates surrogates = new Surrogates();

  Rewriter(RedactionPolicy policy) {
    this.policy = policy;
  }

  /** Takes the whole call, so that no surrogate is a value of it. */
  void knows(Transcript call, List<List<Hit>> hits) {
    if (!policy.operators().containsValue(Operator.SURROGATE)) {
      return;
    }
    surrogates.language(call.language());
    call.turns().forEach(turn -> surrogates.avoid(turn.text()));
    hits.forEach(found -> found.forEach(hit -> surrogates.avoid(hit.value())));
  }

  AudioRanges audio() {
    return new AudioRanges(silent);
  }

  Turn turn(Turn turn, List<Hit> hits) {
    if (hits.isEmpty()) {
      return turn;
    }
    List<Hit> changes = new ArrayList<>(hits);
    changes.removeIf(hit -> policy.operator(hit.type()) == Operator.REPORT);
    if (changes.isEmpty()) {
      return turn;
    }
    StringBuilder text = new StringBuilder(turn.text().length());
    List<String> replacements = new ArrayList<>();
    int at = 0;
    for (Hit hit : changes) {
      String replacement = replacement(turn.text(), hit);
      replacements.add(replacement);
      // A part as a text of its own: the builder would copy a range of another one bit by bit.
      text.append(turn.text().substring(at, hit.start())).append(replacement);
      at = hit.end();
    }
    text.append(turn.text().substring(at));
    List<Word> words = words(turn, changes, replacements);
    return new Turn(turn.role(), text.toString(), words, turn.startMs(), turn.endMs());
  }

  private String replacement(String turn, Hit hit) {
    Operator operator = policy.operator(hit.type());
    if (operator == Operator.LABEL) {
      return LABELS.getOrDefault(hit.type(), "");
    }
    String value = turn.substring(hit.start(), hit.end());
    String key = hit.value().isEmpty() ? Mark.upper(value) : hit.value();
    Found found = new Found(hit.type(), value, hit.value(), numbers.of(hit.type(), key));
    String made = operator == Operator.SURROGATE ? surrogates.of(found) : "";
    String text = made.isEmpty() ? operator.replace(found) : made;
    return text.length() <= longest(value) ? text : text.substring(0, longest(value));
  }

  private static Map<PiiType, String> labels() {
    Map<PiiType, String> labels = new EnumMap<>(PiiType.class);
    for (PiiType type : PiiType.values()) {
      labels.put(type, "[" + type + "]");
    }
    return labels;
  }

  private static int longest(String value) {
    return value.length() * MAX_GROWTH + MAX_EXTRA;
  }

  private List<Word> words(Turn turn, List<Hit> changes, List<String> replacements) {
    WordPlaces places = WordPlaces.of(turn);
    if (!places.known()) {
      silenceWhole(turn);
      return List.of();
    }
    List<Word> words = new ArrayList<>();
    int next = 0;
    int written = -1;
    for (int i = 0; i < turn.words().size(); i++) {
      Word word = turn.words().get(i);
      while (next < changes.size() && changes.get(next).end() <= places.start(i)) {
        next++;
      }
      boolean covered = next < changes.size() && changes.get(next).start() < places.end(i);
      if (!covered) {
        words.add(word);
        continue;
      }
      silence(turn, word);
      if (written < next && !replacements.get(next).isBlank()) {
        words.add(new Word(replacements.get(next), word.startMs(), word.endMs()));
      }
      written = next;
    }
    return words;
  }

  /** A turn whose words have no places in the audio; without a place itself, where it can be. */
  private void silenceWhole(Turn turn) {
    long start = turn.timed() ? turn.startMs() : earliestMs;
    long end = turn.timed() ? turn.endMs() : latestMs;
    for (Word word : turn.words()) {
      start = Math.min(start, word.startMs());
      end = Math.max(end, word.endMs());
    }
    silence(turn.role(), start, end);
  }

  private void silence(Turn turn, Word word) {
    long widened = word.endMs() == word.startMs() ? WIDENED_MS : 0;
    silence(turn.role(), Math.max(0, word.startMs() - widened), word.endMs() + widened);
  }

  private void silence(Role role, long startMs, long endMs) {
    long padding = policy.padding().toMillis();
    long end = endMs > UNKNOWN_END - padding ? UNKNOWN_END : endMs + padding;
    long start = Math.max(0, startMs - padding);
    silent.add(new AudioRange(role, start, Math.max(end, start + 1)));
  }

  /** Says between which times the next turn was spoken if it does not say so itself. */
  void between(long earliest, long latest) {
    earliestMs = earliest;
    latestMs = latest;
  }

  /** Leaves out typed numbers and notes their tones; a single key, such as a consent, stays. */
  List<KeyPress> keyPresses(List<KeyPress> presses) {
    List<KeyPress> kept = new ArrayList<>();
    int from = 0;
    while (from < presses.size()) {
      int to = from + 1;
      while (to < presses.size()
          && presses.get(to).startMs() - presses.get(to - 1).startMs() <= PRESSES_TOGETHER_MS) {
        to++;
      }
      boolean number = to - from >= TYPED_NUMBER && policy.covers(PiiType.PASSWORD);
      for (KeyPress press : presses.subList(from, to)) {
        if (number) {
          long end = Math.max(press.endMs(), press.startMs() + TONE_MS);
          silence(press.role(), press.startMs(), end);
        } else {
          kept.add(press);
        }
      }
      from = to;
    }
    return kept;
  }
}
