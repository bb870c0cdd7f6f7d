package eu.sotto.vocabulary;

/** Whether a recording still takes audio. */
public enum Flow {
  /** It does. */
  OPEN,
  /** It does not any more: its permit has ended. What was passed after the end was not taken. */
  STOPPED
}
