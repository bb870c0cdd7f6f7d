package eu.sotto.purpose;

import eu.sotto.consent.Story;
import eu.sotto.notice.FullText;
import eu.sotto.notice.Notice;
import eu.sotto.notice.NoticePart;
import eu.sotto.permit.Operation;
import eu.sotto.register.AutomatedDecision;
import eu.sotto.register.AutomatedDecision.Effect;
import eu.sotto.register.AutomatedDecision.Intervention;
import eu.sotto.register.AutomatedDecision.Logic;
import eu.sotto.register.Balancing;
import eu.sotto.register.Channel;
import eu.sotto.register.ContactPoint;
import eu.sotto.register.Controller;
import eu.sotto.register.Country;
import eu.sotto.register.Direction;
import eu.sotto.register.FurtherUse;
import eu.sotto.register.Ground;
import eu.sotto.register.Keeping;
import eu.sotto.register.LegalBasis;
import eu.sotto.register.Line;
import eu.sotto.register.OnWithdrawal;
import eu.sotto.register.Purpose;
import eu.sotto.register.Recipient;
import eu.sotto.register.RecipientRole;
import eu.sotto.register.Register;
import eu.sotto.register.RegisterBuilder;
import eu.sotto.register.Scope;
import eu.sotto.register.Transfer;
import eu.sotto.register.TransferMechanism;
import eu.sotto.register.Validity;
import eu.sotto.retention.RetentionClass;
import eu.sotto.retention.RetentionRule;
import eu.sotto.retention.Trigger;
import eu.sotto.retention.calendar.RetentionTerm;
import eu.sotto.vocabulary.LineId;
import eu.sotto.vocabulary.NoticeId;
import eu.sotto.vocabulary.PurposeId;
import eu.sotto.vocabulary.RecipientId;
import java.net.URI;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The register of an invented office, with at least one purpose, line or recipient per rule. */
final class Office {
  static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  static final LocalDate TODAY = LocalDate.parse("2026-11-21");
  static final RetentionClass CALLS = RetentionClass.ofCalls("calls");
  static final Register REGISTER = builder().build();
  static final Register EEA_ONLY = builder().onlyInEea(true).build();

  private Office() {}

  static RegisterBuilder builder() {
    RegisterBuilder builder =
        Register.builder()
            .controller(new Controller("Office", "1 Example Street", "privacy@office.example"))
            .supervisoryAuthority(new ContactPoint("Authority", "authority.example"))
            .zone(ZONE)
            .defaultRegion(Country.of("DE"))
            .defaultLanguage(Locale.GERMAN)
            .notice(Story.WELCOME)
            .notice(brief())
            .notice(news())
            .retentionRule(threeMonths())
            .automatedDecision(prepared())
            .forbid(Operation.TRAIN)
            .forbid(Operation.IDENTIFY_BY_VOICE)
            .forbid(RecipientId.of("model-maker"))
            .forbid(RecipientId.of("broker"));
    lines().forEach(builder::line);
    recipients().forEach(builder::recipient);
    purposes().forEach(builder::purpose);
    builder
        .furtherUse(furtherUse("appointment", "statistics", "2026-06-01", "2027-06-01"))
        .furtherUse(furtherUse("service", "statistics", "2025-06-01", "2026-11-21"))
        .furtherUse(furtherUse("orders", "statistics", "2026-11-22", "2027-06-01"));
    return builder;
  }

  private static FurtherUse furtherUse(String from, String to, String date, String review) {
    return new FurtherUse(
        PurposeId.of(from),
        PurposeId.of(to),
        new FurtherUse.Assessment(
            "the same service, counted",
            "callers expect that calls are counted",
            "no special categories",
            "none for anybody",
            "only redacted text",
            "data protection",
            LocalDate.parse(date),
            LocalDate.parse(review)),
        NoticeId.of("news"));
  }

