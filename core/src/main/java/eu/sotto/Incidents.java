package eu.sotto;

import eu.sotto.incident.Affected;
import eu.sotto.incident.Assessment;
import eu.sotto.incident.BreachScope;
import eu.sotto.incident.Incident;
import eu.sotto.incident.IncidentExport;
import eu.sotto.incident.Notification;
import eu.sotto.incident.Report;
import eu.sotto.incident.Waiver;
import eu.sotto.incident.running.IncidentBook;
import eu.sotto.session.Engine;
import eu.sotto.vocabulary.Actor;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Breaches of personal data: reported, assessed from ledger and records, told to whom the law
 * wants, documented in every case. Each step is durable when its method returns, or throws a {@link
 * eu.sotto.vocabulary.PrivacyException} and does not count; none names an affected person.
 * Thread-safe. Source: GDPR Art. 33, 34.
 */
public final class Incidents {
  private final IncidentBook book;
  private final Engine engine;

  Incidents(Engine engine) {
    this.engine = engine;
    this.book = new IncidentBook(engine);
  }

  /**
   * The id of this opening of the store: answers, permits and records name it. A host that notes it
   * with each start can say later what a machine has done.
   *
   * @return 32 hexadecimal digits, new each time the store is opened
   */
  public String node() {
    return engine.records().node();
  }

  /**
   * Opens an incident; a caller's or an employee's report is enough. The clocks run from the moment
   * that it states.
   *
   * @param report how it became known
   * @param actor who enters it
   * @return the incident with its clocks
   * @throws IllegalArgumentException if it lies in the future
   */
  public Incident report(Report report, Actor actor) {
    return book.report(
        Objects.requireNonNull(report, "report"), Objects.requireNonNull(actor, "actor"));
  }

  /**
   * Counts whom and what a breach affects, from ledger and records, and documents it. The store is
   * read person by person, never held as a whole. Decisions that somebody need not be told have to
   * be made anew after it.
   *
   * @param id the incident
   * @param assessment how far it reaches
   * @param actor who assessed it
   * @return the incident with the finding, which names nobody
   * @throws IllegalArgumentException if there is no such incident, or neither register nor ledger
   *     knows the key, node or recipient: then nothing can be said
   * @throws IllegalStateException if it is closed
   */
  public Incident assess(String id, Assessment assessment, Actor actor) {
    return book.assess(
        Objects.requireNonNull(id, "id"),
        Objects.requireNonNull(assessment, "assessment"),
        Objects.requireNonNull(actor, "actor"));
  }

  /**
   * Opens the list of the people whom a breach affects, so that they can be told; recorded before
   * anybody is named. Read as the stream is consumed.
   *
   * @param id the incident
   * @param scope a scope that was assessed
   * @param actor who opens it
   * @return the people; of those erased since the fact alone
   * @throws IllegalArgumentException if there is no such incident
   * @throws IllegalStateException if this scope was not assessed, or the incident is closed
   */
  public Stream<Affected> people(String id, BreachScope scope, Actor actor) {
    return book.people(
        Objects.requireNonNull(id, "id"),
        Objects.requireNonNull(scope, "scope"),
        Objects.requireNonNull(actor, "actor"));
  }

  /**
   * Documents that authority, persons or a controller were told. Information may follow in phases.
   *
   * @param id the incident
   * @param told who, when, under which reference
   * @param actor who told them
   * @return the incident
   * @throws IllegalArgumentException if there is no such incident, it was before the host became
   *     aware or lies in the future, the controller is not one of those affected, or the authority
   *     is told late without a reason
   * @throws IllegalStateException if it is closed
   */
  public Incident told(String id, Notification told, Actor actor) {
    return book.told(
        Objects.requireNonNull(id, "id"),
        Objects.requireNonNull(told, "told"),
        Objects.requireNonNull(actor, "actor"));
  }

  /**
   * Documents a person's decision that authority or persons need not be told.
   *
   * @param id the incident
   * @param waiver why not
   * @param actor who decided
   * @return the incident
   * @throws IllegalArgumentException if there is no such incident
   * @throws IllegalStateException if nothing was assessed, the ground contradicts what was found,
   *     or it is closed
   */
  public Incident waive(String id, Waiver waiver, Actor actor) {
    return book.waive(
        Objects.requireNonNull(id, "id"),
        Objects.requireNonNull(waiver, "waiver"),
        Objects.requireNonNull(actor, "actor"));
  }

  /**
   * Closes an incident; its documentation stays.
   *
   * @param id the incident
   * @param lessons what was learnt and changed, 1 to 2,000 characters
   * @param actor who closes it
   * @return the incident
   * @throws IllegalArgumentException if there is no such incident, or the lessons are blank or too
   *     long
   * @throws IllegalStateException if it was not assessed, or somebody still has to be told
   */
  public Incident close(String id, String lessons, Actor actor) {
    return book.close(
        Objects.requireNonNull(id, "id"),
        Objects.requireNonNull(lessons, "lessons"),
        Objects.requireNonNull(actor, "actor"));
  }

  /**
   * The documentation for an authority or a controller; that it was taken out is recorded.
   *
   * @param id the incident
   * @param language German, else English
   * @param actor who takes it out
   * @return the documents
   * @throws IllegalArgumentException if there is no such incident
   */
  public IncidentExport export(String id, Locale language, Actor actor) {
    return book.export(
        Objects.requireNonNull(id, "id"),
        Objects.requireNonNull(language, "language"),
        Objects.requireNonNull(actor, "actor"));
  }

  /**
   * An incident as it stands.
   *
   * @param id its id
   * @return the incident, or empty if there is none
   */
  public Optional<Incident> find(String id) {
    return book.find(Objects.requireNonNull(id, "id"));
  }

  /** What is late at a moment. */
  List<Overdue> overdue(Instant now) {
    ZoneId zone = engine.register().zone();
    return all().stream()
        .flatMap(
            incident ->
                incident.clocks().stream()
                    .filter(clock -> clock.isOverdue(now, zone))
                    .map(
                        clock ->
                            new Overdue(clock.duty().article(), incident.id(), clock.due(zone))))
        .toList();
  }

  /**
   * Every incident, told or not.
   *
   * @return them, oldest first
   */
  public List<Incident> all() {
    return book.all();
  }
}
