package eu.sotto.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileContentStoreTest extends ContentStoreContract {
  @TempDir Path folder;
  private ContentStore store;

  @BeforeEach
  void open() {
    store = new FileContentStore(folder.resolve("a").resolve("content"));
  }

  @Override
  ContentStore store() {
    return store;
  }

  @Test
  @Tag("R50")
  void onlyTheOwnerCanReadFoldersAndFiles() throws IOException {
    RecordId id = RecordId.random(new SecureRandom());
    try (ContentStore.Draft draft = store.begin(id)) {
      draft.write(ByteBuffer.allocate(1));
      draft.publish();
    }
    try (Stream<Path> all = Files.walk(folder.resolve("a"))) {
      for (Path path : all.toList()) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
            .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------");
      }
    }
  }

  @Test
  void filesOfOthersInTheFolderAreLeftAlone() throws IOException {
    Path foreign = folder.resolve("a").resolve("content").resolve("lost+found");
    Files.createDirectory(foreign);
    Files.writeString(foreign.resolve("readme.sealed"), "not ours");

    assertThat(store.names()).isEmpty();
    assertThat(foreign.resolve("readme.sealed")).hasContent("not ours");
  }

  @Test
  void aStoreOpenedAnewFindsWhatWasPublished() throws IOException {
    RecordId id = RecordId.random(new SecureRandom());
    try (ContentStore.Draft draft = store.begin(id)) {
      draft.write(ByteBuffer.wrap(new byte[] {1, 2, 3}));
      draft.publish();
    }
    try (ContentStore again = new FileContentStore(folder.resolve("a").resolve("content"))) {
      assertThat(again.names()).containsExactly(id);
      assertThat(again.open(id).size()).isEqualTo(3);
    }
  }

  @Test
  void aFileInTheWayIsAClearFault() throws IOException {
    Files.writeString(folder.resolve("file"), "");
    assertThatThrownBy(() -> new FileContentStore(folder.resolve("file").resolve("content")))
        .isInstanceOf(RecordException.Unavailable.class);
  }

  @Test
  void whatTheSystemSaysOfAFullDiskIsUnderstood() {
    for (String said :
        List.of("No space left on device", "Disk quota exceeded", "There is not enough space")) {
      assertThat(RecordException.of("writing", new IOException(said)))
          .isInstanceOf(RecordException.StorageFull.class);
      assertThat(RecordException.of("writing", new FileSystemException("f", null, said)))
          .isInstanceOf(RecordException.StorageFull.class);
    }
    assertThat(RecordException.of("writing", new IOException("Input/output error")))
        .isInstanceOf(RecordException.Unavailable.class);
    assertThat(RecordException.of("writing", new IOException()))
        .isInstanceOf(RecordException.Unavailable.class);
  }
}