  /** Tells of a further use, on the main line. */
  private static Notice news() {
    return new Notice(
        NoticeId.of("news"),
        "1",
        Locale.GERMAN,
        "Wir zählen künftig auch, worum es in Ihren Anrufen ging.",
        FullText.complete(URI.create("https://office.example/news")),
        EnumSet.of(NoticePart.CONTROLLER, NoticePart.PURPOSES, NoticePart.RIGHTS),
        Map.of());
  }

  /** Tells of AI but not of recording, and asks nothing. */
  private static Notice brief() {
    return new Notice(
        NoticeId.of("brief"),
        "1",
        Locale.GERMAN,
        "Sie sprechen mit einem KI-System.",
        FullText.complete(URI.create("https://office.example/notice")),
        EnumSet.of(
            NoticePart.AI_DISCLOSURE,
            NoticePart.CONTROLLER,
            NoticePart.PURPOSES,
            NoticePart.RIGHTS),
        Map.of());
  }

  /** A machine prepares the decision on credit, and a person takes it. */
  private static AutomatedDecision prepared() {
    return new AutomatedDecision(
        PurposeId.of("credit"),
        Effect.PREPARES,
        AutomatedDecision.Doors.NONE,
        new Intervention("credit desk", Set.of("credit-desk"), true),
        new Logic("a score over the stated income", List.of("no use of the address")));
  }

  private static RetentionRule threeMonths() {
    return RetentionRule.forClass(CALLS)
        .mustDeleteBy()
        .trigger(Trigger.recorded())
        .period(RetentionTerm.parse("P3M"))
        .source("register")
        .build();
  }

  private static List<Line> lines() {
    return List.of(
        line("main", true, "welcome", "news"),
        line("short", true, "brief"),
        line("desk", false, "welcome"),
        line("bare", true),
        new Line(
            LineId.of("calls"),
            Channel.VOICE,
            Direction.OUTBOUND,
            false,
            List.of(NoticeId.of("welcome"))));
  }

  private static Line line(String id, boolean ai, String... notices) {
    return new Line(
        LineId.of(id),
        Channel.VOICE,
        Direction.INBOUND,
        ai,
        Stream.of(notices).map(NoticeId::of).toList());
  }

  private static List<Recipient> recipients() {
    LocalDate checked = LocalDate.parse("2026-03-01");
    LocalDate lapsed = LocalDate.parse("2025-11-21");
    return List.of(
        processor("host-de", Recipient.Place.in(Country.of("DE"))),
        processor("host-no", Recipient.Place.in(Country.of("NO"))),
        processor("model-us", place("US", TransferMechanism.SCC, lapsed)),
        processor("certified-us", place("US", TransferMechanism.ADEQUACY, checked)),
        processor("lapsed-us", place("US", TransferMechanism.ADEQUACY, lapsed)),
        processor("adequate-gb", place("GB", TransferMechanism.ADEQUACY, lapsed)),
        processor("group-in", place("IN", TransferMechanism.BCR, checked)),
        processor("planned-in", place("IN", TransferMechanism.SCC, TODAY.plusDays(1))),
        processor("bare-in", Recipient.Place.in(Country.of("IN"))),
        processor("speech", Recipient.Place.UNSTATED),
        new Recipient(
            RecipientId.of("no-contract"),
            "No contract",
            RecipientRole.PROCESSOR,
            Recipient.Place.in(Country.of("DE")),
            null),
        processor("platform", Recipient.Place.in(Country.of("DE"))),
        engaged("model-sub", "platform", Set.of(PurposeId.of("fraud-prevention"))),
        engaged("deep-sub", "no-contract", Set.of()),
        engaged("orphan-sub", null, Set.of()),
        new Recipient(
            RecipientId.of("broker"),
            "Broker",
            RecipientRole.CONTROLLER,
            Recipient.Place.in(Country.of("DE")),
            null),
        new Recipient(
            RecipientId.of("partner"),
            "Partner",
            RecipientRole.CONTROLLER,
            Recipient.Place.in(Country.of("AT")),
            null));
  }

