package eu.sotto.crypto;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The slot, its version as last seen, and its opened content. */
final class SlotAccess implements AutoCloseable {
  private final DestroyableSlot slot;
  private final Primitives primitives;
  private RootKey root;
  private @Nullable RootKey nextRoot;
  private long version;
  private volatile @Nullable Trunk trunk;

  SlotAccess(DestroyableSlot slot, RootKey root, Primitives primitives) {
    this.slot = slot;
    this.root = root;
    this.primitives = primitives;
  }

  String name() {
    return slot.name();
  }

  Duration residue() {
    return slot.residue();
  }

  Trunk trunk() {
    @Nullable Trunk now = trunk;
    if (now == null) {
      throw new IllegalStateException("the vault is closed");
    }
    return now;
  }

  /** Opens what is there; false if the slot is empty. */
  boolean open() {
    Optional<DestroyableSlot.Content> content = read();
    if (content.isEmpty()) {
      return false;
    }
    trunk = Trunk.decode(content.get().value(), root, primitives);
    version = content.get().version();
    return true;
  }

  /** Writes a new trunk into the empty slot, or opens that of another vault that came first. */
  void found(SecureRandom random) {
    Trunk first = Trunk.create(root, random);
    if (replace(0, first)) {
      return;
    }
    first.close();
    if (!open()) {
      throw new CryptoException.Unavailable("the slot is empty, but takes no content", null);
    }
  }

  /** Reads the slot again; true if it had changed. */
  boolean refresh() {
    DestroyableSlot.Content content =
        read().orElseThrow(() -> new CryptoException.RolledBack("the slot is empty"));
    if (content.version() == version) {
      return false;
    }
    Trunk now = trunk();
    trunk = decodeNewer(now, content.value());
    version = content.version();
    now.close();
    return true;
  }

  /** Decodes under the root key, or under the one that a rotation of unknown outcome was for. */
  private Trunk decodeNewer(Trunk now, Bytes content) {
    @Nullable RootKey next = nextRoot;
    try {
      return now.decodeNewer(content, root, primitives);
    } catch (CryptoException.WrongRootKey e) {
      if (next == null) {
        throw e;
      }
      Trunk rotated = now.decodeNewer(content, next, primitives);
      root = next;
      return rotated;
    }
  }

  /** Replaces the trunk if nobody else did; on true the old one is destroyed everywhere. */
  boolean replace(Trunk next) {
    return replace(version, next);
  }

  /** Replaces the trunk by one under a new tenant key and another root key. */
  boolean rotate(RootKey next, SecureRandom random) {
    Trunk rotated = trunk().rotated(next, random);
    nextRoot = next;
    boolean replaced = replace(version, rotated);
    if (replaced) {
      root = next;
    }
    return replaced;
  }

  /** Writes the same content again, so that whoever read an older version can no longer switch. */
  boolean fence() {
    Trunk now = trunk();
    boolean written = write(version, now);
    if (written) {
      version++;
    }
    return written;
  }

  private boolean replace(long expected, Trunk next) {
    if (!write(expected, next)) {
      return false;
    }
    @Nullable Trunk old = trunk;
    version = expected + 1;
    trunk = next;
    if (old != null) {
      old.close();
    }
    return true;
  }

  private boolean write(long expected, Trunk next) {
    Bytes content = next.encode(primitives);
    if (content.length() > DestroyableSlot.MAX_LENGTH) {
      throw new CryptoException.LimitExceeded("the wrapped tenant key is too long for the slot");
    }
    try {
      return slot.replace(expected, content);
    } catch (CryptoException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new CryptoException.Unavailable("slot failed", e);
    }
  }

  private Optional<DestroyableSlot.Content> read() {
    try {
      return slot.read();
    } catch (CryptoException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new CryptoException.Unavailable("slot failed", e);
    }
  }

  @Override
  public void close() {
    @Nullable Trunk now = trunk;
    trunk = null;
    if (now != null) {
      now.close();
    }
    slot.close();
  }
}
