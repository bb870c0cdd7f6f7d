package eu.sotto;

import static eu.sotto.Outreach.ADVERTISING;
import static eu.sotto.Outreach.ANSWER;
import static eu.sotto.Outreach.MOVED;
import static eu.sotto.Outreach.RECALL;
import static eu.sotto.Outreach.SOMEBODY;
import static eu.sotto.Outreach.SURVEY;
import static eu.sotto.Outreach.WIN_BACK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.sotto.permit.ContactPermit;
import eu.sotto.permit.Operation;
import eu.sotto.permit.ReasonCode;
import eu.sotto.records.Barring;
import eu.sotto.records.NumberTally;
import eu.sotto.session.Engine;
import eu.sotto.session.Opening;
import eu.sotto.store.StoreException;
import eu.sotto.store.StoreException.Fault;
import eu.sotto.vocabulary.CallId;
import eu.sotto.vocabulary.ContactScope;
import eu.sotto.vocabulary.Party;
import eu.sotto.vocabulary.PurposeId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who does not want to be contacted is not. GDPR Art. 21(2) and (3). */
class DoNotContactTest {
  private static final Party ANOTHER = Party.phone("+493023125013");

  @TempDir Path folder;

  private static Practice inMemory() {
    var time = new AtomicReference<>(Practice.START);
    return Practice.on(CallPrivacy.inMemory(Outreach.register(), time::get), time);
  }

  private Practice inFolder() {
    return Practice.in(
        folder.resolve("data"), folder.resolve("keys"), Practice.START, Outreach.register());
  }

  private static Barring bar(Practice practice, ContactScope scope) {
    return practice.privacy().contact().bar(SOMEBODY, scope, Practice.ACTOR);
  }

  private static void askedForAnAnswer(Practice practice) {
    practice
        .privacy()
        .answer(CallId.of("asked"), Outreach.MAIN, SOMEBODY, practice.now())
        .caller()
        .asksForContact(ANSWER, Practice.ACTOR);
  }

  private static boolean barred(Practice practice, PurposeId purpose) {
    return Outreach.reasons(practice, purpose).contains(ReasonCode.DO_NOT_CONTACT);
  }

  @Test
  @Tag("R26")
  void advertisingIsBarredWithSurveysAndWinningBackAndNothingElse() {
    try (Practice practice = inMemory()) {
      askedForAnAnswer(practice);
      assertThat(barred(practice, ADVERTISING)).isFalse();

      bar(practice, ContactScope.ADVERTISING);

      for (PurposeId purpose : List.of(ADVERTISING, SURVEY, WIN_BACK)) {
        assertThat(barred(practice, purpose)).as(purpose.value()).isTrue();
      }
      for (PurposeId purpose : List.of(MOVED, RECALL, ANSWER)) {
        assertThat(Outreach.reasons(practice, purpose)).as(purpose.value()).isEmpty();
      }
      assertThat(Outreach.dial(practice, ANOTHER, MOVED).reasons()).isEmpty();
    }
  }

  @Test
  @Tag("R26")
  void anyContactIsBarredButDutiesAndWhatThePersonAskedFor() {
    try (Practice practice = inMemory()) {
      askedForAnAnswer(practice);

      bar(practice, ContactScope.ANY);

      for (PurposeId purpose : List.of(ADVERTISING, SURVEY, WIN_BACK, MOVED)) {
        assertThat(barred(practice, purpose)).as(purpose.value()).isTrue();
      }
      for (PurposeId purpose : List.of(RECALL, ANSWER)) {
        assertThat(Outreach.reasons(practice, purpose)).as(purpose.value()).isEmpty();
      }
    }
  }

  @Test
  @Tag("R26")
  @Tag("R71")
  void itActsAtOnceOnTheNumberGivenAndEndsThePermitsOfIt() {
    try (Practice practice = inMemory()) {
      ContactPermit moved = Practice.permitted(Outreach.dial(practice, SOMEBODY, MOVED));
      ContactPermit recall = Practice.permitted(Outreach.dial(practice, SOMEBODY, RECALL));
      ContactPermit other = Practice.permitted(Outreach.dial(practice, ANOTHER, MOVED));

      Barring barring = bar(practice, ContactScope.ANY);

      assertThat(barring.stored() && barring.recorded()).isTrue();
      assertThat(moved.usable()).isFalse();
      assertThat(recall.usable()).isTrue();
      assertThat(other.usable()).isTrue();
    }
  }

  @Test
  @Tag("R26")
  void aNumberIsOneHoweverItIsWrittenAndNobodyHasToBeKnown() {
    try (Practice practice = inMemory()) {
      practice
          .privacy()
          .contact()
          .bar(Party.phone("030 / 23125012"), ContactScope.ANY, Practice.ACTOR);
      assertThat(practice.privacy().subject(SOMEBODY)).isEmpty();
      assertThat(barred(practice, MOVED)).isTrue();
      assertThatIllegalArgumentException()
          .isThrownBy(
              () ->
                  practice
                      .privacy()
                      .contact()
                      .bar(Party.anonymous(), ContactScope.ANY, Practice.ACTOR));
    }
  }

