package eu.sotto.oversight.running;

import eu.sotto.ledger.Recorded;
import eu.sotto.oversight.CallerMessage;
import eu.sotto.oversight.CallerMessenger;
import eu.sotto.oversight.DutyId;
import eu.sotto.oversight.OutcomeId;
import eu.sotto.oversight.SideEffect;
import eu.sotto.oversight.Telling;
import eu.sotto.oversight.Telling.About;
import eu.sotto.oversight.TellingReport;
import eu.sotto.oversight.running.OpenDuties.Owed;
import eu.sotto.records.SubjectEntry;
import eu.sotto.records.SubjectId;
import eu.sotto.register.Task;
import eu.sotto.session.CaseEvents;
import eu.sotto.session.Clearances;
import eu.sotto.session.Engine;
import eu.sotto.session.Entries;
import eu.sotto.session.Entries.Fields;
import eu.sotto.session.SubjectSession;
import eu.sotto.vocabulary.Actor;
import eu.sotto.vocabulary.CallId;
import eu.sotto.vocabulary.PurposeId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What callers have to be told of AI, folded from the ledger. Thread-safe. */
public final class Tellings {
  /** Within this time it counts as without delay; see the decision record on it. */
  public static final Duration WITHOUT_DELAY = Duration.ofDays(3);

  private static final System.Logger LOG = System.getLogger("eu.sotto.oversight");
  private static final int LONGEST_METHOD = 100;
  private static final Actor MESSENGER = Actor.of("messenger", "system");

  private final Engine engine;
  private final Cases cases;
  private final OpenDuties open;

  /**
   * The duties of a store.
   *
   * @param engine what everything runs on
   */
  public Tellings(Engine engine) {
    this.engine = engine;
    this.cases = new Cases(engine);
    this.open = engine.remembered(OpenDuties.class, OpenDuties::new);
  }

  /**
   * Opens a duty to tell a person of something.
   *
   * @param person who
   * @param effect what happened
   * @param actor who states it
   * @return the duty
   */
  public Telling affected(SubjectSession person, SideEffect effect, Actor actor) {
    engine.declared(effect.purpose());
    person.requirePresent();
    DutyId id = DutyId.of(engine.randomId());
    Fields fields =
        Fields.of(
            "duty", id.value(),
            "subject", person.id().toString(),
            "effect", effect.kind().name(),
            "purpose", effect.purpose().value(),
            "what", effect.what(),
            "remedy", effect.remedy(),
            "actor", actor.id(),
            "role", actor.role());
    Instant now = engine.clock().instant();
    engine.journal().record(CaseEvents.ofSubject(person.entry(), CaseEvents.EFFECT, now, fields));
    return telling(id, About.valueOf(effect.kind().name()), effect.purpose(), now);
  }

  private Telling telling(DutyId id, About about, PurposeId purpose, Instant since) {
    Instant due = since.plus(WITHOUT_DELAY);
    return new Telling(id, about, purpose, since, due, engine.clock().instant().isAfter(due));
  }

  /**
   * What is still to be told.
   *
   * @return the duties, the oldest first; none of people whose data was erased
   */
  public List<Telling> owed() {
    return List.copyOf(open.look(owed -> caseOf(owed).map(one -> telling(owed, one))));
  }

  private Telling telling(Owed owed, Concerned one) {
    return telling(owed.id(), owed.about(), one.purpose(), owed.cause().happenedAt());
  }

  /** Those whose person is there. */
  private List<Owed> open() {
    return open.look(owed -> caseOf(owed).map(one -> owed));
  }

  /** Whom a duty concerns. */
  record Concerned(SubjectEntry subject, PurposeId purpose, Optional<CaseFile> file) {}

  private Optional<Concerned> caseOf(Owed owed) {
    String decision = CaseFile.text(owed.cause(), "decision");
    if (decision.isEmpty()) {
      SubjectId subject = SubjectId.parse(CaseFile.text(owed.cause(), "subject"));
      PurposeId purpose = PurposeId.of(CaseFile.text(owed.cause(), "purpose"));
      return engine
          .records()
          .subjects()
          .entry(subject)
          .map(entry -> new Concerned(entry, purpose, Optional.empty()));
    }
    return cases
        .file(OutcomeId.of(decision))
        .flatMap(
            file ->
                cases
                    .subject(file)
                    .map(entry -> new Concerned(entry, file.purpose(), Optional.of(file))));
  }

  /**
   * Tells every caller who has to be told something, by the host's messenger.
   *
   * @param messenger the host's
   * @return how many were told, and how many are left
   */
  public TellingReport tell(CallerMessenger messenger) {
    int told = 0;
    int left = 0;
    for (Owed owed : open()) {
      Optional<Concerned> concerned = caseOf(owed);
      if (concerned.isEmpty()) {
        continue;
      }
      if (told(owed, concerned.get(), messenger)) {
        told(owed, concerned.get().subject(), MESSENGER, "messenger");
        told++;
      } else {
        left++;
      }
    }
    return new TellingReport(told, left);
  }

  private boolean told(Owed owed, Concerned concerned, CallerMessenger messenger) {
    List<Recorded> known = cases.found(Entries.subject(concerned.subject().id()));
    Optional<CallerMessage> message =
        new CallerWords(engine.register(), known, this::party)
            .message(owed, telling(owed, concerned), concerned.file().flatMap(this::successor));
    try {
      return message.filter(messenger::tell).isPresent();
    } catch (RuntimeException e) {
      // the host's message may carry personal data: only the type is logged
      LOG.log(System.Logger.Level.WARNING, "A messenger failed: {0}", e.getClass().getName());
      return false;
    }
  }

  private String party(CallId call) {
    return engine
        .records()
        .calls()
        .find(call)
        .map(known -> known.details().getOrDefault("party", ""))
        .orElse("");
  }

  private Optional<CaseFile> successor(CaseFile file) {
    return file.successor().flatMap(cases::file);
  }

  /**
   * States that a caller was told by other means.
   *
   * @param duty what the caller was told
   * @param actor who told it
   * @param method how, such as by letter
   */
  public void told(DutyId duty, Actor actor, String method) {
    if (method.isBlank() || method.length() > LONGEST_METHOD) {
      throw new IllegalArgumentException("method must be 1 to 100 characters, not blank");
    }
    Owed owed =
        open().stream()
            .filter(one -> one.id().equals(duty))
            .findFirst()
            .orElseThrow(Tellings::nothingToTell);
    SubjectEntry subject = caseOf(owed).orElseThrow(Tellings::nothingToTell).subject();
    new Clearances(engine).require(subject, actor, Task.ANSWER_REQUESTS, null);
    told(owed, subject, actor, method);
  }

  private static IllegalArgumentException nothingToTell() {
    return new IllegalArgumentException("nothing of that name is to be told");
  }

  private void told(Owed owed, SubjectEntry subject, Actor actor, String method) {
    Fields fields =
        Fields.of(
                "duty", owed.id().value(),
                "about", owed.about().name(),
                "method", method,
                "actor", actor.id(),
                "role", actor.role())
            .step("told " + owed.id().value());
    engine
        .journal()
        .record(CaseEvents.ofSubject(subject, CaseEvents.TOLD, engine.clock().instant(), fields));
  }
}
