package eu.sotto.incident;

import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How much a breach affects, counted from ledger and records; it names nobody. Immutable and
 * thread-safe. Source: GDPR Art. 33(3)(a).
 *
 * @param scope what was searched for, as {@link BreachScope#text()}
 * @param exposure in which form others had the data
 * @param counts how much
 * @param kinds what it is, for whom and with whom
 * @param keysSafe which keys stayed out of reach, of root, content, evidence, bucket
 */
public record Finding(
    String scope, Exposure exposure, Counts counts, Kinds kinds, SortedSet<String> keysSafe) {
  /**
   * How much is affected.
   *
   * @param subjects persons, those whose data was erased since included
   * @param erased how many of them were erased since: nobody can name them any more
   * @param calls calls of persons whose data is there
   * @param records recordings, transcripts and summaries
   * @param sealed how many calls and records nobody who has them can read
   * @param laidOpen how many calls, records and evidences can be read, or were
   */
  public record Counts(
      long subjects, long erased, long calls, long records, long sealed, long laidOpen) {}

  /**
   * What is affected.
   *
   * @param purposes for which the data was processed
   * @param categories of data, as the register in force declares for these purposes
   * @param recipients who was permitted to process the data or was given it
   * @param controllers persons by the controller that their calls belong to, the host's own name
   *     among them; a person may be counted for several
   */
  public record Kinds(
      SortedSet<String> purposes,
      SortedSet<String> categories,
      SortedSet<String> recipients,
      SortedMap<String, Long> controllers) {
    /** Copies the collections. */
    public Kinds {
      purposes = copy(purposes);
      categories = copy(categories);
      recipients = copy(recipients);
      controllers = Collections.unmodifiableSortedMap(new TreeMap<>(controllers));
    }
  }

  /** Copies the collection. */
  public Finding {
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(exposure, "exposure");
    Objects.requireNonNull(counts, "counts");
    Objects.requireNonNull(kinds, "kinds");
    keysSafe = copy(keysSafe);
  }

  private static SortedSet<String> copy(Set<String> names) {
    return Collections.unmodifiableSortedSet(new TreeSet<>(names));
  }

  /**
   * A ground that a person may consider for not telling the persons: all of it is sealed and the
   * keys are safe. It is a proposal, never a decision.
   *
   * @return {@link Waiver.Ground#UNINTELLIGIBLE}, or empty if anything can be read
   */
  public Optional<Waiver.Ground> proposal() {
    boolean unreadable = counts.laidOpen() == 0 && counts.sealed() > 0 && !keysSafe.isEmpty();
    return unreadable ? Optional.of(Waiver.Ground.UNINTELLIGIBLE) : Optional.empty();
  }
}
