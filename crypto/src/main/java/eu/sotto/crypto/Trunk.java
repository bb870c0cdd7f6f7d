package eu.sotto.crypto;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * The content of the slot, opened: the tenant key under the root key, and under the tenant key the
 * root secret of the tree and the key that authenticates states.
 */
final class Trunk implements AutoCloseable {
  private static final byte VERSION = 1;
  private static final int BODY = 32 + 32 + 16 + 8;

  final KeyId vault;
  final long epoch;
  final Secret rootSecret;
  final Secret stateKey;
  final Secret tenantKey;
  private final Sealed sealed;

  private Trunk(Sealed sealed, Secret tenantKey, Secret rootSecret, Secret stateKey, long epoch) {
    this.vault = sealed.vault;
    this.sealed = sealed;
    this.tenantKey = tenantKey;
    this.rootSecret = rootSecret;
    this.stateKey = stateKey;
    this.epoch = epoch;
  }

  /** The part that only the root key opens. */
  private record Sealed(KeyId vault, int tenantVersion, String rootId, Bytes tenantWrapped) {}

  static Trunk create(RootKey root, SecureRandom random) {
    KeyId vault = KeyId.random(random);
    Secret tenant = Secret.random(random, Primitives.KEY);
    Sealed sealed = seal(root, vault, 1, tenant);
    return new Trunk(
        sealed,
        tenant,
        Secret.random(random, Primitives.KEY),
        Secret.random(random, Primitives.KEY),
        1);
  }

  private static Sealed seal(RootKey root, KeyId vault, int version, Secret tenant) {
    byte[] wrapped = asked(() -> root.wrap(tenant, context(vault, version)));
    if (wrapped.length > RootKey.MAX_WRAPPED) {
      throw new CryptoException.LimitExceeded(
          "a root key wraps into at most " + RootKey.MAX_WRAPPED + " bytes");
    }
    return new Sealed(vault, version, checkedId(root), Bytes.of(wrapped));
  }

  private static String checkedId(RootKey root) {
    String id = root.id();
    if (id.isEmpty()
        || id.length() > RootKey.MAX_ID
        || id.chars().anyMatch(c -> c < 32 || c > 126)) {
      throw new IllegalArgumentException(
          "a root key's id has 1 to " + RootKey.MAX_ID + " printable characters of ASCII");
    }
    return id;
  }

  /** Whatever a host's adapter throws is one of this library's exceptions to its callers. */
  private static <T> T asked(Supplier<T> call) {
    try {
      return call.get();
    } catch (CryptoException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new CryptoException.Unavailable("root key failed", e);
    }
  }

  private static Context context(KeyId vault, int version) {
    return Context.of("sotto/tenant-key/1", vault.toString(), Integer.toString(version));
  }

  int tenantVersion() {
    return sealed.tenantVersion;
  }

  String rootId() {
    return sealed.rootId;
  }

  /** The same trunk with a new root secret, as of a later epoch. */
  Trunk next(long nextEpoch, SecureRandom random) {
    return new Trunk(
        sealed,
        Secret.of(tenantKey.raw()),
        Secret.random(random, Primitives.KEY),
        Secret.of(stateKey.raw()),
        nextEpoch);
  }

  Trunk copy() {
    return new Trunk(
        sealed,
        Secret.of(tenantKey.raw()),
        Secret.of(rootSecret.raw()),
        Secret.of(stateKey.raw()),
        epoch);
  }

  /** The same trunk under a new version of the tenant key and under a root key. */
  Trunk rotated(RootKey root, SecureRandom random) {
    Secret tenant = Secret.random(random, Primitives.KEY);
    Sealed next = seal(root, vault, sealed.tenantVersion + 1, tenant);
    return new Trunk(next, tenant, Secret.of(rootSecret.raw()), Secret.of(stateKey.raw()), epoch);
  }

