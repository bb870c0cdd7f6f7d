package eu.sotto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import eu.sotto.incident.Affected;
import eu.sotto.incident.Assessment;
import eu.sotto.incident.BreachScope;
import eu.sotto.incident.Clock;
import eu.sotto.incident.Duty;
import eu.sotto.incident.Exposure;
import eu.sotto.incident.Finding;
import eu.sotto.incident.Incident;
import eu.sotto.incident.Notification;
import eu.sotto.incident.Report;
import eu.sotto.incident.Waiver;
import eu.sotto.permit.Operation;
import eu.sotto.register.Register;
import eu.sotto.vocabulary.Actor;
import eu.sotto.vocabulary.Party;
import eu.sotto.vocabulary.RecipientId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IncidentsTest {
  private static final Actor OFFICER = Actor.of("o-1", "incident-lead");
  private static final RecipientId SERVICE = RecipientId.of("speech-service");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private static Report reported(Practice practice) {
    return new Report(
        Report.Source.EMPLOYEE,
        Set.of(Report.Nature.CONFIDENTIALITY),
        "A laptop with a copy of the store is missing.",
        practice.now());
  }

  private static String opened(Practice practice) {
    return practice.privacy().incidents().report(reported(practice), OFFICER).id();
  }

  private static Assessment of(BreachScope scope, Exposure exposure) {
    return new Assessment(scope, exposure, "Strangers may read it.", "Access was closed.");
  }

  private static Finding found(Practice practice, String incident, BreachScope scope) {
    return found(practice, incident, scope, Exposure.IN_CLEAR);
  }

  private static Finding found(
      Practice practice, String incident, BreachScope scope, Exposure exposure) {
    return practice
        .privacy()
        .incidents()
        .assess(incident, of(scope, exposure), OFFICER)
        .finding()
        .orElseThrow();
  }

  private static Set<String> named(Practice practice, String incident, BreachScope scope) {
    return practice
        .privacy()
        .incidents()
        .people(incident, scope, OFFICER)
        .flatMap(person -> person.parties().stream())
        .map(party -> party.replace("tel:", ""))
        .collect(Collectors.toSet());
  }

  /** A call as the test knows it, whatever the library says. */
  private record Made(
      String number, Instant answered, Instant ended, boolean toService, boolean kept, int node) {}

  /** Whose register declares that numbers are kept after a call. */
  private static Practice withNumbers() {
    AtomicReference<Instant> time = new AtomicReference<>(Practice.START);
    return Practice.on(CallPrivacy.inMemory(OwnDataTest.register("P1Y"), time::get), time);
  }

  /** A day in a practice, beside a list of what was done. */
  private static final class Day {
    private final Random random;
    private final List<Made> made = new ArrayList<>();
    private Practice practice;
    private int node;

    Day(Practice practice, long seed) {
      this.practice = practice;
      this.random = new Random(seed);
    }

    void calls(int count, int persons) {
      for (int i = 0; i < count; i++) {
        practice.after(Duration.ofSeconds(1 + random.nextInt(600)));
        String number = "+4930231250" + (10 + random.nextInt(persons));
        Call call = practice.answered("c-" + made.size(), Party.presented(number));
        Instant answered = practice.now();
        practice.announce(call, Duration.ofSeconds(40));
        boolean toService = random.nextInt(4) == 0;
        if (toService) {
          Practice.permitted(call.may(Operation.TRANSCRIBE, Practice.APPOINTMENT, SERVICE));
        }
        boolean kept = random.nextBoolean();
        if (kept) {
          Practice.keep(call, "Ich brauche einen Termin.");
        }
        practice.after(Duration.ofSeconds(random.nextInt(1_200)));
        call.ended(practice.now());
        made.add(new Made(number, answered, practice.now(), toService, kept, node));
      }
    }

    void restarted(Practice again) {
      practice = again;
      node++;
    }

    List<Made> calls(Predicate<Made> which) {
      return made.stream().filter(which).toList();
    }

    /** Some instant of the day, in the middle of a call or between two. */
    Instant instant() {
      Instant first = made.get(0).answered();
      long span = Duration.between(first, practice.now()).toSeconds();
      return first.plusSeconds((long) (random.nextDouble() * span));
    }

    void agrees(String incident, BreachScope scope, Predicate<Made> truth) {
      List<Made> touched = calls(truth);
      Set<String> numbers = touched.stream().map(Made::number).collect(Collectors.toSet());
      Finding finding = found(practice, incident, scope);
      assertThat(finding.counts().subjects()).isEqualTo(numbers.size());
      assertThat(finding.counts().calls()).isEqualTo(touched.size());
      assertThat(named(practice, incident, scope)).isEqualTo(numbers);
    }
  }

  @Property(tries = 12)
  @net.jqwik.api.Tag("R53")
  void whateverWindowIsAskedForTheModelAgrees(@ForAll @IntRange(max = 100_000) int seed) {
    try (Practice practice = Practice.inMemory()) {
      Day day = new Day(practice, seed);
      day.calls(25, 12);
      String incident = opened(practice);
      Instant from = day.instant();
      Instant until = from.plusSeconds(1 + seed % 7_200);
      day.agrees(
          incident,
          new BreachScope.During(from, until),
          call -> call.answered().isBefore(until) && !call.ended().isBefore(from));
    }
  }

  @Property(tries = 40)
  @net.jqwik.api.Tag("R53")
  void noClockIsLaterThanItsPlainHours(@ForAll @IntRange(max = 60_000) int minutes) {
    try (Practice practice = Practice.inMemory()) {
      Instant aware = practice.after(Duration.ofMinutes(minutes));
      Incident incident = practice.privacy().incidents().report(reported(practice), OFFICER);
      assertThat(clock(incident, Duty.AUTHORITY).due(BERLIN))
          .isEqualTo(aware.plus(Duration.ofDays(3)));
      assertThat(clock(incident, Duty.PERSONS).due(BERLIN))
          .as("the register says 48 hours")
          .isEqualTo(aware.plus(Duration.ofDays(2)));
    }
  }

  @Test
  @Tag("R32")
  @Tag("R53")
  void aBreachIsGroupedByTheControllerOfEachCallAndPassedToIt() {
    Register register =
        Practice.register(
            text ->
                text.replace(
                        "\"id\": \"appointment\",\n      \"role\": \"controller\",",
                        "\"id\": \"appointment\", \"role\": \"processor\","
                            + " \"onBehalfOf\": \"Klinik Nord\",")
                    .replace(
                        "\"notify-persons\"] }", "\"notify-persons\", \"notify-controllers\"] }")
                    .replace(
                        "\"personsWithin\"",
                        "\"controllers\": [{ \"name\": \"Klinik Nord\","
                            + " \"contact\": \"vorfall@nord.example\" }], \"personsWithin\""));
    var time = new AtomicReference<>(Practice.START);
    try (Practice practice = Practice.on(CallPrivacy.inMemory(register, time::get), time)) {
      for (int i = 0; i < 3; i++) {
        Call call = practice.answered("n-" + i, Party.presented("+49302312501" + i));
        practice.announce(call, Duration.ofSeconds(40));
        assertThat(call.may(Operation.TRANSCRIBE, Practice.APPOINTMENT)).isNotNull();
        call.ended(practice.after(Duration.ofMinutes(1)));
      }
      Instant own = practice.after(Duration.ofHours(1));
      practice.consented("own").ended(practice.after(Duration.ofMinutes(1)));
      Incidents incidents = practice.privacy().incidents();
      String id = opened(practice);
      BreachScope theirs = new BreachScope.During(Practice.START, own);
      Finding finding = found(practice, id, theirs);
      assertThat(finding.kinds().controllers()).isEqualTo(Map.of("Klinik Nord", 3L));
      Incident incident = incidents.find(id).orElseThrow();
      assertThat(incident.clocks()).extracting(Clock::duty).containsExactly(Duty.CONTROLLER);
      assertThat(clock(incident, Duty.CONTROLLER).due(BERLIN))
          .isEqualTo(practice.now().plus(Duration.ofDays(1)));
      Notification told = Notification.toController("Klinik Nord", practice.now(), "mail 1");
      assertThat(state(incidents.told(id, told, OFFICER), Duty.CONTROLLER))
          .isEqualTo(Clock.State.TOLD);
      found(practice, id, new BreachScope.Stored(practice.now()));
      assertThat(incidents.find(id).orElseThrow().clocks())
          .extracting(Clock::duty)
          .containsExactly(Duty.AUTHORITY, Duty.PERSONS, Duty.CONTROLLER);
    }
  }

  @Nested
  class WhomItAffects {
    @Test
    @Tag("R53")
    void exactlyThoseOfThePlantedWindowsRecipientsAndKeysAreFound() {
      try (Practice practice = withNumbers()) {
        Day day = new Day(practice, 7);
        day.calls(250, 60);
        String incident = opened(practice);
        for (int i = 0; i < 3; i++) {
          Instant from = day.instant();
          Instant until = from.plus(Duration.ofMinutes(1 + 40 * i));
          Predicate<Made> inside =
              call -> call.answered().isBefore(until) && !call.ended().isBefore(from);
          day.agrees(incident, new BreachScope.During(from, until), inside);
          Predicate<Made> given =
              call ->
                  call.toService()
                      && !call.answered().plusSeconds(40).isBefore(from)
                      && call.answered().plusSeconds(40).isBefore(until);
          day.agrees(incident, new BreachScope.ToRecipient(SERVICE, from, until), given);
          day.agrees(
              incident, new BreachScope.Stored(from), call -> call.answered().isBefore(from));
          String number = day.made.get(i).number();
          String key =
              practice
                  .privacy()
                  .subject(Party.presented(number))
                  .orElseThrow()
                  .session()
                  .entry()
                  .contentKey()
                  .toString();
          day.agrees(incident, new BreachScope.UnderKey(key), call -> call.number().equals(number));
        }
      }
    }

    @Test
    @Tag("R53")
    void whatANodeDidIsToldFromWhatAnotherOneDid(@TempDir Path folder) {
      Practice first =
          Practice.in(
              folder.resolve("d"),
              folder.resolve("k"),
              Practice.START,
              OwnDataTest.register("P1Y"));
      Day day = new Day(first, 3);
      day.calls(20, 10);
      final String node = first.privacy().incidents().node();
      first.close();
      try (Practice again =
          Practice.in(
              folder.resolve("d"),
              folder.resolve("k"),
              first.after(Duration.ofDays(1)),
              OwnDataTest.register("P1Y"))) {
        day.restarted(again);
        day.calls(20, 10);
        String incident = opened(again);
        assertThat(again.privacy().incidents().node()).isNotEqualTo(node);
        day.agrees(incident, new BreachScope.OnNode(node), call -> call.node() == 0);
        day.agrees(
            incident,
            new BreachScope.OnNode(again.privacy().incidents().node()),
            call -> call.node() == 1);
      }
    }

    @Test
    @Tag("R53")
    void afterAnErasureTheCountStaysAndTheIdentityIsGone() {
      try (Practice practice = Practice.inMemory()) {
        Day day = new Day(practice, 11);
        day.calls(30, 8);
        String incident = opened(practice);
        BreachScope all = new BreachScope.During(Practice.START, practice.now());
        Finding before = found(practice, incident, all);
        Set<String> numbers = named(practice, incident, all);
        String erased = day.made.get(0).number();
        Subject subject = practice.privacy().subject(Party.presented(erased)).orElseThrow();
        final String key = subject.session().entry().contentKey().toString();
        subject.request(Practice.IDENTITY, Practice.ACTOR).erase();
        practice.after(Duration.ofMinutes(1));

        Finding after = found(practice, incident, all);
        assertThat(after.counts().subjects()).isEqualTo(before.counts().subjects());
        assertThat(after.counts().erased()).isOne();
        Set<String> left = new HashSet<>(numbers);
        left.remove(erased);
        assertThat(named(practice, incident, all)).isEqualTo(left);
        assertThat(practice.privacy().incidents().people(incident, all, OFFICER))
            .filteredOn(Affected::erased)
            .singleElement()
            .satisfies(gone -> assertThat(gone.parties()).isEmpty());
        assertThat(practice.privacy().incidents().find(incident).orElseThrow().findings().get(0))
            .satisfies(first -> assertThat(first.what()).isEqualTo(before));
        Finding underKey = found(practice, incident, new BreachScope.UnderKey(key));
        assertThat(underKey.counts().subjects()).isOne();
        assertThat(underKey.counts().erased()).isOne();
        assertThat(named(practice, incident, new BreachScope.UnderKey(key))).isEmpty();
      }
    }

    @Test
    @Tag("R53")
    void categoriesPurposesRecipientsAndRecordsAreNamed() {
      try (Practice practice = Practice.inMemory()) {
        Call call = practice.consented("c-1");
        Practice.permitted(call.may(Operation.TRANSCRIBE, Practice.APPOINTMENT, SERVICE));
        Practice.keep(call, "Ich brauche einen Termin.");
        Practice.keepAudio(call, "sound");
        call.ended(practice.after(Duration.ofMinutes(1)));
        Finding finding =
            found(
                practice,
                opened(practice),
                new BreachScope.During(Practice.START, practice.after(Duration.ofHours(1))));
        assertThat(finding.counts()).isEqualTo(new Finding.Counts(1, 0, 1, 2, 0, 3));
        assertThat(finding.kinds().purposes()).containsExactly("appointment", "quality");
        assertThat(finding.kinds().categories())
            .containsExactly("appointment", "contact", "conversation", "voice");
        assertThat(finding.kinds().recipients()).containsExactly("speech-service");
        assertThat(finding.kinds().controllers()).containsOnlyKeys("Praxis am Lindenplatz");
      }
    }

    @Test
    @Tag("R53")
    void whatNobodyHasHeardOfIsRefusedInsteadOfFoundHarmless() {
      try (Practice practice = Practice.inMemory()) {
        practice.consented("c-1");
        Incidents incidents = practice.privacy().incidents();
        String incident = opened(practice);
        String unknown = "0123456789abcdef0123456789abcdef";
        RecipientId stranger = RecipientId.of("stranger");
        for (BreachScope scope :
            List.of(
                new BreachScope.UnderKey(unknown),
                new BreachScope.OnNode(unknown),
                new BreachScope.ToRecipient(stranger, Practice.START, practice.now()))) {
          assertThatIllegalArgumentException()
              .isThrownBy(() -> incidents.assess(incident, of(scope, Exposure.IN_CLEAR), OFFICER));
        }
        assertThatIllegalArgumentException()
            .isThrownBy(() -> new BreachScope.During(practice.now(), practice.now()));
        assertThat(incidents.find(incident).orElseThrow().findings()).isEmpty();
      }
    }

    @Test
    @Tag("R53")
    void peopleAreNamedOnlyToAnActorForAScopeThatWasAssessedAndItIsRecorded() {
      try (Practice practice = Practice.inMemory()) {
        practice.consented("c-1");
        String incident = opened(practice);
        BreachScope scope = new BreachScope.Stored(practice.after(Duration.ofHours(1)));
        Incidents incidents = practice.privacy().incidents();
        assertThatIllegalStateException()
            .isThrownBy(() -> incidents.people(incident, scope, OFFICER));
        found(practice, incident, scope);
        long before = size(practice);
        try (var people = incidents.people(incident, scope, OFFICER)) {
          assertThat(size(practice)).as("recorded before anybody is read").isEqualTo(before + 1);
          assertThat(people).singleElement().hasToString("Affected[hidden]");
        }
      }
    }

    private static long size(Practice practice) {
      return practice.privacy().verify().entries();
    }
  }

  @Nested
  class WhatIsSealed {
    private static final Instant LATER = Practice.START.plus(Duration.ofHours(5));

    private Finding stored(Exposure exposure) {
      try (Practice practice = Practice.inMemory()) {
        Day day = new Day(practice, 5);
        day.calls(10, 10);
        return found(practice, opened(practice), new BreachScope.Stored(LATER), exposure);
      }
    }

    @Test
    @Tag("R53")
    void aSealedCopyWithSafeKeysIsProposedAndNeverDecided() {
      Finding sealed = stored(Exposure.SEALED_ONLY);
      assertThat(sealed.counts().laidOpen()).isZero();
      assertThat(sealed.counts().sealed())
          .isEqualTo(sealed.counts().calls() + sealed.counts().records());
      assertThat(sealed.keysSafe()).containsExactly("bucket", "content", "evidence", "root");
      assertThat(sealed.proposal()).contains(Waiver.Ground.UNINTELLIGIBLE);
      assertThat(stored(Exposure.SEALED_WITH_KEYS).proposal()).isEmpty();
      assertThat(stored(Exposure.IN_CLEAR).proposal()).isEmpty();
    }

    @Test
    @Tag("R53")
    void aLostContentKeyLaysTheCallsOpenAndLeavesRecordsSealedByTheirBuckets() {
      try (Practice practice = Practice.inMemory()) {
        Call call = practice.consented("c-1");
        Practice.keep(call, "Ich brauche einen Termin.");
        var entry = call.caller().session().entry();
        String incident = opened(practice);
        Finding content =
            found(
                practice,
                incident,
                new BreachScope.UnderKey(entry.contentKey().toString()),
                Exposure.SEALED_ONLY);
        assertThat(content.counts()).isEqualTo(new Finding.Counts(1, 0, 1, 1, 1, 1));
        assertThat(content.keysSafe()).containsExactly("bucket", "evidence", "root");
        assertThat(content.proposal()).isEmpty();
        Finding evidence =
            found(
                practice,
                incident,
                new BreachScope.UnderKey(entry.evidenceKey().toString()),
                Exposure.SEALED_ONLY);
        assertThat(evidence.counts().subjects()).isOne();
        assertThat(evidence.counts().laidOpen()).isPositive();
      }
    }

    @Test
    @Tag("R53")
    void aGroundThatTheFindingContradictsIsRefused() {
      try (Practice practice = Practice.inMemory()) {
        practice.consented("c-1");
        String incident = opened(practice);
        Incidents incidents = practice.privacy().incidents();
        Waiver sealed = new Waiver(Waiver.Ground.UNINTELLIGIBLE, "Sealed, keys in the safe.");
        assertThatIllegalStateException()
            .isThrownBy(() -> incidents.waive(incident, sealed, OFFICER));
        BreachScope scope = new BreachScope.Stored(practice.after(Duration.ofHours(1)));
        found(practice, incident, scope, Exposure.SEALED_WITH_KEYS);
        assertThatIllegalStateException()
            .isThrownBy(() -> incidents.waive(incident, sealed, OFFICER));
        found(practice, incident, scope, Exposure.SEALED_ONLY);
        assertThat(state(incidents.find(incident).orElseThrow(), Duty.PERSONS))
            .isEqualTo(Clock.State.RUNNING);
        assertThat(state(incidents.waive(incident, sealed, OFFICER), Duty.PERSONS))
            .isEqualTo(Clock.State.WAIVED);
        found(practice, incident, scope, Exposure.IN_CLEAR);
        assertThat(state(incidents.find(incident).orElseThrow(), Duty.PERSONS))
            .as("what is found later opens the question again")
            .isEqualTo(Clock.State.RUNNING);
      }
    }
  }

  private static Clock.State state(Incident incident, Duty duty) {
    return clock(incident, duty).state();
  }

  private static Clock clock(Incident incident, Duty duty) {
    return incident.clocks().stream().filter(c -> c.duty() == duty).findFirst().orElseThrow();
  }

  @Nested
  class TheClocks {
    @Test
    @Tag("R53")
    void theEarlierReadingOf72HoursCountsAndAllAreShown() {
      try (Practice practice = Practice.inMemory()) {
        practice.after(Duration.ofDays(4).plusMinutes(20));
        Incident incident = practice.privacy().incidents().report(reported(practice), OFFICER);
        Clock authority = clock(incident, Duty.AUTHORITY);
        assertThat(authority.due(BERLIN)).isEqualTo("2026-11-09T09:20:00Z");
        assertThat(authority.deadline().readings())
            .extracting(reading -> reading.end().firstFreeInstant(BERLIN).toString())
            .containsExactly(
                "2026-11-09T09:20:00Z", "2026-11-09T10:00:00Z", "2026-11-10T23:00:00Z");
      }
    }

    @Test
    @Tag("R53")
    void whatIsLateShowsInHealthUntilItIsDoneOrDecided() {
      try (Practice practice = Practice.inMemory()) {
        Incidents incidents = practice.privacy().incidents();
        Incident incident = incidents.report(reported(practice), OFFICER);
        practice.after(Duration.ofDays(2).minusSeconds(1));
        assertThat(practice.privacy().health().incidents()).isEmpty();
        practice.after(Duration.ofSeconds(1));
        assertThat(practice.privacy().health().incidents())
            .containsExactly(
                new Overdue(
                    "GDPR Art. 34(1)", incident.id(), Practice.START.plus(Duration.ofDays(2))));
        practice.after(Duration.ofDays(1));
        assertThat(practice.privacy().health().incidents()).hasSize(2);
        Notification late = Notification.of(Duty.AUTHORITY, practice.now(), "LDA-1");
        assertThatIllegalArgumentException()
            .isThrownBy(() -> incidents.told(incident.id(), late, OFFICER))
            .withMessageContaining("Art. 33(1)");
        Incident told =
            incidents.told(incident.id(), late.late("The extent was unclear."), OFFICER);
        assertThat(state(told, Duty.AUTHORITY)).isEqualTo(Clock.State.TOLD_LATE);
        found(practice, incident.id(), new BreachScope.Stored(practice.now()));
        incidents.waive(
            incident.id(),
            new Waiver(Waiver.Ground.NO_HIGH_RISK, "Nobody was in the store."),
            OFFICER);
        assertThat(practice.privacy().health().incidents()).isEmpty();
      }
    }

    @Test
    @Tag("R53")
    void whatCannotBeIsRefused() {
      try (Practice practice = Practice.inMemory()) {
        Incidents incidents = practice.privacy().incidents();
        String id = opened(practice);
        Report early =
            new Report(
                Report.Source.CALLER,
                Set.of(Report.Nature.AVAILABILITY),
                "It is lost.",
                practice.now().plusSeconds(1));
        assertThatIllegalArgumentException().isThrownBy(() -> incidents.report(early, OFFICER));
        for (Instant at : List.of(practice.now().plusSeconds(1), practice.now().minusSeconds(1))) {
          assertThatIllegalArgumentException()
              .isThrownBy(
                  () -> incidents.told(id, Notification.of(Duty.AUTHORITY, at, "LDA-1"), OFFICER));
        }
        assertThatIllegalArgumentException()
            .isThrownBy(
                () ->
                    incidents.told(
                        id, Notification.toController("Nobody", practice.now(), "m"), OFFICER));
        assertThatIllegalArgumentException()
            .isThrownBy(() -> Notification.of(Duty.CONTROLLER, practice.now(), "m"));
        assertThatIllegalArgumentException()
            .isThrownBy(() -> incidents.export("unknown", Locale.GERMAN, OFFICER));
      }
    }
  }

  @Nested
  class Documentation {
    @Test
    @Tag("R53")
    void aCallersReportOpensOneAndOneThatIsNotNotifiedStaysDocumentedWithItsReason(
        @TempDir Path folder) {
      Path data = folder.resolve("data");
      Path keys = folder.resolve("keys");
      String id;
      try (Practice practice = Practice.in(data, keys, Practice.START)) {
        Report report =
            new Report(
                Report.Source.CALLER,
                Set.of(Report.Nature.CONFIDENTIALITY),
                "Somebody else's appointment was read out to me, my number is 030 23125012.",
                practice.now());
        Incidents incidents = practice.privacy().incidents();
        id = incidents.report(report, OFFICER).id();
        String open = id;
        assertThatIllegalStateException()
            .isThrownBy(() -> incidents.close(open, "Nothing to learn.", OFFICER));
        found(practice, id, new BreachScope.Stored(practice.now()));
        incidents.waive(id, new Waiver(Waiver.Ground.NO_RISK, "A wrong guess."), OFFICER);
        assertThatIllegalStateException()
            .isThrownBy(() -> incidents.close(open, "Nothing to learn.", OFFICER));
        incidents.waive(id, new Waiver(Waiver.Ground.NO_HIGH_RISK, "A wrong guess."), OFFICER);
        incidents.close(id, "Names are spelt back.", OFFICER);
        assertThatIllegalStateException()
            .isThrownBy(
                () -> incidents.waive(open, new Waiver(Waiver.Ground.NO_RISK, "Again."), OFFICER));
      }
      try (Practice again = Practice.in(data, keys, Practice.START.plus(Duration.ofDays(30)))) {
        Incident incident = again.privacy().incidents().find(id).orElseThrow();
        assertThat(incident.report().what().source()).isEqualTo(Report.Source.CALLER);
        assertThat(incident.report().what().facts())
            .contains("appointment")
            .doesNotContain("23125012");
        assertThat(incident.waivers())
            .extracting(waiver -> waiver.what().ground())
            .containsExactly(Waiver.Ground.NO_RISK, Waiver.Ground.NO_HIGH_RISK);
        assertThat(incident.waivers().get(0).what().reason()).isEqualTo("A wrong guess.");
        assertThat(incident.closed()).isPresent();
        assertThat(again.privacy().incidents().all()).hasSize(1);
        assertThat(again.privacy().verify().intact()).isTrue();
      }
    }

    @Test
    @Tag("R53")
    void theExportIsTheSameTwiceInGermanAndEnglishAndNamesNobody() {
      try (Practice practice = Practice.inMemory()) {
        practice.consented("c-1");
        String id = opened(practice);
        found(practice, id, new BreachScope.Stored(practice.after(Duration.ofMinutes(1))));
        Incidents incidents = practice.privacy().incidents();
        incidents.told(id, Notification.of(Duty.AUTHORITY, practice.now(), "LDA-7"), OFFICER);
        var german = incidents.export(id, Locale.GERMAN, OFFICER);
        var english = incidents.export(id, Locale.ENGLISH, OFFICER);
        assertThat(incidents.export(id, Locale.GERMAN, OFFICER)).isEqualTo(german);
        assertThat(german.json()).isEqualTo(english.json()).contains("GDPR Art. 33(1)");
        assertThat(german.text())
            .contains("Betroffene Personen | 1", "LDA-7", "Praxisleitung", "Meldestelle");
        assertThat(english.text()).contains("Persons | 1", "supervisory authority");
        assertThat(german.html()).contains("<html lang=\"de\">").doesNotContain("<script");
        for (String document : List.of(german.json(), german.html(), german.text())) {
          assertThat(document).doesNotContain("23125012", "c-1", OFFICER.id());
        }
      }
    }
  }
}
