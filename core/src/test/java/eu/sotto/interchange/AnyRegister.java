package eu.sotto.interchange;

import eu.sotto.notice.FullText;
import eu.sotto.notice.Notice;
import eu.sotto.notice.NoticePart;
import eu.sotto.notice.Question;
import eu.sotto.notice.Reply;
import eu.sotto.permit.Operation;
import eu.sotto.redaction.PiiType;
import eu.sotto.register.Assumption;
import eu.sotto.register.AutomatedDecision;
import eu.sotto.register.AutomatedDecision.Door;
import eu.sotto.register.AutomatedDecision.Doors;
import eu.sotto.register.AutomatedDecision.Effect;
import eu.sotto.register.AutomatedDecision.Intervention;
import eu.sotto.register.AutomatedDecision.Logic;
import eu.sotto.register.Balancing;
import eu.sotto.register.Channel;
import eu.sotto.register.ConsentMark;
import eu.sotto.register.Contact;
import eu.sotto.register.ContactKind;
import eu.sotto.register.ContactPoint;
import eu.sotto.register.Controller;
import eu.sotto.register.Country;
import eu.sotto.register.DespiteRestriction;
import eu.sotto.register.Direction;
import eu.sotto.register.FurtherUse;
import eu.sotto.register.Ground;
import eu.sotto.register.ImpactAssessment;
import eu.sotto.register.IncidentPlan;
import eu.sotto.register.Intake;
import eu.sotto.register.IntakeField;
import eu.sotto.register.KeepGround;
import eu.sotto.register.Keeping;
import eu.sotto.register.LegalBasis;
import eu.sotto.register.Line;
import eu.sotto.register.OnWithdrawal;
import eu.sotto.register.OwnData;
import eu.sotto.register.Purpose;
import eu.sotto.register.PurposeRole;
import eu.sotto.register.Recipient;
import eu.sotto.register.RecipientRole;
import eu.sotto.register.RecurringReview;
import eu.sotto.register.Register;
import eu.sotto.register.RegisterBuilder;
import eu.sotto.register.Responsibility;
import eu.sotto.register.RightsTerms;
import eu.sotto.register.Scope;
import eu.sotto.register.StaffRole;
import eu.sotto.register.Standing;
import eu.sotto.register.Task;
import eu.sotto.register.Transfer;
import eu.sotto.register.TransferMechanism;
import eu.sotto.register.Validity;
import eu.sotto.retention.RetentionClass;
import eu.sotto.retention.RetentionRule;
import eu.sotto.retention.Trigger;
import eu.sotto.retention.calendar.RetentionTerm;
import eu.sotto.vocabulary.Authentication;
import eu.sotto.vocabulary.DataCategory;
import eu.sotto.vocabulary.IdentityLevel;
import eu.sotto.vocabulary.LineId;
import eu.sotto.vocabulary.NoticeId;
import eu.sotto.vocabulary.PurposeId;
import eu.sotto.vocabulary.RecipientId;
import eu.sotto.vocabulary.Right;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.jspecify.annotations.Nullable;

/** Registers of any content that do not contradict themselves. */
final class AnyRegister {
  private static final List<Locale> LANGUAGES =
      List.of(Locale.GERMAN, Locale.ENGLISH, Locale.forLanguageTag("zh-Hant-TW"));
  private static final List<String> ZONES = List.of("Europe/Berlin", "UTC", "Asia/Kolkata", "Z");
  private static final List<Boolean> TRUTH = List.of(true, false);
  private static final String LETTERS = "aäßé \"\\/\n\t,:{}[]0→漢𝄞\u0000\u2028";

  private final Random random;
  private final RegisterBuilder builder = Register.builder();
  private final Map<PurposeId, LegalBasis> bases = new HashMap<>();
  private final Set<String> processedFor = new HashSet<>();
  private final Set<RecipientId> recipients = new HashSet<>();
  private final Set<PurposeId> explicit = new LinkedHashSet<>();

  private AnyRegister(Random random) {
    this.random = random;
  }

  static Arbitrary<Register> registers() {
    return Arbitraries.randoms().map(random -> new AnyRegister(random).build());
  }

