package eu.sotto;

import static eu.sotto.Casework.LOAN;
import static eu.sotto.Casework.REVIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import eu.sotto.oversight.AiOutcome;
import eu.sotto.oversight.Review;
import eu.sotto.oversight.Verdict;
import eu.sotto.session.Opening;
import eu.sotto.vocabulary.PrivacyException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

/** A verdict counts as a whole or not at all, wherever the store ceases to take entries. */
class VerdictGapTest {
  private static final String WHY = "Einkommen falsch gelesen";

  private static Practice on(BrokenStore store) {
    var time = new AtomicReference<>(Practice.START);
    return Practice.on(
        CallPrivacy.on(
            Opening.inMemory(Casework.register(), time::get, Duration.ofSeconds(5), store::around)),
        time);
  }

  private static boolean resolved(Review review) {
    try {
      return review
          .resolve(REVIEWER, Verdict.changed(Casework.GRANTED), WHY)
          .recorded()
          .isPresent();
    } catch (PrivacyException e) {
      return false;
    }
  }

  @Property(tries = 3)
  @Tag("R28")
  void aVerdictThatWasInterruptedCountsForNothingAndIsGivenAgain(
      @ForAll @IntRange(min = 0, max = 2) int entries) {
    BrokenStore store = new BrokenStore();
    try (Practice practice = on(store)) {
      Call call = practice.welcomed("c-1");
      call.decided(
          Casework.result(Casework.REFUSED, Casework.input(call)), Casework.permit(call, LOAN));
      Review review = practice.privacy().reviews().get(0);
      Casework.look(review, REVIEWER);

      store.failsAfter(entries);
      assertThat(resolved(review)).isFalse();
      store.is(BrokenStore.Mood.WELL);

      assertThat(call.caller().outcomes()).singleElement().isInstanceOf(AiOutcome.Pending.class);
      assertThat(resolved(review)).isTrue();
      assertThat(call.caller().outcomes()).hasSize(2);
      assertThat(practice.privacy().reviews()).isEmpty();
    }
  }

  @Example
  void aVerdictHasThreeEntries() {
    BrokenStore store = new BrokenStore();
    try (Practice practice = on(store)) {
      Call call = practice.welcomed("c-1");
      call.decided(
          Casework.result(Casework.REFUSED, Casework.input(call)), Casework.permit(call, LOAN));
      Review review = practice.privacy().reviews().get(0);
      Casework.look(review, REVIEWER);

      store.failsAfter(3);
      assertThat(resolved(review)).isTrue();
    }
  }
}
