package eu.sotto.examples.quickstart;

import eu.sotto.permit.Decision;
import eu.sotto.permit.Reason;
import eu.sotto.permit.ReasonCode;
import java.io.PrintStream;
import java.util.Locale;
import java.util.stream.Collectors;

/** Tells each step in plain words, and counts what is not as it must be. */
final class Story {
  private final PrintStream out;
  private int wrong;

  Story(PrintStream out) {
    this.out = out;
  }

  void chapter(String title) {
    out.printf("%n== %s%n", title);
  }

  void step(String what, Object result) {
    out.printf("%-24s %s%n", what, result);
  }

  void decision(String what, Decision<?> decision) {
    step(
        what,
        decision instanceof Decision.Permitted<?> yes
            ? "permitted, owing " + yes.permit().obligations()
            : "denied: "
                + decision.reasons().stream()
                    .map(reason -> reason.sentence(Locale.ENGLISH))
                    .collect(Collectors.joining("; ")));
  }

  boolean hasReason(Decision<?> decision, ReasonCode code) {
    return decision.reasons().stream().map(Reason::code).anyMatch(code::equals);
  }

  void must(boolean holds, String what) {
    if (holds) {
      out.printf("   as it must be: %s%n", what);
    } else {
      wrong++;
      out.printf("   NOT AS IT MUST BE: %s%n", what);
    }
  }

  int wrong() {
    return wrong;
  }
}
