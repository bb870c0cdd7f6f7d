package eu.sotto;

import static eu.sotto.Practice.APPOINTMENT;
import static eu.sotto.Practice.QUALITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import eu.sotto.permit.ContentPermit;
import eu.sotto.permit.ReasonCode;
import eu.sotto.permit.Redacted;
import eu.sotto.purpose.Submission;
import eu.sotto.records.Kept;
import eu.sotto.records.RecordEntry;
import eu.sotto.records.RecordKind;
import eu.sotto.records.Taken;
import eu.sotto.redaction.PiiType;
import eu.sotto.redaction.RedactionPolicy;
import eu.sotto.redaction.Redactor;
import eu.sotto.redaction.Transcript;
import eu.sotto.redaction.Turn;
import eu.sotto.register.Register;
import eu.sotto.vocabulary.Party;
import eu.sotto.vocabulary.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only what a purpose needs is taken in, and nothing more is asked for. */
class MinimisationTest {
  private static final String FIELDS =
      """
      "intake": { "fields": [
        { "purpose": "appointment", "name": "name", "category": "contact", "type": "person" },
        { "purpose": "appointment", "name": "callback", "category": "contact", "type": "phone" },
        { "purpose": "appointment", "name": "concern", "category": "appointment" },
        { "purpose": "appointment", "name": "complaint", "category": "appointment",
          "type": "health", "need": "how urgent it is", "agreedFor": "quality" } ] },
      "retention": [
      """;

  private static Register register() {
    return Practice.register(
        text ->
            text.replace("\"retention\": [", FIELDS)
                .replace(
                    "\"consentValidFor\": \"P1Y\",\n      \"operations\": [\"record\", \"transcribe\", \"analyse\"]",
                    "\"consentValidFor\": \"P1Y\", \"consentMarks\": [\"explicit\"],\n"
                        + "      \"operations\": [\"record\", \"transcribe\", \"analyse\"]"));
  }

  private static Practice practice(Path folder) {
    return Practice.in(folder.resolve("data"), folder.resolve("keys"), Practice.START, register());
  }

