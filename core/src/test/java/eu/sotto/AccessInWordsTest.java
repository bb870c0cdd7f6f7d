package eu.sotto;

import static eu.sotto.Practice.ACTOR;
import static eu.sotto.Practice.APPOINTMENT;
import static eu.sotto.Practice.IDENTITY;
import static eu.sotto.Practice.QUALITY;
import static eu.sotto.Practice.RESEARCH;
import static org.assertj.core.api.Assertions.assertThat;

import eu.sotto.consent.Capacity;
import eu.sotto.oversight.Review;
import eu.sotto.oversight.SideEffect;
import eu.sotto.oversight.Verdict;
import eu.sotto.permit.Operation;
import eu.sotto.permit.ReasonCode;
import eu.sotto.records.RecordEntry;
import eu.sotto.records.RecordKind;
import eu.sotto.register.Register;
import eu.sotto.rights.Assessment;
import eu.sotto.rights.Outcome;
import eu.sotto.rights.Request;
import eu.sotto.rights.Restriction;
import eu.sotto.rights.running.Codes;
import eu.sotto.vocabulary.Actor;
import eu.sotto.vocabulary.Answer;
import eu.sotto.vocabulary.Cause;
import eu.sotto.vocabulary.ContactScope;
import eu.sotto.vocabulary.Party;
import eu.sotto.vocabulary.Playout;
import eu.sotto.vocabulary.RecipientId;
import eu.sotto.vocabulary.RestrictionGround;
import eu.sotto.vocabulary.Right;
import eu.sotto.vocabulary.Role;
import eu.sotto.vocabulary.Speaker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The answer to a request for access speaks to people: no code, no date as machines write it. */
@Tag("R72")
class AccessInWordsTest {
  private static final RecipientId SPEECH = RecipientId.of("speech-service");
  private static final Party CALLER = Party.phone("030 23125012");

  @TempDir Path folder;

  private static Register register() {
    return Practice.register(
        text ->
            text.replace(
                "\"transcribe\", \"analyse\"],", "\"transcribe\", \"analyse\", \"disclose\"],"));
  }

  private Practice practice() {
    return Practice.in(folder.resolve("data"), folder.resolve("keys"), Practice.START, register());
  }

  /** Nearly all that can happen to a caller, on one line. */
  private static void muchHappens(Practice practice) {
    Call call = practice.answered("c-1", Party.presented(Practice.NUMBER));
    call.may(Operation.RECORD, QUALITY);
    practice.announce(call, Duration.ofSeconds(12));
    practice.announce(call, Duration.ofSeconds(40));
    call.stated(Capacity.OF_AGE, practice.now());
    call.asked(RESEARCH, practice.welcome(), practice.now());
    call.answered(RESEARCH, Answer.spoken("vielleicht", practice.after(Duration.ofSeconds(2))));
    practice.consent(call);
    Practice.keepAudio(call, "audio");
    Practice.keep(call, "Ich heiße Anna Beispiel, meine Nummer ist 030 23125012.");
    call.exports().vcon(Practice.permitted(call.may(Operation.DISCLOSE, QUALITY, SPEECH)));
    call.exports().receipt(QUALITY, Locale.GERMAN);
    call.exports().consentRecord(QUALITY, ACTOR);
    practice.privacy().observe(call, Operation.TRAIN, QUALITY);
    call.joined(Speaker.of("i-1", Role.INTERPRETER), practice.now());
    call.left(Speaker.of("i-1", Role.INTERPRETER), practice.now());
    call.ended(practice.after(Duration.ofMinutes(3)));
    asks(practice, practice.privacy().subject(CALLER).orElseThrow());
  }

  private static void asks(Practice practice, Subject caller) {
    Request late = caller.request(Right.PORTABILITY, practice.now(), ACTOR);
    late.doubt(Cause.of("two-people-use-it"), ACTOR);
    late.identify(IDENTITY, ACTOR);
    late.extend(Cause.of("complexity"), ACTOR);
    late.refuse(Cause.of("unfounded"), ACTOR);
    Request put = caller.request(IDENTITY, ACTOR);
    RecordEntry text =
        caller.records().stream()
            .filter(entry -> entry.what().kind() == RecordKind.TRANSCRIPT)
            .findFirst()
            .orElseThrow();
    put.rectify(text.id(), "Ich heiße Anna Muster.", ACTOR);
    put.tellRecipients(ACTOR);
    put.answer(Locale.GERMAN, ACTOR);
    Restriction restricted =
        caller.restrict(RestrictionGround.ACCURACY_CONTESTED, Optional.empty(), ACTOR);
    restricted.announceLift(Cause.of("accuracy-verified"), ACTOR);
    restricted.lift(ACTOR);
    caller.objectToMarketing(Set.of(), Answer.spoken("keine Werbung", practice.now()));
    practice.privacy().contact().bar(CALLER, ContactScope.ADVERTISING, ACTOR);
    caller.foundInvalid(QUALITY, ReasonCode.CONSENT_UNCLEAR, ACTOR);
    caller.withdraw(QUALITY, Answer.written("nein", practice.now()));
  }

  private static String words(Path answer) throws IOException {
    return Files.readString(answer.resolve("access.txt"));
  }

  private static List<String> codes(Path answer) throws IOException {
    List<String> found = new ArrayList<>(Codes.in(words(answer)));
    String page = Files.readString(answer.resolve("index.html"));
    String visible =
        page.substring(page.indexOf("<body")).replaceAll("<wbr/>", "").replaceAll("<[^>]*>", " ");
    found.addAll(Codes.in(visible));
    return found;
  }