  private Register build() {
    Locale language = one(LANGUAGES);
    builder
        .controller(new Controller("controller " + text(), text(), text()))
        .supervisoryAuthority(new ContactPoint(text(), text()))
        .zone(ZoneId.of(one(ZONES)))
        .defaultRegion(Country.of(one(List.of("DE", "AT", "US"))))
        .defaultLanguage(language)
        .onlyInEea(random.nextBoolean());
    if (random.nextBoolean()) {
      builder.dataProtectionOfficer(new ContactPoint(text(), text()));
    }
    builder.forbid(Operation.INFER_EMOTION).forbid(Operation.IDENTIFY_BY_VOICE);
    if (random.nextBoolean()) {
      builder.forbid(RecipientId.of("model-maker"));
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      recipient(RecipientId.of("recipient-" + i));
    }
    for (int i = random.nextInt(5); i > 0; i--) {
      purpose(PurposeId.of("purpose-" + i), one(List.of(LegalBasis.values())));
    }
    if (random.nextBoolean()) {
      chain();
    }
    AnyRule.rules(random, bases.keySet()).forEach(builder::retentionRule);
    notices(language);
    builder.line(
        new Line(
            LineId.of("main"),
            one(List.of(Channel.values())),
            one(List.of(Direction.values())),
            random.nextBoolean(),
            random.nextBoolean(),
            List.of(NoticeId.of("welcome"))));
    staff();
    for (int i = random.nextInt(3); i > 0; i--) {
      builder.assumption(
          new Assumption(
              text(), text(), random.nextBoolean() ? null : new Assumption.Check(text(), day())));
    }
    accountability();
    reviews();
    roles();
    furtherUses();
    intake();
    rights();
    return builder.build();
  }

  private void recipient(RecipientId id) {
    Country country = one(List.of(Country.of("DE"), Country.of("US"), Country.of("CH")));
    Recipient.Place place =
        random.nextInt(4) == 0
            ? Recipient.Place.UNSTATED
            : new Recipient.Place(country, country.inEea() ? null : transfer());
    recipients.add(id);
    builder.recipient(
        new Recipient(
            id,
            text(),
            one(List.of(RecipientRole.values())),
            place,
            random.nextBoolean() ? text() : null));
  }

  /** A processor, whom it engaged, and what that one does for itself. */
  private void chain() {
    RecipientId processor = RecipientId.of("processor");
    RecipientId engaged = RecipientId.of("engaged");
    PurposeId own = PurposeId.of("fraud-prevention");
    Recipient.Place place = Recipient.Place.in(Country.of("DE"));
    builder.recipient(new Recipient(processor, text(), RecipientRole.PROCESSOR, place, text()));
    builder.recipient(
        new Recipient(
            engaged, text(), RecipientRole.SUB_PROCESSOR, place, text(), processor, Set.of(own)));
    bases.put(own, LegalBasis.LEGITIMATE_INTERESTS);
    builder.purpose(
        Purpose.of(
            own,
            ground(LegalBasis.LEGITIMATE_INTERESTS),
            new Scope(
                Set.of(Operation.DISCLOSE), Set.of(DataCategory.of("voice")), Set.of(engaged)),
            Keeping.TRANSIENT));
  }

  private @Nullable Transfer transfer() {
    return random.nextBoolean()
        ? new Transfer(one(List.of(TransferMechanism.values())), text(), day())
        : null;
  }

  private void purpose(PurposeId id, LegalBasis basis) {
    bases.put(id, basis);
    boolean transientOnly = random.nextInt(4) == 0;
    Set<Operation<?>> operations = new HashSet<>(Operation.all());
    operations.removeIf(
        o ->
            random.nextBoolean()
                || o == Operation.INFER_EMOTION
                || o == Operation.IDENTIFY_BY_VOICE);
    contact(id, basis, operations);
    if (transientOnly) {
      operations.remove(Operation.RECORD);
    }
    Set<RecipientId> own = new HashSet<>(recipients);
    own.removeIf(r -> random.nextBoolean());
    KeepGround keptOn = random.nextBoolean() ? one(List.of(KeepGround.values())) : null;
    Keeping keeping =
        transientOnly
            ? Keeping.TRANSIENT
            : new Keeping(
                RetentionClass.ofCalls(AnyRule.KEPT),
                keptOn == null ? OnWithdrawal.SHRED : OnWithdrawal.KEEP_UNTIL_DUE,
                keptOn,
                random.nextBoolean(),
                false);
    Ground ground = ground(basis);
    if (ground.marks().contains(ConsentMark.EXPLICIT)) {
      explicit.add(id);
    }
    builder.purpose(
        new Purpose(
            id,
            responsibility(),
            ground,
            new Scope(operations, Set.of(DataCategory.of("voice")), own),
            keeping));
    if (operations.contains(Operation.DECIDE) && !transientOnly && random.nextBoolean()) {
      builder.automatedDecision(decision(id, basis));
    }
  }

  private AutomatedDecision decision(PurposeId id, LegalBasis basis) {
    Effect effect = one(List.of(Effect.values()));
    Door door =
        basis == LegalBasis.CONTRACT
            ? new Door(Door.Article.CONTRACT, text())
            : new Door(Door.Article.LAW, text());
    boolean open = effect.weighs() && random.nextBoolean();
    return new AutomatedDecision(
        id,
        effect,
        open ? new Doors(door, null) : Doors.NONE,
        new Intervention(text(), Set.of("desk", "team-" + random.nextInt(3)), one(TRUTH)),
        new Logic(text(), List.of(text(), text())));
  }

