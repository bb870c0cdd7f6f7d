package eu.sotto.records;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.sotto.crypto.KeyState;
import eu.sotto.vocabulary.CallId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Tuple.Tuple2;

/** Records beside a model of them; after each step both must agree. */
final class World {
  private static final int CALLS = 3;

  /** What may happen; its number picks a call, a record, or a number of days. */
  enum Step {
    KEEP_RECORDING,
    KEEP_CUSTOMER,
    ABANDON,
    END,
    CONTACT,
    PASS,
    PLAN,
    EXECUTE,
    SWEEP,
    HOLD,
    RELEASE,
    DISPOSE,
    ERASE,
    REOPEN
  }

  /** Changes the records in a way that must be noticed. */
  interface Mutation {
    void plant(World world);
  }

  /** A call as the model knows it. */
  private static final class Talk {
    final int line;
    final String id;
    final LocalDate answered;
    LocalDate ended;
    LocalDate contact;

    Talk(int line, String id, LocalDate answered) {
      this.line = line;
      this.id = id;
      this.answered = answered;
    }
  }

  /** A record as the model knows it. */
  private record Life(Talk talk, boolean recording, String content) {
    LocalDate due() {
      if (recording) {
        return after(talk.ended == null ? talk.answered.plusMonths(4) : talk.ended.plusMonths(3));
      }
      return after(
          talk.contact == null ? talk.answered.plusMonths(2) : talk.contact.plusMonths(12));
    }

    private static LocalDate after(LocalDate lastDay) {
      return lastDay.plusDays(1);
    }
  }

  final Rig rig;
  boolean executing;
  private final Path path;
  private final Talk[] talks = new Talk[CALLS];
  private final Map<RecordId, Life> lives = new LinkedHashMap<>();
  private final Map<RecordId, LocalDate> asked = new HashMap<>();
  private final Set<RecordId> gone = new HashSet<>();
  private SweepPlan plan;
  private int number;

  World(Mutation mutation) {
    this(mutation, Rig::in);
  }

  World(Mutation mutation, Function<Path, Rig> ground) {
    try {
      path = InMemoryFolder.create();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    rig = ground.apply(path.resolve("data"));
    mutation.plant(this);
    plan = rig.records.lifetimes().plan(rig.now);
  }

  void live(List<Tuple2<Step, Integer>> steps) throws IOException {
    try {
      for (Tuple2<Step, Integer> step : steps) {
        take(step.get1(), step.get2());
        assertAgreement();
      }
    } finally {
      rig.close();
      try (Stream<Path> all = Files.walk(path)) {
        for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(one);
        }
      }
    }
  }

  private void take(Step step, int n) {
    switch (step) {
      case KEEP_RECORDING -> keep(talk(n % CALLS), true);
      case KEEP_CUSTOMER -> keep(talk(n % CALLS), false);
      case ABANDON -> abandon(talk(n % CALLS));
      case END -> end(talk(n % CALLS));
      case CONTACT -> contact(talk(n % CALLS));
      case PASS -> rig.pass(Period.ofDays(n));
      case PLAN -> plan();
      case EXECUTE -> execute();
      case SWEEP -> {
        plan();
        execute();
        assertThat(lives.keySet()).noneMatch(id -> goes(id, today()) && !rig.held.contains(id));
      }
      case HOLD -> pick(lives.keySet(), n, rig.held::add);
      case RELEASE -> pick(rig.held, n, rig.held::remove);
      case DISPOSE -> pick(lives.keySet(), n, this::dispose);
      case ERASE -> erase(n % CALLS);
      case REOPEN -> rig.reopen();
    }
  }

  private static void pick(Set<RecordId> from, int n, Predicate<RecordId> act) {
    List<RecordId> list = List.copyOf(from);
    if (!list.isEmpty()) {
      assertThat(act.test(list.get(n % list.size()))).isIn(true, false);
    }
  }

  private LocalDate today() {
    return dayOf(rig.now);
  }

  private static LocalDate dayOf(Instant instant) {
    return instant.atZone(Rig.BERLIN).toLocalDate();
  }

  private boolean isDue(Life life) {
    return !today().isBefore(life.due());
  }

  /** Unless something holds it. */
  private boolean goes(RecordId id, LocalDate day) {
    LocalDate due = lives.get(id).due();
    LocalDate since = asked.getOrDefault(id, due);
    return !day.isBefore(since.isBefore(due) ? since : due);
  }

  private static String party(int line) {
    return "tel:+49301234" + line;
  }

