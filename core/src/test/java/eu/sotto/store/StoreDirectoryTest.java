package eu.sotto.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.sotto.store.StoreException.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreDirectoryTest {
  @TempDir Path temp;

  @Test
  void onlyOneOpenerHoldsAFolder() {
    Path path = temp.resolve("data");
    try (StoreDirectory first = StoreDirectory.open(path)) {
      assertThat(first.path()).isEqualTo(path);
      // Twice: a refused opener must not loosen the first one's lock.
      assertRefused(path, Fault.IN_USE);
      assertRefused(path, Fault.IN_USE);
    }
    StoreDirectory.open(path).close();
  }

  @Test
  void anotherProcessIsRefusedToo() throws Exception {
    Path path = temp.resolve("data");
    StoreDirectory first = StoreDirectory.open(path);
    try {
      assertRefused(path, Fault.IN_USE);
      assertThat(ChildJvm.run(Opener.class, path.toString())).isEqualTo("IN_USE");
    } finally {
      first.close();
    }
    assertThat(ChildJvm.run(Opener.class, path.toString())).isEqualTo("opened");
  }

  @Test
  void folderAndFilesAreForTheirOwnerOnly() throws Exception {
    Path path = temp.resolve("a/b/data");
    try (StoreDirectory directory = StoreDirectory.open(path);
        SqliteFile file = Samples.open(directory)) {
      Samples.insert(file, "x");
      assertThat(permissions(path)).isEqualTo("rwx------");
      try (var content = Files.list(path)) {
        assertThat(content.filter(Files::isRegularFile))
            .hasSizeGreaterThanOrEqualTo(3)
            .allSatisfy(each -> assertThat(permissions(each)).isEqualTo("rw-------"));
      }
    }
  }

  @Test
  void anEmptyFolderIsTightenedAndAForeignOneIsLeftAlone() throws Exception {
    Path empty = Files.createDirectory(temp.resolve("empty"));
    Files.setPosixFilePermissions(empty, PosixFilePermissions.fromString("rwxr-xr-x"));
    StoreDirectory.open(empty).close();
    assertThat(permissions(empty)).isEqualTo("rwx------");

    Path foreign = Files.createDirectory(temp.resolve("foreign"));
    Files.writeString(foreign.resolve("other.txt"), "other");
    Files.setPosixFilePermissions(foreign, PosixFilePermissions.fromString("rwxr-xr-x"));
    assertRefused(foreign, Fault.FOREIGN);
    assertThat(permissions(foreign)).isEqualTo("rwxr-xr-x");
    assertThat(foreign).isDirectoryContaining(file -> file.endsWith("other.txt"));
  }

  @Test
  void aFolderThatCannotBeMadeIsATypedFault() throws Exception {
    Path file = Files.writeString(temp.resolve("file"), "");
    assertRefused(file.resolve("data"), Fault.UNAVAILABLE);
  }

  @Test
  void aDriverThatCannotBeLoadedNamesTheRemedy() throws Exception {
    Path noFolder = Files.writeString(temp.resolve("no-folder"), "");
    String answer =
        ChildJvm.with("-Dorg.sqlite.tmpdir=" + noFolder)
            .output(Opener.class, temp.resolve("data").toString());
    assertThat(answer).isEqualTo("NO_DRIVER");
  }

  private static void assertRefused(Path path, Fault fault) {
    assertThatThrownBy(() -> StoreDirectory.open(path))
        .isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.fault()).isEqualTo(fault))
        .message()
        .doesNotContain(path.toString());
  }

  private static String permissions(Path path) throws java.io.IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  /** Tries to open a folder and prints the outcome. */
  static final class Opener {
    private Opener() {}

    public static void main(String[] args) {
      try (StoreDirectory directory = StoreDirectory.open(Path.of(args[0]))) {
        System.out.print(Files.isDirectory(directory.path()) ? "opened" : "absent");
      } catch (StoreException e) {
        System.out.print(e.fault());
      }
    }
  }
}
