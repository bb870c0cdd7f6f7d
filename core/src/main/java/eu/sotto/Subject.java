package eu.sotto;

import eu.sotto.consent.Withdrawal;
import eu.sotto.records.RecordEntry;
import eu.sotto.rights.Request;
import eu.sotto.rights.running.RunningRequest;
import eu.sotto.session.SubjectSession;
import eu.sotto.vocabulary.Actor;
import eu.sotto.vocabulary.Answer;
import eu.sotto.vocabulary.Identity;
import eu.sotto.vocabulary.PurposeId;
import java.util.List;
import java.util.Objects;

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
