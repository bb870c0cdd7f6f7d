package eu.sotto.ledger;

import static eu.sotto.ledger.House.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.sotto.crypto.VerifierKey;
import eu.sotto.interchange.EvidenceJson;
import eu.sotto.store.SqliteLedgerStore;
import eu.sotto.store.StoreDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stranger who kept the first key follows a log through changes of key and name. */
@Tag("R52")
class TrustTest {
  @TempDir private Path folder;
  private final List<Evidence> proofs = new ArrayList<>();
  private VerifierKey first;
  private List<Evidence> changes = List.of();

  private void begin() {
    proofs.clear();
    changes = List.of();
    try (House house = House.in(folder)) {
      first = house.ledger.verifierKey();
      speak(house);
    }
  }

  private void speak(House house) {
    LeafId id = house.append(said(house.subject(), "a")).id();
    proofs.add(house.ledger.evidence(id).orElseThrow());
  }

  private void rotate() {
    try (House house = House.in(folder)) {
      house.ledger.rotateSigningKey();
      speak(house);
      changes = house.ledger.changes();
    }
  }

  /** Puts back what was before the last entries. */
  private void restore() throws IOException {
    Backup.make(folder);
    try (House house = House.in(folder)) {
      speak(house);
    }
    Backup.putBack(folder);
    try (House house = House.restoring(folder)) {
      speak(house);
      changes = house.ledger.changes();
    }
  }

  private Verification audit(Trust trust) {
    try (StoreDirectory directory = StoreDirectory.open(folder.resolve("data"));
        SqliteLedgerStore store = SqliteLedgerStore.open(directory)) {
      Anchor anchor = Anchor.file(folder.resolve("root/anchor"));
      LogAudit audit = LogAudit.of(store, trust, anchor);
      Verification found = audit.verify(checked -> {});
      if (found.intact()) {
        assertThat(audit.signedSize()).isEqualTo(audit.size());
        for (long index = 0; index < audit.size(); index++) {
          assertThat(audit.proof(index).verifies(trust)).isTrue();
        }
      }
      return found;
    }
  }

  private void assertFollowed() {
    Trust trust = Trust.in(first, changes);
    assertThat(audit(trust).firstBad()).isEmpty();
    assertThat(proofs).allMatch(proof -> proof.verifies(trust));
    assertThat(EvidenceJson.readAll(EvidenceJson.writeAll(changes))).isEqualTo(changes);
    assertThat(audit(Trust.in(first)).intact()).isFalse();
  }

  @Test
  void aLogWhoseKeyChangedIsVerifiedFromTheFirstKey() {
    begin();
    rotate();
    rotate();
    assertFollowed();
    assertThat(proofs.get(0).verifies(first)).isTrue();
    assertThat(proofs.get(1).verifies(first)).isFalse();
  }

  @Test
  void aRestoredLogIsVerifiedAndSoAreProofsOfWhatTheRestoreLost() throws IOException {
    begin();
    restore();
    assertFollowed();
    assertThat(Trust.in(first, changes).changes().get(0).shown())
        .containsEntry("previous_origin", proofs.get(0).inclusion().checkpoint().origin());
  }

  @Test
  void aLogThatWasRestoredBetweenChangesOfItsKeyIsVerified() throws IOException {
    begin();
    rotate();
    restore();
    rotate();
    restore();
    assertFollowed();
    assertThat(changes).hasSize(4);
  }

  @Test
  void anyKeyOfTheLogWillDoButNoOther(@TempDir Path elsewhere) {
    begin();
    rotate();
    VerifierKey now = Trust.in(first, changes).key();
    assertThat(now).isNotEqualTo(first);
    assertThat(audit(Trust.in(now, changes)).firstBad()).isEmpty();
    try (House stranger = House.in(elsewhere)) {
      VerifierKey other = stranger.ledger.verifierKey();
      assertThatIllegalArgumentException().isThrownBy(() -> Trust.in(other, changes));
    }
  }

  @Test
  void anOldKeySignsNothingNew() {
    begin();
    VerifierKey stolen = first;
    rotate();
    try (House house = House.in(folder)) {
      Checkpoint now = house.ledger.checkpoint();
      Checkpoint forged =
          SignedNote.sign(
              now.origin(),
              now.size(),
              now.root(),
              now.signedAt(),
              house.vault.signer(Identity.read(house.store, house.store.properties()).signing()));
      assertThat(forged.signedBy(stolen)).isTrue();
      Trust trust = Trust.in(first, changes);
      assertThat(trust.covers(now)).isTrue();
      assertThat(trust.covers(forged)).isFalse();
    }
  }

