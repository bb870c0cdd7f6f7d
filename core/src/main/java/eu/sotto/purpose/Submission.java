package eu.sotto.purpose;

import eu.sotto.redaction.NormalisedValue;
import eu.sotto.redaction.Redaction;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a host hands over to be taken in: fields by name, and values that were found in what was
 * said. Personal data, not filtered yet. Immutable and thread-safe; its text shows nothing of it.
 *
 * @param named values by the host's names of fields, in their order
 * @param found values by kind
 */
public record Submission(Map<String, String> named, List<NormalisedValue> found) {
  private static final int MOST = 256;
  private static final int LONGEST = 10_000;

  /**
   * Copies both.
   *
   * @throws IllegalArgumentException if there are more than 256 values, or one is longer than
   *     10,000 characters
   */
  public Submission {
    named = Collections.unmodifiableMap(new LinkedHashMap<>(named));
    found = List.copyOf(found);
    boolean long0 =
        named.values().stream().anyMatch(value -> value.length() > LONGEST)
            || found.stream().anyMatch(value -> value.value().length() > LONGEST);
    if (long0 || named.size() + found.size() > MOST) {
      throw new IllegalArgumentException(
          "a submission has at most 256 values, none longer than 10,000 characters");
    }
  }

  /**
   * Fields of a form or of a voicebot.
   *
   * @param named values by name
   * @return the submission
   * @throws IllegalArgumentException if there are too many or one is too long
   */
  public static Submission of(Map<String, String> named) {
    return new Submission(named, List.of());
  }

  /**
   * What the redactor found in a call.
   *
   * @param redaction the findings with their readings
   * @param region where national telephone numbers belong, ISO 3166-1 alpha-2
   * @return the submission
   * @throws IllegalArgumentException if there are too many or one is too long
   */
  public static Submission of(Redaction redaction, String region) {
    return new Submission(Map.of(), redaction.values(region));
  }

  @Override
  public String toString() {
    return "Submission[" + (named.size() + found.size()) + " values]";
  }
}