  @Test
  void aLifeFullOfEventsIsToldInGermanWithoutACode() throws IOException {
    Path answer = folder.resolve("auskunft");
    try (Practice practice = practice()) {
      muchHappens(practice);
      Subject caller = practice.privacy().subject(CALLER).orElseThrow();
      caller.request(IDENTITY, ACTOR).access().exportTo(answer);
    }

    assertThat(codes(answer)).isEmpty();
    assertThat(words(answer))
        .contains("Hinweis auf künstliche Intelligenz", "gehört: 12 Sekunden", "Sprache: Deutsch")
        .contains("Vorgang: aufzeichnen", "Angaben wurden entfernt", "Name (1)")
        .contains("der Aufzeichnungshinweis wurde nicht bis zum Ende abgespielt [Art. 13 DSGVO")
        .contains("Sie bestreiten die Richtigkeit", "Direktwerbung: ja", "keine Werbung")
        .contains("Ihre Einwilligung (Art. 6 Abs. 1 Buchst. a DSGVO)", "Stimme")
        .contains("Höchstdauer: Löschkonzept der Praxis", "bis einschließlich 02.05.2027")
        .contains("berichtigt; jetzt Stück", "Was nicht mehr da ist", "gelöscht")
        .doesNotContain("transcribe", "conversation,", "true", "false", "access.json");
  }

  @Test
  void aLifeFullOfEventsIsToldInEnglishWithoutACode() throws IOException {
    Path answer = folder.resolve("answer");
    try (Practice practice = practice()) {
      muchHappens(practice);
      Call again = practice.answered("c-2", Party.presented(Practice.NUMBER));
      Duration whole = Duration.ofSeconds(40);
      again.announced(
          practice.privacy().notice("welcome", Locale.ENGLISH),
          Playout.of(whole, whole, practice.after(whole)));
      again.caller().request(IDENTITY, ACTOR).access().exportTo(answer);
    }

    assertThat(codes(answer)).isEmpty();
    assertThat(words(answer))
        .contains("that AI is used", "heard: 12 seconds", "language: German")
        .contains("your consent (GDPR Art. 6(1)(a))", "name (1)", "up to and including 2 May 2027")
        .contains("you contest that it is right", "direct marketing: yes", "What is not there")
        .doesNotContain("true", "false", "Mitschrift", "DSGVO", "Stück");
  }

  @Test
  void decisionsOfMachinesAreToldWithoutACode() throws IOException {
    Path answer = folder.resolve("auskunft");
    try (Practice practice = ObjectionTest.inMemory(Casework.register())) {
      Call call = practice.welcomed("c-1");
      var input = Casework.input(call);
      call.decided(Casework.result(Casework.REFUSED, input), Casework.permit(call, Casework.LOAN));
      Review review = practice.privacy().reviews().get(0);
      Casework.look(review, Casework.REVIEWER);
      review.resolve(Casework.REVIEWER, Verdict.changed(Casework.GRANTED), "falsch gelesen");
      call.caller()
          .affected(
              new SideEffect(
                  SideEffect.Kind.UNFORESEEN_EFFECT, Casework.LOAN, "Es verwechselte", "Anrufen"),
              ACTOR);
      call.caller().request(IDENTITY, ACTOR).access().exportTo(answer);
    }

    assertThat(codes(answer)).isEmpty();
    assertThat(words(answer))
        .contains("Sicherheit 83 %", "Entscheidung: geändert", "unvorhergesehene Wirkung");
  }

  @Test
  void whatIsWithheldIsListedWithItsGroundItsStatuteAndItsLastDay() throws IOException {
    Path answer = folder.resolve("auskunft");
    try (Practice practice = practice()) {
      Call call = practice.welcomed("c-1");
      Practice.keep(call, "Ich brauche einen Termin.");
      Practice.keep(call, "Und noch einen.");
      Request request = call.caller().request(Right.ACCESS, practice.now(), ACTOR);
      request.identify(IDENTITY, ACTOR);
      request.locate(ACTOR);
      List<Assessment> assessed = new ArrayList<>(request.proposal());
      assessed.set(
          0,
          new Assessment(
              assessed.get(0).record(),
              Outcome.WITHHOLD,
              "GDPR Art. 15(4); BDSG § 34",
              LocalDate.of(2027, 3, 31)));
      request.assess(assessed, ACTOR);
      request.access().exportTo(answer);
    }

    assertThat(words(answer))
        .contains("Was Sie nicht erhalten, und warum", "Mitschrift, 02.11.2026")
        .contains("zurückgehalten: Rechte anderer Personen, Art. 15 Abs. 4 DSGVO; BDSG § 34")
        .contains("bis einschließlich 31.03.2027", "Insoweit ist Ihr Antrag abgelehnt");
    assertThat(codes(answer)).isEmpty();
    assertThat(Files.readString(answer.resolve("data.json")))
        .contains("\"withheld\"", "\"lastDay\" : \"2027-03-31\"");
  }

  @Test
  void whatWasSweptIsSaidToBeGone() throws IOException {
    Path answer = folder.resolve("auskunft");
    try (Practice practice = practice()) {
      Call call = practice.welcomed("c-1");
      Practice.keep(call, "Ich brauche einen Termin.");
      call.ended(practice.now());
      practice.after(Duration.ofDays(190));
      var retention = practice.privacy().retention();
      retention.sweep(retention.plan());
      assertThat(call.records()).isEmpty();
      Practice.keep(practice.welcomed("c-2"), "Noch einen.");
      Actor officer = Actor.of("e-8", "officer");
      call.caller().request(IDENTITY, officer).access().exportTo(answer);
    }

    String words = words(answer);
    assertThat(words.substring(words.indexOf("Was nicht mehr da ist")))
        .contains("Mitschrift, 02.11.2026", APPOINTMENT.value(), "gelöscht");
    assertThat(codes(answer)).isEmpty();
  }
}
