package eu.sotto.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSlotTest {
  private static Bytes content(long seed, int length) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return Bytes.of(bytes);
  }

  @Test
  void aNewSlotIsEmptyAndItsFileIsTheOwnersOnly(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("slot");
    try (FileSlot slot = FileSlot.open(file)) {
      assertThat(slot.read()).isEmpty();
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void theReplacedContentIsNowhereInTheFile(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("slot");
    Bytes old = content(1, 300);
    try (FileSlot slot = FileSlot.open(file)) {
      assertThat(slot.replace(0, old)).isTrue();
      assertThat(slot.replace(1, content(2, 200))).isTrue();
      assertThat(slot.replace(1, content(3, 200))).isFalse();
    }
    byte[] bytes = Files.readAllBytes(file);
    for (int at = 0; at < 300 - 16; at++) {
      byte[] piece = java.util.Arrays.copyOfRange(old.toArray(), at, at + 16);
      assertThat(Faults.contains(bytes, piece)).isFalse();
    }
    try (FileSlot slot = FileSlot.open(file)) {
      assertThat(slot.read()).contains(new DestroyableSlot.Content(2, content(2, 200)));
    }
  }

  @Test
  void oneHolderAtATime(@TempDir Path folder) {
    Path file = folder.resolve("slot");
    try (FileSlot slot = FileSlot.open(file)) {
      assertThat(slot.read()).isEmpty();
      assertThatThrownBy(() -> FileSlot.open(file)).isInstanceOf(CryptoException.Unavailable.class);
    }
    FileSlot.open(file).close();
  }

  @Property(tries = 2_000)
  void aPowerCutAtAnyWriteLeavesTheOldOrTheNewContentAndNothingElse(@ForAll Random random) {
    Faults faults = new Faults(random);
    Faults.Sectors sectors = faults.new Sectors();
    FileSlot slot = FileSlot.on(sectors);
    long version = 0;
    Bytes now = content(0, 64);
    int replacements = 1 + random.nextInt(6);
    for (int i = 0; i < replacements; i++) {
      now = content(i, 64 + random.nextInt(200));
      assertThat(slot.replace(version++, now)).isTrue();
    }
    Bytes next = content(99, 64 + random.nextInt(200));
    if (random.nextBoolean()) {
      faults.cutPowerAfter(random.nextInt(4));
    } else {
      faults.failOnceAfter(random.nextInt(4));
    }
    assertThatThrownBy(() -> slot.replace(replacements, next))
        .isInstanceOf(CryptoException.Unavailable.class);
    faults.heal();
    if (random.nextBoolean()) {
      sectors.restart();
    }
    if (random.nextBoolean()) {
      faults.cutPowerAfter(random.nextInt(4));
      try {
        FileSlot.on(sectors);
      } catch (CryptoException.Unavailable powerCutWhileRecovering) {
        assertThat(faults.isDead()).isTrue();
      }
      faults.heal();
      sectors.restart();
    }
    FileSlot again = FileSlot.on(sectors);
    DestroyableSlot.Content content = again.read().orElseThrow();
    sectors.restart();
    assertThat(content.value()).isIn(now, next);
    assertThat(content.version())
        .isEqualTo(content.value().equals(next) ? replacements + 1 : replacements);
    Bytes other = content.value().equals(next) ? now : next;
    assertThat(sectors.holds(other.toArray())).isFalse();
    assertThat(again.replace(content.version(), content(100, 10))).isTrue();
  }

  /** Making the file and each write of two replacements: every call fails, kills or loses power. */
  @Property(tries = 200)
  void whateverCallOnTheFileFailsWhatWasAckedIsThereAndTheFormerIsNot(
      @ForAll Random random, @ForAll FaultyDisk.Fate fate) throws IOException {
    assertThat(violation(random, fate, new FaultyDisk())).isEmpty();
  }

  @Example
  void aDiskThatForcesNothingIsCaught() throws IOException {
    Optional<String> violation = Optional.empty();
    for (int seed = 0; violation.isEmpty() && seed < 50; seed++) {
      FaultyDisk disk = new FaultyDisk();
      disk.forceNothing();
      violation = violation(new Random(seed), FaultyDisk.Fate.DIES, disk);
    }
    assertThat(violation).isPresent();
  }

  private static Optional<String> violation(Random random, FaultyDisk.Fate fate, FaultyDisk disk)
      throws IOException {
    Path folder = Files.createTempDirectory("slot");
    Path real = folder.resolve("slot");
    Path file = disk.path(real);
    List<Bytes> contents = List.of(content(1, 300), content(2, 200), content(3, 250));
    try {
      disk.at(random.nextInt(24), fate);
      long acked = written(file, contents, 0);
      disk.restart();
      acked = written(file, contents, acked);
      disk.cutPower();
      try (FileSlot slot = FileSlot.open(file)) {
        Optional<DestroyableSlot.Content> now = slot.read();
        if (acked != contents.size() || !now.map(one -> one.version()).equals(Optional.of(acked))) {
          return Optional.of("something acked is lost");
        }
      }
      byte[] bytes = Files.readAllBytes(real);
      boolean left =
          contents.subList(0, 2).stream().anyMatch(one -> Faults.contains(bytes, one.toArray()));
      return left ? Optional.of("something replaced is left") : Optional.empty();
    } finally {
      Files.deleteIfExists(real);
      Files.delete(folder);
    }
  }

  /** The version of the last content that was acked, or is there although that was not. */
  private static long written(Path file, List<Bytes> contents, long acked) {
    long version = acked;
    try (FileSlot slot = FileSlot.open(file)) {
      long there = slot.read().map(DestroyableSlot.Content::version).orElse(0L);
      assertThat(there).isBetween(acked, acked + 1);
      version = there;
      while (version < contents.size()) {
        assertThat(slot.replace(version, contents.get((int) version))).isTrue();
        version++;
      }
    } catch (CryptoException.Unavailable e) {
      return version;
    }
    return version;
  }
}
