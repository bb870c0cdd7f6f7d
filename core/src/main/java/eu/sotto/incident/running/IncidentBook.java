package eu.sotto.incident.running;

import eu.sotto.incident.Affected;
import eu.sotto.incident.Assessment;
import eu.sotto.incident.BreachScope;
import eu.sotto.incident.Clock;
import eu.sotto.incident.Duty;
import eu.sotto.incident.Finding;
import eu.sotto.incident.Incident;
import eu.sotto.incident.IncidentExport;
import eu.sotto.incident.Notification;
import eu.sotto.incident.Report;
import eu.sotto.incident.Waiver;
import eu.sotto.interchange.ProvenStatement;
import eu.sotto.ledger.Event;
import eu.sotto.ledger.EventKind;
import eu.sotto.ledger.IndexTerm;
import eu.sotto.ledger.Recorded;
import eu.sotto.redaction.Transcript;
import eu.sotto.session.Engine;
import eu.sotto.session.Entries;
import eu.sotto.session.Entries.Fields;
import eu.sotto.session.Kinds;
import eu.sotto.vocabulary.Actor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The documentation of breaches in the ledger: every step is durable before it counts, no step
 * names an affected person. Thread-safe.
 */
public final class IncidentBook {
  private static final String INCIDENT = "incident";
  private static final String ALL = "all";

  private final Engine engine;

  /**
   * The book of a store.
   *
   * @param engine what everything runs on
   */
  public IncidentBook(Engine engine) {
    this.engine = engine;
  }

  /**
   * Opens an incident.
   *
   * @param report how it became known
   * @param actor who enters it
   * @return the incident
   */
  public Incident report(Report report, Actor actor) {
    requirePast(report.awareAt());
    String id = engine.randomId();
    record(
        Kinds.INCIDENT_REPORTED,
        report.awareAt(),
        actor,
        id,
        Map.of(
            "source",
            report.source().name(),
            "nature",
            report.nature().stream().map(Enum::name).sorted().collect(Collectors.joining(" ")),
            "facts",
            redacted(report.facts()),
            "register",
            engine.register().version()));
    return found(id);
  }

  /**
   * Counts whom and what a breach affects, and documents it.
   *
   * @param id the incident
   * @param assessment how far it reaches
   * @param actor who assessed it
   * @return the incident
   */
  public Incident assess(String id, Assessment assessment, Actor actor) {
    open(id);
    Finding finding =
        Tally.of(
            assessment.scope(),
            assessment.exposure(),
            new AffectedSearch(engine),
            engine.register());
    requireKnown(assessment.scope(), finding);
    Map<String, Object> fields = FindingFields.of(finding);
    fields.put("effects", redacted(assessment.effects()));
    fields.put("measures", redacted(assessment.measures()));
    record(Kinds.INCIDENT_ASSESSED, now(), actor, id, fields);
    return found(id);
  }

  /** That nobody is affected is said only of what is known. */
  private void requireKnown(BreachScope scope, Finding finding) {
    if (finding.counts().subjects() > 0) {
      return;
    }
    if (scope instanceof BreachScope.ToRecipient to
        && engine.register().recipient(to.recipient()).isEmpty()) {
      throw new IllegalArgumentException("neither register nor ledger knows this recipient");
    }
    if (scope instanceof BreachScope.OnNode on && !on.node().equals(engine.records().node())) {
      throw new IllegalArgumentException("the ledger knows nothing of this node");
    }
  }

  /**
   * Opens the list of the affected people, to tell them; recorded before anybody is named.
   *
   * @param id the incident
   * @param scope a scope that was assessed
   * @param actor who opens it
   * @return the people, read as the stream is consumed
   */
  public Stream<Affected> people(String id, BreachScope scope, Actor actor) {
    open(id);
    if (!steps(id).assessed(scope)) {
      throw new IllegalStateException("this scope was not assessed: nobody is named without that");
    }
    record(Kinds.INCIDENT_PEOPLE_LISTED, now(), actor, id, Map.of("scope", scope.text()));
    return new AffectedSearch(engine).hits(scope).map(AffectedSearch.Hit::affected);
  }

  /**
   * Documents that somebody was told.
   *
   * @param id the incident
   * @param told who, when, under which reference
   * @param actor who told them
   * @return the incident
   */
  public Incident told(String id, Notification told, Actor actor) {
    Incident incident = open(id);
    requirePast(told.at());
    if (told.at().isBefore(incident.report().at())) {
      throw new IllegalArgumentException("nobody was told before the host became aware");
    }
    Clock clock =
        incident.clocks().stream()
            .filter(c -> c.duty() == told.duty() && c.addressee().equals(told.addressee()))
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException("nobody of that name has to be told of it"));
    boolean late = !told.at().isBefore(clock.due(engine.register().zone()));
    boolean first = clock.state() == Clock.State.RUNNING || clock.state() == Clock.State.WAIVED;
    if (told.duty() == Duty.AUTHORITY && late && first && told.delayReason().isEmpty()) {
      throw new IllegalArgumentException(
          "a late notification states the reasons for the delay (GDPR Art. 33(1))");
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("duty", told.duty().name());
    fields.put("addressee", told.addressee());
    fields.put("reference", told.reference());
    fields.put("delay", told.delayReason().isEmpty() ? "" : redacted(told.delayReason()));
    record(Kinds.INCIDENT_TOLD, told.at(), actor, id, fields);
    return found(id);
  }

