package eu.sotto.session;

import eu.sotto.crypto.Bytes;
import eu.sotto.ledger.Event;
import eu.sotto.ledger.EventKind;
import eu.sotto.permit.ReasonCode;
import eu.sotto.permit.granted.Grant;
import eu.sotto.purpose.ContactRules;
import eu.sotto.records.Barring;
import eu.sotto.records.DoNotContactList;
import eu.sotto.records.NumberTally;
import eu.sotto.records.SubjectEntry;
import eu.sotto.register.ContactKind;
import eu.sotto.register.LegalBasis;
import eu.sotto.session.Entries.Fields;
import eu.sotto.vocabulary.Actor;
import eu.sotto.vocabulary.Callee;
import eu.sotto.vocabulary.ContactScope;
import eu.sotto.vocabulary.Identity;
import eu.sotto.vocabulary.Party;
import eu.sotto.vocabulary.PrivacyException;
import eu.sotto.vocabulary.PurposeId;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who must not be contacted. An entry takes effect on this node first, then it is stored, then
 * recorded; other nodes look at the list when they hear of the record. Thread-safe.
 */
public final class Contacts {
  private static final System.Logger LOG = System.getLogger("eu.sotto.session");

  private final Engine engine;
  private final DoNotContactList list;
  private final LiveContacts live = new LiveContacts();
  private final Map<Bytes, Map<ContactScope, Instant>> acting = new ConcurrentHashMap<>();
  private final Dialling dialling;
  private final Presumptions presumptions;

  Contacts(Engine engine, DoNotContactList list) {
    this.engine = engine;
    this.list = list;
    this.dialling = new Dialling(engine, this);
    this.presumptions = new Presumptions(engine);
  }

  /**
   * Permission to dial.
   *
   * @return what decides it
   */
  public Dialling dialling() {
    return dialling;
  }

  /**
   * Whether companies may be presumed to agree.
   *
   * @return what a person has to decide
   */
  public Presumptions presumptions() {
    return presumptions;
  }

  /**
   * Bars a number or address from now on.
   *
   * @param party whose
   * @param scope how far
   * @param actor who took the person's word
   * @return what was done
   * @throws IllegalArgumentException if nobody is known by the party
   */
  public Barring bar(Party party, ContactScope scope, Actor actor) {
    String spelling = dialling.spelling(party);
    Instant at = engine.clock().instant();
    boolean stored = takeEffect(List.of(list.token(spelling)), scope, at);
    boolean recorded = record(scope, 1, "person", actor);
    for (SubjectEntry subject : known(spelling)) {
      Fields fields =
          Fields.of("scope", scope.name(), "actor", actor.id(), "role", actor.role())
              .step("do not contact " + engine.randomId());
      Event event = Entries.ofSubject(subject, Kinds.DO_NOT_CONTACT_STATED, at, fields);
      recorded &= engine.journal().recordEffect(event).isPresent();
    }
    return new Barring(scope, at, stored, recorded);
  }

  /** The person of a number, for the person's own record; the list does without it. */
  private List<SubjectEntry> known(String spelling) {
    try {
      return engine.records().subjects().reachable(spelling).stream().limit(1).toList();
    } catch (PrivacyException e) {
      LOG.log(System.Logger.Level.WARNING, "An entry was not noted with its person");
      return List.of();
    }
  }

  /**
   * Bars every number of a list from now on.
   *
   * @param lines one number each
   * @param scope how far
   * @param actor who brings the list
   * @return what the list held
   */
  public NumberTally bar(Stream<String> lines, ContactScope scope, Actor actor) {
    Instant at = engine.clock().instant();
    NumberTally tally =
        new NumberLines(
                engine.register().defaultRegion(),
                parties -> {
                  List<Bytes> tokens = list.tokens(parties).stream().distinct().toList();
                  live.end(tokens, scope);
                  int added = list.add(tokens, scope, at);
                  live.end(tokens, scope);
                  return added;
                })
            .read(lines);
    record(scope, tally.numbers(), "list", actor);
    return tally;
  }

