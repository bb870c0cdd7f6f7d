package eu.sotto.records;

import eu.sotto.retention.Disposition;
import eu.sotto.retention.DueDate;
import eu.sotto.retention.EventName;
import eu.sotto.retention.Explanation;
import eu.sotto.retention.Ground;
import eu.sotto.retention.Hold;
import eu.sotto.retention.PurposeName;
import eu.sotto.retention.RecordFacts;
import eu.sotto.retention.RetentionClass;
import eu.sotto.retention.RetentionPolicy;
import eu.sotto.retention.RetentionRule;
import eu.sotto.retention.Trigger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The one place where calls and records become facts for the retention policy. */
final class Terms {
  private final RetentionPolicy policy;
  private final Map<String, RetentionClass> classes = new HashMap<>();

  Terms(RetentionPolicy policy) {
    this.policy = policy;
    policy.rules().forEach(r -> classes.put(r.retentionClass().name(), r.retentionClass()));
  }

  /** Changes with everything that a rule says about dates; free text aside. */
  byte[] fingerprint() {
    StringBuilder text = new StringBuilder(policy.zone().getId());
    for (RetentionRule rule : policy.rules()) {
      Trigger trigger = rule.trigger();
      text.append('\n').append(rule.id()).append(' ').append(rule.retentionClass());
      text.append(' ').append(rule.kind()).append(rule.isAbsolute()).append(' ').append(trigger);
      text.append(' ').append(trigger.backstop()).append(' ').append(rule.term());
      text.append(' ').append(rule.inForceFrom()).append(' ').append(rule.inForceThrough());
    }
    try {
      byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /**
   * When a record of this call goes.
   *
   * @throws IllegalArgumentException if no rule of the register could ever end its class
   */
  DueDate due(NewRecord what, CallSheet call) {
    return declared(what)
        .flatMap(known -> due(ruling(facts(known, what, call, null), what, call)))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no rule of the register ends retention class " + what.retentionClass()));
  }

  /** When a kept record goes; on its last known day where the register no longer has its class. */
  DueDate due(NewRecord what, CallSheet call, long knownDay) {
    return declared(what)
        .flatMap(known -> due(ruling(facts(known, what, call, null), what, call)))
        .or(() -> fallback(what, call, knownDay).due(facts(formerly(what), what, call, null)))
        .orElseThrow();
  }

  Disposition decide(Reading.Opened record, List<Hold> holds, Instant asOf) {
    Case known = caseOf(record);
    return known.policy().decide(known.facts(), holds, asOf);
  }

  Explanation explain(Reading.Opened record, List<Hold> holds, Instant asOf) {
    Case known = caseOf(record);
    return known.policy().explain(known.facts(), holds, asOf);
  }

  /** A record's facts with the policy that rules it. */
  private record Case(RetentionPolicy policy, RecordFacts facts) {}

  private Case caseOf(Reading.Opened record) {
    NewRecord what = record.entry().what();
    CallSheet call = record.sheet();
    long knownDay = record.entry().due().firstDeletionDay().toEpochDay();
    return declared(what)
        .map(known -> ruling(facts(known, what, call, record.asked()), what, call))
        .filter(known -> due(known).isPresent())
        .orElseGet(
            () ->
                new Case(
                    fallback(what, call, knownDay),
                    facts(formerly(what), what, call, record.asked())));
  }

  /**
   * What was promised rules where it ends sooner than what is declared now; what an erasure left,
   * only what keeps it.
   */
  private Case ruling(RecordFacts facts, NewRecord what, CallSheet call) {
    RetentionClass known = facts.retentionClass();
    LocalDate began = LocalDate.ofInstant(call.answeredAt(), policy.zone());
    return Withheld.in(what)
        .flatMap(left -> left.policy(policy, known, began))
        .map(left -> new Case(left, facts))
        .orElseGet(() -> ordinary(known, what, facts));
  }

  private Case ordinary(RetentionClass known, NewRecord what, RecordFacts facts) {
    Case declared = new Case(policy, facts);
    return Promise.read(what, policy, known)
        .map(promised -> new Case(promised, facts))
        .filter(promised -> sooner(due(promised), due(declared)))
        .orElse(declared);
  }

  private static boolean sooner(Optional<DueDate> one, Optional<DueDate> other) {
    return one.isPresent() && (other.isEmpty() || one.get().from().isBefore(other.get().from()));
  }

  private static Optional<DueDate> due(Case known) {
    return known.policy().due(known.facts());
  }

  /** The record with the bounds under which it is kept. */
  NewRecord promised(NewRecord what) {
    return Promise.write(what, policy);
  }

  private RetentionPolicy fallback(NewRecord what, CallSheet call, long knownDay) {
    long days = Math.max(0, knownDay - 1 - dayOf(call.answeredAt()));
    RetentionRule rule =
        RetentionRule.forClass(formerly(what))
            .mustDeleteBy()
            .trigger(Trigger.recorded())
            .period(Period.ofDays(Math.toIntExact(days)))
            .source("the rule under which it was kept; the register no longer has it")
            .build();
    return RetentionPolicy.of(List.of(rule), policy.zone());
  }

  private static RetentionClass formerly(NewRecord what) {
    return RetentionClass.ofData(what.retentionClass());
  }

  /** Whether the date is only a backstop, because the event that counts has not happened. */
  static boolean waits(DueDate due) {
    return due.because().ground() == Ground.WAITS_FOR_EVENT;
  }

  /** The classes of which a rule waits for an event. */
  Set<String> waitingFor(EventName event) {
    Set<String> waiting = new TreeSet<>();
    for (RetentionRule rule : policy.rules()) {
      if (rule.trigger().events().contains(event)) {
        waiting.add(rule.retentionClass().name());
      }
    }
    return waiting;
  }

  Instant startOfDay(Instant instant) {
    return startOfDay(dayOf(instant));
  }

  private Instant startOfDay(long day) {
    return LocalDate.ofEpochDay(day).atStartOfDay(policy.zone()).toInstant();
  }

  long dayOf(Instant instant) {
    return instant.atZone(policy.zone()).toLocalDate().toEpochDay();
  }

  private Optional<RetentionClass> declared(NewRecord what) {
    return Optional.ofNullable(classes.get(what.retentionClass()));
  }

  /** What was asked to go has no purpose any more. */
  private RecordFacts facts(
      RetentionClass known, NewRecord what, CallSheet call, @Nullable Long asked) {
    RecordFacts.Builder facts = RecordFacts.of(known, call.answeredAt());
    call.events().forEach(event -> facts.event(event.name(), event.at()));
    PurposeName purpose = PurposeName.of(what.purpose().value());
    return asked == null
        ? facts.purpose(purpose).build()
        : facts.purposeEnded(purpose, startOfDay(asked)).build();
  }
}
