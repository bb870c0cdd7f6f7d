package eu.sotto.incident.running;

import eu.sotto.crypto.KeyKind;
import eu.sotto.incident.BreachScope;
import eu.sotto.incident.Exposure;
import eu.sotto.incident.Finding;
import eu.sotto.register.Register;
import eu.sotto.vocabulary.PurposeId;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Counts what was found; holds figures and names of the register only. Used once. */
final class Tally {
  private final BreachScope scope;
  private final Exposure exposure;
  private final @Nullable KeyKind key;
  private final SortedSet<String> purposes = new TreeSet<>();
  private final SortedSet<String> recipients = new TreeSet<>();
  private final SortedMap<String, Long> controllers = new TreeMap<>();
  private long subjects;
  private long erased;
  private long calls;
  private long records;
  private long evidence;

  private Tally(BreachScope scope, Exposure exposure, @Nullable KeyKind key) {
    this.scope = scope;
    this.exposure = exposure;
    this.key = key;
  }

  static Finding of(
      BreachScope scope, Exposure exposure, AffectedSearch search, Register register) {
    KeyKind key = scope instanceof BreachScope.UnderKey under ? search.kind(under.key()) : null;
    Tally tally = new Tally(scope, exposure, key);
    try (Stream<AffectedSearch.Hit> hits = search.hits(scope)) {
      hits.forEach(tally::add);
    }
    return tally.finding(register);
  }

  private void add(AffectedSearch.Hit hit) {
    subjects++;
    erased += hit.affected().erased() ? 1 : 0;
    calls += hit.affected().calls();
    records += hit.affected().records();
    boolean nothingElse = hit.affected().calls() == 0;
    evidence += nothingElse || key == KeyKind.EVIDENCE ? 1 : 0;
    purposes.addAll(hit.affected().purposes());
    recipients.addAll(hit.recipients());
    hit.affected().controllers().forEach(name -> controllers.merge(name, 1L, Long::sum));
  }

  private Finding finding(Register register) {
    long sealed = sealed();
    return new Finding(
        scope.text(),
        exposure,
        new Finding.Counts(
            subjects, erased, calls, records, sealed, calls + records + evidence - sealed),
        new Finding.Kinds(purposes, categories(register), recipients, controllers),
        keysSafe());
  }

  /** A record needs two keys, an entry of the ledger one. */
  private long sealed() {
    if (exposure != Exposure.SEALED_ONLY || scope instanceof BreachScope.ToRecipient) {
      return 0;
    }
    if (key == null || key == KeyKind.BUCKET) {
      return calls + records + evidence;
    }
    return key == KeyKind.CONTENT ? records : calls + records;
  }

  private SortedSet<String> keysSafe() {
    if (exposure != Exposure.SEALED_ONLY || scope instanceof BreachScope.ToRecipient) {
      return new TreeSet<>();
    }
    SortedSet<String> safe = new TreeSet<>(Set.of("root", "content", "evidence", "bucket"));
    if (key != null) {
      safe.remove(key.name().toLowerCase(Locale.ROOT));
    }
    return safe;
  }

  private SortedSet<String> categories(Register register) {
    SortedSet<String> categories = new TreeSet<>();
    purposes.stream()
        .flatMap(name -> register.purpose(PurposeId.of(name)).stream())
        .flatMap(purpose -> purpose.categories().stream())
        .forEach(category -> categories.add(category.value()));
    return categories;
  }
}
