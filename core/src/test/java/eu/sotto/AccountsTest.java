package eu.sotto;

import static eu.sotto.Practice.QUALITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import eu.sotto.accountability.Figures;
import eu.sotto.accountability.LanguageFigures;
import eu.sotto.accountability.ProcessingRecord;
import eu.sotto.notice.Notice;
import eu.sotto.oversight.Decided;
import eu.sotto.permit.Operation;
import eu.sotto.register.Register;
import eu.sotto.vocabulary.Answer;
import eu.sotto.vocabulary.Party;
import eu.sotto.vocabulary.Playout;
import eu.sotto.vocabulary.Role;
import eu.sotto.vocabulary.Speaker;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AccountsTest {
  private static final Duration WELCOME = Duration.ofSeconds(40);

  private static Party person(int number) {
    return Party.presented("+49 30 23125" + (100 + number));
  }

  /** A call in which the question was put in a language and answered by a key, or by words. */
  private static Call asked(Practice practice, String id, int person, Locale language) {
    Call call = practice.answered(id, person(person));
    Notice welcome = practice.privacy().notice("welcome", language);
    call.announced(welcome, Playout.of(WELCOME, WELCOME, practice.after(WELCOME)));
    call.asked(QUALITY, welcome, practice.now());
    return call;
  }

  private static void answer(Practice practice, Call call, char key) {
    call.answered(QUALITY, Answer.keyPress(key, practice.after(Duration.ofSeconds(2))));
  }

  @Property(tries = 8)
  @net.jqwik.api.Tag("R58")
  void countWhatAModelCounts(@ForAll @IntRange(max = 100_000) int seed) {
    Random random = new Random(seed);
    try (Practice practice = Practice.inMemory()) {
      Map<String, Long> model = new TreeMap<>();
      Instant from = practice.now();
      for (int i = 0; i < 12; i++) {
        if (i == 3) {
          from = practice.after(Duration.ofHours(1));
          model.clear();
        }
        model.merge("calls", 1L, Long::sum);
        Call call = asked(practice, "c-" + i, i, Locale.GERMAN);
        model.merge("asked", 1L, Long::sum);
        boolean given = random.nextBoolean();
        answer(practice, call, given ? '1' : '2');
        model.merge(given ? "given" : "refused", 1L, Long::sum);
        if (given && random.nextBoolean()) {
          Practice.keepAudio(call, "sound");
          model.merge("recording", 1L, Long::sum);
        }
        if (random.nextBoolean()) {
          Practice.keep(call, "Meine Nummer ist 030 23125012.");
          model.merge("conversation", 1L, Long::sum);
          model.merge("PHONE", 1L, Long::sum);
        }
        call.ended(practice.after(Duration.ofMinutes(1)));
        if (given && random.nextInt(3) == 0) {
          call.caller().withdraw(QUALITY, Answer.spoken("nein", practice.now()));
          model.merge("withdrawn", 1L, Long::sum);
        }
      }
      Figures figures =
          practice.privacy().accounts().figures(from, practice.after(Duration.ofSeconds(1)));
      assertThat(figures.calls()).isEqualTo(model.get("calls"));
      for (String step : List.of("asked", "given", "refused", "withdrawn")) {
        assertThat(figures.consents("quality", step)).isEqualTo(model.getOrDefault(step, 0L));
      }
      for (String kept : List.of("recording", "conversation")) {
        assertThat(figures.records().getOrDefault(kept, 0L))
            .isEqualTo(model.getOrDefault(kept, 0L));
      }
      assertThat(figures.redactions().values().stream().mapToLong(n -> n).sum())
          .isEqualTo(model.getOrDefault("PHONE", 0L));
    }
  }

  @Property(tries = 10)
  @net.jqwik.api.Tag("R44")
  void noSmallGroupIsShownOrToldByWhatIsMissing(
      @ForAll @IntRange(max = 9) int german, @ForAll @IntRange(max = 9) int english) {
    try (Practice practice = Practice.inMemory()) {
      for (int i = 0; i < german + english; i++) {
        Locale language = i < german ? Locale.GERMAN : Locale.ENGLISH;
        answer(practice, asked(practice, "c-" + i, i, language), i % 3 == 0 ? '2' : '1');
      }
      Map<String, Long> shown =
          practice
              .privacy()
              .accounts()
              .byLanguage(Practice.START, Languages.end(practice), 5)
              .stream()
              .collect(Collectors.toMap(LanguageFigures::language, LanguageFigures::persons));
      Map<String, Long> model = new TreeMap<>();
      boolean apart = (german == 0 || german >= 5) && (english == 0 || english >= 5);
      if (!apart && german + english >= 5) {
        model.put("others", (long) german + english);
      } else if (apart) {
        model.put("de", (long) german);
        model.put("en", (long) english);
        model.values().removeIf(persons -> persons == 0);
      }
      assertThat(shown).isEqualTo(model);
    }
  }

  @Nested
  class TheRecordOfProcessing {
    @Test
    @Tag("R58")
    void isTheSameBytesTwiceAndSaysWhatArticle30AsksFor() {
      try (Practice practice = Practice.inMemory()) {
        ProcessingRecord german = practice.privacy().accounts().processingRecord(Locale.GERMAN);
        assertThat(practice.privacy().accounts().processingRecord(Locale.GERMAN)).isEqualTo(german);
        for (String document : List.of(german.json(), german.html(), german.text())) {
          assertThat(document)
              .contains("Praxis am Lindenplatz", "Lindenplatz 1, 10115 Berlin")
              .contains("Externe Datenschutzbeauftragte der Praxis")
              .contains("Art. 30 Abs. 1 DSGVO", "quality", "appointment", "research")
              .contains("voice", "conversation", "contact")
              .contains("Dienst für Spracherkennung, Frankfurt am Main, Auftragsverarbeiter, DE")
              .contains("Löschung spätestens 3 Monate nach: call-ended")
              .contains("DSFA Telefonassistent, Fassung 2", "AES-256-GCM");
        }
        assertThat(german.html()).startsWith("<!DOCTYPE html>").doesNotContain("<script", "src=");
        ProcessingRecord english = practice.privacy().accounts().processingRecord(Locale.FRENCH);
        assertThat(english.text())
            .contains("Record of processing activities (GDPR Art. 30)")
            .contains("erased at the latest 3 months after: call-ended", "nothing is kept");
      }
    }

    @Test
    @Tag("R58")
    @Tag("R32")
    void whatIsDoneForOthersStandsApartWithTheirContacts() {
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
      try (CallPrivacy privacy = CallPrivacy.inMemory(register, () -> Practice.START)) {
        String text = privacy.accounts().processingRecord(Locale.ENGLISH).text();
        int processor = text.indexOf("As a processor (GDPR Art. 30(2))");
        assertThat(text.indexOf("appointment", processor)).isPositive();
        assertThat(text.substring(processor)).contains("Klinik Nord\nvorfall@nord.example");
        assertThat(text.substring(processor)).doesNotContain("| quality");
        assertThat(text.substring(text.indexOf("As a controller"), processor))
            .contains("| quality")
            .doesNotContain("Klinik Nord");
      }
    }
  }

  @Nested
  class FiguresOfAnImpactAssessment {
    @Test
    @Tag("R58")
    void whatWasErasedStillCountsAndTheErasureToo() {
      try (Practice practice = Practice.inMemory()) {
        Call call = practice.consented("c-1");
        Practice.keepAudio(call, "sound");
        Call denied = practice.answered("c-2", person(2));
        assertThat(denied.may(Operation.RECORD, QUALITY).reasons()).isNotEmpty();
        call.caller().request(Practice.IDENTITY, Practice.ACTOR).erase();
        Accounts accounts = practice.privacy().accounts();
        Instant from = practice.now();
        Figures figures = accounts.figures(Instant.EPOCH, practice.after(Duration.ofSeconds(1)));
        assertThat(figures.calls()).isEqualTo(2);
        assertThat(figures.consents("quality", "given")).isOne();
        assertThat(figures.records()).isEqualTo(Map.of("erased", 1L));
        assertThat(figures.endings()).containsEntry("erasures", 1L);
        assertThat(figures.operations().get("quality")).containsEntry("denied", 1L);
        assertThatIllegalArgumentException().isThrownBy(() -> accounts.figures(from, from));
      }
    }
  }

  @Nested
  class Languages {
    private static final List<Locale> TOLD = List.of(Locale.GERMAN, Locale.ENGLISH);

    private static Instant end(Practice practice) {
      return practice.after(Duration.ofSeconds(1));
    }

    @Test
    @Tag("R44")
    void confidenceRefusalsAndHandOversAreComparedByLanguageAlone() {
      try (Practice practice = Practice.inMemory()) {
        for (int i = 0; i < 12; i++) {
          Call call = asked(practice, "c-" + i, i, TOLD.get(i % 2));
          Instant at = practice.after(Duration.ofSeconds(2));
          String yes = i % 2 == 0 ? "ja" : "yes";
          double sure = i % 2 == 0 ? 0.9 : 0.6;
          call.answered(QUALITY, Answer.spoken(yes, sure, at));
          if (i == 1) {
            call.joined(Speaker.of("e-1", Role.AGENT), practice.now());
          }
        }
        List<LanguageFigures> figures =
            practice.privacy().accounts().byLanguage(Practice.START, end(practice), 5);
        assertThat(figures).extracting(LanguageFigures::language).containsExactly("de", "en");
        assertThat(figures).extracting(LanguageFigures::persons).containsExactly(6L, 6L);
        assertThat(figures).extracting(LanguageFigures::handOvers).containsExactly(0L, 1L);
        assertThat(figures.get(0).confidence().orElseThrow()).isBetween(0.899, 0.901);
        assertThat(figures.get(1).confidence().orElseThrow()).isBetween(0.599, 0.601);
        assertThat(figures).allSatisfy(group -> assertThat(group.answers()).isEqualTo(6));
      }
    }

    @Test
    @Tag("R44")
    void outcomesOfAiAreComparedByLanguageAndNeverShownForAFew() {
      var time = new AtomicReference<>(Practice.START);
      try (Practice practice =
          Practice.on(CallPrivacy.inMemory(Casework.register(), time::get), time)) {
        for (int i = 0; i < 12; i++) {
          Call call = asked(practice, "c-" + i, i, TOLD.get(i % 2));
          if (i % 2 == 0 || i < 4) {
            Decided decided =
                call.decided(
                    Casework.result("Warteplatz 3", Casework.input(call)),
                    Casework.permit(call, Casework.QUEUE));
            assertThat(decided.recorded()).isPresent();
          } else {
            assertThat(call.may(Operation.DECIDE, Casework.PREMIUM).reasons()).isNotEmpty();
          }
        }
        Accounts accounts = practice.privacy().accounts();
        Instant until = end(practice);
        List<LanguageFigures> figures = accounts.byLanguage(Practice.START, until, 5);
        assertThat(figures).extracting(LanguageFigures::language).containsExactly("de", "en");
        assertThat(figures).extracting(LanguageFigures::decisions).containsExactly(6L, 2L);
        assertThat(figures).extracting(LanguageFigures::denials).containsExactly(0L, 4L);
        assertThat(accounts.byLanguage(Practice.START, until, 7))
            .singleElement()
            .satisfies(
                together -> {
                  assertThat(together.language()).isEqualTo(LanguageFigures.OTHERS);
                  assertThat(together.decisions()).isEqualTo(8);
                });
        practice
            .privacy()
            .subject(person(0))
            .orElseThrow()
            .request(Practice.IDENTITY, Practice.ACTOR)
            .erase();
        List<LanguageFigures> afterwards = accounts.byLanguage(Practice.START, until, 5);
        assertThat(afterwards).extracting(LanguageFigures::persons).containsExactly(6L, 6L);
        assertThat(afterwards).extracting(LanguageFigures::decisions).containsExactly(5L, 2L);
        assertThat(accounts.byLanguage(Practice.START, until, 13)).isEmpty();
      }
    }

    @Test
    @Tag("R44")
    void anErasedPersonStillCountsAndAGroupBelowFiveIsNeverAskedFor() {
      try (Practice practice = Practice.inMemory()) {
        for (int i = 0; i < 5; i++) {
          answer(practice, asked(practice, "c-" + i, i, Locale.GERMAN), '1');
        }
        Accounts accounts = practice.privacy().accounts();
        practice
            .privacy()
            .subject(person(0))
            .orElseThrow()
            .request(Practice.IDENTITY, Practice.ACTOR)
            .erase();
        Instant until = end(practice);
        assertThat(accounts.byLanguage(Practice.START, until, 5))
            .singleElement()
            .satisfies(
                group -> {
                  assertThat(group.persons()).isEqualTo(5);
                  assertThat(group.outcomes()).isEqualTo(new LanguageFigures.Outcomes(5, 0, 0, 0));
                });
        assertThatIllegalArgumentException()
            .isThrownBy(() -> accounts.byLanguage(Practice.START, until, 4));
        assertThatIllegalArgumentException().isThrownBy(() -> accounts.byLanguage(until, until, 5));
      }
    }
  }
}
