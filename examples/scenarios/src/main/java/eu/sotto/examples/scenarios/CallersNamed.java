package eu.sotto.examples.scenarios;

import static eu.sotto.examples.scenarios.Checks.must;

import eu.sotto.Call;
import eu.sotto.Subject;
import eu.sotto.records.Named;
import eu.sotto.rights.ErasureReceipt;
import eu.sotto.rights.Request;
import eu.sotto.rights.RequestRefused;
import eu.sotto.rights.StepRefusal;
import eu.sotto.vocabulary.Actor;
import eu.sotto.vocabulary.Party;
import eu.sotto.vocabulary.Right;
import java.time.LocalDate;
import java.util.List;

/** S4's callers, who alone know what they said: found by what they can name. Stateless. */
final class CallersNamed {
  private static final Party OFFICE_PHONE = Party.phone("+49 30 23125 011");
  private static final Party STRANGER = Party.phone("+49 30 23125 014");
  private static final Named CUSTOMER = Named.customer("KD-448 213");
  private static final LocalDate BORN = LocalDate.of(1961, 3, 14);
  private static final Named PERSON = Named.person("Sabine Wolf", BORN);
  private static final Actor DESK = Stage.actor("data-protection");

  private CallersNamed() {}

  static List<Promise> promises() {
    return List.of(
        Promise.keeps(
            "found",
            "A caller is found by customer number, or by name and date of birth",
            CallersNamed::found),
        Promise.refuses(
            "not-identified",
            "Nothing is erased before it is clear who asks",
            CallersNamed::notIdentified),
        Promise.keeps(
            "erasure-by-name",
            "Whoever is found and identified has everything erased, from each of their numbers",
            CallersNamed::erasureByName));
  }

  /** Two calls of one person from two numbers, each with something else that they can name. */
  private static List<Call> twoCalls(Stage stage) {
    Call first = RecordingAndVoicebot.agreed(stage);
    RecordingAndVoicebot.recorded(first);
    stage.end(first);
    first.caller().canName(CUSTOMER);
    Call second = recordedFrom(stage, OFFICE_PHONE);
    second.caller().canName(PERSON);
    return List.of(first, second);
  }

  private static Call recordedFrom(Stage stage, Party caller) {
    Call call = stage.callFrom(caller, RecordingAndVoicebot.LINE);
    stage.announce(call, RecordingAndVoicebot.NOTICE);
    stage.askAndPress(call, RecordingAndVoicebot.NOTICE, RecordingAndVoicebot.RECORDING, '1');
    RecordingAndVoicebot.recorded(call);
    stage.end(call);
    return call;
  }

  private static Subject only(Stage stage, Named term) {
    List<Subject> found = stage.privacy().find(term, DESK);
    must(found.size() == 1, found.size() + " people are found by " + term.kind());
    return found.get(0);
  }

  private static String found(Stage stage) {
    twoCalls(stage);
    must(only(stage, Named.customer("kd448213")).records().size() == 2, "not the first call");
    must(only(stage, Named.person("WOLF, Sabine", BORN)).records().size() == 2, "not the second");
    must(
        stage.privacy().find(Named.person("Sabine Wolf", BORN.plusDays(1)), DESK).isEmpty(),
        "found by another date of birth");
    return "by KD-448 213, however it is written: 1 person; by name and date of birth: 1 person;"
        + " by another date: nobody";
  }

  private static String notIdentified(Stage stage) {
    List<Call> calls = twoCalls(stage);
    Request request = only(stage, CUSTOMER).request(Right.ERASURE, stage.now(), DESK);
    try {
      request.erase();
    } catch (RequestRefused e) {
      must(e.why() == StepRefusal.NOT_IDENTIFIED, "refused for " + e.why());
      must(calls.get(0).records().size() == 2, "something is gone");
      return "refused: nobody has made sure who asks; the recording is still there";
    }
    throw new NotShown("it was erased on a customer number alone");
  }

  private static String erasureByName(Stage stage) {
    List<Call> calls = twoCalls(stage);
    Call other = recordedFrom(stage, STRANGER);
    Subject one = only(stage, CUSTOMER);
    stage.privacy().link(one, only(stage, PERSON), DESK);
    must(one.records().size() == 4, one.records().size() + " records of both numbers");
    ErasureReceipt receipt = stage.request(one).erase();
    for (Call call : calls) {
      must(stage.privacy().resume(call.id()).isEmpty(), "a call is still known");
    }
    must(stage.privacy().find(PERSON, DESK).isEmpty(), "still found by name");
    must(stage.privacy().find(CUSTOMER, DESK).isEmpty(), "still found by customer number");
    must(other.records().size() == 2, "somebody else lost a recording");
    must(receipt.verify(stage.privacy().verifierKey()).intact(), "the receipt does not verify");
    return "both numbers linked, 4 records erased with 1 receipt "
        + ErasureReceipt.digest(receipt.statement()).substring(0, 8)
        + "; nobody is found any more; another caller's recording stays";
  }
}
