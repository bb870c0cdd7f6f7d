package eu.sotto.register;

import eu.sotto.vocabulary.LineId;
import eu.sotto.vocabulary.NoticeId;
import java.util.List;
import java.util.Objects;

/**
 * A line or written channel with the notices that are given on it. Immutable and thread-safe.
 * Source: GDPR Art. 13.
 *
 * @param id the line
 * @param channel by what means it reaches people
 * @param direction which way its calls come about
 * @param ai whether an AI system takes part
 * @param counselling whether preventive or counselling services are offered on it: no guardian is
 *     asked for there (recital 38)
 * @param notices the notices given on it, in their order; without any, nothing is permitted on it
 */
public record Line(
    LineId id,
    Channel channel,
    Direction direction,
    boolean ai,
    boolean counselling,
    List<NoticeId> notices) {
  /** Copies the list. */
  public Line {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(direction, "direction");
    notices = List.copyOf(notices);
  }

  /**
   * A line without counselling.
   *
   * @param id the line
   * @param channel by what means it reaches people
   * @param direction which way its calls come about
   * @param ai whether an AI system takes part
   * @param notices the notices given on it
   */
  public Line(LineId id, Channel channel, Direction direction, boolean ai, List<NoticeId> notices) {
    this(id, channel, direction, ai, false, notices);
  }
}
