package eu.sotto;

import static eu.sotto.Casework.COLLEAGUE;
import static eu.sotto.Casework.LOAN;
import static eu.sotto.Casework.QUEUE;
import static eu.sotto.Casework.REVIEWER;
import static eu.sotto.Casework.input;
import static eu.sotto.Casework.permit;
import static eu.sotto.Casework.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.sotto.oversight.AiOutcome;
import eu.sotto.oversight.Decided;
import eu.sotto.oversight.OutcomeId;
import eu.sotto.oversight.Review;
import eu.sotto.oversight.Telling;
import eu.sotto.oversight.Verdict;
import eu.sotto.records.RecordId;
import eu.sotto.session.Engine;
import eu.sotto.session.Opening;
import eu.sotto.vocabulary.Actor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiPredicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Outcomes decided, seen, contested, flagged, resolved and told in any order, against a model that
 * knows nothing of events: what is open, what counts with which words, and who has to be told.
 */
class ReviewProperties {
  private static final List<Actor> REVIEWERS = List.of(REVIEWER, COLLEAGUE);

  /** What is done next. */
  enum Act {
    DECIDE_WEIGHTY,
    DECIDE_LIGHT,
    LOOK,
    UPHOLD,
    CHANGE,
    SET_ASIDE,
    CHALLENGE,
    FLAG,
    TELL
  }

  /**
   * A step.
   *
   * @param act what is done
   * @param which to which outcome, counted round
   * @param who by which of the two reviewers
   */
  record Step(Act act, int which, int who) {}

  /** An outcome as the model knows it. */
  private static final class Known {
    final String words;
    final @Nullable Known corrects;
    OutcomeId id = OutcomeId.of("0".repeat(32));
    boolean open;
    boolean gone;
    boolean challenged;
    boolean flagged;
    final Set<Actor> seen = new HashSet<>();

    Known(String words, boolean open, @Nullable Known corrects) {
      this.words = words;
      this.open = open;
      this.corrects = corrects;
    }

    void contest(boolean byCaller) {
      if (!open) {
        open = true;
        challenged = false;
        flagged = false;
        seen.clear();
      }
      challenged |= byCaller;
      flagged |= !byCaller;
    }
  }

  /** The rules, so that wrong ones can be put in their place. */
  private record Rules(BiPredicate<Known, Actor> maySettle, BiPredicate<Known, Act> isTold) {
    static final Rules RIGHT =
        new Rules(
            (known, actor) -> known.seen.contains(actor),
            (known, act) ->
                act == Act.UPHOLD ? known.challenged : known.challenged || known.flagged);
  }

  /** The store and the model, side by side. */
  private static final class World implements AutoCloseable {
    private final Practice practice;
    private final Call call;
    private final RecordId input;
    private final Rules rules;
    private final List<Known> all = new ArrayList<>();
    private int owed;
    private int made;

    World(Rules rules) {
      this.rules = rules;
      var time = new AtomicReference<>(Practice.START);
      Engine engine = Opening.inMemory(Casework.register(), time::get);
      practice = Practice.on(CallPrivacy.on(engine), time);
      call = practice.welcomed("c-1");
      input = input(call);
    }

    Oversight oversight() {
      return practice.privacy().oversight();
    }

    void take(Step step) {
      if (step.act() == Act.DECIDE_WEIGHTY || step.act() == Act.DECIDE_LIGHT) {
        decide(step.act() == Act.DECIDE_WEIGHTY);
      } else if (step.act() == Act.TELL) {
        assertThat(oversight().tell(message -> true).told()).isEqualTo(owed);
        owed = 0;
      } else if (!all.isEmpty()) {
        Known known = all.get(step.which() % all.size());
        Actor actor = REVIEWERS.get(step.who());
        switch (step.act()) {
          case CHALLENGE, FLAG -> contest(known, step.act() == Act.CHALLENGE);
          case LOOK -> look(known, actor);
          default -> settle(known, actor, step.act());
        }
      }
    }

    private void decide(boolean weighty) {
      Known known = new Known("result " + made++, weighty, null);
      known.id =
          call.decided(result(known.words, input), permit(call, weighty ? LOAN : QUEUE))
              .recorded()
              .orElseThrow()
              .id();
      all.add(known);
    }

    private void contest(Known known, boolean byCaller) {
      if (known.gone) {
        assertThatThrownBy(() -> contested(known, byCaller))
            .isInstanceOf(IllegalStateException.class);
        return;
      }
      contested(known, byCaller);
      known.contest(byCaller);
    }

    private Review contested(Known known, boolean byCaller) {
      return byCaller
          ? call.caller().challenge(known.id, "wrong")
          : oversight().flag(known.id, Casework.CLERK, "wrong");
    }

    private Optional<Review> review(Known known) {
      return oversight().reviews().stream()
          .filter(one -> one.outcome().equals(known.id))
          .findFirst();
    }

    private void look(Known known, Actor actor) {
      review(known)
          .ifPresent(
              review -> {
                Casework.look(review, actor);
                known.seen.add(actor);
              });
    }

