package eu.sotto.ledger;

import java.util.Objects;
import java.util.Optional;

/**
 * What a check of the whole log found. Immutable and thread-safe.
 *
 * @param entries the number of leaves that are as they were written, up to the first bad entry
 * @param opened how many payloads were opened and match their leaf
 * @param erased how many leaves have no payload any more; to be compared with the erasures recorded
 * @param destroyed how many payloads do not open because their key is destroyed
 * @param firstBad the first thing that is not as it was written
 */
public record Verification(
    long entries, long opened, long erased, long destroyed, Optional<Finding> firstBad) {
  /** Refuses null. */
  public Verification {
    Objects.requireNonNull(firstBad, "firstBad");
  }

  /**
   * Whether everything is as it was written.
   *
   * @return true if nothing bad was found
   */
  public boolean intact() {
    return firstBad.isEmpty();
  }

  /**
   * Something that is not as it was written.
   *
   * @param index the entry
   * @param what what is wrong with it, without personal data
   */
  public record Finding(long index, String what) {
    /** Refuses null. */
    public Finding {
      Objects.requireNonNull(what, "what");
    }
  }
}
