package eu.sotto.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.sotto.crypto.KeyState;
import eu.sotto.store.PostgresServer;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records that two nodes share. */
class RecordsOfNodesTest {
  private static final String PARTY = "tel:+493023125012";
  private static final byte[] CONTENT = Soundness.CONTENT;

  @TempDir Path folder;
  private Rig one;
  private Rig two;

  @BeforeEach
  void open() {
    one = Rig.onPostgres(folder.resolve("data"));
    two = one.secondNode();
  }

  @AfterEach
  void close() {
    two.close();
    one.close();
  }

  private static <T> List<T> atOnce(int times, Supplier<T> here, Supplier<T> there) {
    List<CompletableFuture<T>> futures =
        IntStream.range(0, times)
            .mapToObj(n -> CompletableFuture.supplyAsync(n % 2 == 0 ? here : there))
            .toList();
    List<T> answers = new ArrayList<>();
    futures.forEach(future -> answers.add(future.join()));
    return answers;
  }

  @Test
  @Tag("R52")
  void oneCallerWhoComesToTwoNodesAtOnceIsOneSubject() {
    for (int caller = 0; caller < 5; caller++) {
      String party = "tel:+4930" + caller;
      Set<SubjectEntry> subjects =
          new HashSet<>(
              atOnce(
                  4,
                  () -> one.records.subjects().resolve(party),
                  () -> two.records.subjects().resolve(party)));
      assertThat(subjects).hasSize(1);
      assertThat(two.records.subjects().find(party)).containsExactlyElementsOf(subjects);
      assertThat(one.records.subjects().find(party)).containsExactlyElementsOf(subjects);
    }
    assertThat(one.records.subjects().after(java.util.Optional.empty(), 100)).hasSize(5);
  }

  @Test
  void whatOneNodeKeepsTheOtherReadsAndSweeps() {
    one.answer(PARTY, "c-1");
    RecordId id = one.keep("c-1", CONTENT);
    assertThat(two.read(id)).isEqualTo(CONTENT);
    two.end("c-1");
    assertThat(one.records.entry(id).orElseThrow().due())
        .isEqualTo(two.records.entry(id).orElseThrow().due());
    two.pass(Period.ofMonths(4));
    assertThat(two.sweep().disposed()).containsExactly(id);
    assertThat(one.records.entry(id)).isEmpty();
    assertThat(one.contents.names()).isEmpty();
  }

  @Test
  void recordsThatTwoNodesKeepAtOnceHangInOneBucket() {
    one.answer(PARTY, "c-1");
    atOnce(6, () -> one.keep("c-1", CONTENT), () -> two.keep("c-1", CONTENT));
    Set<Object> buckets = new HashSet<>();
    one.records.rooms().index().kept().forEach(row -> buckets.add(row.placed().bucket()));
    assertThat(buckets).hasSize(1);
  }

  @Test
  void aRecordThatTwoNodesSettleAtOnceHangsUnderItsDayAndOpens() {
    one.answer(PARTY, "c-1");
    RecordId id = one.keep("c-1", CONTENT);
    for (int day = 0; day < 3; day++) {
      one.pass(Period.ofDays(1));
      two.now = one.now.plusSeconds(60);
      atOnce(
          2,
          () -> {
            one.records.triggered(Rig.recording("c-1").call(), Rig.ENDED, one.now);
            return id;
          },
          () -> {
            two.records.triggered(Rig.recording("c-1").call(), Rig.ENDED, two.now);
            return id;
          });
    }
    Soundness.assertSound(one, Set.of());
    RecordRow row = one.records.rooms().index().row(id).orElseThrow();
    assertThat(one.vault.protection(Seals.slot(id)).keys()).contains(row.placed().bucket());
    assertThat(two.read(id)).isEqualTo(CONTENT);
  }

  @Test
  void aRecordingThatRunsOnOneNodeOutlivesAnOpeningAndASweepOfTheOther() throws Exception {
    one.answer(PARTY, "c-1");
    try (RecordWriter writer = one.records.begin(Rig.recording("c-1"))) {
      writer.write(ByteBuffer.wrap(CONTENT));
      two.reopen();
      two.sweep();
      assertThat(two.read(writer.finish())).isEqualTo(CONTENT);
    }
  }

  @Test
  void whatANodeThatIsGoneLeftHalfWrittenIsClearedAwayByTheOther() throws Exception {
    one.answer(PARTY, "c-1");
    RecordWriter writer = one.records.begin(Rig.recording("c-1"));
    writer.write(ByteBuffer.wrap(CONTENT));
    expire(one);
    two.sweep();
    assertThat(two.contents.names()).isEmpty();
    assertThat(two.records.rooms().index().unfinished()).isEmpty();
    assertThatThrownBy(writer::finish).isInstanceOf(RecordException.class);
    assertThat(two.contents.names()).isEmpty();
  }

  private static void expire(Rig node) {
    PostgresServer.execute(
        PostgresServer.owner(node.database),
        "DELETE FROM sotto.member WHERE id = '\\x"
            + java.util.HexFormat.of().formatHex(node.node.node().toArray())
            + "'");
  }

  @Test
  @Tag("R52")
  void anErasureThatANodeLeftOpenIsTakenOverOnce() {
    SubjectEntry subject = one.answer(PARTY, "c-1");
    OpenErasure erasure = new OpenErasure("order-1", Instant.EPOCH, List.of(subject));
    one.records.openErasures().add(erasure);
    assertThat(two.records.openErasures().takeOver()).as("its node is there").isEmpty();
    expire(one);
    Rig three = two.secondNode();
    try {
      List<List<OpenErasure>> taken =
          atOnce(
              2,
              () -> two.records.openErasures().takeOver(),
              () -> three.records.openErasures().takeOver());
      assertThat(taken).containsExactlyInAnyOrder(List.of(erasure), List.of());
    } finally {
      three.close();
    }
  }

  @Test
  void anErasureThatItsNodeLetGoOfIsTakenOver() {
    SubjectEntry subject = one.answer(PARTY, "c-1");
    OpenErasure erasure = new OpenErasure("order-1", Instant.EPOCH, List.of(subject));
    one.records.openErasures().add(erasure);
    one.records.openErasures().letGo("order-1");
    assertThat(two.records.openErasures().takeOver()).containsExactly(erasure);
    assertThat(one.records.openErasures().takeOver()).isEmpty();
  }

  @Test
  @Tag("R70")
  void nothingMoreIsKeptOfAPersonWhoseErasureIsOpen() {
    SubjectEntry subject = one.answer(PARTY, "c-1");
    one.records.openErasures().add(new OpenErasure("order-1", Instant.EPOCH, List.of(subject)));
    assertThatThrownBy(() -> two.keep("c-1", CONTENT)).isInstanceOf(RecordException.Shredded.class);
    assertThat(two.records.subjects().resolve(PARTY)).isNotEqualTo(subject);
    assertThat(two.vault.state(subject.contentKey())).isEqualTo(KeyState.ACTIVE);
  }
}
