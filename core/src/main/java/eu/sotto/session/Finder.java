package eu.sotto.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import eu.sotto.records.BlindIndex;
import eu.sotto.records.Named;
import eu.sotto.records.SubjectEntry;
import eu.sotto.records.SubjectId;
import eu.sotto.records.TooManyLookups;
import eu.sotto.redaction.NormalisedValue;
import eu.sotto.redaction.PiiType;
import eu.sotto.register.Task;
import eu.sotto.session.Entries.Fields;
import eu.sotto.vocabulary.Actor;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Finds people by what they can name. Each look-up is recorded before its result is told, by whom
 * and with how many found, never with what was named; {@value #PER_MINUTE} are allowed each actor
 * in a minute on each node. Thread-safe.
 */
public final class Finder {
  static final int PER_MINUTE = 30;

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final int ACTORS = 10_000;
  private static final int MOST = 8;

  private final Engine engine;
  private final BlindIndex index;
  private final Cache<String, List<Instant>> lately =
      Caffeine.newBuilder().maximumSize(ACTORS).build();

  Finder(Engine engine, BlindIndex index) {
    this.engine = engine;
    this.index = index;
  }

  /**
   * Who can be found by a term.
   *
   * @param term what was named
   * @param actor who looks
   * @return the people, each once with all that is linked; several if they share it
   * @throws TooManyLookups if the actor has looked up too many
   * @throws eu.sotto.permit.ActorRefused if the actor's role does not allow it; recorded
   */
  public List<SubjectSession> find(Named term, Actor actor) {
    new Clearances(engine).require(actor, Task.ANSWER_REQUESTS);
    admit(actor);
    Set<SubjectId> ids = new LinkedHashSet<>();
    if (term.kind() == Named.Kind.NUMBER) {
      engine.records().subjects().reachable(term.spelling()).forEach(one -> ids.add(one.id()));
    }
    ids.addAll(index.find(term));
    List<SubjectSession> people = people(ids);
    Fields fields =
        Fields.of(
            "term", term.kind().name(),
            "found", (long) people.size(),
            "actor", actor.id(),
            "role", actor.role());
    engine
        .journal()
        .record(Entries.ofNobody(Kinds.PEOPLE_LOOKED_UP, engine.clock().instant(), fields));
    return people;
  }

  private List<SubjectSession> people(Set<SubjectId> ids) {
    Set<SubjectId> met = new HashSet<>();
    List<SubjectSession> people = new ArrayList<>();
    for (SubjectId id : ids) {
      List<SubjectEntry> union = engine.records().subjects().union(id);
      if (!union.isEmpty() && union.stream().map(SubjectEntry::id).noneMatch(met::contains)) {
        people.add(new SubjectSession(engine, union));
      }
      union.forEach(one -> met.add(one.id()));
    }
    return people;
  }

  private void admit(Actor actor) {
    Instant now = engine.clock().instant();
    AtomicBoolean admitted = new AtomicBoolean();
    lately
        .asMap()
        .compute(
            actor.id(),
            (id, before) -> {
              List<Instant> within = new ArrayList<>(before == null ? List.of() : before);
              within.removeIf(at -> !at.isAfter(now.minus(MINUTE)));
              admitted.set(within.size() < PER_MINUTE);
              if (admitted.get()) {
                within.add(now);
              }
              return within;
            });
    if (!admitted.get()) {
      throw new TooManyLookups();
    }
  }

  /**
   * Lets a person be found by what the host states.
   *
   * @param person whose
   * @param terms what the person can name
   */
  public void add(SubjectSession person, Collection<Named> terms) {
    person.requirePresent();
    index.add(person.entry(), terms);
  }

  /** Lets a caller be found by what was heard in a call; tried again until it is done. */
  void heard(SubjectEntry caller, List<NormalisedValue> values) {
    List<Named> terms = terms(values);
    if (!terms.isEmpty()) {
      engine.owed().attempt("entering what a caller can be found by", () -> add(caller, terms));
    }
  }

  private void add(SubjectEntry caller, List<Named> terms) {
    if (engine.records().subjects().entry(caller.id()).isPresent()) {
      index.add(caller, terms);
    }
  }

  private List<Named> terms(List<NormalisedValue> values) {
    List<Named> terms = new ArrayList<>();
    for (NormalisedValue value : values) {
      switch (value.type()) {
        case PHONE -> add(terms, () -> Named.number(value.value(), region()));
        case EMAIL -> add(terms, () -> Named.email(value.value()));
        case CUSTOMER_ID -> add(terms, () -> Named.customer(value.value()));
        case PERSON -> born(values, born -> add(terms, () -> Named.person(value.value(), born)));
        default -> {
          // nothing that people name to be found
        }
      }
    }
    return terms;
  }

  private static void born(List<NormalisedValue> values, Consumer<LocalDate> with) {
    values.stream()
        .filter(value -> value.type() == PiiType.BIRTH_DATE)
        .limit(MOST)
        .forEach(
            value -> {
              try {
                with.accept(LocalDate.parse(value.value()));
              } catch (DateTimeException e) {
                // a birth date of which not every part was said finds nobody
              }
            });
  }

  /** What was heard wrongly finds nobody. */
  private static void add(List<Named> terms, Supplier<Named> term) {
    try {
      if (terms.size() < MOST * MOST) {
        terms.add(term.get());
      }
    } catch (IllegalArgumentException e) {
      // passed over: what is not possible cannot be named later either
    }
  }

  /**
   * Replaces the key of the index.
   *
   * @return how many entries were marked anew
   */
  public long rotate() {
    return index.rotate(engine.nodes().shared());
  }

  /**
   * Goes on with a replacement of the key that an earlier process left half done; what fails is
   * tried again. Other nodes may not have the new key yet: where there are any, it is done by
   * replacing again.
   */
  public void finishRotation() {
    if (!engine.nodes().shared()) {
      engine.owed().attempt("replacing the key of the index", index::finishRotation);
    }
  }

  private String region() {
    return engine.register().defaultRegion();
  }
}