  @Test
  void aChainWithALinkChangedLeftOutOrElsewhereIsRefused(@TempDir Path elsewhere)
      throws IOException {
    begin();
    rotate();
    restore();
    List<Evidence> older = changes;
    rotate();
    assertThat(changes).hasSize(3);
    for (int i = 0; i < changes.size(); i++) {
      List<Evidence> gap = new ArrayList<>(changes);
      gap.remove(i);
      assertThatIllegalArgumentException().as("without %s", i).isThrownBy(() -> trust(gap));
    }
    List<Evidence> swapped = List.of(changes.get(1), changes.get(0), changes.get(2));
    assertThatIllegalArgumentException().isThrownBy(() -> trust(swapped));
    assertThat(audit(trust(older)).intact()).isFalse();
    for (int i = 0; i < changes.size(); i++) {
      for (Evidence forged : forgeries(changes.get(i))) {
        List<Evidence> chain = new ArrayList<>(changes);
        chain.set(i, forged);
        assertThatIllegalArgumentException()
            .as("link %s, %s", i, forged.shown())
            .isThrownBy(() -> trust(chain));
      }
    }
    List<Evidence> genuine = changes;
    try (House other = House.in(elsewhere)) {
      other.ledger.rotateSigningKey();
      assertThatIllegalArgumentException().isThrownBy(() -> trust(other.ledger.changes()));
    }
    assertThat(audit(trust(genuine)).firstBad()).isEmpty();
  }

  private Trust trust(List<Evidence> chain) {
    return Trust.in(first, chain);
  }

  /** The same entry with each of its fields changed or withheld, elsewhere, and of another kind. */
  private static List<Evidence> forgeries(Evidence change) {
    List<Evidence> forged = new ArrayList<>();
    for (int i = 0; i < change.parts().size(); i++) {
      Evidence.Shown part = (Evidence.Shown) change.parts().get(i);
      List<Evidence.Part> parts = new ArrayList<>(change.parts());
      Object other =
          part.value() instanceof Long number
              ? number + 1
              : part.value() instanceof Boolean flag ? !flag : part.value() + "0";
      parts.set(i, new Evidence.Shown(part.name(), other, part.key()));
      forged.add(new Evidence(change.id(), change.kind(), parts, change.inclusion()));
    }
    Proof proof = change.inclusion();
    Proof moved = new Proof(proof.from() + 1, proof.hashes(), proof.checkpoint());
    forged.add(new Evidence(change.id(), change.kind(), change.parts(), moved));
    forged.add(new Evidence(change.id(), "swept/1", change.parts(), proof));
    forged.add(change.reducedTo(java.util.Set.of("origin", "previous_origin")));
    return forged;
  }

  @Test
  void aChangeOfAForkIsFoundInTheLog() throws IOException {
    begin();
    Backup.make(folder);
    rotate();
    List<Evidence> fork = changes;
    Backup.putBack(folder);
    Files.delete(folder.resolve("root/anchor"));
    try (House house = House.in(folder)) {
      speak(house);
    }
    Verification found = audit(Trust.in(first, fork));
    assertThat(found.intact()).isFalse();
  }

  /** Its name is in nobody's hands, so a proof does not show it; but the log does. */
  @Test
  void aRestoreThatIsKeptQuietIsFoundInTheLog() throws Exception {
    begin();
    restore();
    String origin = Trust.in(first, changes).origin().orElseThrow();
    rotate();
    List<Evidence> quiet = changes.subList(1, 2);
    assertThat(trust(quiet).origin()).contains(origin);
    try (RawSql sql = new RawSql(folder)) {
      sql.run("UPDATE property SET value = '" + origin + "' WHERE name = 'origin'");
      sql.run("DELETE FROM checkpoint WHERE size < 3");
    }
    assertThat(audit(trust(quiet)).firstBad().orElseThrow())
        .isEqualTo(new Verification.Finding(1, "a change of key or name is not among those given"));
  }

  @Test
  void onlyTheLogItselfRecordsAChange() {
    begin();
    try (House house = House.in(folder)) {
      for (EventKind kind : List.of(Succession.ROTATED, Succession.RESTORED)) {
        Event event = Event.of(kind, House.NOON).indexed(IndexTerm.of("log", "era"));
        assertThatIllegalArgumentException().isThrownBy(() -> house.append(event));
        assertThatIllegalArgumentException().isThrownBy(() -> house.ledger.submit(event));
      }
      house.append(House.swept(1).indexed(IndexTerm.of("log", "era")));
      assertThat(house.ledger.changes()).isEmpty();
      assertThat(house.ledger.checkpoint().signedBy(first)).isTrue();
    }
  }

  @Test
  void aTextOfChangesIsReadStrictly() {
    begin();
    rotate();
    String text = EvidenceJson.writeAll(changes);
    for (String bad : List.of("", "{}", "[{}]", text + "x", text.substring(1))) {
      assertThatThrownBy(() -> EvidenceJson.readAll(bad))
          .as(bad)
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(EvidenceJson.readAll("[]")).isEmpty();
  }

  /** Whatever happened to the log: it verifies, and each proof with the changes of its time. */
  @Property(tries = 4)
  void whateverHappenedToALogItIsFollowed(@ForAll long seed) throws IOException {
    folder = Files.createTempDirectory("trust");
    Random random = new Random(seed);
    try {
      begin();
      List<Trust> then = new ArrayList<>();
      for (int step = 0; step < 5; step++) {
        if (random.nextBoolean()) {
          rotate();
        } else {
          restore();
        }
        then.add(Trust.in(first, changes));
      }
      assertFollowed();
      Trust now = Trust.in(first, changes);
      assertThat(then).allMatch(trust -> now.changes().size() >= trust.changes().size());
      int gap = 1 + random.nextInt(changes.size() - 1);
      List<Evidence> broken = new ArrayList<>(changes);
      broken.remove(gap);
      assertThatIllegalArgumentException().isThrownBy(() -> trust(broken));
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
