package eu.sotto;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sotto.permit.ContactPermit;
import eu.sotto.permit.ReasonCode;
import eu.sotto.vocabulary.CallId;
import eu.sotto.vocabulary.ContactScope;
import eu.sotto.vocabulary.Party;
import eu.sotto.vocabulary.PurposeId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

/** Whatever happens in whatever order, nobody is dialled whom the list stands against. */
class DoNotContactProperties {
  enum Step {
    BAR_ADVERTISING,
    BAR_ANY,
    IMPORT,
    AGREE,
    AGREE_UNKNOWN,
    ERASE,
    RESTART
  }

  private static final List<String> NUMBERS = List.of("+493023125012", "+493023125013");
  private static final List<PurposeId> PURPOSES =
      List.of(
          Outreach.ADVERTISING,
          Outreach.SURVEY,
          Outreach.WIN_BACK,
          Outreach.MOVED,
          Outreach.RECALL,
          Outreach.ANSWER);
  private static final Set<PurposeId> ADVERTISING =
      Set.of(Outreach.ADVERTISING, Outreach.SURVEY, Outreach.WIN_BACK);

  /** What is true of one number, kept by the test alone. */
  private static final class Person {
    final Map<ContactScope, Instant> barred = new EnumMap<>(ContactScope.class);
    Instant agreed = Instant.MIN;
    boolean identified;

    boolean mustNot(PurposeId purpose) {
      boolean lifts = identified && purpose.equals(Outreach.SURVEY);
      return barred.entrySet().stream()
          .anyMatch(
              entry ->
                  stands(entry.getKey(), purpose) && !(lifts && agreed.isAfter(entry.getValue())));
    }

    private static boolean stands(ContactScope scope, PurposeId purpose) {
      return ADVERTISING.contains(purpose)
          || (scope == ContactScope.ANY && purpose.equals(Outreach.MOVED));
    }
  }

  @Provide
  Arbitrary<List<Tuple2<Step, Integer>>> histories() {
    return Arbitraries.of(Step.class)
        .flatMap(step -> Arbitraries.of(0, 1).map(who -> Tuple.of(step, who)))
        .list()
        .ofMinSize(1)
        .ofMaxSize(8);
  }

  @Property(tries = 25, shrinking = ShrinkingMode.OFF)
  @Tag("R26")
  @Tag("R70")
  void nobodyIsDialledWhomTheListStandsAgainst(
      @ForAll("histories") List<Tuple2<Step, Integer>> history) throws IOException {
    assertThat(differences(history, decided -> decided)).isEmpty();
  }

  @Example
  void aListThatForgetsWhomItBarredIsCaught() throws IOException {
    List<Tuple2<Step, Integer>> history = List.of(Tuple.of(Step.BAR_ANY, 0));
    assertThat(differences(history, decided -> false)).isNotEmpty();
  }

  @Example
  void aListThatNoConsentLiftsIsCaught() throws IOException {
    List<Tuple2<Step, Integer>> history =
        List.of(Tuple.of(Step.BAR_ANY, 0), Tuple.of(Step.AGREE, 0));
    assertThat(differences(history, decided -> true)).isNotEmpty();
  }

  /** Where the store and the test's own account differ; a mutant changes what the store decided. */
  private static List<String> differences(
      List<Tuple2<Step, Integer>> history, Predicate<Boolean> mutant) throws IOException {
    Path folder = Files.createTempDirectory("contact");
    List<Person> people = List.of(new Person(), new Person());
    List<String> differences = new ArrayList<>();
    Practice practice = open(folder, Practice.START);
    try {
      for (Tuple2<Step, Integer> step : history) {
        practice.after(Duration.ofMinutes(1));
        Party party = Party.phone(NUMBERS.get(step.get2()));
        Map<PurposeId, ContactPermit> permits = permits(practice, party);
        if (step.get1() == Step.RESTART) {
          Instant now = practice.now();
          practice.close();
          practice = open(folder, now);
        } else {
          take(step.get1(), practice, party, people.get(step.get2()));
        }
        Person person = people.get(step.get2());
        permits.forEach(
            (purpose, permit) -> {
              if (person.mustNot(purpose) && permit.usable()) {
                differences.add("usable: " + purpose);
              }
            });
        compare(practice, people, mutant, differences);
      }
    } finally {
      practice.close();
      StoredBytes.delete(folder);
    }
    return differences;
  }

  private static Practice open(Path folder, Instant now) {
    return Practice.in(folder.resolve("d"), folder.resolve("k"), now, Outreach.register());
  }

  private static Map<PurposeId, ContactPermit> permits(Practice practice, Party party) {
    Map<PurposeId, ContactPermit> permits = new HashMap<>();
    for (PurposeId purpose : List.of(Outreach.MOVED, Outreach.SURVEY)) {
      Outreach.dial(practice, party, purpose)
          .run(permit -> permits.put(purpose, permit), reasons -> {});
    }
    return permits;
  }

  private static void take(Step step, Practice practice, Party party, Person person) {
    CallPrivacy privacy = practice.privacy();
    switch (step) {
      case BAR_ADVERTISING -> {
        privacy.contact().bar(party, ContactScope.ADVERTISING, Practice.ACTOR);
        person.barred.put(ContactScope.ADVERTISING, practice.now());
      }
      case BAR_ANY -> {
        privacy.contact().bar(party, ContactScope.ANY, Practice.ACTOR);
        person.barred.put(ContactScope.ANY, practice.now());
      }
      case IMPORT -> {
        String number = party.canonical("DE").orElseThrow().substring(4);
        privacy.contact().bar(Stream.of(number, "x"), ContactScope.ADVERTISING, Practice.ACTOR);
        person.barred.put(ContactScope.ADVERTISING, practice.now());
      }
      case AGREE -> {
        Outreach.agree(practice, party, Outreach.SURVEY);
        person.agreed = practice.now();
        person.identified = true;
      }
      case AGREE_UNKNOWN -> {
        Outreach.unsure(practice, party, Outreach.SURVEY);
        person.identified = false;
      }
      case ERASE -> {
        privacy
            .answer(CallId.of("e-" + practice.now()), Outreach.MAIN, party, practice.now())
            .caller()
            .request(Practice.IDENTITY, Practice.ACTOR)
            .erase();
        person.agreed = Instant.MIN;
        person.identified = false;
      }
      default -> throw new IllegalArgumentException(step.name());
    }
  }

  private static void compare(
      Practice practice, List<Person> people, Predicate<Boolean> mutant, List<String> found) {
    for (int i = 0; i < people.size(); i++) {
      Party party = Party.phone(NUMBERS.get(i));
      for (PurposeId purpose : PURPOSES) {
        boolean barred =
            mutant.test(
                Practice.reasons(Outreach.dial(practice, party, purpose))
                    .contains(ReasonCode.DO_NOT_CONTACT));
        if (barred != people.get(i).mustNot(purpose)) {
          found.add(i + " " + purpose + " barred=" + barred);
        }
      }
    }
  }
}
