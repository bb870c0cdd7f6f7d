package eu.sotto.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sotto.vocabulary.Role;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExchangeTest {
  @ParameterizedTest
  @CsvSource({
    "Wie ist Ihr Name?, PERSON",
    "Wie lautet Ihre Telefonnummer?, PHONE",
    "Nennen Sie mir bitte Ihr Geburtsdatum., BIRTH_DATE",
    "What is your date of birth?, BIRTH_DATE",
    "Could you give me your e-mail address?, EMAIL",
    "Wie lautet Ihre IBAN?, IBAN",
    "Sind Sie katholisch?, RELIGION",
    "Haben Sie Diabetes?, HEALTH"
  })
  void aQuestionNamesWhatItAsksFor(String question, PiiType type) {
    assertThat(Exchange.asked(question)).contains(type);
  }

  @ParameterizedTest
  @CsvSource({"Passt Ihnen Montag um neun?", "Worum geht es?", "How can I help you today?"})
  void aQuestionForNothingPersonalAsksForNothing(String question) {
    assertThat(Exchange.asked(question)).isEmpty();
  }

  @Test
  void theTurnsAfterAQuestionAnswerItUntilTheHostGoesOn() {
    List<Exchange> exchanges =
        Exchange.of(
            Transcript.of(
                Locale.GERMAN,
                List.of(
                    Turn.of(Role.ASSISTANT, "Wie ist Ihr Geburtsdatum?"),
                    Turn.of(Role.CALLER, "Moment, da muss ich überlegen."),
                    Turn.of(Role.ASSISTANT, "Worum geht es denn sonst noch heute bei Ihnen?"),
                    Turn.of(Role.CALLER, "Um meinen Termin."))));
    assertThat(exchanges.get(0).asks()).containsExactly(PiiType.BIRTH_DATE);
    assertThat(exchanges.get(1).answers()).containsExactly(PiiType.BIRTH_DATE);
    assertThat(exchanges.get(3).answers()).isEmpty();
  }

  @Property(tries = 50)
  void aTurnThatIsLeftOutLeavesNoWordAndNoSound(
      @ForAll @IntRange(min = 1, max = 6) int turns, @ForAll @IntRange(max = 5) int leftOut) {
    List<Turn> said =
        java.util.stream.IntStream.range(0, turns)
            .mapToObj(
                i ->
                    i % 3 == 2
                        ? Turn.of(Role.CALLER, "Satz " + i)
                        : new Turn(Role.CALLER, "Satz " + i, List.of(), i * 100L, i * 100L + 90))
            .toList();
    int gone = leftOut % turns;
    Redaction redaction =
        Redactor.of(RedactionPolicy.full())
            .redact(Transcript.of(Locale.GERMAN, said))
            .without(Set.of(gone));
    assertThat(redaction.transcript().turns()).hasSize(turns);
    assertThat(redaction.transcript().text()).doesNotContain("Satz " + gone);
    Turn turn = said.get(gone);
    long from = turn.timed() ? turn.startMs() : gone * 100L;
    long to = turn.timed() ? turn.endMs() : gone * 100L + 90;
    assertThat(redaction.audio().of(Role.CALLER))
        .anyMatch(range -> range.startMs() <= from && range.endMs() >= to);
  }
}
