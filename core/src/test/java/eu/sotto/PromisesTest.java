package eu.sotto;

import static eu.sotto.Practice.ACTOR;
import static eu.sotto.Practice.IDENTITY;
import static eu.sotto.Practice.QUALITY;
import static eu.sotto.Practice.reasons;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.sotto.consent.ConsentOutcome;
import eu.sotto.permit.Operation;
import eu.sotto.permit.ReasonCode;
import eu.sotto.records.RecordEntry;
import eu.sotto.register.Channel;
import eu.sotto.register.Register;
import eu.sotto.retention.EventName;
import eu.sotto.vocabulary.Answer;
import eu.sotto.vocabulary.Party;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Promises that a host keeps through the face alone, from the call to what can be shown of it. */
class PromisesTest {
  private static final EventName CONTRACT_ENDED = EventName.of("contract-ended");
  private static final Instant NEXT_SUMMER = Instant.parse("2027-06-30T10:00:00Z");

  @TempDir Path folder;

  /** The practice, where a conversation goes with the third year after a contract. */
  private static Practice withContracts() {
    Register register =
        Practice.register(
            text ->
                text.replace(
                    "\"trigger\": \"call-ended\", \"backstop\": \"P6M\", \"term\": \"P6M\"",
                    "\"trigger\": \"contract-ended\", \"backstop\": \"P10Y\","
                        + " \"term\": \"P3Y;YE\""));
    var time = new AtomicReference<>(Practice.START);
    return Practice.on(CallPrivacy.inMemory(register, time::get), time);
  }

  private List<JsonNode> events(Call call, String kind) throws IOException {
    Path answer = folder.resolve("answer-" + kind);
    call.caller().request(IDENTITY, ACTOR).access().exportTo(answer);
    JsonNode data = JsonMapper.shared().readTree(Files.readString(answer.resolve("data.json")));
    return data.get("events")
        .valueStream()
        .filter(event -> event.get("kind").asString().equals(kind))
        .map(event -> event.get("data"))
        .toList();
  }

  private static void assertWelcome(Practice practice, JsonNode served) {
    assertThat(served.get("notice").asString()).isEqualTo("welcome");
    assertThat(served.get("version").asString()).isEqualTo("1");
    assertThat(served.get("language").asString()).isEqualTo("de");
    assertThat(served.get("wording_hash").asString()).isEqualTo(practice.welcome().wordingHash());
  }

  private static String due(Call call) {
    List<RecordEntry> kept = call.records();
    assertThat(kept).hasSize(1);
    return kept.get(0).due().firstDeletionDay().toString();
  }

  @Test
  @Tag("R62")
  void theEndOfAContractBeginsThePeriodThatWaitsForIt() throws IOException {
    try (Practice practice = withContracts()) {
      Call call = practice.welcomed("c-1");
      Practice.keep(call, "Ich brauche einen Termin.");
      call.ended(practice.after(Duration.ofMinutes(1)));
      assertThat(due(call)).isEqualTo("2036-11-03");

      call.caller().happened(CONTRACT_ENDED, NEXT_SUMMER, ACTOR);

      assertThat(due(call)).isEqualTo("2031-01-01");
      assertThat(events(call, "event_stated"))
          .singleElement()
          .satisfies(
              event -> {
                assertThat(event.get("event").asString()).isEqualTo("contract-ended");
                assertThat(event.get("day").asString()).isEqualTo("2027-06-30");
                assertThat(event.get("role").asString()).isEqualTo(ACTOR.role());
              });
      Call later = practice.welcomed("c-2");
      Practice.keep(later, "Noch ein Termin.");
      assertThat(due(later)).as("kept after it was stated").isEqualTo("2036-11-03");
    }
  }

