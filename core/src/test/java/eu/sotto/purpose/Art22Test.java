package eu.sotto.purpose;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sotto.consent.CallConsents;
import eu.sotto.consent.Story;
import eu.sotto.permit.Obligation;
import eu.sotto.permit.Operation;
import eu.sotto.permit.ReasonCode;
import eu.sotto.register.AutomatedDecision;
import eu.sotto.register.AutomatedDecision.Door;
import eu.sotto.register.AutomatedDecision.Doors;
import eu.sotto.register.AutomatedDecision.Effect;
import eu.sotto.register.AutomatedDecision.Intervention;
import eu.sotto.register.AutomatedDecision.Logic;
import eu.sotto.register.AutomatedDecision.SpecialDoor;
import eu.sotto.register.Ground;
import eu.sotto.register.Keeping;
import eu.sotto.register.LegalBasis;
import eu.sotto.register.Purpose;
import eu.sotto.register.RegisterBuilder;
import eu.sotto.register.Scope;
import eu.sotto.vocabulary.DataCategory;
import eu.sotto.vocabulary.LineId;
import eu.sotto.vocabulary.PurposeId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

/** Art. 22 over every declaration that can be made, against a reading of the article of its own. */
@Tag("R28")
class Art22Test {
  private static final PurposeId LOAN = PurposeId.of("loan");
  private static final CallConsents TOLD =
      Script.play(List.of("played welcome 0 10", "played brief 0 5"));

  /** What is declared, or nothing at all. */
  private enum Declared {
    NOTHING,
    OF_NO_WEIGHT,
    PREPARES,
    SIGNIFICANT,
    LEGAL
  }

  @Property
  void noMachineDecidesAloneUnlessADoorIsOpen(
      @ForAll Declared declared,
      @ForAll boolean door,
      @ForAll boolean always,
      @ForAll boolean special,
      @ForAll boolean specialDoor) {
    boolean weighs = declared == Declared.SIGNIFICANT || declared == Declared.LEGAL;
    RegisterBuilder builder = Office.builder().purpose(loan(special));
    if (declared != Declared.NOTHING) {
      Doors doors =
          weighs
              ? new Doors(
                  door ? new Door(Door.Article.LAW, "statute § 1") : null,
                  special && specialDoor
                      ? new SpecialDoor(SpecialDoor.Exemption.PUBLIC_INTEREST, "statute § 2")
                      : null)
              : Doors.NONE;
      builder.automatedDecision(
          new AutomatedDecision(
              LOAN,
              effect(declared),
              doors,
              new Intervention("desk", Set.of("desk"), always),
              new Logic("a score", List.of("no use of the address"))));
    }
    Facts facts =
        new Facts(
            CallFacts.running(LineId.of("main"), true), TOLD, SubjectFacts.NONE, Story.second(30));

    Ruling ruling = PurposeRules.of(builder.build()).decide(facts, Operation.DECIDE, LOAN, null);

    Set<ReasonCode> codes =
        ruling.reasons().stream().map(r -> r.code()).collect(Collectors.toSet());
    if (declared == Declared.NOTHING) {
      assertThat(ruling.outcome()).isEqualTo(Outcome.DENIED);
      assertThat(codes).containsOnly(ReasonCode.AUTOMATED_DECISION_NOT_DECLARED);
    } else if (declared == Declared.PREPARES) {
      assertThat(ruling.outcome()).isEqualTo(Outcome.NEEDS_REVIEW);
      assertThat(codes).containsOnly(ReasonCode.HUMAN_DECISION_REQUIRED);
    } else {
      boolean open = !weighs || (door && (!special || specialDoor));
      assertThat(ruling.permitted()).isEqualTo(open);
      assertThat(codes.contains(ReasonCode.AUTOMATED_DECISION_WITHOUT_DOOR))
          .isEqualTo(weighs && !door);
      assertThat(codes.contains(ReasonCode.AUTOMATED_DECISION_ON_SPECIAL_DATA))
          .isEqualTo(weighs && special && !specialDoor);
      assertThat(ruling.obligations().contains(Obligation.HUMAN_REVIEW))
          .isEqualTo(open && weighs && always);
    }
  }

  private static Effect effect(Declared declared) {
    return switch (declared) {
      case NOTHING, OF_NO_WEIGHT -> Effect.NONE;
      case PREPARES -> Effect.PREPARES;
      case SIGNIFICANT -> Effect.SIGNIFICANT;
      case LEGAL -> Effect.LEGAL;
    };
  }

  private static Purpose loan(boolean special) {
    return Purpose.of(
        LOAN,
        Ground.of(LegalBasis.LEGAL_DUTY),
        new Scope(
            Set.of(Operation.DECIDE),
            special ? Set.of(DataCategory.of("health")) : Set.of(),
            Set.of()),
        Keeping.under(Office.CALLS));
  }
}
