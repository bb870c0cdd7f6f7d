package eu.sotto.oversight;

import eu.sotto.vocabulary.PurposeId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * An outcome in which AI took part, as it stands now. Only a final one has a result: nobody can act
 * on one that a person still has to review, or that was replaced. Immutable and thread-safe; ask
 * again to see what became of it. Source: GDPR Art. 22(3).
 */
public sealed interface AiOutcome {
  /**
   * Its name.
   *
   * @return the id
   */
  OutcomeId id();

  /**
   * What it was made for.
   *
   * @return the purpose
   */
  PurposeId purpose();

  /**
   * When it was made.
   *
   * @return the time
   */
  Instant at();

  /**
   * A person has to review it first; it does not count.
   *
   * @param id its name
   * @param purpose what it was made for
   * @param at when it was made
   * @param review where it is reviewed
   */
  record Pending(OutcomeId id, PurposeId purpose, Instant at, ReviewId review)
      implements AiOutcome {
    /** Refuses null. */
    public Pending {
      Objects.requireNonNull(review, "review");
    }
  }

  /**
   * It counts, until somebody challenges it.
   *
   * @param id its name
   * @param purpose what it was made for
   * @param result what was decided; personal data
   * @param label who or what made it, and when
   * @param corrects the outcome whose place it took, or empty
   */
  record Final(
      OutcomeId id, PurposeId purpose, String result, AiLabel label, Optional<OutcomeId> corrects)
      implements AiOutcome {
    /** Refuses null. */
    public Final {
      Objects.requireNonNull(result, "result");
      Objects.requireNonNull(label, "label");
    }

    @Override
    public Instant at() {
      return label.at();
    }

    /** Never the result. */
    @Override
    public String toString() {
      return "Final[" + id + "]";
    }
  }

  /**
   * It counts no more.
   *
   * @param id its name
   * @param purpose what it was made for
   * @param at when it was made
   * @param by the outcome that took its place, or empty if it was set aside
   */
  record Superseded(OutcomeId id, PurposeId purpose, Instant at, Optional<OutcomeId> by)
      implements AiOutcome {
    /** Refuses null. */
    public Superseded {
      Objects.requireNonNull(by, "by");
    }
  }

  /**
   * Turns the outcome into a value; no branch can be left out.
   *
   * @param pending what to make of one that is reviewed
   * @param last what to make of one that counts
   * @param superseded what to make of one that counts no more
   * @param <T> the type of the value
   * @return what the branch taken made
   */
  default <T> T fold(
      Function<? super Pending, ? extends T> pending,
      Function<? super Final, ? extends T> last,
      Function<? super Superseded, ? extends T> superseded) {
    if (this instanceof Pending open) {
      return pending.apply(open);
    }
    if (this instanceof Final counts) {
      return last.apply(counts);
    }
    return superseded.apply((Superseded) this);
  }

  /**
   * Whether it counts now.
   *
   * @return true only for a final one
   */
  default boolean counts() {
    return this instanceof Final;
  }
}