  @Test
  @Tag("R26")
  void aLaterConsentOfTheIdentifiedPersonLiftsItForItsPurposeAndForNoOther() {
    try (Practice practice = inMemory()) {
      Outreach.agree(practice, SOMEBODY, ADVERTISING);
      Outreach.agree(practice, SOMEBODY, SURVEY);
      practice.after(Duration.ofMinutes(1));
      bar(practice, ContactScope.ANY);
      assertThat(barred(practice, ADVERTISING)).isTrue();
      assertThat(barred(practice, SURVEY)).isTrue();

      Call call = Outreach.unsure(practice, SOMEBODY, ADVERTISING);
      assertThat(barred(practice, ADVERTISING)).isTrue();
      call.caller().identified(ADVERTISING, Practice.IDENTITY, Practice.ACTOR);

      ContactPermit permit = Practice.permitted(Outreach.dial(practice, SOMEBODY, ADVERTISING));
      assertThat(barred(practice, SURVEY)).isTrue();
      assertThat(barred(practice, MOVED)).isTrue();

      practice.after(Duration.ofSeconds(1));
      bar(practice, ContactScope.ADVERTISING);
      assertThat(permit.usable()).isFalse();
      assertThat(barred(practice, ADVERTISING)).isTrue();
    }
  }

  @Test
  @Tag("R26")
  void withinACallNobodyIsPromisedAContactThatIsBarred() {
    try (Practice practice = inMemory()) {
      Call call =
          practice.privacy().answer(CallId.of("c"), Outreach.MAIN, SOMEBODY, practice.now());
      ContactPermit permit = Practice.permitted(call.may(Operation.CONTACT, MOVED));

      bar(practice, ContactScope.ANY);

      assertThat(permit.usable()).isFalse();
      assertThat(Practice.reasons(call.may(Operation.CONTACT, MOVED)))
          .containsExactly(ReasonCode.DO_NOT_CONTACT);
      assertThat(call.may(Operation.CONTACT, RECALL).reasons()).isEmpty();
    }
  }

  @Test
  @Tag("R26")
  @Tag("R70")
  void itSurvivesTheErasureOfEverythingElseAndARestart() {
    try (Practice practice = inFolder()) {
      Outreach.agree(practice, SOMEBODY, ADVERTISING);
      bar(practice, ContactScope.ADVERTISING);
      practice
          .privacy()
          .subject(SOMEBODY)
          .orElseThrow()
          .request(Practice.IDENTITY, Practice.ACTOR)
          .erase();
      assertThat(practice.privacy().subject(SOMEBODY)).isEmpty();
      assertThat(barred(practice, WIN_BACK)).isTrue();
    }
    try (Practice practice = inFolder()) {
      assertThat(barred(practice, WIN_BACK)).isTrue();
      assertThat(barred(practice, MOVED)).isFalse();
    }
  }

  @Test
  @Tag("R26")
  void aListIsImportedWithTheLinesThatHoldNoNumberNamedByTheirPlace() throws IOException {
    Path list = folder.resolve("list.txt");
    Files.writeString(list, "030 23125012\n\nkeine Nummer\n+493023125013\n030 23125012\n12\n+4\n");
    try (Practice practice = inMemory();
        Stream<String> lines = Files.lines(list)) {
      ContactPermit permit = Practice.permitted(Outreach.dial(practice, SOMEBODY, MOVED));
      NumberTally tally = practice.privacy().contact().bar(lines, ContactScope.ANY, Practice.ACTOR);

      assertThat(tally.numbers()).isEqualTo(3);
      assertThat(tally.listed()).isEqualTo(2);
      assertThat(tally.invalid()).isEqualTo(3);
      assertThat(tally.invalidLines()).containsExactly(3L, 6L, 7L);
      assertThat(tally.toString()).doesNotContain("23125012").doesNotContain("keine");
      assertThat(permit.usable()).isFalse();
      assertThat(barred(practice, MOVED)).isTrue();
      assertThat(
              practice
                  .privacy()
                  .contact()
                  .bar(Stream.of("+493023125013"), ContactScope.ANY, Practice.ACTOR)
                  .listed())
          .isZero();
    }
  }

  @Test
  @Tag("R26")
  void aCampaignLosesWhomTheListBarsAndEachIsAskedAgainWhenItIsDialled() {
    try (Practice practice = inMemory()) {
      bar(practice, ContactScope.ADVERTISING);
      List<String> left = new ArrayList<>();
      NumberTally tally =
          practice
              .privacy()
              .contact()
              .scrub(
                  WIN_BACK,
                  Stream.of("030 23125012", "030 23125013", "nobody", "+49 30 23125014"),
                  left::add,
                  Practice.ACTOR);

      assertThat(left).containsExactly("+493023125013", "+493023125014");
      assertThat(tally.listed()).isEqualTo(1);
      assertThat(tally.invalidLines()).containsExactly(3L);
      List<String> all = new ArrayList<>();
      practice
          .privacy()
          .contact()
          .scrub(MOVED, Stream.of("030 23125012"), all::add, Practice.ACTOR);
      assertThat(all).hasSize(1);

      practice.privacy().contact().bar(ANOTHER, ContactScope.ANY, Practice.ACTOR);
      assertThat(Practice.reasons(Outreach.dial(practice, ANOTHER, MOVED)))
          .containsExactly(ReasonCode.DO_NOT_CONTACT);
    }
  }

