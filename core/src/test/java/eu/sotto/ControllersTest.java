package eu.sotto;

import static eu.sotto.Practice.ACTOR;
import static eu.sotto.Practice.APPOINTMENT;
import static eu.sotto.Practice.IDENTITY;
import static eu.sotto.Practice.QUALITY;
import static eu.sotto.Practice.reasons;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.sotto.permit.ContentPermit;
import eu.sotto.permit.Operation;
import eu.sotto.permit.ReasonCode;
import eu.sotto.records.RecordEntry;
import eu.sotto.register.Register;
import eu.sotto.rights.Assessment;
import eu.sotto.rights.ErasureReceipt;
import eu.sotto.rights.Objection;
import eu.sotto.rights.Outcome;
import eu.sotto.rights.RecipientNotice;
import eu.sotto.rights.RecipientNotice.Addressee;
import eu.sotto.rights.Request;
import eu.sotto.rights.RequestRefused;
import eu.sotto.rights.Restriction;
import eu.sotto.rights.StepRefusal;
import eu.sotto.rights.ToldRecipient;
import eu.sotto.vocabulary.Answer;
import eu.sotto.vocabulary.CallId;
import eu.sotto.vocabulary.Cause;
import eu.sotto.vocabulary.Party;
import eu.sotto.vocabulary.PurposeId;
import eu.sotto.vocabulary.RestrictionGround;
import eu.sotto.vocabulary.Right;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host that takes calls for itself and as a processor for two clinics. */
class ControllersTest {
  static final PurposeId NORTH = PurposeId.of("north");
  private static final PurposeId SOUTH = PurposeId.of("south");
  static final PurposeId BOOKS = PurposeId.of("books");
  private static final PurposeId WEIGHED = PurposeId.of("weighed");
  private static final PurposeId WEIGHED_BY_NORTH = PurposeId.of("weighed-by-north");
  private static final String HOST = "\"role\": \"controller\"";
  private static final String OF_NORTH = "Klinik Nord";
  private static final String OF_SOUTH = "Klinik Süd";
  private static final Party CALLER = Party.presented(Practice.NUMBER);
  private static final String SAID = "Ich brauche einen Termin.";

  private static final String KEPT_BY_LAW =
      """
      { "class": "books", "material": "call", "rules": [
        { "kind": "must-delete-by", "trigger": "call-ended", "backstop": "P8M", "term": "P8M",
          "source": "house rule" },
        { "kind": "must-keep-until", "trigger": "call-ended", "backstop": "P6M", "term": "P6M",
          "source": "HGB 257" } ] },
      """;

  @TempDir Path folder;

  private Practice practice = ObjectionTest.inMemory(register());

  /** What the host answers to the tax office for is kept by a statute. */
  static Register register() {
    return Practice.register(
        text ->
            text.replaceFirst("(?s)\"incidentPlan\".*?(\"assessments\")", "$1")
                .replace("\"retention\": [\n", "\"retention\": [\n" + KEPT_BY_LAW)
                .replace("\"legal-bases\",", "\"legal-bases\", \"legitimate-interests\",")
                .replaceFirst(
                    "\"purposes\": \\[\n",
                    Matcher.quoteReplacement(
                        "\"purposes\": [\n"
                            + purpose("north", processor(OF_NORTH), "conversation")
                            + purpose("south", processor(OF_SOUTH), "conversation")
                            + purpose("books", HOST, "books")
                            + weighed("weighed", HOST)
                            + weighed("weighed-by-north", processor(OF_NORTH)))));
  }

  private static String weighed(String id, String role) {
    return purpose(id, role, "conversation")
        .replace(
            "\"contract\",",
            """
            "legitimate-interests",
            "balancing": { "interest": "service", "outcome": "prevails", "owner": "DPO",
              "date": "2026-01-01", "review": "2030-01-01" },
            """);
  }

