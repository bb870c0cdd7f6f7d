package eu.sotto.ledger;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The folder of third-party vectors; tests that need it are skipped without it. */
final class SharedVectors {
  private SharedVectors() {}

  static Path folder(String name) {
    Path folder = Path.of(System.getProperty("sotto.shared", "../shared"), "vectors", name);
    Assumptions.assumeTrue(Files.isDirectory(folder), "no folder of vectors: " + name);
    return folder;
  }
}
