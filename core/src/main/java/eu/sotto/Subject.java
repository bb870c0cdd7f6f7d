package eu.sotto;

import eu.sotto.consent.ConsentStatus;
import eu.sotto.consent.ProvenStatus;
import eu.sotto.consent.Withdrawal;
import eu.sotto.oversight.AiOutcome;
import eu.sotto.oversight.OutcomeId;
import eu.sotto.oversight.Review;
import eu.sotto.oversight.SideEffect;
import eu.sotto.oversight.Telling;
import eu.sotto.oversight.running.Desk;
import eu.sotto.oversight.running.Tellings;
import eu.sotto.permit.ReasonCode;
import eu.sotto.records.Invalidation;
import eu.sotto.records.Named;
import eu.sotto.records.RecordEntry;
import eu.sotto.retention.EventName;
import eu.sotto.rights.Objection;
import eu.sotto.rights.Request;
import eu.sotto.rights.Restriction;
import eu.sotto.rights.running.Identities;
import eu.sotto.rights.running.RaisedObjection;
import eu.sotto.rights.running.RunningRequest;
import eu.sotto.rights.running.SetRestriction;
import eu.sotto.session.ContractTies;
import eu.sotto.session.SubjectSession;
import eu.sotto.vocabulary.Actor;
import eu.sotto.vocabulary.Answer;
import eu.sotto.vocabulary.ContractTie;
import eu.sotto.vocabulary.Identity;
import eu.sotto.vocabulary.PurposeId;
import eu.sotto.vocabulary.RestrictionGround;
import eu.sotto.vocabulary.Right;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A data subject: a caller, known by the number or address that was presented. Thread-safe.
 *
 * <p>What restricts acts at once on the number given; what discloses or erases needs a verified
 * identity and somebody who answers for it (GDPR Art. 12(6), R71).
 */
public final class Subject {
  private final SubjectSession session;

  Subject(SubjectSession session) {
    this.session = session;
  }

  SubjectSession session() {
    return session;
  }

  /**
   * Withdraws a consent for the future, as easily as it was given. When this returns, no permit of
   * that purpose is usable, running recordings have stopped, and what only that consent carried is
   * erased. Processing before it stays lawful. Source: GDPR Art. 7(3), 17(1)(b).
   *
   * @param purpose the purpose
   * @param answer the act by which it was withdrawn
   * @return what was done; it has taken effect even where the store failed
   * @throws IllegalArgumentException if the purpose is not declared or does not rest on consent
   */
  public Withdrawal withdraw(PurposeId purpose, Answer answer) {
    return session.withdraw(
        Objects.requireNonNull(purpose, "purpose"), Objects.requireNonNull(answer, "answer"));
  }

  /**
   * How it stands now with this person's consent to a purpose: the last word of any call counts.
   * What a call may do rests on what was said in that call.
   *
   * @param purpose the purpose
   * @return the state; superseded if what was agreed no longer covers what the register declares
   * @throws IllegalArgumentException if the purpose is not declared or does not rest on consent
   */
  public ConsentStatus consent(PurposeId purpose) {
    return session.consent(Objects.requireNonNull(purpose, "purpose"));
  }

  /**
   * How it stood with this person's consent to a purpose at one time, by what was known at another.
   * Source: GDPR Art. 7(1).
   *
   * @param purpose the purpose
   * @param at the time asked about
   * @param knownAt what was recorded later does not count
   * @return the state, with the entries that prove it offline
   * @throws IllegalArgumentException if the purpose is not declared or does not rest on consent
   */
  public ProvenStatus consent(PurposeId purpose, Instant at, Instant knownAt) {
    return session.consent(
        Objects.requireNonNull(purpose, "purpose"),
        Objects.requireNonNull(at, "at"),
        Objects.requireNonNull(knownAt, "knownAt"));
  }

  /**
   * How it stands now with each consent that the register asks for.
   *
   * @return the states by purpose, in the register's order, unmodifiable
   */
  public Map<PurposeId, ConsentStatus> consents() {
    return session.consents();
  }

