package eu.sotto.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class FreshKeysTest {
  private final Primitives primitives = new Primitives(null);

  /** A random source that gives the same bytes for ever, as after a restored snapshot. */
  private static final class Stuck extends SecureRandom {
    private static final long serialVersionUID = 1L;

    @Override
    public void nextBytes(byte[] bytes) {
      Arrays.fill(bytes, (byte) 7);
    }
  }

  private static FreshKeys forked() {
    return new FreshKeys(new Stuck(), () -> Instant.EPOCH, () -> 0);
  }

  private static Long half(byte[] fresh, int at) {
    return ByteBuffer.wrap(fresh, at, 8).getLong();
  }

  @Test
  @Tag("slow")
  void forkedStatesWithDifferingContextsNeverRepeatInAMillionMessages() {
    int messages = 1 << 20;
    Set<Long> keys = new HashSet<>(2 * messages);
    Set<Long> salts = new HashSet<>(2 * messages);
    for (int i = 0; i < messages; i++) {
      byte[] fresh = forked().next(primitives, Context.of(Integer.toString(i)));
      assertThat(keys.add(half(fresh, 0))).isTrue();
      assertThat(salts.add(half(fresh, Primitives.KEY))).isTrue();
    }
  }

  @Property(tries = 200)
  void oneStateNeverRepeatsEvenForOneContext(@ForAll String part) {
    String clean = part.replaceAll("\\p{Cs}", "");
    FreshKeys stuck = forked();
    byte[] first = stuck.next(primitives, Context.of(clean));
    byte[] second = stuck.next(primitives, Context.of(clean));
    assertThat(half(first, 0)).isNotEqualTo(half(second, 0));
    assertThat(half(first, Primitives.KEY)).isNotEqualTo(half(second, Primitives.KEY));
  }
}
