package eu.sotto.retention.sweep;

import eu.sotto.retention.CutOffs;
import eu.sotto.retention.DatedPolicy;
import eu.sotto.retention.Disposition;
import eu.sotto.retention.RetentionClass;
import eu.sotto.retention.RetentionPolicy;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a sweep would do: a value to look at, to confirm and to execute. Making it changes nothing.
 *
 * @param asOf the instant that it was made for
 * @param due the records that are due
 * @param reviews the records that need a person
 * @param kept how many records stay
 * @param expires when its confirmation ends
 * @param <K> the type of the host's ids
 */
public record SweepPlan<K>(
    Instant asOf, List<Item<K>> due, List<Item<K>> reviews, long kept, Instant expires) {
  /** Copies the lists. */
  public SweepPlan {
    Objects.requireNonNull(asOf, "asOf");
    due = List.copyOf(due);
    reviews = List.copyOf(reviews);
    Objects.requireNonNull(expires, "expires");
  }

  /**
   * One record of a plan.
   *
   * @param id the host's id; never printed by this module
   * @param disposition what happens to the record
   * @param <K> the type of the host's ids
   */
  public record Item<K>(K id, Disposition disposition) {
    /** Refuses missing parts. */
    public Item {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(disposition, "disposition");
    }

    /**
     * The disposition; never the id.
     *
     * @return a text without personal data
     */
    @Override
    public String toString() {
      return "Item[" + disposition + "]";
    }
  }

  /**
   * Plans a sweep.
   *
   * @param policy the policy
   * @param candidates the records, each once
   * @param asOf the instant to decide for
   * @param validity how long the confirmation is good for, more than zero
   * @param <K> the type of the host's ids; its text form must tell ids apart
   * @return the plan
   * @throws IllegalArgumentException if the validity is not positive
   */
  public static <K> SweepPlan<K> of(
      RetentionPolicy policy,
      Collection<Candidate<K>> candidates,
      Instant asOf,
      Duration validity) {
    if (validity.isZero() || validity.isNegative()) {
      throw new IllegalArgumentException("validity must be more than zero");
    }
    DatedPolicy dated = policy.at(asOf);
    List<Item<K>> due = new ArrayList<>();
    List<Item<K>> reviews = new ArrayList<>();
    Map<RetentionClass, CutOffs> cutOffs = new HashMap<>();
    for (Candidate<K> candidate : candidates) {
      RetentionClass name = candidate.facts().retentionClass();
      CutOffs ofClass = cutOffs.get(name);
      if (ofClass == null) {
        ofClass = policy.cutOffs(name, asOf);
        cutOffs.put(name, ofClass);
      }
      if (ofClass.outcome(candidate.facts(), candidate.holds()) == CutOffs.Outcome.STAYS) {
        continue;
      }
      Disposition disposition = dated.decide(candidate.facts(), candidate.holds());
      (disposition.isDue() ? due : reviews).add(new Item<>(candidate.id(), disposition));
    }
    long kept = candidates.size() - (long) due.size() - reviews.size();
    return new SweepPlan<>(asOf, due, reviews, kept, asOf.plus(validity));
  }

  /**
   * Confirms the plan; without its token it is not executed.
   *
   * @return the token
   */
  public PlanToken confirm() {
    return new PlanToken(fingerprint(), expires);
  }

  /** Covers what is due, under which rules and for when; lengths keep ids apart. */
  String fingerprint() {
    MessageDigest digest = sha256();
    update(digest, asOf.toString());
    update(digest, expires.toString());
    for (Item<K> item : due) {
      update(digest, String.valueOf(item.id()));
      update(digest, item.disposition().toString());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void update(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /**
   * The numbers of the plan; never an id.
   *
   * @return a text without personal data
   */
  @Override
  public String toString() {
    return "SweepPlan[asOf="
        + asOf
        + ", due="
        + due.size()
        + ", reviews="
        + reviews.size()
        + ", kept="
        + kept
        + "]";
  }
}
