package eu.sotto.register;

import eu.sotto.retention.RetentionClass;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How what a purpose yields is kept. Immutable and thread-safe. Source: GDPR Art. 5(1)(e), 17, 25.
 *
 * @param retentionClass the class of retention rules; nothing that is transient has one, all else
 *     must
 * @param onWithdrawal what becomes of it when the consent that carried it is withdrawn
 * @param keptOn why it may stay then; always with {@link OnWithdrawal#KEEP_UNTIL_DUE} and only with
 *     it
 * @param redact whether personal identifiers must be removed before anything is kept
 * @param transientOnly whether content exists in memory only and is never kept
 */
public record Keeping(
    @Nullable RetentionClass retentionClass,
    OnWithdrawal onWithdrawal,
    @Nullable KeepGround keptOn,
    boolean redact,
    boolean transientOnly) {
  /** In memory only. */
  public static final Keeping TRANSIENT = new Keeping(null, OnWithdrawal.SHRED, null, true, true);

  /**
   * Refuses contradictions.
   *
   * @throws IllegalArgumentException if something transient has a retention class, or something
   *     kept has none, or what stays after a withdrawal has no ground or the reverse
   */
  public Keeping {
    Objects.requireNonNull(onWithdrawal, "onWithdrawal");
    if ((onWithdrawal == OnWithdrawal.KEEP_UNTIL_DUE) != (keptOn != null)) {
      throw new IllegalArgumentException(
          "what stays after a withdrawal, and only that, needs a second basis or a ground of GDPR"
              + " Art. 17(3)");
    }
    if (transientOnly && retentionClass != null) {
      throw new IllegalArgumentException("what is transient is never kept: no retention class");
    }
    if (!transientOnly && retentionClass == null) {
      throw new IllegalArgumentException("what is kept needs a retention class");
    }
  }

  /**
   * The most protective way of keeping: redacted, and shredded on withdrawal.
   *
   * @param retentionClass the class of retention rules
   * @return the keeping
   */
  public static Keeping under(RetentionClass retentionClass) {
    return new Keeping(retentionClass, OnWithdrawal.SHRED, null, true, false);
  }
}
