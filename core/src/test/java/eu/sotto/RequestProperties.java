package eu.sotto;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sotto.RequestJourney.Move;
import eu.sotto.RequestJourney.Mutant;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.Size;

/** Requests, objections and restrictions in any order, beside a model that knows no ledger. */
class RequestProperties {
  @Property(tries = 30)
  @Tag("R31")
  @Tag("R73")
  @Tag("R75")
  void noOrderOfRequestsPermitsRefusesOrDatesOtherwiseThanTheModel(
      @ForAll @Size(min = 3, max = 25) List<Move> moves) {
    assertThat(RequestJourney.violation(moves, Mutant.NONE)).isEmpty();
  }

  @Example
  void everyMutantIsCaught() {
    for (Mutant mutant : Mutant.values()) {
      if (mutant != Mutant.NONE) {
        assertThat(LongStream.range(0, 200).mapToObj(RequestJourney::random))
            .as(mutant.name())
            .anyMatch(moves -> RequestJourney.violation(moves, mutant).isPresent());
      }
    }
  }

  @Example
  void randomJourneysDoYieldPermitsAndRefusals() {
    RequestJourney.Tally tally = RequestJourney.tally(40);
    assertThat(tally.permitted()).isGreaterThan(50);
    assertThat(tally.barred()).isGreaterThan(50);
    assertThat(tally.refusedSteps()).isGreaterThan(20);
  }
}
