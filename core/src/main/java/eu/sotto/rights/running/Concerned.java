package eu.sotto.rights.running;

import eu.sotto.ledger.LeafId;
import eu.sotto.ledger.Recorded;
import eu.sotto.records.SubjectEntry;
import eu.sotto.session.Controllers;
import eu.sotto.session.Engine;
import eu.sotto.session.Entries;
import eu.sotto.session.Kinds;
import eu.sotto.session.SubjectSession;
import eu.sotto.vocabulary.CallId;
import eu.sotto.vocabulary.PurposeId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which controllers the calls, records and requests of one person concern, read from the ledger.
 * Confined to one thread.
 */
final class Concerned {
  /** One call: where in the log it began, and whose it is known to be. */
  private record Known(long began, CallId id, Set<String> controllers) {}

  private static final String RESTRICTION = "restriction";

  private final Behalf behalf;
  private final List<Known> calls = new ArrayList<>();
  private final Map<LeafId, Known> byEntry = new HashMap<>();
  private final Map<String, String> requests = new HashMap<>();
  private final Map<String, Long> erasedUntil = new HashMap<>();
  private final Set<String> ofRecords = new TreeSet<>();

  private Concerned(Behalf behalf) {
    this.behalf = behalf;
  }

  /** Reads nothing where the register knows of nobody but the controller. */
  static Concerned of(SubjectSession subject, Behalf behalf) {
    Concerned concerned = new Concerned(behalf);
    if (!behalf.alone()) {
      subject.records().forEach(e -> concerned.ofRecords.add(behalf.decider(e.what().purpose())));
      for (SubjectEntry entry : subject.entries()) {
        concerned.read(subject.engine(), entry);
      }
    }
    return concerned;
  }

  private void read(Engine engine, SubjectEntry subject) {
    List<Recorded> all = engine.journal().ledger().events(Entries.subject(subject.id())).entries();
    for (Recorded event : all) {
      Entries.callIdOf(event).ifPresent(id -> call(engine, event, id));
      if (event.kind().equals(Kinds.RIGHT_REQUESTED.name())) {
        String named = RequestFacts.text(event, "controller");
        requests.put(
            RequestFacts.text(event, "request"), Behalf.of(behalf.register(), named).controller());
      }
    }
    for (RequestFacts facts : RequestFacts.of(all).values()) {
      facts
          .erasedAt()
          .ifPresent(
              index ->
                  erasedUntil.merge(
                      facts.behalf(behalf.register()).controller(), index, Math::max));
    }
  }

  private void call(Engine engine, Recorded answered, CallId id) {
    List<Recorded> events = found(engine, answered);
    Known call =
        new Known(
            answered.appended().index(), id, Controllers.knownOfCall(behalf.register(), events));
    calls.add(call);
    byEntry.put(answered.appended().id(), call);
    events.forEach(event -> byEntry.put(event.appended().id(), call));
  }

  private static List<Recorded> found(Engine engine, Recorded answered) {
    return Entries.callOf(answered)
        .map(term -> engine.journal().ledger().events(term).entries())
        .orElse(List.of());
  }

  /** Everybody whose data it is, without those who had theirs erased since. */
  Set<String> controllers() {
    Set<String> names = new TreeSet<>(ofRecords);
    for (Known call : calls) {
      call.controllers().stream()
          .filter(name -> call.began() > erasedUntil.getOrDefault(name, -1L))
          .forEach(names::add);
    }
    return names;
  }

  /** Everybody else whose data it is. */
  Set<String> others() {
    Set<String> names = controllers();
    names.remove(behalf.controller());
    return names;
  }

  /** The calls that concern nobody else. */
  List<CallId> onlyHere() {
    return calls.stream()
        .filter(call -> isHere(call) && !isElsewhere(call))
        .map(Known::id)
        .toList();
  }

  /** Of a call in which nothing was said of a purpose the host answers, who took it. */
  private boolean isHere(Known call) {
    return call.controllers().contains(behalf.controller())
        || (call.controllers().isEmpty() && behalf.own());
  }

  private boolean isElsewhere(Known call) {
    return call.controllers().stream().anyMatch(name -> !name.equals(behalf.controller()));
  }

  /** Whether an entry about the person is the controller's to show. */
  boolean shows(Recorded event) {
    if (behalf.alone()) {
      return true;
    }
    String purpose = RequestFacts.text(event, "purpose");
    if (!purpose.isEmpty()) {
      return behalf.covers(PurposeId.of(purpose));
    }
    String request = RequestFacts.text(event, "request") + RequestFacts.text(event, RESTRICTION);
    if (!request.isEmpty()) {
      return requestedOf(event).equals(behalf.controller());
    }
    Known call = byEntry.get(event.appended().id());
    return call == null ? behalf.own() : isHere(call);
  }

  /** A restriction bears the id of its request. */
  private String requestedOf(Recorded event) {
    String host = behalf.register().controller().name();
    String restriction = requests.getOrDefault(RequestFacts.text(event, RESTRICTION), host);
    return requests.getOrDefault(RequestFacts.text(event, "request"), restriction);
  }
}
