package eu.sotto.records;

import eu.sotto.retention.Disposition;
import eu.sotto.retention.DueDate;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The one place where calls and records become facts for the retention policy. */
final class Terms {
  private final RetentionPolicy policy;
  private final Map<String, RetentionClass> classes = new HashMap<>();

  Terms(RetentionPolicy policy) {
    this.policy = policy;
    policy.rules().forEach(r -> classes.put(r.retentionClass().name(), r.retentionClass()));
  }

  RetentionPolicy policy() {
    return policy;
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
    return policy
        .due(facts(what, call))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no rule ends retention class " + what.retentionClass()));
  }

  Disposition decide(NewRecord what, CallSheet call, List<Hold> holds, Instant asOf) {
    return policy.decide(facts(what, call), holds, asOf);
  }

  /** Whether the date is only a backstop, because the event that counts has not happened. */
  static boolean waits(DueDate due) {
    return due.because().ground() == Ground.WAITS_FOR_EVENT;
  }

  long dayOf(Instant instant) {
    return instant.atZone(policy.zone()).toLocalDate().toEpochDay();
  }

  private RecordFacts facts(NewRecord what, CallSheet call) {
    RetentionClass known = classes.get(what.retentionClass());
    if (known == null) {
      throw new IllegalArgumentException(
          "the register has no retention class " + what.retentionClass());
    }
    RecordFacts.Builder facts = RecordFacts.of(known, call.answeredAt());
    call.events().forEach(event -> facts.event(event.name(), event.at()));
    return facts.purpose(PurposeName.of(what.purpose().value())).build();
  }
}
