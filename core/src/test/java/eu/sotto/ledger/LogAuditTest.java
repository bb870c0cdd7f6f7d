package eu.sotto.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.sotto.crypto.VerifierKey;
import eu.sotto.store.SqliteLedgerStore;
import eu.sotto.store.StoreDirectory;
import eu.sotto.store.StoreException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log as a stranger sees it who has the folder and the public key, and nothing else. */
@Tag("R52")
class LogAuditTest {
  private static final int ENTRIES = 1_203;

  @TempDir private Path folder;
  private final List<LeafId> ids = new ArrayList<>();
  private VerifierKey key;

  @BeforeEach
  void fill() {
    try (House house = House.in(folder)) {
      EventKeys subject = house.subject();
      List<CompletableFuture<Appended>> appends = new ArrayList<>();
      for (int i = 0; i < ENTRIES; i++) {
        appends.add(house.ledger.submit(House.said(subject, "secret " + i)));
      }
      appends.forEach(append -> ids.add(append.join().id()));
      key = house.ledger.verifierKey();
    }
  }

  private void audited(Consumer<LogAudit> check) {
    audited(key, Anchor.none(), check);
  }

  private void audited(VerifierKey with, Anchor anchor, Consumer<LogAudit> check) {
    try (StoreDirectory directory = StoreDirectory.open(folder.resolve("data"));
        SqliteLedgerStore store = SqliteLedgerStore.open(directory)) {
      check.accept(LogAudit.of(store, Trust.in(with), anchor));
    }
  }

  private Anchor anchor() {
    return Anchor.file(folder.resolve("root").resolve("anchor"));
  }

  @Test
  void aLogIsCheckedWithItsPublicKeyAlone() {
    List<Long> progress = new ArrayList<>();
    audited(
        key,
        anchor(),
        audit -> {
          Verification found = audit.verify(progress::add);
          assertThat(found.firstBad()).isEmpty();
          assertThat(found.entries()).isEqualTo(ENTRIES);
          assertThat(found.opened()).isZero();
          assertThat(audit.signedSize()).isEqualTo(ENTRIES).isEqualTo(audit.size());
        });
    assertThat(progress).isSorted().hasSizeGreaterThan(2).endsWith((long) ENTRIES);
  }

  @Test
  void anEntryIsProvedByPlaceAndById() {
    audited(
        audit -> {
          for (int i : new int[] {0, 1, 511, 512, ENTRIES - 1}) {
            TlogProof proof = audit.proof(i);
            assertThat(proof.verifies(key)).isTrue();
            assertThat(proof.id()).isEqualTo(ids.get(i));
            assertThat(audit.proof(ids.get(i))).isEqualTo(proof);
          }
          for (long none : new long[] {-1, ENTRIES, Long.MAX_VALUE}) {
            assertThatIllegalArgumentException().isThrownBy(() -> audit.proof(none));
          }
          assertThatIllegalArgumentException()
              .isThrownBy(() -> audit.proof(LeafId.parse("00".repeat(16))));
        });
  }

  @Test
  void theFirstChangedEntryIsNamed() throws SQLException {
    tamper("UPDATE leaf SET kind = 'other/1' WHERE idx IN (700, 900)");
    audited(
        audit -> {
          assertThat(audit.verify(checked -> {}).firstBad().orElseThrow().index()).isEqualTo(700);
          assertThatThrownBy(() -> audit.proof(700)).isInstanceOf(StoreException.class);
        });
  }

  @Test
  void anotherKeyDoesNotVerifyTheLog(@TempDir Path elsewhere) {
    VerifierKey other;
    try (House stranger = House.in(elsewhere)) {
      other = stranger.ledger.verifierKey();
    }
    audited(
        other,
        Anchor.none(),
        audit -> {
          assertThat(audit.verify(checked -> {}).intact()).isFalse();
          assertThat(audit.signedSize()).isZero();
          assertThatIllegalArgumentException().isThrownBy(() -> audit.proof(0));
        });
  }

  @Test
  void aLogWithoutACheckpointIsNotTakenForIntact() throws SQLException {
    tamper("DELETE FROM checkpoint");
    audited(
        audit ->
            assertThat(audit.verify(checked -> {}).firstBad().orElseThrow().what())
                .contains("no checkpoint"));
  }

  @Test
  void anAnchorOfAnotherLogIsNotOverlooked(@TempDir Path elsewhere) {
    House.in(elsewhere).close();
    Anchor foreign = Anchor.file(elsewhere.resolve("root").resolve("anchor"));
    audited(
        key,
        foreign,
        audit ->
            assertThat(audit.verify(checked -> {}).firstBad().orElseThrow().what())
                .contains("anchor"));
  }

  @Test
  void aFolderWithoutALogIsRefused(@TempDir Path empty) {
    try (StoreDirectory directory = StoreDirectory.open(empty.resolve("data"));
        SqliteLedgerStore store = SqliteLedgerStore.open(directory)) {
      assertThatThrownBy(() -> LogAudit.of(store, Trust.in(key), Anchor.none()))
          .isInstanceOf(StoreException.class);
    }
  }

  private void tamper(String sql) throws SQLException {
    try (RawSql raw = new RawSql(folder)) {
      raw.run(sql);
    }
  }
}
