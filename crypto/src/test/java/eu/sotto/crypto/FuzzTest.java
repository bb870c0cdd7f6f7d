package eu.sotto.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;

/** No input makes the readers throw what they do not declare, allocate much, or hang. */
@Tag("fuzz")
class FuzzTest {
  private static final Context CONTEXT = Context.of("fuzz");
  private static final KeyVault VAULT = new Vaults().open();
  private static final List<KeyId> KEYS = VAULT.createAll(List.of(KeyKind.CONTENT, KeyKind.BUCKET));
  private static final byte[] GOOD =
      VAULT.seal(Protection.any(KEYS), CONTEXT, new byte[Payload.CHUNK + 100]);

  /** What a reader may allocate beside four times its input: buffers, keys and an exception. */
  private static final long FIXED = 128 * 1024;

  private interface Reader {
    void read(byte[] input) throws IOException;
  }

  /** The lesser of two runs counts: the first may load classes, which the fuzzer then rewrites. */
  private static void feed(byte[] input, Reader reader) {
    long allocated = Math.min(allocated(input, reader), allocated(input, reader));
    assertThat(allocated).isLessThan(4L * input.length + FIXED);
  }

  private static long allocated(byte[] input, Reader reader) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    try {
      reader.read(input);
    } catch (CryptoException refused) {
      assertThat(refused.getMessage()).isNotEmpty();
    } catch (IOException e) {
      throw new AssertionError("an array does not fail", e);
    }
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  private static void all(byte[] input) {
    feed(input, Header::read);
    feed(input, bytes -> VAULT.open(CONTEXT, bytes));
    feed(
        input,
        bytes -> {
          try (InputStream in = VAULT.opening(CONTEXT, new ByteArrayInputStream(bytes))) {
            in.transferTo(OutputStream.nullOutputStream());
          }
        });
    feed(input, bytes -> SlotBody.decode(KEYS.get(0), bytes));
    feed(input, bytes -> NodeRow.decode(Bytes.of(bytes)));
    feed(input, KeyRow::decode);
    feed(input, TreeRow::decode);
  }

  @com.code_intelligence.jazzer.junit.FuzzTest(maxDuration = "25s")
  void anyBytesAndAnyDamageAreReadOrRefused(byte[] input) {
    all(input);
    byte[] damaged = GOOD.clone();
    int at = 0;
    for (int i = 0; i + 3 <= input.length; i += 3) {
      at = (at + (((input[i] & 0xff) << 8) | (input[i + 1] & 0xff))) % damaged.length;
      damaged[at] ^= input[i + 2];
    }
    all(damaged);
    all(Arrays.copyOf(GOOD, at));
  }
}
