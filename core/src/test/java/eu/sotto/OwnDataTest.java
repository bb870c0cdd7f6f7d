package eu.sotto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import eu.sotto.permit.Reason;
import eu.sotto.permit.ReasonCode;
import eu.sotto.purpose.Submission;
import eu.sotto.records.Kept;
import eu.sotto.records.RecordEntry;
import eu.sotto.records.RecordKind;
import eu.sotto.records.SweepReport;
import eu.sotto.records.Taken;
import eu.sotto.records.Unneeded;
import eu.sotto.records.Unneeded.Why;
import eu.sotto.register.OwnData;
import eu.sotto.register.Register;
import eu.sotto.rights.Restriction;
import eu.sotto.vocabulary.CallId;
import eu.sotto.vocabulary.Cause;
import eu.sotto.vocabulary.Party;
import eu.sotto.vocabulary.RestrictionGround;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Metadata, registration and technical data have purposes and periods of their own. */
class OwnDataTest {
  private static final Party CALLER = Party.presented(Practice.NUMBER);
  private static final String NUMBER = "+493023125012";
  private static final String PURPOSES =
      """
      { "id": "operations", "role": "controller", "legalBasis": "contract", "operations": [],
        "dataCategories": ["call-metadata"], "recipients": [], "retentionClass": "metadata" },
      { "id": "sign-up", "role": "controller", "legalBasis": "contract", "operations": [],
        "dataCategories": ["registration"], "recipients": [], "retentionClass": "sign-up" },
      { "id": "security", "role": "controller", "legalBasis": "contract", "operations": [],
        "dataCategories": ["technical"], "recipients": [], "retentionClass": "logs" },
      { "id": "hint",
      """;
  private static final String INTAKE =
      """
      "intake": { "callMetadata": "operations", "registration": "sign-up", "technical": "security",
        "fields": [
          { "purpose": "sign-up", "name": "name", "category": "registration", "type": "person" },
          { "purpose": "sign-up", "name": "e-mail", "category": "registration", "type": "email" },
          { "purpose": "sign-up", "name": "remarks", "category": "registration" },
          { "purpose": "security", "name": "ip", "category": "technical", "type": "ip-address" }
      ] },
      "retention": [
        { "class": "metadata", "material": "data", "rules": [ { "kind": "must-delete-by",
          "trigger": "call-ended", "backstop": "METADATA", "term": "METADATA", "source": "own" } ] },
        { "class": "sign-up", "material": "data", "rules": [ { "kind": "must-delete-by",
          "trigger": "last-contact", "backstop": "P3Y", "term": "P3Y", "source": "own" } ] },
        { "class": "logs", "material": "data", "rules": [ { "kind": "must-delete-by",
          "trigger": "recorded", "term": "P3M", "source": "own" } ] },
      """;

  @TempDir Path folder;

  static Register register(String metadata) {
    return register(metadata, text -> text);
  }

  static Register register(String metadata, UnaryOperator<String> change) {
    return Practice.register(
        text ->
            change.apply(
                text.replace("{ \"id\": \"hint\",", PURPOSES)
                    .replace("\"retention\": [", INTAKE.replace("METADATA", metadata))));
  }

  private Practice practice(Register register) {
    return Practice.in(folder.resolve("data"), folder.resolve("keys"), Practice.START, register);
  }

  private static void ended(Practice practice, Call call) {
    call.ended(practice.after(Duration.ofMinutes(5)));
  }

  private static SweepReport sweep(Practice practice) {
    return practice.privacy().retention().sweep(practice.privacy().retention().plan());
  }

