package eu.sotto.ledger;

import static eu.sotto.ledger.House.LONG;
import static eu.sotto.ledger.House.NOON;
import static eu.sotto.ledger.House.consented;
import static eu.sotto.ledger.House.said;
import static eu.sotto.ledger.House.swept;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every log does, whatever its store. */
abstract class LedgerContract {
  static final IndexTerm CALL = IndexTerm.of("call", "c-1001");

  @TempDir Path folder;
  House house;

  abstract House open();

  @BeforeEach
  void openHouse() {
    house = open();
  }

  @AfterEach
  void closeHouse() {
    house.close();
  }

  @Test
  @Tag("R52")
  void anEventIsFoundAsItWasHandedIn() {
    EventKeys subject = house.subject();
    Event event = said(subject, "Grüße \" \\ \n ☎").with("loud", true).indexed(CALL);
    Appended appended = house.append(event);
    house.append(said(subject, "other"));

    Events found = house.ledger.events(CALL);
    assertThat(found.destroyed()).isZero();
    Recorded recorded = found.entries().get(0);
    assertThat(found.entries()).hasSize(1);
    assertThat(recorded.appended()).isEqualTo(appended);
    assertThat(recorded.kind()).isEqualTo("said");
    assertThat(recorded.version()).isEqualTo(1);
    assertThat(recorded.happenedAt()).isEqualTo(NOON);
    assertThat(recorded.fields())
        .containsExactly(
            Map.entry("text", "Grüße \" \\ \n ☎"), Map.entry("count", 3L), Map.entry("loud", true));
  }

