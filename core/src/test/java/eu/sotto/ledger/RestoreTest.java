package eu.sotto.ledger;

import static eu.sotto.ledger.House.consented;
import static eu.sotto.ledger.House.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.sotto.store.StoreException;
import eu.sotto.store.StoreException.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup that was put back is taken up only when somebody says so, and brings nothing back. */
class RestoreTest {
  private static final IndexTerm CALL = IndexTerm.of("call", "c-1");
  private static final IndexTerm OTHER = IndexTerm.of("call", "c-2");

  @TempDir Path folder;

  @Test
  @Tag("R52")
  @Tag("R70")
  void whatWasErasedStaysErasedAndOldProofsStillVerify() throws IOException {
    EventKeys gone;
    EventKeys there;
    Evidence evidence;
    Checkpoint before;
    Checkpoint last;
    try (House house = House.in(folder)) {
      gone = house.subject();
      there = house.subject();
      house.append(said(gone, "secret").indexed(CALL).once("k1"));
      house.append(consented(gone, "q").indexed(CALL).indexed(OTHER).once("k2"));
      Appended kept = house.append(consented(there, "p").indexed(OTHER));
      before = house.ledger.checkpoint();
      evidence = house.ledger.evidence(kept.id()).orElseThrow();
    }
    Backup.make(folder);
    try (House house = House.in(folder)) {
      house.ledger.erase(List.of(gone.content()), List.of(CALL));
      house.append(said(there, "lost"));
      last = house.ledger.checkpoint();
    }
    Backup.putBack(folder);
    assertThatThrownBy(() -> House.in(folder).close())
        .isInstanceOfSatisfying(
            StoreException.class, e -> assertThat(e.fault()).isEqualTo(Fault.ROLLED_BACK));

    try (House house = House.restoring(folder)) {
      assertRestored(house, gone, evidence);
      assertThat(house.ledger.changes().get(0).shown())
          .containsEntry("previous_origin", before.origin())
          .containsEntry("size", before.size())
          .containsEntry("root", before.root().toString())
          .containsEntry("anchor", last.toNote())
          .containsEntry("anchor_verified", true)
          .containsEntry("origin", house.ledger.origin());
      assertThat(house.ledger.origin()).isNotEqualTo(before.origin());
    }
    try (House house = House.in(folder)) {
      assertRestored(house, gone, evidence);
      assertThat(house.append(said(there, "next")).index()).isEqualTo(4);
      assertThat(house.ledger.verify(true).firstBad()).isEmpty();
    }
  }

  private static void assertRestored(House house, EventKeys gone, Evidence evidence) {
    assertThat(house.ledger.events(CALL)).isEmpty();
    assertThat(house.ledger.events(gone.content())).isEmpty();
    assertThat(house.ledger.events(gone.evidence()).entries()).hasSize(1);
    assertThat(house.ledger.events(OTHER).entries()).hasSize(2);
    assertThat(evidence.verifies(house.ledger.verifierKey())).isTrue();
    assertThat(house.ledger.verify(true).firstBad()).isEmpty();
    assertThat(house.ledger.verify(true).erased()).isEqualTo(1);
  }

  @Test
  void aLogThatIsNotBehindItsAnchorIsNotRestored() {
    try (House house = House.in(folder)) {
      house.append(said(house.subject(), "a"));
    }
    assertThatThrownBy(() -> House.restoring(folder).close())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("not behind");
    House.in(folder).close();
  }

  @Test
  void withoutAnAnchorThereIsNothingToRestoreFrom() throws IOException {
    try (House house = House.in(folder)) {
      house.append(said(house.subject(), "a"));
    }
    Files.delete(folder.resolve("root/anchor"));
    assertThatThrownBy(() -> House.restoring(folder).close())
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aChangedLogIsRefusedAlsoWhenItIsRestored() throws Exception {
    try (House house = House.in(folder)) {
      house.append(said(house.subject(), "a"));
    }
    Backup.make(folder);
    try (House house = House.in(folder)) {
      house.append(said(house.subject(), "b"));
    }
    Backup.putBack(folder);
    try (RawSql sql = new RawSql(folder)) {
      sql.run("UPDATE leaf SET hashes = randomblob(length(hashes))");
    }
    assertThatThrownBy(() -> House.restoring(folder).close())
        .isInstanceOfSatisfying(
            StoreException.class, e -> assertThat(e.fault()).isEqualTo(Fault.TAMPERED));
  }

  @Test
  void aLineOfTheJournalThatACrashCutCountsForNothing() throws IOException {
    Path file = folder.resolve("tombstones");
    Tombstones journal = Tombstones.file(file);
    var first = Tombstones.Tombstone.key(eu.sotto.crypto.Bytes.of(new byte[16]));
    var second = Tombstones.Tombstone.token(eu.sotto.crypto.Bytes.of(new byte[32]));
    journal.bury(List.of(first));
    for (int cut = 1; cut < 30; cut++) {
      Files.writeString(
          file,
          "token 00112233445566778899 .".substring(0, cut % 25),
          java.nio.file.StandardOpenOption.APPEND);
      journal.bury(List.of(second));
      java.util.ArrayList<Tombstones.Tombstone> read = new java.util.ArrayList<>();
      journal.read(read::add);
      assertThat(read).hasSize(cut + 1).startsWith(first).endsWith(second);
    }
  }

  @Property(tries = 6)
  void afterAnyRestoreNothingErasedIsFound(@ForAll long seed) throws IOException {
    folder = Files.createTempDirectory("restore");
    Random random = new Random(seed);
    try {
      EventKeys[] subjects = new EventKeys[4];
      try (House house = House.in(folder)) {
        for (int i = 0; i < subjects.length; i++) {
          subjects[i] = house.subject();
        }
        say(house, subjects, random);
      }
      Backup.make(folder);
      boolean[] gone = new boolean[subjects.length];
      try (House house = House.in(folder)) {
        say(house, subjects, random);
        for (int i = 0; i < subjects.length; i++) {
          gone[i] = random.nextBoolean();
          if (gone[i]) {
            house.ledger.erase(List.of(subjects[i].content()), List.of(term(i)));
          }
        }
      }
      Backup.putBack(folder);
      try (House house = House.restoring(folder)) {
        for (int i = 0; i < subjects.length; i++) {
          assertThat(house.ledger.events(term(i)).entries().isEmpty()).isEqualTo(gone[i]);
        }
        assertThat(house.ledger.verify(true).firstBad()).isEmpty();
      }
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).forEach(RestoreTest::delete);
      }
    }
  }

  private static IndexTerm term(int subject) {
    return IndexTerm.of("subject", "s" + subject);
  }

  private static void say(House house, EventKeys[] subjects, Random random) {
    for (int i = 0; i < subjects.length; i++) {
      house.append(consented(subjects[i], "p").indexed(term(i)));
      for (int n = random.nextInt(4); n > 0; n--) {
        house.append(said(subjects[i], "n" + n).indexed(term(i)));
      }
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
