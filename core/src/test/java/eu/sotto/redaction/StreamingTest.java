package eu.sotto.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sotto.vocabulary.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class StreamingTest {
  private final Redactor full = Redactor.of(RedactionPolicy.full());

  /** A made call in one breath: every turn of it in one long line of one speaker. */
  private static String breath(long seed, boolean german) {
    return new CallMaker(seed, german, seed % 3 == 0)
        .call().transcript().turns().stream().map(Turn::text).collect(Collectors.joining(" "));
  }

  private String forward(String text) {
    List<Hit> hits = new Engine(RedactionPolicy.full(), Set.of()).turn(Role.CALLER, text);
    return new Rewriter(RedactionPolicy.full()).turn(Turn.of(Role.CALLER, text), hits).text();
  }

  @Property(tries = 60)
  @Tag("R40")
  void anyChunkingOfALongTurnEqualsTheBatchWithoutItsBackwardPass(
      @ForAll @LongRange(min = 0) long seed,
      @ForAll boolean german,
      @ForAll @IntRange(min = 1, max = 50) int size) {
    Turn turn = Turn.of(Role.CALLER, breath(seed, german));
    String released = RedactionPropertiesTest.released(full.stream(), turn, size);
    assertThat(released).isEqualTo(forward(turn.text()));
  }

  @Property(tries = 30)
  void whatIsReleasedNeverChangesAndAtMostFortyWordsWait(
      @ForAll @LongRange(min = 0) long seed, @ForAll boolean german) {
    String text = breath(seed, german);
    String whole = forward(text);
    RedactionStream stream = full.stream();
    StringBuilder released = new StringBuilder();
    int original = 0;
    for (String word : text.split(" ", -1)) {
      stream.push(Role.CALLER, word + " ").forEach(part -> released.append(part.text()));
      original++;
      assertThat(whole).startsWith(released.toString().stripTrailing());
    }
    int waiting = 0;
    for (Turn rest : stream.endTurn()) {
      released.append(rest.text());
      waiting += rest.text().split(" ", -1).length;
    }
    assertThat(waiting).isLessThanOrEqualTo(HoldBack.MAX_WORDS + 1);
    assertThat(original).isGreaterThan(waiting / 2);
    assertThat(released.toString().strip()).isEqualTo(whole.strip());
  }

  @Property(tries = 60)
  @Tag("R40")
  void atItsDeadlineAStreamMasksWhatItWouldHaveToReleaseInDoubt(
      @ForAll @LongRange(min = 0) long seed) {
    LabelledCall made = new CallMaker(seed, true, false).call();
    Transcript call = made.transcript();
    Redaction batch = full.redact(call);
    Random random = new Random(seed);
    RedactionStream stream = full.stream(HoldBack.atMost(Duration.ofMillis(500)));
    long now = 0;
    for (int i = 0; i < call.turns().size(); i++) {
      Turn turn = call.turns().get(i);
      StringBuilder released = new StringBuilder();
      for (String word : turn.text().split(" ", -1)) {
        now += 100 + random.nextInt(300);
        stream
            .push(turn.role(), Word.of(word, now - 90, now))
            .forEach(part -> released.append(part.text()));
      }
      stream.endTurn().forEach(part -> released.append(part.text()));
      for (Finding finding : batch.findings()) {
        boolean here = finding.turn() == i && made.labels().stream().anyMatch(touching(finding));
        String value = here ? turn.text().substring(finding.start(), finding.end()) : "";
        assertThat(value.length() > 12 && released.toString().contains(value)).isFalse();
      }
    }
  }

  private static Predicate<Finding> touching(Finding found) {
    return label ->
        label.turn() == found.turn() && label.start() < found.end() && found.start() < label.end();
  }

  @Example
  void aNumberThatADeadlineMaskedInItsMidstStaysMaskedToItsEnd() {
    RedactionStream stream = full.stream(HoldBack.atMost(Duration.ofMillis(500)));
    StringBuilder released = new StringBuilder();
    long now = 0;
    for (String word : "null neun sechs drei zwo null".split(" ", -1)) {
      now += 250;
      stream
          .push(Role.CALLER, Word.of(word, now - 90, now))
          .forEach(p -> released.append(p.text()));
    }
    stream.push(Role.AGENT, "Mhm.").forEach(p -> released.append(p.text()));
    stream
        .push(Role.CALLER, "zweiundfünfzig null einundfünfzig")
        .forEach(p -> released.append(p.text()));
    stream.endTurn().forEach(p -> released.append(p.text()));
    assertThat(released.toString())
        .startsWith("[UNJUDGED]")
        .contains("Mhm.")
        .doesNotContainPattern("drei|zwo|null|fünfzig");
  }

  @Example
  void aDeadlineReleasesWhatIsSafeAndMasksTheRest() {
    RedactionStream stream = full.stream(HoldBack.atMost(Duration.ofSeconds(1)));
    List<Turn> out = new ArrayList<>();
    out.addAll(stream.push(Role.CALLER, Word.of("und", 0, 200)));
    out.addAll(stream.push(Role.CALLER, Word.of("null", 300, 500)));
    out.addAll(stream.push(Role.CALLER, Word.of("eins", 600, 800)));
    assertThat(out).isEmpty();
    out.addAll(stream.waited(1300));
    assertThat(out).hasSize(1);
    assertThat(out.get(0).text()).isEqualTo("und [UNJUDGED] ");
    assertThat(stream.waited(9000)).isEmpty();
  }

  @Example
  void aNameFoundLaterIsReportedAtTheEnd() {
    RedactionStream stream = full.stream();
    stream.push(Role.CALLER, "grüße von wolfenbrück");
    List<Turn> first = stream.endTurn();
    stream.push(Role.CALLER, "mein name ist sabine wolfenbrück");
    stream.endTurn();
    assertThat(first.get(0).text()).isEqualTo("grüße von wolfenbrück");
    assertThat(stream.late()).hasSize(1);
    assertThat(stream.late().get(0).turn()).isZero();
    Transcript call =
        Transcript.of(
            Locale.ROOT,
            List.of(
                Turn.of(Role.CALLER, "grüße von wolfenbrück"),
                Turn.of(Role.CALLER, "mein name ist sabine wolfenbrück")));
    assertThat(full.redact(call).transcript().text())
        .isEqualTo("grüße von [PERSON]\nmein name ist [PERSON]");
  }
}
