package eu.sotto.examples.scenarios;

import static eu.sotto.examples.scenarios.Checks.denied;
import static eu.sotto.examples.scenarios.Checks.must;
import static eu.sotto.examples.scenarios.Checks.permitted;
import static eu.sotto.permit.Operation.TRANSCRIBE;

import eu.sotto.permit.ContentPermit;
import eu.sotto.permit.Decision;
import eu.sotto.permit.ReasonCode;
import eu.sotto.register.Problem;
import eu.sotto.register.Recipient;
import eu.sotto.register.RecipientRole;
import eu.sotto.register.Transfer;
import eu.sotto.register.TransferMechanism;
import eu.sotto.vocabulary.RecipientId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** S5's four processors: two in a third country, one that says not where. Stateless. */
final class AgentRecipients {
  private static final String CONTRACT =
      "\"contract\": \"Vertrag zur Auftragsverarbeitung nach Art. 28 DSGVO\"";
  private static final RecipientId SYNTHESIS = RecipientId.of("speech-synthesis");

  private AgentRecipients() {}

  static List<Promise> promises() {
    return List.of(
        Promise.keeps(
            "processors", "Four processors work under a contract", AgentRecipients::processors),
        Promise.refuses(
            "no-contract",
            "A processor without a contract gets nothing",
            AgentRecipients::noContract),
        Promise.keeps(
            "third-country",
            "Two processors in the US rest on standard clauses",
            AgentRecipients::thirdCountry),
        Promise.refuses(
            "no-clauses", "Without the clauses nothing goes to the US", AgentRecipients::noClauses),
        Promise.refuses(
            "synthesis",
            "Speech synthesis does not say its country: the register warns, transfer denied",
            AgentRecipients::synthesis),
        Promise.keeps(
            "synthesis-declared",
            "Once it declares a country of the EU it may be used",
            AgentRecipients::declared));
  }

  private static String processors(Stage stage) {
    List<String> names = new ArrayList<>();
    for (Recipient recipient : stage.register().recipients()) {
      if (recipient.role() == RecipientRole.PROCESSOR) {
        must(recipient.contracted(), recipient.id() + " has no contract");
        names.add(recipient.id().value());
      }
    }
    must(names.size() == 4, names.size() + " processors");
    var call = stage.call(TelephoneAgent.LINE, TelephoneAgent.NOTICE);
    permitted(call.may(TRANSCRIBE, TelephoneAgent.ENQUIRY, RecipientId.of("hosting")));
    return names + ", hosting permitted";
  }

  private static String noContract(Stage stage) throws IOException {
    RecipientId hosting = RecipientId.of("hosting");
    permitted(decided(stage, hosting));
    String country = "\"country\": \"DE\",\n      ";
    try (Stage other = stage.under(country + CONTRACT, "\"country\": \"DE\"")) {
      return "its contract gone: "
          + denied(decided(other, hosting), ReasonCode.RECIPIENT_WITHOUT_CONTRACT);
    }
  }

  private static String thirdCountry(Stage stage) {
    List<String> shown = new ArrayList<>();
    for (String id : List.of("telephony-ai", "language-model")) {
      Recipient recipient = stage.register().recipient(RecipientId.of(id)).orElseThrow();
      Transfer transfer =
          recipient.transfer().orElseThrow(() -> new NotShown(id + " has no mechanism"));
      must(transfer.mechanism() == TransferMechanism.SCC, id + ": " + transfer.mechanism());
      permitted(decided(stage, recipient.id()));
      shown.add(id + " " + transfer.mechanism() + " of " + transfer.date());
    }
    return String.join(", ", shown) + " [" + TransferMechanism.SCC.article() + "]: permitted";
  }

  private static String noClauses(Stage stage) throws IOException {
    RecipientId telephony = RecipientId.of("telephony-ai");
    permitted(decided(stage, telephony));
    String clauses =
        "\"transfer\": { \"mechanism\": \"scc\", \"evidence\": \"Standardvertragsklauseln und"
            + " zusätzliche Maßnahmen\", \"date\": \"2024-04-08\" },";
    try (Stage other = stage.under(clauses, "")) {
      return "the clauses gone: "
          + denied(decided(other, telephony), ReasonCode.TRANSFER_WITHOUT_MECHANISM);
    }
  }

  private static String synthesis(Stage stage) {
    Problem warning =
        stage.register().warnings().stream()
            .filter(problem -> problem.message().contains("country not stated"))
            .findFirst()
            .orElseThrow(() -> new NotShown("no warning"));
    return "warning "
        + warning.path()
        + ": "
        + warning.message()
        + "; "
        + denied(decided(stage, SYNTHESIS), ReasonCode.COUNTRY_NOT_STATED);
  }

  private static String declared(Stage stage) throws IOException {
    denied(decided(stage, SYNTHESIS), ReasonCode.COUNTRY_NOT_STATED);
    String name = "\"name\": \"Anbieter der Sprachausgabe\",";
    try (Stage other = stage.under(name, name + " \"country\": \"DE\",")) {
      permitted(decided(other, SYNTHESIS));
      return "register with country DE: permitted";
    }
  }

  private static Decision<ContentPermit> decided(Stage stage, RecipientId recipient) {
    return stage
        .call(TelephoneAgent.LINE, TelephoneAgent.NOTICE)
        .may(TRANSCRIBE, TelephoneAgent.ENQUIRY, recipient);
  }
}
