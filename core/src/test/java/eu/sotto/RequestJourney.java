package eu.sotto;

import static eu.sotto.Practice.ACTOR;
import static eu.sotto.Practice.APPOINTMENT;

import eu.sotto.permit.Operation;
import eu.sotto.permit.Permit;
import eu.sotto.rights.Objection;
import eu.sotto.rights.Request;
import eu.sotto.rights.RequestStatus;
import eu.sotto.rights.Restriction;
import eu.sotto.rights.Step;
import eu.sotto.vocabulary.Answer;
import eu.sotto.vocabulary.Cause;
import eu.sotto.vocabulary.Identity;
import eu.sotto.vocabulary.PurposeId;
import eu.sotto.vocabulary.RestrictionGround;
import eu.sotto.vocabulary.Right;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person who objects, restricts and asks in any order, beside a small model: which objections and
 * restrictions stand, and by a calendar of its own when each request is due. What the library does
 * otherwise is a violation.
 */
final class RequestJourney {
  enum Move {
    OBJECT,
    OBJECT_TO_ONE,
    OBJECT_TO_OFFERS,
    UPHOLD,
    OVERRIDE,
    RESTRICT,
    ANNOUNCE,
    LIFT,
    ASK,
    DOUBT,
    IDENTIFY,
    EXTEND,
    REFUSE,
    SOME_DAYS
  }

  /** What is wrong with the library that is looked at; nothing is, except for planted mutants. */
  enum Mutant {
    NONE,
    OBJECTION_IS_LOST,
    MARKETING_IS_LOST,
    RESTRICTION_IS_LOST,
    OVERRIDING_IS_LOST,
    LIFTED_WITHOUT_A_WORD,
    DOUBT_IS_LOST,
    EXTENSION_IS_LOST,
    PERIOD_OF_THIRTY_DAYS
  }

  /** How often what happened. */
  record Tally(int permitted, int barred, int refusedSteps) {}

  private static final PurposeId STATISTICS = ObjectionTest.STATISTICS;
  private static final PurposeId OFFERS = ObjectionTest.OFFERS;
  private static final PurposeId CLAIMS = ObjectionTest.CLAIMS;
  private static final List<PurposeId> PURPOSES = List.of(STATISTICS, OFFERS, CLAIMS, APPOINTMENT);
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  /** What the model knows of an objection. */
  private static final class ModelObjection {
    final Objection real;
    final Set<PurposeId> bars;
    final boolean fin;
    boolean decided;
    boolean overridden;

    ModelObjection(Objection real, Set<PurposeId> bars, boolean fin) {
      this.real = real;
      this.bars = bars;
      this.fin = fin;
    }
  }

  /** What the model knows of a restriction. */
  private static final class ModelRestriction {
    final Restriction real;
    boolean announced;
    boolean lifted;

    ModelRestriction(Restriction real) {
      this.real = real;
    }
  }

  /** What the model knows of a request. */
  private static final class ModelRequest {
    final Request real;
    final LocalDate received;
    boolean identified;
    boolean extended;
    boolean answered;
    @Nullable LocalDate doubted;
    int paused;

    ModelRequest(Request real, LocalDate received) {
      this.real = real;
      this.received = received;
    }
  }

  private final Practice practice = ObjectionTest.inMemory(ObjectionTest.register());
  private final Call call = practice.welcomed("c-1");
  private final Mutant mutant;
  private final List<ModelObjection> objections = new ArrayList<>();
  private final List<ModelRestriction> restrictions = new ArrayList<>();
  private final List<ModelRequest> requests = new ArrayList<>();
  private final List<Permit> live = new ArrayList<>();
  private int permitted;
  private int barred;
  private int refusedSteps;
  private Optional<String> wrongStep = Optional.empty();

  private RequestJourney(Mutant mutant) {
    this.mutant = mutant;
  }

  static List<Move> random(long seed) {
    Random random = new Random(seed);
    return random
        .ints(5 + random.nextInt(15), 0, Move.values().length)
        .mapToObj(i -> Move.values()[i])
        .toList();
  }

  static Optional<String> violation(List<Move> moves, Mutant mutant) {
    RequestJourney journey = new RequestJourney(mutant);
    try {
      return journey.run(moves);
    } finally {
      journey.practice.close();
    }
  }

