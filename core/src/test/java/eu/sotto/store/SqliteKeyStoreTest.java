package eu.sotto.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.sotto.crypto.Bytes;
import eu.sotto.crypto.CryptoException;
import eu.sotto.crypto.KeyStore;
import eu.sotto.crypto.KeyStoreContract;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteKeyStoreTest {
  @Nested
  class InFiles extends KeyStoreContract {
    @TempDir Path folder;
    private StoreDirectory directory;
    private SqliteKeyStore store;

    @Override
    protected KeyStore open() {
      directory = StoreDirectory.open(folder.resolve("data"));
      store = SqliteKeyStore.open(directory);
      return store;
    }

    @Override
    protected KeyStore reopen() {
      close();
      return open();
    }

    @Override
    protected void close() {
      store.close();
      directory.close();
    }
  }

  @Nested
  class InMemory extends KeyStoreContract {
    private SqliteKeyStore store;

    @Override
    protected KeyStore open() {
      store = SqliteKeyStore.inMemory();
      return store;
    }

    @Override
    protected KeyStore reopen() {
      return store;
    }

    @Override
    protected void close() {
      store.close();
    }
  }

  @Test
  void whatWasReplacedOrRemovedIsInNoFileAfterScrubbing(@TempDir Path folder) throws Exception {
    try (StoreDirectory directory = StoreDirectory.open(folder.resolve("data"));
        SqliteKeyStore store = SqliteKeyStore.open(directory)) {
      store.apply(List.of(put("a", 0, "first-key"), put("b", 0, "other-key")));
      store.apply(List.of(put("a", 1, "second-key"), new KeyStore.Remove("b", 1)));
      assertThat(store.scrub()).isTrue();
      try (var files = Files.list(directory.path())) {
        for (Path file : files.toList()) {
          assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
              .doesNotContain("first-key", "other-key");
        }
      }
    }
  }

  @Test
  void aClosedStoreIsUnavailable() {
    SqliteKeyStore store = SqliteKeyStore.inMemory();
    store.close();
    assertThatThrownBy(() -> store.read(List.of("a")))
        .isInstanceOf(CryptoException.Unavailable.class);
  }

  private static KeyStore.Put put(String name, long expected, String value) {
    return new KeyStore.Put(name, expected, Bytes.of(value.getBytes(StandardCharsets.UTF_8)));
  }
}