  /**
   * States that every consent to a purpose that this person gave up to now is invalid: it counts as
   * never given, its permits end at once, and what only it carried is erased. The records under it
   * are listed, the finding stays as evidence. A consent given later is not touched. Source: GDPR
   * Art. 7(1) to (3), 17(1)(d).
   *
   * @param purpose the purpose
   * @param why what was wrong with it
   * @param finder who found it out
   * @return what followed
   * @throws IllegalArgumentException if the purpose is not declared or does not rest on consent
   */
  public Invalidation foundInvalid(PurposeId purpose, ReasonCode why, Actor finder) {
    return session.foundInvalid(
        Objects.requireNonNull(purpose, "purpose"),
        Objects.requireNonNull(why, "why"),
        Objects.requireNonNull(finder, "finder"));
  }

  /**
   * Objects to purposes that rest on Art. 6(1)(e) or (f). When this returns, no permit of theirs is
   * usable and none is granted until a person has decided; contract, duty and consent go on. It
   * acts on the number given. Source: GDPR Art. 21(1), 18(1)(d).
   *
   * @param purposes which; none for every purpose that rests on such a basis, now and later
   * @param answer the act by which it was said
   * @return the objection; it has taken effect even where the store failed
   * @throws IllegalArgumentException if a purpose is not declared or rests on another basis
   * @throws IllegalStateException if the person's data was erased
   */
  public Objection object(Set<PurposeId> purposes, Answer answer) {
    return RaisedObjection.raise(
        session, Set.copyOf(purposes), false, Objects.requireNonNull(answer, "answer"));
  }

  /**
   * Objects to direct marketing, for good: its permits end, consents to it are withdrawn, what is
   * kept for it is erased. It acts on the number given. Source: GDPR Art. 21(2), (3).
   *
   * @param purposes which purposes of direct marketing; none for all of them, now and later
   * @param answer the act by which it was said
   * @return the objection; it has taken effect even where the store failed
   * @throws IllegalArgumentException if a purpose is not declared as direct marketing
   * @throws IllegalStateException if the person's data was erased
   */
  public Objection objectToMarketing(Set<PurposeId> purposes, Answer answer) {
    return RaisedObjection.raise(
        session, Set.copyOf(purposes), true, Objects.requireNonNull(answer, "answer"));
  }

  /**
   * The objections of this person.
   *
   * @return all, the earliest first, decided ones included
   */
  public List<Objection> objections() {
    return RaisedObjection.of(session);
  }

  /**
   * Restricts everything that is kept of this person to being stored, as far as the host decides on
   * it; other controllers are passed the request. When this returns, no permit is usable but those
   * that Art. 18(2) allows. Data that the person wants to stay is not disposed of at its maximum.
   * Source: GDPR Art. 18.
   *
   * @param ground why
   * @param identity how the identity was verified, if the register demands more than the number
   * @param actor who received the request
   * @return the restriction; it has taken effect even where the store failed
   * @throws eu.sotto.rights.RequestRefused if the identity does not suffice
   * @throws IllegalStateException if the person's data was erased
   */
  public Restriction restrict(RestrictionGround ground, Optional<Identity> identity, Actor actor) {
    Identities.require(session, Right.RESTRICTION, identity);
    return SetRestriction.set(
        session, Objects.requireNonNull(ground, "ground"), Objects.requireNonNull(actor, "actor"));
  }

  /**
   * Restricts what another controller decides on, as it instructs the host, who processes for it.
   * That controller answers for the person's identity. Source: GDPR Art. 18, 28(3)(a), 29.
   *
   * @param ground why
   * @param controller its name in the register
   * @param actor who received the instruction
   * @return the restriction; it has taken effect even where the store failed
   * @throws IllegalArgumentException if the host does not process for that controller
   * @throws IllegalStateException if the person's data was erased
   */
  public Restriction restrict(RestrictionGround ground, String controller, Actor actor) {
    return SetRestriction.instructed(
        session,
        Objects.requireNonNull(ground, "ground"),
        Objects.requireNonNull(controller, "controller"),
        Objects.requireNonNull(actor, "actor"));
  }

  /**
   * The restrictions of this person's data.
   *
   * @return all, the earliest first, lifted ones included
   */
  public List<Restriction> restrictions() {
    return SetRestriction.of(session);
  }

