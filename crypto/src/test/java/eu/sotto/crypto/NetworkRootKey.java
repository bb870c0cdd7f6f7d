package eu.sotto.crypto;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * An example of a root key in a network KMS: bounded waiting, a few attempts, clear outcomes.
 *
 * <p>A host copies this shape around its own client. What the client calls "not mine" or "denied"
 * is final ({@link CryptoException.WrongRootKey}); everything else is tried again within the
 * deadline and then reported as {@link CryptoException.Unavailable}.
 */
final class NetworkRootKey implements RootKey {
  /** What the host's client offers; the context goes in as additional authenticated data. */
  interface Client {
    byte[] encrypt(String keyId, byte[] plaintext, byte[] aad) throws Exception;

    byte[] decrypt(String keyId, byte[] ciphertext, byte[] aad) throws Exception;
  }

  /** The service knows the key and says that the ciphertext is not its own. */
  static final class NotMine extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /** The service asks to slow down. */
  static final class TooManyRequests extends Exception {
    private static final long serialVersionUID = 1L;
    final Duration retryAfter;

    TooManyRequests(Duration retryAfter) {
      this.retryAfter = retryAfter;
    }
  }

  private interface Call {
    byte[] run() throws Exception;
  }

  private final String keyId;
  private final Client client;
  private final ExecutorService executor;
  private final Duration deadline;

  NetworkRootKey(String keyId, Client client, ExecutorService executor, Duration deadline) {
    this.keyId = keyId;
    this.client = client;
    this.executor = executor;
    this.deadline = deadline;
  }

  @Override
  public String id() {
    return "kms:" + keyId;
  }

  @Override
  public byte[] wrap(Secret key, Context context) {
    byte[] plain = key.toArray();
    try {
      return withinDeadline(() -> client.encrypt(keyId, plain, context.toBytes()));
    } finally {
      java.util.Arrays.fill(plain, (byte) 0);
    }
  }

  @Override
  public Secret unwrap(byte[] wrapped, Context context) {
    byte[] plain = withinDeadline(() -> client.decrypt(keyId, wrapped, context.toBytes()));
    Secret key = Secret.of(plain);
    java.util.Arrays.fill(plain, (byte) 0);
    return key;
  }

  private byte[] withinDeadline(Call call) {
    long end = System.nanoTime() + deadline.toNanos();
    @Nullable Throwable last = null;
    for (long left = deadline.toNanos(); left > 0; left = end - System.nanoTime()) {
      Future<byte[]> answer = executor.submit(call::run);
      try {
        return answer.get(left, TimeUnit.NANOSECONDS);
      } catch (TimeoutException e) {
        answer.cancel(true);
        last = e;
      } catch (InterruptedException e) {
        answer.cancel(true);
        Thread.currentThread().interrupt();
        throw new CryptoException.Unavailable("interrupted while waiting for the KMS", e);
      } catch (ExecutionException e) {
        last = e.getCause();
        if (last instanceof NotMine) {
          throw new CryptoException.WrongRootKey("the KMS key did not wrap this");
        }
        pause(last, end);
      }
    }
    throw new CryptoException.Unavailable("the KMS did not answer in time", last);
  }

  private static void pause(@Nullable Throwable failure, long end) {
    Duration wanted =
        failure instanceof TooManyRequests limited ? limited.retryAfter : Duration.ofMillis(5);
    long nanos = Math.min(wanted.toNanos(), Math.max(0, end - System.nanoTime()));
    try {
      TimeUnit.NANOSECONDS.sleep(nanos);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CryptoException.Unavailable("interrupted while waiting for the KMS", e);
    }
  }
}
