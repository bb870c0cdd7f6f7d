package eu.sotto.retention.sweep;

import eu.sotto.retention.Disposition;
import eu.sotto.retention.Disposition.Dispose;
import eu.sotto.retention.RetentionPolicy;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Executes confirmed plans. Each record is read and decided again in the moment of its disposal, by
 * the function that planned it: a hold or an open request that came in between wins.
 *
 * @param <K> the type of the host's ids
 */
public final class Sweep<K> {
  private final RetentionPolicy policy;
  private final Records<K> records;
  private final InstantSource clock;

  /**
   * A sweep over a host's records.
   *
   * @param policy the policy
   * @param records the host's records
   * @param clock tells the time of each decision
   */
  public Sweep(RetentionPolicy policy, Records<K> records, InstantSource clock) {
    this.policy = Objects.requireNonNull(policy, "policy");
    this.records = Objects.requireNonNull(records, "records");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /**
   * The host's records as a sweep needs them.
   *
   * @param <K> the type of the host's ids
   */
  public interface Records<K> {
    /**
     * Reads a record as it is now, with every hold and open request that names it.
     *
     * @param id the id
     * @return the record, or empty if it is gone
     */
    Optional<Candidate<K>> read(K id);

    /**
     * Disposes of a record.
     *
     * @param id the id
     * @param disposal under which rule and how
     */
    void dispose(K id, Dispose disposal);
  }

  /**
   * Executes a plan.
   *
   * @param plan the plan
   * @param token its confirmation
   * @return what came of it; every planned record is either disposed of or refused with its ground
   */
  public Execution<K> execute(SweepPlan<K> plan, PlanToken token) {
    if (!token.fingerprint().equals(plan.fingerprint())
        || !token.expires().equals(plan.expires())) {
      return new Execution.NotConfirmed<>(Execution.Reason.OTHER_PLAN);
    }
    if (!clock.instant().isBefore(token.expires())) {
      return new Execution.NotConfirmed<>(Execution.Reason.EXPIRED);
    }
    List<Execution.Disposed<K>> disposed = new ArrayList<>();
    List<Execution.Refused<K>> refused = new ArrayList<>();
    for (SweepPlan.Item<K> item : plan.due()) {
      execute(item.id(), disposed, refused);
    }
    return new Execution.Executed<>(disposed, refused);
  }

  /** One record's failure must not keep the others past their maximum, hence the wide catch. */
  private void execute(
      K id, List<Execution.Disposed<K>> disposed, List<Execution.Refused<K>> refused) {
    try {
      Candidate<K> current = records.read(id).orElse(null);
      if (current == null) {
        refused.add(new Execution.Refused<>(id, new Refusal.Gone()));
        return;
      }
      Instant now = clock.instant();
      Disposition decided = policy.decide(current.facts(), current.holds(), now);
      if (decided instanceof Dispose disposal) {
        records.dispose(id, disposal);
        String name = current.facts().retentionClass().name();
        disposed.add(new Execution.Disposed<>(id, name, disposal, now));
      } else {
        refused.add(new Execution.Refused<>(id, new Refusal.NoLongerDue(decided)));
      }
    } catch (RuntimeException e) {
      refused.add(new Execution.Refused<>(id, new Refusal.Failed(e.getClass().getName())));
    }
  }
}