  private String exported(Practice practice) {
    Path to = folder.resolve("export-" + practice.now().getEpochSecond());
    Subject subject = practice.privacy().subject(CALLER).orElseThrow();
    subject.request(Practice.IDENTITY, Practice.ACTOR).access().exportTo(to);
    try (Stream<Path> files = Files.list(to)) {
      return files.map(OwnDataTest::text).collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<RecordKind> kinds(Practice practice) {
    return practice.privacy().subject(CALLER).stream()
        .flatMap(subject -> subject.records().stream())
        .map(entry -> entry.what().kind())
        .sorted()
        .toList();
  }

  private static RecordEntry kept(Taken taken) {
    return ((Kept.Sealed) taken.kept()).entry();
  }

  @Test
  @Tag("R64")
  void metadataGoesBeforeTheTranscriptByItsOwnRule() {
    try (Practice practice = practice(register("P1M"))) {
      Call call = practice.welcomed("c-1");
      Practice.keep(call, "Ich brauche einen Termin am Montag.");
      ended(practice, call);
      assertThat(kinds(practice)).containsExactly(RecordKind.TRANSCRIPT, RecordKind.CALL_METADATA);
      assertThat(exported(practice)).contains(NUMBER, "\"seconds\" : \"340\"");
      practice.after(Duration.ofDays(40));
      assertThat(sweep(practice).disposed()).hasSize(1);
      assertThat(kinds(practice)).containsExactly(RecordKind.TRANSCRIPT);
      assertThat(exported(practice)).contains("einen Termin").doesNotContain(NUMBER);
      assertThat(practice.privacy().resume(CallId.of("c-1"))).isPresent();
    }
  }

  @Test
  @Tag("R64")
  void metadataOutlivesTheTranscriptByItsOwnRule() {
    try (Practice practice = practice(register("P1Y"))) {
      Call call = practice.welcomed("c-1");
      Practice.keep(call, "Ich brauche einen Termin am Montag.");
      ended(practice, call);
      practice.after(Duration.ofDays(200));
      assertThat(sweep(practice).disposed()).hasSize(1);
      assertThat(kinds(practice)).containsExactly(RecordKind.CALL_METADATA);
      practice.after(Duration.ofDays(200));
      assertThat(sweep(practice).disposed()).hasSize(1);
      sweep(practice);
      assertThat(practice.privacy().resume(CallId.of("c-1"))).isEmpty();
    }
  }

  @Test
  @Tag("R64")
  @Tag("R38")
  void metadataThatIsNotDeclaredIsNotKept() {
    try (Practice practice = practice(Practice.register())) {
      Call call = practice.welcomed("c-1");
      Practice.keep(call, "Ich brauche einen Termin am Montag.");
      ended(practice, call);
      assertThat(kinds(practice)).containsExactly(RecordKind.TRANSCRIPT);
      practice.after(Duration.ofDays(1));
      sweep(practice);
      assertThat(exported(practice)).doesNotContain(NUMBER);
      assertThat(call.records()).hasSize(1);
    }
  }

  @Test
  @Tag("R65")
  void registrationDataEndsThreeYearsAfterTheLastContact() {
    try (Practice practice = practice(register("P1M"))) {
      Taken taken =
          practice
              .privacy()
              .take(
                  OwnData.REGISTRATION,
                  CALLER,
                  Submission.of(
                      Map.of(
                          "name", "Erika Mustermann",
                          "e-mail", "erika@praxis.example",
                          "remarks", "Rückruf erbeten",
                          "income", "much")),
                  practice.now());
      assertThat(taken.dropped()).isEqualTo(Map.of("unknown", 1));
      assertThat(kept(taken).what().kind()).isEqualTo(RecordKind.REGISTRATION);
      practice.after(Duration.ofDays(1_000));
      ended(practice, practice.welcomed("c-1"));
      practice.after(Duration.ofDays(200));
      assertThat(sweep(practice).disposed()).hasSize(1);
      assertThat(kinds(practice)).containsExactly(RecordKind.REGISTRATION);
      practice.after(Duration.ofDays(900));
      practice.privacy().subject(CALLER).orElseThrow().contacted(practice.now());
      practice.after(Duration.ofDays(1_000));
      assertThat(sweep(practice).disposed()).isEmpty();
      practice.after(Duration.ofDays(100));
      assertThat(sweep(practice).disposed()).hasSize(1);
    }
  }

  @Test
  @Tag("R65")
  void technicalDataHasAPeriodOfItsOwn() {
    try (Practice practice = practice(register("P1M"))) {
      Submission log = Submission.of(Map.of("ip", "192.0.2.17", "device", "phone"));
      Taken taken = practice.privacy().take(OwnData.TECHNICAL, CALLER, log, practice.now());
      assertThat(kept(taken).what().purpose().value()).isEqualTo("security");
      practice.after(Duration.ofDays(80));
      assertThat(sweep(practice).disposed()).isEmpty();
      practice.after(Duration.ofDays(20));
      assertThat(sweep(practice).disposed()).containsExactly(kept(taken).id());
    }
  }

  @Test
  @Tag("R65")
  void suchDataIsRefusedWithoutAPurposeOfItsOwn() {
    Submission name = Submission.of(Map.of("name", "Erika Mustermann"));
    try (Practice practice = practice(Practice.register())) {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> practice.privacy().take(OwnData.REGISTRATION, CALLER, name, practice.now()))
          .withMessageContaining("registration");
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> practice.privacy().take(OwnData.CALL_METADATA, CALLER, name, practice.now()));
      assertThat(practice.privacy().subject(CALLER)).isEmpty();
    }
  }

