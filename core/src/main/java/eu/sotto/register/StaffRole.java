package eu.sotto.register;

import eu.sotto.vocabulary.Actor;
import eu.sotto.vocabulary.Authentication;
import eu.sotto.vocabulary.PurposeId;
import java.time.LocalDate;
import java.time.Period;
import java.util.Objects;
import java.util.Set;

/**
 * What a role of the host needs, and what it demands of whoever acts in it; anything else is
 * refused. Immutable and thread-safe. Source: GDPR Art. 5(1)(f), 25(2), 29, 32(4).
 *
 * @param name the role, as {@link Actor#role()} names it; syntax of a declared name
 * @param purposes for which purposes it works, unmodifiable
 * @param tasks what it is entrusted with, at least one, unmodifiable
 * @param authentication how surely the host must know who acts
 * @param trainedWithin how long a training attestation holds, more than nothing
 */
public record StaffRole(
    String name,
    Set<PurposeId> purposes,
    Set<Task> tasks,
    Authentication authentication,
    Period trainedWithin) {
  /** How long a training attestation holds where the register says nothing. */
  public static final Period TRAINED_WITHIN = Period.ofYears(1);

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if the name is not a declared name, there is no task, a task
   *     has content but there is no purpose, or an attestation would hold no day
   */
  public StaffRole {
    if (!Texts.isDeclaredName(name)) {
      throw new IllegalArgumentException("role is not a declared name");
    }
    purposes = Set.copyOf(purposes);
    tasks = Set.copyOf(tasks);
    Objects.requireNonNull(authentication, "authentication");
    if (tasks.isEmpty()) {
      throw new IllegalArgumentException("a role has at least one task");
    }
    if (purposes.isEmpty() && tasks.stream().anyMatch(Task::boundToPurpose)) {
      throw new IllegalArgumentException("a role that sees content names at least one purpose");
    }
    if (trainedWithin.isNegative() || trainedWithin.isZero()) {
      throw new IllegalArgumentException("a training attestation must hold for some time");
    }
  }

  /**
   * Whether it is entrusted with a task.
   *
   * @param task the task
   * @return true if so
   */
  public boolean has(Task task) {
    return tasks.contains(task);
  }

  /**
   * Whether whoever acts was authenticated as strongly as it demands.
   *
   * @param actor who acts
   * @return false also if nobody says how
   */
  public boolean trusts(Actor actor) {
    Authentication how = actor.authenticated();
    return how != null && how.suffices(authentication);
  }

  /**
   * Whether the training attestation of whoever acts is current.
   *
   * @param actor who acts
   * @param day the day of the act
   * @return true from the day of the attestation until the last day of its period
   */
  public boolean trained(Actor actor, LocalDate day) {
    LocalDate on = actor.trainedOn();
    return on != null && !day.isBefore(on) && day.isBefore(on.plus(trainedWithin));
  }
}
