package eu.sotto.retention;

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

  final ClassRules rules;
  final Moments moments;
  final End[] duties;
  final @Nullable End[] claims;
  final End[] permissions;
  final @Nullable End maximum;
  final @Nullable End absolute;
  final @Nullable End limit;

  Weighing(ClassRules rules, PolicyZone place, RecordFacts facts) {
    this.rules = rules;
    this.moments = new Moments(rules.triggers, place, facts);
    this.duties = ends(rules.duties);
    this.claims = moments.facts().claims().isEmpty() ? NONE : claims(rules.claims);
    this.permissions = permissions(rules.permissions);
    End first = null;
    End firstAbsolute = null;
    for (BoundRule rule : rules.maxima) {
      End end = rule.end(moments);
      if (end.day() != End.NO_DAY) {
        first = End.earlier(end, first);
        firstAbsolute = rule.isAbsolute ? End.earlier(end, firstAbsolute) : firstAbsolute;
      }
    }
    this.maximum = first;
    this.absolute = firstAbsolute;
    this.limit = limit();
  }

  private End[] ends(BoundRule[] rules) {
    if (rules.length == 0) {
      return NONE;
    }
    End[] ends = new End[rules.length];
    for (int i = 0; i < ends.length; i++) {
      ends[i] = rules[i].end(moments);
    }
    return ends;
  }

  private @Nullable End[] claims(BoundRule[] rules) {
    @Nullable End[] ends = new End[rules.length];
    for (int i = 0; i < ends.length; i++) {
      ends[i] = moments.facts().hasClaimUnder(rules[i].rule.id()) ? rules[i].end(moments) : null;
    }
    return ends;
  }

  private End[] permissions(BoundRule[] rules) {
    End[] ends = ends(rules);
    for (int i = 0; i < ends.length; i++) {
      long purposeEnd = moments.facts().purposeEnd(rules[i].purpose());
      if (purposeEnd != EpochNanos.NEVER) {
        ends[i] = End.earlier(ends[i], End.ofPurpose(purposeEnd, moments.place()));
      }
    }
    return ends;
  }

  private @Nullable End limit() {
    End ordinary = maximum != null ? maximum : last();
    long gone = moments.facts().purposesGone();
    return gone == EpochNanos.NEVER
        ? ordinary
        : End.earlier(End.ofPurpose(gone, moments.place()), ordinary);
  }

  /** Whether a rule ends the keeping; a purpose alone, without a rule, carries nothing. */
  boolean hasOrdinaryLimit() {
    return maximum != null || last() != null;
  }

  private @Nullable End last() {
    return latest(permissions, latest(claims, latest(duties, null)));
  }

  private static @Nullable End latest(@Nullable End[] ends, @Nullable End soFar) {
    End latest = soFar;
    for (End end : ends) {
      latest = latest == null || (end != null && end.isLaterThan(latest)) ? end : latest;
    }
    return latest;
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

  /** The longest of the ends that keeps at a time. */
  static @Nullable End inForce(@Nullable End[] ends, long now, long today) {
    End longest = null;
    for (End end : ends) {
      if (end != null
          && end.hasBegun(today)
          && !end.isPast(now, today)
          && (longest == null || end.isLaterThan(longest))) {
        longest = end;
      }
    }
    return longest;
  }
}
