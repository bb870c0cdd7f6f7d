package eu.sotto.purpose;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sotto.consent.Story;
import eu.sotto.permit.Obligation;
import eu.sotto.permit.Operation;
import eu.sotto.purpose.RegisterChange.Combination;
import eu.sotto.register.Ground;
import eu.sotto.register.Keeping;
import eu.sotto.register.LegalBasis;
import eu.sotto.register.OnWithdrawal;
import eu.sotto.register.Purpose;
import eu.sotto.register.Register;
import eu.sotto.register.RegisterBuilder;
import eu.sotto.vocabulary.LineId;
import eu.sotto.vocabulary.PurposeId;
import eu.sotto.vocabulary.RecipientId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("R20")
@Tag("R38")
class RegisterComparisonTest {
  private static final Set<Circumstance> AGREED =
      EnumSet.of(Circumstance.CONSENTED, Circumstance.OBJECTED);
  private static final int COMBINATIONS = 5 * 16 * 13 * 18 * 5;

  @Test
  void aRegisterPermitsWhatItPermits() {
    RegisterComparison comparison = compare(Office.REGISTER, Office.REGISTER);

    assertThat(comparison.changes()).isEmpty();
    assertThat(comparison.decided()).isEqualTo(COMBINATIONS);
  }

  @Test
  void whatANewPurposePermitsIsListedLineByLine() {
    Register after =
        with(
            b ->
                b.purpose(
                    Office.purpose(
                        "billing",
                        Ground.of(LegalBasis.CONTRACT),
                        Keeping.under(Office.CALLS),
                        "summarise",
                        "host-de")));

    RegisterComparison comparison = compare(Office.REGISTER, after);

    assertThat(comparison.decided()).isEqualTo(COMBINATIONS / 16 * 17);
    assertThat(comparison.noLongerPermitted()).isEmpty();
    assertThat(comparison.newlyPermitted())
        .extracting(RegisterChange::combination)
        .allMatch(c -> c.purpose().equals(PurposeId.of("billing")))
        .allMatch(c -> c.operation().equals(Operation.SUMMARISE))
        .contains(
            new Combination(
                LineId.of("main"),
                PurposeId.of("billing"),
                Operation.SUMMARISE,
                Optional.of(RecipientId.of("host-de")),
                Circumstance.INFORMED))
        .noneMatch(c -> c.line().equals(LineId.of("bare")))
        .extracting(Combination::circumstance)
        .containsOnly(Circumstance.INFORMED, Circumstance.CONSENTED, Circumstance.OBJECTED);
  }

  @Test
  void whatMayNoLongerLeaveTheEeaIsListed() {
    RegisterComparison comparison = compare(Office.REGISTER, Office.EEA_ONLY);

    assertThat(comparison.newlyPermitted()).isEmpty();
    assertThat(comparison.noLongerPermitted())
        .extracting(c -> c.combination().recipient().orElseThrow().toString())
        .contains("model-us", "certified-us", "adequate-gb", "group-in")
        .doesNotContain("host-de", "host-no", "bare-in", "lapsed-us");
  }

  @Test
  void aConsentCountsOnlyWhereTheLineAsksForIt() {
    assertThat(compare(Office.REGISTER, Office.EEA_ONLY).noLongerPermitted())
        .extracting(RegisterChange::combination)
        .filteredOn(c -> c.purpose().equals(Story.QUALITY))
        .isNotEmpty()
        .allMatch(c -> AGREED.contains(c.circumstance()))
        .allMatch(c -> Set.of("main", "desk", "calls").contains(c.line().toString()));
  }

  @Test
  void anObligationThatFallsAwayIsAChange() {
    Register redacting = with(b -> b.purpose(sorting(true)));
    Register raw = with(b -> b.purpose(sorting(false)));

    List<RegisterChange> changes = compare(redacting, raw).changes();

    assertThat(changes).isNotEmpty().allMatch(RegisterChange::obligationLost);
    assertThat(changes)
        .allMatch(c -> c.before().obligations().equals(EnumSet.of(Obligation.REDACT)));
    assertThat(compare(raw, redacting).changes())
        .hasSameSizeAs(changes)
        .noneMatch(RegisterChange::obligationLost);
  }

  @Property(tries = 5)
  void theOtherWayRoundWhatIsNewIsWhatIsGone(
      @ForAll("operations") Set<String> one, @ForAll("operations") Set<String> other) {
    Register before = sorting(one);
    Register after = sorting(other);

    RegisterComparison there = compare(before, after);

    assertThat(there.newlyPermitted())
        .extracting(RegisterChange::combination)
        .isEqualTo(
            compare(after, before).noLongerPermitted().stream()
                .map(RegisterChange::combination)
                .toList())
        .allMatch(c -> other.contains(c.operation().name()))
        .noneMatch(c -> one.contains(c.operation().name()));
  }

  @Provide
  Arbitrary<Set<String>> operations() {
    return Arbitraries.of("transcribe", "summarise", "analyse", "coach").set().ofMinSize(1);
  }

  private static Register sorting(Set<String> operations) {
    return with(
        b ->
            b.purpose(
                Office.purpose(
                    "sorting",
                    Ground.of(LegalBasis.CONTRACT),
                    Keeping.under(Office.CALLS),
                    String.join(" ", operations),
                    "")));
  }

  private static Purpose sorting(boolean redact) {
    return Office.purpose(
        "sorting",
        Ground.of(LegalBasis.CONTRACT),
        new Keeping(Office.CALLS, OnWithdrawal.SHRED, null, redact, false),
        "transcribe",
        "");
  }

  private static Register with(UnaryOperator<RegisterBuilder> change) {
    return change.apply(Office.builder()).build();
  }

  private static RegisterComparison compare(Register before, Register after) {
    return RegisterComparison.of(before, after, Story.second(30));
  }
}
