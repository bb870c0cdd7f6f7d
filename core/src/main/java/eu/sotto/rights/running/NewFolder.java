package eu.sotto.rights.running;

import eu.sotto.rights.RightsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder that appears whole or not at all, readable by its owner only. */
final class NewFolder {
  /** Fills a folder. */
  interface Filling {
    void fill(Path folder) throws IOException;
  }

  private NewFolder() {}

  static void requireAbsent(Path folder) {
    if (Files.exists(folder)) {
      throw new IllegalArgumentException("folder exists already");
    }
  }

  static void write(Path folder, Filling filling) {
    Path absolute = folder.toAbsolutePath();
    Path draft = absolute.resolveSibling(absolute.getFileName() + ".part");
    try {
      try {
        delete(draft);
        make(draft);
        filling.fill(draft);
        Files.move(draft, absolute, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        delete(draft);
      }
    } catch (IOException e) {
      throw new RightsException("the export could not be written", e);
    }
  }

  /** A folder for a while. */
  static void lend(Filling use) {
    try {
      Path folder = Files.createTempDirectory("sotto-portability");
      try {
        restrict(folder);
        use.fill(folder);
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new RightsException("the data could not be handed over", e);
    }
  }

  private static void make(Path folder) throws IOException {
    Files.createDirectories(folder.getParent());
    Files.createDirectory(folder);
    restrict(folder);
  }

  private static void restrict(Path folder) throws IOException {
    if (Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return;
    }
    List<Path> inside;
    try (Stream<Path> walk = Files.walk(folder)) {
      inside = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : inside) {
      Files.delete(path);
    }
  }
}
