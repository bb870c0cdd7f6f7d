package eu.sotto.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** A copy of the data of a closed {@link House} in files, without its keys and anchor. */
final class Backup {
  private static final List<String> FILES = List.of("ledger.db", "ledger.db-wal", "ledger.db-shm");

  private Backup() {}

  static void make(Path folder) throws IOException {
    copy(folder.resolve("data"), Files.createDirectories(folder.resolve("backup")));
  }

  static void putBack(Path folder) throws IOException {
    copy(folder.resolve("backup"), folder.resolve("data"));
  }

  private static void copy(Path from, Path to) throws IOException {
    for (String name : FILES) {
      Files.deleteIfExists(to.resolve(name));
      if (Files.exists(from.resolve(name))) {
        Files.copy(from.resolve(name), to.resolve(name), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}