    private void settle(Known known, Actor actor, Act act) {
      Review review = review(known).orElse(null);
      if (review == null) {
        return;
      }
      String words = "result " + made++;
      Verdict verdict =
          switch (act) {
            case UPHOLD -> Verdict.upheld();
            case CHANGE -> Verdict.changed(words);
            default -> Verdict.setAside();
          };
      Decided decided = review.resolve(actor, verdict, "because");
      assertThat(decided.recorded().isPresent()).isEqualTo(rules.maySettle().test(known, actor));
      if (decided.recorded().isEmpty()) {
        return;
      }
      owed += rules.isTold().test(known, act) ? 1 : 0;
      known.open = false;
      known.gone = act != Act.UPHOLD;
      known.challenged = false;
      known.flagged = false;
      known.seen.clear();
      if (act == Act.CHANGE) {
        Known correction = new Known(words, false, known);
        correction.id = decided.recorded().orElseThrow().id();
        all.add(correction);
      }
    }

    void agree() {
      Oversight oversight = oversight();
      for (Known known : all) {
        AiOutcome now = oversight.outcome(known.id).orElseThrow();
        assertThat(now.counts()).isEqualTo(!known.open && !known.gone);
        assertThat(now instanceof AiOutcome.Pending).isEqualTo(known.open);
        if (now instanceof AiOutcome.Final counts) {
          assertThat(counts.result()).isEqualTo(known.words);
          assertThat(counts.corrects())
              .isEqualTo(Optional.ofNullable(known.corrects).map(old -> old.id));
          assertThat(counts.label().aiGenerated()).isEqualTo(known.corrects == null);
        }
      }
      assertThat(oversight.reviews()).hasSize((int) all.stream().filter(k -> k.open).count());
      assertThat(oversight.tellings()).hasSize(owed).noneMatch(Telling::overdue);
      assertThat(call.caller().outcomes()).hasSameSizeAs(all);
    }

    @Override
    public void close() {
      practice.close();
    }
  }

  private static void run(List<Step> steps, Rules rules) {
    try (World world = new World(rules)) {
      for (Step step : steps) {
        world.take(step);
        world.agree();
      }
    }
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    return Combinators.combine(
            Arbitraries.of(Act.values()),
            Arbitraries.integers().between(0, 5),
            Arbitraries.integers().between(0, 1))
        .as(Step::new)
        .list()
        .ofMinSize(3)
        .ofMaxSize(14);
  }

  @Property(tries = 40)
  @Tag("R28")
  @Tag("R54")
  void whatCountsIsWhatPeopleWhoSawTheInputsDecided(@ForAll("steps") List<Step> steps) {
    run(steps, Rules.RIGHT);
  }

  private static Step step(Act act, int which, int who) {
    return new Step(act, which, who);
  }

  /** The mutant takes the word of whoever asks; a colleague who saw nothing shows it. */
  @Example
  void aReviewThatCountsUnseenIsCaught() {
    Rules blind = new Rules((known, actor) -> true, Rules.RIGHT.isTold());
    List<Step> steps =
        List.of(step(Act.DECIDE_WEIGHTY, 0, 0), step(Act.LOOK, 0, 0), step(Act.UPHOLD, 0, 1));
    run(steps, Rules.RIGHT);
    assertThatThrownBy(() -> run(steps, blind)).isInstanceOf(AssertionError.class);
  }

  /** The mutant counts what one saw for all. */
  @Example
  void aReviewThatCountsWhatAnotherSawIsCaught() {
    Rules shared = new Rules((known, actor) -> !known.seen.isEmpty(), Rules.RIGHT.isTold());
    List<Step> steps =
        List.of(step(Act.DECIDE_WEIGHTY, 0, 0), step(Act.LOOK, 0, 0), step(Act.UPHOLD, 0, 1));
    assertThatThrownBy(() -> run(steps, shared)).isInstanceOf(AssertionError.class);
  }

  /** The mutant remembers a look from an earlier review. */
  @Example
  void aLookFromAnEarlierReviewIsNotCounted() {
    run(
        List.of(
            step(Act.DECIDE_WEIGHTY, 0, 0),
            step(Act.LOOK, 0, 0),
            step(Act.UPHOLD, 0, 0),
            step(Act.CHALLENGE, 0, 0),
            step(Act.UPHOLD, 0, 0),
            step(Act.LOOK, 0, 0),
            step(Act.CHANGE, 0, 0),
            step(Act.TELL, 0, 0)),
        Rules.RIGHT);
  }

  /** The mutant tells nobody whose challenge failed. */
  @Example
  void aCorrectionThatIsNotToldIsCaught() {
    Rules silent =
        new Rules(Rules.RIGHT.maySettle(), (known, act) -> act != Act.UPHOLD && known.flagged);
    List<Step> steps =
        List.of(
            step(Act.DECIDE_LIGHT, 0, 0),
            step(Act.CHALLENGE, 0, 0),
            step(Act.LOOK, 0, 0),
            step(Act.CHANGE, 0, 0));
    run(steps, Rules.RIGHT);
    assertThatThrownBy(() -> run(steps, silent)).isInstanceOf(AssertionError.class);
  }
}
