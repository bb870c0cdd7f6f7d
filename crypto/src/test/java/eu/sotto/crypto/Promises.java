package eu.sotto.crypto;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a vault has promised in one run: which keys were ordered gone, and which are. */
final class Promises {
  /** Keys whose destruction was begun; until it is acked nobody knows. */
  final Set<KeyId> ordered = new HashSet<>();

  /** Keys whose destruction was acked. */
  final Set<KeyId> destroyed = new HashSet<>();

  /** Keys whose destruction was acked as complete. */
  final Set<KeyId> tombstones = new HashSet<>();

  /** A message; after a rewrap of unknown outcome it is under the old or the new protection. */
  static final class Sealed {
    final Bytes bytes;
    final Bytes message;
    final boolean mustStay;
    List<Protection> may;

    Sealed(Protection protection, byte[] bytes, byte[] message, boolean mustStay) {
      this.may = List.of(protection);
      this.bytes = Bytes.of(bytes);
      this.message = Bytes.of(message);
      this.mustStay = mustStay;
    }

    Optional<KeyId> slot() {
      return may.get(0).slot();
    }
  }

  boolean usable(KeyId id) {
    return !ordered.contains(id) && !destroyed.contains(id);
  }

  boolean isSure(Sealed record) {
    return record.may.stream()
        .allMatch(
            each ->
                each.slot().map(this::usable).orElse(true)
                    && (each instanceof Protection.Any
                        ? each.keys().stream().anyMatch(this::usable)
                        : each.keys().stream().allMatch(this::usable)));
  }

  boolean isGone(Sealed record) {
    return record.may.stream()
        .allMatch(
            each ->
                each.slot().map(destroyed::contains).orElse(false)
                    || (each instanceof Protection.Any
                        ? destroyed.containsAll(each.keys())
                        : each.keys().stream().anyMatch(destroyed::contains)));
  }
}
