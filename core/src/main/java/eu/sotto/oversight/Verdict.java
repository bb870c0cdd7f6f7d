package eu.sotto.oversight;

/** What a person decided on an outcome. Immutable and thread-safe. */
public sealed interface Verdict {
  /** It stands as it is. */
  record Upheld() implements Verdict {}

  /**
   * Another result takes its place.
   *
   * @param result the result in words, 1 to 4,000 characters; personal data
   */
  record Changed(String result) implements Verdict {
    /**
     * Checks the text.
     *
     * @throws IllegalArgumentException if it is blank or too long
     */
    public Changed {
      Texts.require(result, "result");
    }

    /** Never the result. */
    @Override
    public String toString() {
      return "Changed[hidden]";
    }
  }

  /** It counts no more, and nothing takes its place. */
  record SetAside() implements Verdict {}

  /**
   * It stands.
   *
   * @return the verdict
   */
  static Verdict upheld() {
    return new Upheld();
  }

  /**
   * Another result takes its place.
   *
   * @param result the result in words
   * @return the verdict
   * @throws IllegalArgumentException if it is blank or too long
   */
  static Verdict changed(String result) {
    return new Changed(result);
  }

  /**
   * Nothing of it stands.
   *
   * @return the verdict
   */
  static Verdict setAside() {
    return new SetAside();
  }
}
