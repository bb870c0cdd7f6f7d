package eu.sotto.store;

import eu.sotto.store.StoreException.Fault;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Rebuilds a file whose force failed: copy, force, check, swap.
 *
 * <p>Three names beside the file carry the state: a marker that orders the recovery, the copy while
 * it is made, and the finished copy, whose existence means that it is complete. The old write-ahead
 * log goes before the swap, since SQLite would replay it into the new file.
 */
final class Recovery {
  private final Path file;
  private final String name;

  private Recovery(Path file, String name) {
    this.file = file;
    this.name = name;
  }

  static Recovery of(Path file, String name) {
    return new Recovery(file, name);
  }

  private Path beside(String suffix) {
    return file.resolveSibling(file.getFileName() + suffix);
  }

  private Path marker() {
    return beside(".poisoned");
  }

  private Path copy() {
    return beside(".copying");
  }

  private Path finished() {
    return beside(".copied");
  }

  /** Leaves the marker; a disk that fails may refuse that too, then only this process knows. */
  void order() {
    try {
      Files.write(marker(), new byte[0], StandardOpenOption.CREATE);
      forceFolder();
    } catch (IOException e) {
      System.getLogger(Recovery.class.getName())
          .log(System.Logger.Level.ERROR, "a failed force could not be marked on the disk", e);
    }
  }

  /** Carries an ordered recovery to its end; returns whether there was one. */
  boolean finish() throws IOException {
    if (Files.notExists(marker()) && Files.notExists(finished())) {
      return false;
    }
    if (Files.notExists(finished())) {
      Files.deleteIfExists(copy());
      copyContent();
      force(copy());
      Files.move(copy(), finished(), StandardCopyOption.ATOMIC_MOVE);
      forceFolder();
    }
    Files.deleteIfExists(beside("-wal"));
    Files.deleteIfExists(beside("-shm"));
    Files.move(
        finished(), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    forceFolder();
    Files.deleteIfExists(marker());
    forceFolder();
    return true;
  }

  private void copyContent() throws IOException {
    StoreDirectory.createOwnerOnly(copy());
    Connection connection = Sqlite.connect(Sqlite.url(file), name);
    try {
      String target = copy().toAbsolutePath().toString().replace("'", "''");
      Sqlite.execute(connection, "VACUUM INTO '" + target + "'");
    } catch (SQLException e) {
      throw Faults.of(name, e);
    } finally {
      Sqlite.closeQuietly(connection);
    }
    checkCopy();
  }

  private void checkCopy() {
    Connection connection = Sqlite.connect(Sqlite.url(copy()), name);
    try {
      if (!Sqlite.text(connection, "PRAGMA integrity_check").equals("ok")) {
        throw new StoreException(Fault.CORRUPTED, name, null);
      }
    } catch (SQLException e) {
      throw Faults.of(name, e);
    } finally {
      Sqlite.closeQuietly(connection);
    }
  }

  private static void force(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private void forceFolder() throws IOException {
    OwnerOnlyFile.forceFolder(file);
  }
}
