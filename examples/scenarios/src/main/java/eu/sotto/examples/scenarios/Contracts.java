package eu.sotto.examples.scenarios;

import static eu.sotto.examples.scenarios.Checks.denied;
import static eu.sotto.examples.scenarios.Checks.must;
import static eu.sotto.examples.scenarios.Checks.permitted;
import static eu.sotto.examples.scenarios.Checks.sealed;
import static eu.sotto.examples.scenarios.Summaries.HISTORY;
import static eu.sotto.permit.Operation.SUMMARISE;

import eu.sotto.Call;
import eu.sotto.permit.ContentPermit;
import eu.sotto.permit.ReasonCode;
import eu.sotto.records.RecordEntry;
import eu.sotto.register.LegalBasis;
import eu.sotto.retention.EventName;
import eu.sotto.vocabulary.Answer;
import eu.sotto.vocabulary.PurposeId;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * S3's contracts: whose they are decides the legal basis, their end begins the period. Stateless.
 */
final class Contracts {
  private static final PurposeId OTHERS = PurposeId.of("history-of-others");
  private static final EventName ENDED = EventName.of("contract-ended");
  private static final LocalDate END = LocalDate.of(2027, 6, 30);

  private Contracts() {}

  static List<Promise> promises() {
    return List.of(
        Promise.keeps(
            "contract-party",
            "History rests on the contract for its party, for others on Art. 6(1)(f)",
            Contracts::party),
        Promise.keeps(
            "contract-ended",
            "Contract history goes at the end of the third year after the contract's end",
            Contracts::ended),
        Promise.keeps(
            "contract-runs",
            "Of a contract whose end is not known nothing stays beyond ten years",
            Contracts::runs),
        Promise.keeps(
            "roles",
            "The contract desk reads contract history, support does not",
            Contracts::roles));
  }

  private static Call called(Stage stage) {
    return stage.call("main", "announcement");
  }

  private static RecordEntry kept(Call call, PurposeId purpose) {
    return sealed(call.keep(Summaries.RESULT, permitted(call.may(SUMMARISE, purpose))));
  }

  private static String basis(Stage stage, PurposeId purpose, LegalBasis expected) {
    LegalBasis basis = stage.register().purpose(purpose).orElseThrow().basis();
    must(basis == expected, purpose + " rests on " + basis);
    return purpose + ": " + basis.article();
  }

  private static String party(Stage stage) throws IOException {
    String party = basis(stage, HISTORY, LegalBasis.CONTRACT);
    String others = basis(stage, OTHERS, LegalBasis.LEGITIMATE_INTERESTS);
    Call call = called(stage);
    permitted(call.may(SUMMARISE, HISTORY));
    permitted(call.may(SUMMARISE, OTHERS));
    call.caller().object(Set.of(), Answer.spoken("Ich widerspreche.", stage.now()));
    permitted(call.may(SUMMARISE, HISTORY));
    return party
        + ", "
        + others
        + "; after an objection only the contract's goes on, the other is "
        + denied(call.may(SUMMARISE, OTHERS), ReasonCode.OBJECTED)
        + ", "
        + stage.access(call).event("objection_raised", Map.of());
  }

  private static String ended(Stage stage) throws IOException {
    Call call = called(stage);
    RecordEntry entry = kept(call, HISTORY);
    stage.end(call);
    stage.clock().setNoon(END, stage.register().zone());
    call.caller().happened(ENDED, stage.now(), Stage.actor("contract-desk"));
    String event = stage.access(call).event("event_stated", Map.of("day", END.toString()));
    return "ended on "
        + END
        + ", "
        + event
        + ": "
        + Sweeps.goesOn(stage, call, entry, LocalDate.of(2031, 1, 1));
  }

  private static String runs(Stage stage) {
    Call call = called(stage);
    RecordEntry entry = kept(call, HISTORY);
    stage.end(call);
    return Sweeps.goesOn(stage, call, entry, LocalDate.of(2036, 11, 24));
  }

  private static String roles(Stage stage) throws IOException {
    Call call = called(stage);
    ContentPermit permit = permitted(call.may(SUMMARISE, HISTORY));
    sealed(call.keep(Summaries.RESULT, permit));
    return Openings.byRole(stage, call, permit, "contract-desk", "support");
  }
}
