package eu.sotto;

import static eu.sotto.Practice.ACTOR;
import static org.assertj.core.api.Assertions.assertThat;

import eu.sotto.oversight.Review;
import eu.sotto.oversight.SideEffect;
import eu.sotto.oversight.Telling;
import eu.sotto.oversight.Verdict;
import eu.sotto.oversight.running.CasesReadWhole;
import eu.sotto.permit.Operation;
import eu.sotto.rights.Request;
import eu.sotto.rights.RequestState;
import eu.sotto.rights.running.OwedNotices;
import eu.sotto.rights.running.RequestsReadWhole;
import eu.sotto.session.CaseEvents;
import eu.sotto.session.Engine;
import eu.sotto.session.Entries.Fields;
import eu.sotto.session.Kinds;
import eu.sotto.session.Opening;
import eu.sotto.session.SubjectSession;
import eu.sotto.vocabulary.Cause;
import eu.sotto.vocabulary.Party;
import eu.sotto.vocabulary.RecipientId;
import eu.sotto.vocabulary.Right;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A look at what is open reads what is open and what is new, however much was closed before. */
class OpenMattersCostTest {
  private final ReadCount reads = new ReadCount();
  private final AtomicReference<Instant> time = new AtomicReference<>(Practice.START);
  private final Engine engine =
      Opening.inMemory(Casework.register(), time::get, Duration.ofSeconds(20), reads::around);
  private final Practice practice = Practice.on(CallPrivacy.on(engine), time);
  private int calls;

  @AfterEach
  void close() {
    practice.close();
  }

  private Call call(String number) {
    practice.after(Duration.ofSeconds(1));
    Call call = practice.answered("c-" + calls++, Party.presented(number));
    practice.announce(call, Duration.ofSeconds(40));
    return call;
  }

  private Request request(Call call) {
    return call.caller().request(Right.ACCESS, practice.now(), ACTOR);
  }

  private void decide(Call call) {
    call.decided(
        Casework.result("result", Casework.input(call)), Casework.permit(call, Casework.LOAN));
  }

  private Telling affect(Call call) {
    return call.caller()
        .affected(
            new SideEffect(
                SideEffect.Kind.UNFORESEEN_EFFECT, Practice.APPOINTMENT, "Doppelt.", "Anrufen."),
            ACTOR);
  }

  private void disclose(Call call) {
    practice.consent(call);
    Practice.permitted(
        call.may(Operation.TRANSCRIBE, Practice.QUALITY, RecipientId.of("speech-service")));
  }

  private void erase(Call call) {
    call.caller().request(Practice.IDENTITY, ACTOR).erase();
  }

  /** One of each kind that stays open, of a caller who stays. */
  private void leaveOpen() {
    Call call = call(Practice.NUMBER);
    request(call);
    decide(call);
    affect(call);
    Call gone = call("+49 30 23125099");
    disclose(gone);
    erase(gone);
  }

  /** So many of each kind that are opened and closed, some by an erasure. */
  private void closed(int several) {
    for (int i = 0; i < several; i++) {
      Call call = call("+49 30 231261" + (10 + i));
      request(call).refuse(Cause.of("excessive"), ACTOR);
      decide(call);
      Review review = review(call);
      Casework.look(review, Casework.REVIEWER);
      review.resolve(Casework.REVIEWER, Verdict.upheld(), "because");
      practice.privacy().oversight().told(affect(call).id(), ACTOR, "by letter");
      decide(call);
      affect(call);
      disclose(call);
      erase(call);
      deliver();
    }
  }

  private Review review(Call call) {
    return practice.privacy().reviews().stream()
        .filter(
            one -> call.caller().outcomes().stream().anyMatch(o -> o.id().equals(one.outcome())))
        .findFirst()
        .orElseThrow();
  }

  /** The notices that were owed first stay. */
  private void deliver() {
    int[] seen = {0};
    practice
        .privacy()
        .tellRecipients(
            notice -> {
              if (seen[0]++ == 0) {
                throw new IOException("no line");
              }
              return "receipt";
            });
  }

