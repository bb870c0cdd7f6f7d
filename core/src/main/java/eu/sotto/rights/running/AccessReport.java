package eu.sotto.rights.running;

import eu.sotto.ledger.IndexTerm;
import eu.sotto.ledger.LeafId;
import eu.sotto.ledger.Recorded;
import eu.sotto.oversight.running.Cases;
import eu.sotto.records.Calls;
import eu.sotto.records.RecordEntry;
import eu.sotto.register.ContactPoint;
import eu.sotto.register.Controller;
import eu.sotto.register.Purpose;
import eu.sotto.register.Recipient;
import eu.sotto.register.Register;
import eu.sotto.rights.Assessment;
import eu.sotto.session.Engine;
import eu.sotto.session.Entries;
import eu.sotto.session.SubjectSession;
import eu.sotto.vocabulary.CallId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * All that Art. 15 asks for, as plain values. Immutable.
 *
 * @param register the register in force
 * @param now when the answer was made
 * @param events what happened, in the order recorded
 * @param calls the events of each call, by the leaf with which it began, in the same order
 * @param records what is kept, withheld and gone
 * @param decisions the decisions in which AI took part
 * @param behalf for which controller it is made: it holds nothing of others
 */
record AccessReport(
    Register register,
    Instant now,
    List<Recorded> events,
    Map<LeafId, List<Recorded>> calls,
    AccessRecords records,
    AccessDecisions decisions,
    Behalf behalf) {
  private static final Set<String> SPOKEN = Set.of("de", "en");

  static AccessReport of(
      SubjectSession subject,
      List<Assessment> assessments,
      Behalf behalf,
      Function<RecordEntry, String> files) {
    Engine engine = subject.engine();
    Concerned concerned = Concerned.of(subject, behalf);
    List<Recorded> events = new ArrayList<>();
    subject
        .entries()
        .forEach(e -> events.addAll(found(engine, Entries.subject(e.id()), concerned)));
    events.sort(Comparator.comparingLong(event -> event.appended().index()));
    return new AccessReport(
        engine.register(),
        engine.clock().instant(),
        List.copyOf(events),
        calls(engine, events, concerned),
        AccessRecords.of(subject, assessments, behalf, files, events),
        AccessDecisions.of(new Cases(engine), events),
        behalf);
  }

  private static List<Recorded> found(Engine engine, IndexTerm term, Concerned concerned) {
    return engine.journal().ledger().events(term).entries().stream()
        .filter(concerned::shows)
        .map(event -> withNumber(engine, event))
        .toList();
  }

  /** The number is kept apart from the ledger, as long as the call's metadata is. */
  private static Recorded withNumber(Engine engine, Recorded event) {
    Optional<String> number = Entries.callIdOf(event).flatMap(engine.records().calls()::numberOf);
    if (number.isEmpty()) {
      return event;
    }
    Map<String, Object> fields = new LinkedHashMap<>(event.fields());
    fields.put(Calls.NUMBER, number.get());
    return new Recorded(
        event.appended(), event.kind(), event.version(), event.happenedAt(), fields);
  }

  private static Map<LeafId, List<Recorded>> calls(
      Engine engine, List<Recorded> events, Concerned concerned) {
    Map<LeafId, List<Recorded>> calls = new LinkedHashMap<>();
    for (Recorded event : events) {
      Entries.callOf(event)
          .ifPresent(call -> calls.put(event.appended().id(), found(engine, call, concerned)));
    }
    return Collections.unmodifiableMap(calls);
  }

  /** The calls in the order recorded. */
  List<CallId> callIds() {
    return events.stream()
        .filter(event -> event.kind().equals("call_answered"))
        .map(event -> CallId.of(event.fields().getOrDefault("call", "").toString()))
        .distinct()
        .toList();
  }

  /** The language in which the person was last spoken to, if German or English, or the default. */
  Locale language() {
    return events.stream()
        .filter(event -> event.kind().equals("notice_played"))
        .map(event -> Locale.forLanguageTag(event.fields().getOrDefault("language", "").toString()))
        .reduce((earlier, later) -> later)
        .filter(spoken -> SPOKEN.contains(spoken.getLanguage()))
        .orElse(register.defaultLanguage());
  }

  /** The purposes for which something is kept or was decided. */
  List<Purpose> purposes() {
    Set<String> names = new TreeSet<>();
    records.disclosed().forEach(one -> names.add(one.entry().what().purpose().value()));
    records.withheld().forEach(one -> names.add(one.entry().what().purpose().value()));
    events.forEach(event -> names.add(event.fields().getOrDefault("purpose", "").toString()));
    return register.purposes().stream().filter(p -> names.contains(p.id().value())).toList();
  }

  List<Recipient> recipientsOf(Purpose purpose) {
    return register.recipients().stream()
        .filter(recipient -> purpose.recipients().contains(recipient.id()))
        .toList();
  }

  Map<String, Object> tree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("answeredAt", now.toString());
    Controller controller = register.controller();
    tree.put(
        "controller",
        Map.of(
            "name", controller.name(),
            "address", controller.address(),
            "contact", controller.contact()));
    register.dataProtectionOfficer().ifPresent(o -> tree.put("dataProtectionOfficer", contact(o)));
    tree.put("supervisoryAuthority", contact(register.supervisoryAuthority()));
    tree.put("rights", AccessPage.rights());
    tree.put("purposes", purposes().stream().map(this::purpose).toList());
    tree.put("records", records.disclosedTree(register));
    tree.put("withheld", records.withheldTree());
    tree.put("gone", records.goneTree());
    tree.put("aiDecisions", decisions.tree());
    tree.put("events", events.stream().map(AccessReport::event).toList());
    return tree;
  }

  private static Map<String, Object> contact(ContactPoint contact) {
    return Map.of("name", contact.name(), "contact", contact.contact());
  }

  private Map<String, Object> purpose(Purpose purpose) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("purpose", purpose.id().value());
    tree.put("legalBasis", purpose.basis().article());
    tree.put("categories", purpose.categories().stream().map(Object::toString).sorted().toList());
    tree.put("recipients", recipientsOf(purpose).stream().map(Recipient::name).toList());
    return tree;
  }

  private static Map<String, Object> event(Recorded event) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("kind", event.kind());
    tree.put("happenedAt", event.happenedAt().toString());
    tree.put("recordedAt", event.appended().recordedAt().toString());
    tree.put("leaf", event.appended().id().toString());
    tree.put("data", event.fields());
    return tree;
  }
}
