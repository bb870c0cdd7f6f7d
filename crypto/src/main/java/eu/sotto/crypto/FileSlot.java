package eu.sotto.crypto;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Two checksummed sectors of a raw file, in the folder of the root key and never beside the data.
 *
 * <p>Replacing writes the other sector, forces it, and only then overwrites the old one and forces
 * that: a crash leaves the old or the new content, and opening the slot again finishes the
 * overwriting. A sector is overwritten in place; on media that remap sectors (flash) or file
 * systems that copy on write the operator's encryption of the disk has to cover the remapped
 * copies.
 *
 * <p>One process at a time holds the file, by a lock on it.
 */
public final class FileSlot implements DestroyableSlot {
  static final int SECTOR = 4096;
  private static final int HEAD = 8 + 8 + 4;
  private static final int CHECK = 32;
  private static final byte[] MAGIC = {'S', 'O', 'T', 'T', 'O', 'S', 'L', 1};

  private final ReentrantLock lock = new ReentrantLock();
  private final Disk disk;
  private boolean settled;

  private FileSlot(Disk disk) {
    this.disk = disk;
  }

  /**
   * Opens the slot of a file, made owner-only if it is absent, and wipes what a crash left.
   *
   * @param path the file
   * @return the slot, to be closed
   * @throws CryptoException.Unavailable if another process or slot holds the file
   */
  public static FileSlot open(Path path) {
    return on(FileDisk.open(path));
  }

  /** Opens a slot on any two sectors, for tests that crash between writes. */
  static FileSlot on(Disk disk) {
    FileSlot slot = new FileSlot(disk);
    try {
      slot.read();
      return slot;
    } catch (RuntimeException e) {
      slot.close();
      throw e;
    }
  }

  @Override
  public String name() {
    return "file slot";
  }

  @Override
  public Optional<Content> read() {
    lock.lock();
    try {
      return Optional.ofNullable(settle())
          .map(sector -> new Content(sector.version, sector.content));
    } catch (IOException e) {
      throw new CryptoException.Unavailable("file slot cannot be read", e);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean replace(long expectedVersion, Bytes content) {
    if (content.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("content is longer than " + MAX_LENGTH + " bytes");
    }
    lock.lock();
    try {
      @Nullable Sector now = settle();
      long version = now == null ? 0 : now.version;
      if (version != expectedVersion) {
        return false;
      }
      int other = now == null ? 0 : 1 - now.index;
      settled = false;
      disk.write(other, encode(version + 1, content.shared()));
      disk.force();
      disk.write(1 - other, new byte[SECTOR]);
      disk.force();
      settled = true;
      return true;
    } catch (IOException e) {
      throw new CryptoException.Unavailable("file slot cannot be written", e);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Finds the newest sector, after a crash or a failed force makes sure that it is on the medium
   * (what the page cache shows proves nothing then), and wipes the other one.
   */
  private @Nullable Sector settle() throws IOException {
    @Nullable Sector newest = newest(load(0), load(1));
    if (!settled) {
      if (newest != null) {
        disk.write(newest.index, encode(newest.version, newest.content.shared()));
        disk.force();
      }
      for (int index = 0; index < 2; index++) {
        boolean keep = newest != null && newest.index == index;
        if (!keep && !isBlank(disk.read(index))) {
          disk.write(index, new byte[SECTOR]);
          disk.force();
        }
      }
      settled = true;
    }
    return newest;
  }

  private static boolean isBlank(byte[] sector) {
    return Arrays.equals(sector, new byte[SECTOR]);
  }

  private static @Nullable Sector newest(@Nullable Sector a, @Nullable Sector b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return a.version > b.version ? a : b;
  }

  private @Nullable Sector load(int index) throws IOException {
    byte[] bytes = disk.read(index);
    ByteBuffer source = ByteBuffer.wrap(bytes);
    byte[] magic = new byte[MAGIC.length];
    source.get(magic);
    long version = source.getLong();
    int length = source.getInt();
    boolean framed =
        Arrays.equals(magic, MAGIC) && version >= 1 && length >= 0 && length <= MAX_LENGTH;
    if (!framed
        || !Arrays.equals(
            digest(bytes, HEAD + length), Arrays.copyOfRange(bytes, SECTOR - CHECK, SECTOR))) {
      return null;
    }
    return new Sector(index, version, Bytes.owning(Arrays.copyOfRange(bytes, HEAD, HEAD + length)));
  }

  private static byte[] encode(long version, byte[] content) {
    byte[] bytes = new byte[SECTOR];
    ByteBuffer.wrap(bytes).put(MAGIC).putLong(version).putInt(content.length).put(content);
    System.arraycopy(digest(bytes, HEAD + content.length), 0, bytes, SECTOR - CHECK, CHECK);
    return bytes;
  }

  private static byte[] digest(byte[] bytes, int length) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(bytes, 0, length);
      return sha.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      disk.close();
    } catch (IOException e) {
      throw new CryptoException.Unavailable("file slot cannot be closed", e);
    } finally {
      lock.unlock();
    }
  }

  private record Sector(int index, long version, Bytes content) {}

  /** Two sectors and a force. */
  interface Disk {
    byte[] read(int index) throws IOException;

    void write(int index, byte[] sector) throws IOException;

    void force() throws IOException;

    void close() throws IOException;
  }

  private record FileDisk(FileChannel channel, FileLock held) implements Disk {
    static FileDisk open(Path path) {
      try {
        boolean fresh = !Files.exists(path);
        if (fresh) {
          createOwnerOnly(path);
        }
        FileChannel channel =
            FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
          return held(path, channel);
        } catch (IOException | RuntimeException e) {
          // a channel that stays open would hold the file against this process too
          channel.close();
          throw e;
        }
      } catch (IOException e) {
        throw new CryptoException.Unavailable("file slot cannot be opened", e);
      }
    }

    private static FileDisk held(Path path, FileChannel channel) throws IOException {
      @Nullable FileLock held = tryLock(channel);
      if (held == null) {
        throw new CryptoException.Unavailable("file slot is held by another vault", null);
      }
      FileDisk disk = new FileDisk(channel, held);
      if (isBlank(disk.read(0)) && isBlank(disk.read(1))) {
        // whoever made the file may have died before its name was on the medium
        disk.write(0, new byte[SECTOR]);
        disk.write(1, new byte[SECTOR]);
        disk.force();
        FileRootKey.forceFolder(path);
      }
      return disk;
    }

    private static void createOwnerOnly(Path path) throws IOException {
      if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.createFile(
            path,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      } else {
        Files.createFile(path);
      }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
      try {
        return channel.tryLock();
      } catch (OverlappingFileLockException e) {
        return null;
      }
    }

    @Override
    public byte[] read(int index) throws IOException {
      ByteBuffer sector = ByteBuffer.allocate(SECTOR);
      while (sector.hasRemaining()
          && channel.read(sector, (long) index * SECTOR + sector.position()) >= 0) {}
      return sector.array();
    }

    @Override
    public void write(int index, byte[] sector) throws IOException {
      ByteBuffer source = ByteBuffer.wrap(sector);
      while (source.hasRemaining()) {
        channel.write(source, (long) index * SECTOR + source.position());
      }
    }

    @Override
    public void force() throws IOException {
      channel.force(true);
    }

    @Override
    public void close() throws IOException {
      held.release();
      channel.close();
    }
  }
}
