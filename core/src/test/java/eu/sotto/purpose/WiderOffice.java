package eu.sotto.purpose;

import eu.sotto.consent.Story;
import eu.sotto.notice.FullText;
import eu.sotto.notice.Notice;
import eu.sotto.notice.NoticePart;
import eu.sotto.permit.Operation;
import eu.sotto.redaction.PiiType;
import eu.sotto.register.AutomatedDecision;
import eu.sotto.register.AutomatedDecision.Door;
import eu.sotto.register.AutomatedDecision.Effect;
import eu.sotto.register.AutomatedDecision.Intervention;
import eu.sotto.register.AutomatedDecision.Logic;
import eu.sotto.register.ConsentMark;
import eu.sotto.register.Ground;
import eu.sotto.register.Intake;
import eu.sotto.register.IntakeField;
import eu.sotto.register.Keeping;
import eu.sotto.register.LegalBasis;
import eu.sotto.register.Purpose;
import eu.sotto.register.Register;
import eu.sotto.register.Scope;
import eu.sotto.register.Validity;
import eu.sotto.vocabulary.DataCategory;
import eu.sotto.vocabulary.NoticeId;
import eu.sotto.vocabulary.PurposeId;
import java.net.URI;
import java.time.Period;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The same office, which also takes in data and lets machines decide. */
final class WiderOffice {
  static final PurposeId ADVICE = PurposeId.of("advice");

  private static final Ground CONTRACT = Ground.of(LegalBasis.CONTRACT);

  static final Register REGISTER = register();

  private WiderOffice() {}

  private static Register register() {
    Ground explicit = Ground.consent(Validity.of(Period.ofMonths(6)), Set.of(ConsentMark.EXPLICIT));
    return Office.builder()
        .notice(asksForAdvice())
        .purpose(purpose("enquiry", CONTRACT, Operation.TRANSCRIBE, "contact"))
        .purpose(purpose("visit", CONTRACT, Operation.TRANSCRIBE, "contact"))
        .purpose(purpose("advice", explicit, Operation.TRANSCRIBE, "health"))
        .purpose(purpose("triage", CONTRACT, Operation.DECIDE, "conversation"))
        .purpose(purpose("lottery", CONTRACT, Operation.DECIDE, "conversation"))
        .purpose(purpose("loan", CONTRACT, Operation.DECIDE, "conversation"))
        .purpose(purpose("insurance", CONTRACT, Operation.DECIDE, "conversation"))
        .automatedDecision(decision("triage", Effect.NONE, AutomatedDecision.Doors.NONE))
        .automatedDecision(decision("loan", Effect.SIGNIFICANT, AutomatedDecision.Doors.NONE))
        .automatedDecision(
            decision(
                "insurance",
                Effect.LEGAL,
                new AutomatedDecision.Doors(new Door(Door.Article.CONTRACT, "policy 7"), null)))
        .intake(intake())
        .build();
  }

  private static Purpose purpose(
      String id, Ground ground, Operation<?> operation, String category) {
    return Purpose.of(
        PurposeId.of(id),
        ground,
        new Scope(Set.of(operation), Set.of(DataCategory.of(category)), Set.of()),
        Keeping.under(Office.CALLS));
  }

  private static AutomatedDecision decision(
      String purpose, Effect effect, AutomatedDecision.Doors doors) {
    return new AutomatedDecision(
        PurposeId.of(purpose),
        effect,
        doors,
        new Intervention("the desk", Set.of("desk"), true),
        new Logic("what was asked for, by urgency", List.of("no use of the name")));
  }

  private static Intake intake() {
    DataCategory contact = DataCategory.of("contact");
    PurposeId enquiry = PurposeId.of("enquiry");
    PurposeId visit = PurposeId.of("visit");
    return new Intake(
        List.of(
            IntakeField.of(enquiry, "name", contact, PiiType.PERSON),
            IntakeField.of(enquiry, "phone", contact, PiiType.PHONE),
            IntakeField.text(enquiry, "remark", contact),
            IntakeField.of(visit, "birth-date", contact, PiiType.BIRTH_DATE),
            new IntakeField(
                ADVICE,
                "allergy",
                DataCategory.of("health"),
                PiiType.HEALTH,
                new IntakeField.Need("what must not be given", ADVICE))),
        Map.of());
  }

  private static Notice asksForAdvice() {
    return new Notice(
        NoticeId.of("health"),
        "1",
        Locale.GERMAN,
        "Dürfen wir für die Beratung notieren, was Sie nicht vertragen? Sie können widerrufen;"
            + " ohne das beraten wir Sie genauso.",
        FullText.complete(URI.create("https://office.example/health")),
        EnumSet.of(
            NoticePart.CONTROLLER,
            NoticePart.PURPOSES,
            NoticePart.RIGHTS,
            NoticePart.WITHDRAWAL,
            NoticePart.REFUSAL),
        Map.of(ADVICE, Story.question(ADVICE)));
  }
}
