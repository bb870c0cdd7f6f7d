package eu.sotto.rights.running;

import eu.sotto.rights.RequestStatus;
import eu.sotto.session.Engine;
import eu.sotto.session.Entries;
import java.util.Comparator;
import java.util.List;

/** The requests of everybody, also of those whose data was erased since. */
public final class RequestList {
  private RequestList() {}

  /**
   * What waits for its answer.
   *
   * @param engine what everything runs on
   * @return the open requests, the first due first
   */
  public static List<RequestStatus> open(Engine engine) {
    return RequestFacts.of(engine.journal().ledger().events(Entries.requests()).entries())
        .values()
        .stream()
        .map(facts -> facts.status(engine.register()))
        .filter(RequestStatus::open)
        .sorted(
            Comparator.comparing((RequestStatus one) -> one.deadline().due())
                .thenComparing(RequestStatus::id))
        .toList();
  }
}