  static Tally tally(int journeys) {
    int permitted = 0;
    int barred = 0;
    int refused = 0;
    for (int seed = 0; seed < journeys; seed++) {
      RequestJourney journey = new RequestJourney(Mutant.NONE);
      try {
        journey.run(random(seed));
        permitted += journey.permitted;
        barred += journey.barred;
        refused += journey.refusedSteps;
      } finally {
        journey.practice.close();
      }
    }
    return new Tally(permitted, barred, refused);
  }

  private Optional<String> run(List<Move> moves) {
    for (Move move : moves) {
      practice.after(Duration.ofSeconds(1));
      take(move);
      Optional<String> found = wrongStep.or(this::check);
      if (found.isPresent()) {
        return found.map(what -> what + " after " + move);
      }
    }
    return Optional.empty();
  }

  private Answer words() {
    return Answer.spoken("Ich widerspreche", practice.now());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(practice.now(), BERLIN);
  }

  private void take(Move move) {
    switch (move) {
      case OBJECT -> object(Set.of(), Set.of(STATISTICS, OFFERS, CLAIMS));
      case OBJECT_TO_ONE -> object(Set.of(CLAIMS), Set.of(CLAIMS));
      case OBJECT_TO_OFFERS -> {
        if (mutant != Mutant.MARKETING_IS_LOST) {
          Objection real = call.caller().objectToMarketing(Set.of(), words());
          objections.add(new ModelObjection(real, Set.of(OFFERS), true));
        } else {
          Objection real = call.caller().object(Set.of(OFFERS), words());
          objections.add(new ModelObjection(real, Set.of(OFFERS), true));
        }
      }
      case UPHOLD -> decide(false);
      case OVERRIDE -> decide(true);
      case RESTRICT -> restrict();
      case ANNOUNCE -> announce();
      case LIFT -> lift();
      case SOME_DAYS -> practice.after(Duration.ofDays(9));
      default -> takeRequest(move);
    }
  }

  private void object(Set<PurposeId> named, Set<PurposeId> bars) {
    Objection real = call.caller().object(named, words());
    if (mutant == Mutant.OBJECTION_IS_LOST) {
      real.override(Cause.of("mutant"), ACTOR);
    }
    objections.add(new ModelObjection(real, bars, false));
  }

  private void decide(boolean overridden) {
    if (objections.isEmpty()) {
      return;
    }
    ModelObjection last = objections.get(objections.size() - 1);
    boolean may = !last.fin && !last.decided;
    Cause why = Cause.of("weighed");
    boolean lost = mutant == Mutant.OVERRIDING_IS_LOST && overridden;
    Step step = overridden && !lost ? last.real.override(why, ACTOR) : last.real.uphold(why, ACTOR);
    expect(step, may, "decision");
    if (may) {
      last.decided = true;
      last.overridden = overridden;
    }
  }

  private void restrict() {
    Restriction real = call.caller().restrict(RestrictionGround.UNLAWFUL, Optional.empty(), ACTOR);
    if (mutant == Mutant.RESTRICTION_IS_LOST) {
      real.announceLift(Cause.of("mutant"), ACTOR);
      real.lift(ACTOR);
    }
    restrictions.add(new ModelRestriction(real));
  }

  private void announce() {
    if (!restrictions.isEmpty()) {
      ModelRestriction last = restrictions.get(restrictions.size() - 1);
      expect(
          last.real.announceLift(Cause.of("settled"), ACTOR),
          !last.announced && !last.lifted,
          "announcement");
      last.announced = true;
    }
  }

  private void lift() {
    if (!restrictions.isEmpty()) {
      ModelRestriction last = restrictions.get(restrictions.size() - 1);
      if (mutant == Mutant.LIFTED_WITHOUT_A_WORD && !last.announced) {
        last.real.announceLift(Cause.of("mutant"), ACTOR);
      }
      boolean may = last.announced && !last.lifted;
      expect(last.real.lift(ACTOR), may, "lift");
      last.lifted |= may;
    }
  }

  private void takeRequest(Move move) {
    if (move == Move.ASK) {
      Request real = call.caller().request(Right.ACCESS, practice.now(), ACTOR);
      requests.add(new ModelRequest(real, today()));
      return;
    }
    if (requests.isEmpty()) {
      return;
    }
    ModelRequest last = requests.get(requests.size() - 1);
    switch (move) {
      case DOUBT -> doubt(last);
      case IDENTIFY -> identify(last);
      case EXTEND -> extend(last);
      default -> {
        expect(last.real.refuse(Cause.of("excessive"), ACTOR), !last.answered, "refusal");
        last.answered = true;
      }
    }
  }

