package eu.sotto;

import static eu.sotto.Practice.ACTOR;
import static eu.sotto.Practice.APPOINTMENT;
import static eu.sotto.Practice.IDENTITY;
import static eu.sotto.Practice.QUALITY;
import static eu.sotto.Practice.reasons;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import eu.sotto.consent.Withdrawal;
import eu.sotto.permit.ContentPermit;
import eu.sotto.permit.Operation;
import eu.sotto.permit.ReasonCode;
import eu.sotto.permit.RecordingPermit;
import eu.sotto.records.Kept;
import eu.sotto.records.RecordEntry;
import eu.sotto.records.RecordKind;
import eu.sotto.rights.ErasureReceipt;
import eu.sotto.vocabulary.Answer;
import eu.sotto.vocabulary.CallId;
import eu.sotto.vocabulary.Flow;
import eu.sotto.vocabulary.Party;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a caller can demand, and what becomes of what is kept. */
class FaceRightsTest {
  private static final String SAID = "Meine Nummer ist 030 23125098, ich brauche einen Termin.";

  @TempDir Path folder;

  private final Practice practice = Practice.inMemory();

  @AfterEach
  void close() {
    practice.close();
  }

  private Withdrawal withdraw(Subject subject) {
    return subject.withdraw(QUALITY, Answer.spoken("Bitte nicht mehr aufzeichnen", practice.now()));
  }

  private Subject caller() {
    return practice.privacy().subject(Party.phone("030 23125012")).orElseThrow();
  }

  @Nested
  class AWithdrawal {
    @Test
    @Tag("R14")
    @Tag("R15")
    void itStopsTheRunningRecordingAndDiscardsIt() {
      Call call = practice.consented("c-1");
      RecordingPermit permit = Practice.recording(call);
      var told = new AtomicBoolean();
      permit.onEnd(() -> told.set(true));
      try (Recording recording = call.record(permit)) {
        assertThat(recording.write(Practice.bytes("audio"))).isEqualTo(Flow.OPEN);

        Withdrawal withdrawal = withdraw(caller());

        assertThat(withdrawal.recorded()).isTrue();
        assertThat(told).isTrue();
        assertThat(permit.usable()).isFalse();
        assertThat(recording.write(Practice.bytes("more"))).isEqualTo(Flow.STOPPED);
        assertThat(recording.finish())
            .isInstanceOfSatisfying(
                Kept.Refused.class,
                refused ->
                    assertThat(refused.reasons())
                        .extracting(reason -> reason.code())
                        .containsExactly(ReasonCode.CONSENT_WITHDRAWN));
      }
      assertThat(call.records()).isEmpty();
    }

    @Test
    @Tag("R17")
    void itErasesWhatOnlyThatConsentCarriedAndNothingElse() {
      Call call = practice.consented("c-1");
      Practice.keepAudio(call, "audio");
      Practice.keep(call, SAID);

      Withdrawal withdrawal = withdraw(caller());

      assertThat(withdrawal.recordsErased()).isEqualTo(1);
      assertThat(withdrawal.erasurePending()).isFalse();
      assertThat(call.records())
          .extracting(entry -> entry.what().kind())
          .containsExactly(RecordKind.TRANSCRIPT);
    }

    @Test
    @Tag("R14")
    void otherPurposesGoOnWithoutDisadvantage() {
      Call call = practice.consented("c-1");
      ContentPermit permit = Practice.transcribing(call);

      withdraw(caller());

      assertThat(permit.usable()).isTrue();
      assertThat(reasons(call.may(Operation.TRANSCRIBE, APPOINTMENT))).isEmpty();
      assertThat(reasons(call.may(Operation.RECORD, QUALITY)))
          .containsExactly(ReasonCode.CONSENT_WITHDRAWN);
    }

    @Test
    @Tag("R71")
    void itActsAtOnceOnTheNumberGivenInEveryCallOfIt() {
      Call one = practice.consented("c-1");
      Call two = practice.consented("c-2");
      List<RecordingPermit> permits = List.of(Practice.recording(one), Practice.recording(two));

      withdraw(caller());

      assertThat(permits).noneMatch(RecordingPermit::usable);
      assertThat(one.may(Operation.RECORD, QUALITY).reasons()).isNotEmpty();
      assertThat(two.may(Operation.RECORD, QUALITY).reasons()).isNotEmpty();
    }

