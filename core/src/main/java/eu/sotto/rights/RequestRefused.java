package eu.sotto.rights;

import java.util.Locale;
import java.util.Objects;

/**
 * A right was to be exercised at once, though a step before it was refused. Its message is the
 * refusal's English sentence, without personal data.
 */
public final class RequestRefused extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  /** Which refusal it was. */
  private final StepRefusal why;

  /**
   * A refusal.
   *
   * @param why the reason
   */
  public RequestRefused(StepRefusal why) {
    super(Objects.requireNonNull(why, "why").sentence(Locale.ENGLISH));
    this.why = why;
  }

  /**
   * The reason.
   *
   * @return which refusal it was
   */
  public StepRefusal why() {
    return why;
  }
}
