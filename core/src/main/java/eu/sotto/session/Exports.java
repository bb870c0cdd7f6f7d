package eu.sotto.session;

import eu.sotto.consent.CallConsents;
import eu.sotto.consent.ConsentEvent;
import eu.sotto.consent.ConsentEvent.Answered;
import eu.sotto.consent.ConsentEvent.Withdrawn;
import eu.sotto.consent.ConsentOutcome;
import eu.sotto.consent.ConsentState;
import eu.sotto.consent.ConsentStatus;
import eu.sotto.consent.ConsentTerms;
import eu.sotto.consent.Expiry;
import eu.sotto.interchange.ConsentParts;
import eu.sotto.interchange.ConsentReceipt;
import eu.sotto.interchange.ConsentRecord;
import eu.sotto.interchange.ProvenStatement;
import eu.sotto.interchange.ReceiptText;
import eu.sotto.interchange.Vcon;
import eu.sotto.interchange.VconParts;
import eu.sotto.ledger.Appended;
import eu.sotto.ledger.Evidence;
import eu.sotto.ledger.LeafId;
import eu.sotto.ledger.Recorded;
import eu.sotto.permit.DisclosurePermit;
import eu.sotto.permit.granted.Grant;
import eu.sotto.records.RecordEntry;
import eu.sotto.records.RecordId;
import eu.sotto.register.LegalBasis;
import eu.sotto.register.Purpose;
import eu.sotto.register.Task;
import eu.sotto.session.Entries.Fields;
import eu.sotto.vocabulary.Actor;
import eu.sotto.vocabulary.PurposeId;
import eu.sotto.vocabulary.RecipientId;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What leaves a call in the formats of others. Each is recorded, durably, before it is handed out.
 */
public final class Exports {
  private static final String PURPOSE = "purpose";
  private static final String STATEMENT = "statement";

  private final Engine engine;
  private final CallSession session;

  Exports(Engine engine, CallSession session) {
    this.engine = engine;
    this.session = session;
  }

  /**
   * The call as a vCon, with what is kept of it for the permit's purpose.
   *
   * @param permit a permit of this call
   * @param where at which address a recording may be fetched; empty if it is not handed over
   * @return the document
   */
  public Vcon vcon(DisclosurePermit permit, Function<RecordId, Optional<URI>> where) {
    Grant grant = (Grant) permit;
    session.checkOwn(grant.terms().call());
    requireUsable(grant);
    Purpose purpose = engine.declared(grant.purpose());
    VconParts.Basis basis = basis(purpose);
    VconParts parts = new Disclosing(engine, session, purpose).parts(newId(), basis, where);
    Vcon vcon = Vcon.of(parts);
    RecipientId recipient = grant.terms().recipient();
    Fields fields =
        Fields.of(
            PURPOSE,
            purpose.id().value(),
            "recipient",
            recipient == null ? "" : recipient.value(),
            "format",
            "vcon/" + Vcon.VERSION,
            "records",
            (long) parts.recordings().size() + parts.texts().size(),
            "digest",
            ProvenStatement.digest(vcon.json()));
    engine.journal().record(session.event(Kinds.CALL_DISCLOSED, parts.madeAt(), fields));
    requireUsable(grant);
    return vcon;
  }

  /**
   * The call as a vCon, handed over by somebody.
   *
   * @param permit a permit of this call
   * @param where at which address a recording may be fetched; empty if it is not handed over
   * @param actor who hands it over
   * @return the document
   */
  public Vcon vcon(DisclosurePermit permit, Function<RecordId, Optional<URI>> where, Actor actor) {
    session.checkOwn(((Grant) permit).terms().call());
    new Clearances(engine)
        .require(session.caller().entry(), actor, Task.DISCLOSE, permit.purpose());
    return vcon(permit, where);
  }

