package eu.sotto.benchmarks.purpose;

import eu.sotto.consent.CallConsents;
import eu.sotto.consent.ConsentEvent;
import eu.sotto.consent.ConsentOutcome;
import eu.sotto.consent.Method;
import eu.sotto.notice.Notice;
import eu.sotto.permit.Operation;
import eu.sotto.purpose.CallFacts;
import eu.sotto.purpose.Facts;
import eu.sotto.purpose.PurposeRules;
import eu.sotto.purpose.Ruling;
import eu.sotto.purpose.SubjectFacts;
import eu.sotto.register.Register;
import eu.sotto.vocabulary.LineId;
import eu.sotto.vocabulary.NoticeId;
import eu.sotto.vocabulary.Playout;
import eu.sotto.vocabulary.PurposeId;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The thirty rules as a register; each answer carries its reasons and obligations. */
final class Sotto {
  private static final Instant RING = Instant.parse("2026-11-02T09:00:00Z");
  private static final Instant NOW = RING.plusSeconds(60);
  private static final Duration PLAYING = Duration.ofSeconds(10);
  private static final CallFacts CALL = CallFacts.running(LineId.of("main"), true);

  private final Register register = ThirtyRules.register();
  private final PurposeRules rules = PurposeRules.of(register);
  private final Notice notice =
      register.notice(NoticeId.of("welcome"), Locale.GERMAN).orElseThrow();

  /** A request with its facts laid out. */
  record Case(Facts facts, Operation<?> operation, PurposeId purpose) {}

  Case of(Request asked) {
    PurposeId purpose = PurposeId.of(asked.aim().purpose());
    Set<PurposeId> objected = asked.objected() ? Set.of(purpose) : Set.of();
    Instant restricted = asked.restricted() ? NOW : null;
    return new Case(
        new Facts(
            CALL,
            consents(asked, purpose),
            new SubjectFacts(Map.of(), objected, restricted, false),
            NOW),
        Operation.named(asked.operation()).orElseThrow(),
        purpose);
  }

  private CallConsents consents(Request asked, PurposeId purpose) {
    CallConsents known = CallConsents.none();
    if (asked.heard()) {
      Playout playout = Playout.of(PLAYING, PLAYING, RING.plusSeconds(10));
      known = known.with(ConsentEvent.NoticePlayed.of(notice, playout));
    }
    if (asked.given() && notice.question(purpose).isPresent()) {
      known =
          known
              .with(ConsentEvent.Asked.of(purpose, notice, RING.plusSeconds(11)))
              .with(
                  new ConsentEvent.Answered(
                      purpose, new ConsentOutcome.Given(), Method.KEY_PRESS, RING.plusSeconds(12)));
    }
    return known;
  }

  Ruling decide(Case one) {
    return rules.decide(one.facts(), one.operation(), one.purpose(), null);
  }
}
