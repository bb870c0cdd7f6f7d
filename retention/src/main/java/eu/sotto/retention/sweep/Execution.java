package eu.sotto.retention.sweep;

import eu.sotto.retention.Disposition.Dispose;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What came of executing a plan.
 *
 * @param <K> the type of the host's ids
 */
public sealed interface Execution<K> {
  /**
   * The confirmation did not fit, so nothing was touched.
   *
   * @param reason why it did not fit
   * @param <K> the type of the host's ids
   */
  record NotConfirmed<K>(Reason reason) implements Execution<K> {
    /** Refuses a missing reason. */
    public NotConfirmed {
      Objects.requireNonNull(reason, "reason");
    }
  }

  /**
   * Every planned record was decided again and either disposed of or refused.
   *
   * @param disposed the records that went
   * @param refused the records that were left alone, each with its ground
   * @param <K> the type of the host's ids
   */
  record Executed<K>(List<Disposed<K>> disposed, List<Refused<K>> refused) implements Execution<K> {
    /** Copies the lists. */
    public Executed {
      disposed = List.copyOf(disposed);
      refused = List.copyOf(refused);
    }
  }

  /** Why a confirmation does not fit. */
  enum Reason {
    /** It has expired. */
    EXPIRED,
    /** It confirms another plan. */
    OTHER_PLAN
  }

  /**
   * A record that went.
   *
   * @param id the host's id; never printed by this module
   * @param retentionClass the name of its class
   * @param disposal under which rule and how
   * @param at when it went
   * @param <K> the type of the host's ids
   */
  record Disposed<K>(K id, String retentionClass, Dispose disposal, Instant at) {
    /** Refuses missing parts. */
    public Disposed {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(retentionClass, "retentionClass");
      Objects.requireNonNull(disposal, "disposal");
      Objects.requireNonNull(at, "at");
    }

    /**
     * Class and disposal; never the id.
     *
     * @return a text without personal data
     */
    @Override
    public String toString() {
      return "Disposed[" + retentionClass + ", " + disposal + ", " + at + "]";
    }
  }

  /**
   * A record that was left alone.
   *
   * @param id the host's id; never printed by this module
   * @param ground why
   * @param <K> the type of the host's ids
   */
  record Refused<K>(K id, Refusal ground) {
    /** Refuses missing parts. */
    public Refused {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(ground, "ground");
    }

    /**
     * The ground; never the id.
     *
     * @return a text without personal data
     */
    @Override
    public String toString() {
      return "Refused[" + ground + "]";
    }
  }
}
