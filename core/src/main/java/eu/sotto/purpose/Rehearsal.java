package eu.sotto.purpose;

import eu.sotto.consent.CallConsents;
import eu.sotto.consent.ConsentEvent.Answered;
import eu.sotto.consent.ConsentEvent.Asked;
import eu.sotto.consent.ConsentEvent.NoticePlayed;
import eu.sotto.consent.ConsentOutcome;
import eu.sotto.consent.Method;
import eu.sotto.notice.Notice;
import eu.sotto.purpose.RegisterChange.Combination;
import eu.sotto.register.Line;
import eu.sotto.register.Register;
import eu.sotto.vocabulary.ContractTie;
import eu.sotto.vocabulary.LineId;
import eu.sotto.vocabulary.Playout;
import eu.sotto.vocabulary.PurposeId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Calls that never took place, played through a register as it declares them. Not thread-safe. */
final class Rehearsal {
  private static final Duration PLAYING = Duration.ofSeconds(10);
  private static final Duration BEFORE = Duration.ofMinutes(1);

  private final PurposeRules rules;
  private final Register register;
  private final Instant at;
  private final Map<List<Object>, Facts> played = new HashMap<>();

  Rehearsal(Register register, Instant at) {
    this.rules = PurposeRules.of(register);
    this.register = register;
    this.at = at;
  }

  Ruling decide(Combination asked) {
    return rules.decide(
        played.computeIfAbsent(
            List.of(asked.line(), asked.purpose(), asked.circumstance()), none -> facts(asked)),
        asked.operation(),
        asked.purpose(),
        asked.recipient().orElse(null));
  }

  private Facts facts(Combination asked) {
    CallFacts call = CallFacts.running(asked.line(), false);
    return new Facts(call, consents(asked), subject(asked), at);
  }

  private CallConsents consents(Combination asked) {
    CallConsents consents = CallConsents.none();
    if (asked.circumstance() == Circumstance.NOTHING_HEARD) {
      return consents;
    }
    List<Notice> notices = notices(asked.line());
    Instant heard = at.minus(BEFORE);
    for (Notice notice : notices) {
      consents = consents.with(NoticePlayed.of(notice, Playout.of(PLAYING, PLAYING, heard)));
    }
    return asked.circumstance() == Circumstance.INFORMED
        ? consents
        : agreed(consents, notices, asked.purpose(), heard);
  }

  private static CallConsents agreed(
      CallConsents consents, List<Notice> notices, PurposeId purpose, Instant heard) {
    return notices.stream()
        .filter(notice -> notice.question(purpose).isPresent())
        .findFirst()
        .map(
            notice ->
                consents
                    .with(Asked.of(purpose, notice, heard.plusSeconds(1)))
                    .with(
                        new Answered(
                            purpose,
                            new ConsentOutcome.Given(),
                            Method.KEY_PRESS,
                            heard.plusSeconds(2))))
        .orElse(consents);
  }

  private SubjectFacts subject(Combination asked) {
    Set<PurposeId> objected =
        asked.circumstance() == Circumstance.OBJECTED ? Set.of(asked.purpose()) : Set.of();
    @Nullable Instant restricted =
        asked.circumstance() == Circumstance.RESTRICTED ? at.minusSeconds(1) : null;
    // a register is compared for the people whom it is made for
    var party = new SubjectFacts.Tied(ContractTie.PARTY, at.minus(BEFORE));
    return new SubjectFacts(
        Map.of(), objected, restricted, false, Set.of(), Map.of(asked.purpose(), party));
  }

  private List<Notice> notices(LineId line) {
    return register.line(line).map(Line::notices).orElse(List.of()).stream()
        .flatMap(id -> register.notice(id, register.defaultLanguage()).stream())
        .toList();
  }
}