  @Test
  @Tag("R26")
  void aCampaignKeepsWhomALaterConsentLifted() {
    try (Practice practice = inMemory()) {
      bar(practice, ContactScope.ANY);
      Outreach.agree(practice, SOMEBODY, ADVERTISING);
      List<String> left = new ArrayList<>();
      practice
          .privacy()
          .contact()
          .scrub(ADVERTISING, Stream.of("030 23125012"), left::add, Practice.ACTOR);
      practice
          .privacy()
          .contact()
          .scrub(SURVEY, Stream.of("030 23125012"), left::add, Practice.ACTOR);

      assertThat(left).containsExactly("+493023125012");
    }
  }

  @Test
  @Tag("R26")
  void itActsWhereItCannotBeRecordedAndIsRecordedLater() {
    BrokenStore broken = new BrokenStore();
    var time = new AtomicReference<>(Practice.START);
    Engine engine =
        Opening.inMemory(Outreach.register(), time::get, Duration.ofSeconds(5), broken::around);
    try (Practice practice = Practice.on(CallPrivacy.on(engine), time)) {
      ContactPermit permit = Practice.permitted(Outreach.dial(practice, SOMEBODY, MOVED));
      broken.is(BrokenStore.Mood.FAILS);

      Barring barring = bar(practice, ContactScope.ANY);

      assertThat(barring.stored()).isTrue();
      assertThat(barring.recorded()).isFalse();
      assertThat(permit.usable()).isFalse();
      assertThat(Outreach.reasons(practice, RECALL)).containsExactly(ReasonCode.STORE_UNAVAILABLE);
      broken.is(BrokenStore.Mood.WELL);
      assertThat(barred(practice, MOVED)).isTrue();
      assertThat(Outreach.reasons(practice, RECALL)).isEmpty();
    }
  }

  @Test
  @Tag("R26")
  void aStoreThatHangsDeniesWithinTheDeadline() {
    BrokenStore broken = new BrokenStore();
    var time = new AtomicReference<>(Practice.START);
    Engine engine =
        Opening.inMemory(Outreach.register(), time::get, Duration.ofMillis(300), broken::around);
    try (Practice practice = Practice.on(CallPrivacy.on(engine), time)) {
      broken.hang();
      assertThat(Outreach.reasons(practice, MOVED)).containsExactly(ReasonCode.STORE_UNAVAILABLE);
      broken.goOn();
    }
  }

  @Test
  @Tag("R50")
  void noNumberStandsInAnyFileAndTheTokensKeyNotInTheData() throws IOException {
    try (Practice practice = inFolder()) {
      bar(practice, ContactScope.ANY);
      practice
          .privacy()
          .contact()
          .bar(Stream.of("+493023125013"), ContactScope.ANY, Practice.ACTOR);
      practice
          .privacy()
          .contact()
          .scrub(WIN_BACK, Stream.of("+493023125014"), number -> {}, Practice.ACTOR);
      Outreach.dial(practice, SOMEBODY, MOVED);
    }
    for (Path file : StoredBytes.files(folder)) {
      String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      assertThat(bytes).as(file.toString()).doesNotContain("3023125");
      assertThat(file.toString()).doesNotContain("3023125");
    }
    assertThat(StoredBytes.files(folder.resolve("keys")))
        .anyMatch(file -> file.endsWith("tokens.keys"));
    assertThat(StoredBytes.files(folder.resolve("data")))
        .noneMatch(file -> file.endsWith("tokens.keys"));
  }

  @Test
  void aStoreWhoseTokenKeysAreLostOrAnothersIsNotOpened() throws IOException {
    inFolder().close();
    Path keys =
        StoredBytes.files(folder.resolve("keys")).stream()
            .filter(file -> file.endsWith("tokens.keys"))
            .findFirst()
            .orElseThrow();
    byte[] own = Files.readAllBytes(keys);
    Files.delete(keys);
    assertThatThrownBy(this::inFolder)
        .isInstanceOfSatisfying(
            StoreException.class, e -> assertThat(e.fault()).isEqualTo(Fault.NO_TOKEN_KEYS));
    assertThat(keys).doesNotExist();
    Files.writeString(keys, "something else\n");
    assertThatThrownBy(this::inFolder)
        .isInstanceOfSatisfying(
            StoreException.class, e -> assertThat(e.fault()).isEqualTo(Fault.CORRUPTED));
    Files.write(keys, own);
    inFolder().close();
  }
}
