package eu.sotto.register;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sotto.permit.Operation;
import eu.sotto.retention.RetentionClass;
import eu.sotto.retention.RetentionRule;
import eu.sotto.retention.Trigger;
import eu.sotto.retention.calendar.RetentionTerm;
import eu.sotto.vocabulary.Authentication;
import eu.sotto.vocabulary.PurposeId;
import eu.sotto.vocabulary.RecipientId;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class RegisterVersionProperties {
  private static final List<Consumer<RegisterBuilder>> ADDITIONS =
      List.of(
          b -> b.notice(Parts.welcome("2", Locale.GERMAN)),
          b -> b.purpose(purpose("service")),
          b -> b.purpose(purpose("survey")),
          b -> b.recipient(Parts.recipient(RecipientRole.INTERNAL, Recipient.Place.UNSTATED)),
          b -> b.retentionRule(rule("letters")),
          b -> b.retentionRule(rule("books")),
          b -> b.forbid(Operation.TRAIN),
          b -> b.forbid(Operation.DECIDE),
          b -> b.assumption(new Assumption("retention/letters", "six years")),
          b -> b.assumption(new Assumption("retention/books", "ten years")),
          b ->
              b.assumption(
                  new Assumption(
                      "retention/books",
                      "ten years",
                      new Assumption.Check("legal", LocalDate.of(2027, 1, 1)))),
          b -> b.assessment(assessment("first", 2027)),
          b -> b.assessment(assessment("second", 2028)),
          b -> b.incidentPlan(Parts.plan(24)),
          b ->
              b.review(
                  new RecurringReview(
                      "notices",
                      RecurringReview.Topic.NOTICES,
                      RetentionTerm.parse("P1Y"),
                      "officer",
                      LocalDate.of(2026, 1, 1))),
          b -> b.forbid(RecipientId.of("model-maker")),
          b -> b.role(role()),
          b -> b.furtherUse(furtherUse()),
          b -> b.onlyInEea(true),
          b -> b.zone(ZoneId.of("Europe/Vienna")),
          b -> b.defaultRegion(Country.of("AT")),
          b -> b.dataProtectionOfficer(new ContactPoint("Officer", "dpo@practice.example")),
          b -> b.supervisoryAuthority(new ContactPoint("Another", "authority.example")),
          b -> b.contact(new Contact(PurposeId.of("calls"), ContactKind.CONTRACT)),
          b -> b.line(Parts.line("second", false, Parts.WELCOME)));

  private static Purpose purpose(String id) {
    return Parts.purpose(id, Ground.of(LegalBasis.CONTRACT), Parts.scope(Operation.SUMMARISE));
  }

  private static ImpactAssessment assessment(String reference, int review) {
    return new ImpactAssessment(
        reference,
        "owner",
        LocalDate.of(2026, 9, 1),
        LocalDate.of(review, 9, 1),
        Set.of(Parts.QUALITY));
  }

  private static StaffRole role() {
    return new StaffRole(
        "desk",
        Set.of(Parts.QUALITY),
        Set.of(Task.OPEN_TEXT),
        Authentication.ONE_FACTOR,
        Period.ofYears(2));
  }

  private static FurtherUse furtherUse() {
    LocalDate date = LocalDate.of(2026, 9, 1);
    return new FurtherUse(
        PurposeId.of("booking"),
        PurposeId.of("statistics"),
        new FurtherUse.Assessment(
            "link", "context", "nature", "none", "counts only", "legal", date, date.plusYears(1)),
        Parts.WELCOME);
  }

  private static RetentionRule rule(String name) {
    return RetentionRule.forClass(RetentionClass.ofDocuments(name))
        .mustKeepUntil()
        .trigger(Trigger.recorded())
        .period(Period.ofYears(6))
        .source("statute")
        .build();
  }

  private static Register with(List<Consumer<RegisterBuilder>> additions) {
    RegisterBuilder builder =
        Parts.recording()
            .purpose(
                Parts.purpose(
                    "calls", Ground.of(LegalBasis.CONTRACT), Parts.scope(Operation.CONTACT)))
            .purpose(purpose("booking"))
            .purpose(purpose("statistics"));
    additions.forEach(a -> a.accept(builder));
    return builder.build();
  }

  @Property(tries = 100)
  void theOrderOfDeclarationsDoesNotChangeTheVersion(@ForAll Random random) {
    List<Consumer<RegisterBuilder>> shuffled = new ArrayList<>(ADDITIONS);
    Collections.shuffle(shuffled, random);
    assertThat(with(shuffled)).isEqualTo(with(ADDITIONS)).hasSameHashCodeAs(with(ADDITIONS));
  }

  @Property(tries = 100)
  void everyDeclarationChangesTheVersion(@ForAll Random random) {
    List<Consumer<RegisterBuilder>> some = new ArrayList<>(ADDITIONS);
    some.removeIf(a -> random.nextBoolean());
    int left = random.nextInt(ADDITIONS.size());
    List<Consumer<RegisterBuilder>> more = new ArrayList<>(some);
    if (!more.remove(ADDITIONS.get(left))) {
      more.add(ADDITIONS.get(left));
    }
    assertThat(with(more).version()).isNotEqualTo(with(some).version()).hasSize(64);
  }

  @Example
  void aChangedWordingPurposeOrRecipientChangesTheVersion() {
    Purpose longer =
        Purpose.of(
            Parts.QUALITY,
            Ground.consent(Validity.of(Period.ofYears(2))),
            Parts.quality().scope(),
            Parts.quality().keeping());
    Purpose reviewed =
        Purpose.of(
            Parts.QUALITY,
            Ground.consent(Validity.untilWithdrawn(LocalDate.of(2027, 1, 1))),
            Parts.quality().scope(),
            Parts.quality().keeping());
    Purpose clear =
        Purpose.of(
            Parts.QUALITY,
            Parts.quality().ground(),
            Parts.quality().scope(),
            new Keeping(Parts.RECORDING, OnWithdrawal.SHRED, null, false, false));
    List<String> versions = new ArrayList<>();
    for (Purpose purpose : List.of(Parts.quality(), longer, reviewed, clear)) {
      versions.add(
          Parts.bare()
              .line(Parts.line("main", true, Parts.WELCOME))
              .notice(Parts.welcome("1", Locale.GERMAN))
              .purpose(purpose)
              .retentionRule(Parts.threeMonths())
              .build()
              .version());
    }
    assertThat(versions).doesNotHaveDuplicates();
  }
}
