package eu.sotto.redaction;

/**
 * A host's own finder of personal data: a pattern of its business, or a tagger for names. It sees
 * one passage after the other and reports what it finds; its findings go through the same pipeline
 * as the library's own, before them: policy, operators, audio, and names are known in the rest of
 * the call. It must be thread-safe, or be used in one redaction at a time.
 *
 * <p>Its cost is bounded: each call of a method of {@link Passage} is a step, reading the text is
 * one step for each character, and a passage allows {@link Passage#STEPS_PER_CHARACTER} steps for
 * each of its characters. A detector that throws, or goes over this budget, fails closed: the whole
 * passage is masked as {@link PiiType#UNJUDGED}. What it does without asking the passage cannot be
 * bounded here.
 */
@FunctionalInterface
public interface Detector {
  /**
   * Looks for personal data.
   *
   * @param passage the words, and where findings go; not to be kept
   */
  void detect(Passage passage);

  /**
   * What evidence of this detector is called in findings.
   *
   * @return one upper-case code of letters, digits and underscores
   */
  default String code() {
    return "HOST";
  }
}
