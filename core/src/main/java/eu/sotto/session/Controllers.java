package eu.sotto.session;

import eu.sotto.ledger.Recorded;
import eu.sotto.register.Purpose;
import eu.sotto.register.PurposeRole;
import eu.sotto.register.Register;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * To which controller data belongs: as a processor the host works for others, and what concerns
 * their callers is passed to them. Source: GDPR Art. 28(3)(e) and (f), 33(2).
 */
public final class Controllers {
  private Controllers() {}

  /**
   * The controller of a call, by the purposes that were spoken of in it.
   *
   * @param register the register in force
   * @param events what the ledger holds of the call
   * @return one name, unless the register declares purposes of several for the same call
   */
  public static SortedSet<String> ofCall(Register register, Collection<Recorded> events) {
    return of(register, spokenOf(events));
  }

  private static List<String> spokenOf(Collection<Recorded> events) {
    return events.stream()
        .map(event -> event.fields().get("purpose"))
        .filter(Objects::nonNull)
        .map(Object::toString)
        .toList();
  }

  /**
   * The controllers of some purposes.
   *
   * @param register the register in force
   * @param purposes their names; of those that it does not declare nothing is known
   * @return the host's own name, or those for whom it processes; all that are possible if no
   *     purpose is known
   */
  public static SortedSet<String> of(Register register, Collection<String> purposes) {
    SortedSet<String> names = known(register, purposes);
    return names.isEmpty() ? all(register) : names;
  }

  private static SortedSet<String> known(Register register, Collection<String> purposes) {
    SortedSet<String> names = new TreeSet<>();
    for (Purpose purpose : register.purposes()) {
      if (purposes.contains(purpose.id().value())) {
        names.add(of(register, purpose));
      }
    }
    return names;
  }

  /**
   * The controllers to whom a call is known to belong: unlike for a breach, whom nothing connects
   * with a call is not told of its caller.
   *
   * @param register the register in force
   * @param events what the ledger holds of the call
   * @return those of the purposes that were spoken of in it; if there was none, the only one that
   *     the register has purposes of, or nobody if it has several
   */
  public static SortedSet<String> knownOfCall(Register register, Collection<Recorded> events) {
    SortedSet<String> names = known(register, spokenOf(events));
    SortedSet<String> possible = all(register);
    return names.isEmpty() && possible.size() == 1 ? possible : names;
  }

  /**
   * Everybody whose data the host may have.
   *
   * @param register the register in force
   * @return at least one name
   */
  public static SortedSet<String> all(Register register) {
    SortedSet<String> names = new TreeSet<>();
    register.purposes().forEach(purpose -> names.add(of(register, purpose)));
    if (names.isEmpty()) {
      names.add(register.controller().name());
    }
    return names;
  }

  /**
   * The controller of a purpose.
   *
   * @param register the register in force
   * @param purpose one of its purposes
   * @return the host's own name, or that of the one for whom it processes
   */
  public static String of(Register register, Purpose purpose) {
    String other = purpose.responsibility().reference();
    return purpose.role() == PurposeRole.PROCESSOR && other != null
        ? other
        : register.controller().name();
  }
}
