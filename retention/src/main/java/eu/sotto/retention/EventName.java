package eu.sotto.retention;

/**
 * The name of an event that can start a period, such as {@code call-ended}.
 *
 * @param name letters, digits and {@code . _ : / ; + @ -}, no blanks, at most 200 characters
 */
public record EventName(String name) implements Comparable<EventName> {
  /** Refuses a name of another shape. */
  public EventName {
    Names.require(name, "an event name");
  }

  /**
   * The event of that name.
   *
   * @param name the name
   * @return the value
   * @throws IllegalArgumentException if the name has another shape
   */
  public static EventName of(String name) {
    return new EventName(name);
  }

  @Override
  public int compareTo(EventName other) {
    return name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return name;
  }
}
