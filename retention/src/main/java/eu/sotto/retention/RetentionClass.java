package eu.sotto.retention;

import java.util.Objects;

/**
 * A class of records that live by the same rules.
 *
 * @param name letters, digits and {@code . _ : / ; + @ -}, no blanks, at most 200 characters
 * @param material what its records are made of
 */
public record RetentionClass(String name, Material material) implements Comparable<RetentionClass> {
  /** Refuses a name of another shape. */
  public RetentionClass {
    Names.require(name, "a retention class");
    Objects.requireNonNull(material, "material");
  }

  /**
   * A class of calls' recordings, transcripts or summaries.
   *
   * @param name its name
   * @return the class
   */
  public static RetentionClass ofCalls(String name) {
    return new RetentionClass(name, Material.CALL);
  }

  /**
   * A class of documents.
   *
   * @param name its name
   * @return the class
   */
  public static RetentionClass ofDocuments(String name) {
    return new RetentionClass(name, Material.DOCUMENT);
  }

  /**
   * A class of evidence.
   *
   * @param name its name
   * @return the class
   */
  public static RetentionClass ofEvidence(String name) {
    return new RetentionClass(name, Material.EVIDENCE);
  }

  /**
   * A class of other data.
   *
   * @param name its name
   * @return the class
   */
  public static RetentionClass ofData(String name) {
    return new RetentionClass(name, Material.DATA);
  }

  @Override
  public int compareTo(RetentionClass other) {
    int byName = name.compareTo(other.name);
    return byName != 0 ? byName : material.compareTo(other.material);
  }

  @Override
  public String toString() {
    return name;
  }
}
