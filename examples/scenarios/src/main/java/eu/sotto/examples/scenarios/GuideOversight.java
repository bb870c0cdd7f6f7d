package eu.sotto.examples.scenarios;

import static eu.sotto.examples.scenarios.Checks.must;
import static eu.sotto.examples.scenarios.Checks.needsReview;
import static eu.sotto.examples.scenarios.Checks.permitted;
import static eu.sotto.examples.scenarios.Checks.sealed;
import static eu.sotto.permit.Operation.DECIDE;
import static eu.sotto.permit.Operation.TRANSCRIBE;

import eu.sotto.Call;
import eu.sotto.Incidents;
import eu.sotto.incident.Clock;
import eu.sotto.incident.Duty;
import eu.sotto.incident.Finding;
import eu.sotto.incident.Incident;
import eu.sotto.incident.Notification;
import eu.sotto.incident.Report;
import eu.sotto.oversight.OutcomeId;
import eu.sotto.oversight.Review;
import eu.sotto.permit.ContentPermit;
import eu.sotto.permit.ReasonCode;
import eu.sotto.records.RecordEntry;
import eu.sotto.vocabulary.Actor;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * S2's promises about people who look: at outcomes, at breaches, at everything again. Stateless.
 */
final class GuideOversight {
  private static final Actor REVIEWER = Stage.actor("review-desk");
  private static final Actor OFFICE = Stage.actor("data-protection");

  private GuideOversight() {}

  static List<Promise> promises() {
    return List.of(
        Promise.keeps(
            "human-review",
            "An automated outcome counts once a person has reviewed it",
            GuideOversight::humanReview),
        Promise.keeps(
            "breach",
            "A breach: the records say whom it affects; authority and persons are told in time",
            GuideOversight::breach),
        Promise.refuses(
            "breach-late",
            "A late notice goes out with its reason only, and lateness shows",
            GuideOversight::breachLate),
        Promise.keeps(
            "reviews",
            "Notices, data and security are looked at again and again",
            GuideOversight::reviews));
  }

  private static String humanReview(Stage stage) throws IOException {
    Call call = Guide.agreed(stage, Guide.ANALYSIS);
    ContentPermit text = permitted(call.may(TRANSCRIBE, Guide.ANALYSIS));
    RecordEntry said = sealed(call.keep(call.redact(Guide.TALK, text), text));
    String why = needsReview(call.may(DECIDE, Guide.ANALYSIS), ReasonCode.HUMAN_DECISION_REQUIRED);
    OutcomeId proposed =
        Outcomes.recorded(
            call.proposed(Outcomes.result("Die Bestellung ist verloren.", said), Guide.ANALYSIS));
    must(Outcomes.standing(stage, proposed).isEmpty(), "it counts before a person looked");
    List<Review> open = stage.privacy().reviews();
    must(open.size() == 1, open.size() + " reviews are open");
    OutcomeId taken = Outcomes.changed(open.get(0), REVIEWER, "Die Bestellung kommt morgen.");
    must(Outcomes.standing(stage, taken).contains("morgen"), "the person's word does not count");
    return why
        + "; proposed, seen and changed by review-desk: "
        + stage.access(call).event("review_resolved", Map.of("role", "review-desk"));
  }

  private static String breach(Stage stage) throws IOException {
    Call call = Guide.agreed(stage, Guide.RECORDING);
    Guide.recorded(call);
    stage.end(call);
    Instant until = stage.now().plus(Duration.ofHours(1));
    stage.clock().advance(Duration.ofDays(1));
    stage.end(Guide.agreed(stage, Guide.RECORDING));
    Incident reported = Breaches.reported(stage, Report.Source.EMPLOYEE);
    final Instant authority = Breaches.clock(stage, reported, Duty.AUTHORITY);
    final Instant persons = Breaches.clock(stage, reported, Duty.PERSONS);
    must(Duration.between(stage.now(), authority).toHours() == 72, "authority by " + authority);
    must(Duration.between(stage.now(), persons).toHours() == 48, "persons by " + persons);
    Finding finding = Breaches.found(stage, reported, Stage.MORNING, until);
    must(
        finding.counts().calls() == 1 && finding.counts().subjects() == 1,
        "affected: " + finding.counts());
    Incidents incidents = stage.privacy().incidents();
    stage.clock().advance(Duration.ofHours(47));
    for (Duty duty : List.of(Duty.AUTHORITY, Duty.PERSONS)) {
      incidents.told(reported.id(), Notification.of(duty, stage.now(), "letter-1"), OFFICE);
    }
    Incident closed = incidents.close(reported.id(), "Der Zugang ist geändert.", OFFICE);
    must(
        closed.clocks().stream().allMatch(clock -> clock.state() == Clock.State.TOLD),
        "clocks: " + closed.clocks());
    return "of 2 calls 1 call of 1 caller affected; authority by "
        + authority
        + " (Art. 33), persons by "
        + persons
        + " (Art. 34), both told, documented (Art. 33(5))";
  }

  private static String breachLate(Stage stage) {
    Incident reported = Breaches.reported(stage, Report.Source.SYSTEM);
    stage.clock().advance(Duration.ofHours(71));
    must(Breaches.overdue(stage).equals(List.of(Duty.PERSONS.article())), "too early or too late");
    stage.clock().advance(Duration.ofHours(2));
    List<String> late = Breaches.overdue(stage);
    must(late.contains(Duty.AUTHORITY.article()), "nobody notices the delay");
    Incidents incidents = stage.privacy().incidents();
    Notification told = Notification.of(Duty.AUTHORITY, stage.now(), "letter-2");
    try {
      incidents.told(reported.id(), told, OFFICE);
    } catch (IllegalArgumentException e) {
      incidents.told(reported.id(), told.late("Der Umfang war unklar."), OFFICE);
      must(!Breaches.overdue(stage).contains(Duty.AUTHORITY.article()), "still overdue");
      return "overdue in the health view: " + late + "; without a reason: " + e.getMessage();
    }
    throw new NotShown("a late notice without a reason was taken");
  }

  private static String reviews(Stage stage) {
    LocalDate spring = LocalDate.of(2027, 4, 1);
    return String.join(
        "; ",
        Reviews.everyInterval(stage, "notice", OFFICE, REVIEWER, spring),
        Reviews.everyInterval(stage, "data", OFFICE, REVIEWER, spring),
        Reviews.everyInterval(stage, "security", OFFICE, REVIEWER, LocalDate.of(2027, 10, 1)));
  }
}
