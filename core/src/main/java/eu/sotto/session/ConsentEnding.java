package eu.sotto.session;

import eu.sotto.consent.ConsentEvent;
import eu.sotto.ledger.Appended;
import eu.sotto.ledger.ChainHead;
import eu.sotto.ledger.Event;
import eu.sotto.ledger.EventKind;
import eu.sotto.permit.granted.Ending;
import eu.sotto.records.RecordEntry;
import eu.sotto.records.RecordId;
import eu.sotto.records.SubjectEntry;
import eu.sotto.register.LegalBasis;
import eu.sotto.session.Entries.Fields;
import eu.sotto.vocabulary.PurposeId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a person's consent to a purpose ends from outside a call: it takes effect on this node first,
 * then what only it carried is erased, then it is recorded.
 */
final class ConsentEnding {
  /**
   * How an end is recorded.
   *
   * @param kind under which kind
   * @param id the name of the field that holds its random id
   * @param ground why records are erased
   */
  private record Form(EventKind kind, String id, String ground) {
    static Form of(ConsentEvent.OfPurpose event) {
      if (event instanceof ConsentEvent.Withdrawn) {
        return new Form(Kinds.CONSENT_WITHDRAWN, "withdrawal", "consent withdrawn");
      }
      if (event instanceof ConsentEvent.FoundInvalid) {
        return new Form(Kinds.CONSENT_FOUND_INVALID, "finding", "consent found invalid");
      }
      throw new IllegalArgumentException("not the end of a consent: " + event.getClass());
    }
  }

  /**
   * What was done.
   *
   * @param records every record of the purpose
   * @param heads the last entry of each subject's evidence after it
   * @param recorded whether it is durable for all of them
   * @param erased whether what only the consent carried is gone
   */
  record Ended(List<RecordEntry> records, List<ChainHead> heads, boolean recorded, boolean erased) {
    /** The records that only the consent carried. */
    List<RecordId> carried() {
      return records.stream()
          .filter(entry -> entry.what().consentOnly())
          .map(RecordEntry::id)
          .toList();
    }
  }

  private final Engine engine;

  ConsentEnding(Engine engine) {
    this.engine = engine;
  }

  /**
   * Ends a consent.
   *
   * @param person whose
   * @param event a withdrawal or a finding
   * @param details what else is recorded of it, after its id and its purpose
   * @return what was done
   */
  Ended end(SubjectSession person, ConsentEvent.OfPurpose event, Map<String, String> details) {
    PurposeId purpose = event.purpose();
    if (engine.declared(purpose).basis() != LegalBasis.CONSENT) {
      throw new IllegalArgumentException("the purpose " + purpose + " does not rest on consent");
    }
    Form form = Form.of(event);
    List<SubjectEntry> entries = person.entries();
    List<RecordEntry> records = records(entries, purpose);
    List<String> ids = takeEffect(entries, event);
    boolean erased = erase(entries, purpose, form.ground());
    List<ChainHead> heads = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      record(entries.get(i), form, event, fields(form, ids.get(i), purpose, details))
          .ifPresent(heads::add);
    }
    return new Ended(records, heads, heads.size() == entries.size(), erased);
  }

  private List<RecordEntry> records(List<SubjectEntry> entries, PurposeId purpose) {
    return entries.stream()
        .flatMap(entry -> engine.records().of(entry.id()).stream())
        .filter(entry -> entry.what().purpose().equals(purpose))
        .toList();
  }

  private List<String> takeEffect(List<SubjectEntry> entries, ConsentEvent.OfPurpose event) {
    List<String> ids = new ArrayList<>();
    for (SubjectEntry entry : entries) {
      String id = engine.randomId();
      ids.add(id);
      engine.sessions().ended(new ConsentEndings.Entry(id, entry.id(), event));
      engine.questions().changed(entry.id());
      engine
          .grants()
          .end(
              entry.id(), Ending.RIGHT_EXERCISED, grant -> grant.purpose().equals(event.purpose()));
    }
    return ids;
  }

  private boolean erase(List<SubjectEntry> entries, PurposeId purpose, String ground) {
    return engine
        .owed()
        .attempt(
            "erasing after a consent ended",
            () -> {
              for (SubjectEntry entry : entries) {
                Sweeping.eraseCarried(engine, engine.records().of(entry.id()), purpose, ground);
              }
            });
  }

  private static Fields fields(
      Form form, String id, PurposeId purpose, Map<String, String> details) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put(form.id(), id);
    fields.put("purpose", purpose.value());
    fields.putAll(details);
    return Fields.of(fields).step(form.kind().name() + " " + id);
  }

  private Optional<ChainHead> record(
      SubjectEntry subject, Form form, ConsentEvent event, Fields fields) {
    Event entry = Entries.ending(subject, form.kind(), event.at(), fields);
    Optional<Appended> appended = engine.journal().recordEffect(entry);
    engine.questions().changed(subject.id());
    return appended.map(Appended::head);
  }
}
