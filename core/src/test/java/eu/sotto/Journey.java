package eu.sotto;

import static eu.sotto.Practice.APPOINTMENT;
import static eu.sotto.Practice.QUALITY;
import static java.util.stream.Collectors.joining;

import eu.sotto.permit.Operation;
import eu.sotto.permit.Permit;
import eu.sotto.permit.ReasonCode;
import eu.sotto.register.Register;
import eu.sotto.vocabulary.Answer;
import eu.sotto.vocabulary.Party;
import eu.sotto.vocabulary.PurposeId;
import eu.sotto.vocabulary.Role;
import eu.sotto.vocabulary.Speaker;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
    /** Only where the store lies in files. */
    RESTART,
    /** Only where the store lies in files: opened again under a register that asks for more. */
    REGISTER_CHANGE,
    ERASURE,
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
    CONSENT_LASTS_FOR_EVER,
    ERASURE_IS_LOST,
    /** Seen only where the store lies in files. */
    REGISTER_CHANGE_IS_LOST
  }

  /** What can be done in memory, and does not end the journey. */
  private static final List<Step> ANYWHERE =
      List.copyOf(EnumSet.range(Step.CUT_NOTICE, Step.CLOCK_BACK));

  private static final Speaker STRANGER = Speaker.of("i-1", Role.INTERPRETER);

  private final @Nullable Path folder;
  private Practice practice;
  private Call call;
  private final Mutant mutant;
  private final List<Permit> recordings = new ArrayList<>();
  private boolean heard;
  private boolean agreed;
  private boolean stranger;
  private @Nullable Instant askedAt;
  private boolean heardWhenAsked;
  private boolean erased;
  private int changes;
  private int permits;

  private Journey(@Nullable Path folder, Mutant mutant) {
    this.folder = folder;
    this.practice = folder == null ? Practice.inMemory() : opened(folder, 0, Practice.START);
    this.call = practice.answered("c-1", Party.presented(Practice.NUMBER));
    this.mutant = mutant;
  }

  /**
   * Every second one begins with a consent, which chance alone seldom comes by; every fifth ends
   * with an erasure, since nothing follows one.
   */
  static List<Step> random(long seed) {
    Random random = new Random(seed);
    List<Step> any =
        random
            .ints(5 + random.nextInt(20), 0, ANYWHERE.size())
            .mapToObj(ANYWHERE::get)
            .collect(Collectors.toList());
    if (seed % 5 == 0) {
      any.add(Step.ERASURE);
    }
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

  /** In a folder, after some changes: each asks for one more category of data. */
  private static Practice opened(Path folder, int changes, Instant now) {
    String more =
        IntStream.range(0, changes).mapToObj(i -> "\"more-" + i + "\", ").collect(joining());
    Register register =
        Practice.register(
            text ->
                text.replace(
                    "[\"voice\", \"conversation\", \"contact\"]", "[" + more + "\"voice\"]"));
    return Practice.in(folder.resolve("data"), folder.resolve("keys"), now, register);
  }

  /** The first violation in memory, if there is one. */
  static Optional<String> violation(List<Step> steps, Mutant mutant) {
    return violation(steps, mutant, null);
  }

  /** The first violation with a store in a folder, or in memory if there is none. */
  static Optional<String> violation(List<Step> steps, Mutant mutant, @Nullable Path folder) {
    Journey journey = new Journey(folder, mutant);
    try {
      for (Step step : steps) {
        journey.take(step);
        Optional<String> found = journey.check();
        if (found.isPresent()) {
          return found.map(what -> what + " after " + step);
        }
      }
      return Optional.empty();
    } finally {
      journey.practice.close();
    }
  }

  /** How many permits a way without mutants yields, so that nothing holds for want of them. */
  static int permits(List<Step> steps) {
    Journey journey = new Journey(null, Mutant.NONE);
    try {
      steps.forEach(
          step -> {
            journey.take(step);
            journey.check();
          });
      return journey.permits;
    } finally {
      journey.practice.close();
    }
  }

  private void take(Step step) {
    if (erased) {
      return;
    }
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
      case RESTART -> reopen(changes);
      case REGISTER_CHANGE -> change();
      case ERASURE -> erase();
      default -> practice.after(Duration.ofSeconds(-7));
    }
  }

  private void reopen(int changed) {
    if (folder != null) {
      Instant now = practice.now();
      practice.close();
      practice = opened(folder, changed, now);
      call = practice.privacy().resume(call.id()).orElseThrow();
    }
  }

  private void change() {
    if (folder != null) {
      changes += mutant == Mutant.REGISTER_CHANGE_IS_LOST ? 0 : 1;
      reopen(changes);
      agreed = false;
      askedAt = null;
    }
  }

  private void erase() {
    if (mutant != Mutant.ERASURE_IS_LOST) {
      call.caller().request(Practice.IDENTITY, Practice.ACTOR).erase();
    }
    erased = true;
    agreed = false;
    heard = false;
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
