package eu.sotto.ledger;

import static eu.sotto.ledger.House.said;
import static org.assertj.core.api.Assertions.assertThat;

import eu.sotto.crypto.Bytes;
import eu.sotto.crypto.Signer;
import eu.sotto.crypto.VerifierKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log changes its signing key, and whoever knew the old one can follow. */
class RotationTest {
  @TempDir Path folder;

  @Test
  @Tag("R52")
  void fromTheFirstKeyTheChangesLeadToTheOneOfNow() {
    VerifierKey first;
    List<Checkpoint> earlier = new ArrayList<>();
    try (House house = House.in(folder)) {
      EventKeys subject = house.subject();
      first = house.ledger.verifierKey();
      house.append(said(subject, "a"));
      earlier.add(house.ledger.checkpoint());
      KeyChange change = house.ledger.rotateSigningKey();
      assertThat(change.verifies(first)).isTrue();
      assertThat(change.next()).isEqualTo(house.ledger.verifierKey()).isNotEqualTo(first);
      house.append(said(subject, "b"));
      earlier.add(house.ledger.checkpoint());
      house.ledger.rotateSigningKey();
    }
    try (House house = House.in(folder)) {
      VerifierKey trusted = first;
      List<KeyChange> changes =
          house.ledger.changes().stream().map(change -> KeyChange.of(change.shown())).toList();
      assertThat(changes).hasSize(2);
      for (KeyChange change : changes) {
        assertThat(change.verifies(trusted)).isTrue();
        trusted = change.next();
      }
      Checkpoint now = house.ledger.checkpoint();
      assertThat(now.signedBy(trusted)).isTrue();
      assertThat(now.signedBy(first)).isFalse();
      assertThat(earlier.get(0).signedBy(first)).isTrue();
      assertThat(earlier.get(1).signedBy(changes.get(0).next())).isTrue();
      for (Checkpoint each : earlier) {
        assertThat(house.ledger.consistency(each.size()).extendsFrom(each)).isTrue();
      }
      assertThat(house.ledger.verify(true).firstBad()).isEmpty();
    }
  }

  @Test
  void aChangeThatWasChangedIsRefused() {
    try (House house = House.in(folder)) {
      VerifierKey first = house.ledger.verifierKey();
      KeyChange good = house.ledger.rotateSigningKey();
      Hash other = Hash.of(new byte[32]);
      List<KeyChange> forged =
          List.of(
              copy(good, "other/log", good.size(), good.root()),
              copy(good, good.origin(), good.size() + 1, good.root()),
              copy(good, good.origin(), good.size(), other),
              new KeyChange(
                  good.origin(),
                  good.size(),
                  good.root(),
                  good.next(),
                  good.previous(),
                  good.nextSignature(),
                  good.previousSignature()),
              new KeyChange(
                  good.origin(),
                  good.size(),
                  good.root(),
                  good.previous(),
                  good.next(),
                  good.previousSignature(),
                  Bytes.of(new byte[64])));
      assertThat(forged).noneMatch(change -> change.verifies(first));
      assertThat(good.verifies(good.next())).isFalse();
    }
  }

  private static KeyChange copy(KeyChange change, String origin, long size, Hash root) {
    return new KeyChange(
        origin,
        size,
        root,
        change.previous(),
        change.next(),
        change.previousSignature(),
        change.nextSignature());
  }

  @Test
  void receiptsAreSignedWithAKeyOfTheirOwn() {
    VerifierKey receipts;
    try (House house = House.in(folder)) {
      Signer signer = house.ledger.receiptSigner();
      receipts = signer.verifierKey();
      assertThat(receipts).isNotEqualTo(house.ledger.verifierKey());
      byte[] text = "receipt".getBytes(StandardCharsets.UTF_8);
      assertThat(receipts.verifies(text, signer.sign(text))).isTrue();
      house.ledger.rotateSigningKey();
    }
    try (House house = House.in(folder)) {
      assertThat(house.ledger.receiptSigner().verifierKey()).isEqualTo(receipts);
    }
  }
}