  private static String exported(Call call, Path to) {
    call.caller().request(Practice.IDENTITY, Practice.ACTOR).access().exportTo(to);
    try (Stream<Path> files = Files.list(to)) {
      return files.map(MinimisationTest::text).collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static RecordEntry kept(Taken taken) {
    return taken
        .kept()
        .fold(
            entry -> entry,
            reasons -> {
              throw new AssertionError("refused: " + reasons);
            });
  }

  @Nested
  class Fields {
    @TempDir Path folder;

    @Test
    @Tag("R22")
    void onlyDeclaredFieldsAreTakenInAndTheRestIsCountedByName() {
      try (Practice practice = practice(folder)) {
        Call call = practice.welcomed("c-1");
        Map<String, String> form = new LinkedHashMap<>();
        form.put("name", "Erika Mustermann");
        form.put("callback", "+49 30 23125013");
        form.put("address", "Lindenstraße 5, 10969 Berlin");
        form.put("birth-date", "3. Mai 1984");
        Taken taken = call.take(Submission.of(form), Practice.transcribing(call));
        RecordEntry entry = kept(taken);
        assertThat(entry.what().kind()).isEqualTo(RecordKind.FIELDS);
        assertThat(taken.dropped()).isEqualTo(Map.of("unknown", 2));
        String all = exported(call, folder.resolve("export"));
        assertThat(all)
            .contains("Erika Mustermann", "+49 30 23125013", "unknown=2")
            .doesNotContain("Lindenstraße", "10969", "1984", "birth-date");
      }
    }

    @Test
    @Tag("R22")
    void whatElseAValueSaysOfAPersonIsTakenOutOfIt() {
      try (Practice practice = practice(folder)) {
        Call call = practice.welcomed("c-1");
        Map<String, String> form =
            Map.of(
                "concern",
                "Termin am Montag. Ich wohne in der Lindenstraße 5, 10969 Berlin.",
                "callback",
                "im Büro");
        Taken taken = call.take(Submission.of(form), Practice.transcribing(call));
        assertThat(taken.dropped()).containsEntry("callback", 1).containsKey("address");
        assertThat(exported(call, folder.resolve("export")))
            .contains("Termin am Montag")
            .doesNotContain("Lindenstraße", "10969", "im Büro");
      }
    }

    @Test
    @Tag("R22")
    void whatWasFoundInTheCallIsFilteredTheSameWay() {
      try (Practice practice = practice(folder)) {
        Call call = practice.welcomed("c-1");
        Transcript said =
            Practice.transcript(
                "Meine Nummer ist 030 23125013 und die IBAN ist DE89 3704 0044 0532 0130 00");
        Taken taken =
            call.take(
                Submission.of(Redactor.of(RedactionPolicy.full()).redact(said), "DE"),
                Practice.transcribing(call));
        assertThat(kept(taken).what().labels()).containsKey("field:callback");
        assertThat(taken.dropped()).isEqualTo(Map.of("iban", 1));
      }
    }

    @Test
    @Tag("R22")
    void aSubmissionOfNothingThatIsNeededIsRefused() {
      try (Practice practice = practice(folder)) {
        Call call = practice.welcomed("c-1");
        Taken taken =
            call.take(Submission.of(Map.of("income", "many")), Practice.transcribing(call));
        assertThat(taken.kept())
            .isInstanceOfSatisfying(
                Kept.Refused.class,
                refused ->
                    assertThat(refused.reasons())
                        .extracting(reason -> reason.code())
                        .containsExactly(ReasonCode.NOT_NEEDED));
        assertThat(call.records()).isEmpty();
      }
    }

    @Test
    @Tag("R23")
    void aSpecialCategoryPassesOnlyWithAnExplicitConsent() {
      Submission illness = Submission.of(Map.of("complaint", "Diabetes seit Jahren"));
      try (Practice practice = practice(folder)) {
        Call without = practice.welcomed("c-1");
        Taken left = without.take(illness, Practice.transcribing(without));
        assertThat(left.kept()).isInstanceOf(Kept.Refused.class);
        assertThat(left.dropped()).isEqualTo(Map.of("complaint", 1));
        Call agreed = practice.consented("c-2");
        assertThat(kept(agreed.take(illness, Practice.transcribing(agreed))).what().labels())
            .containsKey("field:complaint");
        agreed.caller().withdraw(QUALITY, eu.sotto.vocabulary.Answer.keyPress('2', practice.now()));
        assertThat(agreed.take(illness, Practice.transcribing(agreed)).kept())
            .isInstanceOf(Kept.Refused.class);
      }
    }

    @Test
    @Tag("R23")
    void aSpecialCategoryInATextIsTakenOutOfIt() {
      try (Practice practice = practice(folder)) {
        Call call = practice.consented("c-1");
        Taken taken =
            call.take(
                Submission.of(Map.of("concern", "Ich habe Diabetes und brauche einen Termin")),
                Practice.transcribing(call));
        assertThat(taken.dropped()).containsKey("health");
        assertThat(exported(call, folder.resolve("export"))).doesNotContain("Diabetes");
      }
    }

    @Test
    void anotherCallsPermitIsRefused() {
      try (Practice practice = practice(folder)) {
        ContentPermit permit = Practice.transcribing(practice.welcomed("c-1"));
        Call other = practice.answered("c-2", Party.presented("+49 30 23125014"));
        assertThatIllegalStateException()
            .isThrownBy(() -> other.take(Submission.of(Map.of("name", "Erika")), permit));
      }
    }

    @Test
    void aSubmissionHasBounds() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Submission.of(Map.of("concern", "x".repeat(10_001))));
    }
  }

