package eu.sotto.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import eu.sotto.permit.Operation;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class WarningsTest {
  private static final Transfer CLAUSES =
      new Transfer(TransferMechanism.SCC, "module 2, assessment 2026-08", LocalDate.of(2026, 8, 1));

  private static void warned(RegisterBuilder builder, String... warnings) {
    assertThat(builder.build().warnings()).extracting(Problem::toString).containsExactly(warnings);
  }

  @Test
  @Tag("R08")
  void aLineWithoutNoticesIsWarnedOf() {
    warned(
        Parts.recording().line(Parts.line("second", true)),
        "$.lines[1].notices: no notice: nothing is permitted on this line");
  }

  @Test
  @Tag("R37")
  void legitimateInterestsWithoutABalancingAreWarnedOf() {
    warned(
        Parts.recording()
            .purpose(
                Parts.purpose(
                    "statistics",
                    Ground.of(LegalBasis.LEGITIMATE_INTERESTS),
                    Parts.scope(Operation.SUMMARISE))),
        "$.purposes[1].balancing: no balancing record: the purpose is denied");
  }

  @Test
  @Tag("R29")
  void aProcessorWithoutAContractIsWarnedOf() {
    Recipient.Place germany = Recipient.Place.in(Country.of("DE"));
    Recipient without = new Recipient(Parts.HOST, "Host", RecipientRole.PROCESSOR, germany, null);
    assertThat(without.contracted()).isFalse();
    warned(
        Parts.recording().recipient(without),
        "$.recipients[0].contract: no data-processing contract: disclosure is denied");
    warned(
        Parts.recording()
            .recipient(new Recipient(Parts.HOST, "Sales", RecipientRole.INTERNAL, germany, null)));
  }

  @Test
  @Tag("R30")
  void aRecipientThatDataMustNotReachIsWarnedOf() {
    Country us = Country.of("US");
    warned(
        recipient(Recipient.Place.UNSTATED),
        "$.recipients[0].country: country not stated: transfer is denied");
    warned(
        recipient(Recipient.Place.in(us)),
        "$.recipients[0].transfer: third country without a mechanism: transfer is denied");
    warned(recipient(new Recipient.Place(us, CLAUSES)));
    warned(
        recipient(new Recipient.Place(us, CLAUSES)).onlyInEea(true),
        "$.recipients[0].country: outside the European Economic Area: transfer is denied");
    warned(recipient(Recipient.Place.in(Country.of("NO"))).onlyInEea(true));
  }

  private static RegisterBuilder recipient(Recipient.Place place) {
    return Parts.recording().recipient(Parts.recipient(RecipientRole.PROCESSOR, place));
  }

  @Test
  void aMechanismNeedsACountryThatNeedsIt() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Recipient.Place(Country.of("FR"), CLAUSES));
    assertThatIllegalArgumentException().isThrownBy(() -> new Recipient.Place(null, CLAUSES));
    assertThatIllegalArgumentException().isThrownBy(() -> Country.of("EU"));
    assertThatIllegalArgumentException().isThrownBy(() -> Country.of("de"));
  }

  @Test
  void thirtyCountriesAreInTheEuropeanEconomicArea() {
    assertThat(Set.of(Locale.getISOCountries()).stream().filter(c -> Country.of(c).inEea()))
        .hasSize(30)
        .contains("DE", "IS", "LI", "NO")
        .doesNotContain("CH", "GB", "US");
  }

  @Property(tries = 200)
  @net.jqwik.api.Tag("R37")
  void aBalancingIsCurrentFromItsDateUntilTheDayBeforeItsReview(
      @ForAll @IntRange(min = 1, max = 1_000) int length,
      @ForAll @IntRange(min = -1_100, max = 1_100) int offset) {
    LocalDate date = LocalDate.of(2026, 11, 21);
    Balancing balancing =
        new Balancing("interest", "outcome", "owner", date, date.plusDays(length));
    assertThat(balancing.currentOn(date.plusDays(offset)))
        .isEqualTo(offset >= 0 && offset < length);
  }

  @Test
  void aBalancingIsReviewedAfterItWasDone() {
    LocalDate date = LocalDate.of(2026, 11, 21);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Balancing("interest", "outcome", "owner", date, date));
  }
}