  private static String processor(String controller) {
    return "\"role\": \"processor\", \"onBehalfOf\": \"" + controller + "\"";
  }

  private static String purpose(String id, String role, String retentionClass) {
    return """
    { "id": "%s", %s, "legalBasis": "contract", "operations": ["transcribe"],
      "dataCategories": ["conversation"], "recipients": [], "retentionClass": "%s" },
    """
        .formatted(id, role, retentionClass);
  }

  @AfterEach
  void close() {
    practice.close();
  }

  private Subject caller() {
    return practice.privacy().subject(CALLER).orElseThrow();
  }

  /** A call in which something is kept for one purpose. */
  private Call kept(String id, PurposeId purpose) {
    Call call = practice.welcomed(id);
    keep(call, purpose);
    return call;
  }

  static void keep(Call call, PurposeId purpose) {
    ContentPermit permit = Practice.permitted(call.may(Operation.TRANSCRIBE, purpose));
    call.keep(call.redact(Practice.transcript(SAID), permit), permit);
  }

  private Request asked(Right right) {
    Request request = caller().request(right, practice.now(), ACTOR);
    assertThat(request.identify(IDENTITY, ACTOR).taken()).isTrue();
    return request;
  }

  private Request instructed(Right right) {
    return caller().instructed(right, OF_NORTH, practice.now(), ACTOR);
  }

  /** What is delivered when everything works. */
  private List<RecipientNotice> delivered() {
    List<RecipientNotice> all = new ArrayList<>();
    assertThat(
            practice
                .privacy()
                .tellRecipients(
                    notice -> {
                      all.add(notice);
                      return "ticket";
                    }))
        .isZero();
    return all;
  }

  private static StepRefusal refusal(Runnable act) {
    try {
      act.run();
    } catch (RequestRefused e) {
      return e.why();
    }
    throw new AssertionError("it was not refused");
  }

  @Nested
  class WhatAPersonAsks {
    @Test
    @Tag("R32")
    void isHandedAtOnceToTheControllerOfEachCallAndOnceToEach() {
      assertThat(practice.welcomed("n-1").may(Operation.TRANSCRIBE, NORTH)).isNotNull();
      kept("s-1", SOUTH);
      kept("s-2", SOUTH);
      kept("own", APPOINTMENT);
      for (Right right : Right.values()) {
        Request request = caller().request(right, practice.now(), ACTOR);
        assertThat(request.recipients())
            .as("before anybody looked at it")
            .containsExactlyInAnyOrder(
                new ToldRecipient(OF_NORTH, false), new ToldRecipient(OF_SOUTH, false));
        if (request.status().stated().isPresent()) {
          request.identify(IDENTITY, ACTOR);
        }
        request.locate(ACTOR);
        assertThat(practice.privacy().health().requests().recipientsToTell()).isEqualTo(2);
        assertThat(
                practice
                    .privacy()
                    .tellRecipients(
                        notice -> {
                          throw new IOException("no line");
                        }))
            .as("stays owed")
            .isEqualTo(2);
        assertThat(delivered())
            .hasSize(2)
            .allMatch(notice -> notice.addressee() == Addressee.CONTROLLER)
            .allMatch(notice -> notice.right() == right && notice.request().equals(request.id()));
        assertThat(request.recipients()).allMatch(ToldRecipient::confirmed).hasSize(2);
        request.refuse(Cause.of("excessive"), ACTOR);
      }
    }

    @Test
    @Tag("R32")
    void isPassedOnWhenItActsAtOnceAndWhenItsRightIsSaidLater() {
      kept("n-1", NORTH);
      caller().object(Set.of(), Answer.spoken("Ich widerspreche", practice.now()));
      caller().restrict(RestrictionGround.ACCURACY_CONTESTED, Optional.of(IDENTITY), ACTOR);
      assertThat(delivered())
          .extracting(RecipientNotice::right)
          .containsExactly(Right.OBJECTION, Right.RESTRICTION);

      Request request = caller().request(IDENTITY, ACTOR);
      assertThat(delivered()).isEmpty();
      request.access().exportTo(folder.resolve("answer"));
      assertThat(delivered())
          .singleElement()
          .satisfies(
              notice -> {
                assertThat(notice.right()).isEqualTo(Right.ACCESS);
                assertThat(notice.to()).isEqualTo(OF_NORTH);
              });
    }

