package eu.sotto.retention;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The names of what happened to a record, in order; records alike share one, so that very many of
 * them take little room. Immutable.
 */
final class Happened {
  /** Longer lists are seldom alike and are not shared; so what is shared stays small. */
  private static final int LONGEST_SHARED = 16;

  private static final AtomicReferenceArray<Happened> SHARED = new AtomicReferenceArray<>(256);

  final EventName[] names;
  final int[] hashes;

  private Happened(EventName[] names) {
    this.names = names;
    this.hashes = Arrays.stream(names).mapToInt(EventName::hashCode).toArray();
  }

  /** The list of these names; whoever comes second to a place takes it over. */
  static Happened of(EventName[] names) {
    if (names.length > LONGEST_SHARED) {
      return new Happened(names);
    }
    int hash = Arrays.hashCode(names);
    int place = (hash ^ (hash >>> 16)) & (SHARED.length() - 1);
    Happened known = SHARED.get(place);
    if (known != null && Arrays.equals(known.names, names)) {
      return known;
    }
    Happened made = new Happened(names);
    SHARED.set(place, made);
    return made;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Happened that && Arrays.equals(names, that.names);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(names);
  }
}
