package eu.sotto.interchange;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The folder of third-party vectors; tests that need it are skipped without it. */
public final class Shared {
  private Shared() {}

  /**
   * A folder of vectors.
   *
   * @param name its name
   * @return the folder
   */
  public static Path vectors(String name) {
    Path folder = Path.of(System.getProperty("sotto.shared", "../shared"), "vectors", name);
    Assumptions.assumeTrue(Files.isDirectory(folder), "no folder of vectors: " + name);
    return folder;
  }
}
