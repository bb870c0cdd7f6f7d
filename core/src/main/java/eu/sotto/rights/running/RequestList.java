package eu.sotto.rights.running;

import eu.sotto.ledger.Recorded;
import eu.sotto.records.SubjectEntry;
import eu.sotto.rights.RequestState;
import eu.sotto.rights.RequestStatus;
import eu.sotto.session.Engine;
import eu.sotto.session.Entries;
import eu.sotto.session.OpenMatters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The requests of everybody, also of those whose data was erased since. Only the ids of open ones
 * are remembered. Thread-safe.
 */
public final class RequestList {
  private final Engine engine;
  private final OpenMatters<String, Boolean> open;

  private RequestList(Engine engine) {
    this.engine = engine;
    this.open = new OpenMatters<>(engine, Entries.requests(), RequestList::heard);
  }

  private static void heard(Recorded event, Map<String, Boolean> open) {
    String request = RequestFacts.text(event, RequestFacts.REQUEST);
    if (RequestFacts.receives(event)) {
      open.put(request, true);
    } else if (RequestFacts.answers(event)) {
      open.remove(request);
    }
  }

  /**
   * What waits for its answer.
   *
   * @param engine what everything runs on
   * @return the open requests, the first due first
   */
  public static List<RequestStatus> open(Engine engine) {
    RequestList list = engine.remembered(RequestList.class, RequestList::new);
    return list.open.look((request, open) -> list.status(request)).stream()
        .sorted(
            Comparator.comparing((RequestStatus one) -> one.deadline().due())
                .thenComparing(RequestStatus::id))
        .toList();
  }

  /** A receipt that was recorded after the answer, under another subject, opens nothing. */
  private Optional<RequestStatus> status(String request) {
    return facts(engine, request)
        .map(facts -> facts.status(engine.register()))
        .filter(RequestStatus::open);
  }

  /** What some people asked for and nobody has answered, in the order received. */
  static List<RequestFacts> openOf(Engine engine, List<SubjectEntry> people) {
    List<Recorded> entries = new ArrayList<>();
    for (SubjectEntry person : people) {
      entries.addAll(
          engine
              .journal()
              .ledger()
              .events(person.evidenceKey(), RequestFacts::opensOrAnswers)
              .entries());
    }
    return RequestFacts.of(entries).values().stream()
        .filter(facts -> !facts.done(RequestState.ANSWERED))
        .toList();
  }

  /** A request whoever's it is; empty once the evidence of it is gone. */
  static Optional<RequestFacts> facts(Engine engine, String request) {
    return Optional.ofNullable(
        RequestFacts.of(engine.journal().ledger().events(Entries.request(request)).entries())
            .get(request));
  }
}