    @Test
    void theCallersOwnWithdrawalInTheCallDoesTheSame() {
      Call call = practice.consented("c-1");
      RecordingPermit permit = Practice.recording(call);

      withdraw(call.caller());

      assertThat(permit.usable()).isFalse();
    }

    @Test
    void aConsentGivenAfterItCounts() {
      Call call = practice.consented("c-1");
      withdraw(caller());
      practice.after(Duration.ofMinutes(1));
      practice.consent(call);

      assertThat(reasons(call.may(Operation.RECORD, QUALITY))).isEmpty();
    }

    @Test
    void onlyAConsentCanBeWithdrawn() {
      practice.welcomed("c-1");

      assertThatIllegalArgumentException()
          .isThrownBy(() -> caller().withdraw(APPOINTMENT, Answer.spoken("nein", practice.now())));
    }

    @Test
    void whoIsLinkedIsOnePerson() {
      Call one = practice.consented("c-1");
      Call other = practice.answered("c-2", Party.presented("sip:anna@voip.example"));
      practice.announce(other, Duration.ofSeconds(40));
      practice.consent(other);
      Practice.keepAudio(one, "one");
      Practice.keepAudio(other, "other");
      practice.privacy().link(one.caller(), other.caller(), ACTOR);

      assertThat(caller().records()).hasSize(2);
      assertThat(withdraw(caller()).recordsErased()).isEqualTo(2);
      assertThat(reasons(other.may(Operation.RECORD, QUALITY)))
          .containsExactly(ReasonCode.CONSENT_WITHDRAWN);
    }
  }

  @Nested
  class ARequest {
    @Test
    @Tag("R70")
    void erasureLeavesNothingAndIsProven() {
      Call call = practice.consented("c-1");
      Practice.keepAudio(call, "audio");
      Practice.keep(call, SAID);
      ContentPermit permit = Practice.transcribing(call);

      ErasureReceipt receipt = caller().request(IDENTITY, ACTOR).erase();

      assertThat(receipt.verify(practice.privacy().verifierKey()).intact()).isTrue();
      assertThat(receipt.text()).doesNotContain("23125012", "c-1");
      assertThat(permit.usable()).isFalse();
      assertThat(practice.privacy().subject(Party.phone("030 23125012"))).isEmpty();
      assertThat(practice.privacy().resume(CallId.of("c-1"))).isEmpty();
      assertThat(call.records()).isEmpty();
      assertThat(call.may(Operation.TRANSCRIBE, APPOINTMENT).reasons()).isNotEmpty();
      assertThatIllegalStateException().isThrownBy(() -> call.caller().request(IDENTITY, ACTOR));
      assertThat(practice.privacy().verify().intact()).isTrue();
    }

    @Test
    @Tag("R70")
    void anErasureOfOnePersonLeavesTheOthersAlone() {
      Call mine = practice.welcomed("c-1");
      Call other = practice.answered("c-2", Party.presented("+49 30 23125099"));
      practice.announce(other, Duration.ofSeconds(40));
      Practice.keep(mine, SAID);
      Practice.keep(other, SAID);

      mine.caller().request(IDENTITY, ACTOR).erase();

      assertThat(other.records()).hasSize(1);
      assertThat(reasons(other.may(Operation.TRANSCRIBE, APPOINTMENT))).isEmpty();
    }

    @Test
    void aReceiptReadBackVerifiesAndAChangedOneDoesNot() {
      practice.welcomed("c-1");
      ErasureReceipt receipt = caller().request(IDENTITY, ACTOR).erase();
      Path file = folder.resolve("receipt.txt");
      receipt.writeTo(file);

      assertThat(ErasureReceipt.read(file).verify(practice.privacy().verifierKey()).intact())
          .isTrue();
      ErasureReceipt changed = ErasureReceipt.parse("More was erased.\n" + receipt.text());
      assertThat(changed.verify(practice.privacy().verifierKey()).intact()).isFalse();
      try (Practice stranger = Practice.inMemory()) {
        assertThat(receipt.verify(stranger.privacy().verifierKey()).intact()).isFalse();
      }
    }

