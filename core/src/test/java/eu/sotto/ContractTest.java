package eu.sotto;

import static eu.sotto.Practice.APPOINTMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import eu.sotto.permit.Decision;
import eu.sotto.permit.Operation;
import eu.sotto.permit.Permit;
import eu.sotto.permit.Reason;
import eu.sotto.permit.ReasonCode;
import eu.sotto.vocabulary.CallId;
import eu.sotto.vocabulary.ContractTie;
import eu.sotto.vocabulary.LineId;
import eu.sotto.vocabulary.Party;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only the party's own contract carries what is done with a person's data. */
@Tag("R21")
class ContractTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  /** What a host may state: of the call or of the person, and what. */
  private enum Word {
    CALL_PARTY,
    CALL_ASKED,
    CALL_NONE,
    PERSON_PARTY,
    PERSON_NONE
  }

  @TempDir Path folder;

  private static Practice practice() {
    var time = new AtomicReference<>(Practice.START);
    return Practice.on(CallPrivacy.inMemory(Outreach.register(), time::get), time);
  }

  private static Call answered(Practice practice, String id, LineId line) {
    Call call =
        practice
            .privacy()
            .answer(CallId.of(id), line, Party.presented(Practice.NUMBER), practice.now());
    practice.announce(call, Duration.ofSeconds(40));
    return call;
  }

  private static List<ReasonCode> reasons(Call call) {
    return Practice.reasons(call.may(Operation.TRANSCRIBE, APPOINTMENT));
  }

  private static void stated(Practice practice, Call call, ContractTie tie) {
    call.stated(APPOINTMENT, tie, Practice.ACTOR, practice.after(SECOND));
  }

  @Test
  void whoCallsInHasAskedForTheServiceAndNothingNeedsToBeStated() {
    try (Practice practice = practice()) {
      assertThat(reasons(answered(practice, "c-1", Outreach.MAIN))).isEmpty();
    }
  }

  @Test
  void whoSpeaksForSomebodyElseIsRefusedAtOnceAndConsentGoesOn() {
    try (Practice practice = practice()) {
      Call call = answered(practice, "c-1", Outreach.MAIN);
      practice.consent(call);
      Permit onContract = Practice.transcribing(call);
      Permit onConsent = Practice.recording(call);

      stated(practice, call, ContractTie.NONE);

      assertThat(onContract.usable()).isFalse();
      assertThat(onConsent.usable()).isTrue();
      assertThat(reasons(call)).containsExactly(ReasonCode.NOT_PARTY_TO_CONTRACT);
    }
  }

  @Test
  void theRefusalNamesTheArticleAndTheNearestChangeInTwoLanguages() {
    try (Practice practice = practice()) {
      Call call = answered(practice, "c-1", Outreach.MAIN);
      stated(practice, call, ContractTie.NONE);
      Decision<?> decision = call.may(Operation.TRANSCRIBE, APPOINTMENT);
      Reason reason = decision.reasons().get(0);

      assertThat(reason.sentence(Locale.GERMAN))
          .contains("nicht Partei des Vertrags")
          .endsWith("[GDPR Art. 6(1)(b)]");
      assertThat(reason.change(Locale.ENGLISH))
          .isEqualTo(
              "permitted if the person were party to the contract of `appointment` or had asked for"
                  + " steps before it");
      assertThat(reason.change(Locale.GERMAN)).startsWith("erlaubt, wenn die Person Partei");
    }
  }

  @Test
  void whoIsCalledHasAskedForNothingUntilSomebodyStatesOtherwise() {
    try (Practice practice = practice()) {
      Call call = answered(practice, "c-1", Outreach.CALLS);

      assertThat(reasons(call)).containsExactly(ReasonCode.CONTRACT_TIE_NOT_STATED);
      stated(practice, call, ContractTie.PARTY);
      assertThat(reasons(call)).isEmpty();
    }
  }

  @Test
  void whatIsStatedOfAPersonHoldsInEveryCallUntilOneStatesOtherwise() {
    try (Practice practice = practice()) {
      Call first = answered(practice, "c-1", Outreach.MAIN);
      Permit permit = Practice.transcribing(first);
      practice.after(SECOND);

      first.caller().stated(APPOINTMENT, ContractTie.NONE, Practice.ACTOR);
      assertThat(permit.usable()).isFalse();
      assertThat(reasons(first)).containsExactly(ReasonCode.NOT_PARTY_TO_CONTRACT);

      Call second = answered(practice, "c-2", Outreach.MAIN);
      assertThat(reasons(second)).containsExactly(ReasonCode.NOT_PARTY_TO_CONTRACT);
      stated(practice, second, ContractTie.ASKED_BEFORE);
      assertThat(reasons(second)).isEmpty();
      assertThat(reasons(first)).containsExactly(ReasonCode.NOT_PARTY_TO_CONTRACT);
    }
  }

  @Test
  void nobodyIsDialledForAContractThatIsKnownNotToBeTheirs() {
    try (Practice practice = practice()) {
      Party party = Party.presented(Practice.NUMBER);
      assertThat(Outreach.dial(practice, party, Outreach.MOVED).reasons()).isEmpty();
      Call call = answered(practice, "c-1", Outreach.MAIN);
      Permit permit = Practice.permitted(Outreach.dial(practice, party, Outreach.MOVED));

      call.caller().stated(Outreach.MOVED, ContractTie.NONE, Practice.ACTOR);

      assertThat(permit.usable()).isFalse();
      assertThat(Practice.reasons(Outreach.dial(practice, party, Outreach.MOVED)))
          .containsExactly(ReasonCode.NOT_PARTY_TO_CONTRACT);
    }
  }

  @Test
  void whatWasStatedOutlivesARestartAndStandsInTheAnswerToARequest() throws IOException {
    Path data = folder.resolve("data");
    Path keys = folder.resolve("keys");
    try (Practice practice = Practice.in(data, keys, Practice.START, Outreach.register())) {
      Call call = answered(practice, "c-1", Outreach.MAIN);
      stated(practice, call, ContractTie.NONE);
      practice.after(SECOND);
      call.caller().stated(Outreach.MOVED, ContractTie.NONE, Practice.ACTOR);
    }
    var later = Practice.START.plus(Duration.ofMinutes(5));
    try (Practice practice = Practice.in(data, keys, later, Outreach.register())) {
      Call call = practice.privacy().resume(CallId.of("c-1")).orElseThrow();

      assertThat(reasons(call)).containsExactly(ReasonCode.NOT_PARTY_TO_CONTRACT);
      assertThat(
              Practice.reasons(
                  Outreach.dial(practice, Party.presented(Practice.NUMBER), Outreach.MOVED)))
          .containsExactly(ReasonCode.NOT_PARTY_TO_CONTRACT);
      Path answer = folder.resolve("answer");
      call.caller().request(Practice.IDENTITY, Practice.ACTOR).access().exportTo(answer);
      assertThat(Files.readString(answer.resolve("index.html")))
          .contains("Festgehalten wurde, ob der Vertrag Ihrer ist", "es ist nicht Ihrer");
    }
  }

  @Test
  void aPurposeThatRestsOnSomethingElseHasNoContract() {
    try (Practice practice = practice()) {
      Call call = answered(practice, "c-1", Outreach.MAIN);

      assertThatIllegalArgumentException()
          .isThrownBy(
              () ->
                  call.stated(Practice.QUALITY, ContractTie.PARTY, Practice.ACTOR, practice.now()));
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> call.caller().stated(Practice.QUALITY, ContractTie.NONE, Practice.ACTOR));
    }
  }

  /**
   * Against what a lawyer would keep on a slip of paper: who was last said to be what, and when.
   */
  @Property(tries = 60)
  @net.jqwik.api.Tag("R21")
  void inWhateverOrderThingsAreStatedTheLastWordOfTheRightOneCounts(@ForAll List<Word> words) {
    try (Practice practice = practice()) {
      Call call = answered(practice, "c-1", Outreach.CALLS);
      List<Word> said = new ArrayList<>();
      for (Word word : words.subList(0, Math.min(6, words.size()))) {
        said.add(word);
        practice.after(SECOND);
        switch (word) {
          case CALL_PARTY -> stated(practice, call, ContractTie.PARTY);
          case CALL_ASKED -> stated(practice, call, ContractTie.ASKED_BEFORE);
          case CALL_NONE -> stated(practice, call, ContractTie.NONE);
          case PERSON_PARTY -> call.caller().stated(APPOINTMENT, ContractTie.PARTY, Practice.ACTOR);
          case PERSON_NONE -> call.caller().stated(APPOINTMENT, ContractTie.NONE, Practice.ACTOR);
        }
        assertThat(reasons(call)).as(said.toString()).isEqualTo(expected(said));
      }
    }
  }

  private static List<ReasonCode> expected(List<Word> said) {
    int call = last(said, "CALL");
    int person = last(said, "PERSON");
    if (call < 0 && person < 0) {
      return List.of(ReasonCode.CONTRACT_TIE_NOT_STATED);
    }
    boolean callBars = call >= 0 && said.get(call) == Word.CALL_NONE;
    boolean personBars = person >= 0 && said.get(person) == Word.PERSON_NONE && person > call;
    return callBars || personBars ? List.of(ReasonCode.NOT_PARTY_TO_CONTRACT) : List.of();
  }

  private static int last(List<Word> said, String who) {
    for (int i = said.size() - 1; i >= 0; i--) {
      if (said.get(i).name().startsWith(who)) {
        return i;
      }
    }
    return -1;
  }
}
