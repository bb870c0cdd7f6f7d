package eu.sotto.crypto;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * A root key that lives and dies with this object, for tests and for vaults in memory. Thread-safe.
 */
public final class MemoryRootKey implements RootKey, AutoCloseable {
  private static final int ID = 8;

  private final String id;
  private final Secret key;
  private final Primitives primitives = new Primitives(null);

  private MemoryRootKey(String id, Secret key) {
    this.id = id;
    this.key = key;
  }

  /**
   * Makes a new random key.
   *
   * @return the key
   */
  public static MemoryRootKey create() {
    SecureRandom random = new SecureRandom();
    byte[] name = new byte[ID];
    random.nextBytes(name);
    byte[] key = new byte[Primitives.KEY];
    random.nextBytes(key);
    return new MemoryRootKey("memory:" + HexFormat.of().formatHex(name), Secret.owning(key));
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public byte[] wrap(Secret wrapped, Context context) {
    return RootWrap.wrap(primitives, key, wrapped, context);
  }

  @Override
  public Secret unwrap(byte[] wrapped, Context context) {
    return RootWrap.unwrap(primitives, key, wrapped, context);
  }

  /** Zeroes the key; nothing that it wrapped opens any more. */
  @Override
  public void close() {
    key.close();
  }

  @Override
  public String toString() {
    return "MemoryRootKey[" + id + "]";
  }
}
