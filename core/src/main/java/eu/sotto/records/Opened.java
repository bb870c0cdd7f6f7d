package eu.sotto.records;

import eu.sotto.permit.Reason;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** What became of the wish to see a kept content. Immutable. */
public sealed interface Opened {
  /**
   * It may be read until the permit ends.
   *
   * @param entry what it is
   * @param content the plaintext, read-only, from any position; close it
   */
  record Shown(RecordEntry entry, SeekableByteChannel content) implements Opened {
    /** Checks that both parts are there. */
    public Shown {
      Objects.requireNonNull(entry, "entry");
      Objects.requireNonNull(content, "content");
    }
  }

  /**
   * Nothing of it was shown.
   *
   * @param reasons why, at least one
   */
  record Refused(List<Reason> reasons) implements Opened {
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
   * @param readable what to make of a content
   * @param refused what to make of a refusal
   * @param <T> the type of the result
   * @return what the branch taken made
   */
  default <T> T fold(
      Function<? super Shown, ? extends T> readable,
      Function<? super List<Reason>, ? extends T> refused) {
    return this instanceof Shown open
        ? readable.apply(open)
        : refused.apply(((Refused) this).reasons());
  }
}