    @Test
    @Tag("R32")
    void outlivesARestartUntilTheControllerHasIt() {
      practice.close();
      practice = files();
      kept("n-1", NORTH);
      Request request = asked(Right.ACCESS);
      practice.close();
      practice = files();

      assertThat(delivered()).extracting(RecipientNotice::request).containsExactly(request.id());
      assertThat(delivered()).isEmpty();
    }

    @Test
    @Tag("R32")
    void isNobodysElseWhereNothingSaysWhoseTheCallIs() {
      practice.welcomed("silent");

      assertThat(asked(Right.ACCESS).recipients()).isEmpty();

      Register onlyForNorth =
          Practice.register(
              text ->
                  text.replaceFirst("(?s)\"incidentPlan\".*?(\"assessments\")", "$1")
                      .replace("\"role\": \"controller\",", processor(OF_NORTH) + ","));
      try (Practice processor = ObjectionTest.inMemory(onlyForNorth)) {
        Call silent = processor.welcomed("silent");
        assertThat(silent.caller().request(Right.ACCESS, processor.now(), ACTOR).recipients())
            .as("there is only one whose it can be")
            .containsExactly(new ToldRecipient(OF_NORTH, false));
      }
    }

    /** Beside a model: exactly those for whom something was done are told. */
    @Property(tries = 12)
    @net.jqwik.api.Tag("R32")
    void reachesExactlyTheControllersOfTheirCalls(
        @ForAll List<Boolean> north, @ForAll Right right) {
      try (Practice own = ObjectionTest.inMemory(register())) {
        Set<String> model = new TreeSet<>();
        int id = 0;
        for (Boolean ofNorth : north.subList(0, Math.min(4, north.size()))) {
          Call call = own.welcomed("c-" + id++);
          assertThat(call.may(Operation.TRANSCRIBE, ofNorth ? NORTH : APPOINTMENT)).isNotNull();
          if (ofNorth) {
            model.add(OF_NORTH);
          }
        }
        Call last = own.welcomed("last");
        Request request = last.caller().request(right, own.now(), ACTOR);
        assertThat(
                request.recipients().stream().map(ToldRecipient::name).collect(Collectors.toSet()))
            .isEqualTo(model);
      }
    }
  }

  private Practice files() {
    return Practice.in(folder.resolve("data"), folder.resolve("keys"), Practice.START, register());
  }

  @Nested
  class WhatOthersDecideOn {
    @Test
    @Tag("R32")
    void isNotDisclosedByTheHost() throws IOException {
      kept("call-of-north", NORTH);
      kept("call-of-mine", APPOINTMENT);
      Path answer = folder.resolve("answer");
      Request request = asked(Right.ACCESS);

      request.access().exportTo(answer);

      assertThat(written(answer)).contains("call-of-mine").doesNotContain("call-of-north");
      assertThat(files(answer, "transcript-")).hasSize(1);
      assertThat(request.letter(Locale.ENGLISH)).contains("passed to the controller", OF_NORTH);
    }

    @Test
    @Tag("R32")
    void keptAfterTheAssessmentIsNotDisclosedEither() throws IOException {
      kept("own", APPOINTMENT);
      Request request = asked(Right.ACCESS);
      request.locate(ACTOR);
      request.assess(request.proposal(), ACTOR);
      kept("call-of-north", NORTH);

      request.access().exportTo(folder.resolve("answer"));

      assertThat(files(folder.resolve("answer"), "transcript-")).hasSize(1);
    }

