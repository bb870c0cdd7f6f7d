package eu.sotto.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import eu.sotto.ledger.Event;
import eu.sotto.ledger.EventKind;
import eu.sotto.ledger.Recorded;
import eu.sotto.permit.Reason;
import eu.sotto.permit.ReasonCode;
import eu.sotto.permit.granted.Ending;
import eu.sotto.permit.granted.Grant;
import eu.sotto.purpose.SubjectFacts;
import eu.sotto.purpose.SubjectFacts.Tied;
import eu.sotto.records.RecordEntry;
import eu.sotto.records.Shield;
import eu.sotto.records.SubjectEntry;
import eu.sotto.records.SubjectId;
import eu.sotto.register.LegalBasis;
import eu.sotto.register.Purpose;
import eu.sotto.register.Register;
import eu.sotto.retention.Hold;
import eu.sotto.retention.HoldGround;
import eu.sotto.session.Entries.Fields;
import eu.sotto.session.Standing.Effect;
import eu.sotto.vocabulary.ContractTie;
import eu.sotto.vocabulary.PurposeId;
import eu.sotto.vocabulary.Right;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What stands of the objections, restrictions and open requests of each subject. What restricts
 * acts here first, whether or not it could be recorded; what frees is recorded first. Thread-safe.
 */
public final class Standings implements Shield {
  private static final int REMEMBERED = 50_000;

  /** What the ledger said, and when by the count of changes. */
  private record Read(long change, Standing standing) {}

  private final Engine engine;
  private final AtomicLong changes = new AtomicLong();
  private final Cache<SubjectId, Read> own = Caffeine.newBuilder().maximumSize(REMEMBERED).build();
  private final Cache<SubjectId, Read> persons =
      Caffeine.newBuilder().maximumSize(REMEMBERED).build();
  private final Map<SubjectId, List<Effect>> acted = new ConcurrentHashMap<>();

  Standings(Engine engine) {
    this.engine = engine;
  }

  /**
   * What stands for a person, all linked subjects together.
   *
   * @param person one of the person's subjects
   * @return what stands
   */
  public Standing of(SubjectId person) {
    long now = changes.get();
    if (!engine.nodes().shared()) {
      Read read = persons.getIfPresent(person);
      if (read != null && read.change() == now) {
        return read.standing();
      }
    }
    Standing standing = Standing.NONE;
    for (SubjectEntry entry : engine.records().subjects().union(person)) {
      standing = standing.and(alone(entry.id()));
    }
    persons.put(person, new Read(now, standing));
    return standing;
  }

  /** Of one subject, without asking the records. */
  private Standing alone(SubjectId subject) {
    long now = changes.get();
    Read read = own.getIfPresent(subject);
    // what another node recorded counts here at once, also for a sweep, which asks nobody else
    if (read == null || read.change() != now || engine.nodes().shared()) {
      // in this order: what is no longer here by then is in the ledger
      List<Effect> here = List.copyOf(acted.getOrDefault(subject, List.of()));
      Stream<Effect> recorded =
          engine.journal().ledger().events(Entries.rights(subject)).entries().stream()
              .map(Effect::of);
      read = new Read(now, Standing.of(Stream.concat(recorded, here.stream())));
      own.put(subject, read);
    }
    return read.standing();
  }

  /** What a decision has to know of the person. */
  SubjectFacts facts(SubjectId person, boolean erased) {
    Standing standing = of(person);
    Register register = engine.register();
    Instant since = standing.restrictedSince();
    return new SubjectFacts(
        Map.of(),
        standing.objected(register),
        since,
        erased,
        since == null ? Set.of() : standing.unrestricted(register),
        standing.ties());
  }

  /**
   * Lets something that restricts take effect on this node and then records it, for every linked
   * subject; if the ledger fails the effect stays and recording is tried again.
   *
   * @param person whose
   * @param kind its kind
   * @param at when it happened
   * @param fields its fields
   * @return whether it is durable for all of them
   */
  public boolean act(
      SubjectSession person, EventKind kind, Instant at, Map<String, Object> fields) {
    Effect effect = new Effect(kind.name(), at, Map.copyOf(fields));
    List<SubjectEntry> entries = person.entries();
    for (SubjectEntry entry : entries) {
      acted.computeIfAbsent(entry.id(), id -> new CopyOnWriteArrayList<>()).add(effect);
    }
    changes.incrementAndGet();
    entries.forEach(entry -> endGrants(entry.id(), effect));
    boolean durable = true;
    for (SubjectEntry entry : entries) {
      durable &= engine.journal().recordEffect(event(entry, kind, at, fields)).isPresent();
    }
    changes.incrementAndGet();
    if (durable) {
      entries.forEach(entry -> acted.getOrDefault(entry.id(), List.of()).remove(effect));
    }
    return durable;
  }

  /**
   * Records something that restricts nobody, for every linked subject; it counts when it is
   * durable.
   *
   * @param person whose
   * @param kind its kind
   * @param at when it happened
   * @param fields its fields
   */
  public void record(
      SubjectSession person, EventKind kind, Instant at, Map<String, Object> fields) {
    try {
      for (SubjectEntry entry : person.entries()) {
        engine.journal().record(event(entry, kind, at, fields));
      }
    } finally {
      changes.incrementAndGet();
    }
  }

