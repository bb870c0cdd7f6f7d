package eu.sotto.redaction;

/** What stands in audio where something was taken out. */
public enum AudioFill {
  /** Nothing is heard. */
  SILENCE,
  /**
   * A tone of 1 kHz at a tenth of the full scale, so that a listener hears that something was taken
   * out; in audio of less than 4,000 samples per second it is lower.
   */
  TONE
}
