package eu.sotto.incident.running;

import eu.sotto.crypto.KeyId;
import eu.sotto.crypto.KeyKind;
import eu.sotto.incident.Affected;
import eu.sotto.incident.BreachScope;
import eu.sotto.records.SubjectEntry;
import eu.sotto.session.Engine;
import eu.sotto.vocabulary.CallId;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Finds whom a breach affects, person by person: what is held in memory is one page of subjects and
 * what the ledger holds of one person.
 */
final class AffectedSearch {
  private static final int PAGE = 200;

  private final Engine engine;

  AffectedSearch(Engine engine) {
    this.engine = engine;
  }

  /** A person with what is touched; evidence counts where nothing else is left. */
  record Hit(Affected affected, long evidence, TreeSet<String> recipients) {}

  /**
   * Everybody whom a breach affects.
   *
   * @throws IllegalArgumentException if nobody has ever heard of the key
   */
  Stream<Hit> hits(BreachScope scope) {
    if (scope instanceof BreachScope.UnderKey under) {
      return underKey(under.key());
    }
    return hits(lens(scope));
  }

  private static Lens lens(BreachScope scope) {
    if (scope instanceof BreachScope.During window) {
      return new Lens.Window(window.from(), window.until());
    }
    if (scope instanceof BreachScope.ToRecipient to) {
      return new Lens.To(to.recipient().value(), new Lens.Window(to.from(), to.until()));
    }
    if (scope instanceof BreachScope.OnNode on) {
      return new Lens.Node(on.node());
    }
    if (scope instanceof BreachScope.Stored stored) {
      return new Lens.Stored(stored.before());
    }
    throw new IllegalArgumentException("no search for this scope");
  }

  private Stream<Hit> hits(Lens lens) {
    return Stream.concat(living(lens), erased(lens));
  }

  KeyKind kind(String key) {
    return engine
        .kind(KeyId.of(HexFormat.of().parseHex(key)))
        .orElseThrow(() -> new IllegalArgumentException("the store has never held this key"));
  }

  private Stream<Hit> underKey(String key) {
    return switch (kind(key)) {
      case BUCKET -> hits(new Lens.Bucket(key));
      case CONTENT, EVIDENCE -> {
        List<Hit> found = hits(new Lens.OwnKey(key)).limit(1).toList();
        yield found.isEmpty() ? Stream.of(gone()) : found.stream();
      }
      default ->
          throw new IllegalArgumentException(
              "this key seals no data of persons: search a window or what was stored");
    };
  }

  /** A subject's key that no subject has any more: one person, erased. */
  private static Hit gone() {
    return new Hit(
        new Affected(java.util.Set.of(), true, 0, 0, new TreeSet<>(), new TreeSet<>()),
        1,
        new TreeSet<>());
  }

  private Stream<Hit> living(Lens lens) {
    return Stream.iterate(page(Optional.empty()), page -> !page.isEmpty(), this::next)
        .flatMap(List::stream)
        .flatMap(subject -> person(subject).stream())
        .flatMap(person -> look(lens, PersonTrace.of(engine, person), false).stream());
  }

  private Stream<Hit> erased(Lens lens) {
    return Stream.iterate(evidence(Optional.empty()), page -> !page.isEmpty(), this::nextEvidence)
        .flatMap(List::stream)
        .flatMap(key -> look(lens, PersonTrace.erased(engine, key), true).stream());
  }

  private Optional<Hit> look(Lens lens, PersonTrace person, boolean erased) {
    Touch touch = new Touch(engine.register(), this::number);
    lens.look(person, touch);
    return touch
        .affected(erased)
        .map(affected -> new Hit(affected, touch.evidence, new TreeSet<>(touch.recipients)));
  }

  private String number(String call) {
    return engine.records().calls().numberOf(CallId.of(call)).orElse("");
  }

  /** All subjects of a person, once: with the first of those that are linked. */
  private Optional<List<SubjectEntry>> person(SubjectEntry subject) {
    List<SubjectEntry> union = engine.records().subjects().union(subject.id());
    String own = subject.id().toString();
    boolean first = union.stream().allMatch(one -> own.compareTo(one.id().toString()) <= 0);
    return union.isEmpty() || !first ? Optional.empty() : Optional.of(union);
  }

  private List<SubjectEntry> page(Optional<eu.sotto.records.SubjectId> after) {
    return engine.records().subjects().after(after, PAGE);
  }

  private List<SubjectEntry> next(List<SubjectEntry> page) {
    return page(Optional.of(page.get(page.size() - 1).id()));
  }

  private List<KeyId> evidence(Optional<KeyId> after) {
    return engine.records().restrictedEvidence().after(after, PAGE);
  }

  private List<KeyId> nextEvidence(List<KeyId> page) {
    return evidence(Optional.of(page.get(page.size() - 1)));
  }
}
