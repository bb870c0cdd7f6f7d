package eu.sotto.session;

import eu.sotto.ledger.Appended;
import eu.sotto.ledger.Event;
import eu.sotto.permit.ContactPermit;
import eu.sotto.permit.ContentPermit;
import eu.sotto.permit.Decision;
import eu.sotto.permit.DisclosurePermit;
import eu.sotto.permit.Obligation;
import eu.sotto.permit.Operation;
import eu.sotto.permit.Permit;
import eu.sotto.permit.Reason;
import eu.sotto.permit.ReasonCode;
import eu.sotto.permit.RecordingPermit;
import eu.sotto.permit.granted.Ending;
import eu.sotto.permit.granted.Grant;
import eu.sotto.permit.granted.GrantedContact;
import eu.sotto.permit.granted.GrantedContent;
import eu.sotto.permit.granted.GrantedDisclosure;
import eu.sotto.permit.granted.GrantedRecording;
import eu.sotto.purpose.CallFacts;
import eu.sotto.purpose.ContactFacts;
import eu.sotto.purpose.Facts;
import eu.sotto.purpose.Observation;
import eu.sotto.purpose.Outcome;
import eu.sotto.purpose.Ruling;
import eu.sotto.purpose.SubjectFacts;
import eu.sotto.register.ConsentMark;
import eu.sotto.register.LegalBasis;
import eu.sotto.register.Purpose;
import eu.sotto.session.Entries.Fields;
import eu.sotto.store.StoreException;
import eu.sotto.vocabulary.PurposeId;
import eu.sotto.vocabulary.RecipientId;
import eu.sotto.vocabulary.Speaker;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a call's permits come about: rule, append, wait for the force, rule again, hand out.
 *
 * <p>A permit is entered among the live ones before its event is appended, and the state is looked
 * at once more after the force: whatever restricted in between is seen either there or here. What
 * could not be delivered in time is followed by {@code PermitNotDelivered} before the next decision
 * of the call.
 */
final class Permissions {
  private static final Duration AFTER_THE_CALL = Duration.ofMinutes(15);

  /** A permit whose event may still become durable after its denial was returned. */
  private record Undelivered(String permit, CompletableFuture<Appended> outcome) {}

  private record Question(
      Operation<?> operation, PurposeId purpose, @Nullable RecipientId recipient) {}

  private final Engine engine;
  private final CallSession session;
  private final Deque<Undelivered> undelivered = new ArrayDeque<>();

  Permissions(Engine engine, CallSession session) {
    this.engine = engine;
    this.session = session;
  }

  /** Owes the ledger nothing more: there is nobody left whom it would be about. */
  void forget() {
    undelivered.clear();
  }

  <P extends Permit> Decision<P> may(
      Operation<P> operation, PurposeId purpose, @Nullable RecipientId recipient) {
    Budget budget = Budget.of(engine.journal().deadline());
    Question question = new Question(operation, purpose, recipient);
    if (!budget.take(session.lock())) {
      return unavailable();
    }
    try {
      if (!engine.journal().settle(budget)
          || !settleUndelivered(budget)
          || !engine.nodes().catchUp(budget.remaining())) {
        return unavailable();
      }
      session.foldAnew();
      Seen seen = seen();
      Ruling ruling = rule(question, seen);
      return switch (ruling.outcome()) {
        case DENIED -> {
          recordDenial(question, ruling.reasons());
          yield denied(ruling.reasons());
        }
        case NEEDS_REVIEW -> new Decision.NeedsReview<>(ruling.reasons());
        case PERMITTED -> grant(operation, question, ruling, seen, budget);
      };
    } catch (StoreException e) {
      return unavailable();
    } finally {
      session.lock().unlock();
    }
  }

  /** Rules and records, and gives nothing. */
  Observation observe(Operation<?> operation, PurposeId purpose, @Nullable RecipientId recipient) {
    Question question = new Question(operation, purpose, recipient);
    Ruling ruling = ruled(question);
    var fields = new LinkedHashMap<String, Object>();
    describe(fields, question);
    fields.put("outcome", ruling.outcome().name());
    fields.put("obligations", names(ruling.obligations()));
    fields.put("reasons", Clearances.codes(ruling.reasons()));
    String version = engine.register().version();
    fields.put("register", version);
    boolean recorded =
        !session.state().erased()
            && engine
                .journal()
                .recordEffect(
                    session.event(
                        Kinds.DECISION_OBSERVED,
                        engine.clock().instant(),
                        Fields.of(fields).step("observed " + engine.randomId())))
                .isPresent();
    return new Observation(operation, purpose, ruling, version, recorded);
  }

