package eu.sotto.purpose;

import eu.sotto.consent.CallConsents;
import java.time.Instant;
import java.util.Objects;

/**
 * All the facts that a decision rests on. Immutable and thread-safe.
 *
 * @param call the call
 * @param consents what was played, asked and answered in it, as far as recorded
 * @param subject what the data subject has asked for
 * @param contact what bears on contacting the data subject
 * @param now the time of the decision
 */
public record Facts(
    CallFacts call,
    CallConsents consents,
    SubjectFacts subject,
    ContactFacts contact,
    Instant now) {
  /** Checks that every part is there. */
  public Facts {
    Objects.requireNonNull(call, "call");
    Objects.requireNonNull(consents, "consents");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(contact, "contact");
    Objects.requireNonNull(now, "now");
  }

  /**
   * Facts of a running call whose subject is not on the list of those not to be contacted.
   *
   * @param call the call
   * @param consents what was played, asked and answered in it, as far as recorded
   * @param subject what the data subject has asked for
   * @param now the time of the decision
   */
  public Facts(CallFacts call, CallConsents consents, SubjectFacts subject, Instant now) {
    this(call, consents, subject, ContactFacts.NONE, now);
  }
}
