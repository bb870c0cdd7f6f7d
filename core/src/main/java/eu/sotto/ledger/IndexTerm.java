package eu.sotto.ledger;

import java.util.Objects;

/**
 * By what an event is found again; stored only as a keyed token that an erasure deletes. Immutable
 * and thread-safe.
 *
 * @param kind what the value is, for example {@code call} or {@code subject}
 * @param value the value, which may be personal
 */
public record IndexTerm(String kind, String value) {
  /** Refuses null. */
  public IndexTerm {
    Objects.requireNonNull(kind, "term kind");
    Objects.requireNonNull(value, "term value");
  }

  /**
   * A term.
   *
   * @param kind what the value is
   * @param value the value
   * @return the term
   */
  public static IndexTerm of(String kind, String value) {
    return new IndexTerm(kind, value);
  }

  /** Never the value: it may be personal. */
  @Override
  public String toString() {
    return "IndexTerm[" + kind + "]";
  }
}