  private Ruling ruled(Question question) {
    Budget budget = Budget.of(engine.journal().deadline());
    if (budget.take(session.lock())) {
      try {
        session.foldAnew();
        return rule(question, seen());
      } finally {
        session.lock().unlock();
      }
    }
    return new Ruling(Outcome.DENIED, Set.of(), List.of(Reason.of(ReasonCode.STORE_UNAVAILABLE)));
  }

  /** What stands against using what was collected for one purpose under a permit for another. */
  List<Reason> furtherUse(Grant grant, PurposeId collectedFor) {
    Question question = new Question(grant.operation(), grant.purpose(), null);
    return grant.purpose().equals(collectedFor)
        ? List.of()
        : engine
            .rules()
            .decideFurther(
                facts(question, seen()), grant.operation(), grant.purpose(), collectedFor)
            .reasons();
  }

  /** What a decision rests on: if it changes while the permit is recorded, it is decided anew. */
  private record Seen(CallState state, SubjectFacts subject) {}

  private Seen seen() {
    CallState state = session.state();
    return new Seen(state, engine.standings().facts(session.caller().id(), state.erased()));
  }

  private Ruling rule(Question question, Seen seen) {
    return engine
        .rules()
        .decide(
            facts(question, seen), question.operation(), question.purpose(), question.recipient());
  }

  private Facts facts(Question question, Seen seen) {
    CallState state = seen.state();
    Set<Speaker> assistants = state.assistants();
    boolean ai = session.line().ai() || !assistants.isEmpty();
    var call = new CallFacts(session.line().id(), ai, state.ended() != null, assistants);
    return new Facts(
        call,
        state.consents(),
        seen.subject(),
        contact(question),
        state.notBeforeLatest(engine.clock().instant()));
  }

  /** Whoever does not want to be contacted is not, whatever was said in this call. */
  private ContactFacts contact(Question question) {
    boolean known = question.operation() == Operation.CONTACT && !session.party().isEmpty();
    return known
        ? ContactFacts.NONE.with(engine.contacts().entries(session.party()))
        : ContactFacts.NONE;
  }

  private <P extends Permit> Decision<P> grant(
      Operation<P> operation, Question question, Ruling ruling, Seen seen, Budget budget) {
    Grant grant = make(question, ruling, seen.state());
    engine.grants().enter(session.caller().entry(), grant);
    boolean contacts = question.operation() == Operation.CONTACT && !session.party().isEmpty();
    if (contacts) {
      var listed = engine.contacts().entries(session.party());
      engine.contacts().enter(session.party(), question.purpose(), listed, grant);
    }
    String id = engine.randomId();
    Optional<CompletableFuture<Appended>> use = use(id, question);
    CompletableFuture<Appended> outcome =
        engine.journal().submit(permitEvent(id, question, ruling.obligations()));
    if (!budget.succeeded(outcome) || !use.map(budget::succeeded).orElse(true)) {
      grant.end(Ending.NOT_DELIVERED);
      undelivered.add(new Undelivered(id, outcome));
      return unavailable();
    }
    if (!engine.nodes().catchUp(budget.remaining())) {
      grant.end(Ending.NOT_DELIVERED);
      undelivered.add(new Undelivered(id, outcome));
      return unavailable();
    }
    session.foldAnew();
    Seen after = seen();
    if (contacts || !after.equals(seen)) {
      Ruling now = rule(question, after);
      if (now.outcome() != Outcome.PERMITTED) {
        grant.end(Ending.NOT_DELIVERED);
        undelivered.add(new Undelivered(id, outcome));
        return denied(now.reasons());
      }
    }
    if (!grant.usable()) {
      undelivered.add(new Undelivered(id, outcome));
      return denied(List.of(Reason.of(ReasonCode.CALL_ENDED)));
    }
    return new Decision.Permitted<>(operation.permitType().cast(grant));
  }

