package eu.sotto.records;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps each sealed content as a file of its own, readable by its owner only.
 *
 * <p>A draft is written beside its place as {@code .part}; publishing forces it, renames it
 * atomically and forces the folder, so that after a crash a content is whole or absent. Files lie
 * in 256 folders by the first byte of their random name.
 */
public final class FileContentStore implements ContentStore {
  private static final String SEALED = ".sealed";
  private static final String DRAFT = ".part";
  private static final Pattern NAME = Pattern.compile("([0-9a-f]{32})\\.(sealed|part)");

  private final Path root;
  private final boolean posix;

  /** The folders whose names this store has made durable. */
  private final Set<Path> made = ConcurrentHashMap.newKeySet();

  /**
   * Opens the folder, creating it with owner-only permissions where it is missing.
   *
   * @param root the folder
   * @throws RecordException.Unavailable if it cannot be created
   */
  public FileContentStore(Path root) {
    this.root = root;
    this.posix = root.getFileSystem().supportedFileAttributeViews().contains("posix");
    try {
      if (!Files.isDirectory(root)) {
        makeFolder(root);
      }
    } catch (IOException e) {
      throw RecordException.of("creating the folder", e);
    }
  }

  @Override
  public Draft begin(RecordId id) {
    if (Files.exists(file(id, SEALED))) {
      throw new IllegalStateException("a content of this name was published already");
    }
    try {
      Path folder = folder(id);
      if (!made.contains(folder)) {
        makeFolder(folder);
        made.add(folder);
      }
      Path part = file(id, DRAFT);
      Files.deleteIfExists(part);
      FileAttribute<?>[] ownerOnly = ownerOnly("rw-------");
      FileChannel channel =
          FileChannel.open(
              part, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly);
      return new FileDraft(id, channel);
    } catch (IOException e) {
      throw RecordException.of("beginning a file", e);
    }
  }

  @Override
  public SeekableByteChannel open(RecordId id) {
    try {
      return FileChannel.open(file(id, SEALED), StandardOpenOption.READ);
    } catch (NoSuchFileException e) {
      throw new RecordException.Missing(id);
    } catch (IOException e) {
      throw RecordException.of("opening a file", e);
    }
  }

  @Override
  public void remove(RecordId id) {
    try {
      Files.deleteIfExists(file(id, SEALED));
      Files.deleteIfExists(file(id, DRAFT));
      if (Files.isDirectory(folder(id))) {
        // also where a process that died removed the file: its name may still be on the medium
        force(folder(id));
      }
    } catch (IOException e) {
      throw RecordException.of("removing a file", e);
    }
  }

  @Override
  public Set<RecordId> names() {
    Set<RecordId> names = new HashSet<>();
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(root, Files::isDirectory)) {
      for (Path folder : folders) {
        addNames(folder, names);
      }
    } catch (IOException e) {
      throw RecordException.of("listing the files", e);
    }
    return names;
  }

  private static void addNames(Path folder, Set<RecordId> names) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (name.matches()) {
          names.add(RecordId.parse(name.group(1)));
        }
      }
    }
  }

  /** Does nothing: the store holds no file open between calls. */
  @Override
  public void close() {}

  private Path folder(RecordId id) {
    return root.resolve(id.toString().substring(0, 2));
  }

  private Path file(RecordId id, String suffix) {
    return folder(id).resolve(id + suffix);
  }

  /** Durable when this returns, also where a process made the folder that died right then. */
  private void makeFolder(Path folder) throws IOException {
    Path parent = folder.toAbsolutePath().getParent();
    if (parent != null && !Files.isDirectory(parent)) {
      makeFolder(parent);
    }
    try {
      Files.createDirectory(folder, ownerOnly("rwx------"));
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(folder)) {
        throw e;
      }
    }
    if (parent != null) {
      force(parent);
    }
  }

  private FileAttribute<?>[] ownerOnly(String permissions) {
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  /** Makes names in a folder durable; Windows does so by itself and cannot open a folder. */
  private void force(Path folder) throws IOException {
    if (posix) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private final class FileDraft implements Draft {
    private final RecordId id;
    private final FileChannel channel;
    private long size;
    private boolean published;

    FileDraft(RecordId id, FileChannel channel) {
      this.id = id;
      this.channel = channel;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
      int count = channel.write(source);
      size += count;
      return count;
    }

    @Override
    public long size() {
      return size;
    }

    @Override
    public void publish() {
      if (!channel.isOpen()) {
        throw new IllegalStateException("the draft is closed");
      }
      try {
        channel.force(true);
        channel.close();
        Files.move(file(id, DRAFT), file(id, SEALED), StandardCopyOption.ATOMIC_MOVE);
        published = true;
        force(folder(id));
      } catch (IOException e) {
        throw RecordException.of("publishing a file", e);
      }
    }

    @Override
    public boolean isOpen() {
      return channel.isOpen();
    }

    @Override
    public void close() {
      try {
        channel.close();
        if (!published) {
          Files.deleteIfExists(file(id, DRAFT));
        }
      } catch (IOException e) {
        throw RecordException.of("discarding a draft", e);
      }
    }
  }
}
