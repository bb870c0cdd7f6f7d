package eu.sotto.purpose;

import eu.sotto.permit.Reason;
import eu.sotto.permit.ReasonCode;
import eu.sotto.register.Register;
import eu.sotto.register.StaffRole;
import eu.sotto.register.Task;
import eu.sotto.vocabulary.Actor;
import eu.sotto.vocabulary.PurposeId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody may act for the controller: only in a declared role, which needs the task for
 * the purpose, authenticated as strongly and trained as recently as the role demands. Where a
 * register declares no role at all, nobody opens content; what serves the persons' rights goes on.
 * Immutable and thread-safe. Source: GDPR Art. 5(1)(f), 25(2), 29, 32(4).
 */
public final class Clearance {
  private final Register register;
  private final LocalDate day;

  private Clearance(Register register, LocalDate day) {
    this.register = register;
    this.day = day;
  }

  /**
   * What a register says on a day.
   *
   * @param register the register
   * @param day the day in the register's zone
   * @return the clearance
   */
  public static Clearance of(Register register, LocalDate day) {
    return new Clearance(register, day);
  }

  /**
   * What stands against an act.
   *
   * @param actor who acts
   * @param task what is done
   * @param purpose for which purpose, or null for none in particular
   * @return every reason against it; empty if it may be done
   */
  public List<Reason> against(Actor actor, Task task, @Nullable PurposeId purpose) {
    if (register.roles().isEmpty()) {
      return task.opensContent()
          ? List.of(Reason.of(ReasonCode.ROLE_NOT_DECLARED, name(task)))
          : List.of();
    }
    Optional<StaffRole> declared =
        register.roles().stream().filter(role -> role.name().equals(actor.role())).findFirst();
    return declared
        .map(role -> against(role, actor, task, purpose))
        .orElseGet(() -> List.of(Reason.of(ReasonCode.ROLE_NOT_DECLARED, name(task))));
  }

  private List<Reason> against(
      StaffRole role, Actor actor, Task task, @Nullable PurposeId purpose) {
    List<Reason> reasons = new ArrayList<>();
    if (!role.has(task)) {
      reasons.add(Reason.of(ReasonCode.ROLE_WITHOUT_TASK, name(task)));
    }
    if (task.boundToPurpose() && (purpose == null || !role.purposes().contains(purpose))) {
      reasons.add(Reason.of(ReasonCode.ROLE_WITHOUT_PURPOSE, purpose == null ? "" : purpose));
    }
    if (!role.trusts(actor)) {
      reasons.add(Reason.of(ReasonCode.AUTHENTICATION_TOO_WEAK, role.name()));
    }
    if (!role.trained(actor, day)) {
      reasons.add(Reason.of(ReasonCode.TRAINING_NOT_CURRENT, role.name()));
    }
    return List.copyOf(reasons);
  }

  /** The task as registers write it. */
  private static String name(Task task) {
    return task.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
