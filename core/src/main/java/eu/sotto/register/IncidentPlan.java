package eu.sotto.register;

import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which function does what when personal data is breached, and whom it tells. Immutable and
 * thread-safe. Source: GDPR Art. 33, 34, 24(1), 32(1).
 *
 * @param functions who does what; together they assess, tell the authority and tell the persons
 * @param authority where breaches are reported, if that is not the authority for complaints
 * @param controllers how the controllers are reached for whom this host processes, by the name that
 *     their purposes state; unmodifiable
 * @param bounds what "without undue delay" means here
 */
public record IncidentPlan(
    List<Function> functions,
    @Nullable ContactPoint authority,
    List<ContactPoint> controllers,
    Bounds bounds) {
  private static final Set<Task> ALWAYS =
      Set.of(Task.ASSESS, Task.NOTIFY_AUTHORITY, Task.NOTIFY_PERSONS);

  /** What has to be done after a breach. */
  public enum Task {
    /** Finds out who and what is affected and how great the risk is. */
    ASSESS,
    /** Tells the supervisory authority (Art. 33(1)). */
    NOTIFY_AUTHORITY,
    /** Tells the affected persons (Art. 34(1)). */
    NOTIFY_PERSONS,
    /** As a processor, tells the controllers (Art. 33(2)). */
    NOTIFY_CONTROLLERS
  }

  /**
   * A function of the organisation, never a person's name.
   *
   * @param name what it is called
   * @param contact how it is reached at any hour
   * @param tasks what it does, at least one, unmodifiable
   */
  public record Function(String name, String contact, Set<Task> tasks) {
    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if a text is blank or too long, or there is no task
     */
    public Function {
      Texts.check(name, "function name");
      Texts.check(contact, "function contact");
      tasks = Set.copyOf(tasks);
      if (tasks.isEmpty()) {
        throw new IllegalArgumentException("a function of an incident plan has a task");
      }
    }
  }

  /**
   * What "without undue delay" means for this organisation, counted from becoming aware; the law
   * names no number. Whole hours, 1 to 72.
   *
   * @param persons until when affected persons are told (Art. 34(1))
   * @param controllers until when a processor tells its controllers (Art. 33(2))
   */
  public record Bounds(Duration persons, Duration controllers) {
    /** Where nothing is declared: 72 hours for persons, 24 for controllers. */
    public static final Bounds DEFAULT = new Bounds(Duration.ofHours(72), Duration.ofHours(24));

    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException if one is not a whole number of hours from 1 to 72
     */
    public Bounds {
      check(persons);
      check(controllers);
    }

    private static void check(Duration bound) {
      long hours = bound.toHours();
      if (!bound.equals(Duration.ofHours(hours)) || hours < 1 || hours > 72) {
        throw new IllegalArgumentException("undue delay begins after 1 to 72 whole hours");
      }
    }
  }

  /**
   * Refuses a plan in which something is nobody's task.
   *
   * @throws IllegalArgumentException if a function or controller stands twice, or nobody assesses,
   *     tells the authority or tells the persons
   */
  public IncidentPlan {
    functions = List.copyOf(functions);
    controllers = List.copyOf(controllers);
    Objects.requireNonNull(bounds, "bounds");
    Set<String> names = new HashSet<>();
    Set<Task> covered = EnumSet.noneOf(Task.class);
    for (Function function : functions) {
      if (!names.add(function.name())) {
        throw new IllegalArgumentException("a function of the incident plan stands twice");
      }
      covered.addAll(function.tasks());
    }
    if (!covered.containsAll(ALWAYS)) {
      throw new IllegalArgumentException(
          "an incident plan names who assesses, who tells the authority and who tells the persons");
    }
    if (controllers.stream().map(ContactPoint::name).distinct().count() != controllers.size()) {
      throw new IllegalArgumentException("a controller of the incident plan stands twice");
    }
  }

  /**
   * Who has a task.
   *
   * @param task the task
   * @return the functions in declared order
   */
  public List<Function> whoDoes(Task task) {
    return functions.stream().filter(f -> f.tasks().contains(task)).toList();
  }

  /**
   * How a controller is reached for whom this host processes.
   *
   * @param name the name that the purposes state
   * @return the contact, or empty if the plan has none
   */
  public Optional<ContactPoint> controller(String name) {
    return controllers.stream().filter(c -> c.name().equals(name)).findFirst();
  }
}
