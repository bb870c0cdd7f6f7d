package eu.sotto.rights.running;

import eu.sotto.records.RecordEntry;
import eu.sotto.records.RecordKind;
import eu.sotto.register.LegalBasis;
import eu.sotto.register.Purpose;
import eu.sotto.retention.Explanation;
import eu.sotto.retention.Hold;
import eu.sotto.retention.RuleKind;
import eu.sotto.retention.RuleTrace;
import eu.sotto.rights.Assessment;
import eu.sotto.rights.Outcome;
import eu.sotto.session.Engine;
import eu.sotto.session.SubjectSession;
import eu.sotto.vocabulary.Right;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the register says about each record that a request is about. */
final class Proposals {
  /** A duty that counts from an event keeps before it too, as long as it may be waited for. */
  private static final Set<RuleTrace.Role> IN_FORCE =
      EnumSet.of(RuleTrace.Role.DECIDES, RuleTrace.Role.RUNS, RuleTrace.Role.WAITS);

  private static final int LONGEST = 200;

  private final Engine engine;
  private final Right right;
  private final Behalf behalf;

  private Proposals(Engine engine, Right right, Behalf behalf) {
    this.engine = engine;
    this.right = right;
    this.behalf = behalf;
  }

  static List<Assessment> of(SubjectSession subject, Right right, Behalf behalf) {
    Proposals proposals = new Proposals(subject.engine(), right, behalf);
    return records(subject, behalf).stream().map(proposals::of).toList();
  }

  /** What a request is about: for the host all, as others are told of theirs; else theirs alone. */
  static List<RecordEntry> records(SubjectSession subject, Behalf behalf) {
    return subject.records().stream().filter(one -> behalf.own() || behalf.covers(one)).toList();
  }

  /** Whether everything that was asked for was done. */
  static boolean granted(List<Assessment> assessments) {
    return assessments.stream().noneMatch(one -> one.outcome() == Outcome.WITHHOLD);
  }

  private Assessment of(RecordEntry entry) {
    if (!behalf.covers(entry)) {
      return passedOn(entry, behalf);
    }
    Optional<Purpose> purpose = engine.register().purpose(entry.what().purpose());
    return switch (right) {
      case ERASURE ->
          held(entry).or(() -> duty(entry)).orElseGet(() -> plain(entry, Outcome.ERASE));
      case PORTABILITY -> portable(entry, purpose);
      case RECTIFICATION, RESTRICTION, OBJECTION, WITHDRAWAL -> plain(entry, Outcome.RESTRICT);
      case ACCESS -> plain(entry, Outcome.DISCLOSE);
    };
  }

  /** Art. 28(3)(e): whoever decides on it is told. */
  static Assessment passedOn(RecordEntry entry, Behalf behalf) {
    String other = behalf.decider(entry.what().purpose());
    return Assessment.of(entry.id(), Outcome.PASS_ON, ground("GDPR Art. 28(3)(e): " + other));
  }

  private Assessment plain(RecordEntry entry, Outcome outcome) {
    return Assessment.of(entry.id(), outcome, right.article());
  }

  /** Art. 20(1): provided by the person, on consent or contract; a summary is of others' making. */
  private Assessment portable(RecordEntry entry, Optional<Purpose> purpose) {
    boolean provided = entry.what().kind() != RecordKind.SUMMARY;
    boolean basis =
        purpose
            .filter(p -> p.basis() == LegalBasis.CONSENT || p.basis() == LegalBasis.CONTRACT)
            .isPresent();
    return Assessment.of(
        entry.id(),
        provided && basis ? Outcome.DISCLOSE : Outcome.WITHHOLD,
        provided ? "GDPR Art. 20(1)(a)" : "GDPR Art. 20(1)");
  }

  /** Art. 17(3)(e): what a legal hold names is stored only, until the last one is released. */
  private Optional<Assessment> held(RecordEntry entry) {
    List<Hold> holds = engine.legalHolds().on(entry);
    String references =
        holds.stream().map(Hold::reference).distinct().sorted().collect(Collectors.joining(", "));
    return holds.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Assessment.of(
                entry.id(),
                Outcome.WITHHOLD,
                ground("GDPR Art. 17(3)(e); legal hold " + references)));
  }

  /** As far as a ground goes. */
  private static String ground(String text) {
    String plain = text.replaceAll("[\\p{Cntrl}|]", " ");
    return plain.substring(0, Math.min(plain.length(), LONGEST));
  }

  /** Art. 17(3)(b): what a statute or a hold keeps is stored only, until its last day. */
  private Optional<Assessment> duty(RecordEntry entry) {
    return engine
        .records()
        .lifetimes()
        .explain(entry.id(), engine.clock().instant())
        .flatMap(why -> duty(entry, why));
  }

  private Optional<Assessment> duty(RecordEntry entry, Explanation why) {
    ZoneId zone = engine.register().zone();
    return why.rules().stream()
        .filter(trace -> trace.kind() == RuleKind.MUST_KEEP_UNTIL || trace.kind() == RuleKind.HOLD)
        .filter(trace -> IN_FORCE.contains(trace.role()))
        .max(Comparator.comparing(trace -> last(trace, zone)))
        .map(
            trace ->
                new Assessment(
                    entry.id(),
                    Outcome.WITHHOLD,
                    ground(article(trace) + trace.source()),
                    trace.end().flatMap(end -> end.lastDay(zone)).orElse(null)));
  }

  private static String article(RuleTrace trace) {
    return trace.kind() == RuleKind.HOLD ? "GDPR Art. 17(3)(e); " : "GDPR Art. 17(3)(b); ";
  }

  private static LocalDate last(RuleTrace trace, ZoneId zone) {
    return trace.end().flatMap(end -> end.lastDay(zone)).orElse(LocalDate.MAX);
  }
}
