package eu.sotto;

import eu.sotto.oversight.AiResult;
import eu.sotto.oversight.Involvement;
import eu.sotto.oversight.Review;
import eu.sotto.permit.ContentPermit;
import eu.sotto.permit.Operation;
import eu.sotto.records.Kept;
import eu.sotto.records.RecordId;
import eu.sotto.register.Register;
import eu.sotto.vocabulary.Actor;
import eu.sotto.vocabulary.PurposeId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The practice with decisions of every kind, and the people who review them. */
final class Casework {
  static final PurposeId LOAN = PurposeId.of("loan");
  static final PurposeId QUEUE = PurposeId.of("queue");
  static final PurposeId ADVICE = PurposeId.of("advice");
  static final PurposeId PREMIUM = PurposeId.of("premium");
  static final PurposeId BONUS = PurposeId.of("bonus");
  static final Actor REVIEWER = Actor.of("e-1", "credit-desk");
  static final Actor COLLEAGUE = Actor.of("e-2", "credit-desk");
  static final Actor CLERK = Actor.of("e-3", "clerk");
  static final String REFUSED = "Der Antrag wird abgelehnt.";
  static final String GRANTED = "Der Antrag wird angenommen.";
  static final String SCORE = "Punktwert aus dem Gespräch";
  static final String PRINCIPLE = "Wohnort und Herkunft zählen nicht";

  private Casework() {}

  static Register register() {
    return register("");
  }

  /** The same, with a section before the others. */
  static Register register(String roles) {
    return Practice.register(
        text ->
            text.replace("\"retention\": [", roles + "\"retention\": [")
                .replace("\"duty-to-provide\"", "\"duty-to-provide\", \"automated-decisions\"")
                .replaceFirst(
                    "\"purposes\": \\[\\s*\\{",
                    "\"purposes\": [" + Matcher.quoteReplacement(purposes()) + "{")
                .replace("\"recipients\": [\n    {", decisions() + "\"recipients\": [\n    {"));
  }

  private static String purposes() {
    return Stream.of("loan", "queue", "advice", "premium", "bonus", "therapy", "triage")
        .map(id -> purpose(id, id.startsWith("t") ? "health" : "conversation"))
        .collect(Collectors.joining());
  }

  private static String purpose(String id, String category) {
    return """
        { "id": "%s", "role": "controller", "legalBasis": "contract", "operations": ["decide"],
          "dataCategories": ["%s"], "recipients": [], "retentionClass": "conversation" },
        """
        .formatted(id, category);
  }

  private static String decisions() {
    String contract = "\"door\": { \"kind\": \"contract\", \"evidence\": \"§ 4\" },";
    String interest = "\"special\": { \"kind\": \"public-interest\", \"evidence\": \"§ 22\" },";
    return "\"automatedDecisions\": ["
        + decision("loan", "significant", contract, true)
        + ","
        + decision("queue", "none", "", true)
        + ","
        + decision("advice", "prepares", "", true)
        + ","
        + decision("premium", "significant", "", true)
        + ","
        + decision("therapy", "significant", contract, true)
        + ","
        + decision("triage", "significant", contract + interest, false)
        + "], \"reviews\": ["
        + recurring("notices", "notices", "P1Y")
        + ","
        + recurring("bias", "bias", "P3M")
        + "],";
  }

  private static String decision(String purpose, String effect, String doors, boolean always) {
    return """
        { "purpose": "%s", "effect": "%s", %s
          "review": { "route": "Telefon 030 1, Kreditstelle", "reviewers": ["credit-desk"],
                      "always": %s },
          "procedure": "%s", "principles": ["%s"] }
        """
        .formatted(purpose, effect, doors, always, SCORE, PRINCIPLE);
  }

  private static String recurring(String id, String topic, String interval) {
    return """
        { "id": "%s", "topic": "%s", "interval": "%s", "function": "data-protection",
          "since": "2026-01-01" }
        """
        .formatted(id, topic, interval);
  }

  static ContentPermit permit(Call call, PurposeId purpose) {
    return Practice.permitted(call.may(Operation.DECIDE, purpose));
  }

  /** What was said in the call, kept as the input of a decision. */
  static RecordId input(Call call) {
    Kept kept = Practice.keep(call, "Ich hätte gern einen Kredit.");
    return ((Kept.Sealed) kept).entry().id();
  }

  static AiResult result(String text, RecordId... inputs) {
    return new AiResult(
        text, List.of(inputs), "scorer-7", new BigDecimal("0.83"), Involvement.NONE);
  }

  /** Opens every input of a review and looks at it. */
  static void look(Review review, Actor actor) {
    for (RecordId input : review.inputs()) {
      try (SeekableByteChannel content = review.open(input, actor)) {
        if (content.size() == 0) {
          throw new AssertionError("nothing to see");
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
