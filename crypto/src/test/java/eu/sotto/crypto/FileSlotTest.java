package eu.sotto.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;
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
}
