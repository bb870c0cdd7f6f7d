package eu.sotto.register;

import eu.sotto.permit.Operation;
import eu.sotto.vocabulary.DataCategory;
import eu.sotto.vocabulary.RecipientId;
import java.util.Set;

/**
 * What is done for a purpose, with which data, and who receives it; anything else is refused.
 * Immutable and thread-safe. Source: GDPR Art. 5(1)(b) and (c), 30(1)(c) and (d).
 *
 * @param operations what may be done, unmodifiable
 * @param categories which data may be used, unmodifiable
 * @param recipients who may receive it, unmodifiable
 */
public record Scope(
    Set<Operation<?>> operations, Set<DataCategory> categories, Set<RecipientId> recipients) {
  /** Nothing at all. */
  public static final Scope NONE = new Scope(Set.of(), Set.of(), Set.of());

  /** Copies the sets. */
  public Scope {
    operations = Set.copyOf(operations);
    categories = Set.copyOf(categories);
    recipients = Set.copyOf(recipients);
  }
}