    @Test
    @Tag("R32")
    void canOnlyBePassedOn() {
      RecordEntry theirs = kept("n-1", NORTH).records().get(0);
      Request request = asked(Right.ERASURE);
      request.locate(ACTOR);
      for (Outcome outcome : Outcome.values()) {
        List<Assessment> laidDown = List.of(Assessment.of(theirs.id(), outcome, "decided here"));
        if (outcome != Outcome.PASS_ON) {
          assertThat(request.assess(laidDown, ACTOR).refusal())
              .as(outcome.name())
              .contains(StepRefusal.ANOTHER_CONTROLLER);
        }
      }
      assertThat(refusal(() -> asked(Right.RECTIFICATION).rectify(theirs.id(), "x", ACTOR)))
          .isEqualTo(StepRefusal.ANOTHER_CONTROLLER);
    }

    @Test
    @Tag("R32")
    @Tag("R31")
    void isNotRestrictedByTheHost() {
      Call theirs = kept("n-1", NORTH);
      ContentPermit before = Practice.permitted(theirs.may(Operation.TRANSCRIBE, NORTH));
      ContentPermit own = Practice.transcribing(practice.welcomed("own"));

      Restriction restriction =
          caller().restrict(RestrictionGround.UNLAWFUL, Optional.of(IDENTITY), ACTOR);

      assertThat(restriction.controller())
          .isEqualTo(practice.privacy().register().controller().name());
      assertThat(own.usable()).isFalse();
      assertThat(before.usable()).isTrue();
      assertThat(reasons(theirs.may(Operation.TRANSCRIBE, NORTH))).isEmpty();
      assertThat(reasons(theirs.may(Operation.TRANSCRIBE, APPOINTMENT)))
          .containsExactly(ReasonCode.RESTRICTED);
    }

    @Test
    @Tag("R32")
    @Tag("R31")
    void isRestrictedWhenItsControllerInstructsItAndNothingElseIs() {
      Call call = kept("n-1", NORTH);
      ContentPermit theirs = Practice.permitted(call.may(Operation.TRANSCRIBE, NORTH));
      ContentPermit own = Practice.transcribing(call);

      Restriction restriction = caller().restrict(RestrictionGround.UNLAWFUL, OF_NORTH, ACTOR);

      assertThat(restriction.controller()).isEqualTo(OF_NORTH);
      assertThat(theirs.usable()).isFalse();
      assertThat(own.usable()).isTrue();
      assertThat(reasons(call.may(Operation.TRANSCRIBE, NORTH)))
          .containsExactly(ReasonCode.RESTRICTED);
      assertThat(reasons(call.may(Operation.TRANSCRIBE, APPOINTMENT))).isEmpty();
      assertThat(delivered()).as("they know").isEmpty();
      restriction.announceLift(Cause.of("settled"), ACTOR);
      assertThat(restriction.lift(ACTOR).taken()).isTrue();
      assertThat(reasons(call.may(Operation.TRANSCRIBE, NORTH))).isEmpty();
    }

    @Test
    @Tag("R32")
    @Tag("R70")
    void isNotErasedByTheHostWhoseOwnDataGoes() {
      practice.close();
      practice = files();
      Call theirs = kept("n-1", NORTH);
      Call own = practice.consented("own");
      Practice.keepAudio(own, "audio");
      keep(own, APPOINTMENT);
      own.ended(practice.now());
      RecordEntry stays = theirs.records().get(0);

      ErasureReceipt receipt = asked(Right.ERASURE).erase();

      assertThat(receipt.statement())
          .contains("records removed, their own keys first: 2\n")
          .contains("calls that nothing leads to any more: 1\n")
          .contains(OF_NORTH);
      assertThat(receipt.verify(practice.privacy().verifierKey()).intact()).isTrue();
      practice.close();
      practice = files();
      assertThat(practice.privacy().resume(CallId.of("own"))).isEmpty();
      assertThat(caller().records()).extracting(RecordEntry::id).containsExactly(stays.id());
      assertThat(caller().consent(QUALITY).given()).isFalse();
      Call found = practice.privacy().resume(CallId.of("n-1")).orElseThrow();
      assertThat(reasons(found.may(Operation.TRANSCRIBE, NORTH))).as("as before").isEmpty();
      assertThat(delivered()).extracting(RecipientNotice::to).containsExactly(OF_NORTH);
      assertThat(practice.privacy().requests()).isEmpty();
      assertThat(practice.privacy().verify().intact()).isTrue();
    }

