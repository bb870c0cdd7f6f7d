package eu.sotto.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bars on texts that others labelled, with one policy and one set of settings for all. */
class GivenDataTest {
  private static final Set<String> NOT_COUNTED =
      Set.of("ORGANIZATION", "TITLE", "DATE_TIME", "NRP", "GPE");

  private final Redactor redactor = Redactor.of(RedactionPolicy.identifiers());
  private final TestReporter reporter;

  GivenDataTest(TestReporter reporter) {
    this.reporter = reporter;
  }

  private GivenScore score(String name) {
    return score(name, GivenData.read(name, Set.of()));
  }

  private GivenScore score(String name, List<GivenData> rows) {
    GivenScore score = GivenScore.of(rows, redactor);
    reporter.publishEntry(score.line(name));
    return score;
  }

  @Test
  @Tag("R40")
  void clinicalDocumentsLoseTwoThirdsOfTheirIdentifiersAtNineTenthsPrecision() {
    GivenScore score = score("grascco-de");
    assertThat(score.rows).isEqualTo(32);
    assertThat(score.recall()).isGreaterThanOrEqualTo(0.65);
    assertThat(score.precision()).isGreaterThanOrEqualTo(0.90);
  }

  @Test
  @Tag("R40")
  void realCallersAnswersAreFound() {
    GivenScore score = score("real-callers-en");
    assertThat(score.rows).isEqualTo(799);
    assertThat(score.recall()).isGreaterThanOrEqualTo(0.97);
  }

  @ParameterizedTest
  @ValueSource(strings = {"asked-control-de", "asked-control-en"})
  void whoeverDoesNotAnswerIsHardlyEverMasked(String name) {
    GivenScore score = score(name);
    assertThat(score.rows).isGreaterThanOrEqualTo(280);
    assertThat(score.rowsHit).isLessThanOrEqualTo(score.rows / 20);
  }

  @Test
  @Tag("R40")
  void namesInBookingsAreFoundWithAndWithoutTheirQuestions() {
    List<GivenData> rows = GivenData.read("booking-en", Set.of());
    GivenScore score = score("booking-en", rows);
    assertThat(score.rows).isEqualTo(747);
    assertThat(score.recall()).isGreaterThanOrEqualTo(0.90);
    assertThat(score.precision()).isGreaterThanOrEqualTo(0.95);
    List<GivenData> alone = rows.stream().map(GivenData::withoutQuestions).toList();
    assertThat(score("booking-en without questions", alone).recall()).isGreaterThanOrEqualTo(0.60);
  }

  @Test
  @Tag("R40")
  void commandsLoseNothingButNames() {
    GivenScore score = score("assistant-commands-de");
    assertThat(score.rows).isEqualTo(125);
    assertThat(score.said).isEqualTo(score.good);
  }

  @Test
  void syntheticSentencesAreReported() {
    GivenScore score = score("synthetic-en", GivenData.read("synthetic-en", NOT_COUNTED));
    assertThat(score.gold).isEqualTo(653);
    assertThat(score.precision()).isGreaterThanOrEqualTo(0.90);
  }
}
