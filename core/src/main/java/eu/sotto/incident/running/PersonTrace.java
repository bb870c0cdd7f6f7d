package eu.sotto.incident.running;

import eu.sotto.crypto.KeyId;
import eu.sotto.ledger.Ledger;
import eu.sotto.ledger.Recorded;
import eu.sotto.records.Holding;
import eu.sotto.records.SubjectEntry;
import eu.sotto.session.Engine;
import eu.sotto.session.Entries;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is known of one person: of an erased one the evidence alone, without any name.
 *
 * @param evidenceKeys the keys of the evidence, one for each of the person's subjects
 * @param calls the calls; none of an erased person
 * @param others what the ledger holds beside calls; of an erased person all that is left
 * @param holdings where the records hang
 */
record PersonTrace(
    List<KeyId> evidenceKeys,
    List<CallTrace> calls,
    List<Recorded> others,
    List<Holding> holdings) {
  boolean erased() {
    return calls.isEmpty() && holdings.isEmpty();
  }

  static PersonTrace of(Engine engine, List<SubjectEntry> person) {
    Ledger ledger = engine.journal().ledger();
    List<CallTrace> calls = new ArrayList<>();
    List<Recorded> others = new ArrayList<>();
    List<Holding> holdings = new ArrayList<>();
    Set<Long> ofCalls = new HashSet<>();
    for (SubjectEntry subject : person) {
      for (Recorded answer :
          ledger.events(subject.contentKey(), kind -> kind.equals("call_answered"))) {
        Entries.callOf(answer)
            .map(term -> ledger.events(term).entries())
            .map(events -> CallTrace.of(subject.contentKey(), answer, events))
            .ifPresent(calls::add);
      }
      calls.forEach(call -> call.events().forEach(e -> ofCalls.add(e.appended().index())));
      ledger.events(subject.evidenceKey()).entries().stream()
          .filter(event -> !ofCalls.contains(event.appended().index()))
          .forEach(others::add);
      holdings.addAll(engine.records().holdings(subject.id()));
    }
    return new PersonTrace(
        person.stream().map(SubjectEntry::evidenceKey).toList(), calls, others, holdings);
  }

  static PersonTrace erased(Engine engine, KeyId evidenceKey) {
    return new PersonTrace(
        List.of(evidenceKey),
        List.of(),
        engine.journal().ledger().events(evidenceKey).entries(),
        List.of());
  }
}
