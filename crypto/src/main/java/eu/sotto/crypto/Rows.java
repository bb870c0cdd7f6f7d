package eu.sotto.crypto;

import eu.sotto.crypto.KeyStore.Change;
import eu.sotto.crypto.KeyStore.Row;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A key store with its faults mapped, and rows that carry a tag under the vault's state key. */
final class Rows {
  static final String TREE = "tree";
  static final String ALLOCATION = "alloc";
  static final String DIRTY = "d/";

  private static final int TAG = 16;
  private static final int PAGE = 512;

  private final KeyStore store;
  private final Primitives primitives;

  Rows(KeyStore store, Primitives primitives) {
    this.store = store;
    this.primitives = primitives;
  }

  static String key(KeyId id) {
    return "k/" + id;
  }

  static String node(int level, int index, long generation) {
    return "n/" + level + "/" + index + "/" + Long.toHexString(generation);
  }

  static String dirty(int node, long generation) {
    return DIRTY + node + "/" + Long.toHexString(generation);
  }

  static String replicaPrefix(String replica) {
    return "p/" + replica + "/";
  }

  static String replica(String replica, KeyId id) {
    return replicaPrefix(replica) + id;
  }

  static String loosePrefix(int node, long generation) {
    return "l/" + node + "/" + Long.toHexString(generation) + "/";
  }

  static String loose(int node, long generation, int child) {
    return loosePrefix(node, generation) + child;
  }

  String storeName() {
    return store.name();
  }

  Map<String, Row> read(Collection<String> names) {
    Map<String, Row> found = new HashMap<>();
    for (Row row : guarded(() -> store.read(names))) {
      found.put(row.name(), row);
    }
    return found;
  }

  @Nullable Row read(String name) {
    List<Row> found = guarded(() -> store.read(List.of(name)));
    return found.isEmpty() ? null : found.get(0);
  }

  List<Row> scan(String prefix) {
    List<Row> all = new ArrayList<>();
    String after = "";
    while (true) {
      List<Row> page = page(prefix, after);
      all.addAll(page);
      if (page.size() < PAGE) {
        return all;
      }
      after = page.get(page.size() - 1).name();
    }
  }

  List<Row> page(String prefix, String after) {
    return guarded(() -> store.scan(prefix, after, PAGE));
  }

  boolean apply(List<? extends Change> changes) {
    return guarded(() -> store.apply(changes));
  }

  private <T> T guarded(Supplier<T> call) {
    try {
      return call.get();
    } catch (CryptoException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new CryptoException.Unavailable("key store failed", e);
    }
  }

  /** Appends a tag over name and content. */
  Bytes tagged(Secret stateKey, String name, byte[] content) {
    byte[] value = Arrays.copyOf(content, content.length + TAG);
    System.arraycopy(tag(stateKey, name, content), 0, value, content.length, TAG);
    return Bytes.owning(value);
  }

  /** Checks and removes the tag. */
  byte[] untagged(Secret stateKey, Row row) {
    byte[] value = row.value().shared();
    if (value.length < TAG) {
      throw new CryptoException.Tampered("stored row is cut");
    }
    byte[] content = Arrays.copyOf(value, value.length - TAG);
    byte[] tag = Arrays.copyOfRange(value, value.length - TAG, value.length);
    if (!Primitives.same(tag, tag(stateKey, row.name(), content))) {
      throw new CryptoException.Tampered("stored row is altered");
    }
    return content;
  }

  private byte[] tag(Secret stateKey, String name, byte[] content) {
    byte[] prefix = (name + "\0").getBytes(StandardCharsets.US_ASCII);
    return Arrays.copyOf(primitives.hmac256(stateKey.raw(), prefix, content), TAG);
  }
}
