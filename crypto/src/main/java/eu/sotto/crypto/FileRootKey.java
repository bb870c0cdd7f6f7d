package eu.sotto.crypto;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A root key in a file that only its owner may read, in a folder that is never beside the data.
 *
 * <p>Who has the file and the key store has the keys: a KMS or HSM is better where there is one.
 */
public final class FileRootKey implements RootKey, AutoCloseable {
  private static final byte[] MAGIC = {'S', 'O', 'T', 'T', 'O', 'R', 'K', 1};
  private static final int ID = 8;
  private static final int CHECK = 8;
  private static final int LENGTH = 8 + ID + Primitives.KEY + CHECK;
  private static final Set<PosixFilePermission> OWNER_ONLY =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private final String id;
  private final Secret key;
  private final Primitives primitives = new Primitives(null);

  private FileRootKey(byte[] file) {
    this.id = "file:" + HexFormat.of().formatHex(file, 8, 8 + ID);
    this.key = Secret.owning(Arrays.copyOfRange(file, 8 + ID, 8 + ID + Primitives.KEY));
  }

  /**
   * Makes a new key in a new file that only its owner may read and write.
   *
   * @param path a file that does not exist yet, in a folder that does
   * @return the key
   * @throws CryptoException.Unavailable if the file exists already or cannot be written
   */
  public static FileRootKey create(Path path) {
    byte[] file = new byte[LENGTH];
    new SecureRandom().nextBytes(file);
    System.arraycopy(MAGIC, 0, file, 0, MAGIC.length);
    System.arraycopy(check(file), 0, file, LENGTH - CHECK, CHECK);
    Set<StandardOpenOption> options =
        EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (FileChannel channel =
        isPosix(path)
            ? FileChannel.open(path, options, PosixFilePermissions.asFileAttribute(OWNER_ONLY))
            : FileChannel.open(path, options)) {
      ByteBuffer bytes = ByteBuffer.wrap(file);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
      forceFolder(path);
      return new FileRootKey(file);
    } catch (IOException e) {
      throw new CryptoException.Unavailable("root key file cannot be created", e);
    } finally {
      Arrays.fill(file, (byte) 0);
    }
  }

  /**
   * Reads a key file made by {@link #create}.
   *
   * @param path the file
   * @return the key
   * @throws CryptoException.WrongRootKey if others than the owner may access the file
   * @throws CryptoException.Malformed if the file is damaged or of another kind
   * @throws CryptoException.Unavailable if the file is absent or cannot be read
   */
  public static FileRootKey open(Path path) {
    byte @Nullable [] file = null;
    try {
      if (isPosix(path) && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(path))) {
        throw new CryptoException.WrongRootKey("root key file is open to others: chmod 600");
      }
      if (Files.size(path) != LENGTH) {
        throw new CryptoException.Malformed("root key file has another length");
      }
      file = Files.readAllBytes(path);
      boolean intact =
          file.length == LENGTH
              && Arrays.equals(file, 0, 8, MAGIC, 0, 8)
              && Arrays.equals(file, LENGTH - CHECK, LENGTH, check(file), 0, CHECK);
      if (!intact) {
        throw new CryptoException.Malformed("root key file is damaged");
      }
      return new FileRootKey(file);
    } catch (IOException e) {
      throw new CryptoException.Unavailable("root key file cannot be read", e);
    } finally {
      if (file != null) {
        Arrays.fill(file, (byte) 0);
      }
    }
  }

  private static boolean isPosix(Path path) {
    return Files.getFileAttributeView(
            path.toAbsolutePath().getParent(),
            PosixFileAttributeView.class,
            LinkOption.NOFOLLOW_LINKS)
        != null;
  }

  /** Makes the folder's entry durable too; folders cannot be forced on every platform. */
  static void forceFolder(Path path) throws IOException {
    if (isPosix(path)) {
      try (FileChannel folder =
          FileChannel.open(path.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
        folder.force(true);
      }
    }
  }

  private static byte[] check(byte[] file) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(file, 0, LENGTH - CHECK);
      return Arrays.copyOf(sha.digest(), CHECK);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public byte[] wrap(Secret wrapped, Context context) {
    return RootWrap.wrap(primitives, key, wrapped, context);
  }

  @Override
  public Secret unwrap(byte[] wrapped, Context context) {
    return RootWrap.unwrap(primitives, key, wrapped, context);
  }

  /** Zeroes the key in memory; the file stays. */
  @Override
  public void close() {
    key.close();
  }

  @Override
  public String toString() {
    return "FileRootKey[" + id + "]";
  }
}