  private boolean record(ContactScope scope, long numbers, String origin, Actor actor) {
    String entry = engine.randomId();
    Fields fields =
        Fields.of(
                "entry",
                entry,
                "scope",
                scope.name(),
                "numbers",
                numbers,
                "origin",
                origin,
                "actor",
                actor.id(),
                "role",
                actor.role())
            .step("contact barred " + entry);
    Event event = Entries.ofNobody(Kinds.CONTACT_BARRED, engine.clock().instant(), fields);
    return engine.journal().recordEffect(event).isPresent();
  }

  /** Remembered until it is stored, so that a store that errs lets nobody through. */
  private boolean takeEffect(List<Bytes> tokens, ContactScope scope, Instant at) {
    tokens.forEach(
        token -> acting.merge(token, Map.of(scope, at), (before, added) -> later(before, added)));
    live.end(tokens, scope);
    return engine
        .owed()
        .attempt(
            "entering a number that must not be contacted",
            () -> {
              list.add(tokens, scope, at);
              tokens.forEach(token -> acting.computeIfPresent(token, (t, m) -> left(m, scope, at)));
            });
  }

  private static Map<ContactScope, Instant> later(
      Map<ContactScope, Instant> one, Map<ContactScope, Instant> other) {
    Map<ContactScope, Instant> both = new EnumMap<>(ContactScope.class);
    both.putAll(one);
    other.forEach((scope, at) -> both.merge(scope, at, (a, b) -> a.isAfter(b) ? a : b));
    return Map.copyOf(both);
  }

  private static @Nullable Map<ContactScope, Instant> left(
      Map<ContactScope, Instant> acting, ContactScope scope, Instant stored) {
    Map<ContactScope, Instant> left = new HashMap<>(acting);
    left.remove(scope, stored);
    return left.isEmpty() ? null : Map.copyOf(left);
  }

  /**
   * What stands on the list for a number or address; first what is not stored yet, since what was
   * stored in between is found by the second look.
   */
  Map<ContactScope, Instant> entries(String spelling) {
    Bytes token = list.token(spelling);
    Map<ContactScope, Instant> unstored = acting.getOrDefault(token, Map.of());
    return later(unstored, list.entries(List.of(token)).getOrDefault(token, Map.of()));
  }

  /** A permit of this node that an entry has to end. */
  void enter(String spelling, PurposeId purpose, Map<ContactScope, Instant> seen, Grant grant) {
    live.enter(list.token(spelling), engine.register().contactKind(purpose), seen, grant);
  }

  /** Somebody became known by a number or address: permits to call it are this person's now. */
  void met(String spelling, SubjectEntry subject) {
    for (Grant grant : live.of(list.token(spelling))) {
      engine
          .grants()
          .met(subject, grant)
          .ifPresent(id -> engine.journal().note(dialling.granted(id, grant.purpose(), subject)));
    }
  }

  /** Another node has entered somebody. */
  void barredElsewhere() {
    List<Bytes> tokens = List.copyOf(live.tokens());
    try {
      for (int from = 0; from < tokens.size(); from += DoNotContactList.BATCH) {
        int to = Math.min(tokens.size(), from + DoNotContactList.BATCH);
        live.compare(list.entries(tokens.subList(from, to)));
      }
    } catch (PrivacyException e) {
      live.endAll();
    }
  }

