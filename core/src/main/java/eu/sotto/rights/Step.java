package eu.sotto.rights;

import java.util.Objects;
import java.util.Optional;

/** What became of a step: taken and durable, or refused with nothing changed. Immutable. */
public sealed interface Step {
  /** The step was taken. */
  record Taken() implements Step {}

  /**
   * The step was refused.
   *
   * @param why the reason
   */
  record Refused(StepRefusal why) implements Step {
    /** Checks that there is a reason. */
    public Refused {
      Objects.requireNonNull(why, "why");
    }
  }

  /**
   * Whether the step was taken.
   *
   * @return false if it was refused
   */
  default boolean taken() {
    return this instanceof Taken;
  }

  /**
   * Why it was refused.
   *
   * @return the reason, or empty if it was taken
   */
  default Optional<StepRefusal> refusal() {
    return this instanceof Refused refused ? Optional.of(refused.why()) : Optional.empty();
  }
}