  @Test
  @Tag("R64")
  @Tag("R38")
  void aCallThatIsAnsweredAgainIsTheSameWhenItsNumberIsGone() {
    try (Practice practice = practice(Practice.register())) {
      Call call = practice.welcomed("c-1");
      Practice.keep(call, "Ich brauche einen Termin am Montag.");
      ended(practice, call);
      Call hidden = practice.answered("c-2", Party.anonymous());
      practice.announce(hidden, Duration.ofSeconds(40));
      Practice.keep(hidden, "Ich brauche einen Termin am Montag.");
      ended(practice, hidden);
      practice.after(Duration.ofDays(2));
      sweep(practice);
      assertThat(exported(practice)).as("the number is gone").doesNotContain(NUMBER);
      assertThat(practice.answered("c-1", CALLER).records()).isEqualTo(call.records());
      assertThat(practice.answered("c-2", Party.anonymous()).records()).hasSize(1);
      for (Party other : List.of(Party.presented("+49 30 23125099"), Party.anonymous())) {
        assertThatIllegalStateException()
            .isThrownBy(() -> practice.answered("c-1", other))
            .withMessageContaining("another party");
      }
      assertThatIllegalStateException().isThrownBy(() -> practice.answered("c-2", CALLER));
    }
  }

  @Test
  @Tag("R65")
  @Tag("R31")
  void restrictedDataIsNotAddedTo() {
    Submission name = Submission.of(Map.of("name", "Erika Mustermann"));
    try (Practice practice = practice(register("P1M"))) {
      practice.privacy().take(OwnData.REGISTRATION, CALLER, name, practice.now());
      Subject subject = practice.privacy().subject(CALLER).orElseThrow();
      Restriction restriction =
          subject.restrict(
              RestrictionGround.ACCURACY_CONTESTED, Optional.of(Practice.IDENTITY), Practice.ACTOR);
      Taken refused = practice.privacy().take(OwnData.REGISTRATION, CALLER, name, practice.now());
      assertThat(refused.kept()).isInstanceOf(Kept.Refused.class);
      assertThat(((Kept.Refused) refused.kept()).reasons())
          .extracting(Reason::code)
          .containsExactly(ReasonCode.RESTRICTED);
      ended(practice, practice.answered("c-1", CALLER));
      assertThat(kinds(practice)).as("stored as it was").containsExactly(RecordKind.REGISTRATION);
      restriction.announceLift(Cause.of("accuracy-verified"), Practice.ACTOR);
      restriction.lift(Practice.ACTOR);
      kept(practice.privacy().take(OwnData.REGISTRATION, CALLER, name, practice.now()));
      assertThat(kinds(practice)).hasSize(2);
    }
  }

  @Test
  @Tag("R65")
  @Tag("R70")
  void anErasureTakesThemToo() {
    try (Practice practice = practice(register("P1M"))) {
      Submission name = Submission.of(Map.of("name", "Erika Mustermann"));
      practice.privacy().take(OwnData.REGISTRATION, CALLER, name, practice.now());
      ended(practice, practice.welcomed("c-1"));
      Subject subject = practice.privacy().subject(CALLER).orElseThrow();
      subject.request(Practice.IDENTITY, Practice.ACTOR).erase();
      assertThat(practice.privacy().subject(CALLER)).isEmpty();
      assertThat(practice.privacy().verify().intact()).isTrue();
    }
  }

  @Test
  @Tag("R39")
  void theInventoryNamesWhatNoLivePurposeNeeds() {
    Submission both =
        Submission.of(Map.of("name", "Erika Mustermann", "e-mail", "erika@praxis.example"));
    try (Practice practice = practice(register("P1M"))) {
      practice.privacy().take(OwnData.REGISTRATION, CALLER, both, practice.now());
      practice
          .privacy()
          .take(
              OwnData.TECHNICAL, CALLER, Submission.of(Map.of("ip", "192.0.2.17")), practice.now());
      Practice.keepAudio(practice.consented("c-1"), "audio");
      assertThat(practice.privacy().retention().inventory()).isEmpty();
    }
    Register less =
        Practice.register(
            text ->
                text.replace("{ \"id\": \"hint\",", PURPOSES)
                    .replace("\"retention\": [", INTAKE.replace("METADATA", "P1M"))
                    .replace("\"technical\": \"security\",", "")
                    .replaceFirst("\\{ \"purpose\": \"sign-up\", \"name\": \"e-mail\".*?},", ""));
    try (Practice practice =
        Practice.in(folder.resolve("data"), folder.resolve("keys"), Practice.START, less)) {
      List<Unneeded> found = practice.privacy().retention().inventory().toList();
      assertThat(found)
          .extracting(Unneeded::kind, Unneeded::why, Unneeded::fields)
          .containsExactlyInAnyOrder(
              org.assertj.core.groups.Tuple.tuple(
                  RecordKind.REGISTRATION, Why.FIELDS_NOT_DECLARED, Set.of("e-mail")),
              org.assertj.core.groups.Tuple.tuple(
                  RecordKind.TECHNICAL, Why.DATA_NOT_DECLARED, Set.of()));
    }
  }
}
