package eu.sotto.ledger;

import eu.sotto.crypto.VerifierKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Under which name and with which key a log signs at which size, as the changes recorded in it say:
 * a fold that the log itself and a stranger make alike. A checkpoint that covers a change's entry
 * is the new era's.
 */
final class Succession {
  static final EventKind ROTATED =
      EventKind.of(
          "signing_key_rotated",
          1,
          KeyClass.PROOF,
          "key",
          "origin",
          "size",
          "root",
          "previous",
          "next",
          "previous_signature",
          "next_signature");
  static final EventKind RESTORED =
      EventKind.of(
          "log_restored",
          1,
          KeyClass.PROOF,
          "origin",
          "previous_origin",
          "size",
          "root",
          "anchor",
          "anchor_verified");

  private final List<Era> eras = new ArrayList<>();

  /**
   * A time of the log.
   *
   * @param from the size at which it begins
   * @param until the size after which nothing was signed in it; beyond the next era's beginning
   *     where a restore gave up entries that had been signed
   * @param origin the name in checkpoints; null if any
   * @param key the key that signs them
   */
  record Era(long from, long until, @Nullable String origin, VerifierKey key) {
    boolean signed(Checkpoint checkpoint) {
      return (origin == null || checkpoint.origin().equals(origin)) && checkpoint.signedBy(key);
    }

    private Era endingAt(long size) {
      return new Era(from, size, origin, key);
    }
  }

  Succession(@Nullable String origin, VerifierKey first) {
    eras.add(new Era(0, Long.MAX_VALUE, origin, first));
  }

  static boolean isChange(String kind) {
    return kind.equals(ROTATED.label()) || kind.equals(RESTORED.label());
  }

  /**
   * Takes in the next change.
   *
   * @param index the place of its entry
   * @param kind the entry's kind and version
   * @param fields what the entry says
   * @throws IllegalArgumentException if it does not follow from the changes before
   */
  void then(long index, String kind, Map<String, Object> fields) {
    Era before = current();
    require(isChange(kind) && index >= before.from);
    long size = number(fields, "size");
    require(size >= 0 && size <= index);
    if (kind.equals(ROTATED.label())) {
      KeyChange change = KeyChange.of(fields);
      require(change.verifies(before.key) && change.origin().equals(before.origin));
      begin(index, index, change.origin(), change.next());
    } else {
      String origin = text(fields, "origin");
      Checkpoint.requireOrigin(origin);
      require(text(fields, "previous_origin").equals(before.origin));
      require(eras.stream().noneMatch(era -> origin.equals(era.origin)));
      begin(index, Math.max(index, lost(fields)), origin, before.key);
    }
  }

  /** How long the log was signed to be that a restore gave up; zero if the anchor does not tell. */
  private long lost(Map<String, Object> fields) {
    Optional<Checkpoint> anchored =
        new Notary(this::signed, Anchor.none()).verified(text(fields, "anchor"));
    require(anchored.isPresent() == Boolean.TRUE.equals(fields.get("anchor_verified")));
    return anchored.map(Checkpoint::size).orElse(0L);
  }

  private void begin(long index, long until, String origin, VerifierKey key) {
    eras.set(eras.size() - 1, current().endingAt(until));
    eras.add(new Era(index + 1, Long.MAX_VALUE, origin, key));
  }

  Era at(long size) {
    Era found = eras.get(0);
    for (Era era : eras) {
      found = era.from <= size ? era : found;
    }
    return found;
  }

  Era current() {
    return eras.get(eras.size() - 1);
  }

  /** Whether the checkpoint is of the log as it is. */
  boolean signed(Checkpoint checkpoint) {
    return at(checkpoint.size()).signed(checkpoint);
  }

  /** Whether the log signed the checkpoint, also one of entries that a restore gave up. */
  boolean everSigned(Checkpoint checkpoint) {
    long size = checkpoint.size();
    return eras.stream()
        .anyMatch(era -> era.from <= size && size <= era.until && era.signed(checkpoint));
  }

  boolean knows(VerifierKey key) {
    return eras.stream().anyMatch(era -> era.key.equals(key));
  }

  static String text(Map<String, Object> fields, String name) {
    if (fields.get(name) instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException("a change of a log says nothing of its " + name);
  }

  static long number(Map<String, Object> fields, String name) {
    if (fields.get(name) instanceof Long number) {
      return number;
    }
    throw new IllegalArgumentException("a change of a log says nothing of its " + name);
  }

  private static void require(boolean condition) {
    if (!condition) {
      throw new IllegalArgumentException("a change of the log does not follow from those before");
    }
  }
}
