package eu.sotto.records;

import static eu.sotto.records.Soundness.CONTENT;
import static eu.sotto.records.Soundness.assertSound;
import static eu.sotto.records.Soundness.listed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.sotto.crypto.FaultyDisk;
import eu.sotto.crypto.FaultyDisk.Fate;
import eu.sotto.vocabulary.PrivacyException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every single call on a content's file or folder fails, kills the process or loses the power: make
 * a folder, make a file, write, force, close, rename, force the folder, remove. Afterwards a
 * content is whole or absent, nothing half written is left, and nothing that was kept is lost.
 */
class FileFaultTest {
  @TempDir(factory = InMemoryFolder.class)
  Path folder;

  private FaultyDisk disk = new FaultyDisk();
  private int runs;
  private int failures;

  /** The index and the keys of a dead process change no more either. */
  private void before(String step) {
    if (disk.isDead()) {
      throw new Steps.Injected();
    }
  }

  private void everyCall(Fate fate, Act prepare, Act act, Act again) throws IOException {
    int calls = run(-1, fate, prepare, act, again);
    assertThat(calls).isGreaterThan(1);
    for (int call = 0; call < calls; call++) {
      run(call, fate, prepare, act, again);
    }
    assertThat(failures).isPositive();
  }

  private int run(int call, Fate fate, Act prepare, Act act, Act again) throws IOException {
    Path path = folder.resolve("run-" + runs++);
    Path content = path.resolve("content");
    Rig rig = Rig.observed(path, disk.path(content), new ObservedKeys(), this::before);
    try {
      rig.answer("tel:+4930", "c-1");
      prepare.on(rig);
      Set<RecordId> old = listed(rig);
      disk.at(call, fate);
      boolean failed = fails(rig, act);
      final int calls = disk.calls();
      failures += failed ? 1 : 0;
      Set<RecordId> acked = failed ? Set.of() : listed(rig);
      if (!disk.isDead()) {
        rig.sweep();
      }
      disk.restart();
      reopen(rig, content);
      Set<RecordId> known = new HashSet<>(old);
      known.addAll(listed(rig));
      assertThat(listed(rig)).as("what was told as kept").containsAll(acked);
      assertWhole(rig, known, content);
      again.on(rig);
      assertWhole(rig, known, content);
      Set<RecordId> kept = listed(rig);
      disk.cutPower();
      reopen(rig, content);
      assertThat(listed(rig)).as("what a later loss of power leaves").isEqualTo(kept);
      assertWhole(rig, known, content);
      return calls;
    } finally {
      rig.close();
    }
  }

  private void reopen(Rig rig, Path content) {
    rig.contents = new ObservedContents(new FileContentStore(disk.path(content)));
    rig.reopen();
  }

  private static void assertWhole(Rig rig, Set<RecordId> known, Path content) throws IOException {
    assertSound(rig, known);
    assertThat(rig.contents.names()).isEqualTo(listed(rig));
    try (Stream<Path> files = Files.walk(content)) {
      assertThat(files.filter(file -> file.toString().endsWith(".part"))).isEmpty();
    }
  }

  private static boolean fails(Rig rig, Act act) {
    try {
      act.on(rig);
      return false;
    } catch (PrivacyException | Steps.Injected e) {
      return true;
    }
  }

  @ParameterizedTest
  @EnumSource(Fate.class)
  void keeping(Fate fate) throws IOException {
    everyCall(
        fate,
        rig -> rig.keep("c-1", CONTENT),
        rig -> rig.keep("c-1", CONTENT),
        rig -> assertThat(rig.read(rig.keep("c-1", CONTENT))).isEqualTo(CONTENT));
  }

  @ParameterizedTest
  @EnumSource(Fate.class)
  void beginningWithoutFinishing(Fate fate) throws IOException {
    everyCall(
        fate,
        rig -> rig.keep("c-1", CONTENT),
        rig -> {
          try (RecordWriter writer = rig.records.begin(Rig.recording("c-1"))) {
            writer.write(ByteBuffer.wrap(CONTENT));
          } catch (ClosedChannelException e) {
            throw new IllegalStateException(e);
          }
        },
        rig -> assertThat(listed(rig)).hasSize(1));
  }

  @ParameterizedTest
  @EnumSource(Fate.class)
  void disposing(Fate fate) throws IOException {
    everyCall(fate, Act::keepTwo, Act::disposeOfOne, Act::disposeOfAll);
  }

  @ParameterizedTest
  @EnumSource(Fate.class)
  void sweeping(Fate fate) throws IOException {
    everyCall(fate, Act::keepOneDueAndOneHeld, Rig::sweep, Act::sweepToWhatIsHeld);
  }

  @Test
  void aDiskThatForcesNothingIsCaught() {
    disk.forceNothing();
    assertThatThrownBy(() -> keeping(Fate.LOSES_POWER)).isInstanceOf(AssertionError.class);
  }
}
