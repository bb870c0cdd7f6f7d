package eu.sotto.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartyTest {
  @ParameterizedTest
  @CsvSource({
    "+49 30 23125 012, tel:+493023125012",
    "030 23125012, tel:+493023125012",
    "030/23125-012, tel:+493023125012",
    "sip:+493023125012@voip.example;user=phone, tel:+493023125012",
    "'\"Front desk\" <sip:+493023125012@voip.example>', tel:+493023125012",
    "tel:+49-30-23125012;phone-context=example.com, tel:+493023125012",
    "sip:guest@voip.example, id:sip:guest@voip.example",
    "SIP:Guest@VOIP.example, id:sip:guest@voip.example",
    "sip:4711@voip.example, id:sip:4711@voip.example",
    "12, id:12",
    "4711, id:4711",
    "+999 12, id:+999 12"
  })
  @Tag("R71")
  void everySpellingOfAPartyIsKnownUnderOneName(String presented, String canonical) {
    assertThat(Party.presented(presented).canonical("DE")).contains(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "anonymous",
        "Anonymous",
        "unknown",
        "sip:anonymous@anonymous.invalid",
        "\"Anonymous\" <sip:anonymous@anonymous.invalid>",
        "sip:anonymous@voip.example",
        "Restricted"
      })
  void aWithheldNumberIsNobody(String presented) {
    assertThat(Party.presented(presented).canonical("DE")).isEmpty();
    assertThat(Party.presented(presented)).isEqualTo(Party.anonymous());
  }

  @ParameterizedTest
  @ValueSource(strings = {"+49", "+999 123", "abc", "1", "+49 30 23125012 23125012 23125012", ""})
  void whatCannotBeANumberIsRefusedAndNotRepeated(String number) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Party.phone(number))
        .withMessage("not a possible telephone number");
  }

  @Test
  void aNationalNumberNotPossibleInTheRegionIsRefusedWhenItIsUsed() {
    Party party = Party.phone("03023125012345678");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> party.canonical("DE"))
        .withMessage("not a possible telephone number");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"+49 30 23125 012", "+44 7700 900123", "+1 202 555 0100", "0171 39200 00"})
  void numbersReservedForFictionAreAccepted(String number) {
    assertThat(Party.phone(number).canonical("DE")).isPresent();
  }

  @Property(tries = 500)
  void presentedNeverThrowsAndNeverPrints(@ForAll String anything) {
    Party party = Party.presented(anything);
    assertThatCode(() -> party.canonical("DE")).doesNotThrowAnyException();
    assertThat(party).hasToString("Party[hidden]");
  }

  @Property(tries = 300)
  void nationalAndInternationalSpellingAreTheSameParty(
      @ForAll @IntRange(min = 2_000_000, max = 9_999_999) int local) {
    assertThat(Party.phone("030 " + local).canonical("DE"))
        .isEqualTo(Party.presented("+4930" + local).canonical("DE"))
        .isEqualTo(Party.presented("004930" + local).canonical("DE"));
  }
}
