package eu.sotto;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sotto.Leftover.Place;
import eu.sotto.purpose.Submission;
import eu.sotto.register.OwnData;
import eu.sotto.register.Register;
import eu.sotto.vocabulary.Answer;
import eu.sotto.vocabulary.CallId;
import eu.sotto.vocabulary.Identity;
import eu.sotto.vocabulary.LineId;
import eu.sotto.vocabulary.Party;
import eu.sotto.vocabulary.Right;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

/**
 * Invariant 6 in every room: after an erasure no file and no row holds anything personal, an id, a
 * token or a sealed piece of the person, and nothing that the keys still open names them.
 */
class LeftoverTest {
  private static final List<String> REACHED_BY =
      List.of(LeakRooms.NUMBER, LeakRooms.MAIL, LeakRooms.WORD);

  /** What is wrong with the erasure that is looked at. */
  private enum Mutant {
    NONE,
    FORGETS_THE_PERSON,
    WRITES_UNDER_A_KEY_THAT_STAYS,
    LEAVES_AN_ID_IN_A_ROW,
    LEAVES_A_CONTENT
  }

  @Property(generation = GenerationMode.EXHAUSTIVE)
  @Tag("R50")
  @Tag("R70")
  void nothingOfAnErasedPersonIsLeftInAFolder(@ForAll LeakRooms room) throws Exception {
    assertThat(left(Place.folder(room.register()), room, Mutant.NONE)).isEmpty();
  }

  @Property(generation = GenerationMode.EXHAUSTIVE)
  @Tag("R50")
  @Tag("R70")
  void norInASharedDatabase(@ForAll LeakRooms room) throws Exception {
    assertThat(left(Place.database(room.register()), room, Mutant.NONE)).isEmpty();
  }

  @Property(generation = GenerationMode.EXHAUSTIVE)
  void aRoomThatForgetsIsCaught(@ForAll Mutant mutant, @ForAll boolean shared) throws Exception {
    LeakRooms room = LeakRooms.INTAKE;
    Place place = shared ? Place.database(room.register()) : Place.folder(room.register());
    assertThat(left(place, room, mutant).isEmpty()).isEqualTo(mutant == Mutant.NONE);
  }

  /** What is left and should not be. */
  private static Set<String> left(Place place, LeakRooms room, Mutant mutant) throws Exception {
    try (place;
        LeakScan scan = new LeakScan(LeakRooms.CANARIES)) {
      Practice practice = place.open();
      room.play(practice, begun(practice), scan);
      place.assertLegible();
      Leftover before = place.look();
      if (mutant == Mutant.FORGETS_THE_PERSON) {
        return place.left(before, Leftover.Whose.EVERYBODY);
      }
      if (mutant == Mutant.LEAVES_A_CONTENT) {
        place.keepCopies();
      }
      REACHED_BY.forEach(party -> erase(practice, party));
      if (mutant == Mutant.WRITES_UNDER_A_KEY_THAT_STAYS) {
        place.note(LeakRooms.NAME);
      } else if (mutant == Mutant.LEAVES_AN_ID_IN_A_ROW) {
        place.plant(before);
      }
      return place.left(before, Leftover.Whose.ERASED);
    }
  }

  private static Call begun(Practice practice) {
    CallId id = CallId.of(LeakRooms.WORD + "-call");
    Call call =
        practice
            .privacy()
            .answer(id, LineId.of("main"), Party.presented(LeakRooms.NUMBER), practice.now());
    practice.announce(call, Duration.ofSeconds(40));
    practice.consent(call);
    return call;
  }

  private static void erase(Practice practice, String reachedBy) {
    practice
        .privacy()
        .subject(Party.presented(reachedBy))
        .ifPresent(
            person -> {
              var request = person.request(Right.ERASURE, practice.now(), Practice.ACTOR);
              request.identify(Practice.IDENTITY, Practice.ACTOR);
              request.identify(Identity.verified("eid"), Practice.ACTOR);
              request.insteadOfRestriction(
                  Answer.spoken("lieber alles löschen", practice.now()), Practice.ACTOR);
              request.erase();
            });
  }

  /** A duty keeps the sign-up data for a year after the last contact. */
  @Property(generation = GenerationMode.EXHAUSTIVE)
  @Tag("R62")
  @Tag("R70")
  void whatADutyKeepsIsGoneWhenItEnds(@ForAll boolean shared) throws Exception {
    Register register = WithheldTest.register(true);
    try (Place place = shared ? Place.database(register) : Place.folder(register)) {
      Practice practice = place.open();
      Call call = begun(practice);
      Practice.keepAudio(call, LeakRooms.TEXT);
      Practice.keep(call, LeakRooms.TEXT);
      call.ended(practice.now());
      Submission signUp =
          Submission.of(
              Map.of("name", LeakRooms.NAME, "e-mail", LeakRooms.MAIL, "remarks", LeakRooms.TEXT));
      practice
          .privacy()
          .take(OwnData.REGISTRATION, Party.presented(LeakRooms.NUMBER), signUp, practice.now());
      Leftover before = place.look();
      erase(practice, LeakRooms.NUMBER);
      assertThat(place.left(before, Leftover.Whose.ERASED))
          .as("what a duty keeps, under keys of its own, and nothing else")
          .isNotEmpty()
          .allMatch(one -> one.startsWith("content"));
      Leftover withheld = place.look();
      practice.after(Duration.ofDays(3 * 366));
      sweep(practice);
      practice.after(Duration.ofDays(60));
      sweep(practice);
      Set<String> left = new TreeSet<>(place.left(before, Leftover.Whose.ERASED));
      left.addAll(place.leftOfRecords(withheld));
      assertThat(left).isEmpty();
    }
  }

  private static void sweep(Practice practice) {
    practice.privacy().retention().sweep(practice.privacy().retention().plan());
  }

  @Example
  void everyFormOfAWordIsFound() {
    String word = LeakRooms.WORD;
    for (String form : List.of("x" + word, "xy" + word + "z", word.toUpperCase(Locale.ROOT))) {
      byte[] bytes = form.getBytes(StandardCharsets.UTF_8);
      for (byte[] written :
          List.of(
              bytes,
              form.getBytes(StandardCharsets.UTF_16LE),
              form.getBytes(StandardCharsets.UTF_16BE),
              Base64.getEncoder().encode(bytes),
              Base64.getUrlEncoder().withoutPadding().encode(bytes))) {
        assertThat(Leftover.canaries(Leftover.latin(written))).isNotEmpty();
      }
    }
    assertThat(Leftover.canaries("nothing of the kind")).isEmpty();
  }
}
