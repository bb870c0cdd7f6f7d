package eu.sotto.consent;

import eu.sotto.vocabulary.Answer;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How somebody answered, and by which rules the answer was judged; never what was said. Immutable
 * and thread-safe. Source: GDPR Art. 5(1)(c), 7(1).
 *
 * @param method the kind of act
 * @param confidence how sure the recogniser was, from 0 to 1; null if nobody recognised anything or
 *     the host did not tell
 * @param rule which version of {@link AnswerClassifier} judged it
 */
public record Act(Method method, @Nullable BigDecimal confidence, String rule) {
  /** Checks that method and rule are there. */
  public Act {
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(rule, "rule");
  }

  /**
   * A kind of act, judged by the rules of today.
   *
   * @param method the kind of act
   * @return the act
   */
  public static Act of(Method method) {
    return new Act(method, null, AnswerClassifier.VERSION);
  }

  /**
   * The act that an answer is, judged by the rules of today.
   *
   * @param answer the answer
   * @return the act, without what was said
   */
  public static Act of(Answer answer) {
    BigDecimal confidence = answer instanceof Answer.Spoken spoken ? spoken.confidence() : null;
    return new Act(Method.of(answer), confidence, AnswerClassifier.VERSION);
  }
}
