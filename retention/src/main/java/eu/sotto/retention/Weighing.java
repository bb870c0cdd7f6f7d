package eu.sotto.retention;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The ends of all rules for one record, weighed against each other.
 *
 * <p>The limit ends the ordinary keeping: the earliest maximum or, without one, the last duty,
 * claim or permission; the end of all purposes if that is earlier. Past the limit only what is in
 * force of duties, claims and permissions keeps the record, restricted.
 */
final class Weighing {
  private static final End[] NONE = new End[0];

  private final RecordFacts facts;
  private final PolicyZone place;
  final End[] duties;
  final @Nullable End[] claims;
  final End[] permissions;
  final @Nullable End maximum;
  final @Nullable End absolute;
  final @Nullable End limit;

  Weighing(ClassRules rules, PolicyZone place, RecordFacts facts) {
    this.facts = facts;
    this.place = place;
    this.duties = ends(rules.duties);
    this.claims = claims(rules.claims);
    this.permissions = permissions(rules.permissions);
    this.maximum = maximum(rules.maxima, false);
    this.absolute = maximum(rules.maxima, true);
    this.limit = limit();
  }

  private End[] ends(BoundRule[] rules) {
    if (rules.length == 0) {
      return NONE;
    }
    End[] ends = new End[rules.length];
    for (int i = 0; i < ends.length; i++) {
      ends[i] = rules[i].end(facts);
    }
    return ends;
  }

  private @Nullable End[] claims(BoundRule[] rules) {
    @Nullable End[] ends = new End[rules.length];
    for (int i = 0; i < ends.length; i++) {
      ends[i] = facts.hasClaimUnder(rules[i].rule.id()) ? rules[i].end(facts) : null;
    }
    return ends;
  }

  private End[] permissions(BoundRule[] rules) {
    End[] ends = ends(rules);
    for (int i = 0; i < ends.length; i++) {
      Instant purposeEnd = facts.purposeEnd(rules[i].purpose());
      if (purposeEnd != null) {
        ends[i] = End.earlier(ends[i], ofPurpose(purposeEnd));
      }
    }
    return ends;
  }

  private End ofPurpose(Instant end) {
    return new End(place.key(end), end, null, false);
  }

  private @Nullable End maximum(BoundRule[] rules, boolean onlyAbsolute) {
    End first = null;
    for (BoundRule rule : rules) {
      if (!onlyAbsolute || rule.rule.isAbsolute()) {
        End end = rule.end(facts);
        first = end.key() == Long.MAX_VALUE ? first : End.earlier(first == null ? end : first, end);
      }
    }
    return first;
  }

  private @Nullable End limit() {
    End ordinary = maximum != null ? maximum : last();
    Instant gone = facts.purposesGone();
    return gone == null ? ordinary : End.earlier(ofPurpose(gone), ordinary);
  }

  /** Whether a rule ends the keeping; a purpose alone, without a rule, carries nothing. */
  boolean hasOrdinaryLimit() {
    return maximum != null || last() != null;
  }

  private @Nullable End last() {
    End last = null;
    for (End end : duties) {
      last = last == null || end.key() > last.key() ? end : last;
    }
    for (End end : claims) {
      last = last == null || (end != null && end.key() > last.key()) ? end : last;
    }
    for (End end : permissions) {
      last = last == null || end.key() > last.key() ? end : last;
    }
    return last;
  }

  /** The end after which nothing that is known keeps the record. */
  End settled(End from) {
    End settled = from;
    End longer = longer(settled);
    while (longer != null) {
      settled = longer;
      longer = longer(settled);
    }
    return settled;
  }

  private @Nullable End longer(End than) {
    for (End end : duties) {
      if (end.outlasts(than)) {
        return end;
      }
    }
    for (End end : claims) {
      if (end != null && End.earlier(end, absolute).outlasts(than)) {
        return End.earlier(end, absolute);
      }
    }
    for (End end : permissions) {
      if (End.earlier(end, maximum).outlasts(than)) {
        return End.earlier(end, maximum);
      }
    }
    return null;
  }

  /** The longest of the ends that keeps at an instant. */
  static @Nullable End inForce(@Nullable End[] ends, Instant asOf, long todayKey) {
    End longest = null;
    for (End end : ends) {
      if (end != null
          && end.hasBegun(todayKey)
          && !end.isPast(asOf, todayKey)
          && (longest == null || end.key() > longest.key())) {
        longest = end;
      }
    }
    return longest;
  }
}