  @Property(tries = 20)
  @net.jqwik.api.Tag("R22")
  @net.jqwik.api.Tag("R38")
  void withoutADeclarationNothingIsEverTakenIn(
      @ForAll Map<@AlphaChars @StringLength(min = 1, max = 12) String, String> form) {
    try (Practice practice = Practice.inMemory()) {
      Call call = practice.welcomed("c-1");
      Taken taken = call.take(Submission.of(form), Practice.transcribing(call));
      assertThat(taken.kept()).isInstanceOf(Kept.Refused.class);
      assertThat(taken.dropped().values().stream().mapToInt(Integer::intValue).sum())
          .isEqualTo(form.size());
      assertThat(call.records()).isEmpty();
    }
  }

  @Nested
  class Questions {
    @TempDir Path folder;

    @Test
    @Tag("R39")
    void aQuestionForUndeclaredDataIsFlagged() {
      try (Practice practice = practice(folder)) {
        Call call = practice.welcomed("c-1");
        assertThat(call.asking(APPOINTMENT, "Wie ist Ihr Geburtsdatum?"))
            .containsExactly(PiiType.BIRTH_DATE);
        assertThat(call.asking(APPOINTMENT, "What is your e-mail address?"))
            .containsExactly(PiiType.EMAIL);
        assertThat(call.asking(APPOINTMENT, "Unter welcher Telefonnummer erreichen wir Sie?"))
            .isEmpty();
        assertThat(call.asking(APPOINTMENT, "Passt Ihnen Montag um neun?")).isEmpty();
        assertThat(exported(call, folder.resolve("export")))
            .contains("birth-date", "question_flagged");
      }
    }

    @Test
    @Tag("R39")
    void itsAnswerIsLeftOutOfTheTranscript() {
      try (Practice practice = practice(folder)) {
        Call call = practice.welcomed("c-1");
        ContentPermit permit = Practice.transcribing(call);
        Transcript said =
            Transcript.of(
                Locale.GERMAN,
                List.of(
                    new Turn(Role.ASSISTANT, "Worum geht es?", List.of(), 0, 1_000),
                    new Turn(Role.CALLER, "Ich brauche einen Termin.", List.of(), 1_000, 2_000),
                    new Turn(Role.ASSISTANT, "Wie ist Ihr Geburtsdatum?", List.of(), 2_000, 3_000),
                    new Turn(
                        Role.CALLER, "Das war im Sommer nach dem Krieg.", List.of(), 3_000, 4_000),
                    new Turn(Role.ASSISTANT, "Passt Ihnen Montag?", List.of(), 4_000, 5_000),
                    new Turn(Role.CALLER, "Montag passt gut.", List.of(), 5_000, 6_000)));
        Redacted<Transcript> redacted = call.redact(said, permit);
        assertThat(redacted.value().turns())
            .extracting(Turn::text)
            .contains("Ich brauche einen Termin.", "[NOT NEEDED]", "Montag passt gut.")
            .noneMatch(text -> text.contains("Krieg"));
      }
    }

    @Test
    @Tag("R39")
    void anAnswerThatIsNeededStays() {
      try (Practice practice = practice(folder)) {
        Call call = practice.welcomed("c-1");
        Transcript said =
            Transcript.of(
                Locale.GERMAN,
                List.of(
                    Turn.of(Role.ASSISTANT, "Wie ist Ihre Telefonnummer?"),
                    Turn.of(Role.CALLER, "Gern, das ist die Nummer im Büro.")));
        assertThat(call.redact(said, Practice.transcribing(call)).value().text())
            .contains("die Nummer im Büro");
      }
    }

    @Test
    void anUnknownPurposeIsRefused() {
      try (Practice practice = practice(folder)) {
        Call call = practice.welcomed("c-1");
        assertThatIllegalArgumentException()
            .isThrownBy(
                () -> call.asking(eu.sotto.vocabulary.PurposeId.of("other"), "Wie heißen Sie?"));
      }
    }
  }
}
