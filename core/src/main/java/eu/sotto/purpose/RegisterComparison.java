package eu.sotto.purpose;

import eu.sotto.permit.Operation;
import eu.sotto.purpose.RegisterChange.Combination;
import eu.sotto.register.Line;
import eu.sotto.register.Purpose;
import eu.sotto.register.Recipient;
import eu.sotto.register.Register;
import eu.sotto.vocabulary.LineId;
import eu.sotto.vocabulary.PurposeId;
import eu.sotto.vocabulary.RecipientId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a new register permits that the old one did not, and the other way round: every line,
 * purpose, operation, recipient and circumstance that either declares is decided by both, for the
 * person who has to approve the new one. The cost is one decision per combination and register.
 * Immutable and thread-safe. Source: GDPR Art. 24(1), 25(1).
 *
 * @param decided how many combinations were decided, zero if no line or no purpose is declared
 * @param changes those on which the outcome or the obligations differ, in the order of declaration
 */
public record RegisterComparison(long decided, List<RegisterChange> changes) {
  /** Copies the list. */
  public RegisterComparison {
    changes = List.copyOf(changes);
  }

  /**
   * Compares two registers.
   *
   * @param before the older one
   * @param after the newer one
   * @param at the moment for which both are asked: balancing records and certifications age
   * @return all differences
   */
  public static RegisterComparison of(Register before, Register after, Instant at) {
    Rehearsal old = new Rehearsal(before, at);
    Rehearsal young = new Rehearsal(after, at);
    List<Combination> all = combinations(before, after).toList();
    return new RegisterComparison(
        all.size(),
        all.stream()
            .map(one -> new RegisterChange(one, old.decide(one), young.decide(one)))
            .filter(RegisterChange::matters)
            .toList());
  }

  /**
   * What was not permitted and is now.
   *
   * @return those changes
   */
  public List<RegisterChange> newlyPermitted() {
    return changes.stream().filter(RegisterChange::newlyPermitted).toList();
  }

  /**
   * What was permitted and is no longer.
   *
   * @return those changes
   */
  public List<RegisterChange> noLongerPermitted() {
    return changes.stream().filter(RegisterChange::noLongerPermitted).toList();
  }

  private static Stream<Combination> combinations(Register before, Register after) {
    List<LineId> lines = declared(before, after, Register::lines, Line::id);
    List<PurposeId> purposes = declared(before, after, Register::purposes, Purpose::id);
    List<Optional<RecipientId>> recipients =
        Stream.concat(
                Stream.of(Optional.<RecipientId>empty()),
                declared(before, after, Register::recipients, Recipient::id).stream()
                    .map(Optional::of))
            .toList();
    return lines.stream()
        .flatMap(
            line -> purposes.stream().flatMap(purpose -> combinations(line, purpose, recipients)));
  }

  private static Stream<Combination> combinations(
      LineId line, PurposeId purpose, List<Optional<RecipientId>> recipients) {
    return Stream.of(Circumstance.values())
        .flatMap(
            circumstance ->
                Operation.all().stream()
                    .flatMap(
                        operation ->
                            recipients.stream()
                                .map(
                                    recipient ->
                                        new Combination(
                                            line, purpose, operation, recipient, circumstance))));
  }

  private static <T, I> List<I> declared(
      Register before, Register after, Function<Register, List<T>> kind, Function<T, I> id) {
    return Stream.of(before, after)
        .map(kind)
        .flatMap(Collection::stream)
        .map(id)
        .distinct()
        .toList();
  }
}