    @Test
    @Tag("R72")
    @Tag("R74")
    @Tag("R76")
    @Tag("R13")
    void accessGivesEverythingInWordsAndAsData() throws IOException {
      Call call = practice.consented("c-1");
      Practice.keepAudio(call, "the caller's voice");
      Practice.keep(call, SAID);
      Path answer = folder.resolve("auskunft");

      caller().request(IDENTITY, ACTOR).access().exportTo(answer);

      String words = Files.readString(answer.resolve("access.txt"));
      assertThat(words)
          .contains("datenschutz@praxis.example", "dsb@praxis.example")
          .contains("https://www.datenschutz-berlin.de")
          .contains("Dienst für Spracherkennung, Frankfurt am Main");
      assertThat(Files.readString(answer.resolve("data.json")))
          .contains(
              "\"consent_asked\"",
              "\"consent_answered\"",
              "\"permit_granted\"",
              "KEY_PRESS",
              "wording_hash")
          .contains("datenschutz@praxis.example", "dsb@praxis.example");
      assertThat(contents(answer)).contains("the caller's voice");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> caller().request(IDENTITY, ACTOR).access().exportTo(answer));
    }

    @Test
    @Tag("R40")
    void whatIsKeptOfATranscriptIsRedacted() throws IOException {
      Practice.keep(practice.welcomed("c-1"), SAID);
      Path answer = folder.resolve("auskunft");

      caller().request(IDENTITY, ACTOR).access().exportTo(answer);

      assertThat(contents(answer))
          .filteredOn(text -> text.contains("Termin"))
          .isNotEmpty()
          .noneMatch(text -> text.contains("23125098"));
    }

    private List<String> contents(Path answer) throws IOException {
      try (Stream<Path> files = Files.walk(answer)) {
        return files.filter(Files::isRegularFile).map(FaceRightsTest::content).toList();
      }
    }
  }

  private static String content(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Nested
  class TheEnd {
    @Test
    @Tag("R60")
    void aRecordingGoesAfterThreeMonthsAndATranscriptAfterSix() {
      Call call = practice.consented("c-1");
      Practice.keepAudio(call, "audio");
      Practice.keep(call, SAID);
      call.ended(practice.now());

      assertThat(dueDay(call, RecordKind.RECORDING)).isEqualTo(LocalDate.of(2027, 2, 3));
      assertThat(dueDay(call, RecordKind.TRANSCRIPT)).isEqualTo(LocalDate.of(2027, 5, 3));
    }

    private LocalDate dueDay(Call call, RecordKind kind) {
      return call.records().stream()
          .filter(entry -> entry.what().kind() == kind)
          .map(entry -> entry.due().firstDeletionDay())
          .findFirst()
          .orElseThrow();
    }

    @Test
    @Tag("R60")
    @Tag("R66")
    void aSweepTakesWhatIsDueAndNothingBefore() {
      Call call = practice.consented("c-1");
      Practice.keepAudio(call, "audio");
      Practice.keep(call, SAID);
      call.ended(practice.now());

      practice.after(Duration.ofDays(90));
      assertThat(practice.privacy().retention().plan().due()).isEmpty();

      practice.after(Duration.ofDays(4));
      practice.privacy().retention().sweep(practice.privacy().retention().plan());
      assertThat(call.records())
          .extracting(entry -> entry.what().kind())
          .containsExactly(RecordKind.TRANSCRIPT);

      practice.after(Duration.ofDays(400));
      practice.privacy().retention().sweep(practice.privacy().retention().plan());
      assertThat(call.records()).isEmpty();
      assertThat(practice.privacy().verify().intact()).isTrue();
    }

    @Test
    @Tag("R66")
    void aCallThatNobodyEndedIsNotKeptForever() {
      Call call = practice.consented("c-1");
      Practice.keepAudio(call, "audio");

      practice.after(Duration.ofDays(200));
      practice.privacy().retention().sweep(practice.privacy().retention().plan());

      assertThat(call.records()).isEmpty();
    }

    @Test
    void everyRecordNamesTheRuleThatEndsIt() {
      Call call = practice.consented("c-1");
      Practice.keepAudio(call, "audio");

      assertThat(call.records())
          .extracting(RecordEntry::due)
          .allSatisfy(due -> assertThat(due.because().rules()).isNotEmpty());
    }
  }
}
