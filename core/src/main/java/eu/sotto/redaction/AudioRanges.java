package eu.sotto.redaction;

import eu.sotto.vocabulary.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What has to be silenced in a call's audio: ranges that do not touch within a role, in order.
 * Immutable and thread-safe.
 *
 * @param ranges the ranges, by role, then start
 */
public record AudioRanges(List<AudioRange> ranges) {
  /** Sorts the ranges and joins those of one role that touch. */
  public AudioRanges {
    ranges = joined(ranges);
  }

  /**
   * Nothing to silence.
   *
   * @return no range
   */
  public static AudioRanges none() {
    return new AudioRanges(List.of());
  }

  /**
   * The ranges on one role's channel.
   *
   * @param role the role
   * @return its ranges in order of time
   */
  public List<AudioRange> of(Role role) {
    return ranges.stream().filter(range -> range.role() == role).toList();
  }

  /**
   * How much is silenced on all channels together.
   *
   * @return milliseconds; a range up to an end that is not known counts as it is
   */
  public long totalMs() {
    long total = 0;
    for (AudioRange range : ranges) {
      long length = range.endMs() - range.startMs();
      total = length > Long.MAX_VALUE - total ? Long.MAX_VALUE : total + length;
    }
    return total;
  }

  private static List<AudioRange> joined(List<AudioRange> given) {
    List<AudioRange> sorted = new ArrayList<>(given);
    sorted.sort(Comparator.comparing(AudioRange::role).thenComparingLong(AudioRange::startMs));
    List<AudioRange> joined = new ArrayList<>();
    for (AudioRange range : sorted) {
      AudioRange last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (last != null && last.role() == range.role() && range.startMs() <= last.endMs()) {
        long end = Math.max(last.endMs(), range.endMs());
        joined.set(joined.size() - 1, new AudioRange(last.role(), last.startMs(), end));
      } else {
        joined.add(range);
      }
    }
    return List.copyOf(joined);
  }
}
