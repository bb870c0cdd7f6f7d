package eu.sotto.permit;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The outcome of asking whether an operation may be done: permitted, denied or in need of review. A
 * lawful "no" is a value, never an exception. Immutable and thread-safe.
 *
 * @param <P> the permit that a "yes" carries
 */
public sealed interface Decision<P extends Permit> {
  /**
   * Yes, with the permit.
   *
   * @param permit the permit
   * @param <P> its type
   */
  record Permitted<P extends Permit>(P permit) implements Decision<P> {
    /** Checks that there is a permit. */
    public Permitted {
      Objects.requireNonNull(permit, "permit");
    }
  }

  /**
   * No, with the reasons.
   *
   * @param reasons why, at least one
   * @param register the version of the register that ruled; empty if none was asked
   * @param <P> the permit that is not given
   */
  record Denied<P extends Permit>(List<Reason> reasons, String register) implements Decision<P> {
    /**
     * Copies the reasons.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Denied {
      reasons = copyOfSome(reasons);
      Objects.requireNonNull(register, "register");
    }

    /**
     * A refusal for which no register was asked.
     *
     * @param reasons why, at least one
     * @throws IllegalArgumentException if there is none
     */
    public Denied(List<Reason> reasons) {
      this(reasons, "");
    }

    /**
     * The nearest change that would permit it: every condition of every reason, or the reason that
     * nothing changes.
     *
     * @param language German, or English for any other
     * @return a sentence, for example {@code permitted if consent `quality` were active}
     */
    public String change(Locale language) {
      return Reason.change(reasons, language);
    }
  }

  /**
   * Not yet: a person has to decide.
   *
   * @param reasons why, at least one
   * @param <P> the permit that is not given
   */
  record NeedsReview<P extends Permit>(List<Reason> reasons) implements Decision<P> {
    /**
     * Copies the reasons.
     *
     * @throws IllegalArgumentException if there is none
     */
    public NeedsReview {
      reasons = copyOfSome(reasons);
    }
  }

  /**
   * Turns the outcome into a value; no branch can be left out.
   *
   * @param permitted what to make of a permit
   * @param denied what to make of a refusal
   * @param review what to make of a pending review
   * @param <T> the type of the result
   * @return what the branch taken made
   */
  default <T> T fold(
      Function<? super P, ? extends T> permitted,
      Function<? super List<Reason>, ? extends T> denied,
      Function<? super List<Reason>, ? extends T> review) {
    if (this instanceof Permitted<P> yes) {
      return permitted.apply(yes.permit());
    }
    if (this instanceof Denied<P> no) {
      return denied.apply(no.reasons());
    }
    return review.apply(((NeedsReview<P>) this).reasons());
  }

  /**
   * Acts on the outcome; a pending review counts as no.
   *
   * @param permitted what to do with a permit
   * @param otherwise what to do without one
   */
  default void run(Consumer<? super P> permitted, Consumer<? super List<Reason>> otherwise) {
    if (this instanceof Permitted<P> yes) {
      permitted.accept(yes.permit());
    } else {
      otherwise.accept(reasons());
    }
  }

  /**
   * Why the answer is not yes.
   *
   * @return the reasons; empty if permitted
   */
  default List<Reason> reasons() {
    if (this instanceof Denied<P> no) {
      return no.reasons();
    }
    return this instanceof NeedsReview<P> review ? review.reasons() : List.of();
  }

  private static List<Reason> copyOfSome(List<Reason> reasons) {
    if (reasons.isEmpty()) {
      throw new IllegalArgumentException("reasons must not be empty");
    }
    return List.copyOf(reasons);
  }
}
