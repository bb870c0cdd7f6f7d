package eu.sotto;

import eu.sotto.interchange.ConsentReceipt;
import eu.sotto.interchange.ConsentRecord;
import eu.sotto.interchange.Vcon;
import eu.sotto.permit.DisclosurePermit;
import eu.sotto.records.RecordId;
import eu.sotto.session.Exports;
import eu.sotto.vocabulary.Actor;
import eu.sotto.vocabulary.PurposeId;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * What leaves a call in the formats of others. Each is recorded durably before it is handed out, or
 * not handed out at all. Thread-safe.
 */
public final class CallExports {
  private final Exports exports;

  CallExports(Exports exports) {
    this.exports = exports;
  }

  /**
   * Hands the call over as a vCon: of what is kept, only that of the permit's purpose; of the
   * caller, the number only where the purpose declares the category {@code contact}; recordings by
   * their hash. What was handed to whom is recorded first. Source: GDPR Art. 5(1)(b), 15(1)(c).
   *
   * @param permit a permit of this call to disclose
   * @return the document, labelled where AI made it (R06)
   * @throws IllegalStateException if the permit belongs to another call or has ended
   * @throws eu.sotto.vocabulary.PrivacyException if something could not be read or stored in time
   */
  public Vcon vcon(DisclosurePermit permit) {
    return vcon(permit, record -> Optional.empty());
  }

  /**
   * Hands the call over as a vCon that says where the recipient may fetch its recordings.
   *
   * @param permit a permit of this call to disclose
   * @param where the HTTPS address of a recording, or empty if it is not handed over
   * @return the document
   * @throws IllegalArgumentException if an address is not one of HTTPS
   * @see #vcon(DisclosurePermit)
   */
  public Vcon vcon(DisclosurePermit permit, Function<RecordId, Optional<URI>> where) {
    return exports.vcon(
        Objects.requireNonNull(permit, "permit"), Objects.requireNonNull(where, "where"));
  }

  /**
   * Hands the call over as a vCon in somebody's name, whose role must be entrusted with that.
   *
   * @param permit a permit of this call to disclose
   * @param actor who hands it over
   * @return the document
   * @throws eu.sotto.permit.ActorRefused if the role of the actor does not allow it; recorded
   * @throws IllegalStateException if the permit belongs to another call or has ended
   * @throws eu.sotto.vocabulary.PrivacyException if something could not be read or stored in time
   * @see #vcon(DisclosurePermit)
   */
  public Vcon vcon(DisclosurePermit permit, Actor actor) {
    return exports.vcon(
        Objects.requireNonNull(permit, "permit"),
        record -> Optional.empty(),
        Objects.requireNonNull(actor, "actor"));
  }

  /**
   * The record of the caller's consent in this call, for an auditor or another system; that it was
   * taken out is recorded first. Source: GDPR Art. 7(1); ISO/IEC TS 27560.
   *
   * @param purpose a purpose that rests on consent
   * @param actor who takes it out
   * @return the record, in JSON-LD
   * @throws IllegalArgumentException if the purpose is not declared or does not rest on consent
   * @throws IllegalStateException if nobody was asked, or the caller's data was erased
   * @throws eu.sotto.permit.ActorRefused if the role of the actor does not allow it; recorded
   * @throws eu.sotto.vocabulary.PrivacyException if it could not be stored in time
   */
  public ConsentRecord consentRecord(PurposeId purpose, Actor actor) {
    return exports.consentRecord(
        Objects.requireNonNull(purpose, "purpose"), Objects.requireNonNull(actor, "actor"));
  }

  /**
   * What the caller gets for the answer given last, or for its withdrawal: plain words with a short
   * code, and the proof that they stand in the ledger.
   *
   * @param purpose a purpose that rests on consent
   * @param language German for any kind of German, English for any other
   * @return the receipt
   * @throws IllegalArgumentException if the purpose is not declared or does not rest on consent
   * @throws IllegalStateException if there is no plain answer, or the caller's data was erased
   * @throws eu.sotto.vocabulary.PrivacyException if it could not be stored in time
   */
  public ConsentReceipt receipt(PurposeId purpose, Locale language) {
    return exports.receipt(
        Objects.requireNonNull(purpose, "purpose"), Objects.requireNonNull(language, "language"));
  }
}
