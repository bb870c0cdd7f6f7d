package eu.sotto.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VocabularyTest {
  private static final Instant AT = Instant.parse("2026-11-02T08:14:05Z");

  @ParameterizedTest
  @ValueSource(strings = {"", "Quality", "two words", "-a", "a-", "ä", "a\n"})
  void aDeclaredNameIsPlain(String name) {
    assertThatIllegalArgumentException().isThrownBy(() -> PurposeId.of(name));
    assertThatIllegalArgumentException().isThrownBy(() -> Identity.verified(name));
  }

  @Test
  void personalValuesAreNeverPrinted() {
    assertThat(CallId.of("c-1001").toString()).doesNotContain("c-1001");
    assertThat(Answer.keyPress('7', AT).toString()).doesNotContain("7");
    assertThat(Answer.spoken("ja gern", AT).toString()).doesNotContain("ja");
    assertThat(Answer.written("ja gern", AT).toString()).doesNotContain("ja");
    assertThat(Actor.of("e-7", "data-protection").toString()).doesNotContain("e-7");
  }

  @Test
  @Tag("R11")
  void silenceIsNotAnAnswer() {
    assertThatIllegalArgumentException().isThrownBy(() -> Answer.spoken("  ", AT));
    assertThatIllegalArgumentException().isThrownBy(() -> Answer.written("", AT));
    assertThatIllegalArgumentException().isThrownBy(() -> Answer.keyPress(' ', AT));
  }

  @Property(tries = 200)
  void onlyAPlayoutThatReachesTheFullTimeIsComplete(
      @ForAll @IntRange(min = 0, max = 2_000) int played,
      @ForAll @IntRange(min = 1, max = 2_000) int full) {
    Playout playout = Playout.of(Duration.ofMillis(played), Duration.ofMillis(full), AT);
    assertThat(playout.complete()).isEqualTo(played >= full);
  }

  @Test
  void aPlayoutOfNothingIsRefused() {
    Duration second = Duration.ofSeconds(1);
    assertThatIllegalArgumentException().isThrownBy(() -> Playout.of(second, Duration.ZERO, AT));
    assertThatIllegalArgumentException().isThrownBy(() -> Playout.of(second.negated(), second, AT));
  }
}