  private void doubt(ModelRequest last) {
    boolean may = !last.answered && !last.identified && last.doubted == null;
    if (mutant != Mutant.DOUBT_IS_LOST) {
      expect(last.real.doubt(Cause.of("shared-number"), ACTOR), may, "doubt");
    }
    if (may) {
      last.doubted = today();
    }
  }

  private void identify(ModelRequest last) {
    boolean may = !last.answered && !last.identified;
    expect(last.real.identify(Identity.verified("call-back"), ACTOR), may, "identification");
    if (may) {
      last.identified = true;
      for (LocalDate day = last.doubted; day != null && day.isBefore(today()); ) {
        last.paused++;
        day = day.plusDays(1);
      }
      last.doubted = null;
    }
  }

  private void extend(ModelRequest last) {
    boolean may = !last.answered && !last.extended && !today().isAfter(due(last, 1));
    if (mutant != Mutant.EXTENSION_IS_LOST) {
      expect(last.real.extend(Cause.of("complexity"), ACTOR), may, "extension");
    }
    last.extended |= may;
  }

  private void expect(Step step, boolean may, String what) {
    refusedSteps += step.taken() ? 0 : 1;
    if (step.taken() != may) {
      wrongStep = Optional.of(what + (may ? " was refused" : " was taken"));
    }
  }

  /** Counted day by day: on to the same number of a later month, or the last day before it. */
  private static LocalDate due(ModelRequest request, int months) {
    LocalDate day = request.received;
    for (int crossed = 0; crossed < months || day.getDayOfMonth() != number(request, day); ) {
      LocalDate next = day.plusDays(1);
      if (next.getDayOfMonth() == 1) {
        crossed++;
      }
      day = next;
    }
    for (int i = 0; i < request.paused; i++) {
      day = day.plusDays(1);
    }
    return day;
  }

  private static int number(ModelRequest request, LocalDate inMonthOf) {
    return Math.min(request.received.getDayOfMonth(), inMonthOf.lengthOfMonth());
  }

  private Optional<String> check() {
    for (PurposeId purpose : PURPOSES) {
      boolean may = permitted(purpose);
      if (may == barred(purpose)) {
        return Optional.of(purpose + (may ? " is permitted" : " is refused"));
      }
      permitted += may ? 1 : 0;
      barred += may ? 0 : 1;
    }
    for (Permit permit : live) {
      if (permit.usable() && barred(permit.purpose())) {
        return Optional.of("a permit of " + permit.purpose() + " is usable");
      }
    }
    return requests.stream().flatMap(one -> wrongDate(one).stream()).findFirst();
  }

  private boolean permitted(PurposeId purpose) {
    return call.may(Operation.TRANSCRIBE, purpose)
        .fold(
            permit -> {
              live.add(permit);
              return true;
            },
            denied -> false,
            review -> false);
  }

  private boolean barred(PurposeId purpose) {
    boolean restricted = restrictions.stream().anyMatch(one -> !one.lifted);
    boolean objected =
        objections.stream()
            .anyMatch(
                one -> (!one.overridden || purpose.equals(OFFERS)) && one.bars.contains(purpose));
    return objected || (restricted && !purpose.equals(CLAIMS));
  }

  private Optional<String> wrongDate(ModelRequest one) {
    RequestStatus status = one.real.status();
    LocalDate due = due(one, one.extended ? 3 : 1);
    LocalDate found =
        mutant == Mutant.PERIOD_OF_THIRTY_DAYS
            ? one.received.plusDays(30L + one.paused)
            : status.deadline().due();
    if (!found.equals(due)) {
      return Optional.of("due on " + found + " instead of " + due);
    }
    LocalDate working = status.deadline().onWorkingDay();
    boolean weekend =
        working.getDayOfWeek() == DayOfWeek.SATURDAY || working.getDayOfWeek() == DayOfWeek.SUNDAY;
    if (weekend || working.isBefore(due) || status.waiting() != (one.doubted != null)) {
      return Optional.of("another reading of " + due);
    }
    boolean overdue = !one.answered && one.doubted == null && today().isAfter(due);
    return status.overdue(today()) == overdue
        ? Optional.empty()
        : Optional.of("overdue is told wrongly");
  }
}
