package eu.sotto.rights.running;

import eu.sotto.ledger.Recorded;
import eu.sotto.rights.RecipientNotice;
import eu.sotto.rights.RequestStatus;
import eu.sotto.session.Engine;
import eu.sotto.session.Entries;
import eu.sotto.vocabulary.Right;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What is open, read from every event that was ever made: an oracle that remembers nothing. */
public final class RequestsReadWhole {
  private RequestsReadWhole() {}

  /** The requests that wait for their answer, the first due first. */
  public static List<RequestStatus> requests(Engine engine) {
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

  /** The notices without a receipt, in the order owed. */
  public static List<RecipientNotice> notices(Engine engine) {
    Map<Boolean, List<Recorded>> byOwed =
        engine.journal().ledger().events(Entries.notices()).entries().stream()
            .collect(Collectors.partitioningBy(entry -> entry.kind().equals("notice_owed")));
    Map<String, RecipientNotice> owed = new LinkedHashMap<>();
    byOwed.getOrDefault(true, List.of()).forEach(entry -> owed.put(id(entry), notice(entry)));
    byOwed.getOrDefault(false, List.of()).forEach(entry -> owed.remove(id(entry)));
    return List.copyOf(owed.values());
  }

  private static String id(Recorded entry) {
    return RequestFacts.text(entry, "notice");
  }

  private static RecipientNotice notice(Recorded entry) {
    return new RecipientNotice(
        id(entry),
        RequestFacts.text(entry, "request"),
        Right.valueOf(RequestFacts.text(entry, "right")),
        RecipientNotice.Addressee.valueOf(RequestFacts.text(entry, "addressee")),
        RequestFacts.text(entry, "to"),
        Arrays.stream(RequestFacts.text(entry, "documents").split(" ", -1))
            .filter(Predicate.not(String::isEmpty))
            .toList());
  }
}
