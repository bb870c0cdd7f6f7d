package eu.sotto.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sotto.vocabulary.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;

class OperatorsTest {
  private static final RedactionPolicy IDENTIFIERS = RedactionPolicy.identifiers();

  private static String text(Operator operator, Transcript call) {
    return Redactor.of(IDENTIFIERS.with(operator)).redact(call).transcript().text();
  }

  private static Transcript said(String... turns) {
    return Transcript.of(
        Locale.GERMAN, List.of(turns).stream().map(t -> Turn.of(Role.CALLER, t)).toList());
  }

  @Property(tries = 60)
  @Tag("R40")
  void noNormalisedValueSurvivesAnyOperatorButTheReport(
      @ForAll @LongRange(min = 0) long seed, @ForAll boolean german, @ForAll boolean written) {
    Transcript call = new CallMaker(seed, german, written).call().transcript();
    for (Operator operator :
        List.of(Operator.REMOVE, Operator.LABEL, Operator.NUMBER, Operator.SURROGATE)) {
      Redaction redaction = Redactor.of(IDENTIFIERS.with(operator)).redact(call);
      String output = redaction.transcript().text();
      String dense = output.replaceAll("[\\s./-]", "").toUpperCase(Locale.ROOT);
      for (String reading : redaction.readings()) {
        boolean code = reading.length() >= 6 && reading.chars().anyMatch(Character::isDigit);
        assertThat(code && dense.contains(reading)).isFalse();
      }
    }
  }

  @Property(tries = 100)
  void noReplacementGrowsPastItsBound(
      @ForAll @StringLength(max = 300) String long1, @ForAll @LongRange(min = 0) long seed) {
    Operator greedy = found -> long1.repeat(10);
    Transcript call = new CallMaker(seed, true, false).call().transcript();
    Redaction redaction = Redactor.of(IDENTIFIERS.with(greedy)).redact(call);
    int bound = 4 * call.text().length() + 64 * redaction.findings().size();
    assertThat(redaction.transcript().text().length()).isLessThanOrEqualTo(bound);
  }

