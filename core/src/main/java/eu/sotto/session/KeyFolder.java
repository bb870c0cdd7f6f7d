package eu.sotto.session;

import eu.sotto.crypto.CryptoException;
import eu.sotto.crypto.FileRootKey;
import eu.sotto.crypto.VerifierKey;
import eu.sotto.interchange.EvidenceJson;
import eu.sotto.ledger.Evidence;
import eu.sotto.ledger.Ledger;
import eu.sotto.ledger.Trust;
import eu.sotto.store.StoreException;
import eu.sotto.store.StoreException.Fault;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Where a store's root key, key slot and anchor lie: a folder of the store's own, named after the
 * random id in the store's {@code store.id}, never beside the data.
 */
final class KeyFolder {
  private static final String ID_FILE = "store.id";
  private static final String ROOT_KEY = "root.key";
  private static final String WHAT = "the key folder";

  private final Path folder;

  private KeyFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Finds or creates the folder of a store.
   *
   * @param data the store's directory
   * @param parent the folder of key folders
   * @throws IllegalArgumentException if the parent lies in the store's directory
   * @throws StoreException if it cannot be created
   */
  static KeyFolder of(Path data, Path parent) {
    try {
      Path realData = data.toRealPath();
      Path keys = parent.toAbsolutePath().normalize();
      if (keys.startsWith(data.toAbsolutePath().normalize()) || keys.startsWith(realData)) {
        throw new IllegalArgumentException("the key folder must not lie in the data directory");
      }
      Path folder = named(storeId(realData), keys).folder;
      if (folder.toRealPath().startsWith(realData)) {
        throw new IllegalArgumentException("the key folder must not lie in the data directory");
      }
      return new KeyFolder(folder);
    } catch (IOException e) {
      throw new StoreException(Fault.UNAVAILABLE, WHAT, e);
    }
  }

  /**
   * Finds or creates the folder of a store that has told its id.
   *
   * @param id the store's random id
   * @param parent the folder of key folders
   * @throws StoreException if it cannot be created
   */
  static KeyFolder named(String id, Path parent) {
    try {
      Path folder = parent.toAbsolutePath().normalize().resolve(id);
      Files.createDirectories(folder);
      restrict(folder);
      return new KeyFolder(folder);
    } catch (IOException e) {
      throw new StoreException(Fault.UNAVAILABLE, WHAT, e);
    }
  }

  /**
   * Finds the folder of a store that has one; creates nothing.
   *
   * @param data the store's directory
   * @param parent the folder of key folders
   * @return the folder, if the root key is in it
   * @throws StoreException if it cannot be read
   */
  static Optional<KeyFolder> existing(Path data, Path parent) {
    try {
      if (Files.notExists(data.resolve(ID_FILE))) {
        return Optional.empty();
      }
      Path folder = parent.toAbsolutePath().normalize().resolve(storeId(data));
      return Files.isRegularFile(folder.resolve(ROOT_KEY))
          ? Optional.of(new KeyFolder(folder))
          : Optional.empty();
    } catch (IOException e) {
      throw new StoreException(Fault.UNAVAILABLE, WHAT, e);
    }
  }

  /** The verifier key that was exported when the store was made, and what changed since. */
  Trust exportedTrust() {
    try {
      String key = Files.readString(verifierKey(), StandardCharsets.US_ASCII).strip();
      List<Evidence> changes =
          Files.exists(changes())
              ? EvidenceJson.readAll(Files.readString(changes(), StandardCharsets.UTF_8))
              : List.of();
      return Trust.in(VerifierKey.parse(key), changes);
    } catch (IOException | IllegalArgumentException e) {
      throw new StoreException(Fault.UNAVAILABLE, "the exported verifier key", e);
    }
  }

  /** Writes what a stranger needs to check the log: the key once, the changes as they are now. */
  void export(Ledger ledger) {
    try {
      if (Files.notExists(verifierKey())) {
        Files.writeString(verifierKey(), ledger.verifierKey() + "\n", StandardCharsets.US_ASCII);
      }
      List<Evidence> found = ledger.changes();
      if (!found.isEmpty()) {
        Path draft = folder.resolve("verifier.changes.part");
        Files.writeString(draft, EvidenceJson.writeAll(found), StandardCharsets.UTF_8);
        Files.move(draft, changes(), StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      throw new StoreException(Fault.UNAVAILABLE, WHAT, e);
    }
  }

  /** The folder of key folders where the host says nothing. */
  static Path defaultParent() {
    String configured = System.getenv("XDG_CONFIG_HOME");
    Path config =
        configured == null || configured.isBlank()
            ? Path.of(System.getProperty("user.home"), ".config")
            : Path.of(configured);
    return config.resolve("sotto");
  }

  private static String storeId(Path data) throws IOException {
    Path file = data.resolve(ID_FILE);
    if (Files.exists(file)) {
      String id = Files.readString(file, StandardCharsets.US_ASCII).strip();
      if (!id.matches("[0-9a-f]{32}")) {
        throw new StoreException(Fault.CORRUPTED, ID_FILE, null);
      }
      return id;
    }
    byte[] id = new byte[16];
    new SecureRandom().nextBytes(id);
    String text = HexFormat.of().formatHex(id);
    Path draft = data.resolve(ID_FILE + ".part");
    Files.writeString(draft, text + "\n", StandardCharsets.US_ASCII);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    return text;
  }

  private static void restrict(Path path) throws IOException {
    if (Files.getFileAttributeView(path, PosixFileAttributeView.class) != null) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
    }
  }

  Path path() {
    return folder;
  }

  /** Makes a folder's entry durable; folders cannot be forced on every platform. */
  static void force(Path file) throws IOException {
    Path parent = file.toAbsolutePath().getParent();
    if (Files.getFileAttributeView(parent, PosixFileAttributeView.class) != null) {
      try (FileChannel channel = FileChannel.open(parent, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  Path slot() {
    return folder.resolve("slot");
  }

  Path anchor() {
    return folder.resolve("anchor");
  }

  private Path changes() {
    return folder.resolve("verifier.changes");
  }

  private Path verifierKey() {
    return folder.resolve("verifier.key");
  }

  /**
   * The root key in the folder; made if the store is new.
   *
   * @param isNew whether the store holds nothing yet
   */
  FileRootKey rootKey(boolean isNew) {
    Path file = folder.resolve(ROOT_KEY);
    if (Files.exists(file)) {
      return FileRootKey.open(file);
    }
    if (!isNew) {
      throw new StoreException(Fault.NO_ROOT_KEY, "the store", null);
    }
    return FileRootKey.create(file);
  }

  /** A fault of the keys in the store's terms. */
  static StoreException fault(CryptoException e) {
    if (e instanceof CryptoException.WrongRootKey) {
      return new StoreException(Fault.WRONG_ROOT_KEY, "the store", e);
    }
    if (e instanceof CryptoException.RolledBack) {
      return new StoreException(Fault.ROLLED_BACK, "the key store", e);
    }
    return e instanceof CryptoException.Unavailable
        ? new StoreException(Fault.UNAVAILABLE, "the key store", e)
        : new StoreException(Fault.CORRUPTED, "the key store", e);
  }
}
