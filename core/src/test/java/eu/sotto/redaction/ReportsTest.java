package eu.sotto.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sotto.vocabulary.Role;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.LongRange;

class ReportsTest {
  private final Redactor full = Redactor.of(RedactionPolicy.full());

  private Redaction of(Turn... turns) {
    return full.redact(Transcript.of(Locale.GERMAN, List.of(turns)));
  }

  @Property(tries = 60)
  @Tag("R40")
  void everyFindingIsExplainedByCodesThatTheLibraryKnows(
      @ForAll @LongRange(min = 0) long seed, @ForAll boolean german, @ForAll boolean written) {
    Redaction redaction = full.redact(new CallMaker(seed, german, written).call().transcript());
    assertThat(redaction.explanations()).hasSameSizeAs(redaction.findings()).isNotEmpty();
    for (Explanation explanation : redaction.explanations()) {
      assertThat(explanation.finding().evidence()).allMatch(Reasons::knows);
      assertThat(explanation.otherwise()).isNotBlank();
      if (explanation.reading().length() > 3) {
        assertThat(explanation.toString()).doesNotContain(explanation.reading());
      }
    }
  }

  @Property(tries = 60)
  @Tag("R40")
  void aReportHoldsNumbersOnly(@ForAll @LongRange(min = 0) long seed) {
    Transcript call = new CallMaker(seed, true, true).call().transcript();
    Redaction redaction = full.redact(call);
    RedactionReport report = redaction.report();
    assertThat(report.counts().values().stream().mapToInt(Integer::intValue).sum())
        .isEqualTo(redaction.findings().size());
    assertThat(report.coverage()).isBetween(0.0, 1.0);
    assertThat(report.turns()).isEqualTo(call.turns().size());
    for (Finding finding : redaction.findings()) {
      String value =
          call.turns().get(finding.turn()).text().substring(finding.start(), finding.end());
      assertThat(value.length() > 3 && report.toString().contains(value)).isFalse();
    }
  }

  @Example
  @Tag("R71")
  void valuesComeInOneWrittenForm() {
    Redaction redaction =
        of(
            Turn.of(Role.AGENT, "Wie ist Ihr Name?"),
            Turn.of(Role.CALLER, "sabine wolf"),
            Turn.of(Role.AGENT, "Wie lautet Ihre Telefonnummer?"),
            Turn.of(Role.CALLER, "null drei null zwo drei eins"),
            Turn.of(Role.AGENT, "mhm"),
            Turn.of(Role.CALLER, "zwo fünf null eins zwo"),
            Turn.of(Role.AGENT, "Wann sind Sie geboren?"),
            Turn.of(Role.CALLER, "am dritten mai neunzehnhundertachtzig"));
    assertThat(redaction.values("DE"))
        .contains(
            new NormalisedValue(PiiType.PERSON, "SABINE WOLF"),
            new NormalisedValue(PiiType.PHONE, "+493023125012"),
            new NormalisedValue(PiiType.BIRTH_DATE, "1980-05-03"));
    assertThat(redaction.toString()).doesNotContain("SABINE", "3023125");
    assertThat(redaction.values("DE").toString()).doesNotContain("SABINE", "3023125");
  }

  @Example
  @Tag("R40")
  void whatIsFoundInAnotherHypothesisIsMaskedByTheTimesOfItsWords() {
    Turn turn =
        Turn.of(
            Role.CALLER,
            List.of(
                Word.of("es", 0, 100),
                Word.of("geht", 100, 200),
                Word.of("um", 200, 300),
                Word.of("sah", 300, 500),
                Word.of("bienen", 500, 700),
                Word.of("danke", 900, 1000)));
    Alternative other =
        new Alternative(
            0,
            "mein name ist sabine danke",
            List.of(
                Word.of("mein", 0, 100),
                Word.of("name", 100, 200),
                Word.of("ist", 200, 300),
                Word.of("sabine", 310, 690),
                Word.of("danke", 900, 1000)));
    Transcript call = Transcript.of(Locale.GERMAN, List.of(turn));
    Redaction redaction = full.redact(call.withAlternatives(List.of(other)));
    assertThat(redaction.transcript().text()).isEqualTo("es geht um [PERSON] danke");
    assertThat(redaction.findings().get(0).evidence()).contains("ALTERNATIVE");
    assertThat(redaction.transcript().alternatives()).isEmpty();
    assertThat(redaction.audio().ranges()).containsExactly(new AudioRange(Role.CALLER, 180, 820));
  }

  @Property(tries = 60)
  @Tag("R40")
  void anAlternativeNeverUncoversAnything(@ForAll @LongRange(min = 0) long seed) {
    Transcript call = new CallMaker(seed, true, false).call().transcript();
    Transcript other = new CallMaker(seed + 1, true, false).call().transcript();
    List<Alternative> alternatives =
        java.util.stream.IntStream.range(0, Math.min(call.turns().size(), other.turns().size()))
            .mapToObj(i -> new Alternative(i, other.turns().get(i).text(), List.of()))
            .toList();
    Redactor plain = Redactor.of(RedactionPolicy.labelling(Set.of(PiiType.PHONE, PiiType.IBAN)));
    Redaction alone = plain.redact(call);
    Redaction both = plain.redact(call.withAlternatives(alternatives));
    for (Finding finding : alone.findings()) {
      assertThat(both.findings())
          .anyMatch(
              f ->
                  f.turn() == finding.turn()
                      && f.start() <= finding.start()
                      && f.end() >= finding.end());
    }
  }
}
