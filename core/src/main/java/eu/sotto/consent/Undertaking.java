package eu.sotto.consent;

import eu.sotto.permit.Operation;
import eu.sotto.register.Purpose;
import eu.sotto.register.Register;
import eu.sotto.retention.EventName;
import eu.sotto.retention.RecordFacts;
import eu.sotto.retention.RetentionClass;
import eu.sotto.retention.RetentionPolicy;
import eu.sotto.vocabulary.DataCategory;
import eu.sotto.vocabulary.RecipientId;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What somebody consents to when a question is put: who does what with which data, who receives it,
 * how long it is kept. A consent carries what is no wider than that; wording does not matter here.
 * Immutable and thread-safe. Source: GDPR Art. 4(11), 13(3); EDPB Guidelines 05/2020, paragraph
 * 110.
 *
 * @param controller who answers for it
 * @param operations the names of what may be done, unmodifiable
 * @param categories which data may be used, unmodifiable
 * @param recipients who may receive it, unmodifiable
 * @param kept how it is kept
 */
public record Undertaking(
    String controller,
    Set<String> operations,
    Set<DataCategory> categories,
    Set<RecipientId> recipients,
    Kept kept) {
  /**
   * How long something is kept, on a calendar that makes any two periods comparable.
   *
   * @param days how many days after its events, zero if nothing is kept
   * @param longest how many days if its events never happen
   */
  public record Kept(long days, long longest) {
    /** Nothing is kept. */
    public static final Kept NOTHING = new Kept(0, 0);

    // the first of January of a leap year: months of 31, 29, 31, 30, 31, 30 days follow
    private static final Instant NOMINAL = Instant.parse("2024-01-01T12:00:00Z");

    /**
     * Checks the days.
     *
     * @throws IllegalArgumentException if a number is negative
     */
    public Kept {
      if (days < 0 || longest < 0) {
        throw new IllegalArgumentException("a period is not negative");
      }
    }

    private static Kept under(RetentionPolicy policy, RetentionClass kept) {
      RecordFacts.Builder ended = RecordFacts.of(kept, NOMINAL);
      policy.rules().stream()
          .filter(rule -> rule.retentionClass().equals(kept))
          .flatMap(rule -> rule.trigger().events().stream())
          .map(EventName::name)
          .distinct()
          .forEach(event -> ended.event(EventName.of(event), NOMINAL));
      RecordFacts open = RecordFacts.of(kept, NOMINAL).build();
      return new Kept(days(policy, ended.build()), days(policy, open));
    }

    private static long days(RetentionPolicy policy, RecordFacts facts) {
      return policy
          .due(facts)
          .map(due -> Math.max(0, Duration.between(NOMINAL, due.from()).toDays()))
          .orElse(Long.MAX_VALUE);
    }

    private boolean covers(Kept other) {
      return other.days <= days && other.longest <= longest;
    }
  }

  /** Copies the sets. */
  public Undertaking {
    Objects.requireNonNull(controller, "controller");
    operations = Set.copyOf(operations);
    categories = Set.copyOf(categories);
    recipients = Set.copyOf(recipients);
    Objects.requireNonNull(kept, "kept");
  }

  /**
   * What a question about a purpose asks for under a register.
   *
   * @param register the register in force
   * @param purpose one of its purposes
   * @return what is consented to
   */
  public static Undertaking of(Register register, Purpose purpose) {
    String partner = purpose.responsibility().reference();
    String name = register.controller().name();
    return new Undertaking(
        partner == null ? name : name + "; " + partner,
        purpose.operations().stream().map(Operation::name).collect(Collectors.toSet()),
        purpose.categories(),
        purpose.recipients(),
        purpose
            .retentionClass()
            .map(kept -> Kept.under(register.retentionPolicy(), kept))
            .orElse(Kept.NOTHING));
  }

  /**
   * Whether a consent to this also carries something else.
   *
   * @param other what is to be done now
   * @return true if nothing in it is wider and it is the same controller's
   */
  public boolean covers(Undertaking other) {
    if (equals(other)) {
      return true;
    }
    return controller.equals(other.controller)
        && operations.containsAll(other.operations)
        && categories.containsAll(other.categories)
        && recipients.containsAll(other.recipients)
        && kept.covers(other.kept);
  }
}
