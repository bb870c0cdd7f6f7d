package eu.sotto.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sotto.vocabulary.Role;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("R40")
class HiddenWritingTest {
  private final Redactor redactor = Redactor.of(RedactionPolicy.full());

  private Redaction caller(String text) {
    return redactor.redact(Transcript.of(Locale.GERMAN, List.of(Turn.of(Role.CALLER, text))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mein name ist ѕаbіnе wolf", // Cyrillic letters that look Latin
        "mein name ist ｓａｂｉｎｅ wolf",
        "mein name ist sa\u00ADbi\u200Bne wolf",
        "MEIN NAME IST SABINE WOLF",
        "mein name ist sabi\u0301ne wolf"
      })
  void lookAlikesAndInvisibleCharactersHideNoName(String text) {
    assertThat(caller(text).transcript().text()).isEqualTo(text.substring(0, 14) + "[PERSON]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"٠١٧٦١٢٣٤٥٦٧٨", "０１７６１２３４５６７８", "𝟘𝟙𝟟𝟞𝟙𝟚𝟛𝟜𝟝𝟞𝟟𝟠", "0176 1234 5678"})
  void digitsOfOtherScriptsAreDigits(String number) {
    Redaction redaction = caller("meine telefonnummer ist " + number);
    assertThat(redaction.transcript().text()).isEqualTo("meine telefonnummer ist [PHONE]");
  }

  @Test
  void anEmojiBeforeANameShiftsNothing() {
    assertThat(caller("😀 mein name ist sabine wolf").transcript().text())
        .isEqualTo("😀 mein name ist [PERSON]");
  }

  @Test
  void noTextFormSaysWhatWasSaid() {
    Transcript call =
        Transcript.of(Locale.GERMAN, List.of(Turn.of(Role.CALLER, "mein name ist sabine wolf")));
    Redaction redaction = redactor.redact(call);
    String shown = call + " " + call.turns() + redaction + redaction.findings();
    assertThat(shown.toLowerCase(Locale.ROOT)).doesNotContain("sabine").doesNotContain("wolf");
    assertThat(new Found(PiiType.PERSON, "sabine", "SABINE", 1).toString()).doesNotContain("abine");
  }

  @Test
  void aTurnWhoseWordsHaveNoTimesIsSilencedWhole() {
    Turn turn = new Turn(Role.CALLER, "mein name ist sabine wolf", List.of(), 1000, 3000);
    Redaction redaction = redactor.redact(Transcript.of(Locale.GERMAN, List.of(turn)));
    assertThat(redaction.audio().ranges()).containsExactly(new AudioRange(Role.CALLER, 880, 3120));
  }

  @Test
  void wordsOfZeroLengthAreWidened() {
    List<Word> words =
        List.of(
            Word.of("ich", 0, 100),
            Word.of("heiße", 100, 200),
            Word.of("sabine", 500, 500),
            Word.of("wolf", 500, 500));
    RedactionPolicy policy = RedactionPolicy.full().withPadding(Duration.ZERO);
    Transcript call = Transcript.of(Locale.GERMAN, List.of(Turn.of(Role.CALLER, words)));
    assertThat(Redactor.of(policy).redact(call).audio().ranges())
        .containsExactly(new AudioRange(Role.CALLER, 300, 700));
  }

  @Test
  void aTypedNumberGoesAndASingleKeyStays() {
    List<KeyPress> presses =
        List.of(
            KeyPress.of('1', 1000),
            KeyPress.of('4', 20_000),
            KeyPress.of('7', 20_500),
            KeyPress.of('1', 21_000),
            KeyPress.of('1', 21_500));
    Transcript call = Transcript.of(Locale.GERMAN, List.of()).with(presses);
    Redaction redaction = redactor.redact(call);
    assertThat(redaction.transcript().keyPresses()).containsExactly(presses.get(0));
    assertThat(redaction.audio().totalMs()).isGreaterThan(1500);
  }

  @Test
  void whatWasAskedBeforeTheFirstTurnIsExpected() {
    Transcript call = Transcript.of(Locale.GERMAN, List.of(Turn.of(Role.CALLER, "wolf")));
    assertThat(redactor.redact(call).findings()).isEmpty();
    assertThat(redactor.redact(call, Set.of(PiiType.PERSON)).findings()).hasSize(1);
  }

  @Test
  void operatorsSayWhatTakesThePlace() {
    Transcript call =
        Transcript.ofText(Locale.GERMAN, "mein name ist sabine wolf, geboren am 14.03.1987");
    RedactionPolicy full = RedactionPolicy.full();
    assertThat(text(full.with(Operator.REMOVE), call)).isEqualTo("mein name ist , geboren am ");
    assertThat(text(full.with(Operator.NUMBER), call))
        .isEqualTo("mein name ist [PERSON_1], geboren am [BIRTH_DATE_1]");
    assertThat(text(full.with(Operator.REPORT), call)).isEqualTo(call.text());
    assertThat(text(full.with(PiiType.BIRTH_DATE, Operator.GENERALISE), call))
        .isEqualTo("mein name ist [PERSON], geboren am [BIRTH_DATE 1987]");
  }

  private static String text(RedactionPolicy policy, Transcript call) {
    return Redactor.of(policy).redact(call).transcript().text();
  }
}
