package eu.sotto.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import eu.sotto.crypto.VerifierKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("R52")
class TlogProofTest {
  private static final int ENTRIES = 23;

  @TempDir private Path folder;
  private House house;
  private final List<Appended> entries = new ArrayList<>();

  @BeforeEach
  void fill() {
    house = House.in(folder);
    EventKeys subject = house.subject();
    for (int i = 0; i < ENTRIES; i++) {
      entries.add(house.append(House.consented(subject, "recording-" + i)));
    }
  }

  @AfterEach
  void close() {
    house.close();
  }

  private TlogProof proof(int entry) {
    return house.ledger.proof(entries.get(entry).id());
  }

  @Test
  void aProofOfEachEntryVerifiesOfflineAndTellsNothingOfIt() {
    VerifierKey key = house.ledger.verifierKey();
    for (int i = 0; i < ENTRIES; i++) {
      TlogProof read = TlogProof.parse(proof(i).text());
      assertThat(read.verifies(key)).isTrue();
      assertThat(read.id()).isEqualTo(entries.get(i).id());
      assertThat(read.index()).isEqualTo(entries.get(i).index());
      assertThat(read.kind()).isEqualTo("consent_given/2");
      assertThat(read.leafHash()).isEqualTo(house.ledger.evidence(read.id()).orElseThrow().leaf());
      assertThat(read.text()).doesNotContain("recording-");
    }
  }

  @Test
  void aProofOfALogOfOneEntryHasNoHashes(@TempDir Path other) {
    try (House small = House.in(other)) {
      LeafId only = small.append(House.swept(1)).id();
      TlogProof proof = TlogProof.parse(small.ledger.proof(only).text());
      assertThat(proof.proof().hashes()).isEmpty();
      assertThat(proof.verifies(small.ledger.verifierKey())).isTrue();
      assertThat(proof.verifies(house.ledger.verifierKey())).isFalse();
    }
  }

  @Test
  void eachChangedByteIsRefused() {
    VerifierKey key = house.ledger.verifierKey();
    byte[] file = proof(11).text().getBytes(StandardCharsets.UTF_8);
    for (int at = 0; at < file.length; at++) {
      for (int bit : new int[] {0, 1 + at % 7}) {
        byte[] changed = file.clone();
        changed[at] ^= (byte) (1 << bit);
        assertThat(holds(new String(changed, StandardCharsets.UTF_8), key))
            .as("bit %d of byte %d", bit, at)
            .isFalse();
      }
    }
  }

  @Test
  void aFileThatIsCutOrLengthenedIsRefused() {
    VerifierKey key = house.ledger.verifierKey();
    String text = proof(7).text();
    for (int length = 0; length < text.length(); length++) {
      assertThat(holds(text.substring(0, length), key)).as("cut at %d", length).isFalse();
    }
    for (String more : List.of("\n", " ", "x", "\r\n", "\n\n", "\u2014 a b")) {
      assertThat(holds(text + more, key)).isFalse();
      assertThat(holds(more + text, key)).isFalse();
    }
    assertThat(holds(text.replace("\n", "\r\n"), key)).isFalse();
  }

  @Test
  void signaturesOfWitnessesMayStandBesideTheLogs() {
    String text = proof(7).text() + "\u2014 witness.example mJirIklj\n";
    assertThat(holds(text, house.ledger.verifierKey())).isTrue();
    assertThat(TlogProof.parse(text)).isEqualTo(proof(7));
  }

  @Test
  void aProofOfAnotherEntryOrAnotherPlaceIsRefused() {
    VerifierKey key = house.ledger.verifierKey();
    TlogProof one = proof(5);
    TlogProof other = proof(6);
    assertThat(new TlogProof(other.leaf(), one.proof()).verifies(key)).isFalse();
    assertThat(new TlogProof(one.leaf(), other.proof()).verifies(key)).isFalse();
  }

  @Test
  void whatIsNoProofIsRefusedInWords() {
    for (String bad : List.of("", "\n\n", "c2sp.org/tlog-proof@v1\nindex 0\n\n", "x".repeat(99))) {
      assertThatIllegalArgumentException().isThrownBy(() -> TlogProof.parse(bad));
    }
    assertThatIllegalArgumentException().isThrownBy(() -> TlogProof.parse("a\n\n".repeat(100_000)));
  }

  static boolean holds(String text, VerifierKey key) {
    try {
      return TlogProof.parse(text).verifies(key);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  @Test
  void aValueHasOneText() {
    assertThat(Checkpoint.fromBase64("AQ==")).containsExactly(1);
    for (String other : List.of("AR==", "AQ", "AQ=", "AQ==\n")) {
      assertThatIllegalArgumentException().isThrownBy(() -> Checkpoint.fromBase64(other));
    }
  }
}
