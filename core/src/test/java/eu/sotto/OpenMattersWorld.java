package eu.sotto;

import static eu.sotto.Practice.ACTOR;
import static eu.sotto.Practice.QUALITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.sotto.oversight.AiOutcome;
import eu.sotto.oversight.OutcomeId;
import eu.sotto.oversight.Review;
import eu.sotto.oversight.SideEffect;
import eu.sotto.oversight.Telling;
import eu.sotto.oversight.Verdict;
import eu.sotto.oversight.running.CasesReadWhole;
import eu.sotto.permit.Operation;
import eu.sotto.rights.Request;
import eu.sotto.rights.RequestRefused;
import eu.sotto.rights.Restriction;
import eu.sotto.rights.running.OwedNotices;
import eu.sotto.rights.running.RequestsReadWhole;
import eu.sotto.session.Engine;
import eu.sotto.session.FolderOpening;
import eu.sotto.vocabulary.Answer;
import eu.sotto.vocabulary.Cause;
import eu.sotto.vocabulary.Identity;
import eu.sotto.vocabulary.Party;
import eu.sotto.vocabulary.PurposeId;
import eu.sotto.vocabulary.RecipientId;
import eu.sotto.vocabulary.RestrictionGround;
import eu.sotto.vocabulary.Right;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Three callers of a practice in a folder, with requests, decisions, notices and duties, erased and
 * closed and opened again in any order. What is open is compared with what all events say.
 */
final class OpenMattersWorld implements AutoCloseable {
  enum Act {
    ASK,
    IDENTIFY,
    DOUBT,
    EXTEND,
    REFUSE,
    RESTRICT,
    DISCLOSE,
    ERASE,
    DELIVER,
    DECIDE,
    UPHOLD,
    CHANGE,
    SET_ASIDE,
    CHALLENGE,
    FLAG,
    AFFECT,
    TELL,
    TELL_ONE,
    END_OF_EVIDENCE,
    REOPEN
  }

  /**
   * A step.
   *
   * @param act what is done
   * @param who by or to which caller
   * @param which to which of several things, counted round
   */
  record Step(Act act, int who, int which) {}

  /** How many are open of each. */
  record Open(int requests, int reviews, int tellings, int notices) {}

  private static final List<String> NUMBERS =
      List.of(Practice.NUMBER, "+49 30 23125099", "+49 30 23125055");
  private static final List<PurposeId> DECIDED =
      List.of(Casework.LOAN, Casework.QUEUE, PurposeId.of("triage"));
  private static final RecipientId SPEECH = RecipientId.of("speech-service");

  private final Path folder;
  private final AtomicReference<Instant> time = new AtomicReference<>(Practice.START);
  private final Map<Integer, Call> calls = new HashMap<>();
  private Engine engine;
  private Practice practice;
  private int made;

  OpenMattersWorld(Path folder) {
    this.folder = folder;
    this.engine = engine();
    this.practice = Practice.on(CallPrivacy.on(engine), time);
  }

  private Engine engine() {
    FolderOpening opening = new FolderOpening(folder.resolve("data"));
    opening.keyFolder(folder.resolve("keys"));
    opening.register(Casework.register());
    opening.clock(time::get);
    return opening.open();
  }

  private CallPrivacy privacy() {
    return practice.privacy();
  }

  private Call call(int who) {
    return calls.computeIfAbsent(
        who,
        number -> {
          Call call = practice.answered("c-" + made++, Party.presented(NUMBERS.get(number)));
          practice.announce(call, Duration.ofSeconds(40));
          return call;
        });
  }

  void take(Step step) {
    practice.after(Duration.ofSeconds(1));
    switch (step.act()) {
      case ASK -> call(step.who()).caller().request(right(step), practice.now(), ACTOR);
      case IDENTIFY -> request(step, one -> one.identify(Identity.verified("eid"), ACTOR));
      case DOUBT -> request(step, one -> one.doubt(Cause.of("shared-number"), ACTOR));
      case EXTEND -> request(step, one -> one.extend(Cause.of("complexity"), ACTOR));
      case REFUSE -> request(step, one -> one.refuse(Cause.of("excessive"), ACTOR));
      case RESTRICT ->
          call(step.who()).caller().restrict(RestrictionGround.UNLAWFUL, Optional.empty(), ACTOR);
      case DISCLOSE -> disclose(call(step.who()));
      case ERASE -> erase(step);
      case DELIVER -> privacy().tellRecipients(notice -> receipt(notice.id()));
      case END_OF_EVIDENCE -> endOfEvidence();
      case REOPEN -> reopen();
      default -> ofDecisions(step);
    }
  }

  private static Right right(Step step) {
    return pick(List.of(Right.values()), step).orElseThrow();
  }

  private void request(Step step, Consumer<Request> todo) {
    List<Request> open =
        call(step.who()).caller().requests().stream().filter(one -> one.status().open()).toList();
    pick(open, step).ifPresent(todo);
  }