    @Test
    @Tag("R32")
    @Tag("R70")
    void isErasedWithTheKeysWhenItsControllerInstructsItLast() {
      kept("n-1", NORTH);
      kept("own", APPOINTMENT);
      assertThat(asked(Right.ERASURE).erase().statement()).doesNotContain("destroyed key");

      ErasureReceipt receipt = instructed(Right.ERASURE).erase();

      assertThat(receipt.statement()).contains("destroyed key", "records removed: 1\n");
      assertThat(practice.privacy().subject(CALLER)).isEmpty();
    }

    @Test
    @Tag("R32")
    @Tag("R70")
    void staysWhenAnotherControllerHasItsOwnErased() {
      Call north = kept("n-1", NORTH);
      Call south = kept("s-1", SOUTH);
      Call own = kept("own", APPOINTMENT);
      Request request = instructed(Right.ERASURE);

      ErasureReceipt receipt = request.erase();

      assertThat(receipt.statement())
          .contains("records removed, their own keys first: 1\n")
          .as("for whom else the host works is not theirs to know")
          .doesNotContain(OF_SOUTH, practice.privacy().register().controller().name());
      assertThat(north.records()).isEmpty();
      assertThat(south.records()).hasSize(1);
      assertThat(own.records()).hasSize(1);
      assertThat(refusal(request::erase)).isEqualTo(StepRefusal.ALREADY_DONE);
      assertThat(delivered()).isEmpty();
    }

    @Test
    @Tag("R32")
    @Tag("R70")
    void doesNotHinderWhatAStatuteKeepsFromStayingApart() {
      kept("n-1", NORTH);
      Call own = kept("own", BOOKS);
      own.ended(practice.now());

      ErasureReceipt receipt = asked(Right.ERASURE).erase();

      assertThat(receipt.statement())
          .contains("records removed, their own keys first: 0\n")
          .contains("1 (GDPR Art. 17(3)(b); HGB 257, until and including");
      assertThat(caller().records())
          .extracting(entry -> entry.what().purpose())
          .containsExactly(NORTH);
      practice.after(Duration.ofDays(182));
      assertThat(practice.privacy().retention().plan().due())
          .noneMatch(entry -> entry.what().purpose().equals(BOOKS));
      practice.after(Duration.ofDays(1));
      assertThat(practice.privacy().retention().plan().due())
          .extracting(entry -> entry.what().purpose())
          .contains(BOOKS);
    }
  }

  @Nested
  class AnObjection {
    @Test
    @Tag("R32")
    @Tag("R31")
    void isDecidedByEachControllerForItsOwnPurposesOnly() {
      Call call = kept("n-1", WEIGHED_BY_NORTH);
      keep(call, WEIGHED);
      Objection objection =
          caller().object(Set.of(), Answer.spoken("Ich widerspreche", practice.now()));
      assertThat(objection.bars()).containsExactlyInAnyOrder(WEIGHED, WEIGHED_BY_NORTH);

      assertThat(objection.override(Cause.of("claims"), ACTOR).taken()).isTrue();

      assertThat(objection.bars()).containsExactly(WEIGHED_BY_NORTH);
      assertThat(reasons(call.may(Operation.TRANSCRIBE, WEIGHED))).isEmpty();
      assertThat(reasons(call.may(Operation.TRANSCRIBE, WEIGHED_BY_NORTH)))
          .containsExactly(ReasonCode.OBJECTED);
      assertThat(call.records()).hasSize(2);
      assertThat(objection.uphold(Cause.of("no-grounds"), OF_NORTH, ACTOR).taken()).isTrue();
      assertThat(call.records())
          .extracting(entry -> entry.what().purpose())
          .containsExactly(WEIGHED);
      assertThat(objection.override(Cause.of("claims"), OF_NORTH, ACTOR).refusal())
          .contains(StepRefusal.ALREADY_DONE);
      assertThat(objection.state()).isEqualTo(Objection.State.OVERRIDDEN);
    }

