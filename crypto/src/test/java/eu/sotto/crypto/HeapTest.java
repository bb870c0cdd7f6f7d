package eu.sotto.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeapTest {
  private static final Context CONTEXT = Context.of("heap");
  private static final int PIECE = 1 << 20;

  /** The key's bytes inverted, so that the search itself leaves no copy to be found. */
  private static byte[] inverted(byte[] key) {
    byte[] inverted = key.clone();
    for (int i = 0; i < inverted.length; i++) {
      inverted[i] ^= (byte) 0xff;
    }
    Arrays.fill(key, (byte) 0);
    return inverted;
  }

  private static boolean dumpHolds(List<byte[]> keys, Path folder, String name) throws IOException {
    Path file = folder.resolve(name + ".hprof");
    ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
        .dumpHeap(file.toString(), true);
    try (InputStream in = Files.newInputStream(file)) {
      byte[] window = new byte[PIECE + Primitives.KEY];
      int kept = 0;
      for (int read = in.readNBytes(window, 0, PIECE);
          read > 0;
          read = in.readNBytes(window, kept, PIECE)) {
        int filled = kept + read;
        if (keys.stream().anyMatch(key -> finds(window, filled, key))) {
          return true;
        }
        kept = Math.min(filled, Primitives.KEY - 1);
        System.arraycopy(window, filled - kept, window, 0, kept);
      }
      return false;
    } finally {
      Files.delete(file);
    }
  }

  private static boolean finds(byte[] window, int filled, byte[] inverted) {
    for (int at = 0; at + inverted.length <= filled; at++) {
      int same = 0;
      while (same < inverted.length && (window[at + same] ^ inverted[same]) == (byte) 0xff) {
        same++;
      }
      if (same == inverted.length) {
        return true;
      }
    }
    return false;
  }

  @Test
  void afterDestroyingNoCopyOfTheKeyIsInTheHeap(@TempDir Path folder) throws Exception {
    Vaults vaults = new Vaults();
    try (KeyVault vault = vaults.open()) {
      KeyId key = vault.create(KeyKind.CONTENT);
      byte[] sealed = vault.seal(Protection.by(key), CONTEXT, new byte[100_000]);
      assertThat(vault.open(CONTEXT, sealed)).hasSize(100_000);
      byte[] canary;
      try (Secret body = vault.keyForTests(key)) {
        canary = inverted(body.toArray());
      }
      try (InputStream idle = vault.opening(CONTEXT, new ByteArrayInputStream(sealed))) {
        assertThat(idle.read()).isZero();
        assertThat(dumpHolds(List.of(canary), folder, "before")).as("the search works").isTrue();
        vault.destroy(List.of(key));
        assertThat(dumpHolds(List.of(canary), folder, "after")).isFalse();
      }
      assertThat(vault.state(key)).isEqualTo(KeyState.DESTROYED);
    }
  }

  @Test
  void afterDestroyingNothingThatWasDerivedFromTheKeysIsInTheHeap(@TempDir Path folder)
      throws Exception {
    KeyVault vault = new Vaults().builder().provider(new WatchedProvider()).open();
    try (vault) {
      Protection protection =
          Protection.by(vault.create(KeyKind.CONTENT), vault.create(KeyKind.BUCKET));
      vault.open(CONTEXT, vault.seal(protection, CONTEXT, new byte[10]));
      WatchedProvider.SEEN.clear();
      byte[] sealed = vault.seal(protection, CONTEXT, new byte[100_000]);
      List<byte[]> derived = List.copyOf(WatchedProvider.SEEN);
      assertThat(derived).as("fresh, prk, kek twice, data key, payload key").hasSizeGreaterThan(5);
      try (InputStream idle = vault.opening(CONTEXT, new ByteArrayInputStream(sealed))) {
        assertThat(idle.read()).isZero();
        assertThat(dumpHolds(derived, folder, "before")).as("the search works").isTrue();
        vault.destroy(protection.keys());
        assertThat(dumpHolds(derived, folder, "after")).isFalse();
      }
      vault.close();
      WatchedProvider.SEEN.forEach(key -> Arrays.fill(key, (byte) 0));
    }
  }
}
