package eu.sotto.vocabulary;

import java.time.Instant;
import java.util.Objects;

/**
 * What somebody did in answer to a question: an act, never a verdict. The library classifies it by
 * what the notice declares. Silence and staying on the line cannot be expressed (GDPR Art. 4(11)).
 * Immutable and thread-safe; the words are never printed.
 */
public sealed interface Answer {
  /**
   * When the act began.
   *
   * @return the time of the act
   */
  Instant at();

  /**
   * A key pressed on the telephone.
   *
   * @param key one of 0-9, *, #, A-D
   * @param at when it was pressed
   */
  record KeyPress(char key, Instant at) implements Answer {
    /**
     * Checks the key.
     *
     * @throws IllegalArgumentException if it is not a telephone key
     */
    public KeyPress {
      Objects.requireNonNull(at, "at");
      if ("0123456789*#ABCD".indexOf(key) < 0) {
        throw new IllegalArgumentException("key must be one of 0-9, *, #, A-D");
      }
    }

    @Override
    public String toString() {
      return "KeyPress[hidden]";
    }
  }

  /**
   * Words as a recogniser heard them.
   *
   * @param text the words, 1 to 2,000 characters
   * @param at when they began
   */
  record Spoken(String text, Instant at) implements Answer {
    /**
     * Checks the text.
     *
     * @throws IllegalArgumentException if it is blank or too long
     */
    public Spoken {
      checkText(text);
      Objects.requireNonNull(at, "at");
    }

    @Override
    public String toString() {
      return "Spoken[hidden]";
    }
  }

  /**
   * Words in writing: a letter, an e-mail, a form.
   *
   * @param text the words, 1 to 2,000 characters
   * @param at when they arrived
   */
  record Written(String text, Instant at) implements Answer {
    /**
     * Checks the text.
     *
     * @throws IllegalArgumentException if it is blank or too long
     */
    public Written {
      checkText(text);
      Objects.requireNonNull(at, "at");
    }

    @Override
    public String toString() {
      return "Written[hidden]";
    }
  }

  /**
   * A key press.
   *
   * @param key one of 0-9, *, #, A-D
   * @param at when it was pressed
   * @return the answer
   * @throws IllegalArgumentException if it is not a telephone key
   */
  static Answer keyPress(char key, Instant at) {
    return new KeyPress(key, at);
  }

  /**
   * Spoken words.
   *
   * @param text the words as recognised, 1 to 2,000 characters
   * @param at when they began
   * @return the answer
   * @throws IllegalArgumentException if the text is blank or too long
   */
  static Answer spoken(String text, Instant at) {
    return new Spoken(text, at);
  }

  /**
   * Written words.
   *
   * @param text the words, 1 to 2,000 characters
   * @param at when they arrived
   * @return the answer
   * @throws IllegalArgumentException if the text is blank or too long
   */
  static Answer written(String text, Instant at) {
    return new Written(text, at);
  }

  private static void checkText(String text) {
    Objects.requireNonNull(text, "text");
    if (text.isBlank() || text.length() > 2_000) {
      throw new IllegalArgumentException("text must be 1 to 2,000 characters, not blank");
    }
  }
}
