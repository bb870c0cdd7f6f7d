package eu.sotto.session;

import eu.sotto.ledger.Appended;
import eu.sotto.ledger.Event;
import eu.sotto.ledger.Recorded;
import eu.sotto.permit.ContactPermit;
import eu.sotto.permit.Decision;
import eu.sotto.permit.Operation;
import eu.sotto.permit.Reason;
import eu.sotto.permit.ReasonCode;
import eu.sotto.permit.granted.Ending;
import eu.sotto.permit.granted.Grant;
import eu.sotto.permit.granted.GrantedContact;
import eu.sotto.purpose.CallFacts;
import eu.sotto.purpose.ContactFacts;
import eu.sotto.purpose.Facts;
import eu.sotto.purpose.Outcome;
import eu.sotto.purpose.Presumption;
import eu.sotto.purpose.Ruling;
import eu.sotto.purpose.SubjectFacts;
import eu.sotto.records.SubjectEntry;
import eu.sotto.register.ConsentMark;
import eu.sotto.register.LegalBasis;
import eu.sotto.register.Line;
import eu.sotto.session.Entries.Fields;
import eu.sotto.vocabulary.CallId;
import eu.sotto.vocabulary.Callee;
import eu.sotto.vocabulary.ContactScope;
import eu.sotto.vocabulary.LineId;
import eu.sotto.vocabulary.Party;
import eu.sotto.vocabulary.PrivacyException;
import eu.sotto.vocabulary.PurposeId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Permission to dial a number, decided at the moment of dialling: rule, append, wait for the force,
 * rule again, hand out. What a store that hangs holds up is denied within the deadline; at most
 * {@value #AT_ONCE} threads named {@code sotto-dial} wait for it. Thread-safe.
 */
public final class Dialling implements AutoCloseable {
  static final String TEL = "tel:";

  /** A permit is for the dialling at hand. */
  private static final Duration TO_DIAL = Duration.ofMinutes(1);

  private static final int AT_ONCE = 16;
  private static final long IDLE_SECONDS = 10;
  private static final Set<String> OF_CONTACT =
      Set.of(
          Kinds.CONTACT_REQUESTED.name(),
          Kinds.CONSENT_IDENTIFIED.name(),
          Kinds.PRESUMPTION_DECIDED.name());

  /**
   * What is asked.
   *
   * @param call the host's identifier of the attempt
   * @param line over which line
   * @param party whom
   * @param purpose what for
   * @param callee as what the person is called
   */
  public record Attempt(CallId call, LineId line, Party party, PurposeId purpose, Callee callee) {}

  /** A permit whose event may still become durable after its denial was returned. */
  private record Undelivered(
      String permit, @Nullable SubjectEntry subject, CompletableFuture<Appended> outcome) {}

  private final Engine engine;
  private final Contacts contacts;
  private final Queue<Undelivered> undelivered = new ConcurrentLinkedQueue<>();
  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          0,
          AT_ONCE,
          IDLE_SECONDS,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          task -> {
            Thread thread = new Thread(task, "sotto-dial");
            thread.setDaemon(true);
            return thread;
          });

  Dialling(Engine engine, Contacts contacts) {
    this.engine = engine;
    this.contacts = contacts;
  }

  /**
   * Decides.
   *
   * @param attempt what is asked
   * @return the decision
   * @throws IllegalArgumentException if nobody is known by the party
   */
  public Decision<ContactPermit> dial(Attempt attempt) {
    String spelling = spelling(attempt.party());
    Budget budget = Budget.of(engine.journal().deadline());
    CompletableFuture<Decision<ContactPermit>> outcome = new CompletableFuture<>();
    try {
      threads.execute(() -> outcome.complete(guarded(attempt, spelling, budget)));
    } catch (RejectedExecutionException e) {
      return unavailable();
    }
    if (!budget.succeeded(outcome)) {
      // one that comes too late is nobody's
      var unused = outcome.thenAccept(late -> late.run(Dialling::discard, reasons -> {}));
      return unavailable();
    }
    return outcome.join();
  }

  private static void discard(ContactPermit permit) {
    ((Grant) permit).end(Ending.NOT_DELIVERED);
  }

  private Decision<ContactPermit> guarded(Attempt attempt, String spelling, Budget budget) {
    try {
      return decide(attempt, spelling, budget);
    } catch (PrivacyException | IllegalStateException e) {
      return unavailable();
    }
  }

  private Decision<ContactPermit> decide(Attempt attempt, String spelling, Budget budget) {
    if (!engine.journal().settle(budget)
        || !settleUndelivered(budget)
        || !engine.nodes().catchUp(budget.remaining())) {
      return unavailable();
    }
    List<SubjectEntry> known = engine.records().subjects().reachable(spelling);
    Facts facts = facts(attempt, spelling, known);
    Ruling ruling = engine.rules().decide(facts, Operation.CONTACT, attempt.purpose(), null);
    return switch (ruling.outcome()) {
      case DENIED -> {
        known.stream().findFirst().ifPresent(subject -> noteDenial(attempt, ruling, subject));
        yield new Decision.Denied<>(ruling.reasons());
      }
      case NEEDS_REVIEW -> {
        SubjectEntry company = engine.records().subjects().resolve(spelling);
        contacts.met(spelling, company);
        contacts.presumptions().ask(company, attempt.purpose());
        yield new Decision.NeedsReview<>(ruling.reasons());
      }
      case PERMITTED -> grant(attempt, spelling, new Seen(facts, known), budget);
    };
  }

  /** What a decision rests on, and whom: nobody is stored only because somebody asked to dial. */
  private record Seen(Facts facts, List<SubjectEntry> known) {}

  private Decision<ContactPermit> grant(
      Attempt attempt, String spelling, Seen seen, Budget budget) {
    Facts facts = seen.facts();
    Grant grant = new GrantedContact(terms(attempt, facts));
    contacts.enter(spelling, attempt.purpose(), facts.contact().barred(), grant);
    String id = engine.randomId();
    SubjectEntry subject = seen.known().isEmpty() ? null : seen.known().get(0);
    if (subject == null) {
      engine.grants().enterUnmet(grant, id);
    } else {
      engine.grants().enter(subject, grant);
    }
    Optional<CompletableFuture<Appended>> use = use(id, attempt, subject);
    CompletableFuture<Appended> outcome =
        engine.journal().submit(granted(id, attempt.purpose(), subject));
    boolean durable =
        budget.succeeded(outcome)
            && use.map(budget::succeeded).orElse(true)
            && engine.nodes().catchUp(budget.remaining());
    List<SubjectEntry> known = engine.records().subjects().reachable(spelling);
    known.stream().limit(1).forEach(one -> contacts.met(spelling, one));
    Ruling now =
        engine
            .rules()
            .decide(facts(attempt, spelling, known), Operation.CONTACT, attempt.purpose(), null);
    if (durable && now.outcome() == Outcome.PERMITTED && grant.usable()) {
      return new Decision.Permitted<>((ContactPermit) grant);
    }
    grant.end(Ending.NOT_DELIVERED);
    undelivered.add(new Undelivered(id, subject, outcome));
    return now.outcome() == Outcome.DENIED ? new Decision.Denied<>(now.reasons()) : unavailable();
  }

  private Grant.Terms terms(Attempt attempt, Facts facts) {
    PurposeId purpose = attempt.purpose();
    Instant soon = engine.clock().instant().plus(TO_DIAL);
    Instant carried =
        engine.declared(purpose).basis() == LegalBasis.CONSENT
            ? facts.consents().status(purpose, facts.now(), engine.terms(purpose).expiry()).until()
            : Instant.MAX;
    return new Grant.Terms(
        attempt.call(),
        Operation.CONTACT,
        purpose,
        null,
        Set.of(),
        carried.isBefore(soon) ? carried : soon,
        engine.nodes().clock(engine.clock()));
  }

  /** How the rules stand to calling a number, on the first line from which calls are made. */
  Ruling rule(PurposeId purpose, String spelling, Callee callee) {
    LineId line =
        engine.register().lines().stream().map(Line::id).findFirst().orElse(LineId.of("none"));
    var attempt = new Attempt(CallId.of("none"), line, Party.anonymous(), purpose, callee);
    List<SubjectEntry> known = engine.records().subjects().reachable(spelling);
    Facts facts = facts(attempt, spelling, known);
    return engine.rules().decide(facts, Operation.CONTACT, purpose, null);
  }

  private Facts facts(Attempt attempt, String spelling, List<SubjectEntry> known) {
    boolean ai = engine.register().line(attempt.line()).map(Line::ai).orElse(true);
    CallState state = CallState.NONE;
    SubjectFacts subject = SubjectFacts.NONE;
    if (!known.isEmpty()) {
      state = engine.questions().state(known.get(0).id());
      subject = engine.standings().facts(known.get(0).id(), false);
    }
    return new Facts(
        CallFacts.running(attempt.line(), ai),
        state.consents(),
        subject,
        contact(attempt, known, contacts.entries(spelling)),
        state.notBeforeLatest(engine.clock().instant()));
  }

  private ContactFacts contact(
      Attempt attempt, List<SubjectEntry> known, Map<ContactScope, Instant> barred) {
    List<Recorded> recorded =
        known.stream()
            .flatMap(
                subject ->
                    engine
                        .journal()
                        .ledger()
                        .events(subject.evidenceKey(), OF_CONTACT::contains)
                        .entries()
                        .stream())
            .filter(about(attempt.purpose()))
            .toList();
    Instant confirmed =
        recorded.stream()
            .filter(one -> one.kind().equals(Kinds.CONSENT_IDENTIFIED.name()))
            .map(Recorded::happenedAt)
            .max(Instant::compareTo)
            .orElse(null);
    boolean requested =
        recorded.stream().anyMatch(one -> one.kind().equals(Kinds.CONTACT_REQUESTED.name()));
    LocalDate today = engine.today();
    Presumption presumption = Presumptions.on(today, recorded);
    return new ContactFacts(barred, attempt.callee(), true, confirmed, requested, presumption);
  }

  private static Predicate<Recorded> about(PurposeId purpose) {
    return one -> ConsentCodec.text(one.fields(), "purpose").equals(purpose.value());
  }

  /** UWG § 7a: each permit to call for advertising is a use, recorded with it. */
  private Optional<CompletableFuture<Appended>> use(
      String permit, Attempt attempt, @Nullable SubjectEntry subject) {
    if (subject == null
        || !engine.declared(attempt.purpose()).is(ConsentMark.TELEPHONE_ADVERTISING)) {
      return Optional.empty();
    }
    Fields fields = Fields.of("purpose", attempt.purpose().value(), "permit", permit);
    Instant now = engine.clock().instant();
    return Optional.of(
        engine.journal().submit(Entries.ofSubject(subject, Kinds.CONSENT_USED, now, fields)));
  }

  /** Of a number of which nobody is known the ledger holds that one was permitted, not whose. */
  Event granted(String id, PurposeId purpose, @Nullable SubjectEntry subject) {
    Instant now = engine.clock().instant();
    String version = engine.register().version();
    if (subject == null) {
      Fields few = Fields.of("permit", id, "purpose", purpose.value(), "register", version);
      return Entries.ofNobody(Kinds.DIAL_PERMITTED, now, few);
    }
    Fields fields =
        Fields.of(
            "permit",
            id,
            "operation",
            Operation.CONTACT.name(),
            "purpose",
            purpose.value(),
            "recipient",
            "",
            "obligations",
            "",
            "register",
            version);
    return Entries.ofSubject(subject, Kinds.PERMIT_GRANTED, now, fields);
  }

  private void noteDenial(Attempt attempt, Ruling ruling, SubjectEntry subject) {
    String codes =
        ruling.reasons().stream().map(one -> one.code().name()).collect(Collectors.joining(" "));
    Fields fields =
        Fields.of(
            "operation", Operation.CONTACT.name(),
            "purpose", attempt.purpose().value(),
            "recipient", "",
            "reasons", codes,
            "register", engine.register().version());
    Instant now = engine.clock().instant();
    engine.journal().note(Entries.ofSubject(subject, Kinds.PERMIT_DENIED, now, fields));
  }

  /** Says of every permit that became durable too late that it was never delivered. */
  private boolean settleUndelivered(Budget budget) {
    for (Undelivered next = undelivered.poll(); next != null; next = undelivered.poll()) {
      if (!settled(next, budget)) {
        undelivered.add(next);
        return false;
      }
    }
    return true;
  }

  private boolean settled(Undelivered one, Budget budget) {
    if (!budget.ended(one.outcome())) {
      return false;
    }
    if (one.outcome().isCompletedExceptionally()) {
      return true;
    }
    Fields fields = Fields.of("permit", one.permit()).step("undelivered " + one.permit());
    Instant now = engine.clock().instant();
    SubjectEntry subject = one.subject();
    Event told =
        subject == null
            ? Entries.ofNobody(Kinds.DIAL_NOT_DELIVERED, now, fields)
            : Entries.ofSubject(subject, Kinds.PERMIT_NOT_DELIVERED, now, fields);
    engine.journal().recordEffect(told);
    return true;
  }

  /** The one spelling of somebody who can be called. */
  String spelling(Party party) {
    return party
        .canonical(engine.register().defaultRegion())
        .orElseThrow(() -> new IllegalArgumentException("nobody is known by this party"));
  }

  private static Decision<ContactPermit> unavailable() {
    return new Decision.Denied<>(List.of(Reason.of(ReasonCode.STORE_UNAVAILABLE)));
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
