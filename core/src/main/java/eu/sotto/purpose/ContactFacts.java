package eu.sotto.purpose;

import eu.sotto.vocabulary.Callee;
import eu.sotto.vocabulary.ContactScope;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What bears on contacting a person. Immutable and thread-safe.
 *
 * @param barred how far the person does not want to be contacted, each since when
 * @param callee as what the person is contacted
 * @param dialling whether a call is about to be dialled; false within a running call
 * @param confirmed when it was last made sure that the consent to the purpose came from the
 *     identified person, or null if never
 * @param requested whether the person asked to be contacted for the purpose
 * @param presumption whether a company may be presumed to agree to a call for the purpose
 */
public record ContactFacts(
    Map<ContactScope, Instant> barred,
    Callee callee,
    boolean dialling,
    @Nullable Instant confirmed,
    boolean requested,
    Presumption presumption) {
  /** Nothing is known: a consumer in a running call, who is not on the list. */
  public static final ContactFacts NONE =
      new ContactFacts(Map.of(), Callee.CONSUMER, false, null, false, Presumption.UNDECIDED);

  /** Copies the entries. */
  public ContactFacts {
    barred = Map.copyOf(barred);
    Objects.requireNonNull(callee, "callee");
    Objects.requireNonNull(presumption, "presumption");
  }

  /**
   * The same on another list.
   *
   * @param entries how far the person does not want to be contacted
   * @return a copy
   */
  public ContactFacts with(Map<ContactScope, Instant> entries) {
    return new ContactFacts(entries, callee, dialling, confirmed, requested, presumption);
  }
}