  private void reviews() {
    for (int i = random.nextInt(3); i > 0; i--) {
      builder.review(
          new RecurringReview(
              "review-" + i,
              one(List.of(RecurringReview.Topic.values())),
              RetentionTerm.parse(one(List.of("P1Y", "P6M;YE", "P2W;ROLL"))),
              "officer",
              day()));
    }
  }

  private void contact(PurposeId id, LegalBasis basis, Set<Operation<?>> operations) {
    if (operations.contains(Operation.CONTACT) && random.nextBoolean()) {
      ContactKind kind =
          switch (basis) {
            case LEGAL_DUTY, VITAL_INTERESTS -> ContactKind.DUTY;
            case CONTRACT -> one(List.of(ContactKind.CONTRACT, ContactKind.REQUESTED));
            default -> one(List.of(ContactKind.ADVERTISING, ContactKind.REQUESTED));
          };
      builder.contact(new Contact(id, kind));
    }
  }

  private Responsibility responsibility() {
    PurposeRole role = one(List.of(PurposeRole.values()));
    String reference = role == PurposeRole.CONTROLLER ? null : text();
    if (role == PurposeRole.PROCESSOR) {
      processedFor.add(reference);
    }
    return new Responsibility(role, reference);
  }

  private Ground ground(LegalBasis basis) {
    if (basis == LegalBasis.CONSENT) {
      return Ground.consent(
          random.nextBoolean()
              ? Validity.of(
                  Period.of(random.nextInt(3), 1 + random.nextInt(20), random.nextInt(40)))
              : Validity.untilWithdrawn(day()),
          marks());
    }
    if (basis == LegalBasis.LEGITIMATE_INTERESTS && random.nextBoolean()) {
      LocalDate date = day();
      return Ground.legitimateInterests(
          new Balancing(text(), text(), text(), date, date.plusDays(1 + random.nextInt(500))));
    }
    return Ground.of(basis);
  }

  private Set<ConsentMark> marks() {
    return random.nextBoolean()
        ? Set.of()
        : Set.of(ConsentMark.EXPLICIT, ConsentMark.INFORMATION_SOCIETY_SERVICE);
  }

  private void rights() {
    if (random.nextBoolean()) {
      Set<PurposeId> some = new HashSet<>(bases.keySet());
      some.removeIf(purpose -> random.nextBoolean());
      Map<PurposeId, DespiteRestriction> despite = new HashMap<>();
      some.forEach(purpose -> despite.put(purpose, one(List.of(DespiteRestriction.values()))));
      builder.rights(
          new RightsTerms(
              Map.of("call-back", IdentityLevel.CONFIRMED, "eid", IdentityLevel.PROVEN),
              Map.of(
                  Right.ERASURE,
                  IdentityLevel.PROVEN,
                  Right.RESTRICTION,
                  one(List.of(IdentityLevel.values()))),
              some,
              despite));
    }
  }

  private void staff() {
    for (int i = random.nextInt(3); i > 0 && !bases.isEmpty(); i--) {
      builder.staff(
          new Standing(
              "agent-" + i,
              one(List.of(Standing.Authority.values())),
              text(),
              one(List.of(LegalBasis.values())),
              day(),
              bases.keySet()));
    }
  }

  private void accountability() {
    if (random.nextBoolean()) {
      builder.incidentPlan(
          new IncidentPlan(
              List.of(
                  new IncidentPlan.Function(
                      "first", text(), EnumSet.allOf(IncidentPlan.Task.class)),
                  new IncidentPlan.Function("other", text(), Set.of(IncidentPlan.Task.ASSESS))),
              random.nextBoolean() ? new ContactPoint(text(), text()) : null,
              processedFor.stream().map(name -> new ContactPoint(name, text())).toList(),
              new IncidentPlan.Bounds(
                  Duration.ofHours(1 + random.nextInt(72)),
                  Duration.ofHours(1 + random.nextInt(72)))));
    }
    for (int i = random.nextInt(3); i > 0 && !bases.isEmpty(); i--) {
      LocalDate date = day();
      builder.assessment(
          new ImpactAssessment(
              i + text(), text(), date, date.plusDays(1 + random.nextInt(500)), bases.keySet()));
    }
  }