  Bytes encode(Primitives primitives) {
    byte[] body = new byte[BODY];
    ByteBuffer plain = ByteBuffer.wrap(body).put(rootSecret.raw()).put(stateKey.raw());
    vault.writeTo(plain);
    plain.putLong(epoch);
    byte[] wrapped = primitives.wrap(tenantKey.raw(), body);
    Arrays.fill(body, (byte) 0);
    byte[] rootId = sealed.rootId.getBytes(StandardCharsets.UTF_8);
    int length =
        1 + 16 + 4 + 2 + rootId.length + 2 + sealed.tenantWrapped.length() + wrapped.length;
    ByteBuffer target = ByteBuffer.allocate(length).put(VERSION);
    vault.writeTo(target);
    target.putInt(sealed.tenantVersion).putShort((short) rootId.length).put(rootId);
    target
        .putShort((short) sealed.tenantWrapped.length())
        .put(sealed.tenantWrapped.shared())
        .put(wrapped);
    return Bytes.owning(target.array());
  }

  static Trunk decode(Bytes content, RootKey root, Primitives primitives) {
    ByteBuffer source = ByteBuffer.wrap(content.shared());
    Sealed sealed = decodeSealed(source);
    if (!sealed.rootId.equals(root.id())) {
      throw new CryptoException.WrongRootKey(
          "the vault is under root key " + sealed.rootId + ", not " + root.id());
    }
    Context context = context(sealed.vault, sealed.tenantVersion);
    Secret tenant = asked(() -> root.unwrap(sealed.tenantWrapped.toArray(), context));
    return decodeBody(source, sealed, tenant, primitives);
  }

  /**
   * Decodes a newer content of the same vault without the root key, if the tenant key is as known.
   */
  Trunk decodeNewer(Bytes content, RootKey root, Primitives primitives) {
    ByteBuffer source = ByteBuffer.wrap(content.shared());
    Sealed other = decodeSealed(source);
    if (!other.vault.equals(vault)) {
      throw new CryptoException.RolledBack("the slot belongs to another vault");
    }
    boolean sameTenant =
        other.tenantVersion == sealed.tenantVersion
            && other.tenantWrapped.equals(sealed.tenantWrapped);
    return sameTenant
        ? decodeBody(source, other, Secret.of(tenantKey.raw()), primitives)
        : decode(content, root, primitives);
  }

  private static Sealed decodeSealed(ByteBuffer source) {
    try {
      if (source.get() != VERSION) {
        throw new CryptoException.Malformed("unknown version of the slot");
      }
      KeyId vault = KeyId.from(source);
      int version = source.getInt();
      byte[] rootId = new byte[source.getShort() & 0xffff];
      source.get(rootId);
      byte[] wrapped = new byte[source.getShort() & 0xffff];
      source.get(wrapped);
      return new Sealed(
          vault, version, new String(rootId, StandardCharsets.UTF_8), Bytes.owning(wrapped));
    } catch (BufferUnderflowException e) {
      throw new CryptoException.Tampered("the slot is cut");
    }
  }

  private static Trunk decodeBody(
      ByteBuffer source, Sealed sealed, Secret tenant, Primitives primitives) {
    byte[] wrapped = new byte[source.remaining()];
    source.get(wrapped);
    byte[] body = primitives.unwrap(tenant.raw(), wrapped);
    if (body == null || body.length != BODY) {
      throw new CryptoException.Tampered("the slot is altered");
    }
    ByteBuffer plain = ByteBuffer.wrap(body);
    byte[] rootSecret = new byte[32];
    byte[] stateKey = new byte[32];
    plain.get(rootSecret).get(stateKey);
    KeyId vault = KeyId.from(plain);
    long epoch = plain.getLong();
    Arrays.fill(body, (byte) 0);
    if (!vault.equals(sealed.vault)) {
      throw new CryptoException.Tampered("the slot is altered");
    }
    return new Trunk(sealed, tenant, Secret.owning(rootSecret), Secret.owning(stateKey), epoch);
  }

  /** Zeroes every secret; trunks made from this one have copies of their own. */
  @Override
  public void close() {
    rootSecret.close();
    stateKey.close();
    tenantKey.close();
  }
}
