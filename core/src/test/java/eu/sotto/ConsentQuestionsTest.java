package eu.sotto;

import static eu.sotto.Practice.ACTOR;
import static eu.sotto.Practice.QUALITY;
import static eu.sotto.Practice.RESEARCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import eu.sotto.consent.ConsentState;
import eu.sotto.consent.ProvenStatus;
import eu.sotto.consent.Withdrawal;
import eu.sotto.permit.Operation;
import eu.sotto.permit.Permit;
import eu.sotto.permit.ReasonCode;
import eu.sotto.records.Invalidation;
import eu.sotto.records.RecordEntry;
import eu.sotto.register.Register;
import eu.sotto.vocabulary.Answer;
import eu.sotto.vocabulary.CallId;
import eu.sotto.vocabulary.Party;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be asked of consents, and what becomes of them when the register changes. */
class ConsentQuestionsTest {
  private static final String OTHER = "+49 30 23125013";
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Practice practice = Practice.inMemory();

  @TempDir Path folder;

  @AfterEach
  void close() {
    practice.close();
  }

  private Call consented(String id, String number) {
    Call call = practice.answered(id, Party.presented(number));
    practice.announce(call, Duration.ofSeconds(40));
    practice.consent(call);
    return call;
  }

  private Withdrawal withdraw(Subject subject) {
    return subject.withdraw(QUALITY, Answer.spoken("aufhören", practice.after(SECOND)));
  }

  @Nested
  class OnePerson {
    @Test
    @Tag("R13")
    void theLastWordOfAnyCallCounts() {
      Subject caller = consented("c-1", Practice.NUMBER).caller();
      assertThat(caller.consent(QUALITY).given()).isTrue();

      Call second = practice.welcomed("c-2");
      second.asked(QUALITY, practice.welcome(), practice.now());
      second.answered(QUALITY, Answer.keyPress('2', practice.after(SECOND)));

      assertThat(caller.consent(QUALITY).state()).isEqualTo(ConsentState.REFUSED);
      assertThat(consented("c-3", Practice.NUMBER).caller().consent(QUALITY).given()).isTrue();
    }

    @Test
    void everyPurposeThatRestsOnConsentIsToldAndNoOther() {
      Subject caller = consented("c-1", Practice.NUMBER).caller();

      assertThat(caller.consents().keySet()).containsExactlyInAnyOrder(QUALITY, RESEARCH);
      assertThat(caller.consents().get(RESEARCH).state()).isEqualTo(ConsentState.UNKNOWN);
      assertThatIllegalArgumentException().isThrownBy(() -> caller.consent(Practice.APPOINTMENT));
    }

    @Test
    @Tag("R13")
    @Tag("R14")
    void whatStoodAtATimeAsKnownAtAnotherIsProven() {
      Call call = consented("c-1", Practice.NUMBER);
      Instant given = practice.now();
      Instant known = practice.after(Duration.ofHours(1));
      practice.after(SECOND);
      Subject caller = call.caller();
      withdraw(caller);
      Instant now = practice.now();

      ProvenStatus then = caller.consent(QUALITY, known, known);
      assertThat(then.status().given()).isTrue();
      assertThat(then.status().since()).isEqualTo(given);
      assertThat(then.evidence())
          .allMatch(evidence -> evidence.verifies(practice.privacy().verifierKey()))
          .extracting(evidence -> evidence.kind().replaceAll("/.*", ""))
          .containsExactly("notice_played", "consent_asked", "consent_answered");
      assertThat(caller.consent(QUALITY, known, now).status().given())
          .as("a withdrawal leaves the past as it was")
          .isTrue();
      assertThat(caller.consent(QUALITY, now, known).status().given()).isTrue();
      assertThat(caller.consent(QUALITY, now, now).status().state())
          .isEqualTo(ConsentState.WITHDRAWN);
    }

    @Test
    void whoIsLinkedHasOneLastWord() {
      Subject one = consented("c-1", Practice.NUMBER).caller();
      Subject other = consented("c-2", OTHER).caller();
      assertThat(one.consent(QUALITY).given()).isTrue();
      practice.privacy().link(one, other, ACTOR);
      withdraw(other);

      assertThat(one.consent(QUALITY).state()).isEqualTo(ConsentState.WITHDRAWN);
    }

