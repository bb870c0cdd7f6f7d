package eu.sotto;

import static eu.sotto.Practice.APPOINTMENT;
import static eu.sotto.Practice.QUALITY;

import eu.sotto.permit.Operation;
import eu.sotto.permit.Permit;
import eu.sotto.permit.ReasonCode;
import eu.sotto.vocabulary.Answer;
import eu.sotto.vocabulary.Party;
import eu.sotto.vocabulary.PurposeId;
import eu.sotto.vocabulary.Role;
import eu.sotto.vocabulary.Speaker;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A call in which steps come in any order, beside a small model of its own that knows three things
 * only: whether a whole notice was heard, whether a yes stands, whether somebody is there who has
 * not agreed. What the library permits and the model forbids is a violation.
 */
final class Journey {
  enum Step {
    CUT_NOTICE,
    WHOLE_NOTICE,
    QUESTION,
    YES,
    EARLY_YES,
    LATE_YES,
    NO,
    MUMBLE,
    SILENCE,
    WITHDRAWAL,
    FOUND_INVALID,
    JOIN,
    AGREE_TOO,
    LEAVE,
    A_YEAR,
    CLOCK_BACK,
    END
  }

  /** What is wrong with the library that is looked at; nothing is, except for planted mutants. */
  enum Mutant {
    NONE,
    CUT_NOTICE_COUNTS,
    SILENCE_IS_YES,
    EARLY_YES_COUNTS,
    WITHDRAWAL_IS_LOST,
    NO_IS_LOST,
    FINDING_IS_LOST,
    JOINING_IS_LOST,
    CONSENT_LASTS_FOR_EVER
  }

  private static final Speaker STRANGER = Speaker.of("i-1", Role.INTERPRETER);

  private final Practice practice;
  private final Call call;
  private final Mutant mutant;
  private final List<Permit> recordings = new ArrayList<>();
  private boolean heard;
  private boolean agreed;
  private boolean stranger;
  private @Nullable Instant askedAt;
  private boolean heardWhenAsked;
  private int permits;

  private Journey(Practice practice, Mutant mutant) {
    this.practice = practice;
    this.call = practice.answered("c-1", Party.presented(Practice.NUMBER));
    this.mutant = mutant;
  }

  /** Every second one begins with a consent, which chance alone seldom comes by. */
  static List<Step> random(long seed) {
    Random random = new Random(seed);
    List<Step> any =
        random
            .ints(5 + random.nextInt(20), 0, Step.values().length)
            .mapToObj(i -> Step.values()[i])
            .toList();
    return from(seed % 2 == 0, any);
  }

  /** The steps, after a consent if so wished. */
  static List<Step> from(boolean consented, List<Step> steps) {
    List<Step> all =
        new ArrayList<>(
            consented ? List.of(Step.WHOLE_NOTICE, Step.QUESTION, Step.YES) : List.of());
    all.addAll(steps);
    return List.copyOf(all);
  }

  /** The first violation, if there is one. */
  static Optional<String> violation(List<Step> steps, Mutant mutant) {
    try (Practice practice = Practice.inMemory()) {
      Journey journey = new Journey(practice, mutant);
      for (Step step : steps) {
        journey.take(step);
        Optional<String> found = journey.check();
        if (found.isPresent()) {
          return found.map(what -> what + " after " + step);
        }
      }
      return Optional.empty();
    }
  }

  /** How many permits a way without mutants yields, so that nothing holds for want of them. */
  static int permits(List<Step> steps) {
    try (Practice practice = Practice.inMemory()) {
      Journey journey = new Journey(practice, Mutant.NONE);
      steps.forEach(
          step -> {
            journey.take(step);
            journey.check();
          });
      return journey.permits;
    }
  }

