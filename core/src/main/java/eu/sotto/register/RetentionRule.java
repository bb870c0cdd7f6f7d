package eu.sotto.register;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * How long data of a class is kept, in the text form of retention rules. Immutable and thread-safe.
 * Source: GDPR Art. 5(1)(e), 30(1)(f).
 *
 * @param retentionClass the class of data that it rules
 * @param trigger the event from which time is counted, for example {@code call-ended}
 * @param term the term in its text form, for example {@code P3M} or {@code P6Y;YE}
 * @param kind what it demands
 * @param source the statute or decision that it rests on
 */
public record RetentionRule(
    String retentionClass, String trigger, String term, RuleKind kind, String source) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9._-]{0,62}[a-z0-9])?");

  /**
   * Checks the texts.
   *
   * @throws IllegalArgumentException if class or trigger are not declared names, or term or source
   *     are blank
   */
  public RetentionRule {
    checkName(retentionClass, "retention class");
    checkName(trigger, "retention trigger");
    Texts.check(term, "retention term");
    Objects.requireNonNull(kind, "kind");
    Texts.check(source, "retention source");
  }

  static void checkName(String name, String what) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          what
              + " must be 1 to 64 characters of a-z, 0-9, '.', '_', '-', beginning and ending with"
              + " a letter or digit");
    }
  }
}
