package eu.sotto.session;

import eu.sotto.ledger.Event;
import eu.sotto.ledger.EventKind;
import eu.sotto.ledger.IndexTerm;
import eu.sotto.ledger.Recorded;
import eu.sotto.purpose.Presumption;
import eu.sotto.records.SubjectEntry;
import eu.sotto.records.SubjectId;
import eu.sotto.register.Task;
import eu.sotto.session.Entries.Fields;
import eu.sotto.vocabulary.Actor;
import eu.sotto.vocabulary.PurposeId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Whether companies may be presumed to agree to being called: each question is decided by a person
 * for a time, and asked again after it. Folded from the ledger. Thread-safe.
 */
public final class Presumptions {
  private static final IndexTerm ALL = new IndexTerm("presumed consents", "all");
  private static final Period LONGEST = Period.ofYears(1);
  private static final int LONGEST_WORDS = 4_000;

  private final Engine engine;
  private final ReentrantLock deciding = new ReentrantLock();

  Presumptions(Engine engine) {
    this.engine = engine;
  }

  /**
   * A question that waits for a person.
   *
   * @param id its random name
   * @param company who would be called
   * @param purpose what for
   * @param since when it was first asked
   */
  public record Open(String id, SubjectSession company, PurposeId purpose, Instant since) {}

  /**
   * What a person found.
   *
   * @param presumed whether consent may be presumed
   * @param until the last day on which that counts
   * @param why the reason
   */
  public record Finding(boolean presumed, LocalDate until, String why) {
    /**
     * Checks the reason.
     *
     * @throws IllegalArgumentException if it is blank or longer than 4,000 characters
     */
    public Finding {
      if (why.isBlank() || why.length() > LONGEST_WORDS) {
        throw new IllegalArgumentException("a reason is 1 to 4,000 characters, not blank");
      }
    }
  }

  /** What stands on a day, by what was found about one purpose. */
  static Presumption on(LocalDate day, List<Recorded> aboutPurpose) {
    Presumption now = Presumption.UNDECIDED;
    Instant latest = Instant.MIN;
    for (Recorded one : aboutPurpose) {
      if (one.kind().equals(Kinds.PRESUMPTION_DECIDED.name())
          && !one.happenedAt().isBefore(latest)) {
        latest = one.happenedAt();
        boolean counts = !day.isAfter(LocalDate.parse(ConsentCodec.text(one.fields(), "until")));
        boolean presumed = Boolean.TRUE.equals(one.fields().get("presumed"));
        now = presumed ? Presumption.PRESUMED : Presumption.NOT_PRESUMED;
        now = counts ? now : Presumption.UNDECIDED;
      }
    }
    return now;
  }

  /** Opens the question; one that is open already stays the only one. */
  void ask(SubjectEntry company, PurposeId purpose) {
    deciding.lock();
    try {
      boolean asked =
          open().stream()
              .anyMatch(
                  one -> one.purpose().equals(purpose) && one.company().id().equals(company.id()));
      if (!asked) {
        Fields fields =
            Fields.of(
                "review", engine.randomId(),
                "subject", company.id().toString(),
                "purpose", purpose.value(),
                "register", engine.register().version());
        record(company, Kinds.PRESUMPTION_ASKED, fields);
      }
    } finally {
      deciding.unlock();
    }
  }

  /**
   * The questions that wait for a person.
   *
   * @return them, the oldest first
   */
  public List<Open> open() {
    return engine.remembered(Waiting.class, Waiting::new).open.look(this::open);
  }

  private Optional<Open> open(About about, Question asked) {
    List<SubjectEntry> company =
        engine.records().subjects().union(SubjectId.parse(about.subject()));
    return company.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Open(
                asked.review(),
                new SubjectSession(engine, company),
                PurposeId.of(about.purpose()),
                asked.since()));
  }

  /** Whom and what a question is about; the subject's pseudonym. */
  private record About(String subject, String purpose) {}

  private record Question(String review, Instant since) {}

  /** The questions that nobody has decided. */
  private static final class Waiting {
    final OpenMatters<About, Question> open;

    Waiting(Engine engine) {
      open = new OpenMatters<>(engine, ALL, Waiting::heard);
    }

    private static void heard(Recorded one, Map<About, Question> open) {
      About about =
          new About(
              ConsentCodec.text(one.fields(), "subject"),
              ConsentCodec.text(one.fields(), "purpose"));
      if (one.kind().equals(Kinds.PRESUMPTION_ASKED.name())) {
        String review = ConsentCodec.text(one.fields(), "review");
        open.putIfAbsent(about, new Question(review, one.happenedAt()));
      } else {
        open.remove(about);
      }
    }
  }

  /**
   * Decides a question.
   *
   * @param question which
   * @param finding what was found; it counts until a day from today on, at most a year away
   * @param actor who decides, in a role that may review for the purpose
   * @throws IllegalArgumentException if the day is not one of these
   * @throws IllegalStateException if somebody was quicker or the company's data was erased
   */
  public void decide(Open question, Finding finding, Actor actor) {
    SubjectEntry company = question.company().entry();
    new Clearances(engine).require(company, actor, Task.REVIEW, question.purpose());
    LocalDate today = engine.today();
    if (finding.until().isBefore(today) || finding.until().isAfter(today.plus(LONGEST))) {
      throw new IllegalArgumentException("a finding counts for a year at most");
    }
    deciding.lock();
    try {
      if (open().stream().map(Open::id).noneMatch(question.id()::equals)) {
        throw new IllegalStateException("the question is no longer open");
      }
      Fields fields =
          Fields.of(
              "review",
              question.id(),
              "subject",
              company.id().toString(),
              "purpose",
              question.purpose().value(),
              "presumed",
              finding.presumed(),
              "until",
              finding.until().toString(),
              "why",
              finding.why(),
              "actor",
              actor.id(),
              "role",
              actor.role(),
              "register",
              engine.register().version());
      record(company, Kinds.PRESUMPTION_DECIDED, fields);
    } finally {
      deciding.unlock();
    }
  }

  private void record(SubjectEntry company, EventKind kind, Fields fields) {
    Event event = Entries.ofSubject(company, kind, engine.clock().instant(), fields);
    engine.journal().record(event.indexed(ALL));
  }
}
