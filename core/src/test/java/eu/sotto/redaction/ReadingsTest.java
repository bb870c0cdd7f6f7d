package eu.sotto.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sotto.vocabulary.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class ReadingsTest {
  private static List<Hit> asked(PiiType type, String said) {
    return new Engine(RedactionPolicy.identifiers(), Set.of(type)).turn(Role.CALLER, said);
  }

  /**
   * Says digits one by one, but for three in a row that one number below a hundred may stand for.
   */
  private static String said(String digits, int at, boolean german) {
    Spoken spoken = new Spoken(german, new Random(0));
    StringBuilder said = new StringBuilder();
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) - '0';
      int tens = digits.charAt(i + (i == at ? german ? 1 : 0 : 0)) - '0';
      int ones = i == at ? digits.charAt(i + (german ? 0 : 2)) - '0' : 0;
      said.append(' ').append(spoken.below100(i == at ? 10 * tens + ones : digit));
      i += i == at ? 2 : 0;
    }
    return said.substring(1);
  }

  private static String bban(long seed, int at, boolean german) {
    Random random = new Random(seed);
    StringBuilder bban = new StringBuilder();
    while (bban.length() < 18) {
      bban.append(random.nextInt(10));
    }
    int tens = 2 + random.nextInt(8);
    int ones = 1 + random.nextInt(9);
    return bban.replace(at, at + 3, german ? ones + "" + tens + "0" : tens + "0" + ones).toString();
  }

  @Property(tries = 200)
  @Tag("R40")
  void aReadingWhoseCheckDigitsHoldWinsOverOneThatFails(
      @ForAll @LongRange(min = 0) long seed,
      @ForAll @IntRange(max = 15) int at,
      @ForAll boolean german) {
    String bban = bban(seed, at, german);
    String digits = Ibans.check("DE", bban) + bban;
    List<Hit> hits = asked(PiiType.IBAN, "d e " + said(digits, at + 2, german));
    assertThat(hits).hasSize(1);
    assertThat(hits.get(0).value()).isEqualTo("DE" + digits);
  }

  @Property(tries = 200)
  @Tag("R40")
  void failedCheckDigitsDoNotUnmask(
      @ForAll @LongRange(min = 0) long seed, @ForAll @IntRange(min = 1, max = 96) int wrong) {
    String bban = bban(seed, 5, true);
    int check = (Integer.parseInt(Ibans.check("DE", bban)) + wrong) % 97;
    String said = "d e " + said(String.format(Locale.ROOT, "%02d", check) + bban, -1, true);
    List<Hit> hits = asked(PiiType.IBAN, said);
    assertThat(hits).hasSize(1);
    assertThat(hits.get(0).start()).isZero();
    assertThat(hits.get(0).end()).isEqualTo(said.length());
  }

  @Example
  void numbersOfCardsTaxAndHealthInsuranceAreReadByTheirCheckDigitsToo() {
    assertThat(Checks.taxId("86095742719")).isTrue();
    assertThat(Checks.taxId("86095742718")).isFalse();
    assertThat(Checks.healthInsurance("A123456780")).isTrue();
    assertThat(Checks.healthInsurance("A123456789")).isFalse();
    String card = "4000056655665556";
    assertThat(
            asked(
                    PiiType.CREDIT_CARD,
                    "vier null null null null fünf sechs sechs fünf fünf"
                        + " sechs sechs fünf fünf fünf sechs")
                .get(0)
                .value())
        .isEqualTo(card);
    String visa = "4670123456789013".substring(0, 15);
    String whole = visa + luhn(visa);
    assertThat(asked(PiiType.CREDIT_CARD, said(whole, 1, true)).get(0).value()).isEqualTo(whole);
  }

  private static int luhn(String digits) {
    int check = 0;
    while (!Checks.luhn(digits + check)) {
      check++;
    }
    return check;
  }

  @Property(tries = 200)
  void aSpokenAccountIsReadAsItWasSaid(
      @ForAll @LongRange(min = 0) long seed, @ForAll boolean german) {
    Random random = new Random(seed);
    String bban = bban(seed, random.nextInt(15), german);
    String digits = Ibans.check("DE", bban) + bban;
    String said =
        (german ? "dora emil " : "delta echo ") + new Spoken(german, random).digits(digits);
    List<Hit> hits = asked(PiiType.IBAN, said);
    assertThat(hits).hasSize(1);
    assertThat(hits.get(0).value()).isEqualTo("DE" + digits);
  }

  @Property(tries = 400)
  void noTextOfAnyPlaneMakesAnErrorOrGrowsPastItsBound(
      @ForAll List<@IntRange(max = 0x10FFFF) Integer> points) {
    StringBuilder text = new StringBuilder("mein name ist sabine ");
    points.forEach(text::appendCodePoint);
    Redaction redaction =
        Redactor.of(RedactionPolicy.full()).redact(Transcript.ofText(Locale.ROOT, text.toString()));
    int bound = 4 * text.length() + 64 * redaction.findings().size();
    assertThat(redaction.findings()).isNotEmpty();
    assertThat(redaction.transcript().text().length()).isLessThanOrEqualTo(bound);
  }

  @Property(tries = 400)
  @Tag("R71")
  void aSpokenDateOfBirthIsReadAsItWasSaid(
      @ForAll @LongRange(min = 0) long seed,
      @ForAll @IntRange(max = 37_000) int day,
      @ForAll boolean german) {
    LocalDate date = LocalDate.of(1921, 1, 1).plusDays(day);
    String said = new Spoken(german, new Random(seed)).date(date);
    List<Hit> hits = asked(PiiType.BIRTH_DATE, said);
    assertThat(hits).as(said).hasSize(1);
    assertThat(hits.get(0).value()).as(said).isEqualTo(date.toString());
  }

  @Property(tries = 400)
  @Tag("R71")
  void aSpokenAddressOfMailIsReadAsItWasSaid(
      @ForAll @LongRange(min = 0) long seed, @ForAll boolean german) {
    Random random = new Random(seed);
    MadeNames names = new MadeNames(random);
    String local = names.given() + List.of(".", "_", "-").get(random.nextInt(3)) + names.family();
    String address = local + (random.nextBoolean() ? random.nextInt(90) + 10 : "") + "@posteo.de";
    Spoken spoken = new Spoken(german, random);
    for (String said : List.of(spoken.email(address), address)) {
      List<Hit> hits = asked(PiiType.EMAIL, said);
      assertThat(hits).as(said).hasSize(1);
      assertThat(hits.get(0).value()).as(said).isEqualTo(address);
    }
  }
}
