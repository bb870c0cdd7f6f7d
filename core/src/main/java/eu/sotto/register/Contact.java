package eu.sotto.register;

import eu.sotto.vocabulary.PurposeId;
import java.util.Objects;

/**
 * Says of a purpose why people are contacted for it. A purpose without such a declaration counts as
 * advertising. Immutable and thread-safe. Source: UWG § 7(2); GDPR Art. 21(2) and (3).
 *
 * @param purpose the purpose
 * @param kind why people are contacted for it
 */
public record Contact(PurposeId purpose, ContactKind kind) {
  /** Checks that both parts are there. */
  public Contact {
    Objects.requireNonNull(purpose, "purpose");
    Objects.requireNonNull(kind, "kind");
  }
}
