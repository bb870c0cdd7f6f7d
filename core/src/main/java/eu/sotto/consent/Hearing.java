package eu.sotto.consent;

import eu.sotto.consent.ConsentEvent.NoticePlayed;
import eu.sotto.notice.NoticePart;
import eu.sotto.permit.ReasonCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whether somebody had heard what must be heard before a consent can be given. */
final class Hearing {
  private Hearing() {}

  /**
   * What stands against a consent that was asked in a wording.
   *
   * @param played what was played, in any order
   * @param wording the wording of the question
   * @param by the time by which it must have been heard
   * @return the reason, empty if the whole notice with the right to withdraw was heard
   */
  static Optional<ReasonCode> obstacle(List<NoticePlayed> played, Wording wording, Instant by) {
    boolean other = false;
    boolean cut = false;
    boolean heard = false;
    for (NoticePlayed notice : played) {
      if (!notice.wording().equals(wording)) {
        other |= notice.wording().notice().equals(wording.notice());
      } else if (!notice.playout().complete() || notice.at().isAfter(by)) {
        cut = true;
      } else if (notice.parts().contains(NoticePart.WITHDRAWAL)) {
        return Optional.empty();
      } else {
        heard = true;
      }
    }
    if (heard) {
      return Optional.of(ReasonCode.WITHDRAWAL_RIGHT_NOT_TOLD);
    }
    return Optional.of(
        other && !cut ? ReasonCode.NOTICE_WORDING_DIFFERS : ReasonCode.NOTICE_NOT_GIVEN);
  }
}
