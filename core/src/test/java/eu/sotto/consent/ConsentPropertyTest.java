package eu.sotto.consent;

import static eu.sotto.consent.Story.QUALITY;
import static eu.sotto.consent.Story.second;
import static org.assertj.core.api.Assertions.assertThat;

import eu.sotto.consent.ConsentEvent.Answered;
import eu.sotto.consent.ConsentEvent.Asked;
import eu.sotto.consent.ConsentEvent.NoticePlayed;
import eu.sotto.consent.ConsentEvent.Unanswered;
import eu.sotto.consent.ConsentEvent.Withdrawn;
import eu.sotto.vocabulary.Answer;
import eu.sotto.vocabulary.Playout;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** Invariant 3: only an affirmative act is consent; over random calls in any order of recording. */
@Label("Consent over random calls")
@Tag("R11")
class ConsentPropertyTest {
  private static final int SAMPLES = 4000;

  /** Whether a fold of recorded events says that consent is given at a time. */
  private interface Fold {
    boolean given(List<ConsentEvent> recorded, Instant time);
  }

  @Property(tries = 1500, edgeCases = EdgeCasesMode.NONE)
  @Tag("R10")
  @Tag("R14")
  @Tag("R19")
  void nothingCountsAsGivenThatTheLawWouldNotCount(@ForAll("calls") List<ConsentEvent> recorded) {
    assertThat(unlawful(ConsentPropertyTest::real, recorded)).isFalse();
  }