  /**
   * Lets this person be found by something that they can name. It is sealed under their content key
   * and goes with everything else at an erasure.
   *
   * @param term what they can name
   * @throws IllegalStateException if the person's data was erased
   * @throws eu.sotto.vocabulary.PrivacyException if it could not be stored
   */
  public void canName(Named term) {
    session.engine().finder().add(session, List.of(Objects.requireNonNull(term, "term")));
  }

  /**
   * States that the consent which this person has given to a purpose came from the identified
   * person; without it a consent does not stand for calls that follow. Recorded before it counts.
   * Source: GDPR Art. 7(1), 12(6).
   *
   * @param purpose the purpose
   * @param identity how the host made sure
   * @param actor who did
   * @throws IllegalArgumentException if the purpose is not declared or does not rest on consent
   * @throws IllegalStateException if no consent to it stands, or the person's data was erased
   * @throws eu.sotto.vocabulary.PrivacyException if it could not be stored in time
   */
  public void identified(PurposeId purpose, Identity identity, Actor actor) {
    session
        .engine()
        .contacts()
        .identified(
            session,
            Objects.requireNonNull(purpose, "purpose"),
            Objects.requireNonNull(identity, "identity"),
            Objects.requireNonNull(actor, "actor"));
  }

  /**
   * Records that this person asked to be contacted for a purpose, as for a call-back. An answer
   * that was asked for is no advertising, and no entry of the list stands against it.
   *
   * @param purpose the purpose, declared as {@code requested} in the register's section {@code
   *     contact}
   * @param actor who took the request
   * @throws IllegalArgumentException if the purpose is not declared
   * @throws IllegalStateException if the person's data was erased
   * @throws eu.sotto.vocabulary.PrivacyException if it could not be stored in time
   */
  public void asksForContact(PurposeId purpose, Actor actor) {
    session
        .engine()
        .contacts()
        .requested(
            session,
            Objects.requireNonNull(purpose, "purpose"),
            Objects.requireNonNull(actor, "actor"));
  }

  /**
   * States how this person stands to the contract on which a purpose rests, and who found it out;
   * it counts for every call, until one states otherwise. Of somebody who is not party the permits
   * of that purpose end at once and none is granted; that acts also where the store failed. Source:
   * GDPR Art. 6(1)(b), 5(2).
   *
   * @param purpose a purpose that rests on a contract
   * @param tie what was found out
   * @param by who found it out
   * @throws IllegalArgumentException if the purpose is not declared or does not rest on a contract
   * @throws IllegalStateException if the person's data was erased
   * @throws eu.sotto.vocabulary.PrivacyException if what opens doors could not be stored in time
   */
  public void stated(PurposeId purpose, ContractTie tie, Actor by) {
    ContractTies.note(
        session,
        Objects.requireNonNull(purpose, "purpose"),
        Objects.requireNonNull(tie, "tie"),
        Objects.requireNonNull(by, "by"));
  }

  /**
   * Receives a request of this person and records it.
   *
   * @param identity how the host verified the identity
   * @param actor who handles the request
   * @return the request
   * @throws IllegalStateException if the person's data was erased
   * @throws eu.sotto.vocabulary.PrivacyException if it could not be stored in time
   */
  public Request request(Identity identity, Actor actor) {
    return RunningRequest.receive(
        session,
        Objects.requireNonNull(identity, "identity"),
        Objects.requireNonNull(actor, "actor"));
  }

  /**
   * Receives an instruction of a controller for whom the host processes, about this person's data,
   * and records it. What is done is done with what that controller decides on, and with nothing
   * else; it is passed on to nobody. That controller answers for the person's identity. Source:
   * GDPR Art. 28(3)(a), (e), 29.
   *
   * @param right which right the person exercised
   * @param controller its name in the register
   * @param receivedAt when the instruction came in
   * @param actor who handles it
   * @return the request
   * @throws IllegalArgumentException if the host does not process for that controller
   * @throws IllegalStateException if the person's data was erased
   * @throws eu.sotto.vocabulary.PrivacyException if it could not be stored in time
   */
  public Request instructed(Right right, String controller, Instant receivedAt, Actor actor) {
    return RunningRequest.instructed(
        session,
        Objects.requireNonNull(controller, "controller"),
        Objects.requireNonNull(right, "right"),
        Objects.requireNonNull(receivedAt, "receivedAt"),
        Objects.requireNonNull(actor, "actor"));
  }