    @Test
    @Tag("R14")
    @Tag("R17")
    void aWithdrawalReturnsTheChainHeadAndListsWhatItTouches() {
      Call call = consented("c-1", Practice.NUMBER);
      Practice.keepAudio(call, "audio");
      RecordEntry kept = call.records().get(0);
      Withdrawal first = withdraw(call.caller());

      assertThat(first.recorded()).isTrue();
      assertThat(first.touched()).containsExactly(kept.id());
      assertThat(first.recordsErased()).isEqualTo(1);
      Withdrawal second = withdraw(call.caller());
      assertThat(second.heads().get(0).sequence()).isEqualTo(first.heads().get(0).sequence() + 1);
    }
  }

  @Nested
  class Everybody {
    @Test
    void whoConsentedAtATimeIsFound() {
      Subject one = consented("c-1", Practice.NUMBER).caller();
      Instant first = practice.now();
      consented("c-2", OTHER);
      practice.answered("c-3", Party.presented("+49 30 23125014"));
      withdraw(one);

      assertThat(practice.privacy().consented(QUALITY, first)).hasSize(1);
      assertThat(practice.privacy().consented(QUALITY, practice.now().minus(SECOND))).hasSize(2);
      assertThat(practice.privacy().consented(QUALITY, practice.now()))
          .singleElement()
          .satisfies(subject -> assertThat(subject.consent(QUALITY).given()).isTrue());
      assertThat(practice.privacy().consented(RESEARCH, practice.now())).isEmpty();
    }
  }

  @Nested
  @Tag("R19")
  class FoundInvalid {
    @Test
    void itCountsAsNeverGivenAndEverythingUnderItGoes() {
      Call call = consented("c-1", Practice.NUMBER);
      Instant given = practice.now();
      Practice.keepAudio(call, "audio");
      Practice.keep(call, "Guten Tag");
      List<RecordEntry> under =
          call.records().stream().filter(e -> e.what().purpose().equals(QUALITY)).toList();
      Permit permit = Practice.recording(call);
      practice.after(SECOND);

      Invalidation found =
          call.caller().foundInvalid(QUALITY, ReasonCode.WITHDRAWAL_RIGHT_NOT_TOLD, ACTOR);

      assertThat(found.affected()).isEqualTo(under).hasSize(1);
      assertThat(found.recorded()).isTrue();
      assertThat(call.records()).hasSize(1).noneMatch(under::contains);
      assertThat(permit.usable()).isFalse();
      assertThat(Practice.reasons(call.may(Operation.RECORD, QUALITY)))
          .contains(ReasonCode.WITHDRAWAL_RIGHT_NOT_TOLD);
      ProvenStatus then = call.caller().consent(QUALITY, given, practice.now());
      assertThat(then.status().state()).isEqualTo(ConsentState.NOT_VALID);
      assertThat(then.evidence())
          .as("the proof of the failure stays")
          .anyMatch(evidence -> evidence.shown().containsValue("WITHDRAWAL_RIGHT_NOT_TOLD"));
    }

    @Test
    void aConsentGivenLaterIsNotTouched() {
      Call call = consented("c-1", Practice.NUMBER);
      call.caller().foundInvalid(QUALITY, ReasonCode.CONSENT_NOT_VALID, ACTOR);
      practice.after(SECOND);
      practice.consent(call);

      assertThat(Practice.recording(call).usable()).isTrue();
      assertThat(call.caller().consent(QUALITY).given()).isTrue();
    }
  }

  @Nested
  @Tag("R16")
  class ARegisterThatChanged {
    private static final Instant START = Practice.START;

