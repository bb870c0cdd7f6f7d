package eu.sotto.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A small text file that is replaced as a whole, durably, and readable by its owner only. One
 * thread replaces at a time.
 */
public final class OwnerOnlyFile {
  private final Path path;

  /**
   * Names the file; nothing is read or written.
   *
   * @param path its path
   */
  public OwnerOnlyFile(Path path) {
    this.path = path.toAbsolutePath();
  }

  /**
   * Reads the file.
   *
   * @return its content
   * @throws IOException if it is absent or cannot be read
   */
  public String read() throws IOException {
    return Files.readString(path);
  }

  /**
   * Replaces the content: whatever happens, it is the old or the new one.
   *
   * @param content the new content
   * @throws IOException if it could not be made durable
   */
  public void replace(String content) throws IOException {
    Path folder = path.getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Path next = path.resolveSibling(path.getFileName() + ".next");
    Files.deleteIfExists(next);
    StoreDirectory.createOwnerOnly(next);
    try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(content);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    forceFolder(path);
  }

  /**
   * Adds to the content; what a crash leaves of it is a beginning.
   *
   * @param more what to add
   * @throws IOException if it could not be made durable
   */
  public void append(String more) throws IOException {
    boolean isNew = Files.notExists(path);
    Path folder = path.getParent();
    if (isNew && folder != null) {
      Files.createDirectories(folder);
    }
    StoreDirectory.createOwnerOnly(path);
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.APPEND)) {
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(more);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    if (isNew) {
      forceFolder(path);
    }
  }

  /** Makes renames and new files beside this one durable. */
  static void forceFolder(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    // Windows cannot open a folder and needs no such force.
    if (folder != null && java.io.File.separatorChar == '/') {
      try (FileChannel channel = FileChannel.open(folder)) {
        channel.force(true);
      }
    }
  }
}
