package eu.sotto.consent;

import eu.sotto.vocabulary.Answer;

/** By what kind of act somebody answered. Immutable and thread-safe. Source: GDPR Art. 4(11). */
public enum Method {
  /** A key pressed on the telephone. */
  KEY_PRESS,
  /** Words as a recogniser heard them. */
  SPOKEN,
  /** Words in writing. */
  WRITTEN,
  /** A form on the web, confirmed by a link that was sent to the address given. */
  DOUBLE_OPT_IN;

  /**
   * The kind of act that an answer is.
   *
   * @param answer the answer
   * @return its kind
   */
  public static Method of(Answer answer) {
    if (answer instanceof Answer.KeyPress) {
      return KEY_PRESS;
    }
    if (answer instanceof Answer.DoubleOptIn) {
      return DOUBLE_OPT_IN;
    }
    return answer instanceof Answer.Spoken ? SPOKEN : WRITTEN;
  }
}
