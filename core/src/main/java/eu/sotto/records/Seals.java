package eu.sotto.records;

import eu.sotto.crypto.Context;
import eu.sotto.crypto.CryptoException;
import eu.sotto.crypto.KeyId;
import eu.sotto.crypto.KeyKind;
import eu.sotto.crypto.KeyState;
import eu.sotto.crypto.KeyVault;
import eu.sotto.crypto.Protection;
import eu.sotto.store.Database;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;

/**
 * Every use that this package makes of the vault, with its faults mapped. A content hangs in a slot
 * of the record's own id under its subject's and its bucket's key; sheets are sealed under the
 * subject's key. Thread-safe.
 */
class Seals {
  private final KeyVault vault;
  private final KeyId indexKey;
  private final String tenant;

  Seals(KeyVault vault, KeyId indexKey) {
    this.vault = vault;
    this.indexKey = indexKey;
    this.tenant = vault.id().toString();
  }

  static KeyId create(KeyVault vault, KeyKind kind) {
    return guarded("the key store", () -> vault.create(kind));
  }

  List<KeyId> create(List<KeyKind> kinds) {
    return guarded("the key store", () -> vault.createAll(kinds));
  }

  KeyState state(KeyId key) {
    return guarded("the key store", () -> vault.state(key));
  }

  void destroy(Collection<KeyId> keys) {
    guarded("the key store", () -> vault.destroy(keys));
  }

  /** Finishes destructions that are ordered; false if some store still has not let go. */
  boolean finishDestroying() {
    return guarded("the key store", vault::resume).isEmpty();
  }

  /** Destroys the slots of these records; one that never came to have a slot is passed over. */
  void destroySlots(Collection<RecordId> ids) {
    List<KeyId> slots =
        ids.stream().map(Seals::slot).filter(slot -> state(slot) != KeyState.NONE).toList();
    if (!slots.isEmpty()) {
      destroy(slots);
    }
  }

  byte[] token(String domain, String value) {
    byte[] message = (domain + "\0" + value).getBytes(StandardCharsets.UTF_8);
    return guarded("the key store", () -> vault.mac(indexKey, message));
  }

  byte[] sealSheet(KeyId contentKey, String kind, byte[] id, byte[] sheet) {
    return guarded(
        "the key store", () -> vault.seal(Protection.by(contentKey), sheetOf(kind, id), sheet));
  }

  byte[] openSheet(String kind, byte[] id, byte[] sealed) {
    return guarded("the index entry of a " + kind, () -> vault.open(sheetOf(kind, id), sealed));
  }

  /** A text of nobody, under a key of the store. */
  byte[] sealAnonymous(KeyId key, byte[] id, byte[] text) {
    return guarded("the key store", () -> vault.seal(Protection.by(key), anonymousOf(id), text));
  }

  byte[] openAnonymous(byte[] id, byte[] sealed) {
    return guarded("an anonymous text", () -> vault.open(anonymousOf(id), sealed));
  }

  KeyId key(Database file, String name, KeyKind kind) {
    return RecordsBuilder.key(file, vault, name, kind);
  }

  private Context anonymousOf(byte[] id) {
    return Context.of(tenant, "anonymous", HexFormat.of().formatHex(id), "text");
  }

  SealingContent sealing(
      RecordId id, KeyId contentKey, KeyId bucketKey, WritableByteChannel draft) {
    Protection protection = Protection.by(contentKey, bucketKey).inSlot(slot(id));
    try {
      OutputStream to = new StaysOpen(Channels.newOutputStream(draft));
      return new SealingContent(id, vault.sealing(protection, contentOf(id), to));
    } catch (IOException e) {
      throw RecordException.of("writing", e);
    } catch (CryptoException e) {
      throw fault(id, e);
    }
  }

  SeekableByteChannel opening(RecordId id, SeekableByteChannel sealed) {
    boolean opened = false;
    try {
      SeekableByteChannel content = new OpenedContent(id, vault.opening(contentOf(id), sealed));
      opened = true;
      return content;
    } catch (IOException e) {
      throw RecordException.of("reading", e);
    } catch (CryptoException e) {
      throw fault(id, e);
    } finally {
      if (!opened) {
        closeQuietly(sealed);
      }
    }
  }

  private static void closeQuietly(SeekableByteChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      // What matters is why it was not opened, and that is on its way up.
    }
  }

  void rewrap(RecordId id, KeyId contentKey, KeyId bucketKey) {
    try {
      vault.rewrap(contentOf(id), slot(id), Protection.by(contentKey, bucketKey));
    } catch (CryptoException e) {
      throw fault(id, e);
    }
  }

  private Context sheetOf(String kind, byte[] id) {
    return Context.of(tenant, kind, HexFormat.of().formatHex(id), "sheet");
  }

  private Context contentOf(RecordId id) {
    return Context.of(tenant, "record", id.toString(), "content");
  }

  static KeyId slot(RecordId id) {
    return new KeyId(id.high(), id.low());
  }

  static RecordException fault(RecordId id, CryptoException e) {
    if (e instanceof CryptoException.KeyDestroyed) {
      return new RecordException.Shredded(id);
    }
    return isPassing(e)
        ? new RecordException.Unavailable("using the key store", e)
        : new RecordException.Damaged(id, e);
  }

  private static <T> T guarded(String what, Supplier<T> use) {
    try {
      return use.get();
    } catch (CryptoException.KeyDestroyed e) {
      throw new RecordException.Shredded();
    } catch (CryptoException e) {
      throw isPassing(e)
          ? new RecordException.Unavailable("using the key store", e)
          : new RecordException.Damaged(what, e);
    }
  }

  private static boolean isPassing(CryptoException e) {
    return e instanceof CryptoException.Unavailable || e instanceof CryptoException.LimitExceeded;
  }

  /** The vault closes what it writes to; a draft is closed by whoever publishes it. */
  private static final class StaysOpen extends FilterOutputStream {
    StaysOpen(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