  @Property(tries = 1500, edgeCases = EdgeCasesMode.NONE)
  void theOrderOfRecordingMakesNoDifferenceButWithinAnInstant(
      @ForAll("calls") List<ConsentEvent> recorded, @ForAll Random random) {
    assertThat(dependsOnOrder(ConsentPropertyTest::real, recorded, random)).isFalse();
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  @Tag("R14")
  void aWithdrawalChangesNothingBeforeItAndEndsAllAfterIt(
      @ForAll("calls") List<ConsentEvent> recorded, @ForAll("seconds") int at) {
    List<ConsentEvent> withdrawn = new ArrayList<>(recorded);
    withdrawn.add(new Withdrawn(QUALITY, Method.SPOKEN, second(at)));

    assertThat(real(withdrawn, second(at))).isFalse();
    for (int s = 0; s < at; s++) {
      assertThat(real(withdrawn, second(s))).isEqualTo(real(recorded, second(s)));
    }
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void aStateLastsUntilItSaysItEnds(
      @ForAll("calls") List<ConsentEvent> recorded, @ForAll("seconds") int at) {
    CallConsents consents = fold(recorded);
    ConsentStatus status = consents.status(QUALITY, second(at), Expiry.NEVER);

    assertThat(second(at)).isAfterOrEqualTo(status.since()).isBefore(status.until());
    if (status.until().isBefore(Instant.MAX)) {
      Instant last = status.until().minusNanos(1);
      assertThat(consents.status(QUALITY, last, Expiry.NEVER)).isEqualTo(status);
      assertThat(consents.status(QUALITY, status.until(), Expiry.NEVER).since())
          .isEqualTo(status.until());
    }
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void noWordsGiveThatHoldSomethingUnexpected(@ForAll("words") String words) {
    CallConsents asked = Story.after(Story.played(0, 10), Story.asked(10));
    ConsentOutcome outcome =
        AnswerClassifier.classify(
            asked, Story.WELCOME, QUALITY, Answer.spoken("ja " + words, second(12)));

    assertThat(outcome).isNotEqualTo(new ConsentOutcome.Given());
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void anyTextIsClassified(@ForAll("texts") String text) {
    CallConsents asked = Story.after(Story.played(0, 10), Story.asked(10));
    ConsentOutcome outcome =
        AnswerClassifier.classify(asked, Story.WELCOME, QUALITY, Answer.written(text, second(12)));

    assertThat(outcome).isNotInstanceOf(ConsentOutcome.NotValid.class);
  }

  @Example
  void theRandomCallsAreWorthAsking() {
    long given =
        Events.calls()
            .sampleStream()
            .limit(1000)
            .filter(c -> real(c, second(13)) || real(c, second(Events.LAST_SECOND)))
            .count();

    assertThat(given).isBetween(100L, 900L);
  }

  // Planted mutants: the properties above must tell each of these from the real fold.

  @Example
  void aFoldThatTakesSilenceForConsentIsCaught() {
    assertThat(caught(each(ConsentPropertyTest::silenceAsYes))).isTrue();
  }

  @Example
  void aFoldThatTakesACutPromptForHeardIsCaught() {
    assertThat(caught(each(ConsentPropertyTest::cutAsWhole))).isTrue();
  }

  @Example
  void aFoldThatIgnoresWithdrawalsIsCaught() {
    Fold deaf =
        (recorded, time) ->
            real(recorded.stream().filter(e -> !(e instanceof Withdrawn)).toList(), time);

    assertThat(caught(deaf)).isTrue();
  }

  @Example
  void aFoldThatNeedsNoQuestionIsCaught() {
    Fold eager =
        (recorded, time) -> {
          List<ConsentEvent> more = new ArrayList<>(recorded);
          recorded.stream()
              .filter(Answered.class::isInstance)
              .forEach(a -> more.add(Asked.of(QUALITY, Story.WELCOME, a.at())));
          return real(more, time);
        };

    assertThat(caught(eager)).isTrue();
  }

  @Example
  void aFoldInWhichTheLastRecordedWinsIsCaught() {
    assertThat(caught(ConsentPropertyTest::lastRecordedWins)).isTrue();
    Random random = new Random(7);
    assertThat(
            Events.calls()
                .sampleStream()
                .limit(SAMPLES)
                .anyMatch(c -> dependsOnOrder(ConsentPropertyTest::lastRecordedWins, c, random)))
        .isTrue();
  }

  private static boolean caught(Fold mutant) {
    return Events.calls().sampleStream().limit(SAMPLES).anyMatch(c -> unlawful(mutant, c));
  }

  private static boolean unlawful(Fold fold, List<ConsentEvent> recorded) {
    return IntStream.rangeClosed(0, Events.LAST_SECOND + 1)
        .mapToObj(Story::second)
        .anyMatch(t -> fold.given(recorded, t) && !Oracle.mayCount(recorded, t));
  }

  private static boolean dependsOnOrder(Fold fold, List<ConsentEvent> recorded, Random random) {
    List<ConsentEvent> other = shuffled(recorded, random);
    return IntStream.rangeClosed(0, Events.LAST_SECOND + 1)
        .mapToObj(Story::second)
        .anyMatch(t -> fold.given(recorded, t) != fold.given(other, t));
  }

  /** Another order of recording, in which events of the same instant keep theirs. */
  private static List<ConsentEvent> shuffled(List<ConsentEvent> recorded, Random random) {
    List<Instant> instants = new ArrayList<>(recorded.stream().map(ConsentEvent::at).toList());
    Collections.shuffle(instants, random);
    Map<Instant, Iterator<ConsentEvent>> left = new HashMap<>();
    recorded.stream()
        .collect(Collectors.groupingBy(ConsentEvent::at))
        .forEach((at, same) -> left.put(at, same.iterator()));
    return instants.stream().map(at -> left.get(at).next()).toList();
  }

  private static boolean real(List<ConsentEvent> recorded, Instant time) {
    return fold(recorded).status(QUALITY, time, Expiry.NEVER).given();
  }

  private static CallConsents fold(List<ConsentEvent> recorded) {
    return Story.after(recorded.toArray(ConsentEvent[]::new));
  }

  private static Fold each(UnaryOperator<ConsentEvent> mistake) {
    return (recorded, time) -> real(recorded.stream().map(mistake).toList(), time);
  }

  private static ConsentEvent silenceAsYes(ConsentEvent event) {
    return event instanceof Unanswered u
        ? new Answered(u.purpose(), new ConsentOutcome.Given(), Method.SPOKEN, u.at())
        : event;
  }

  private static ConsentEvent cutAsWhole(ConsentEvent event) {
    if (!(event instanceof NoticePlayed n)) {
      return event;
    }
    Playout whole = Playout.of(n.playout().full(), n.playout().full(), n.playout().at());
    return new NoticePlayed(n.wording(), n.parts(), whole);
  }

  /** What a careless author writes: a variable that every event overwrites. */
  private static boolean lastRecordedWins(List<ConsentEvent> recorded, Instant time) {
    boolean given = false;
    for (ConsentEvent event : recorded) {
      if (!event.at().isAfter(time)) {
        if (event instanceof Answered a) {
          given = a.outcome() instanceof ConsentOutcome.Given;
        } else if (event instanceof Withdrawn) {
          given = false;
        }
      }
    }
    return given;
  }

  @Provide
  Arbitrary<List<ConsentEvent>> calls() {
    return Events.calls();
  }

  @Provide
  Arbitrary<Integer> seconds() {
    return Events.seconds();
  }

  @Provide
  Arbitrary<String> words() {
    return Arbitraries.strings()
        .withCharRange('a', 'z')
        .ofMinLength(4)
        .ofMaxLength(12)
        .filter(
            w -> !List.of("also", "bitte", "danke", "gern", "gerne", "klar", "sure").contains(w))
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(list -> String.join(" ", list));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().ofMinLength(1).ofMaxLength(60).filter(s -> !s.isBlank());
  }
}