  /**
   * A copy for the caller, with what is kept of the call for one purpose. That it was handed over
   * is recorded with the answer that it belongs to.
   *
   * @param purposeId the purpose
   * @param which what the caller gets of it
   * @return the document; empty if nothing is kept or the consent behind it has ended
   */
  public Optional<Vcon> copy(PurposeId purposeId, Predicate<RecordEntry> which) {
    Purpose purpose = engine.declared(purposeId);
    if (purpose.basis() == LegalBasis.CONSENT && !status(purpose).given()) {
      return Optional.empty();
    }
    VconParts parts =
        new Disclosing(engine, session, purpose, which)
            .parts(newId(), basis(purpose), record -> Optional.empty());
    boolean empty = parts.recordings().isEmpty() && parts.texts().isEmpty();
    return empty ? Optional.empty() : Optional.of(Vcon.of(parts));
  }

  /**
   * The record of a consent of this call for the caller, recorded with the answer that it belongs
   * to.
   *
   * @param purposeId a purpose that rests on consent
   * @return the record; empty if nobody was asked
   */
  public Optional<ConsentRecord> consentCopy(PurposeId purposeId) {
    Purpose purpose = consentPurpose(purposeId);
    CallConsents consents = session.state().consents();
    return consents.question(purposeId).map(asked -> record(purpose, consents));
  }

  private ConsentRecord record(Purpose purpose, CallConsents consents) {
    return ConsentRecord.of(
        new ConsentParts(
            newId(),
            session.caller().id().toString(),
            session.state().notBeforeLatest(engine.clock().instant()),
            new ConsentParts.Declared(engine.register(), purpose),
            consents));
  }

  private static void requireUsable(Grant grant) {
    if (!grant.usable()) {
      throw new IllegalStateException("the permit has ended");
    }
  }

  private VconParts.Basis basis(Purpose purpose) {
    if (purpose.basis() != LegalBasis.CONSENT) {
      Instant since = session.answeredAt();
      return new VconParts.Basis(purpose.basis(), purpose.id(), since, Instant.MAX, null);
    }
    ConsentStatus status = status(purpose);
    ReceiptText.Answer answer =
        standing(purpose.id())
            .filter(found -> found.state() == ConsentState.GIVEN)
            .orElseThrow(() -> new IllegalStateException("the consent has ended"));
    var consent =
        new VconParts.Consent(
            answer.method(), answer.at(), engine.journal().ledger().proof(answer.entry()));
    return new VconParts.Basis(
        LegalBasis.CONSENT, purpose.id(), status.since(), status.until(), consent);
  }

  private ConsentStatus status(Purpose purpose) {
    CallState state = session.state();
    ConsentTerms terms = engine.terms(purpose.id());
    Instant now = state.notBeforeLatest(engine.clock().instant());
    return state.consents().status(purpose.id(), now, terms);
  }

  /**
   * The record of a consent of this call.
   *
   * @param purposeId the purpose
   * @param actor who takes the record out
   * @return the record
   */
  public ConsentRecord consentRecord(PurposeId purposeId, Actor actor) {
    Purpose purpose = consentPurpose(purposeId);
    session.caller().requirePresent();
    CallConsents consents = session.state().consents();
    requireAsked(consents, purposeId);
    new Clearances(engine).require(session.caller().entry(), actor, Task.DISCLOSE, purposeId);
    Instant now = session.state().notBeforeLatest(engine.clock().instant());
    Fields fields =
        Fields.of(PURPOSE, purposeId.value(), "actor", actor.id(), "role", actor.role());
    engine.journal().record(session.event(Kinds.CONSENT_EXPORTED, now, fields));
    return ConsentRecord.of(
        new ConsentParts(
            newId(),
            session.caller().id().toString(),
            now,
            new ConsentParts.Declared(engine.register(), purpose),
            consents));
  }

  private Purpose consentPurpose(PurposeId id) {
    Purpose purpose = engine.declared(id);
    if (purpose.basis() != LegalBasis.CONSENT) {
      throw new IllegalArgumentException("the purpose " + id + " does not rest on consent");
    }
    return purpose;
  }

