package eu.sotto.consent;

import eu.sotto.consent.ConsentEvent.Asked;
import eu.sotto.notice.Notice;
import eu.sotto.notice.Question;
import eu.sotto.notice.Reply;
import eu.sotto.permit.ReasonCode;
import eu.sotto.vocabulary.Answer;
import eu.sotto.vocabulary.PurposeId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * Says what an answer to a consent question amounts to. Consent is given only by an act that the
 * notice declares, after the question was heard to its end and within its window, if the whole
 * notice with the right to withdraw was heard before; in any doubt it is not. Every answer closes
 * its question: after it only a plain no is heard until the question is put again. Stateless and
 * thread-safe. Source: GDPR Art. 4(11), 7; EDPB Guidelines 05/2020, paragraphs 75 to 86.
 */
public final class AnswerClassifier {
  /** Which version of these rules decided; stored with each answer. */
  public static final String VERSION = "2";

  private AnswerClassifier() {}

  /**
   * Classifies an answer.
   *
   * @param soFar what was recorded of the call before this answer
   * @param notice the declared notice that put the question
   * @param purpose the purpose that the question was about
   * @param answer what the caller did
   * @return what it amounts to
   */
  public static ConsentOutcome classify(
      CallConsents soFar, Notice notice, PurposeId purpose, Answer answer) {
    Timeline timeline = soFar.timeline(purpose);
    Optional<Asked> last = timeline.last();
    Optional<Question> declared = notice.question(purpose);
    if (last.isEmpty() || declared.isEmpty()) {
      return new ConsentOutcome.NotValid(ReasonCode.CONSENT_NOT_ASKED);
    }
    Question question = declared.get();
    Reading reading = read(question, answer);
    ConsentStatus status = timeline.status(Instant.MAX, Expiry.NEVER);
    if (status.given() && reading == Reading.NO) {
      // whenever and however a standing consent is taken back, it is
      return new ConsentOutcome.Refused(question.refusalRoute());
    }
    return invalidity(soFar, notice, question, last.get(), answer)
        .or(() -> closed(timeline, status, reading))
        .<ConsentOutcome>map(ConsentOutcome.NotValid::new)
        .orElseGet(() -> outcome(heard(question, answer, reading), question, timeline, status));
  }

  private static Optional<ReasonCode> invalidity(
      CallConsents soFar, Notice notice, Question question, Asked asked, Answer answer) {
    if (!Wording.of(notice).equals(asked.wording())) {
      return Optional.of(ReasonCode.NOTICE_WORDING_DIFFERS);
    }
    Instant acted = answer instanceof Answer.DoubleOptIn optIn ? optIn.sent() : answer.at();
    if (acted.isBefore(asked.at())) {
      return Optional.of(ReasonCode.ANSWERED_BEFORE_QUESTION_ENDED);
    } else if (acted.isAfter(asked.at().plus(question.answerWindow()))) {
      return Optional.of(ReasonCode.ANSWERED_TOO_LATE);
    }
    return Hearing.obstacle(soFar.played(), asked.wording(), acted);
  }

  private static Optional<ReasonCode> closed(
      Timeline timeline, ConsentStatus status, Reading reading) {
    boolean stands = timeline.waiting() || status.given() || reading == Reading.NO;
    boolean doubtful = status.state() == ConsentState.UNCLEAR;
    return stands || doubtful ? Optional.empty() : Optional.of(ReasonCode.QUESTION_CLOSED);
  }

  private static ConsentOutcome outcome(
      Reading reading, Question question, Timeline timeline, ConsentStatus status) {
    if (reading == Reading.NO) {
      return new ConsentOutcome.Refused(question.refusalRoute());
    }
    boolean yes = reading == Reading.YES && (timeline.waiting() || status.given());
    return yes ? new ConsentOutcome.Given() : new ConsentOutcome.Unclear(timeline.timesAsked());
  }

  /** What the recogniser is not sure enough of counts neither as a yes nor as a no. */
  private static Reading heard(Question question, Answer answer, Reading reading) {
    if (answer instanceof Answer.Spoken spoken && question.leastConfidence().signum() > 0) {
      BigDecimal confidence = spoken.confidence();
      boolean sure = confidence != null && confidence.compareTo(question.leastConfidence()) >= 0;
      return sure ? reading : Reading.UNCLEAR;
    }
    return reading;
  }

  private static Reading read(Question question, Answer answer) {
    if (answer instanceof Answer.KeyPress press) {
      Reply reply = question.keys().get(press.key());
      if (reply == null) {
        return Reading.UNCLEAR;
      }
      return reply == Reply.GIVEN ? Reading.YES : Reading.NO;
    }
    if (answer instanceof Answer.DoubleOptIn) {
      return Reading.YES;
    }
    Lexicon lexicon = new Lexicon(question.givenPhrases(), question.refusedPhrases());
    return Reading.of(text(answer), lexicon);
  }

  private static String text(Answer answer) {
    return answer instanceof Answer.Spoken spoken
        ? spoken.text()
        : ((Answer.Written) answer).text();
  }
}