  /**
   * UWG § 7a: each permit to call for advertising is a use, recorded with it and proven as long.
   */
  private Optional<CompletableFuture<Appended>> use(String permit, Question question) {
    boolean used =
        question.operation() == Operation.CONTACT
            && engine.declared(question.purpose()).is(ConsentMark.TELEPHONE_ADVERTISING);
    Fields fields = Fields.of("purpose", question.purpose().value(), "permit", permit);
    return used
        ? Optional.of(
            engine
                .journal()
                .submit(session.event(Kinds.CONSENT_USED, engine.clock().instant(), fields)))
        : Optional.empty();
  }

  private Grant make(Question question, Ruling ruling, CallState state) {
    Instant now = engine.clock().instant();
    Instant carried = carriedUntil(question.purpose(), state, now);
    Instant afterTheCall = now.plus(AFTER_THE_CALL);
    Instant expires =
        state.ended() == null || carried.isBefore(afterTheCall) ? carried : afterTheCall;
    var terms =
        new Grant.Terms(
            session.id(),
            question.operation(),
            question.purpose(),
            question.recipient(),
            ruling.obligations(),
            expires,
            engine.nodes().clock(engine.clock()));
    Class<? extends Permit> type = question.operation().permitType();
    if (type == RecordingPermit.class) {
      return new GrantedRecording(terms);
    }
    if (type == ContentPermit.class) {
      return new GrantedContent(terms);
    }
    if (type == ContactPermit.class) {
      return new GrantedContact(terms);
    }
    if (type == DisclosurePermit.class) {
      return new GrantedDisclosure(terms);
    }
    throw new IllegalStateException("no permit for " + question.operation());
  }

  /** A permit on a consent ends with its validity. */
  private Instant carriedUntil(PurposeId id, CallState state, Instant now) {
    Purpose purpose = engine.declared(id);
    return purpose.basis() == LegalBasis.CONSENT
        ? state.consents().status(id, state.notBeforeLatest(now), engine.terms(id).expiry()).until()
        : Instant.MAX;
  }

  /** Says of every permit that became durable too late that it was never delivered. */
  private boolean settleUndelivered(Budget budget) {
    while (!undelivered.isEmpty()) {
      Undelivered first = undelivered.getFirst();
      if (!budget.ended(first.outcome())) {
        return false;
      }
      if (!first.outcome().isCompletedExceptionally()) {
        var event =
            session.event(
                Kinds.PERMIT_NOT_DELIVERED,
                engine.clock().instant(),
                Fields.of("permit", first.permit()).step("undelivered " + first.permit()));
        if (!budget.succeeded(engine.journal().submit(event))) {
          return false;
        }
      }
      undelivered.removeFirst();
    }
    return true;
  }

  private Event permitEvent(String id, Question question, Set<Obligation> obligations) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("permit", id);
    describe(fields, question);
    fields.put("obligations", names(obligations));
    fields.put("register", engine.register().version());
    fields.put("node", engine.records().node());
    return session.event(Kinds.PERMIT_GRANTED, engine.clock().instant(), Fields.of(fields));
  }

  private static String names(Set<Obligation> obligations) {
    return obligations.stream().map(Enum::name).sorted().collect(Collectors.joining(" "));
  }

  /** A denial needs no force: it opens nothing. */
  private void recordDenial(Question question, List<Reason> reasons) {
    if (session.state().erased()) {
      return;
    }
    var fields = new LinkedHashMap<String, Object>();
    describe(fields, question);
    fields.put(
        "reasons",
        reasons.stream().map(reason -> reason.code().name()).collect(Collectors.joining(" ")));
    fields.put("register", engine.register().version());
    engine
        .journal()
        .note(session.event(Kinds.PERMIT_DENIED, engine.clock().instant(), Fields.of(fields)));
  }

  private static void describe(Map<String, Object> fields, Question question) {
    fields.put("operation", question.operation().name());
    fields.put("purpose", question.purpose().value());
    RecipientId recipient = question.recipient();
    fields.put("recipient", recipient == null ? "" : recipient.value());
  }

  private <P extends Permit> Decision<P> unavailable() {
    return denied(List.of(Reason.of(ReasonCode.STORE_UNAVAILABLE)));
  }

  private <P extends Permit> Decision<P> denied(List<Reason> reasons) {
    return new Decision.Denied<>(reasons, engine.register().version());
  }
}