  private static void requireAsked(CallConsents consents, PurposeId purpose) {
    if (consents.question(purpose).isEmpty()) {
      throw new IllegalStateException("nobody was asked about the purpose " + purpose);
    }
  }

  /**
   * What the caller gets for the answer given last, or for its withdrawal.
   *
   * @param purposeId the purpose
   * @param language German or English
   * @return the receipt
   */
  public ConsentReceipt receipt(PurposeId purposeId, Locale language) {
    Expiry expiry = engine.terms(consentPurpose(purposeId).id()).expiry();
    session.caller().requirePresent();
    ReceiptText.Answer answer =
        standing(purposeId)
            .orElseThrow(() -> new IllegalStateException("there is no answer to give back"));
    CallConsents consents = session.state().consents();
    var question =
        consents
            .question(purposeId)
            .orElseThrow(() -> new IllegalStateException("there is no question"));
    String words =
        new ReceiptText(answer, question.wording(), question.at(), expiry.of(answer.at()))
            .in(engine.register(), language);
    Fields fields = Fields.of(PURPOSE, purposeId.value(), STATEMENT, ProvenStatement.digest(words));
    Instant now = session.state().notBeforeLatest(engine.clock().instant());
    Appended issued = engine.journal().record(session.event(Kinds.RECEIPT_ISSUED, now, fields));
    Evidence evidence =
        engine
            .journal()
            .ledger()
            .evidence(issued.id())
            .orElseThrow(() -> new IllegalStateException("the caller's data was erased"));
    return ConsentReceipt.of(words, evidence.reducedTo(Set.of(STATEMENT)));
  }

  /** The newest plain answer or withdrawal, as long as the fold agrees with it. */
  private Optional<ReceiptText.Answer> standing(PurposeId purpose) {
    ConsentState state = status(engine.declared(purpose)).state();
    var ledger = engine.journal().ledger();
    List<Recorded> entries = new ArrayList<>(ledger.events(Entries.call(session.id())).entries());
    entries.addAll(ledger.events(Entries.endings(session.caller().id())).entries());
    return entries.stream()
        .sorted(Comparator.comparingLong(entry -> entry.appended().index()))
        .flatMap(entry -> answer(entry, purpose).stream())
        .filter(answer -> answer.state() == state)
        .reduce((earlier, later) -> later);
  }

  private static Optional<ReceiptText.Answer> answer(Recorded entry, PurposeId purpose) {
    Optional<ConsentEvent> event =
        ConsentCodec.decode(entry.kind(), entry.happenedAt(), entry.fields());
    LeafId id = entry.appended().id();
    if (event.orElse(null) instanceof Withdrawn w && w.purpose().equals(purpose)) {
      return Optional.of(
          new ReceiptText.Answer(id, purpose, ConsentState.WITHDRAWN, w.method(), w.at()));
    }
    if (event.orElse(null) instanceof Answered a && a.purpose().equals(purpose)) {
      return plain(a.outcome())
          .map(state -> new ReceiptText.Answer(id, purpose, state, a.method(), a.at()));
    }
    return Optional.empty();
  }

  private static Optional<ConsentState> plain(ConsentOutcome outcome) {
    if (outcome instanceof ConsentOutcome.Given) {
      return Optional.of(ConsentState.GIVEN);
    }
    return outcome instanceof ConsentOutcome.Refused
        ? Optional.of(ConsentState.REFUSED)
        : Optional.empty();
  }

  private UUID newId() {
    return uuid(engine.randomId());
  }

  /** Version 8: 122 bits of our own. Source: RFC 9562, 5.8. */
  private static UUID uuid(String random) {
    long high = Long.parseUnsignedLong(random.substring(0, 16), 16);
    long low = Long.parseUnsignedLong(random.substring(16), 16);
    return new UUID((high & ~0xf000L) | 0x8000L, (low & ~(3L << 62)) | (1L << 63));
  }
}
