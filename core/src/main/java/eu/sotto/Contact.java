package eu.sotto;

import eu.sotto.permit.ContactPermit;
import eu.sotto.permit.Decision;
import eu.sotto.records.Barring;
import eu.sotto.records.NumberTally;
import eu.sotto.session.Dialling;
import eu.sotto.session.Engine;
import eu.sotto.session.Presumptions;
import eu.sotto.vocabulary.Actor;
import eu.sotto.vocabulary.CallId;
import eu.sotto.vocabulary.Callee;
import eu.sotto.vocabulary.ContactScope;
import eu.sotto.vocabulary.LineId;
import eu.sotto.vocabulary.Party;
import eu.sotto.vocabulary.PurposeId;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Whom the host may call on its own account, and who must not be contacted. Thread-safe. Source:
 * UWG § 7; GDPR Art. 21(2) and (3).
 */
public final class Contact {
  private final Engine engine;

  Contact(Engine engine) {
    this.engine = engine;
  }

  /**
   * Asks to dial a number, at the moment of dialling. A permit is usable for a minute, and ends at
   * once when the person objects, withdraws or is entered as not to be contacted. Source: UWG §
   * 7(2); GDPR Art. 21(3).
   *
   * @param id the host's identifier of the call to be
   * @param line the line over which it is dialled
   * @param party whom
   * @param purpose what for
   * @param callee as what the person is called; in doubt as a consumer
   * @return the decision, within the deadline; a list that cannot be read denies
   * @throws IllegalArgumentException if the party is nobody, or a number that is not possible in
   *     the register's region
   */
  public Decision<ContactPermit> dial(
      CallId id, LineId line, Party party, PurposeId purpose, Callee callee) {
    return engine
        .contacts()
        .dialling()
        .dial(
            new Dialling.Attempt(
                Objects.requireNonNull(id, "id"),
                Objects.requireNonNull(line, "line"),
                Objects.requireNonNull(party, "party"),
                Objects.requireNonNull(purpose, "purpose"),
                Objects.requireNonNull(callee, "callee")));
  }

  /**
   * The companies whose consent to a call could only be presumed when somebody asked to dial: a
   * person decides, and dialling is asked again (UWG § 7(2) no. 1).
   *
   * @return the open questions, the oldest first
   */
  public List<PresumedConsent> presumedConsents() {
    Presumptions presumptions = engine.contacts().presumptions();
    return presumptions.open().stream()
        .map(question -> new PresumedConsent(presumptions, question))
        .toList();
  }

  /**
   * Enters a number or address as not to be contacted, on nothing but the person's word. It acts on
   * this node when this returns, also where the store failed, and on the others as soon as they
   * look. The entry holds a token, outlives the erasure of everything else, and is lifted only by a
   * later consent of the identified person, for its purpose. Source: GDPR Art. 21(2) and (3),
   * 17(3).
   *
   * @param party whose
   * @param scope how far
   * @param actor who took the person's word
   * @return what was done
   * @throws IllegalArgumentException if the party is nobody, or a number that is not possible in
   *     the register's region
   */
  public Barring bar(Party party, ContactScope scope, Actor actor) {
    return engine
        .contacts()
        .bar(
            Objects.requireNonNull(party, "party"),
            Objects.requireNonNull(scope, "scope"),
            Objects.requireNonNull(actor, "actor"));
  }

  /**
   * Enters every number of a list as not to be contacted; it is read once, in constant memory. A
   * blank line is passed over.
   *
   * @param numbers one number in each, international or of the register's region; closed by the
   *     caller
   * @param scope how far
   * @param actor who brings the list
   * @return how many were read and added, and which lines held no number
   * @throws eu.sotto.vocabulary.PrivacyException if the list could not be stored; what was read
   *     before may have been, and importing again does no harm
   */
  public NumberTally bar(Stream<String> numbers, ContactScope scope, Actor actor) {
    return engine
        .contacts()
        .bar(
            Objects.requireNonNull(numbers, "numbers"),
            Objects.requireNonNull(scope, "scope"),
            Objects.requireNonNull(actor, "actor"));
  }

  /**
   * Takes out of a campaign whoever must not be contacted for its purpose; the numbers are read
   * once, in constant memory. Whether the rest may be called is decided when each is dialled.
   *
   * @param purpose what for
   * @param numbers one number in each; closed by the caller
   * @param callable takes the numbers that are left, in E.164 and in order
   * @param actor who runs the campaign
   * @return how many were read, how many of them are listed, and which lines held no number
   * @throws IllegalArgumentException if the purpose is not declared
   * @throws eu.sotto.vocabulary.PrivacyException if the list could not be read to the end or the
   *     comparison could not be recorded: then the campaign does not begin
   */
  public NumberTally scrub(
      PurposeId purpose, Stream<String> numbers, Consumer<? super String> callable, Actor actor) {
    return engine
        .contacts()
        .scrub(
            Objects.requireNonNull(purpose, "purpose"),
            Objects.requireNonNull(numbers, "numbers"),
            Objects.requireNonNull(callable, "callable"),
            Objects.requireNonNull(actor, "actor"));
  }
}
