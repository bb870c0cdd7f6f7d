package eu.sotto.records;

import eu.sotto.permit.Reason;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** What became of content that a host handed over to be kept. Immutable and thread-safe. */
public sealed interface Kept {
  /**
   * It is sealed and durable.
   *
   * @param entry what is kept, until when and by which rule
   */
  record Sealed(RecordEntry entry) implements Kept {
    /** Checks that there is an entry. */
    public Sealed {
      Objects.requireNonNull(entry, "entry");
    }
  }

  /**
   * Nothing of it was kept.
   *
   * @param reasons why, at least one
   */
  record Refused(List<Reason> reasons) implements Kept {
    /**
     * Copies the reasons.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Refused {
      if (reasons.isEmpty()) {
        throw new IllegalArgumentException("reasons must not be empty");
      }
      reasons = List.copyOf(reasons);
    }
  }

  /**
   * Turns the outcome into a value; no branch can be left out.
   *
   * @param sealed what to make of a kept record
   * @param refused what to make of a refusal
   * @param <T> the type of the result
   * @return what the branch taken made
   */
  default <T> T fold(
      Function<? super RecordEntry, ? extends T> sealed,
      Function<? super List<Reason>, ? extends T> refused) {
    return this instanceof Sealed kept
        ? sealed.apply(kept.entry())
        : refused.apply(((Refused) this).reasons());
  }
}
