package eu.sotto.redaction;

/** Audio cannot be silenced because its header is not understood. Says nothing of the content. */
public final class AudioUnreadableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  AudioUnreadableException(String message) {
    super(message);
  }
}
