package eu.sotto.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Data keys and salts that do not repeat even if the random state was forked, as by a restored
 * snapshot of a virtual machine: HMAC over random bytes, clocks, a counter and the context.
 */
final class FreshKeys {
  private static final byte[] LABEL = "sotto/fresh/1".getBytes(StandardCharsets.US_ASCII);

  private final SecureRandom random;
  private final InstantSource clock;
  private final LongSupplier nanos;
  private final AtomicLong counter = new AtomicLong();

  FreshKeys(SecureRandom random, InstantSource clock, LongSupplier nanos) {
    this.random = random;
    this.clock = clock;
    this.nanos = nanos;
  }

  /** A data key (32 bytes) followed by a salt (24 bytes); to be zeroed. */
  byte[] next(Primitives primitives, Context context) {
    byte[] seed = new byte[Primitives.KEY];
    random.nextBytes(seed);
    ByteBuffer where = ByteBuffer.allocate(24);
    where.putLong(clock.millis()).putLong(nanos.getAsLong()).putLong(counter.getAndIncrement());
    byte[] fresh = primitives.hmac512(seed, LABEL, where.array(), context.digest());
    Arrays.fill(seed, (byte) 0);
    return fresh;
  }
}