  /**
   * Documents a person's decision that somebody need not be told.
   *
   * @param id the incident
   * @param waiver why not
   * @param actor who decided
   * @return the incident
   */
  public Incident waive(String id, Waiver waiver, Actor actor) {
    Finding finding =
        open(id).finding().orElseThrow(() -> new IllegalStateException("nothing was assessed yet"));
    if (waiver.ground() == Waiver.Ground.UNINTELLIGIBLE && finding.proposal().isEmpty()) {
      throw new IllegalStateException("what was found can be read, or its keys are not safe");
    }
    record(
        Kinds.INCIDENT_WAIVED,
        now(),
        actor,
        id,
        Map.of("ground", waiver.ground().name(), "reason", redacted(waiver.reason())));
    return found(id);
  }

  /**
   * Closes an incident.
   *
   * @param id the incident
   * @param lessons what was learnt and changed
   * @param actor who closes it
   * @return the incident
   */
  public Incident close(String id, String lessons, Actor actor) {
    Incident incident = open(id);
    if (lessons.isBlank() || lessons.length() > 2_000) {
      throw new IllegalArgumentException("lessons must be 1 to 2,000 characters, not blank");
    }
    if (incident.finding().isEmpty() || incident.isRunning()) {
      throw new IllegalStateException("it was not assessed, or somebody still has to be told");
    }
    record(Kinds.INCIDENT_CLOSED, now(), actor, id, Map.of("lessons", redacted(lessons)));
    return found(id);
  }

  /**
   * The documentation for the authority or a controller; recorded.
   *
   * @param id the incident
   * @param language German or English
   * @param actor who takes it out
   * @return the documents
   */
  public IncidentExport export(String id, Locale language, Actor actor) {
    IncidentExport export = new IncidentDocument(engine.register(), found(id), now()).in(language);
    record(
        Kinds.INCIDENT_EXPORTED,
        now(),
        actor,
        id,
        Map.of("digest", ProvenStatement.digest(export.json())));
    return export;
  }

  /**
   * An incident.
   *
   * @param id its id
   * @return empty if there is none
   */
  public Optional<Incident> find(String id) {
    List<Recorded> events = events(id);
    if (events.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(incident(id, events));
  }

  /**
   * Every incident.
   *
   * @return them, oldest first
   */
  public List<Incident> all() {
    Map<String, List<Recorded>> byId = new LinkedHashMap<>();
    for (Recorded event : events(ALL)) {
      byId.computeIfAbsent(String.valueOf(event.fields().get(INCIDENT)), k -> new ArrayList<>())
          .add(event);
    }
    return byId.entrySet().stream().map(e -> incident(e.getKey(), e.getValue())).toList();
  }

  private Incident incident(String id, List<Recorded> events) {
    IncidentSteps steps = IncidentSteps.of(events);
    return steps.incident(id, new Clocks(engine.register(), steps));
  }

  private IncidentSteps steps(String id) {
    return IncidentSteps.of(events(id));
  }

  private List<Recorded> events(String id) {
    return engine.journal().ledger().events(new IndexTerm(INCIDENT, id)).entries();
  }

  private Incident found(String id) {
    return find(id)
        .orElseThrow(() -> new IllegalArgumentException("there is no incident of this id"));
  }

  private Incident open(String id) {
    Incident incident = found(id);
    if (incident.closed().isPresent()) {
      throw new IllegalStateException("the incident is closed");
    }
    return incident;
  }

  private void record(EventKind kind, Instant at, Actor actor, String id, Map<String, ?> more) {
    Fields fields = Fields.of(INCIDENT, id);
    fields.values().putAll(more);
    fields.values().put("actor", actor.id());
    fields.values().put("role", actor.role());
    Event event = Entries.ofNobody(kind, at, fields);
    engine
        .journal()
        .record(event.indexed(new IndexTerm(INCIDENT, id)).indexed(new IndexTerm(INCIDENT, ALL)));
  }

  private String redacted(String text) {
    Transcript transcript = Transcript.ofText(engine.register().defaultLanguage(), text);
    return engine.redactor().redact(transcript).transcript().text();
  }

  private void requirePast(Instant at) {
    if (at.isAfter(now())) {
      throw new IllegalArgumentException("it has not happened yet");
    }
  }

  private Instant now() {
    return engine.clock().instant();
  }
}