  private Event event(SubjectEntry entry, EventKind kind, Instant at, Map<String, Object> fields) {
    Fields all = Fields.of(fields).step(kind.name() + " " + engine.randomId());
    return Entries.ofRights(entry, kind, at, all);
  }

  /** Another node recorded something about somebody's rights. */
  void heard(Recorded recorded, Optional<SubjectId> live) {
    changes.incrementAndGet();
    live.ifPresent(subject -> endGrants(subject, Effect.of(recorded)));
  }

  /** Who is one person has changed, or somebody's data is gone. */
  void changed() {
    changes.incrementAndGet();
  }

  /** Nothing more is known of a subject. */
  void erased(SubjectId subject) {
    acted.remove(subject);
    changes.incrementAndGet();
  }

  private void endGrants(SubjectId subject, Effect effect) {
    Register register = engine.register();
    Standing alone = Standing.of(Stream.of(effect));
    if (effect.kind().equals(Kinds.OBJECTION_RAISED.name())) {
      Set<PurposeId> barred = alone.objected(register);
      end(subject, Ending.OBJECTED, grant -> barred.contains(grant.purpose()));
    } else if (effect.kind().equals(Kinds.RESTRICTION_SET.name())) {
      Set<PurposeId> free = alone.unrestricted(register);
      end(
          subject,
          Ending.RESTRICTED,
          grant -> !goesOn(grant.purpose(), register) && !free.contains(grant.purpose()));
    } else if (effect.kind().equals(Kinds.CONTRACT_TIE_NOTED.name())) {
      alone.ties().forEach((purpose, tied) -> endOf(subject, purpose, tied.tie()));
    }
  }

  private void endOf(SubjectId subject, PurposeId purpose, ContractTie tie) {
    if (tie == ContractTie.NONE) {
      end(subject, Ending.EXPIRED, grant -> grant.purpose().equals(purpose));
    }
  }

  private void end(SubjectId subject, Ending why, Predicate<Grant> which) {
    engine.grants().end(subject, why, which);
  }

  private static boolean goesOn(PurposeId id, Register register) {
    return register.rights().despiteRestriction().containsKey(id)
        || register.purpose(id).filter(Standings::emergency).isPresent();
  }

  private static boolean emergency(Purpose purpose) {
    return purpose.basis() == LegalBasis.VITAL_INTERESTS && purpose.transientOnly();
  }

  /**
   * What stands against taking in more of a person for a purpose that no consent carries: to
   * collect is more than to store. Source: GDPR Art. 6(1)(b), 18(2), 21(1).
   */
  List<Reason> against(SubjectId person, PurposeId purpose) {
    Standing standing = of(person);
    List<Reason> reasons = new ArrayList<>();
    if (standing.restricts(purpose, engine.register()) && !goesOn(purpose, engine.register())) {
      reasons.add(Reason.of(ReasonCode.RESTRICTED, purpose));
    }
    if (standing.objected(engine.register()).contains(purpose)) {
      reasons.add(Reason.of(ReasonCode.OBJECTED, purpose));
    }
    Tied tied = standing.ties().get(purpose);
    if (tied != null && tied.tie() == ContractTie.NONE) {
      reasons.add(Reason.of(ReasonCode.NOT_PARTY_TO_CONTRACT, purpose));
    }
    return reasons;
  }

  /** What legal holds name of a subject. */
  Set<Standing.Held> held(SubjectId subject) {
    return alone(subject).held();
  }

  /**
   * What keeps a record: legal holds, a restriction that the person wants it to stay under, and
   * unanswered requests for which it is needed.
   */
  @Override
  public List<Hold> holdsOn(RecordEntry entry) {
    Standing standing = alone(entry.subject());
    List<Hold> holds = new ArrayList<>(engine.legalHolds().on(entry));
    for (Standing.Restricted restricted : standing.restrictions().values()) {
      if (restricted.inForce()
          && restricted.ground().keeps()
          && restricted.reaches(entry.what().purpose(), engine.register())) {
        holds.add(Hold.since(reference(restricted.id()), HoldGround.RESTRICTION, Instant.EPOCH));
      }
    }
    standing
        .open()
        .forEach(
            (request, right) ->
                ground(right)
                    .map(why -> Hold.since(reference(request), why, Instant.EPOCH))
                    .ifPresent(holds::add));
    return holds;
  }

  private static String reference(String id) {
    return "request-" + id;
  }

  private static Optional<HoldGround> ground(Right right) {
    return switch (right) {
      case ACCESS -> Optional.of(HoldGround.ACCESS_REQUEST);
      case RECTIFICATION -> Optional.of(HoldGround.RECTIFICATION_REQUEST);
      case RESTRICTION -> Optional.of(HoldGround.RESTRICTION_REQUEST);
      case PORTABILITY -> Optional.of(HoldGround.PORTABILITY_REQUEST);
      case ERASURE, OBJECTION, WITHDRAWAL -> Optional.empty();
    };
  }
}