  @Property(tries = 60)
  @Tag("R40")
  void surrogatesStayTheSameAndStandNowhereInTheCall(
      @ForAll @LongRange(min = 0) long seed, @ForAll boolean german) {
    Transcript made = new CallMaker(seed, german, true).call().transcript();
    Transcript call = Transcript.of(german ? Locale.GERMAN : Locale.ENGLISH, made.turns());
    Map<String, String> stand = new HashMap<>();
    Redaction redaction = Redactor.of(IDENTIFIERS.with(Operator.SURROGATE)).redact(call);
    for (int i = 0; i < redaction.findings().size(); i++) {
      Finding finding = redaction.findings().get(i);
      if (redaction.findings().stream().filter(f -> f.turn() == finding.turn()).count() == 1) {
        String before = call.turns().get(finding.turn()).text();
        String after = redaction.transcript().turns().get(finding.turn()).text();
        int tail = before.length() - finding.end();
        String surrogate = after.substring(finding.start(), after.length() - tail);
        String key = finding.type() + redaction.readings().get(i);
        if (!redaction.readings().get(i).isEmpty() && finding.type() != PiiType.ADDRESS) {
          assertThat(stand.computeIfAbsent(key, any -> surrogate)).isEqualTo(surrogate);
        }
        assertThat(call.text().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
            .doesNotContain(surrogate.toLowerCase(Locale.ROOT));
      }
    }
  }

  @Example
  void surrogatesLieInReservedRanges() {
    Surrogates surrogates = new Surrogates();
    surrogates.avoid("030 23125 000 und Adrian");
    Found phone = new Found(PiiType.PHONE, "x", "017612345678", 1);
    assertThat(surrogates.of(phone)).isEqualTo("030 23125 001");
    assertThat(surrogates.of(phone)).isEqualTo("030 23125 001");
    String iban = surrogates.of(new Found(PiiType.IBAN, "x", "DE1", 1));
    assertThat(iban.substring(2, 4)).isEqualTo(Ibans.check("DE", iban.substring(4)));
    assertThat(iban.substring(4, 12)).isEqualTo("00000000");
    String card = surrogates.of(new Found(PiiType.CREDIT_CARD, "x", "4", 1));
    assertThat(card).startsWith("999999").hasSize(16);
    assertThat(Checks.luhn(card)).isTrue();
    assertThat(surrogates.of(new Found(PiiType.EMAIL, "x", "", 1))).endsWith("@example.org");
    String whole = surrogates.of(new Found(PiiType.PERSON, "sabine wolf", "SABINE WOLF", 1));
    assertThat(whole).doesNotContain("Adrian");
    assertThat(whole).endsWith(surrogates.of(new Found(PiiType.PERSON, "wolf", "WOLF", 2)));
    Surrogates english = new Surrogates();
    english.language(Locale.ENGLISH);
    assertThat(english.of(phone)).isEqualTo("07700 900000");
  }

  @Property(tries = 50)
  @Tag("R40")
  void aTokenIsOpenedByItsVaultUntilTheKeyIsGone(@ForAll @LongRange(min = 0) long seed) {
    Map<String, String> kept = new HashMap<>();
    TokenVault vault =
        new TokenVault() {
          @Override
          public String seal(PiiType type, String value) {
            String token = "t" + kept.size();
            kept.put(type + token, value);
            return token;
          }

          @Override
          public Optional<String> open(PiiType type, String token) {
            return Optional.ofNullable(kept.get(type + token));
          }
        };
    TokenOperator operator = TokenOperator.of(vault);
    Transcript call = new CallMaker(seed, true, false).call().transcript();
    String redacted = text(operator, call);
    assertThat(redacted).isNotEqualTo(call.text());
    assertThat(operator.restore(redacted)).isEqualTo(call.text());
    kept.clear();
    assertThat(operator.restore(redacted)).isEqualTo(redacted);
  }

  @Example
  void aTokenThatIsTooLongOrNotPlainBecomesALabel() {
    for (String token : List.of("a".repeat(400), "a b", "", "]x")) {
      TokenVault vault =
          new TokenVault() {
            @Override
            public String seal(PiiType type, String value) {
              return token;
            }

            @Override
            public Optional<String> open(PiiType type, String any) {
              return Optional.of("opened");
            }
          };
      String redacted = text(TokenOperator.of(vault), said("mein name ist sabine wolf"));
      assertThat(redacted).isEqualTo("mein name ist [PERSON]");
    }
  }

  @Example
  @Tag("R40")
  void whatOnlyBeginsLikeALabelHidesNothing() {
    assertThat(
            text(
                Operator.LABEL,
                said(
                    "[PHONE mein name ist sabine wolf",
                    "[PHONE mein name ist sabine wolf]",
                    "[PHONE_1 mein name ist sabine wolf]",
                    "[PHONE] mein name ist sabine wolf [PHONE_12]")))
        .isEqualTo(
            "[PHONE mein name ist [PERSON]\n"
                + "[PHONE mein name ist [PERSON]]\n"
                + "[PHONE_1 mein name ist [PERSON]]\n"
                + "[PHONE] mein name ist [PERSON] [PHONE_12]");
  }

  @Example
  void whatStaysOfADateOrAPostcodePointsToNobody() {
    assertThat(
            text(
                Operator.GENERALISE, said("ich bin geboren am dritten mai neunzehnhundertachtzig")))
        .isEqualTo("ich bin geboren am [BIRTH_DATE 1980]");
  }

  @Example
  void namesOfStaffStayWhereThePolicyLeavesThemAndCallersNamesDoNot() {
    Transcript call =
        Transcript.of(
            Locale.GERMAN,
            List.of(
                Turn.of(Role.AGENT, "Guten Tag, mein Name ist Petra Kowalski, was kann ich tun?"),
                Turn.of(Role.CALLER, "Hallo, mein Name ist Sabine Wolf."),
                Turn.of(Role.AGENT, "Danke, Frau Wolf. Wie gesagt, Kowalski ist mein Name.")));
    String kept = Redactor.of(IDENTIFIERS.keepingStaffNames()).redact(call).transcript().text();
    String all = Redactor.of(IDENTIFIERS).redact(call).transcript().text();
    assertThat(kept).contains("Petra Kowalski").contains("gesagt, Kowalski");
    assertThat(kept).doesNotContain("Sabine").doesNotContain("Wolf");
    assertThat(all).doesNotContain("Petra").doesNotContain("Kowalski").doesNotContain("Wolf");
  }

  @Property(tries = 100)
  @Tag("R40")
  void removingTwiceIsRemovingOnce(
      @ForAll @LongRange(min = 0, max = 12_000) long seed,
      @ForAll boolean german,
      @ForAll boolean written) {
    Redactor redactor = Redactor.of(IDENTIFIERS.with(Operator.REMOVE));
    Redaction once = redactor.redact(new CallMaker(seed, german, written).call().transcript());
    Redaction twice = redactor.redact(once.transcript());
    assertThat(twice.transcript().text()).isEqualTo(once.transcript().text());
  }

  @Example
  @Tag("R40")
  void aNameSpelledOverMoreWordsThanAreHeldBackIsCoveredToItsEnd() {
    String spelled =
        "u as in uniform l as in lima m as in mike e as in echo n as in november s as in sierra"
            + " h as in hotel v as in victor i as in india l as in lima i as in india";
    for (String said : List.of(spelled, "sure " + spelled, "yes so it's " + spelled)) {
      Transcript call =
          Transcript.of(
              Locale.ENGLISH,
              List.of(
                  Turn.of(Role.AGENT, "Could you spell the surname?"), Turn.of(Role.CALLER, said)));
      assertThat(text(Operator.REMOVE, call)).doesNotContain("india", "lima");
    }
  }

  @Example
  @Tag("R40")
  void aNumberThatNobodyAskedForIsCoveredFromItsFirstTurnOn() {
    for (String head : List.of("", "ja also ", "gern ")) {
      assertThat(
              text(Operator.REMOVE, said(head + "null einundneunzig sechs", "vier null zwo acht")))
          .isEqualTo(head + "\n");
    }
    assertThat(text(Operator.REMOVE, said("um null sieben uhr", "um acht")))
        .isEqualTo("um null sieben uhr\num acht");
  }
}
