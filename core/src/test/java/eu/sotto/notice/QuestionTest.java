package eu.sotto.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import eu.sotto.vocabulary.PurposeId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionTest {
  private static final Map<Character, Reply> KEYS = Map.of('1', Reply.GIVEN, '2', Reply.REFUSED);

  private static Question question(
      Map<Character, Reply> keys, List<String> given, List<String> refused) {
    return new Question(
        PurposeId.of("quality"), keys, given, refused, "goes on", Duration.ofSeconds(8));
  }

  private static Question within(Duration window) {
    return new Question(PurposeId.of("quality"), KEYS, List.of(), List.of(), "goes on", window);
  }

  @Property(tries = 200)
  @net.jqwik.api.Tag("R18")
  void bothAnswersAlwaysHaveAKey(@ForAll Map<Character, Reply> drawn) {
    boolean sound =
        drawn.keySet().stream().allMatch(k -> "0123456789*#ABCD".indexOf(k) >= 0)
            && drawn.containsValue(Reply.GIVEN)
            && drawn.containsValue(Reply.REFUSED);
    if (sound) {
      assertThat(question(drawn, List.of(), List.of()).keys()).isEqualTo(drawn);
    } else {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> question(drawn, List.of("ja"), List.of("nein")));
    }
  }

  @Test
  @Tag("R18")
  void oneKeyForEachAnswerIsEnough() {
    assertThat(question(KEYS, List.of(), List.of()).keys()).isEqualTo(KEYS);
    for (Reply reply : Reply.values()) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> question(Map.of('1', reply), List.of(), List.of()))
          .withMessageContaining("both answers need one");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                question(
                    Map.of('1', Reply.GIVEN, '2', Reply.REFUSED, 'x', Reply.GIVEN),
                    List.of(),
                    List.of()));
  }

  @Test
  @Tag("R14")
  void refusingInWordsIsAsEasyAsGiving() {
    assertThat(question(KEYS, List.of("ja"), List.of("nein")).givenPhrases()).containsOnly("ja");
    assertThatIllegalArgumentException().isThrownBy(() -> question(KEYS, List.of("ja"), List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> question(KEYS, List.of(), List.of("nein")));
  }

  @Test
  void noPhraseMeansBoth() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> question(KEYS, List.of("Gut "), List.of("nein", "gut")))
        .withMessage("a phrase means both GIVEN and REFUSED");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> question(KEYS, List.of(" "), List.of("nein")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> question(KEYS, List.of("x".repeat(201)), List.of("nein")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1S", "PT2M0.001S"})
  void theAnswerWindowIsShort(String window) {
    assertThat(within(Duration.ofMinutes(2)).answerWindow()).isEqualTo(Duration.ofMinutes(2));
    assertThatIllegalArgumentException().isThrownBy(() -> within(Duration.parse(window)));
  }

  @Test
  @Tag("R04")
  void aQuestionSaysHowTheCallGoesOnAfterANo() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Question(
                    PurposeId.of("quality"),
                    KEYS,
                    List.of(),
                    List.of(),
                    " ",
                    Duration.ofSeconds(8)));
  }
}