  private static <T> Optional<T> pick(List<T> several, Step step) {
    return several.isEmpty()
        ? Optional.empty()
        : Optional.of(several.get(step.which() % several.size()));
  }

  private void disclose(Call call) {
    practice.consent(call);
    var unused = call.may(Operation.TRANSCRIBE, QUALITY, SPEECH);
  }

  /** Mostly of somebody whose data went to others; who asked for less has to say so first. */
  private void erase(Step step) {
    Call call = call(step.who());
    if (step.which() % 3 > 0) {
      disclose(call);
    }
    Request request = call.caller().request(Right.ERASURE, practice.now(), ACTOR);
    request.identify(Practice.IDENTITY, ACTOR);
    if (call.caller().restrictions().stream().anyMatch(Restriction::inForce)) {
      assertThatThrownBy(request::erase).isInstanceOf(RequestRefused.class);
      agree();
      request.insteadOfRestriction(Answer.spoken("Löschen.", practice.now()), ACTOR);
      agree();
    }
    request.erase();
    calls.remove(step.who());
  }

  /** Every other one. */
  private String receipt(String what) throws IOException {
    if (made++ % 2 == 0) {
      throw new IOException("no line");
    }
    return "receipt of " + what;
  }

  private void endOfEvidence() {
    calls.values().forEach(call -> call.ended(practice.now()));
    calls.clear();
    time.updateAndGet(
        at -> at.atZone(ZoneOffset.UTC).plus(Period.ofYears(3)).plusDays(2).toInstant());
    privacy().retention().sweep(privacy().retention().plan());
  }

  private void reopen() {
    calls.clear();
    practice.close();
    engine = engine();
    practice = Practice.on(CallPrivacy.on(engine), time);
  }

  private void ofDecisions(Step step) {
    switch (step.act()) {
      case DECIDE -> decide(step);
      case UPHOLD -> settle(step, Verdict.upheld());
      case CHANGE -> settle(step, Verdict.changed("result " + made++));
      case SET_ASIDE -> settle(step, Verdict.setAside());
      case CHALLENGE -> contest(step, id -> call(step.who()).caller().challenge(id, "wrong"));
      case FLAG -> contest(step, id -> privacy().oversight().flag(id, Casework.CLERK, "wrong"));
      case AFFECT -> affect(call(step.who()).caller());
      case TELL -> privacy().oversight().tell(message -> made++ % 2 == 0);
      default ->
          pick(privacy().oversight().tellings(), step)
              .map(Telling::id)
              .ifPresent(duty -> privacy().oversight().told(duty, ACTOR, "by letter"));
    }
  }

  private void decide(Step step) {
    Call call = call(step.who());
    PurposeId purpose = DECIDED.get(step.which() % DECIDED.size());
    call.may(Operation.DECIDE, purpose)
        .run(
            permit ->
                call.decided(Casework.result("result " + made++, Casework.input(call)), permit),
            denied -> {});
  }

  private void settle(Step step, Verdict verdict) {
    Optional<Review> review = pick(privacy().reviews(), step);
    review.ifPresent(
        one -> {
          Casework.look(one, Casework.REVIEWER);
          one.resolve(Casework.REVIEWER, verdict, "because");
        });
  }

  private void contest(Step step, Consumer<OutcomeId> contested) {
    List<OutcomeId> standing =
        call(step.who()).caller().outcomes().stream()
            .filter(one -> !(one instanceof AiOutcome.Superseded))
            .map(AiOutcome::id)
            .toList();
    pick(standing, step).ifPresent(contested);
  }

  private void affect(Subject caller) {
    caller.affected(
        new SideEffect(
            SideEffect.Kind.UNFORESEEN_EFFECT, Practice.APPOINTMENT, "Doppelt.", "Rufen Sie an."),
        ACTOR);
  }

  /** What is open is what all events say, whoever asks and however often. */
  Open agree() {
    List<Review> reviews = privacy().reviews();
    List<Telling> tellings = privacy().oversight().tellings();
    assertThat(privacy().requests()).isEqualTo(RequestsReadWhole.requests(engine));
    assertThat(OwedNotices.owed(engine)).isEqualTo(RequestsReadWhole.notices(engine));
    assertThat(reviews).extracting(Review::id).isEqualTo(CasesReadWhole.reviews(engine));
    assertThat(tellings).isEqualTo(CasesReadWhole.tellings(engine));
    Health health = privacy().health();
    Open open =
        new Open(
            health.requests().open(),
            health.oversight().reviews(),
            health.oversight().toTell(),
            health.requests().recipientsToTell());
    assertThat(open)
        .isEqualTo(
            new Open(
                privacy().requests().size(),
                reviews.size(),
                tellings.size(),
                OwedNotices.owed(engine).size()));
    return open;
  }

  /** Takes steps one by one and compares after each. */
  List<Open> run(List<Step> steps) {
    List<Open> course = new ArrayList<>();
    for (Step step : steps) {
      take(step);
      course.add(agree());
    }
    return course;
  }

  @Override
  public void close() {
    practice.close();
  }
}