  /**
   * Receives a request of this person and records it; its period runs from its receipt. It is asked
   * of the host: what other controllers decide on is passed on to each of them, at once and once,
   * and left as it is. Source: GDPR Art. 28(3)(e).
   *
   * @param right of which right
   * @param receivedAt when it came in, by whatever way
   * @param actor who handles it
   * @return the request, whose identity is still to be verified
   * @throws IllegalStateException if the person's data was erased
   * @throws eu.sotto.vocabulary.PrivacyException if it could not be stored in time
   */
  public Request request(Right right, Instant receivedAt, Actor actor) {
    return RunningRequest.receive(
        session,
        Objects.requireNonNull(right, "right"),
        Objects.requireNonNull(receivedAt, "receivedAt"),
        Objects.requireNonNull(actor, "actor"));
  }

  /**
   * The requests of this person.
   *
   * @return all in the order received, answered ones included
   */
  public List<Request> requests() {
    return RunningRequest.of(session);
  }

  /**
   * Notes that this person was in touch, other than by a call, which is noted by itself: periods
   * that begin with {@code last-contact} begin anew. Only the day is stored.
   *
   * @param at when
   */
  public void contacted(Instant at) {
    session.contacted(Objects.requireNonNull(at, "at"));
  }

  /**
   * Notes that something happened with which periods of the register begin, such as the end of this
   * person's contract: what is kept until so long after it is due from that day on, what is kept
   * later is not. Only the day is stored with it; who stated it is recorded.
   *
   * @param event its name in the register's retention rules, for example {@code contract-ended}
   * @param at when it happened, or will
   * @param actor who states it
   * @throws IllegalArgumentException if no rule of the register waits for it, or it is the end of a
   *     call, which {@link Call#ended} notes
   * @throws IllegalStateException if the person's data was erased
   */
  public void happened(EventName event, Instant at, Actor actor) {
    session.happened(
        Objects.requireNonNull(event, "event"),
        Objects.requireNonNull(at, "at"),
        Objects.requireNonNull(actor, "actor"));
  }

  /**
   * The outcomes of AI about this person.
   *
   * @return the outcomes as they stand now; corrections by a person stand among them
   */
  public List<AiOutcome> outcomes() {
    return new Desk(session.engine()).outcomes(session);
  }

  /**
   * This person contests an outcome; when this returns it counts no more until a person has
   * reviewed it, and this person will be told how that ended. Source: GDPR Art. 22(3).
   *
   * @param outcome which
   * @param words why, in this person's words, 1 to 4,000 characters
   * @return the review
   * @throws IllegalArgumentException if the outcome is not about this person, or the words are
   *     blank or too long
   * @throws IllegalStateException if the outcome counts no more anyway
   * @throws eu.sotto.vocabulary.PrivacyException if it could not be stored in time
   */
  public Review challenge(OutcomeId outcome, String words) {
    return new Desk(session.engine())
        .challenged(
            session,
            Objects.requireNonNull(outcome, "outcome"),
            Objects.requireNonNull(words, "words"));
  }

  /**
   * States something about the use of AI that this person has to be told without delay (R55).
   *
   * @param effect what happened, and what can be done
   * @param actor who states it
   * @return the duty to tell; overdue after 72 hours
   * @throws IllegalArgumentException if the purpose is not declared
   * @throws IllegalStateException if the person's data was erased
   * @throws eu.sotto.vocabulary.PrivacyException if it could not be stored in time
   */
  public Telling affected(SideEffect effect, Actor actor) {
    return new Tellings(session.engine())
        .affected(
            session,
            Objects.requireNonNull(effect, "effect"),
            Objects.requireNonNull(actor, "actor"));
  }

  /**
   * What is kept of this person at this moment.
   *
   * @return the records with their due dates and the rules that say so
   */
  public List<RecordEntry> records() {
    return session.records();
  }

  /** Never who it is. */
  @Override
  public String toString() {
    return "Subject[hidden]";
  }
}
