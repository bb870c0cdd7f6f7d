package eu.sotto.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NetworkRootKeyTest {
  private final ExecutorService executor = Executors.newCachedThreadPool();
  private final RootKey inside = Vaults.rootKey();
  private final AtomicInteger calls = new AtomicInteger();
  private final AtomicInteger failures = new AtomicInteger();
  private final Vaults vaults = new Vaults();
  private Fault fault = () -> {};

  private interface Fault {
    void strike() throws Exception;
  }

  /** A KMS that fails as the test says before it answers. */
  private final class FakeKms implements NetworkRootKey.Client {
    private void meet() throws Exception {
      calls.incrementAndGet();
      if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
        fault.strike();
      }
    }

    @Override
    public byte[] encrypt(String keyId, byte[] plaintext, byte[] aad) throws Exception {
      meet();
      try (Secret key = Secret.of(plaintext)) {
        return inside.wrap(key, Context.of(aad));
      }
    }

    @Override
    public byte[] decrypt(String keyId, byte[] ciphertext, byte[] aad) throws Exception {
      meet();
      try (Secret key = inside.unwrap(ciphertext, Context.of(aad))) {
        return key.toArray();
      } catch (CryptoException.WrongRootKey e) {
        throw new NetworkRootKey.NotMine();
      }
    }
  }

  private NetworkRootKey root(Duration deadline) {
    return new NetworkRootKey("tenant-root", new FakeKms(), executor, deadline);
  }

  @AfterEach
  void stop() {
    executor.shutdownNow();
  }

  @Test
  void sealingOpeningAndDestroyingNeverAskTheKms() {
    try (KeyVault vault = vaults.builder().rootKey(root(Duration.ofSeconds(30))).open()) {
      int before = calls.get();
      KeyId key = vault.create(KeyKind.CONTENT);
      Context context = Context.of("x");
      byte[] sealed = vault.seal(Protection.by(key), context, new byte[10]);
      vault.open(context, sealed);
      assertThat(vault.destroy(List.of(key)).isComplete()).isTrue();
      assertThat(calls).hasValue(before);
    }
  }

  @Test
  void aKmsThatErrsIsAskedAgain() {
    fault =
        () -> {
          throw new IOException("connection reset");
        };
    failures.set(3);
    vaults.builder().rootKey(root(Duration.ofSeconds(30))).open().close();
    assertThat(calls).hasValue(4);
  }

  @Test
  void aKmsThatLimitsTheRateIsGivenTheTimeItAsksFor() {
    fault =
        () -> {
          throw new NetworkRootKey.TooManyRequests(Duration.ofMillis(20));
        };
    failures.set(2);
    long start = System.nanoTime();
    vaults.builder().rootKey(root(Duration.ofSeconds(30))).open().close();
    assertThat(calls).hasValue(3);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(40));
  }

  @Test
  void aKmsThatBlocksMakesOpeningUnavailableAndNotAHang() {
    CountDownLatch never = new CountDownLatch(1);
    fault = never::await;
    failures.set(Integer.MAX_VALUE);
    assertThatThrownBy(() -> vaults.builder().rootKey(root(Duration.ofMillis(200))).open())
        .isInstanceOf(CryptoException.Unavailable.class);
  }

  @Test
  void aKmsThatGoesOnErringMakesOpeningUnavailable() {
    fault =
        () -> {
          throw new IOException("connection reset");
        };
    failures.set(Integer.MAX_VALUE);
    assertThatThrownBy(() -> vaults.builder().rootKey(root(Duration.ofMillis(100))).open())
        .isInstanceOf(CryptoException.Unavailable.class);
  }

  @Test
  void aKmsThatDisownsTheKeyIsTheWrongRootKey() {
    vaults.builder().rootKey(root(Duration.ofSeconds(30))).open().close();
    fault =
        () -> {
          throw new NetworkRootKey.NotMine();
        };
    failures.set(1);
    int before = calls.get();
    assertThatThrownBy(() -> vaults.builder().rootKey(root(Duration.ofSeconds(30))).open())
        .isInstanceOf(CryptoException.WrongRootKey.class);
    assertThat(calls).hasValue(before + 1);
  }
}
