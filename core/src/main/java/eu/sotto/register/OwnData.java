package eu.sotto.register;

import eu.sotto.vocabulary.DataCategory;
import java.util.Locale;

/**
 * Data that arises beside the content of calls, each with a purpose, basis and retention of its
 * own. Source: GDPR Art. 5(1)(b) and (e).
 */
public enum OwnData {
  /** Numbers, start and duration of a call. */
  CALL_METADATA,
  /** What somebody states to sign up: name, e-mail, phone, time, remarks. */
  REGISTRATION,
  /** What systems note of a use: IP address, time of access, device, log files. */
  TECHNICAL;

  /**
   * The category that its purpose declares.
   *
   * @return {@code call-metadata}, {@code registration} or {@code technical}
   */
  public DataCategory category() {
    return DataCategory.of(name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }
}
