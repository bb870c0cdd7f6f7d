package eu.sotto.crypto;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * A root key derived from a passphrase by Argon2id with a new salt for each wrap.
 *
 * <p>Each wrap and unwrap costs one derivation, by default 64 MiB and three passes (Source: RFC
 * 9106, section 4, second recommended option). What is wrapped names its own cost, within bounds.
 */
public final class PassphraseRootKey implements RootKey, AutoCloseable {
  /** The least length of a passphrase in characters. */
  public static final int MIN_LENGTH = 12;

  private static final byte VERSION = 1;
  private static final int SALT = 16;
  private static final int PREFIX = 1 + 4 + 1 + SALT;
  private static final int MIN_MEMORY = 8 * 1024;
  private static final int MAX_MEMORY = 1024 * 1024;
  private static final int MAX_PASSES = 16;

  private final Secret passphrase;
  private final int memoryKib;
  private final int passes;
  private final SecureRandom random = new SecureRandom();
  private final Primitives primitives = new Primitives(null);

  private PassphraseRootKey(Secret passphrase, int memoryKib, int passes) {
    this.passphrase = passphrase;
    this.memoryKib = memoryKib;
    this.passes = passes;
  }

  /**
   * Takes a passphrase with the default cost.
   *
   * @param passphrase at least {@value #MIN_LENGTH} characters; the caller zeroes the array
   * @return the key
   */
  public static PassphraseRootKey of(char[] passphrase) {
    return of(passphrase, 64 * 1024, 3);
  }

  /**
   * Takes a passphrase with a cost of one's own.
   *
   * @param passphrase at least {@value #MIN_LENGTH} characters; the caller zeroes the array
   * @param memoryKib memory of one derivation, 8,192 to 1,048,576 KiB
   * @param passes passes over the memory, 1 to 16
   * @return the key
   */
  public static PassphraseRootKey of(char[] passphrase, int memoryKib, int passes) {
    if (passphrase.length < MIN_LENGTH) {
      throw new IllegalArgumentException("passphrase needs " + MIN_LENGTH + " characters");
    }
    if (!isAllowed(memoryKib, passes)) {
      throw new IllegalArgumentException("cost of Argon2id is out of bounds");
    }
    ByteBuffer utf8 = StandardCharsets.UTF_8.encode(CharBuffer.wrap(passphrase));
    byte[] bytes = new byte[utf8.remaining()];
    utf8.get(bytes).flip();
    while (utf8.hasRemaining()) {
      utf8.put((byte) 0);
    }
    return new PassphraseRootKey(Secret.owning(bytes), memoryKib, passes);
  }

  private static boolean isAllowed(int memoryKib, int passes) {
    return memoryKib >= MIN_MEMORY
        && memoryKib <= MAX_MEMORY
        && passes >= 1
        && passes <= MAX_PASSES;
  }

  @Override
  public String id() {
    return "passphrase";
  }

  @Override
  public byte[] wrap(Secret key, Context context) {
    byte[] salt = new byte[SALT];
    random.nextBytes(salt);
    try (Secret root = derive(salt, memoryKib, passes)) {
      byte[] wrapped = RootWrap.wrap(primitives, root, key, context);
      return ByteBuffer.allocate(PREFIX + wrapped.length)
          .put(VERSION)
          .putInt(memoryKib)
          .put((byte) passes)
          .put(salt)
          .put(wrapped)
          .array();
    }
  }

  @Override
  public Secret unwrap(byte[] wrapped, Context context) {
    if (wrapped.length < PREFIX || wrapped[0] != VERSION) {
      throw new CryptoException.WrongRootKey("not wrapped by a passphrase");
    }
    ByteBuffer source = ByteBuffer.wrap(wrapped).position(1);
    int memory = source.getInt();
    int cost = source.get();
    if (!isAllowed(memory, cost)) {
      throw new CryptoException.WrongRootKey("cost of Argon2id is out of bounds");
    }
    byte[] salt = new byte[SALT];
    source.get(salt);
    byte[] rest = new byte[source.remaining()];
    source.get(rest);
    try (Secret root = derive(salt, memory, cost)) {
      return RootWrap.unwrap(primitives, root, rest, context);
    }
  }

  private Secret derive(byte[] salt, int memory, int cost) {
    Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
    argon2.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(memory)
            .withIterations(cost)
            .withParallelism(4)
            .withSalt(salt)
            .build());
    byte[] root = new byte[Primitives.KEY];
    argon2.generateBytes(passphrase.raw(), root);
    return Secret.owning(root);
  }

  /** Zeroes the passphrase. */
  @Override
  public void close() {
    passphrase.close();
  }

  @Override
  public String toString() {
    return "PassphraseRootKey";
  }
}
