package eu.sotto.vocabulary;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did in answer to a question: an act, never a verdict. The library classifies it by
 * what the notice declares. Silence and staying on the line cannot be expressed (GDPR Art. 4(11)).
 * Immutable and thread-safe; the words are never printed.
 */
public sealed interface Answer {
  /** How many decimals of a recogniser's confidence count. */
  int DECIMALS = 3;

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
   * @param confidence how sure the recogniser is of them, from 0 to 1; null if it does not tell
   * @param at when they began
   */
  record Spoken(String text, @Nullable BigDecimal confidence, Instant at) implements Answer {
    /**
     * Checks text and confidence.
     *
     * @throws IllegalArgumentException if the text is blank or too long, or the confidence is not
     *     from 0 to 1
     */
    public Spoken {
      checkText(text);
      if (confidence != null
          && (confidence.signum() < 0 || confidence.compareTo(BigDecimal.ONE) > 0)) {
        throw new IllegalArgumentException("confidence must be from 0 to 1");
      }
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
   * An opt-in on the web: the form was sent, then the link in the message to the address given was
   * followed. It confirms that address and what was agreed to there; it never proves that the
   * person agreed to be called. Source: UWG § 7(2) no. 1; BGH I ZR 164/09.
   *
   * @param sent when the form with the question was sent
   * @param at when the link was followed, not before that
   */
  record DoubleOptIn(Instant sent, Instant at) implements Answer {
    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException if the link was followed before the form was sent
     */
    public DoubleOptIn {
      if (at.isBefore(sent)) {
        throw new IllegalArgumentException("the link cannot be followed before the form is sent");
      }
    }

    @Override
    public String toString() {
      return "DoubleOptIn[hidden]";
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
    return new Spoken(text, null, at);
  }

  /**
   * Spoken words of which the recogniser tells how sure it is.
   *
   * @param text the words as recognised, 1 to 2,000 characters
   * @param confidence from 0 to 1; rounded to three decimals
   * @param at when they began
   * @return the answer
   * @throws IllegalArgumentException if the text is blank or too long, or the confidence is not
   *     from 0 to 1
   */
  static Answer spoken(String text, double confidence, Instant at) {
    if (Double.isNaN(confidence) || Double.isInfinite(confidence)) {
      throw new IllegalArgumentException("confidence must be from 0 to 1");
    }
    BigDecimal rounded = BigDecimal.valueOf(confidence).setScale(DECIMALS, RoundingMode.DOWN);
    return new Spoken(text, rounded, at);
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

  /**
   * An opt-in on the web that was confirmed.
   *
   * @param sent when the form with the question was sent
   * @param at when the link in the message to the address was followed
   * @return the answer
   * @throws IllegalArgumentException if the link was followed before the form was sent
   */
  static Answer doubleOptIn(Instant sent, Instant at) {
    return new DoubleOptIn(sent, at);
  }

  private static void checkText(String text) {
    Objects.requireNonNull(text, "text");
    if (text.isBlank() || text.length() > 2_000) {
      throw new IllegalArgumentException("text must be 1 to 2,000 characters, not blank");
    }
  }
}
