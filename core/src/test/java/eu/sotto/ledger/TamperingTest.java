package eu.sotto.ledger;

import static eu.sotto.ledger.House.consented;
import static eu.sotto.ledger.House.said;
import static eu.sotto.ledger.House.swept;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.sotto.store.StoreException;
import eu.sotto.store.StoreException.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every record of a store, changed with SQL, is found. */
@Tag("R52")
class TamperingTest {
  private static final int ENTRIES = 12;

  @TempDir Path folder;
  private House house;

  @BeforeEach
  void fill() {
    house = House.in(folder);
    List<EventKeys> subjects = List.of(house.subject(), house.subject());
    for (int i = 0; i < ENTRIES; i += 3) {
      EventKeys keys = subjects.get(i % 2);
      IndexTerm call = IndexTerm.of("call", "c" + i / 6);
      house.append(said(keys, "n" + i).indexed(call).once("s" + i));
      house.append(consented(keys, "p" + i).indexed(call).once("c" + i));
      house.append(swept(i).indexed(IndexTerm.of("sweep", "s" + i)).once("p" + i));
      house.ledger.checkpoint();
    }
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void anUntouchedLogIsIntact() {
    Verification check = house.ledger.verify(true);
    assertThat(check.firstBad()).isEmpty();
    assertThat(check.entries()).isEqualTo(ENTRIES);
    assertThat(check.opened()).isEqualTo(ENTRIES);
    assertThat(house.ledger.verify(false).intact()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE leaf SET commitment = randomblob(32) WHERE idx = %d",
        "UPDATE leaf SET id = randomblob(16) WHERE idx = %d",
        "UPDATE leaf SET kind = kind || '1' WHERE idx = %d",
        "DELETE FROM leaf WHERE idx = %d",
        "UPDATE leaf SET hashes = randomblob(length(hashes)) WHERE idx = %d",
        "UPDATE leaf SET hashes = hashes || randomblob(32) WHERE idx = %d",
        "UPDATE leaf SET hashes = substr(hashes, 1, length(hashes) - 32) WHERE idx = %d",
      })
  void aChangedLeafOrHashIsFoundWithoutAnyPayload(String mutation) throws SQLException {
    try (RawSql sql = new RawSql(folder)) {
      sql.save();
      for (int index = 0; index < ENTRIES; index++) {
        sql.run(mutation.formatted(index));
        Verification check = house.ledger.verify(false);
        assertThat(check.intact()).as(mutation.formatted(index)).isFalse();
        assertThat(check.firstBad().orElseThrow().index()).isBetween(0L, (long) ENTRIES);
        sql.restore();
      }
      assertThat(house.ledger.verify(true).intact()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE payload SET sealed = zeroblob(length(sealed)) WHERE idx = %d",
        "UPDATE payload SET sealed = substr(sealed, 1, length(sealed) - 1) WHERE idx = %d",
        "DELETE FROM payload WHERE idx = %d",
        "UPDATE payload SET key_id = randomblob(16) WHERE idx = %d",
        "UPDATE payload SET sealed = (SELECT sealed FROM payload WHERE idx = (%d + 3) %% 12)"
            + " WHERE idx = %1$d",
        "DELETE FROM term WHERE idx = %d",
        "UPDATE term SET token = randomblob(32) WHERE idx = %d",
        "INSERT INTO term(token, idx) VALUES (randomblob(32), %d)",
        "UPDATE term SET idx = 13 WHERE idx = %d",
        "UPDATE request SET token = randomblob(32) WHERE idx = %d",
        "UPDATE request SET idx = 13 WHERE idx = %d",
        "UPDATE request SET idx = -1 WHERE idx = %d",
        "DELETE FROM chain WHERE key_id = (SELECT key_id FROM payload WHERE idx = %d)",
        "UPDATE chain SET sequence = sequence + 1"
            + " WHERE key_id = (SELECT key_id FROM payload WHERE idx = %d)",
        "UPDATE chain SET leaf = randomblob(32)"
            + " WHERE key_id = (SELECT key_id FROM payload WHERE idx = %d)",
      })
  void aChangedPayloadIndexOrChainIsFoundWhenPayloadsAreOpened(String mutation)
      throws SQLException {
    try (RawSql sql = new RawSql(folder)) {
      sql.save();
      for (int index = 0; index < ENTRIES; index++) {
        sql.run(mutation.formatted(index));
        assertThat(house.ledger.verify(true).intact()).as(mutation.formatted(index)).isFalse();
        sql.restore();
      }
      assertThat(house.ledger.verify(true).intact()).isTrue();
    }
  }

  @Test
  void theFirstBadEntryIsNamed() throws SQLException {
    try (RawSql sql = new RawSql(folder)) {
      sql.run("UPDATE leaf SET commitment = randomblob(32) WHERE idx IN (5, 7)");
      Verification check = house.ledger.verify(false);
      assertThat(check.firstBad().orElseThrow().index()).isEqualTo(5);
      assertThat(check.entries()).isEqualTo(5);
    }
  }

  @Test
  void twoEntriesThatChangedPlacesAreFound() throws SQLException {
    try (RawSql sql = new RawSql(folder)) {
      sql.save();
      sql.run(
          "UPDATE leaf SET idx = -1 WHERE idx = 4",
          "UPDATE leaf SET idx = 4 WHERE idx = 6",
          "UPDATE leaf SET idx = 6 WHERE idx = -1");
      assertThat(house.ledger.verify(false).firstBad().orElseThrow().index())
          .as("with their hashes: the first that does not follow from both is the next one's")
          .isEqualTo(5);
      sql.run(
          "UPDATE leaf SET hashes ="
              + " (SELECT hashes FROM temp.saved_leaf AS saved WHERE saved.idx = leaf.idx)");
      assertThat(house.ledger.verify(false).firstBad().orElseThrow().index()).isEqualTo(4);
    }
  }

  @Test
  void aForgedCheckpointIsFound() throws SQLException {
    try (RawSql sql = new RawSql(folder)) {
      sql.save();
      for (String mutation :
          List.of(
              "UPDATE checkpoint SET note = replace(note, '\n6\n', '\n7\n') WHERE size = 6",
              "UPDATE checkpoint SET note = 'no note' WHERE size = 9",
              "UPDATE checkpoint SET size = 8 WHERE size = 6",
              "UPDATE checkpoint SET size = 20 WHERE size = 12")) {
        sql.run(mutation);
        assertThat(house.ledger.verify(false).intact()).as(mutation).isFalse();
        sql.restore();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 7, 11})
  void aCutTailIsRefusedWhereTheLogIsAnchored(int size) throws Exception {
    house.close();
    try (RawSql sql = new RawSql(folder)) {
      sql.cut(size);
    }
    assertRefused(Fault.ROLLED_BACK, true);
    // Without the anchor the cut shows in the chains' ends only, and those can be cut as well.
    try (RawSql sql = new RawSql(folder)) {
      sql.run("DELETE FROM chain");
    }
    try (House unanchored = House.in(folder, false, InstantSource.fixed(House.NOON))) {
      assertThat(unanchored.ledger.verify(false).intact()).isTrue();
      assertThat(unanchored.ledger.size()).isEqualTo(size);
    }
  }

  @Test
  void anOlderCopyIsRefusedAlsoWhenItGrewPastTheAnchor() throws Exception {
    house.close();
    Path older = Files.createDirectory(folder.resolve("older"));
    copy(folder.resolve("data"), older);
    house = House.in(folder);
    house.append(swept(99));
    house.close();
    copy(older, folder.resolve("data"));
    assertRefused(Fault.ROLLED_BACK, true);
    try (House fork = House.in(folder, false, InstantSource.fixed(House.NOON))) {
      fork.append(swept(100));
      fork.append(swept(101));
      assertThat(fork.ledger.verify(true).intact()).isTrue();
    }
    assertRefused(Fault.ROLLED_BACK, true);
  }

  @Test
  void anEmptyStoreIsRefusedWhereALogWasAnchored() throws Exception {
    house.close();
    for (String file : List.of("ledger.db", "ledger.db-wal", "ledger.db-shm")) {
      Files.deleteIfExists(folder.resolve("data").resolve(file));
    }
    assertRefused(Fault.ROLLED_BACK, true);
  }

  @Test
  void anotherOriginOrTenantIsRefused() throws Exception {
    house.close();
    try (RawSql sql = new RawSql(folder)) {
      sql.run("UPDATE property SET value = 'tenant-2' WHERE name = 'tenant'");
    }
    assertRefused(Fault.FOREIGN, true);
    try (RawSql sql = new RawSql(folder)) {
      sql.run(
          "UPDATE property SET value = 'tenant-1' WHERE name = 'tenant'",
          "UPDATE property SET value = 'other/log' WHERE name = 'origin'");
    }
    assertRefused(Fault.TAMPERED, true);
  }

  private void assertRefused(Fault fault, boolean anchored) {
    assertThatThrownBy(() -> House.in(folder, anchored, InstantSource.fixed(House.NOON)).close())
        .isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.fault()).isEqualTo(fault));
  }

  private static void copy(Path from, Path to) throws IOException {
    for (String name : List.of("ledger.db", "ledger.db-wal", "ledger.db-shm")) {
      Files.deleteIfExists(to.resolve(name));
      if (Files.exists(from.resolve(name))) {
        Files.copy(from.resolve(name), to.resolve(name), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}
