package eu.sotto;

import eu.sotto.consent.Capacity;
import eu.sotto.consent.ConsentOutcome;
import eu.sotto.notice.Notice;
import eu.sotto.oversight.AiOutcome;
import eu.sotto.oversight.AiResult;
import eu.sotto.oversight.Decided;
import eu.sotto.oversight.running.Intake;
import eu.sotto.permit.ContentPermit;
import eu.sotto.permit.Decision;
import eu.sotto.permit.Operation;
import eu.sotto.permit.Permit;
import eu.sotto.permit.RecordingControl;
import eu.sotto.permit.RecordingGate;
import eu.sotto.permit.RecordingPermit;
import eu.sotto.permit.Redacted;
import eu.sotto.purpose.Submission;
import eu.sotto.records.Kept;
import eu.sotto.records.Opened;
import eu.sotto.records.RecordEntry;
import eu.sotto.records.RecordId;
import eu.sotto.records.Taken;
import eu.sotto.redaction.PiiType;
import eu.sotto.redaction.Summary;
import eu.sotto.redaction.Transcript;
import eu.sotto.register.Channel;
import eu.sotto.session.CallSession;
import eu.sotto.vocabulary.Actor;
import eu.sotto.vocabulary.Answer;
import eu.sotto.vocabulary.CallId;
import eu.sotto.vocabulary.ContractTie;
import eu.sotto.vocabulary.Playout;
import eu.sotto.vocabulary.PurposeId;
import eu.sotto.vocabulary.RecipientId;
import eu.sotto.vocabulary.Speaker;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * One telephone call, from its answer to long after its end: what was announced, asked and
 * answered, what may be done, what is kept.
 *
 * <p>Each method returns when its step is durable, or throws a {@link
 * eu.sotto.vocabulary.PrivacyException} if that could not be had within the deadline; the step then
 * does not count. What restricts ({@link #ended}, {@link #unanswered}, {@link #left}) takes effect
 * at once and never fails for the store. Thread-safe; any number of {@code Call} objects may stand
 * for the same call, in any thread.
 */
public final class Call {
  private final CallSession session;

  Call(CallSession session) {
    this.session = session;
  }

  /**
   * The host's identifier of the call.
   *
   * @return the identifier
   */
  public CallId id() {
    return session.id();
  }

  /**
   * The person at the other end.
   *
   * @return the data subject; without caller id somebody known by this call only
   */
  public Subject caller() {
    return new Subject(session.caller());
  }

  /**
   * Records that a notice was played, and how much of it. Only a notice played to its end opens
   * what depends on it (R01, R02).
   *
   * @param notice a wording of the register
   * @param playout how much of it was heard
   * @throws IllegalArgumentException if the register does not declare this wording
   * @throws eu.sotto.vocabulary.PrivacyException if it could not be stored in time
   */
  public void announced(Notice notice, Playout playout) {
    session
        .dialogue()
        .announced(
            Objects.requireNonNull(notice, "notice"), Objects.requireNonNull(playout, "playout"));
  }

  /**
   * Records that a notice was handed over in writing, such as the full text behind the spoken one.
   * It is evidence and opens nothing: in a call only what was played to its end does. Source: GDPR
   * Art. 12(1), 13.
   *
   * @param notice a wording of the register
   * @param channel by what means; not by voice
   * @param at when
   * @throws IllegalArgumentException if the register does not declare this wording, or the channel
   *     is voice
   * @throws eu.sotto.vocabulary.PrivacyException if it could not be stored in time
   */
  public void handedOver(Notice notice, Channel channel, Instant at) {
    session
        .dialogue()
        .handedOver(
            Objects.requireNonNull(notice, "notice"),
            Objects.requireNonNull(channel, "channel"),
            Objects.requireNonNull(at, "at"));
  }

  /**
   * Records that a consent question was put. Source: GDPR Art. 7(1).
   *
   * @param purpose the purpose asked about
   * @param notice the wording that holds the question
   * @param at when the question had been heard to its end
   * @throws IllegalArgumentException if the purpose is not declared or the notice does not ask
   *     about it
   * @throws eu.sotto.vocabulary.PrivacyException if it could not be stored in time
   */
  public void asked(PurposeId purpose, Notice notice, Instant at) {
    session
        .dialogue()
        .asked(
            Objects.requireNonNull(purpose, "purpose"),
            Objects.requireNonNull(notice, "notice"),
            Objects.requireNonNull(at, "at"));
  }

  /**
   * Records what the caller did in answer to the question and says what it amounts to. The library
   * classifies it by what the notice declares; only an affirmative act counts. An answer after
   * which an earlier consent of this call no longer stands ends what it carried, at once; a no
   * erases it too, as a withdrawal does. Source: GDPR Art. 4(11), 7(3).
   *
   * @param purpose the purpose asked about
   * @param answer the act
   * @return given, refused with its route, unclear, or not valid with the reason
   * @throws IllegalArgumentException if the purpose is not declared
   * @throws eu.sotto.vocabulary.PrivacyException if it could not be stored in time
   */
  public ConsentOutcome answered(PurposeId purpose, Answer answer) {
    return session
        .dialogue()
        .answered(
            Objects.requireNonNull(purpose, "purpose"), Objects.requireNonNull(answer, "answer"));
  }

  /**
   * Records that the question was put to somebody else who speaks. Source: StGB § 201.
   *
   * @param speaker who was asked
   * @param purpose the purpose asked about
   * @param notice the wording that holds the question
   * @param at when the question had been heard to its end
   * @throws IllegalArgumentException if the purpose is not declared or the notice does not ask
   *     about it
   * @throws eu.sotto.vocabulary.PrivacyException if it could not be stored in time
   */
  public void asked(Speaker speaker, PurposeId purpose, Notice notice, Instant at) {
    session
        .dialogue()
        .asked(
            Objects.requireNonNull(speaker, "speaker"),
            Objects.requireNonNull(purpose, "purpose"),
            Objects.requireNonNull(notice, "notice"),
            Objects.requireNonNull(at, "at"));
  }

  /**
   * Records what somebody else who speaks did in answer to the question.
   *
   * @param speaker who answered
   * @param purpose the purpose asked about
   * @param answer the act
   * @return given, refused with its route, unclear, or not valid with the reason
   * @throws IllegalArgumentException if the purpose is not declared
   * @throws eu.sotto.vocabulary.PrivacyException if it could not be stored in time
   */
  public ConsentOutcome answered(Speaker speaker, PurposeId purpose, Answer answer) {
    return session
        .dialogue()
        .answered(
            Objects.requireNonNull(speaker, "speaker"),
            Objects.requireNonNull(purpose, "purpose"),
            Objects.requireNonNull(answer, "answer"));
  }

  /**
   * Records that nothing was answered. Silence is never consent.
   *
   * @param purpose the purpose asked about
   * @param at when the waiting ended
   * @throws IllegalArgumentException if the purpose is not declared
   */
  public void unanswered(PurposeId purpose, Instant at) {
    session
        .dialogue()
        .unanswered(Objects.requireNonNull(purpose, "purpose"), Objects.requireNonNull(at, "at"));
  }

  /**
   * Records whether the caller can consent to an online service alone. Only a purpose that the
   * register marks as such a service asks for it, and never on a line for counselling; there
   * nothing is permitted until it is stated, and for a child only with a guardian's consent. A
   * child ends the permits of such purposes at once. Source: GDPR Art. 8; recital 38.
   *
   * @param capacity what the host found out
   * @param at when
   * @throws eu.sotto.vocabulary.PrivacyException if what opens doors could not be stored in time
   */
  public void stated(Capacity capacity, Instant at) {
    session
        .dialogue()
        .stated(Objects.requireNonNull(capacity, "capacity"), Objects.requireNonNull(at, "at"));
  }

  /**
   * Records how the caller stands to the contract on which a purpose rests, and who found it out.
   * Who calls in and asks for the service has asked for steps before a contract, so nothing has to
   * be stated for such a call; it has to be where the caller speaks for somebody else, and where
   * the host called. Of somebody who is not party the permits of that purpose end at once and none
   * is granted. Source: GDPR Art. 6(1)(b).
   *
   * @param purpose a purpose that rests on a contract
   * @param tie what was found out
   * @param by who found it out
   * @param at when
   * @throws IllegalArgumentException if the purpose is not declared or does not rest on a contract
   * @throws eu.sotto.vocabulary.PrivacyException if what opens doors could not be stored in time
   */
  public void stated(PurposeId purpose, ContractTie tie, Actor by, Instant at) {
    session
        .dialogue()
        .stated(
            Objects.requireNonNull(purpose, "purpose"),
            Objects.requireNonNull(tie, "tie"),
            Objects.requireNonNull(by, "by"),
            Objects.requireNonNull(at, "at"));
  }

  /**
   * Records that somebody joined. Permits to record and to transcribe end until that person has
   * been told and has agreed. Source: StGB § 201.
   *
   * @param speaker who joined
   * @param at when
   */
  public void joined(Speaker speaker, Instant at) {
    session.joined(Objects.requireNonNull(speaker, "speaker"), Objects.requireNonNull(at, "at"));
  }

  /**
   * Records that somebody left.
   *
   * @param speaker who left
   * @param at when
   */
  public void left(Speaker speaker, Instant at) {
    session.left(Objects.requireNonNull(speaker, "speaker"), Objects.requireNonNull(at, "at"));
  }

  /**
   * Decides whether an operation may be done for a purpose now. A permit is returned only after it
   * is durable; when the store errs or blocks the answer is a denial, within the deadline and 100
   * milliseconds.
   *
   * @param operation what is to be done
   * @param purpose for which purpose; one that is not declared is denied
   * @param <P> the permit that allows the operation
   * @return the decision
   */
  public <P extends Permit> Decision<P> may(Operation<P> operation, PurposeId purpose) {
    return session.may(
        Objects.requireNonNull(operation, "operation"),
        Objects.requireNonNull(purpose, "purpose"),
        null);
  }

  /**
   * Decides whether an operation that involves a recipient may be done for a purpose now.
   *
   * @param operation what is to be done
   * @param purpose for which purpose; one that is not declared is denied
   * @param recipient who receives data or processes it; one that is not declared is denied
   * @param <P> the permit that allows the operation
   * @return the decision
   * @see #may(Operation, PurposeId)
   */
  public <P extends Permit> Decision<P> may(
      Operation<P> operation, PurposeId purpose, RecipientId recipient) {
    return session.may(
        Objects.requireNonNull(operation, "operation"),
        Objects.requireNonNull(purpose, "purpose"),
        Objects.requireNonNull(recipient, "recipient"));
  }

  /**
   * Removes personal data from a transcript; only the result can be kept (R40, R41).
   *
   * @param transcript what was said
   * @param permit a permit of this call
   * @return the redacted transcript, bound to this call
   * @throws IllegalStateException if the permit belongs to another call
   */
  public Redacted<Transcript> redact(Transcript transcript, ContentPermit permit) {
    return session.redact(
        Objects.requireNonNull(transcript, "transcript"), Objects.requireNonNull(permit, "permit"));
  }

  /**
   * Seals a redacted transcript and sets its due date.
   *
   * @param transcript the redacted transcript
   * @param permit a permit of this call
   * @return what was kept, or why it was refused
   * @throws IllegalStateException if the permit or the transcript belongs to another call
   * @throws eu.sotto.vocabulary.PrivacyException if it could not be stored
   */
  public Kept keep(Redacted<Transcript> transcript, ContentPermit permit) {
    return session.keep(
        Objects.requireNonNull(transcript, "transcript"), Objects.requireNonNull(permit, "permit"));
  }

  /**
   * Redacts and seals a summary, with the label that AI made it, and sets its due date (R06).
   *
   * @param summary the summary
   * @param permit a permit of this call
   * @return what was kept, or why it was refused
   * @throws IllegalStateException if the permit belongs to another call
   * @throws eu.sotto.vocabulary.PrivacyException if it could not be stored
   */
  public Kept keep(Summary summary, ContentPermit permit) {
    return session.keep(
        Objects.requireNonNull(summary, "summary"), Objects.requireNonNull(permit, "permit"));
  }

  /**
   * Takes in the fields that the permit's purpose declares to need: other fields, values of another
   * kind, and whatever else a value says of a person are left out before anything is stored, and
   * counted by field in the ledger, never by value. Special categories pass only with an explicit
   * consent. Source: GDPR Art. 5(1)(c), 9(2)(a).
   *
   * @param handed fields of a form, or what the redactor found
   * @param permit a permit of this call
   * @return what was kept, and how much was left out
   * @throws IllegalStateException if the permit belongs to another call
   * @throws eu.sotto.vocabulary.PrivacyException if it could not be stored
   */
  public Taken take(Submission handed, ContentPermit permit) {
    return session.take(
        Objects.requireNonNull(handed, "handed"), Objects.requireNonNull(permit, "permit"));
  }

  /**
   * Whether a question of the assistant asks for data that a purpose does not need; if it does,
   * that is recorded. The answers to such questions are left out of every transcript that is
   * redacted. Source: GDPR Art. 5(1)(c).
   *
   * @param purpose what the assistant works for
   * @param question what it says or is about to say
   * @return the kinds of data that it asks for without need; none if there is nothing to flag
   * @throws IllegalArgumentException if the purpose is not declared
   */
  public Set<PiiType> asking(PurposeId purpose, String question) {
    return session.asking(
        Objects.requireNonNull(purpose, "purpose"), Objects.requireNonNull(question, "question"));
  }

  /**
   * Begins a recording that is sealed as it is written.
   *
   * @param permit a permit of this call
   * @return the recording
   * @throws IllegalStateException if the permit belongs to another call or has ended
   * @throws eu.sotto.vocabulary.PrivacyException if it could not be stored
   */
  public Recording record(RecordingPermit permit) {
    return new Recording(session.record(Objects.requireNonNull(permit, "permit"), null));
  }

  /**
   * Begins a recording of WAV audio in which the words redacted from the transcript are silenced on
   * the way (R43).
   *
   * @param permit a permit of this call
   * @param heard the redacted transcript of the same audio, with word times
   * @return the recording
   * @throws IllegalStateException if the permit or the transcript belongs to another call, or the
   *     permit has ended
   * @throws eu.sotto.vocabulary.PrivacyException if it could not be stored
   */
  public Recording record(RecordingPermit permit, Redacted<Transcript> heard) {
    return new Recording(
        session.record(
            Objects.requireNonNull(permit, "permit"), Objects.requireNonNull(heard, "heard")));
  }

  /**
   * A gate before the host's own recorder: it opens with a permit, pauses when somebody joins,
   * stops with the call, and has everything discarded when the consent is withdrawn, also while it
   * is paused. Close it when the recorder holds nothing any more. Source: GDPR Art. 7(3), 17(1)(b).
   *
   * @param control the recorder
   * @param gap what stands in the recording where it was paused
   * @return the gate, closed
   */
  public RecordingGate gate(RecordingControl control, RecordingControl.Gap gap) {
    return session.gate(
        Objects.requireNonNull(control, "control"), Objects.requireNonNull(gap, "gap"));
  }

  /**
   * Records what a machine came to, under a permit to decide. It counts at once unless the permit
   * obliges to a human review; then a review is open and the outcome has no result until it is
   * resolved (R07, R28).
   *
   * @param result what the machine came to, and from which records of the caller
   * @param permit a permit of this call to decide
   * @return the outcome, or why it does not count
   * @throws IllegalStateException if the permit belongs to another call
   * @throws IllegalArgumentException if the permit is not one to decide, or an input is not kept of
   *     this caller
   * @throws eu.sotto.vocabulary.PrivacyException if it could not be stored in time
   */
  public Decided decided(AiResult result, ContentPermit permit) {
    return new Intake(session)
        .decided(
            Objects.requireNonNull(result, "result"), Objects.requireNonNull(permit, "permit"));
  }

  /**
   * Hands in what a machine proposes for a purpose where a person decides each time: a review is
   * opened. Where a permit can be had the outcome is recorded under it; else it is refused.
   *
   * @param result what the machine came to, and from which records of the caller
   * @param purpose what for
   * @return the outcome, or why it does not count
   * @throws IllegalArgumentException if an input is not kept of this caller
   * @throws eu.sotto.vocabulary.PrivacyException if it could not be stored in time
   */
  public Decided proposed(AiResult result, PurposeId purpose) {
    return new Intake(session)
        .proposed(
            Objects.requireNonNull(result, "result"), Objects.requireNonNull(purpose, "purpose"));
  }

  /**
   * The outcomes of AI in this call.
   *
   * @return the outcomes as they stand now
   */
  public List<AiOutcome> outcomes() {
    return new Intake(session).outcomes();
  }

  /**
   * What is kept of this call at this moment.
   *
   * @return the records with their due dates and the rules that say so
   */
  public List<RecordEntry> records() {
    return session.records();
  }

  /**
   * Shows a kept content of this call to somebody: only in a role that needs it for the permit's
   * purpose, authenticated and trained as the role demands. What was kept for another purpose opens
   * only under a consent to the permit's, or where a person found both compatible and the caller
   * was told before. Recorded before anything is shown; so is every refusal. Source: GDPR Art.
   * 5(1)(f), 6(4), 29, 32(4).
   *
   * @param record which
   * @param permit a permit of this call
   * @param actor who sees it
   * @return the content, readable until the permit ends, or why not
   * @throws IllegalStateException if the permit belongs to another call
   * @throws eu.sotto.vocabulary.PrivacyException if it could not be stored in time or read
   */
  public Opened open(RecordId record, ContentPermit permit, Actor actor) {
    return session.open(
        Objects.requireNonNull(record, "record"),
        Objects.requireNonNull(permit, "permit"),
        Objects.requireNonNull(actor, "actor"));
  }

  /**
   * Records that the call ended: its permits end, its retention periods begin. Permits given later
   * (for a summary, say) last 15 minutes.
   *
   * @param at when it ended
   */
  public void ended(Instant at) {
    session.ended(Objects.requireNonNull(at, "at"));
  }

  /**
   * What leaves this call in the formats of others: a vCon, the record of a consent, a receipt.
   *
   * @return the exports
   */
  public CallExports exports() {
    return new CallExports(session.exports());
  }

  CallSession session() {
    return session;
  }

  /** Never the call's id. */
  @Override
  public String toString() {
    return "Call[hidden]";
  }
}