    @Test
    @Tag("R32")
    void toAnothersPurposesIsNotTheHostsToDecide() {
      Call call = kept("n-1", WEIGHED_BY_NORTH);
      Objection objection =
          caller().object(Set.of(WEIGHED_BY_NORTH), Answer.spoken("Nein", practice.now()));
      Request request = caller().requests().get(0);
      assertThat(objection.override(Cause.of("claims"), ACTOR).refusal())
          .contains(StepRefusal.ANOTHER_CONTROLLER);
      assertThat(objection.uphold(Cause.of("claims"), ACTOR).refusal())
          .contains(StepRefusal.ANOTHER_CONTROLLER);
      assertThat(call.records()).hasSize(1);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> objection.override(Cause.of("claims"), "Klinik West", ACTOR));
      assertThat(request.answer(Locale.GERMAN, ACTOR).refusal()).contains(StepRefusal.NOT_EXECUTED);
      assertThat(objection.override(Cause.of("claims"), OF_NORTH, ACTOR).taken()).isTrue();
      assertThat(reasons(call.may(Operation.TRANSCRIBE, WEIGHED_BY_NORTH))).isEmpty();
      assertThat(request.answer(Locale.GERMAN, ACTOR).taken()).isTrue();
    }
  }

  @Nested
  class AnInstruction {
    @Test
    @Tag("R32")
    void isCarriedOutWithWhatItsControllerDecidesOnOnly() throws IOException {
      kept("call-of-north", NORTH);
      kept("call-of-mine", APPOINTMENT);
      Request request = instructed(Right.ACCESS);
      assertThat(request.proposal())
          .singleElement()
          .satisfies(one -> assertThat(one.outcome()).isEqualTo(Outcome.DISCLOSE));

      request.access().exportTo(folder.resolve("answer"));

      assertThat(written(folder.resolve("answer")))
          .contains("call-of-north")
          .doesNotContain("call-of-mine");
      assertThat(files(folder.resolve("answer"), "transcript-")).hasSize(1);
      assertThat(delivered()).as("it comes from them").isEmpty();
    }

    @Test
    @Tag("R32")
    void comesFromSomebodyForWhomTheHostProcesses() {
      kept("n-1", NORTH);
      String host = practice.privacy().register().controller().name();
      for (String nobody : List.of("", "Klinik West", host)) {
        assertThatIllegalArgumentException()
            .as(nobody)
            .isThrownBy(() -> caller().instructed(Right.ERASURE, nobody, practice.now(), ACTOR));
        assertThatIllegalArgumentException()
            .isThrownBy(() -> caller().restrict(RestrictionGround.UNLAWFUL, nobody, ACTOR));
      }
      assertThatThrownBy(() -> caller().instructed(Right.ERASURE, null, practice.now(), ACTOR))
          .isInstanceOf(NullPointerException.class);
      assertThat(caller().requests()).isEmpty();
      assertThat(caller().restrictions()).isEmpty();
    }
  }

  private static List<Path> files(Path folder, String prefix) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().startsWith(prefix)).toList();
    }
  }

  /** Every text of an answer. */
  private static String written(Path folder) throws IOException {
    StringBuilder all = new StringBuilder();
    for (Path file : files(folder, "")) {
      all.append(Files.readString(file));
    }
    return all.toString();
  }
}
