package eu.sotto.retention;

/**
 * The name of a rule, unique within a policy; a key of the law pack is one.
 *
 * @param name letters, digits and {@code . _ : / ; + @ -}, no blanks, at most 200 characters
 */
public record RuleId(String name) implements Comparable<RuleId> {
  /** Refuses a name of another shape. */
  public RuleId {
    Names.require(name, "a rule id");
  }

  /**
   * The id of that name.
   *
   * @param name the name
   * @return the value
   * @throws IllegalArgumentException if the name has another shape
   */
  public static RuleId of(String name) {
    return new RuleId(name);
  }

  @Override
  public int compareTo(RuleId other) {
    return name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return name;
  }
}
