package eu.sotto.retention.law;

import eu.sotto.retention.RetentionClass;
import eu.sotto.retention.Trigger;
import eu.sotto.retention.calendar.RetentionTerm;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * How a register binds a class of records to a statute.
 *
 * @param retentionClass the class
 * @param backstop ends the waiting for the statute's event, counted from the record's beginning
 * @param sectors the controller's sectors
 * @param reason why the register names the statute; mandatory where the pack ships it as off
 * @param trigger the register's own trigger, instead of the statute's events
 */
public record Binding(
    RetentionClass retentionClass,
    RetentionTerm backstop,
    Set<Sector> sectors,
    Optional<String> reason,
    Optional<Trigger> trigger) {
  /** Copies the sectors. */
  public Binding {
    Objects.requireNonNull(retentionClass, "retentionClass");
    Objects.requireNonNull(backstop, "backstop");
    sectors = Set.copyOf(sectors);
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(trigger, "trigger");
  }

  /**
   * A binding of a controller of no special sector.
   *
   * @param retentionClass the class
   * @param backstop ends the waiting for the statute's event, counted from the record's beginning
   * @return the binding
   */
  public static Binding of(RetentionClass retentionClass, RetentionTerm backstop) {
    return new Binding(retentionClass, backstop, Set.of(), Optional.empty(), Optional.empty());
  }

  /**
   * This binding for a controller of the sectors given.
   *
   * @param chosen the sectors
   * @return the binding
   */
  public Binding inSectors(Set<Sector> chosen) {
    return new Binding(retentionClass, backstop, chosen, reason, trigger);
  }

  /**
   * This binding with its reason.
   *
   * @param why the recorded reason
   * @return the binding
   */
  public Binding because(String why) {
    return new Binding(retentionClass, backstop, sectors, Optional.of(why), trigger);
  }

  /**
   * This binding with a trigger of its own.
   *
   * @param own the trigger
   * @return the binding
   */
  public Binding startedBy(Trigger own) {
    return new Binding(retentionClass, backstop, sectors, reason, Optional.of(own));
  }
}