  private void roles() {
    for (int i = random.nextInt(3); i > 0; i--) {
      Set<Task> tasks = new HashSet<>(List.of(Task.values()));
      tasks.removeIf(task -> random.nextBoolean() || (bases.isEmpty() && task.boundToPurpose()));
      tasks.add(Task.ERASE);
      builder.role(
          new StaffRole(
              "role-" + i,
              bases.keySet(),
              tasks,
              one(List.of(Authentication.values())),
              Period.of(random.nextInt(3), 1 + random.nextInt(20), random.nextInt(40))));
    }
  }

  private void furtherUses() {
    List<PurposeId> all = List.copyOf(bases.keySet());
    for (int i = 1; i < all.size(); i++) {
      if (bases.get(all.get(i)) != LegalBasis.CONSENT && random.nextBoolean()) {
        LocalDate date = day();
        builder.furtherUse(
            new FurtherUse(
                all.get(i),
                all.get(i - 1),
                new FurtherUse.Assessment(
                    text(), text(), text(), text(), text(), text(), date, date.plusDays(7)),
                NoticeId.of("welcome")));
      }
    }
  }

  private void intake() {
    List<IntakeField> fields = new ArrayList<>();
    for (PurposeId purpose : bases.keySet()) {
      for (int i = random.nextInt(3); i > 0; i--) {
        PiiType type = one(List.of(PiiType.PERSON, PiiType.BIRTH_DATE, PiiType.EMAIL));
        fields.add(
            new IntakeField(
                purpose,
                "field-" + i,
                DataCategory.of("voice"),
                random.nextBoolean() ? type : null,
                null));
      }
    }
    explicit.forEach(
        purpose ->
            fields.add(
                new IntakeField(
                    purpose,
                    "special",
                    DataCategory.of("voice"),
                    PiiType.HEALTH,
                    new IntakeField.Need(text(), purpose))));
    Map<OwnData, PurposeId> own = new EnumMap<>(OwnData.class);
    for (OwnData data : OwnData.values()) {
      if (random.nextInt(3) == 0) {
        own.put(data, own(data));
      }
    }
    builder.intake(new Intake(fields, own));
  }

  private PurposeId own(OwnData data) {
    PurposeId id = PurposeId.of("own-" + data.category());
    RetentionClass retentionClass = RetentionClass.ofData("own-" + data.category());
    builder.retentionRule(
        RetentionRule.forClass(retentionClass)
            .mustDeleteBy()
            .trigger(Trigger.recorded())
            .period(Period.ofMonths(1 + random.nextInt(12)))
            .source(text())
            .build());
    builder.purpose(
        Purpose.of(
            id,
            Ground.of(LegalBasis.CONTRACT),
            new Scope(Set.of(), Set.of(data.category()), Set.of()),
            Keeping.under(retentionClass)));
    return id;
  }

  private void notices(Locale defaultLanguage) {
    for (int version = 1 + random.nextInt(2); version > 0; version--) {
      EnumSet<NoticePart> parts = EnumSet.allOf(NoticePart.class);
      if (random.nextBoolean()) {
        parts.remove(NoticePart.COMPLAINT);
      }
      for (Locale language : LANGUAGES) {
        if (language.equals(defaultLanguage) || random.nextBoolean()) {
          builder.notice(
              new Notice(
                  NoticeId.of("welcome"),
                  version + "." + version,
                  language,
                  text(),
                  FullText.complete(URI.create("https://a.example/" + version + "?q=%20#f")),
                  parts,
                  questions()));
        }
      }
    }
  }

  private Map<PurposeId, Question> questions() {
    Map<PurposeId, Question> questions = new HashMap<>();
    bases.forEach(
        (id, basis) -> {
          if (basis == LegalBasis.CONSENT) {
            questions.put(id, question(id));
          }
        });
    return questions;
  }

  private Question question(PurposeId id) {
    Map<Character, Reply> keys = new HashMap<>();
    "0123456789*#ABCD"
        .chars()
        .filter(k -> random.nextBoolean())
        .forEach(k -> keys.put((char) k, one(List.of(Reply.values()))));
    keys.put('1', Reply.GIVEN);
    keys.put('2', Reply.REFUSED);
    boolean phrases = random.nextBoolean();
    return new Question(
        id,
        keys,
        phrases ? List.of("yes " + text(), "ja") : List.of(),
        phrases ? List.of("no " + text()) : List.of(),
        text(),
        Duration.ofMillis(1 + random.nextInt(120_000)),
        BigDecimal.valueOf(random.nextInt(1_001), 3));
  }

  private LocalDate day() {
    return LocalDate.of(2026, 1, 1).plusDays(random.nextInt(1_000));
  }

  private String text() {
    StringBuilder text = new StringBuilder("x");
    int[] letters = LETTERS.codePoints().toArray();
    for (int i = random.nextInt(12); i > 0; i--) {
      text.appendCodePoint(letters[random.nextInt(letters.length)]);
    }
    return text.toString();
  }

  private <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
