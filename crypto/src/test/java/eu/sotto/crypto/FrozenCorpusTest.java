package eu.sotto.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrozenCorpusTest {
  @Test
  void everyFileEverWrittenInVersionOneStillOpens(@TempDir Path folder) throws Exception {
    Corpus corpus = Corpus.read();
    assertThat(corpus.messages()).hasSize(520);
    try (KeyVault vault = corpus.open(folder)) {
      assertThat(vault.epoch()).isEqualTo(2);
      for (Corpus.Message message : corpus.messages()) {
        byte[] sealed = message.sealed().toArray();
        assertThat(vault.open(message.contextOf(), sealed))
            .isEqualTo(message.plaintext().toArray());
        try (InputStream in =
            vault.opening(message.contextOf(), new ByteArrayInputStream(sealed))) {
          assertThat(in.readAllBytes()).isEqualTo(message.plaintext().toArray());
        }
        assertThat(Header.read(sealed).version()).isEqualTo(1);
      }
    }
  }

  @Test
  void anotherVersionOrSuiteIsRefusedBeforeAnythingElse() throws Exception {
    byte[] sealed = Corpus.read().messages().get(0).sealed().toArray();
    for (int at : new int[] {3, 4}) {
      byte[] other = sealed.clone();
      other[at]++;
      assertThatThrownBy(() -> Header.read(other)).isInstanceOf(CryptoException.Malformed.class);
    }
  }
}
