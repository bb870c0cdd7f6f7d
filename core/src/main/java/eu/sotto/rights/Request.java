package eu.sotto.rights;

import eu.sotto.consent.Withdrawal;
import eu.sotto.records.RecordEntry;
import eu.sotto.records.RecordId;
import eu.sotto.rights.running.RunningRequest;
import eu.sotto.vocabulary.Actor;
import eu.sotto.vocabulary.Answer;
import eu.sotto.vocabulary.Cause;
import eu.sotto.vocabulary.Identity;
import eu.sotto.vocabulary.PurposeId;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A request of a data subject, recorded from its receipt to its answer. Each step is durable before
 * it counts, and refused if it is not its turn; how far the request has come is read from the
 * ledger, so that it outlives restarts. {@link #access()} and {@link #erase()} take by themselves
 * the steps that nobody took. Thread-safe. Source: GDPR Art. 12.
 */
public sealed interface Request permits RunningRequest {
  /**
   * The request's id.
   *
   * @return random
   */
  String id();

  /**
   * How it stands.
   *
   * @return the state of this moment
   * @throws IllegalStateException if the person's data was erased
   */
  RequestStatus status();

  /**
   * States how the identity was verified; a period that stood still runs on.
   *
   * @param identity what the host did
   * @param actor who did it
   * @return refused if it does not suffice for the right, or was stated before
   * @throws eu.sotto.permit.ActorRefused if the role of who acts does not allow it; recorded
   */
  Step identify(Identity identity, Actor actor);

  /**
   * States a reasonable doubt about who asks: the period stands still until the identity is
   * verified. Source: GDPR Art. 12(6).
   *
   * @param why what is doubtful
   * @param actor who doubts
   * @return refused if the identity is verified or need not be
   * @throws eu.sotto.permit.ActorRefused if the role of who acts does not allow it; recorded
   */
  Step doubt(Cause why, Actor actor);

  /**
   * Adds two months, of which the person is to be told with the reasons. Source: GDPR Art. 12(3).
   *
   * @param why complexity or the number of requests
   * @param actor who decided
   * @return refused if the first month is over or it was extended before
   * @throws eu.sotto.permit.ActorRefused if the role of who acts does not allow it; recorded
   */
  Step extend(Cause why, Actor actor);

  /**
   * Looks up what the request is about.
   *
   * @param actor who does
   * @return refused if the identity is not verified or it was located before
   * @throws eu.sotto.permit.ActorRefused if the role of who acts does not allow it; recorded
   */
  Step locate(Actor actor);

  /**
   * What would become of each record, by the register: the proposal from which an assessment is
   * made. A duty to keep, with its statute and last day, comes before an erasure.
   *
   * @return one for each record that is kept now
   */
  List<Assessment> proposal();

  /**
   * Lays down what becomes of each record.
   *
   * @param assessments one for each record that is kept now
   * @param actor who decided
   * @return refused if nothing was located, other records are named, or something else than passing
   *     on is laid down for a record that another controller decides on
   * @throws eu.sotto.permit.ActorRefused if the role of who acts does not allow it; recorded
   */
  Step assess(List<Assessment> assessments, Actor actor);

  /**
   * Has the recipients told, through a queue that survives restarts. Source: GDPR Art. 19.
   *
   * @param actor who does
   * @return refused if the request was not carried out
   * @throws eu.sotto.permit.ActorRefused if the role of who acts does not allow it; recorded
   */
  Step tellRecipients(Actor actor);

  /**
   * Who is told because of this request, by name, and whether they have confirmed: the controllers
   * to whom it is passed on from the moment its right is known, the recipients when they are told.
   *
   * @return those who are told
   */
  List<ToldRecipient> recipients();

  /**
   * The answer in words: what was done, what was not and why, who is told, and whom to turn to.
   *
   * @param language German for any kind of German, English for any other
   * @return the letter
   */
  String letter(Locale language);

  /**
   * Records that the person has the letter.
   *
   * @param language its language
   * @param actor who answered
   * @return refused if it was not carried out or the recipients are not being told
   * @throws eu.sotto.permit.ActorRefused if the role of who acts does not allow it; recorded
   */
  Step answer(Locale language, Actor actor);

  /**
   * Refuses the request as a whole, with a reason that the person is told. Source: GDPR Art. 12(4),
   * (5).
   *
   * @param why the reason
   * @param actor who decided
   * @return refused if it was carried out or answered
   * @throws eu.sotto.permit.ActorRefused if the role of who acts does not allow it; recorded
   */
  Step refuse(Cause why, Actor actor);

  /**
   * The same request in other hands: what follows is done in this actor's name. A request that is
   * found again is in the hands of who received it, of whose authentication nothing is known.
   *
   * @param actor who goes on with it
   * @return the request
   */
  Request by(Actor actor);

  /**
   * Access to everything that is kept (GDPR Art. 15).
   *
   * @return the access
   * @throws RequestRefused if the identity does not suffice, or the request is about another right
   * @throws IllegalStateException if the person's data was erased meanwhile
   * @throws eu.sotto.permit.ActorRefused if the role of who handles it does not allow it; recorded
   */
  Access access();

  /**
   * What the person provided, to take along (GDPR Art. 20).
   *
   * @return the data
   * @throws RequestRefused if the identity does not suffice, or the request is about another right
   * @throws IllegalStateException if the person's data was erased meanwhile
   * @throws eu.sotto.permit.ActorRefused if the role of who handles it does not allow it; recorded
   */
  Portability portability();

  /**
   * Puts a record right: a new version, redacted as the old one, takes its place and names it. The
   * old one is disposed of, unless a hold names it. Source: GDPR Art. 16.
   *
   * @param record a transcript or summary of this person
   * @param text what it says from now on
   * @param actor who decided
   * @return the new version
   * @throws RequestRefused if the identity does not suffice, or the request is about another right
   * @throws IllegalArgumentException if the person has no such record, or it is a recording
   * @throws IllegalStateException if the person's data was erased meanwhile
   * @throws eu.sotto.permit.ActorRefused if the role of who acts does not allow it; recorded
   */
  RecordEntry rectify(RecordId record, String text, Actor actor);

  /**
   * Withdraws consents for the future: it takes effect at once, whoever took the request, and is
   * then recorded. Processing before it stays lawful. Source: GDPR Art. 7(3), 17(1)(b).
   *
   * @param purposes whose consent is withdrawn; none for every one that was ever asked for
   * @param answer the act by which it was withdrawn, such as a letter
   * @return what was done, one for each purpose
   * @throws RequestRefused if the request is about another right, or was carried out before
   * @throws IllegalArgumentException if a purpose is not declared or does not rest on consent
   * @throws IllegalStateException if the person's data was erased meanwhile
   * @throws eu.sotto.vocabulary.PrivacyException if the request could not be noted as carried out;
   *     the withdrawals have taken effect
   */
  List<Withdrawal> withdraw(Set<PurposeId> purposes, Answer answer);

  /**
   * States that the person expressly wants an erasure instead of the restrictions under which they
   * asked for their data to stay. It counts for the restrictions that stand now; they stay in force
   * until the erasure. Source: GDPR Art. 17(1), 18(1)(b), (c).
   *
   * @param answer the act by which they said so
   * @param actor who took it down
   * @return refused if the request is about another right, was answered or refused, the identity
   *     does not suffice, or no such restriction stands
   * @throws IllegalStateException if the person's data was erased
   * @throws eu.sotto.permit.ActorRefused if the role of who acts does not allow it; recorded
   * @throws eu.sotto.vocabulary.PrivacyException if it could not be stored in time
   */
  Step insteadOfRestriction(Answer answer, Actor actor);

  /**
   * Erases everything that is kept of the person, on this node and in every file: the order is
   * recorded, the keys are destroyed, the sealed contents and index entries removed, the completion
   * recorded. What stays is named in the receipt: the reduced, pseudonymous evidence that the
   * processing was lawful. After a crash an erasure that was begun is completed at the next
   * opening. What else the person asked for and nobody has answered ends with it, also a request
   * for a copy, and the receipt says so. Source: GDPR Art. 17(1), 17(3)(e).
   *
   * <p>What another controller decides on stays as it is. As long as there is any, the keys stay as
   * well: the records, the calls and the consents of this request's controller go, and the receipt
   * names what of the log goes with the rest. If that is interrupted the request stays open, and
   * erasing again goes on with it. Source: GDPR Art. 28(3)(a), (e).
   *
   * @return the receipt
   * @throws RequestRefused if the identity does not suffice, the request is about another right, or
   *     the person asked to keep the data restricted and has not said {@link #insteadOfRestriction}
   * @throws IllegalStateException if the person's data was erased before
   * @throws eu.sotto.permit.ActorRefused if the role of who handles it does not allow it; recorded
   * @throws eu.sotto.vocabulary.PrivacyException if it could not be completed; what was ordered is
   *     completed at the next opening at the latest
   */
  ErasureReceipt erase();
}
