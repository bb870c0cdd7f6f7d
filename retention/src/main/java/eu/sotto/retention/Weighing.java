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
  final ClassRules rules;
  final Moments moments;
  final @Nullable End maximum;
  final @Nullable End absolute;
  final @Nullable End limit;

  /** The end of each rule by its place, as far as it was asked for. */
  private final @Nullable End[] ends;

  Weighing(ClassRules rules, PolicyZone place, RecordFacts facts) {
    this.rules = rules;
    this.moments = new Moments(rules.awaited, place, facts);
    this.ends = new @Nullable End[rules.all.size()];
    End first = null;
    End firstAbsolute = null;
    for (BoundRule rule : rules.maxima) {
      End end = endOf(rule);
      if (end.day() != End.NO_DAY) {
        first = End.earlier(end, first);
        firstAbsolute = rule.isAbsolute ? End.earlier(end, firstAbsolute) : firstAbsolute;
      }
    }
    this.maximum = first;
    this.absolute = firstAbsolute;
    this.limit = limit();
  }

  /** When a rule ends for the record, whatever else holds. */
  End endOf(BoundRule rule) {
    End known = ends[rule.place];
    if (known == null) {
      known = rule.end(moments);
      ends[rule.place] = known;
    }
    return known;
  }

  /** When a rule stops keeping the record by its own terms; null for a claim that nobody has. */
  private @Nullable End keptUntil(BoundRule rule) {
    RecordFacts facts = moments.facts();
    if (rule.keeps == Ground.CLAIM && !facts.hasClaimUnder(rule.rule.id())) {
      return null;
    }
    long gone =
        rule.keeps == Ground.PERMITTED ? facts.purposeEnd(rule.purpose()) : EpochNanos.NEVER;
    return gone == EpochNanos.NEVER
        ? endOf(rule)
        : End.earlier(endOf(rule), End.ofPurpose(gone, moments.place()));
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
    End latest = null;
    for (BoundRule rule : rules.keepers) {
      End end = keptUntil(rule);
      latest = latest == null || (end != null && end.isLaterThan(latest)) ? end : latest;
    }
    return latest;
  }

  /** The end after which nothing that is known keeps the record. */
  End settled(End from) {
    End settled = from;
    End longest = longest(settled);
    while (longest.isLaterThan(settled)) {
      settled = longest;
      longest = rules.alwaysLaw ? settled : longest(settled);
    }
    return settled;
  }

  /** The longest end of a keeper that keeps the record at another end; else that end itself. */
  private End longest(End than) {
    End longest = than;
    for (BoundRule rule : rules.keepers) {
      End end = keptUntil(rule);
      if (end != null && end.isLaterThan(longest)) {
        End kept = End.earlier(end, capOf(rule));
        if (kept.isLaterThan(longest) && kept.hasBegun(than.day())) {
          longest = kept;
        }
      }
    }
    return longest;
  }

  /** A duty outlasts every maximum, a claim all but an absolute one, a permission none. */
  private @Nullable End capOf(BoundRule rule) {
    if (rule.keeps == Ground.CLAIM) {
      return absolute;
    }
    return rule.keeps == Ground.PERMITTED ? maximum : null;
  }

  /** The longest of the ends of some keepers that keeps at a time. */
  @Nullable End inForce(BoundRule[] keepers, long now, long today) {
    End longest = null;
    for (BoundRule rule : keepers) {
      End end = keptUntil(rule);
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
