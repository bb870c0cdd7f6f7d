package eu.sotto.consent;

import eu.sotto.vocabulary.Answer;

/** By what kind of act somebody answered. Immutable and thread-safe. Source: GDPR Art. 4(11). */
public enum Method {
  /** A key pressed on the telephone. */
  KEY_PRESS,
  /** Words as a recogniser heard them. */
  SPOKEN,
  /** Words in writing. */
  WRITTEN;

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
    return answer instanceof Answer.Spoken ? SPOKEN : WRITTEN;
  }
}