  private void look() {
    Health health = practice.privacy().health();
    assertThat(health.requests().open()).isEqualTo(1);
    assertThat(health.requests().recipientsToTell()).isEqualTo(1);
    assertThat(health.oversight().reviews()).isEqualTo(1);
    assertThat(health.oversight().toTell()).isEqualTo(1);
    assertThat(practice.privacy().reviews()).hasSize(1);
    assertThat(practice.privacy().requests()).hasSize(1);
    assertThat(practice.privacy().oversight().tellings()).hasSize(1);
    assertThat(OwedNotices.owed(engine)).hasSize(1);
  }

  /** By an oracle that remembers nothing. */
  private void wholeRead() {
    assertThat(RequestsReadWhole.requests(engine)).hasSize(1);
    assertThat(RequestsReadWhole.notices(engine)).hasSize(1);
    assertThat(CasesReadWhole.reviews(engine)).hasSize(1);
    assertThat(CasesReadWhole.tellings(engine)).hasSize(1);
  }

  @Test
  @Tag("R31")
  @Tag("R54")
  @Tag("R73")
  void aSecondLookReadsTheSameHoweverMuchWasClosed() {
    leaveOpen();
    look();
    long atFirst = reads.of(this::look);
    long whole = reads.of(this::wholeRead);
    assertThat(atFirst).isPositive();
    closed(3);
    look();
    assertThat(reads.of(this::look)).isEqualTo(atFirst);
    closed(6);
    look();
    assertThat(reads.of(this::look)).isEqualTo(atFirst);
    assertThat(reads.of(this::wholeRead)).as("what it used to cost").isGreaterThan(10 * whole);
  }

  @Test
  void whatIsNewIsReadOnce() {
    look(0);
    long idle = reads.of(() -> look(0));
    assertThat(idle).isZero();
    Request request = request(call(Practice.NUMBER));
    long withOne = reads.of(() -> look(1));
    long again = reads.of(() -> look(1));
    assertThat(withOne).isEqualTo(again + 1);
    request.refuse(Cause.of("excessive"), ACTOR);
    assertThat(reads.of(() -> look(0))).isEqualTo(1);
    assertThat(reads.of(() -> look(0))).isZero();
  }

  private void look(int requests) {
    assertThat(practice.privacy().requests()).hasSize(requests);
    assertThat(practice.privacy().reviews()).isEmpty();
  }

  /** As when the store failed for one of two linked subjects and was tried again. */
  @Test
  @Tag("R31")
  void aReceiptThatIsRecordedAfterTheAnswerOpensNothing() {
    Call call = call(Practice.NUMBER);
    Request request = request(call);
    assertThat(practice.privacy().requests()).hasSize(1);
    request.refuse(Cause.of("excessive"), ACTOR);
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("request", request.id());
    fields.put("right", Right.ACCESS.name());
    fields.put("identity", "number");
    engine
        .standings()
        .record(call.caller().session(), Kinds.RIGHT_REQUESTED, practice.now(), fields);
    assertThat(practice.privacy().requests()).isEmpty();
    assertThat(request.status().state()).isEqualTo(RequestState.ANSWERED);
    assertThat(reads.of(() -> assertThat(practice.privacy().requests()).isEmpty())).isZero();
  }

  /** As when two people end one review at once and a third contests in between. */
  @Test
  @Tag("R28")
  @Tag("R54")
  void aVerdictThatCameTooLateEndsNoOtherReviewAndTellsNobody() {
    Call call = call(Practice.NUMBER);
    decide(call);
    Review first = practice.privacy().reviews().get(0);
    Casework.look(first, Casework.REVIEWER);
    first.resolve(Casework.REVIEWER, Verdict.upheld(), "because");
    assertThat(practice.privacy().reviews()).isEmpty();
    Review next = call.caller().challenge(first.outcome(), "wrong");
    SubjectSession caller = call.caller().session();
    engine
        .journal()
        .record(
            CaseEvents.ofSubject(
                caller.entry(),
                CaseEvents.RESOLVED,
                practice.now(),
                Fields.of(
                    "review",
                    first.id().value(),
                    "decision",
                    first.outcome().value(),
                    "resolution",
                    engine.randomId(),
                    "verdict",
                    "CHANGED",
                    "successor",
                    "",
                    "tell",
                    Telling.About.CORRECTED.name(),
                    "actor",
                    "e-2",
                    "role",
                    "credit-desk")));
    assertThat(practice.privacy().reviews()).extracting(Review::id).containsExactly(next.id());
    assertThat(practice.privacy().oversight().tellings()).isEmpty();
  }
}