  /** The call of a line, a new one where the last was forgotten. */
  private Talk talk(int line) {
    Talk last = talks[line];
    if (last == null || rig.records.calls().find(CallId.of(last.id)).isEmpty()) {
      assertThat(lives.values()).noneMatch(life -> life.talk == last);
      talks[line] = new Talk(line, "call-" + line + "-" + number++, today());
      rig.answer(party(line), talks[line].id);
    }
    return talks[line];
  }

  private void keep(Talk talk, boolean recording) {
    Life life = new Life(talk, recording, "content " + number++);
    NewRecord what =
        NewRecord.of(
            CallId.of(talk.id),
            recording ? RecordKind.RECORDING : RecordKind.SUMMARY,
            Rig.QUALITY,
            recording ? Rig.RECORDING : Rig.CUSTOMER);
    if (isDue(life)) {
      assertThatThrownBy(() -> rig.records.keep(what, life.content.getBytes(UTF_8)))
          .isInstanceOf(RecordException.PastDue.class);
    } else {
      lives.put(rig.records.keep(what, life.content.getBytes(UTF_8)), life);
    }
  }

  private void abandon(Talk talk) {
    if (isDue(new Life(talk, true, ""))) {
      return;
    }
    try (RecordWriter writer = rig.records.begin(Rig.recording(talk.id))) {
      writer.write(ByteBuffer.allocate(20_000));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void end(Talk talk) {
    if (talk.ended == null) {
      talk.ended = today();
      rig.end(talk.id);
    }
  }

  private void contact(Talk talk) {
    talk.contact = today();
    rig.records.triggered(CallId.of(talk.id), Rig.LAST_CONTACT, rig.now);
  }

  private void plan() {
    plan = rig.records.lifetimes().plan(rig.now);
    assertThat(plan.due().stream().map(RecordEntry::id)).hasSameElementsAs(dueNow(true));
    assertThat(plan.staying().stream().map(item -> item.entry().id()))
        .hasSameElementsAs(dueNow(false));
  }

  private Set<RecordId> dueNow(boolean free) {
    return lives.keySet().stream()
        .filter(id -> goes(id, today()) && rig.held.contains(id) != free)
        .collect(Collectors.toSet());
  }

  private void execute() {
    Set<RecordId> expected =
        plan.due().stream()
            .map(RecordEntry::id)
            .filter(id -> lives.containsKey(id) && !rig.held.contains(id))
            .filter(id -> goes(id, dayOf(plan.asOf())))
            .collect(Collectors.toSet());
    executing = true;
    SweepReport report = rig.records.lifetimes().execute(plan);
    executing = false;
    assertThat(report.disposed()).hasSameElementsAs(expected);
    assertThat(report.scrubbed()).isTrue();
    remove(expected);
  }

  private boolean dispose(RecordId id) {
    boolean goes = !rig.held.contains(id);
    Disposal disposal = rig.records.lifetimes().dispose(List.of(id));
    assertThat(disposal.disposed()).hasSize(goes ? 1 : 0);
    if (goes) {
      remove(Set.of(id));
    } else {
      asked.putIfAbsent(id, today());
    }
    return goes;
  }

  private void erase(int line) {
    for (SubjectEntry subject : rig.records.subjects().find(party(line))) {
      rig.vault.destroy(List.of(subject.contentKey(), subject.evidenceKey()));
      rig.records.removeContents(subject.id());
      assertThat(rig.records.subjects().forget(subject.id())).isTrue();
    }
    remove(
        lives.entrySet().stream()
            .filter(life -> life.getValue().talk.line == line)
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet()));
  }

  private void remove(Set<RecordId> ids) {
    lives.keySet().removeAll(ids);
    rig.held.removeAll(ids);
    gone.addAll(ids);
  }

  private void assertAgreement() {
    assertThat(rig.contents.names()).isEqualTo(lives.keySet());
    for (Map.Entry<RecordId, Life> life : lives.entrySet()) {
      RecordId id = life.getKey();
      RecordEntry entry = rig.records.entry(id).orElseThrow();
      assertThat(entry.due().firstDeletionDay()).isEqualTo(life.getValue().due());
      if (goes(id, today()) && !rig.held.contains(id)) {
        assertThatThrownBy(() -> rig.records.open(id)).isInstanceOf(RecordException.PastDue.class);
      } else {
        assertThat(rig.read(id)).asString(UTF_8).isEqualTo(life.getValue().content);
      }
    }
    for (RecordId id : gone) {
      assertThat(rig.vault.state(Seals.slot(id))).isEqualTo(KeyState.DESTROYED);
      assertThat(rig.records.entry(id)).isEmpty();
    }
  }
}