  private static Recipient.Place place(String country, TransferMechanism by, LocalDate date) {
    return new Recipient.Place(Country.of(country), new Transfer(by, "on file", date));
  }

  private static Recipient processor(String id, Recipient.Place place) {
    return new Recipient(RecipientId.of(id), id, RecipientRole.PROCESSOR, place, "contract " + id);
  }

  private static Recipient engaged(String id, @Nullable String by, Set<PurposeId> own) {
    return new Recipient(
        RecipientId.of(id),
        id,
        RecipientRole.SUB_PROCESSOR,
        Recipient.Place.in(Country.of("DE")),
        "contract " + id,
        by == null ? null : RecipientId.of(by),
        own);
  }

  private static List<Purpose> purposes() {
    Ground interests = Ground.legitimateInterests(balancing("2026-01-01", "2027-01-01"));
    Keeping kept = Keeping.under(CALLS);
    Keeping raw = new Keeping(CALLS, OnWithdrawal.SHRED, null, false, false);
    return List.of(
        purpose(
            "quality",
            Ground.consent(Validity.of(Period.ofMonths(6))),
            kept,
            "record transcribe analyse coach disclose",
            "host-de model-us"),
        purpose(
            "advertising",
            Ground.consent(Validity.untilWithdrawn(TODAY.plusYears(1))),
            kept,
            "contact disclose",
            "partner"),
        purpose(
            "appointment",
            Ground.of(LegalBasis.CONTRACT),
            kept,
            "transcribe summarise disclose",
            "host-de host-no model-us certified-us lapsed-us adequate-gb group-in planned-in"
                + " bare-in speech no-contract platform model-sub deep-sub orphan-sub"),
        purpose("service", interests, raw, "transcribe summarise analyse", "host-de model-sub"),
        purpose("statistics", interests, kept, "analyse", ""),
        purpose("regulars", Ground.of(LegalBasis.CONTRACT), kept, "personalise", ""),
        purpose("scoring", interests, kept, "profile", ""),
        purpose("fraud-prevention", interests, Keeping.TRANSIENT, "disclose", "model-sub"),
        purpose(
            "stale",
            Ground.legitimateInterests(balancing("2025-01-01", "2026-11-21")),
            kept,
            "analyse",
            ""),
        purpose("unweighed", Ground.of(LegalBasis.LEGITIMATE_INTERESTS), kept, "analyse", ""),
        purpose("hearing", interests, Keeping.TRANSIENT, "transcribe", "host-de certified-us"),
        purpose("orders", Ground.of(LegalBasis.LEGAL_DUTY), kept, "record", ""),
        purpose("protocol", Ground.of(LegalBasis.CONTRACT), kept, "record", ""),
        purpose(
            "rescue",
            Ground.of(LegalBasis.VITAL_INTERESTS),
            Keeping.TRANSIENT,
            "transcribe disclose",
            "host-de"),
        purpose("credit", Ground.of(LegalBasis.CONTRACT), kept, "decide", ""),
        purpose("mood", interests, kept, "infer-emotion", ""));
  }

  private static Balancing balancing(String date, String review) {
    return new Balancing(
        "good service", "outweighs", "legal", LocalDate.parse(date), LocalDate.parse(review));
  }

  static Purpose purpose(
      String id, Ground ground, Keeping keeping, String operations, String recipients) {
    return Purpose.of(
        PurposeId.of(id),
        ground,
        new Scope(
            names(operations).map(n -> Operation.named(n).orElseThrow()).collect(set()),
            Set.of(),
            names(recipients).map(RecipientId::of).collect(set())),
        keeping);
  }

  private static Stream<String> names(String text) {
    return Stream.of(text.split(" ", -1)).filter(n -> !n.isEmpty());
  }

  private static <T> Collector<T, ?, Set<T>> set() {
    return Collectors.toSet();
  }
}
