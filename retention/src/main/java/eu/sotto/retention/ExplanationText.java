package eu.sotto.retention;

import eu.sotto.retention.Phrases.Word;
import java.util.List;
import java.util.stream.Collectors;

/** Writes explanations as plain text in one language; ids of rules are for programs. */
final class ExplanationText {
  private final Phrases phrases;

  ExplanationText(Phrases phrases) {
    this.phrases = phrases;
  }

  String of(Explanation explanation) {
    StringBuilder text = new StringBuilder(verdict(explanation.disposition())).append('\n');
    if (!explanation.rules().isEmpty()) {
      text.append(phrases.word(Word.RULES)).append(":\n");
      explanation.rules().forEach(trace -> text.append("- ").append(line(trace)).append('\n'));
    }
    if (!explanation.frees().isEmpty()) {
      text.append(phrases.word(Word.FREES)).append(":\n");
      explanation
          .frees()
          .forEach(free -> text.append("- ").append(phrases.release(free)).append('\n'));
    }
    return text.toString();
  }

  String verdict(Disposition disposition) {
    Because because = disposition.because();
    return phrases.verdict(disposition)
        + ", "
        + phrases.word(Word.BECAUSE)
        + " "
        + phrases.ground(because.ground())
        + references(because.references())
        + ".";
  }

  private String references(List<String> names) {
    String before = " [" + phrases.word(Word.REFERENCES) + " ";
    return names.isEmpty() ? "" : names.stream().collect(Collectors.joining(", ", before, "]"));
  }

  private String line(RuleTrace trace) {
    String end = trace.end().map(until -> ", " + phrases.until(until)).orElse("");
    return phrases.kind(trace.kind())
        + " ("
        + trace.source()
        + "): "
        + phrases.role(trace.role())
        + end;
  }
}
