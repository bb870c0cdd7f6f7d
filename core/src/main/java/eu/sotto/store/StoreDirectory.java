package eu.sotto.store;

import eu.sotto.store.StoreException.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A folder of stores that one opener holds at a time, readable by its owner only.
 *
 * <p>The lock ends with {@link #close()} or with the process, however that ends. Thread-safe.
 */
public final class StoreDirectory implements AutoCloseable {
  private static final String LOCK = "lock.db";
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> OWNER_ONLY_FILE =
      PosixFilePermissions.fromString("rw-------");

  private final Path path;
  private final Connection lock;

  private StoreDirectory(Path path, Connection lock) {
    this.path = path;
    this.lock = lock;
  }

  /**
   * Opens a folder and locks it; creates it if it is absent.
   *
   * @param path the folder
   * @return the locked folder
   * @throws StoreException {@link Fault#IN_USE} if somebody holds it; {@link Fault#FOREIGN} if it
   *     holds other things and others than its owner may enter it; {@link Fault#NO_DRIVER}; {@link
   *     Fault#UNAVAILABLE} if it cannot be created or read
   */
  public static StoreDirectory open(Path path) {
    try {
      prepare(path);
      Path file = path.resolve(LOCK);
      createOwnerOnly(file);
      return new StoreDirectory(path, hold(file));
    } catch (IOException e) {
      throw new StoreException(Fault.UNAVAILABLE, "the store's folder", e);
    }
  }

  // SQLite's lock and not a FileChannel's: a second channel of the same process would drop the
  // first one's lock when it is closed.
  private static Connection hold(Path file) {
    Connection connection = Sqlite.connect(Sqlite.url(file), "the store's folder");
    try {
      Sqlite.execute(connection, "PRAGMA busy_timeout=0");
      Sqlite.execute(connection, "BEGIN EXCLUSIVE");
      return connection;
    } catch (SQLException e) {
      Sqlite.closeQuietly(connection);
      StoreException fault = Faults.of("the store's folder", e);
      throw fault.fault() == Fault.BUSY
          ? new StoreException(Fault.IN_USE, "the store's folder", e)
          : fault;
    }
  }

  private static void prepare(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      Path parent = path.toAbsolutePath().getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Files.createDirectory(path);
      restrict(path, OWNER_ONLY);
    } else if (isPosix(path) && !Files.getPosixFilePermissions(path).equals(OWNER_ONLY)) {
      if (!isOurs(path)) {
        throw new StoreException(Fault.FOREIGN, "the folder, open to others and not empty,", null);
      }
      restrict(path, OWNER_ONLY);
    }
  }

  private static boolean isOurs(Path path) throws IOException {
    try (Stream<Path> content = Files.list(path)) {
      return Files.exists(path.resolve(LOCK)) || content.findAny().isEmpty();
    }
  }

  /** Creates an empty file for its owner only, or tightens one that is there. */
  static void createOwnerOnly(Path file) throws IOException {
    if (Files.notExists(file)) {
      if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY_FILE));
      } else {
        Files.createFile(file);
      }
    }
    restrict(file, OWNER_ONLY_FILE);
  }

  private static void restrict(Path path, Set<PosixFilePermission> permissions) throws IOException {
    if (isPosix(path)) {
      Files.setPosixFilePermissions(path, permissions);
    }
  }

  private static boolean isPosix(Path path) {
    return Files.getFileAttributeView(path, PosixFileAttributeView.class) != null;
  }

  /**
   * The folder.
   *
   * @return its path, as given
   */
  public Path path() {
    return path;
  }

  /** Releases the lock; files opened in it must have been closed before. */
  @Override
  public void close() {
    Sqlite.closeQuietly(lock);
  }
}
