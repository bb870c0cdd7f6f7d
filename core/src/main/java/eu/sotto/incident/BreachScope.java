package eu.sotto.incident;

import eu.sotto.vocabulary.RecipientId;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;

/** How far a breach reaches: what is searched for in ledger and records. Immutable, thread-safe. */
public sealed interface BreachScope {
  /**
   * What was processed in a window of time: every call that was live in it, every step that was
   * taken in it. A call that never ended counts as live.
   *
   * @param from the first instant
   * @param until the instant after the last, later than {@code from}
   */
  record During(Instant from, Instant until) implements BreachScope {
    /**
     * Checks the window.
     *
     * @throws IllegalArgumentException if it is empty
     */
    public During {
      requireWindow(from, until);
    }

    @Override
    public String text() {
      return "during " + from + "/" + until;
    }
  }

  /**
   * What was in the store before an instant, as whoever copied it then has it.
   *
   * @param before the instant
   */
  record Stored(Instant before) implements BreachScope {
    /** Refuses null. */
    public Stored {
      Objects.requireNonNull(before, "before");
    }

    @Override
    public String text() {
      return "stored before " + before;
    }
  }

  /**
   * What is sealed under a key: a subject's content or evidence key, or a bucket key.
   *
   * @param key its random id, 32 lower-case hexadecimal digits
   */
  record UnderKey(String key) implements BreachScope {
    /**
     * Checks the id.
     *
     * @throws IllegalArgumentException if it is not an id
     */
    public UnderKey {
      requireId(key, "a key");
    }

    @Override
    public String text() {
      return "under key " + key;
    }
  }

  /**
   * What one opening of the store permitted, answered or wrote.
   *
   * @param node the node's random id, 32 lower-case hexadecimal digits
   */
  record OnNode(String node) implements BreachScope {
    /**
     * Checks the id.
     *
     * @throws IllegalArgumentException if it is not an id
     */
    public OnNode {
      requireId(node, "a node");
    }

    @Override
    public String text() {
      return "on node " + node;
    }
  }

  /**
   * What a recipient was permitted to process or was given in a window of time.
   *
   * @param recipient the recipient
   * @param from the first instant
   * @param until the instant after the last, later than {@code from}
   */
  record ToRecipient(RecipientId recipient, Instant from, Instant until) implements BreachScope {
    /**
     * Checks the window.
     *
     * @throws IllegalArgumentException if it is empty
     */
    public ToRecipient {
      Objects.requireNonNull(recipient, "recipient");
      requireWindow(from, until);
    }

    @Override
    public String text() {
      return "to recipient " + recipient.value() + " " + from + "/" + until;
    }
  }

  /**
   * As it is documented: names of the register, times and random ids only.
   *
   * @return the text
   */
  String text();

  private static void requireWindow(Instant from, Instant until) {
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException("a window ends after it begins");
    }
  }

  private static void requireId(String id, String what) {
    if (!Pattern.matches("[0-9a-f]{32}", id)) {
      throw new IllegalArgumentException(what + " has 32 lower-case hexadecimal digits");
    }
  }
}