  @Test
  void eventsKeepTheOrderInWhichTheyWereHandedIn() {
    EventKeys subject = house.subject();
    List<CompletableFuture<Appended>> futures = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      futures.add(house.ledger.submit(said(subject, "n" + i).indexed(CALL)));
    }
    for (int i = 0; i < 200; i++) {
      assertThat(futures.get(i).join().index()).isEqualTo(i);
      assertThat(futures.get(i).join().head().sequence()).isEqualTo(i + 1);
    }
    assertThat(house.ledger.events(CALL).entries())
        .extracting(recorded -> recorded.fields().get("text"))
        .containsExactlyElementsOf(
            java.util.stream.IntStream.range(0, 200).<Object>mapToObj(i -> "n" + i).toList());
  }

  @Test
  void eachSubjectAndKeyClassHasAChainOfItsOwn() {
    EventKeys one = house.subject();
    EventKeys other = house.subject();
    assertThat(house.append(said(one, "a")).head().sequence()).isEqualTo(1);
    assertThat(house.append(said(other, "a")).head().sequence()).isEqualTo(1);
    ChainHead evidence = house.append(consented(one, "quality")).head();
    assertThat(evidence.keyClass()).isEqualTo(KeyClass.EVIDENCE);
    assertThat(evidence.sequence()).isEqualTo(1);
    assertThat(house.append(said(one, "b")).head().sequence()).isEqualTo(2);
    assertThat(house.append(swept(1)).head())
        .isEqualTo(new ChainHead(KeyClass.PROOF, 1, proofLeaf()));
  }

  private Hash proofLeaf() {
    LeafId id = new LeafId(house.store.entries(4, 1).get(0).id());
    return house.ledger.evidence(id).orElseThrow().leaf();
  }

  @Test
  void anIdempotencyKeyRecordsOnce() {
    EventKeys subject = house.subject();
    Event event = said(subject, "once").once("c-1001/answered").indexed(CALL);
    Appended first = house.append(event);
    house.append(said(subject, "between"));
    assertThat(house.append(event)).isEqualTo(first);
    assertThat(house.ledger.size()).isEqualTo(2);
    assertThatThrownBy(() -> house.append(said(subject, "else").once("c-1001/answered")))
        .isInstanceOf(EventRefused.class);
    assertThat(house.ledger.events(CALL).entries()).hasSize(1);
  }

  @Test
  void anIdempotencyKeyRecordsOnceWithinABatchToo() {
    EventKeys subject = house.subject();
    List<CompletableFuture<Appended>> futures = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      futures.add(house.ledger.submit(said(subject, "once").once("key")));
    }
    assertThat(futures).extracting(CompletableFuture::join).containsOnly(futures.get(0).join());
    assertThat(house.ledger.size()).isEqualTo(1);
  }

  @Test
  void aDestroyedKeyRefusesItsEventAndNoOther() {
    EventKeys gone = house.subject();
    EventKeys there = house.subject();
    house.append(said(gone, "before").indexed(CALL));
    house.vault.destroy(List.of(gone.content()));
    CompletableFuture<Appended> refused = house.ledger.submit(said(gone, "after"));
    CompletableFuture<Appended> accepted = house.ledger.submit(said(there, "after").indexed(CALL));
    assertThat(accepted.join().index()).isEqualTo(1);
    assertThatThrownBy(refused::join).hasCauseInstanceOf(EventRefused.class);
    Events found = house.ledger.events(CALL);
    assertThat(found.entries()).hasSize(1);
    assertThat(found.destroyed()).isEqualTo(1);
    Verification check = house.ledger.verify(true);
    assertThat(check.intact()).isTrue();
    assertThat(check.destroyed()).isEqualTo(1);
  }

  @Test
  void anEventAboutASubjectNeedsItsKeys() {
    assertThatThrownBy(() -> house.append(Event.of(House.SAID, NOON)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Event.of(House.SAID, NOON).with("unknown", "x"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Event.of(House.SAID, NOON).with("count", 1L << 60))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Event.of(House.SAID, NOON).with("count", 1.5))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @Tag("R52")
  void everyProofVerifiesAgainstTheVerifierKeyAlone() {
    EventKeys subject = house.subject();
    List<Appended> appended = new ArrayList<>();
    List<Checkpoint> checkpoints = new ArrayList<>(List.of(house.ledger.checkpoint()));
    for (int i = 0; i < 20; i++) {
      appended.add(house.append(said(subject, "n" + i)));
      checkpoints.add(house.ledger.checkpoint());
    }
    for (Appended each : appended) {
      Proof proof = house.ledger.inclusion(each.id());
      assertThat(proof.checkpoint().signedBy(house.ledger.verifierKey())).isTrue();
      assertThat(proof.includes(each.head().leaf())).isTrue();
      assertThat(proof.includes(appended.get(0).head().leaf())).isEqualTo(each.index() == 0);
    }
    for (Checkpoint earlier : checkpoints) {
      assertThat(Checkpoint.parse(earlier.toNote())).isEqualTo(earlier);
      assertThat(house.ledger.consistency(earlier.size()).extendsFrom(earlier)).isTrue();
    }
    assertThat(house.ledger.consistency(3).extendsFrom(checkpoints.get(4))).isFalse();
  }

  @Nested
  class EvidenceOfAnEntry {
    @Test
    @Tag("R52")
    void verifiesOfflineAlsoWhenReduced() {
      EventKeys subject = house.subject();
      house.append(said(subject, "x"));
      Appended appended = house.append(consented(subject, "quality"));
      Evidence evidence = house.ledger.evidence(appended.id()).orElseThrow();
      assertThat(evidence.leaf()).isEqualTo(appended.head().leaf());
      assertThat(evidence.verifies(house.ledger.verifierKey())).isTrue();
      assertThat(evidence.shown())
          .containsEntry("purpose", "quality")
          .containsEntry("@happened", NOON.toString());

      Evidence reduced = evidence.reducedTo(java.util.Set.of("purpose"));
      assertThat(reduced.shown()).containsOnlyKeys("purpose");
      assertThat(reduced.leaf()).isEqualTo(evidence.leaf());
      assertThat(reduced.verifies(house.ledger.verifierKey())).isTrue();
    }

    @Test
    void changedInAnyPartIsRefused() {
      EventKeys subject = house.subject();
      Appended appended = house.append(consented(subject, "quality"));
      Evidence good = house.ledger.evidence(appended.id()).orElseThrow();
      for (int i = 0; i < good.parts().size(); i++) {
        Evidence.Shown part = (Evidence.Shown) good.parts().get(i);
        List<Evidence.Part> parts = new ArrayList<>(good.parts());
        parts.set(i, new Evidence.Shown(part.name(), "changed", part.key()));
        assertRefused(new Evidence(good.id(), good.kind(), parts, good.inclusion()));
        parts.remove(i);
        assertRefused(new Evidence(good.id(), good.kind(), parts, good.inclusion()));
      }
      assertRefused(new Evidence(good.id(), "said/1", good.parts(), good.inclusion()));
      Checkpoint c = good.inclusion().checkpoint();
      Checkpoint later =
          new Checkpoint(
              c.origin(),
              c.size(),
              c.root(),
              c.signedAt().plusSeconds(1),
              c.signature(),
              c.cosignature(),
              c.key());
      assertRefused(
          new Evidence(
              good.id(),
              good.kind(),
              good.parts(),
              new Proof(0, good.inclusion().hashes(), later)));
    }

    private void assertRefused(Evidence evidence) {
      assertThat(evidence.verifies(house.ledger.verifierKey())).isFalse();
    }
  }

  @Test
  @Tag("R70")
  void anErasedSubjectIsGoneAndEveryProofStillVerifies() {
    EventKeys gone = house.subject();
    EventKeys there = house.subject();
    IndexTerm subject = IndexTerm.of("subject", "s-1");
    Appended content = house.append(said(gone, "a").indexed(CALL).indexed(subject).once("k1"));
    Appended proof = house.append(consented(gone, "q").indexed(CALL).indexed(subject).once("k2"));
    house.append(said(there, "b").indexed(IndexTerm.of("call", "c-2")));
    Checkpoint before = house.ledger.checkpoint();

    Erased erased = house.ledger.erase(List.of(gone.content()), List.of(CALL, subject));
    assertThat(erased).isEqualTo(new Erased(1, 4, true));
    house.vault.destroy(List.of(gone.content()));

    assertThat(house.ledger.events(CALL)).isEmpty();
    assertThat(house.ledger.events(subject)).isEmpty();
    assertThat(house.ledger.events(gone.content())).isEmpty();
    assertThat(house.ledger.evidence(content.id())).isEmpty();
    assertThat(house.ledger.events(gone.evidence()).entries()).hasSize(1);
    assertThat(house.ledger.evidence(proof.id()).orElseThrow().verifies(key())).isTrue();
    assertThat(house.ledger.inclusion(content.id()).includes(content.head().leaf())).isTrue();
    assertThat(house.ledger.consistency(3).extendsFrom(before)).isTrue();
    Verification check = house.ledger.verify(true);
    assertThat(check.firstBad()).isEmpty();
    assertThat(check.erased()).isEqualTo(1);
    assertThat(check.opened()).isEqualTo(2);
  }

  private eu.sotto.crypto.VerifierKey key() {
    return house.ledger.verifierKey();
  }

  @Test
  void aClosedLogSaysSo() {
    EventKeys subject = house.subject();
    house.ledger.close();
    assertThatThrownBy(() -> house.append(said(subject, "late")))
        .isInstanceOfSatisfying(
            eu.sotto.store.StoreException.class,
            e -> assertThat(e.fault()).isEqualTo(eu.sotto.store.StoreException.Fault.CLOSED));
  }

  @Test
  void nothingPersonalIsPrinted() {
    EventKeys subject = house.subject();
    Event event = said(subject, "Erika").indexed(IndexTerm.of("subject", "Erika")).once("Erika");
    house.ledger.append(event, LONG);
    Recorded recorded = house.ledger.events(IndexTerm.of("subject", "Erika")).entries().get(0);
    Evidence evidence = house.ledger.evidence(recorded.appended().id()).orElseThrow();
    assertThat(List.of(event, event.index(), recorded, evidence, evidence.parts()).toString())
        .doesNotContain("Erika");
  }
}
