package eu.sotto.redaction;

import eu.sotto.vocabulary.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A made call that knows where its personal data lies. */
final class LabelledCall {
  private final List<Turn> turns = new ArrayList<>();
  private final List<Finding> labels = new ArrayList<>();
  private final Set<String> absent = new java.util.HashSet<>();
  private final StringBuilder text = new StringBuilder();
  private Role role = Role.AGENT;

  /** Starts a turn. */
  LabelledCall turn(Role speaker) {
    end();
    role = speaker;
    return this;
  }

  LabelledCall agent(String words) {
    return turn(Role.AGENT).say(words);
  }

  LabelledCall caller(String words) {
    return turn(Role.CALLER).say(words);
  }

  LabelledCall say(String words) {
    if (!words.isEmpty()) {
      text.append(text.length() == 0 ? "" : " ").append(words);
    }
    return this;
  }

  LabelledCall value(PiiType type, String words) {
    int start = text.length() + (text.length() == 0 ? 0 : 1);
    say(words);
    labels.add(new Finding(turns.size(), start, text.length(), type, Set.of("LABEL"), 1));
    return this;
  }

  /** Notes that a label holds a word that no shipped dictionary has. */
  LabelledCall absent(String word) {
    absent.add(word);
    return this;
  }

  private void end() {
    if (text.length() > 0) {
      turns.add(Turn.of(role, text.toString()));
      text.setLength(0);
    }
  }

  Transcript transcript() {
    end();
    return Transcript.of(Locale.ROOT, turns);
  }

  /** The same call as one text without speakers. */
  Transcript flat() {
    return Transcript.ofText(Locale.ROOT, transcript().text());
  }

  List<Finding> labels() {
    return List.copyOf(labels);
  }

  boolean holdsAbsent(Finding label) {
    String said = turns.get(label.turn()).text().substring(label.start(), label.end());
    return absent.stream().anyMatch(word -> said.toLowerCase(Locale.ROOT).contains(word));
  }

  /** Where a turn starts in the joined text. */
  int offset(int turn) {
    int at = 0;
    for (int i = 0; i < turn; i++) {
      at += turns.get(i).text().length() + 1;
    }
    return at;
  }
}
