package eu.sotto.consent;

import eu.sotto.consent.ConsentEvent.Answered;
import eu.sotto.consent.ConsentEvent.Asked;
import eu.sotto.consent.ConsentEvent.NoticePlayed;
import eu.sotto.notice.FullText;
import eu.sotto.notice.Notice;
import eu.sotto.notice.NoticePart;
import eu.sotto.notice.Question;
import eu.sotto.notice.Reply;
import eu.sotto.vocabulary.Answer;
import eu.sotto.vocabulary.NoticeId;
import eu.sotto.vocabulary.Playout;
import eu.sotto.vocabulary.PurposeId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A call told second by second: a notice of ten seconds that asks about quality, then answers. */
public final class Story {
  public static final Duration WINDOW = Duration.ofSeconds(10);
  public static final PurposeId QUALITY = PurposeId.of("quality");
  public static final PurposeId ADVERTISING = PurposeId.of("advertising");
  public static final Notice WELCOME = welcome("1");

  private static final Instant RING = Instant.parse("2026-11-21T09:00:00Z");

  private Story() {}

  public static Instant second(double seconds) {
    return RING.plusMillis(Math.round(seconds * 1000));
  }

  public static Notice welcome(String version) {
    return new Notice(
        NoticeId.of("welcome"),
        version,
        Locale.GERMAN,
        "Sie sprechen mit einem KI-System. Dürfen wir aufzeichnen? Drücken Sie 1 für ja, 2 für nein."
            + " Sie können jederzeit widerrufen; ohne Aufzeichnung geht es genauso weiter.",
        FullText.complete(URI.create("https://office.example/notice")),
        EnumSet.of(
            NoticePart.AI_DISCLOSURE,
            NoticePart.RECORDING,
            NoticePart.CONTROLLER,
            NoticePart.PURPOSES,
            NoticePart.RIGHTS,
            NoticePart.WITHDRAWAL,
            NoticePart.REFUSAL),
        Map.of(QUALITY, question(QUALITY), ADVERTISING, question(ADVERTISING)));
  }

  public static Question question(PurposeId purpose) {
    return new Question(
        purpose,
        Map.of('1', Reply.GIVEN, '2', Reply.REFUSED),
        List.of("ja", "einverstanden", "in Ordnung", "ich stimme zu", "yes", "I agree"),
        List.of("nein", "ich möchte das nicht", "no"),
        "without recording",
        WINDOW);
  }

  public static NoticePlayed played(double from, double to) {
    return played(WELCOME, from, to, to - from);
  }

  public static NoticePlayed played(Notice notice, double from, double to, double full) {
    return NoticePlayed.of(notice, Playout.of(seconds(to - from), seconds(full), second(to)));
  }

  public static Asked asked(double at) {
    return Asked.of(QUALITY, WELCOME, second(at));
  }

  public static Answered given(double at) {
    return new Answered(QUALITY, new ConsentOutcome.Given(), Method.KEY_PRESS, second(at));
  }

  public static Answered refused(double at) {
    return new Answered(
        QUALITY, new ConsentOutcome.Refused("without recording"), Method.KEY_PRESS, second(at));
  }

  public static Answered unclear(double at) {
    return new Answered(QUALITY, new ConsentOutcome.Unclear(1), Method.SPOKEN, second(at));
  }

  public static CallConsents after(ConsentEvent... events) {
    CallConsents consents = CallConsents.none();
    for (ConsentEvent event : events) {
      consents = consents.with(event);
    }
    return consents;
  }

  /** Answers as a host would, through the classifier. */
  public static CallConsents answer(CallConsents soFar, Answer answer) {
    ConsentOutcome outcome = AnswerClassifier.classify(soFar, WELCOME, QUALITY, answer);
    return soFar.with(new Answered(QUALITY, outcome, Method.of(answer), answer.at()));
  }

  public static ConsentStatus status(CallConsents consents, double at) {
    return consents.status(QUALITY, second(at), Expiry.NEVER);
  }

  private static Duration seconds(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1000));
  }
}