    private Practice reopened(UnaryOperator<String> change, Instant now) {
      Register changed = Practice.register(change);
      return Practice.in(folder.resolve("data"), folder.resolve("keys"), now, changed);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            a new recipient | "recipients": ["speech-service"], | "recipients": [], | true
            more data       | ["voice", "conversation", "contact"] | ["voice", "conversation"] | true
            a wider purpose | ["record", "transcribe", "analyse"] | ["record", "transcribe"] | true
            another firm    | Praxis am Lindenplatz", | Praxis am Markt", | true
            longer keeping  | "backstop": "P3M", "term": "P3M" | "backstop": "P2M", "term": "P2M" | true
            a mended word   | vereinbaren können | vereinbaren koennen | false
            """)
    void onlyAMaterialChangeAsksAgain(String what, String now, String before, boolean material) {
      assertThat(Practice.registerText()).as(what).contains(now);
      Instant later;
      try (Practice then = reopened(text -> text.replaceFirst(quoted(now), before), START)) {
        then.consented("c-1");
        later = then.now();
      }
      try (Practice wider = reopened(text -> text, later)) {
        Call call = wider.privacy().resume(CallId.of("c-1")).orElseThrow();
        assertThat(call.caller().consent(QUALITY).state())
            .isEqualTo(material ? ConsentState.SUPERSEDED : ConsentState.GIVEN);
        assertThat(Practice.reasons(call.may(Operation.RECORD, QUALITY)))
            .isEqualTo(material ? List.of(ReasonCode.CONSENT_SUPERSEDED) : List.of());
        assertThat(wider.privacy().toBeAskedAgain(QUALITY)).hasSize(material ? 1 : 0);
        if (material) {
          wider.announce(call, Duration.ofSeconds(40));
          wider.consent(call);
          assertThat(Practice.recording(call).usable()).isTrue();
          assertThat(wider.privacy().toBeAskedAgain(QUALITY)).isEmpty();
        }
        later = wider.now();
      }
      try (Practice narrower = reopened(text -> text.replaceFirst(quoted(now), before), later)) {
        Call call = narrower.privacy().resume(CallId.of("c-1")).orElseThrow();
        boolean sameFirm = !what.equals("another firm");
        assertThat(call.caller().consent(QUALITY).given()).as("narrower").isEqualTo(sameFirm);
      }
    }

    @Test
    void theRecordOfASupersededConsentSaysThatItIsNotValidForProcessing() {
      UnaryOperator<String> narrow =
          text -> text.replace("[\"voice\", \"conversation\", \"contact\"]", "[\"voice\"]");
      try (Practice then = reopened(narrow, START)) {
        Call call = then.consented("c-1");
        assertThat(call.exports().consentRecord(QUALITY, ACTOR).json())
            .doesNotContain("InvalidForProcessing");
      }
      try (Practice wider = reopened(text -> text, START.plusSeconds(90))) {
        Call call = wider.privacy().resume(CallId.of("c-1")).orElseThrow();
        assertThat(call.exports().consentRecord(QUALITY, ACTOR).json())
            .contains("dpv:ConsentStatusInvalidForProcessing")
            .doesNotContain("dpv:ConsentWithdrawn", "dpv:ConsentInvalidated");
      }
    }

    private static String quoted(String text) {
      return Pattern.quote(text);
    }

    @Test
    void aLongerPeriodDoesNotLengthenWhatWasPromised() {
      Instant due;
      try (Practice then = reopened(text -> text, START)) {
        Call call = then.consented("c-1");
        Practice.keepAudio(call, "audio");
        call.ended(then.now());
        due = call.records().get(0).due().from();
      }
      UnaryOperator<String> longer =
          text ->
              text.replace(
                  "\"backstop\": \"P3M\", \"term\": \"P3M\"",
                  "\"backstop\": \"P9M\", \"term\": \"P9M\"");
      try (Practice now = reopened(longer, START.plus(Duration.ofDays(10)))) {
        assertThat(kept(now)).extracting(entry -> entry.due().from()).containsExactly(due);
      }
      try (Practice later = reopened(longer, due)) {
        assertThat(kept(later)).hasSize(1);
        later.privacy().retention().sweep(later.privacy().retention().plan());
        assertThat(kept(later)).isEmpty();
      }
    }

    @Test
    void aShorterPeriodDoesShortenIt() {
      Instant due;
      try (Practice then = reopened(text -> text, START)) {
        Call call = then.consented("c-1");
        Practice.keepAudio(call, "audio");
        call.ended(then.now());
        due = call.records().get(0).due().from();
      }
      UnaryOperator<String> shorter =
          text ->
              text.replace(
                  "\"backstop\": \"P3M\", \"term\": \"P3M\"",
                  "\"backstop\": \"P1M\", \"term\": \"P1M\"");
      try (Practice now = reopened(shorter, START.plus(Duration.ofDays(10)))) {
        assertThat(kept(now)).allMatch(entry -> entry.due().from().isBefore(due)).hasSize(1);
      }
    }

    private List<RecordEntry> kept(Practice practice) {
      return practice.privacy().resume(CallId.of("c-1")).map(Call::records).orElse(List.of());
    }
  }
}
