package eu.sotto.crypto;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A store and a slot in memory with a root key, on which a vault can be opened again and again. */
final class Vaults {
  final MemoryKeyStore store = new MemoryKeyStore();
  final MemorySlot slot = new MemorySlot();
  final RootKey root;

  Vaults() {
    this(rootKey());
  }

  Vaults(RootKey root) {
    this.root = root;
  }

  static RootKey rootKey() {
    try {
      Path folder = Files.createTempDirectory("root");
      Path file = folder.resolve("key");
      RootKey key = FileRootKey.create(file);
      Files.delete(file);
      Files.delete(folder);
      return key;
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  VaultBuilder builder() {
    return KeyVault.builder().rootKey(root).store(store).slot(slot);
  }

  KeyVault open() {
    return builder().open();
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