  @Test
  void onlyAnEventThatSomeRuleWaitsForIsStatedAndOfSomebodyWhoIsKnown() {
    try (Practice practice = withContracts()) {
      Call call = practice.welcomed("c-1");
      Subject caller = call.caller();
      for (String event : List.of("call-ended", "contract-begun", "recorded")) {
        assertThatIllegalArgumentException()
            .as(event)
            .isThrownBy(() -> caller.happened(EventName.of(event), NEXT_SUMMER, ACTOR));
      }
      caller.request(IDENTITY, ACTOR).erase();
      assertThatIllegalStateException()
          .isThrownBy(() -> caller.happened(CONTRACT_ENDED, NEXT_SUMMER, ACTOR));
    }
  }

  @Test
  @Tag("R05")
  void aServedNoticeIsRecordedWithVersionLanguageWordingAndHowMuchWasHeard() throws IOException {
    try (Practice practice = Practice.inMemory()) {
      Call call = practice.answered("c-1", Party.presented(Practice.NUMBER));
      practice.announce(call, Duration.ofSeconds(20));
      practice.announce(call, Duration.ofSeconds(40));

      List<JsonNode> served = events(call, "notice_played");

      assertThat(served)
          .extracting(one -> one.get("played_ms").asLong())
          .containsExactly(20_000L, 40_000L);
      assertThat(served)
          .allSatisfy(
              one -> {
                assertWelcome(practice, one);
                assertThat(one.get("full_ms").asLong()).isEqualTo(40_000L);
              });
      assertThat(events(call, "call_answered"))
          .singleElement()
          .satisfies(one -> assertThat(one.get("line").asString()).isNotEmpty());
    }
  }

  @Test
  @Tag("R05")
  void aNoticeThatIsHandedOverInWritingIsRecordedWithItsChannelAndOpensNothing()
      throws IOException {
    try (Practice practice = Practice.inMemory()) {
      Call call = practice.answered("c-1", Party.presented(Practice.NUMBER));
      List<Channel> written =
          List.of(Channel.TERMS, Channel.TICKET_REPLY, Channel.EMAIL_SIGNATURE, Channel.WEB);
      written.forEach(channel -> call.handedOver(practice.welcome(), channel, practice.now()));

      List<JsonNode> served = events(call, "notice_handed_over");
      assertThat(served)
          .extracting(one -> one.get("channel").asString())
          .containsExactly("TERMS", "TICKET_REPLY", "EMAIL_SIGNATURE", "WEB");
      assertThat(served).allSatisfy(one -> assertWelcome(practice, one));
      assertThat(Practice.reasons(call.may(Operation.TRANSCRIBE, Practice.APPOINTMENT)))
          .as("in the call itself nothing was said")
          .isNotEmpty();
      assertThatThrownBy(() -> call.handedOver(practice.welcome(), Channel.VOICE, practice.now()))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  @Tag("R18")
  void ofAnAnswerNothingStaysButItsOutcomeAndNoneIsHeardAfterItsWindow() throws IOException {
    try (Practice practice = Practice.inMemory()) {
      Call call = practice.welcomed("c-1");
      call.asked(QUALITY, practice.welcome(), practice.now());
      Answer talkative =
          Answer.spoken(
              "Moment, Erika ruft aus dem Krankenhaus", practice.after(Duration.ofSeconds(2)));
      assertThat(call.answered(QUALITY, talkative)).isInstanceOf(ConsentOutcome.Unclear.class);
      call.asked(QUALITY, practice.welcome(), practice.now());

      ConsentOutcome late =
          call.answered(QUALITY, Answer.keyPress('1', practice.after(Duration.ofSeconds(11))));

      assertThat(late).isInstanceOf(ConsentOutcome.NotValid.class);
      assertThat(reasons(call.may(Operation.RECORD, QUALITY)))
          .containsExactly(ReasonCode.ANSWERED_TOO_LATE);
      assertThat(call.records()).isEmpty();
      assertThat(events(call, "consent_answered")).isNotEmpty();
      try (Stream<Path> files = Files.walk(folder)) {
        assertThat(files.filter(Files::isRegularFile))
            .isNotEmpty()
            .allSatisfy(
                file -> assertThat(Files.readString(file)).doesNotContain("Erika", "Krankenhaus"));
      }
    }
  }
}
