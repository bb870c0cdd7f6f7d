package eu.sotto.crypto;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody with every row that was ever stored, the sectors of the slot as they are now, and every
 * root key: tries each key found on whatever was wrapped for its place, at any time.
 */
final class Thief {
  private final Primitives primitives = new Primitives(null);
  private final Map<String, Set<Bytes>> everStored;
  private final Map<KeyId, Set<Bytes>> found = new HashMap<>();

  private Thief(Map<String, Set<Bytes>> everStored) {
    this.everStored = everStored;
  }

  /** The leaves of the key tree that can be had, each with every body that it has. */
  static Map<KeyId, Set<Bytes>> loot(
      Map<String, Set<Bytes>> everStored, Faults.Sectors sectors, Collection<RootKey> roots) {
    Thief thief = new Thief(everStored);
    for (FileSlot.Disk sector : sectors.apart()) {
      try (FileSlot slot = FileSlot.on(sector)) {
        slot.read().ifPresent(content -> roots.forEach(root -> thief.open(content.value(), root)));
      }
    }
    return thief.found;
  }

  private void open(Bytes content, RootKey root) {
    try (Trunk trunk = Trunk.decode(content, root, primitives)) {
      enter(KeyTree.TOP, 0, trunk.rootSecret.raw());
    } catch (CryptoException.WrongRootKey anotherOne) {
      return;
    }
  }

  private void enter(int level, int index, byte[] key) {
    for (Bytes row : rows("n/" + level + "/" + index + "/")) {
      NodeRow.decode(row)
          .forEach(
              (child, entry) -> {
                byte @Nullable [] plain = primitives.unwrap(key, entry.wrapped().shared());
                if (plain != null && level > 0) {
                  enter(level - 1, (index << 8) | child, java.util.Arrays.copyOf(plain, 32));
                } else {
                  take(plain);
                }
              });
    }
    if (level == 0) {
      rows("l/" + index + "/").forEach(row -> take(primitives.unwrap(key, row.shared())));
    }
  }

  private Set<Bytes> rows(String prefix) {
    Set<Bytes> rows = new HashSet<>();
    everStored.forEach(
        (name, values) -> {
          if (name.startsWith(prefix)) {
            rows.addAll(values);
          }
        });
    return rows;
  }

  private void take(byte @Nullable [] leaf) {
    if (leaf != null) {
      KeyId id = LeafName.decode(leaf).id();
      byte[] body = java.util.Arrays.copyOfRange(leaf, 1 + 16 + 4, leaf.length);
      found.computeIfAbsent(id, fresh -> new HashSet<>()).add(Bytes.owning(body));
    }
  }

  /** The protections that the bodies of a slot name. */
  static List<Protection> protections(KeyId slot, Set<Bytes> bodies) {
    return bodies.stream().map(body -> SlotBody.decode(slot, body.shared()).protection()).toList();
  }
}
