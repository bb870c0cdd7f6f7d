package eu.sotto.benchmarks.sealing;

import eu.sotto.crypto.Context;
import eu.sotto.crypto.FileRootKey;
import eu.sotto.crypto.KeyKind;
import eu.sotto.crypto.KeyVault;
import eu.sotto.crypto.MemoryKeyStore;
import eu.sotto.crypto.MemorySlot;
import eu.sotto.crypto.Protection;
import eu.sotto.crypto.RootKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A vault in memory, a subject's key and a bucket's, as a host would seal a record. */
final class Ours implements AutoCloseable {
  final RootKey root;
  final KeyVault vault;
  final Protection protection;
  final Context context = Context.of("tenant", "record 4711", "transcript");

  Ours() throws IOException {
    Path folder = Files.createTempDirectory("benchmark");
    Path file = folder.resolve("root");
    root = FileRootKey.create(file);
    vault =
        KeyVault.builder().rootKey(root).store(new MemoryKeyStore()).slot(new MemorySlot()).open();
    Files.delete(file);
    Files.delete(folder);
    protection = Protection.by(vault.create(KeyKind.CONTENT), vault.create(KeyKind.BUCKET));
  }

  @Override
  public void close() {
    vault.close();
  }
}
