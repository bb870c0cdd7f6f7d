package eu.sotto.purpose;

import eu.sotto.consent.AnswerClassifier;
import eu.sotto.consent.CallConsents;
import eu.sotto.consent.ConsentEvent;
import eu.sotto.consent.ConsentEvent.Answered;
import eu.sotto.consent.ConsentEvent.Asked;
import eu.sotto.consent.ConsentOutcome;
import eu.sotto.consent.Method;
import eu.sotto.consent.Story;
import eu.sotto.notice.Notice;
import eu.sotto.permit.ReasonCode;
import eu.sotto.vocabulary.Actor;
import eu.sotto.vocabulary.Answer;
import eu.sotto.vocabulary.ContractTie;
import eu.sotto.vocabulary.NoticeId;
import eu.sotto.vocabulary.PurposeId;
import eu.sotto.vocabulary.Role;
import eu.sotto.vocabulary.Speaker;
import java.util.Arrays;
import java.util.Locale;

/**
 * A call in words, one event a line; times are seconds after 2026-11-21T09:00:00Z. {@code played
 * welcome 0 10}, {@code cut welcome 0 8 of 10}, {@code asked quality 10}, {@code pressed 1 quality
 * 12}, {@code said quality 12 ja gern}, {@code unanswered quality 20}, {@code withdrawn quality
 * 60}, {@code found-invalid quality 60}, {@code joined ann AGENT 30}, {@code left ann 60}; with
 * {@code by ann INTERPRETER} before {@code asked}, {@code pressed} or {@code said} another speaker
 * is meant. {@code played-in 0 welcome 0 10} and {@code asked-in 2 quality 10} name another version
 * of the welcome. {@code tied NONE appointment 12} is what the host found out about the contract.
 */
final class Script {
  private CallConsents consents = CallConsents.none();

  static CallConsents play(Iterable<String> lines) {
    Script script = new Script();
    lines.forEach(line -> script.step(line.split(" ", -1)));
    return script.consents;
  }

  private void step(String[] w) {
    switch (w[0]) {
      case "played" -> add(Story.played(notice(w[1]), at(w[2]), at(w[3]), at(w[3]) - at(w[2])));
      case "played-in" -> {
        double full = at(w[4]) - at(w[3]);
        add(Story.played(Story.welcome(w[1]), at(w[3]), at(w[4]), full));
      }
      case "asked-in" -> add(Asked.of(purpose(w[2]), Story.welcome(w[1]), Story.second(at(w[3]))));
      case "cut" -> add(Story.played(notice(w[1]), at(w[2]), at(w[3]), at(w[5])));
      case "unanswered" -> add(new ConsentEvent.Unanswered(purpose(w[1]), Story.second(at(w[2]))));
      case "withdrawn" ->
          add(new ConsentEvent.Withdrawn(purpose(w[1]), Method.SPOKEN, Story.second(at(w[2]))));
      case "found-invalid" ->
          add(
              new ConsentEvent.FoundInvalid(
                  purpose(w[1]), ReasonCode.CONSENT_NOT_VALID, Story.second(at(w[2]))));
      case "tied" ->
          add(
              new ConsentEvent.TieStated(
                  purpose(w[2]),
                  ContractTie.valueOf(w[1]),
                  Actor.of("desk-1", "desk"),
                  Story.second(at(w[3]))));
      case "joined" -> add(new ConsentEvent.SpeakerJoined(who(w, 1), Story.second(at(w[3]))));
      case "left" -> add(new ConsentEvent.SpeakerLeft(who(w, 1), Story.second(at(w[3]))));
      case "by" -> {
        Speaker speaker = who(w, 1);
        String[] rest = Arrays.copyOfRange(w, 3, w.length);
        if (rest[0].equals("asked")) {
          add(new ConsentEvent.SpeakerAsked(speaker, question(rest)));
        } else {
          add(new ConsentEvent.SpeakerAnswered(speaker, answer(consents.of(speaker), rest)));
        }
      }
      case "asked" -> add(question(w));
      default -> add(answer(consents, w));
    }
  }

  private static Asked question(String[] w) {
    return Asked.of(purpose(w[1]), Story.WELCOME, Story.second(at(w[2])));
  }

  private static Answered answer(CallConsents soFar, String[] w) {
    boolean pressed = w[0].equals("pressed");
    if (!pressed && !w[0].equals("said")) {
      throw new IllegalArgumentException("no such event: " + w[0]);
    }
    PurposeId purpose = purpose(pressed ? w[2] : w[1]);
    Answer answer =
        pressed
            ? Answer.keyPress(w[1].charAt(0), Story.second(at(w[3])))
            : Answer.spoken(
                String.join(" ", Arrays.copyOfRange(w, 3, w.length)), Story.second(at(w[2])));
    ConsentOutcome outcome = AnswerClassifier.classify(soFar, Story.WELCOME, purpose, answer);
    return new Answered(purpose, outcome, Method.of(answer), answer.at());
  }

  private static Speaker who(String[] w, int at) {
    return Speaker.of(w[at], Role.valueOf(w[at + 1]));
  }

  private static Notice notice(String id) {
    return Office.REGISTER.notice(NoticeId.of(id), Locale.GERMAN).orElseThrow();
  }

  private static PurposeId purpose(String id) {
    return PurposeId.of(id);
  }

  private static double at(String seconds) {
    return Double.parseDouble(seconds);
  }

  private void add(ConsentEvent event) {
    consents = consents.with(event);
  }
}
