package eu.sotto.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.sotto.crypto.Bytes;
import eu.sotto.ledger.FrozenPayloads.Frozen;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class FrozenPayloadsTest {
  @Test
  @Tag("R52")
  void everyPayloadEverWrittenInVersionOneIsReadAndMatchesItsLeaf() throws IOException {
    List<Frozen> all = FrozenPayloads.read();
    assertThat(all).hasSize(560);
    for (Frozen frozen : all) {
      Payload payload = PayloadFormat.read(frozen.payload().toArray());
      assertThat(Bytes.of(payload.root())).isEqualTo(frozen.leaf().commitment());
      assertThat(Bytes.of(frozen.leaf().hash())).isEqualTo(frozen.hash());
      assertThat(payload.recordedAt()).isAfterOrEqualTo(payload.happenedAt());
      assertThat(payload.link().sequence()).isPositive();
      assertThat(Bytes.of(PayloadFormat.write(payload))).isEqualTo(frozen.payload());
    }
  }

  @Test
  void aPayloadThatIsCutOrOfAnotherVersionIsRefused() throws IOException {
    for (Frozen frozen : FrozenPayloads.read().subList(0, 20)) {
      byte[] bytes = frozen.payload().toArray();
      for (int length = 0; length < Math.min(bytes.length, 400); length++) {
        byte[] cut = Arrays.copyOf(bytes, length);
        assertThatThrownBy(() -> PayloadFormat.read(cut))
            .isInstanceOf(IllegalArgumentException.class);
      }
      bytes[0]++;
      assertThatThrownBy(() -> PayloadFormat.read(bytes))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
