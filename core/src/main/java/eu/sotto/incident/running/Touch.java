package eu.sotto.incident.running;

import eu.sotto.incident.Affected;
import eu.sotto.ledger.Recorded;
import eu.sotto.register.Register;
import eu.sotto.session.Controllers;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** What a breach touches of one person. Used by one thread. */
final class Touch {
  private final Register register;
  private final UnaryOperator<String> numbers;
  private final Set<String> parties = new HashSet<>();
  private final SortedSet<String> controllers = new TreeSet<>();
  final SortedSet<String> purposes = new TreeSet<>();
  final SortedSet<String> recipients = new TreeSet<>();
  private boolean touched;
  long calls;
  long records;
  long evidence;

  /** With what tells the number of a call by its identifier, as long as that is kept. */
  Touch(Register register, UnaryOperator<String> numbers) {
    this.register = register;
    this.numbers = numbers;
  }

  /** A call is affected; whose it is follows from all that was done in it. */
  void call(CallTrace call) {
    touched = true;
    calls++;
    controllers.addAll(Controllers.ofCall(register, call.events()));
    call.events().stream()
        .filter(event -> event.kind().equals("call_answered"))
        .map(this::party)
        .filter(party -> !party.isEmpty())
        .forEach(parties::add);
  }

  /** Early events hold it themselves. */
  private String party(Recorded answered) {
    String own = text(answered, "party");
    return own.isEmpty() ? numbers.apply(text(answered, "call")) : own;
  }

  void record(Recorded kept) {
    records++;
    note(kept);
  }

  /** Something that stands outside the calls that are still known. */
  void evidence(Recorded event) {
    touched = true;
    evidence++;
    note(event);
  }

  void touched() {
    touched = true;
  }

  /** What was done for which purpose and with whom. */
  void note(Recorded event) {
    switch (event.kind()) {
      case "permit_granted", "call_disclosed", "record_kept" -> {
        add(purposes, event, "purpose");
        add(recipients, event, "recipient");
      }
      default -> {}
    }
  }

  private static void add(Set<String> names, Recorded event, String field) {
    String name = text(event, field);
    if (!name.isEmpty()) {
      names.add(name);
    }
  }

  static String text(Recorded event, String field) {
    return String.valueOf(event.fields().getOrDefault(field, ""));
  }

  static boolean kept(Recorded event) {
    return event.kind().equals("record_kept");
  }

  Optional<Affected> affected(boolean erased) {
    if (!touched) {
      return Optional.empty();
    }
    SortedSet<String> belonging =
        controllers.isEmpty() ? Controllers.of(register, purposes) : controllers;
    return Optional.of(new Affected(parties, erased, calls, records, purposes, belonging));
  }
}
