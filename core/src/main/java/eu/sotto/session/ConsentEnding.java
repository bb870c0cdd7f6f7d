package eu.sotto.session;

import eu.sotto.consent.ConsentEvent;
import eu.sotto.consent.Method;
import eu.sotto.consent.Withdrawal;
import eu.sotto.ledger.Appended;
import eu.sotto.ledger.ChainHead;
import eu.sotto.ledger.Event;
import eu.sotto.permit.ReasonCode;
import eu.sotto.permit.granted.Ending;
import eu.sotto.records.Invalidation;
import eu.sotto.records.RecordEntry;
import eu.sotto.records.RecordId;
import eu.sotto.records.SubjectEntry;
import eu.sotto.register.LegalBasis;
import eu.sotto.session.Entries.Fields;
import eu.sotto.vocabulary.Actor;
import eu.sotto.vocabulary.Answer;
import eu.sotto.vocabulary.PurposeId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a person's consent to a purpose ends from outside a call: it takes effect on this node first,
 * then what only it carried is erased, then it is recorded.
 */
final class ConsentEnding {
  /** What ends, for whom, and which records it touches. */
  private record Case(PurposeId purpose, List<SubjectEntry> entries, List<RecordEntry> records) {
    List<RecordId> carried() {
      return records.stream()
          .filter(entry -> entry.what().consentOnly())
          .map(RecordEntry::id)
          .toList();
    }
  }

  /** Makes the event of one subject, under a random id. */
  private interface Recording {
    Event of(SubjectEntry subject, String id);
  }

  private final Engine engine;

  ConsentEnding(Engine engine) {
    this.engine = engine;
  }

  Withdrawal withdrawn(SubjectSession person, PurposeId purpose, Answer answer) {
    Case affected = affected(person, purpose);
    var event = new ConsentEvent.Withdrawn(purpose, Method.of(answer), answer.at());
    List<String> ids = takeEffect(affected, event);
    boolean erased = erase(affected, "consent withdrawn");
    List<ChainHead> heads =
        record(
            affected,
            ids,
            (subject, id) ->
                Entries.ending(
                    subject,
                    Kinds.CONSENT_WITHDRAWN,
                    event.at(),
                    Fields.of("withdrawal", id, "purpose", purpose.value(), "method", method(event))
                        .step("withdrawn " + id)));
    boolean recorded = heads.size() == affected.entries().size();
    return new Withdrawal(purpose, answer.at(), heads, affected.carried(), recorded, !erased);
  }

  private static String method(ConsentEvent.Withdrawn event) {
    return event.method().name();
  }

  Invalidation foundInvalid(
      SubjectSession person, PurposeId purpose, ReasonCode why, Actor finder) {
    Case affected = affected(person, purpose);
    Instant now = engine.clock().instant();
    List<String> ids = takeEffect(affected, new ConsentEvent.FoundInvalid(purpose, why, now));
    boolean erased = erase(affected, "consent found invalid");
    List<ChainHead> heads =
        record(
            affected,
            ids,
            (subject, id) ->
                Entries.ending(
                    subject,
                    Kinds.CONSENT_FOUND_INVALID,
                    now,
                    Fields.of(
                            "finding",
                            id,
                            "purpose",
                            purpose.value(),
                            "why",
                            why.name(),
                            "actor",
                            finder.id(),
                            "role",
                            finder.role())
                        .step("found invalid " + id)));
    boolean recorded = heads.size() == affected.entries().size();
    return new Invalidation(purpose, why, now, affected.records(), recorded, !erased);
  }

  private Case affected(SubjectSession person, PurposeId purpose) {
    if (engine.declared(purpose).basis() != LegalBasis.CONSENT) {
      throw new IllegalArgumentException("the purpose " + purpose + " does not rest on consent");
    }
    List<SubjectEntry> entries = person.entries();
    List<RecordEntry> records =
        entries.stream()
            .flatMap(entry -> engine.records().of(entry.id()).stream())
            .filter(entry -> entry.what().purpose().equals(purpose))
            .toList();
    return new Case(purpose, entries, records);
  }

  private List<String> takeEffect(Case affected, ConsentEvent.OfPurpose event) {
    List<String> ids = new ArrayList<>();
    for (SubjectEntry entry : affected.entries()) {
      String id = engine.randomId();
      ids.add(id);
      engine.sessions().ended(new ConsentEndings.Entry(id, entry.id(), event));
      engine.questions().changed(entry.id());
      engine
          .grants()
          .end(
              entry.id(),
              Ending.RIGHT_EXERCISED,
              grant -> grant.purpose().equals(affected.purpose()));
    }
    return ids;
  }

  private boolean erase(Case affected, String ground) {
    return engine
        .owed()
        .attempt(
            "erasing after a consent ended",
            () -> {
              for (SubjectEntry entry : affected.entries()) {
                Sweeping.eraseCarried(
                    engine, engine.records().of(entry.id()), affected.purpose(), ground);
              }
            });
  }

  private List<ChainHead> record(Case affected, List<String> ids, Recording recording) {
    List<ChainHead> heads = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      Event event = recording.of(affected.entries().get(i), ids.get(i));
      Optional<Appended> appended = engine.journal().recordEffect(event);
      appended.map(Appended::head).ifPresent(heads::add);
      engine.questions().changed(affected.entries().get(i).id());
    }
    return heads;
  }
}
