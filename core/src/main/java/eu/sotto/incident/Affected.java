package eu.sotto.incident;

import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A person whom a breach affects, as the list names them that is opened to tell them. Personal;
 * immutable and thread-safe.
 *
 * @param parties how the person is reached: numbers and addresses of the affected calls; none if
 *     nobody knows, or if the data was erased
 * @param erased whether the data was erased since, so that only the fact stays
 * @param calls how many calls are affected
 * @param records how many records are affected
 * @param purposes for which the data was processed
 * @param controllers to which controllers the calls belong
 */
public record Affected(
    Set<String> parties,
    boolean erased,
    long calls,
    long records,
    SortedSet<String> purposes,
    SortedSet<String> controllers) {
  /** Copies the collections. */
  public Affected {
    parties = Set.copyOf(parties);
    Objects.requireNonNull(purposes, "purposes");
    Objects.requireNonNull(controllers, "controllers");
    purposes = Collections.unmodifiableSortedSet(new TreeSet<>(purposes));
    controllers = Collections.unmodifiableSortedSet(new TreeSet<>(controllers));
  }

  /** Never who it is. */
  @Override
  public String toString() {
    return "Affected[hidden]";
  }
}
