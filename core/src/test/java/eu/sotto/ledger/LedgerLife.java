package eu.sotto.ledger;

import static eu.sotto.ledger.House.LONG;
import static org.assertj.core.api.Assertions.assertThat;

import eu.sotto.store.LedgerStore;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One random life of a log beside a simple model of what it should hold. */
final class LedgerLife implements AutoCloseable {
  private static final int SUBJECTS = 4;

  private final Random random;
  private final House house;
  private final LedgerStore store;
  private final List<@Nullable EventKeys> subjects = new ArrayList<>();
  private final List<Expected> model = new ArrayList<>();
  private final Map<String, Appended> requests = new HashMap<>();
  private final List<Checkpoint> checkpoints = new ArrayList<>();
  private Ledger ledger;

  /** What the model knows of an entry. */
  private record Expected(
      int subject, String term, KeyClass keyClass, Event event, Appended appended) {}

  LedgerLife(Path folder, long seed, UnaryOperator<LedgerStore> mutant) {
    this.random = new Random(seed);
    this.house = House.inMemory(folder);
    this.store = mutant.apply(house.store);
    for (int i = 0; i < SUBJECTS; i++) {
      subjects.add(house.subject());
    }
    this.ledger = open();
  }

  private Ledger open() {
    return Ledger.open(
        store, house.vault, Options.of("tenant-1").withClock(InstantSource.fixed(House.NOON)));
  }

  void live(int steps) {
    for (int i = 0; i < steps; i++) {
      switch (random.nextInt(12)) {
        case 0 -> reopen();
        case 1 -> checkpoints.add(ledger.checkpoint());
        case 2 -> erase(random.nextInt(SUBJECTS));
        case 3 -> retry();
        case 4 -> proveOne();
        default -> append(1 + random.nextInt(5));
      }
    }
    reopen();
    compare();
  }

  private void reopen() {
    ledger.close();
    ledger = open();
  }

  private void append(int count) {
    List<CompletableFuture<Appended>> futures = new ArrayList<>();
    List<Expected> drafts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int subject = random.nextInt(SUBJECTS);
      EventKeys keys = keys(subject);
      boolean content = random.nextBoolean();
      String term = "c" + random.nextInt(5);
      String text = "n" + random.nextInt(1_000);
      Event event =
          (content ? House.said(keys, text) : House.consented(keys, text))
              .indexed(IndexTerm.of("call", subject + term))
              .indexed(IndexTerm.of("subject", "s" + keys.content()))
              .once("r" + (model.size() + i));
      KeyClass keyClass = content ? KeyClass.CONTENT : KeyClass.EVIDENCE;
      futures.add(ledger.submit(event));
      drafts.add(new Expected(subject, term, keyClass, event, null));
    }
    for (int i = 0; i < count; i++) {
      Appended appended = futures.get(i).join();
      Expected draft = drafts.get(i);
      assertThat(appended.index()).isEqualTo(model.size());
      requests.put(draft.event.idempotencyKey().orElseThrow(), appended);
      model.add(new Expected(draft.subject, draft.term, draft.keyClass, draft.event, appended));
    }
  }

  private EventKeys keys(int subject) {
    return Objects.requireNonNull(subjects.get(subject));
  }

  /** The content goes, the evidence stays under its key, and no term finds either. */
  private void erase(int subject) {
    EventKeys keys = keys(subject);
    List<IndexTerm> terms = new ArrayList<>();
    terms.add(IndexTerm.of("subject", "s" + keys.content()));
    for (int i = 0; i < 5; i++) {
      terms.add(IndexTerm.of("call", subject + "c" + i));
    }
    Erased erased = ledger.erase(List.of(keys.content()), terms);
    long content = mine(subject).stream().filter(e -> e.keyClass == KeyClass.CONTENT).count();
    assertThat(erased.payloads()).isEqualTo(content);
    assertThat(erased.tokens()).isEqualTo(2L * mine(subject).size());
    house.vault.destroy(List.of(keys.content()));
    for (IndexTerm term : terms) {
      assertThat(ledger.events(term)).isEmpty();
    }
    assertThat(ledger.events(keys.content())).isEmpty();
    assertThat(ledger.events(keys.evidence()).entries())
        .hasSize((int) (mine(subject).size() - content));
    mine(subject).forEach(e -> requests.remove(e.event.idempotencyKey().orElseThrow()));
    subjects.set(subject, house.subject());
    model.replaceAll(
        e -> e.subject == subject ? new Expected(-1, e.term, e.keyClass, e.event, e.appended) : e);
  }

  private List<Expected> mine(int subject) {
    return model.stream().filter(e -> e.subject == subject).toList();
  }

  private void retry() {
    List<Expected> retried =
        model.stream()
            .filter(e -> requests.containsKey(e.event.idempotencyKey().orElseThrow()))
            .toList();
    if (!retried.isEmpty()) {
      Expected again = retried.get(random.nextInt(retried.size()));
      assertThat(ledger.append(again.event, LONG)).isEqualTo(again.appended);
      assertThat(ledger.size()).isEqualTo(model.size());
    }
  }

  private void proveOne() {
    if (!model.isEmpty()) {
      Appended appended = model.get(random.nextInt(model.size())).appended;
      Proof proof = ledger.inclusion(appended.id());
      assertThat(proof.checkpoint().signedBy(ledger.verifierKey())).isTrue();
      assertThat(proof.includes(appended.head().leaf())).isTrue();
    }
  }

  /** Everything the model knows, against everything the log says. */
  private void compare() {
    assertThat(ledger.size()).isEqualTo(model.size());
    for (int subject = 0; subject < SUBJECTS; subject++) {
      EventKeys keys = keys(subject);
      compare(IndexTerm.of("subject", "s" + keys.content()), mine(subject));
      for (int i = 0; i < 5; i++) {
        String term = "c" + i;
        compare(
            IndexTerm.of("call", subject + term),
            mine(subject).stream().filter(e -> e.term.equals(term)).toList());
      }
    }
    for (Expected expected : model) {
      Proof proof = ledger.inclusion(expected.appended.id());
      assertThat(proof.includes(expected.appended.head().leaf())).isTrue();
    }
    for (Checkpoint earlier : checkpoints) {
      assertThat(ledger.consistency(earlier.size()).extendsFrom(earlier)).isTrue();
    }
    assertThat(ledger.verify(true).firstBad()).isEmpty();
  }

  private void compare(IndexTerm term, List<Expected> expected) {
    List<Recorded> found = ledger.events(term).entries();
    assertThat(found)
        .extracting(Recorded::appended)
        .containsExactlyElementsOf(expected.stream().map(Expected::appended).toList());
    assertThat(found)
        .extracting(Recorded::fields)
        .containsExactlyElementsOf(expected.stream().map(e -> e.event.fields()).toList());
    for (KeyClass keyClass : KeyClass.values()) {
      List<Long> sequence =
          found.stream()
              .filter(r -> r.appended().head().keyClass() == keyClass)
              .map(r -> r.appended().head().sequence())
              .toList();
      assertThat(sequence).isSorted().doesNotHaveDuplicates();
    }
  }

  @Override
  public void close() {
    ledger.close();
    house.close();
  }
}
