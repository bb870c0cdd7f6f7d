package eu.sotto.retention;

import eu.sotto.retention.calendar.RetentionTerm;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/** Names, rules and instants that many tests share. */
final class Samples {
  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  static final RetentionClass RECORDING = RetentionClass.ofCalls("recording");
  static final RetentionClass LETTER = RetentionClass.ofDocuments("letter");
  static final EventName CALL_ENDED = EventName.of("call-ended");
  static final EventName CONTACT = EventName.of("contact");
  static final PurposeName SERVICE = PurposeName.of("service");
  static final PurposeName DEFENCE = PurposeName.of("defence-of-claims");
  static final RetentionTerm TEN_YEARS = RetentionTerm.parse("P10Y");

  private Samples() {}

  static Instant noon(String day) {
    return LocalDate.parse(day).atTime(LocalTime.NOON).atZone(BERLIN).toInstant();
  }

  static Instant midnight(String day) {
    return LocalDate.parse(day).atStartOfDay(BERLIN).toInstant();
  }

  static Trigger callEnded() {
    return Trigger.event(CALL_ENDED).backstop(TEN_YEARS);
  }

  static RetentionRule delete(String term) {
    return RetentionRule.forClass(RECORDING)
        .mustDeleteBy()
        .trigger(callEnded())
        .period(RetentionTerm.parse(term))
        .source("register")
        .build();
  }

  static RetentionRule deleteAbsolutely(String term) {
    return RetentionRule.forClass(RECORDING)
        .mustDeleteByAbsolutely()
        .trigger(callEnded())
        .period(RetentionTerm.parse(term))
        .source("GwG 8(4)")
        .build();
  }

  static RetentionRule keep(String term) {
    return RetentionRule.forClass(RECORDING)
        .mustKeepUntil()
        .trigger(callEnded())
        .period(RetentionTerm.parse(term))
        .source("WpHG 83")
        .build();
  }

  static RetentionRule may(String term, PurposeName purpose) {
    return RetentionRule.forClass(RECORDING)
        .mayKeep(Justification.forPurpose(purpose, "recorded reason"))
        .trigger(callEnded())
        .period(RetentionTerm.parse(term))
        .source("GDPR 6(1)(f)")
        .build();
  }

  static RetentionRule mayForClaim(String term) {
    return RetentionRule.forClass(RECORDING)
        .mayKeep(Justification.forClaims(DEFENCE, "defence of claims"))
        .trigger(callEnded())
        .period(RetentionTerm.parse(term))
        .source("BGB 195")
        .build();
  }

  static RetentionPolicy policy(RetentionRule... rules) {
    return RetentionPolicy.of(List.of(rules), BERLIN);
  }

  static RecordFacts.Builder call(String endedOn) {
    return RecordFacts.of(RECORDING, noon(endedOn)).event(CALL_ENDED, noon(endedOn));
  }
}