  /**
   * Passes on the numbers of a campaign that the list does not stand against. Each is looked at
   * again when it is dialled.
   *
   * @param purpose what for
   * @param lines one number each
   * @param callable takes each number that may be asked for, in E.164
   * @param actor who runs the campaign
   * @return what the campaign held
   */
  public NumberTally scrub(
      PurposeId purpose, Stream<String> lines, Consumer<? super String> callable, Actor actor) {
    engine.declared(purpose);
    NumberTally tally =
        new NumberLines(
                engine.register().defaultRegion(), parties -> scrub(purpose, parties, callable))
            .read(lines);
    Fields fields =
        Fields.of(
            "purpose", purpose.value(),
            "callable", tally.numbers() - tally.listed(),
            "barred", tally.listed(),
            "invalid", tally.invalid(),
            "actor", actor.id(),
            "role", actor.role());
    engine
        .journal()
        .record(Entries.ofNobody(Kinds.CAMPAIGN_SCRUBBED, engine.clock().instant(), fields));
    return tally;
  }

  private long scrub(PurposeId purpose, List<String> parties, Consumer<? super String> callable) {
    Set<String> barred = barred(purpose, parties);
    if (engine.declared(purpose).basis() == LegalBasis.CONSENT) {
      engine.records().subjects().known(barred).stream()
          .filter(party -> lifted(purpose, party))
          .forEach(barred::remove);
    }
    long listed = 0;
    for (String party : parties) {
      if (barred.contains(party)) {
        listed++;
      } else {
        callable.accept(party.substring(Dialling.TEL.length()));
      }
    }
    return listed;
  }

  /** Of some numbers those that an entry stands against; first what is not stored yet. */
  private Set<String> barred(PurposeId purpose, List<String> parties) {
    ContactKind kind = engine.register().contactKind(purpose);
    List<Bytes> tokens = list.tokens(parties);
    Map<Bytes, Map<ContactScope, Instant>> unstored = Map.copyOf(acting);
    Map<Bytes, Map<ContactScope, Instant>> stored = list.entries(tokens);
    Set<String> barred = new HashSet<>();
    for (int i = 0; i < parties.size(); i++) {
      Bytes token = tokens.get(i);
      boolean found =
          Stream.of(unstored, stored)
              .map(entries -> entries.getOrDefault(token, Map.of()))
              .flatMap(entries -> entries.keySet().stream())
              .anyMatch(scope -> ContactRules.bars(scope, kind));
      if (found) {
        barred.add(parties.get(i));
      }
    }
    return barred;
  }

  /** Only a purpose that rests on consent can have been lifted; then the whole rule decides. */
  private boolean lifted(PurposeId purpose, String spelling) {
    return dialling.rule(purpose, spelling, Callee.CONSUMER).reasons().stream()
        .noneMatch(reason -> reason.code() == ReasonCode.DO_NOT_CONTACT);
  }

  /**
   * Records that the consent which stands came from the identified person, so that it stands for
   * later calls.
   *
   * @param person whose
   * @param purpose the purpose
   * @param identity how the host made sure
   * @param actor who did
   * @throws IllegalStateException if no consent to the purpose stands
   */
  public void identified(SubjectSession person, PurposeId purpose, Identity identity, Actor actor) {
    if (!person.consent(purpose).given()) {
      throw new IllegalStateException("no consent stands that could be the person's");
    }
    Fields fields =
        Fields.of(
            "purpose", purpose.value(),
            "identity", identity.method(),
            "actor", actor.id(),
            "role", actor.role());
    record(person, Kinds.CONSENT_IDENTIFIED, fields);
  }

  /**
   * Records that a person asked to be contacted for a purpose.
   *
   * @param person who asked
   * @param purpose the purpose
   * @param actor who took the request
   */
  public void requested(SubjectSession person, PurposeId purpose, Actor actor) {
    engine.declared(purpose);
    Fields fields =
        Fields.of("purpose", purpose.value(), "actor", actor.id(), "role", actor.role());
    record(person, Kinds.CONTACT_REQUESTED, fields);
  }

  private void record(SubjectSession person, EventKind kind, Fields fields) {
    person.requirePresent();
    Instant now = engine.clock().instant();
    engine.journal().record(Entries.ofSubject(person.entry(), kind, now, fields));
  }

  void close() {
    dialling.close();
  }
}
