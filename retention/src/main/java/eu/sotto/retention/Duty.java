package eu.sotto.retention;

/**
 * What a restricted record is still kept for, and nothing else.
 *
 * @param name a rule's id, or a hold's reference
 * @param source the citation that it follows
 */
public record Duty(String name, String source) {
  /** Refuses blank parts. */
  public Duty {
    Names.requireText(name, "name");
    Names.requireText(source, "source");
  }
}
