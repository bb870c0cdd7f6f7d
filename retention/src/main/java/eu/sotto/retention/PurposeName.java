package eu.sotto.retention;

/**
 * The name of a purpose that a record serves.
 *
 * @param name letters, digits and {@code . _ : / ; + @ -}, no blanks, at most 200 characters
 */
public record PurposeName(String name) implements Comparable<PurposeName> {
  /** Refuses a name of another shape. */
  public PurposeName {
    Names.require(name, "a purpose name");
  }

  /**
   * The purpose of that name.
   *
   * @param name the name
   * @return the value
   * @throws IllegalArgumentException if the name has another shape
   */
  public static PurposeName of(String name) {
    return new PurposeName(name);
  }

  @Override
  public int compareTo(PurposeName other) {
    return name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return name;
  }
}