  private void take(Step step) {
    practice.after(Duration.ofSeconds(1));
    switch (step) {
      case CUT_NOTICE -> practice.announce(call, Duration.ofSeconds(cut() ? 40 : 39));
      case WHOLE_NOTICE -> {
        practice.announce(call, Duration.ofSeconds(40));
        heard = true;
      }
      case QUESTION -> {
        call.asked(QUALITY, practice.welcome(), practice.now());
        askedAt = practice.now();
        heardWhenAsked = heard;
      }
      case YES -> answer(Answer.keyPress('1', practice.after(Duration.ofSeconds(1))));
      case EARLY_YES -> early();
      case LATE_YES -> answer(Answer.keyPress('1', practice.after(Duration.ofSeconds(11))));
      case NO -> {
        if (mutant != Mutant.NO_IS_LOST) {
          answer(Answer.keyPress('2', practice.after(Duration.ofSeconds(1))));
        }
        agreed = false;
      }
      case MUMBLE -> call.answered(QUALITY, Answer.spoken("hm", practice.now()));
      case SILENCE -> silence();
      case WITHDRAWAL -> {
        if (mutant != Mutant.WITHDRAWAL_IS_LOST) {
          call.caller().withdraw(QUALITY, Answer.spoken("aufhören", practice.now()));
        }
        agreed = false;
      }
      case END -> call.ended(practice.now());
      default -> takeRare(step);
    }
  }

  private void takeRare(Step step) {
    switch (step) {
      case FOUND_INVALID -> {
        if (mutant != Mutant.FINDING_IS_LOST) {
          call.caller().foundInvalid(QUALITY, ReasonCode.CONSENT_NOT_VALID, Practice.ACTOR);
        }
        agreed = false;
      }
      case JOIN -> {
        if (mutant != Mutant.JOINING_IS_LOST) {
          call.joined(STRANGER, practice.now());
        }
        stranger = true;
      }
      case AGREE_TOO -> {
        practice.announce(call, Duration.ofSeconds(40));
        heard = true;
        call.asked(STRANGER, QUALITY, practice.welcome(), practice.now());
        call.answered(STRANGER, QUALITY, Answer.spoken("ja", practice.now()));
        stranger = false;
      }
      case LEAVE -> {
        call.left(STRANGER, practice.now());
        stranger = false;
      }
      case A_YEAR -> {
        practice.after(Duration.ofDays(mutant == Mutant.CONSENT_LASTS_FOR_EVER ? 1 : 367));
        agreed = false;
      }
      default -> practice.after(Duration.ofSeconds(-7));
    }
  }

  private boolean cut() {
    return mutant == Mutant.CUT_NOTICE_COUNTS;
  }

  private void early() {
    if (askedAt != null) {
      Instant at = mutant == Mutant.EARLY_YES_COUNTS ? askedAt : askedAt.minusMillis(1);
      call.answered(QUALITY, Answer.keyPress('1', at));
    }
  }

  private void silence() {
    if (mutant == Mutant.SILENCE_IS_YES) {
      call.answered(QUALITY, Answer.keyPress('1', practice.now()));
    } else {
      call.unanswered(QUALITY, practice.now());
    }
  }

  /** Only a yes to a question, in its window and after a whole notice, can be consent. */
  private void answer(Answer answer) {
    call.answered(QUALITY, answer);
    boolean yes = ((Answer.KeyPress) answer).key() == '1';
    boolean inTime =
        askedAt != null
            && !answer.at().isBefore(askedAt)
            && !answer.at().isAfter(askedAt.plusSeconds(10));
    agreed |= yes && inTime && heardWhenAsked;
  }

  private Optional<String> check() {
    Optional<String> transcribed =
        granted(Operation.TRANSCRIBE, APPOINTMENT).isPresent() && !heard
            ? Optional.of("transcribed before the announcement")
            : Optional.empty();
    Optional<? extends Permit> recording = granted(Operation.RECORD, QUALITY);
    recording.ifPresent(recordings::add);
    if (recording.isPresent() && !heard) {
      return Optional.of("recorded before the notice");
    }
    if (recordings.stream().anyMatch(Permit::usable) && !agreed) {
      return Optional.of("a recording permit is usable without a yes");
    }
    if (recordings.stream().anyMatch(Permit::usable) && stranger) {
      return Optional.of("somebody is recorded who has not agreed");
    }
    return transcribed;
  }

  private Optional<? extends Permit> granted(Operation<?> operation, PurposeId purpose) {
    Optional<? extends Permit> permit =
        call.may(operation, purpose)
            .fold(Optional::of, denied -> Optional.empty(), review -> Optional.empty());
    permits += permit.isPresent() ? 1 : 0;
    return permit;
  }
}
