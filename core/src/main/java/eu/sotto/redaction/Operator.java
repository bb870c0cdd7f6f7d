package eu.sotto.redaction;

import java.util.Locale;

/**
 * Says what is put in the place of a finding. Implementations must be thread-safe and must not
 * write the value into anything they return, {@link #REPORT} apart.
 */
@FunctionalInterface
public interface Operator {
  /** The words stay in text and audio, the finding is only reported. */
  Operator REPORT = Found::text;

  /** The words go, nothing comes in their place. */
  Operator REMOVE = found -> "";

  /** The type in brackets: {@code [PHONE]}. */
  Operator LABEL = found -> "[" + found.type() + "]";

  /** The type with a number, the same for the same value in a call: {@code [PERSON_2]}. */
  Operator NUMBER = found -> "[" + found.type() + "_" + found.number() + "]";

  /**
   * A value that looks real, from ranges reserved for fiction, tests and documentation, the same
   * for the same value in a call, and not one that stands in the call; the numbered type where
   * there is none. In a stream, words not spoken yet cannot be known.
   */
  Operator SURROGATE = found -> "[" + found.type() + "_" + found.number() + "]";

  /**
   * The part that no longer points to one person: the year of a birth date, two digits of a
   * postcode; the label where nothing can stay.
   */
  Operator GENERALISE = Generalisation::of;

  /**
   * The replacement for one finding.
   *
   * @param found what was found
   * @return the text that takes its place; cut at four times the value's length plus 64 characters
   */
  String replace(Found found);

  /**
   * A name for reports.
   *
   * @param operator the operator
   * @return its name in lower case, {@code custom} for a host's own
   */
  static String nameOf(Operator operator) {
    String name = "custom";
    if (operator == REPORT) {
      name = "REPORT";
    } else if (operator == REMOVE) {
      name = "REMOVE";
    } else if (operator == LABEL) {
      name = "LABEL";
    } else if (operator == NUMBER) {
      name = "NUMBER";
    } else if (operator == SURROGATE) {
      name = "SURROGATE";
    } else if (operator == GENERALISE) {
      name = "GENERALISE";
    }
    return name.toLowerCase(Locale.ROOT);
  }
}
