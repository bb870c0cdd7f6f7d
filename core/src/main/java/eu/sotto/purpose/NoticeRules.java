package eu.sotto.purpose;

import eu.sotto.consent.ConsentEvent.NoticePlayed;
import eu.sotto.notice.NoticePart;
import eu.sotto.permit.Operation;
import eu.sotto.permit.ReasonCode;
import java.util.List;

/** What the caller must have heard to its end first. GDPR Art. 13; AI Act Art. 50(1), (5). */
final class NoticeRules {
  static final List<Rule> ALL = List.of(NoticeRules::lineHasNotices, NoticeRules::announced);

  private NoticeRules() {}

  private static void lineHasNotices(Case asked, Findings findings) {
    if (withoutNotices(asked)) {
      findings.forbid(ReasonCode.LINE_WITHOUT_NOTICE, asked.facts().call().line());
    }
  }

  private static void announced(Case asked, Findings findings) {
    if (withoutNotices(asked) || asked.emergency() || asked.is(Operation.CONTACT)) {
      return;
    }
    List<NoticePlayed> heard = asked.heard();
    if (heard.isEmpty()) {
      findings.forbid(ReasonCode.NOTICE_NOT_GIVEN, asked.facts().call().line());
    }
    if (asked.ai() && !Case.tells(heard, NoticePart.AI_DISCLOSURE)) {
      findings.forbid(ReasonCode.AI_NOT_DISCLOSED, asked.facts().call().line());
    }
    if (asked.is(Operation.RECORD) && !Case.tells(heard, NoticePart.RECORDING)) {
      findings.forbid(ReasonCode.RECORDING_NOT_ANNOUNCED, asked.facts().call().line());
    }
  }

  private static boolean withoutNotices(Case asked) {
    return asked.notices().isEmpty();
  }
}
