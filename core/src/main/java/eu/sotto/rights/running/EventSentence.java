package eu.sotto.rights.running;

import eu.sotto.ledger.Recorded;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What an entry of the ledger says, for people: a sentence and the values that concern them. */
final class EventSentence {
  private record Both(String german, String english) {}

  private static final Set<String> TECHNICAL =
      Set.of(
          "register",
          "wording_hash",
          "permit",
          "full_ms",
          "withdrawal",
          "finding",
          "request",
          "actor",
          "digest",
          "statement");

  private static final Map<String, Both> SENTENCES =
      Map.ofEntries(
          entry("call_answered", "Ein Gespräch begann", "a call began"),
          entry("call_ended", "Das Gespräch endete", "the call ended"),
          entry("notice_played", "Ein Hinweis wurde abgespielt", "a notice was played"),
          entry("consent_asked", "Um Einwilligung wurde gebeten", "consent was asked for"),
          entry("consent_answered", "Die Frage wurde beantwortet", "the question was answered"),
          entry("consent_unanswered", "Die Frage blieb offen", "the question was not answered"),
          entry("consent_withdrawn", "Eine Einwilligung wurde widerrufen", "consent was withdrawn"),
          entry(
              "consent_found_invalid",
              "Eine Einwilligung war unwirksam",
              "a consent was found invalid"),
          entry(
              "consent_used",
              "Eine Einwilligung in Werbeanrufe wurde genutzt",
              "a consent to advertising calls was used"),
          entry(
              "consent_capacity_stated",
              "Die Einwilligungsfähigkeit wurde festgestellt",
              "it was stated whether a guardian is needed"),
          entry("speaker_joined", "Jemand kam hinzu", "somebody joined"),
          entry("speaker_left", "Jemand verließ das Gespräch", "somebody left"),
          entry("speaker_asked", "Jemand wurde gefragt", "somebody else was asked"),
          entry("speaker_answered", "Jemand antwortete", "somebody else answered"),
          entry("permit_granted", "Ein Vorgang wurde erlaubt", "an operation was permitted"),
          entry("permit_denied", "Ein Vorgang wurde verweigert", "an operation was denied"),
          entry(
              "permit_not_delivered",
              "Eine Erlaubnis wurde nicht erteilt",
              "a permit was not handed out"),
          entry("record_kept", "Etwas wurde aufbewahrt", "something was kept"),
          entry("recording_stopped", "Eine Aufzeichnung hielt an", "a recording stopped"),
          entry("request_received", "Ein Antrag ging ein", "a request was received"),
          entry("access_answered", "Auskunft wurde erteilt", "access was given"),
          entry("call_disclosed", "Daten wurden weitergegeben", "data was disclosed"),
          entry(
              "consent_exported", "Ein Nachweis wurde entnommen", "a consent record was taken out"),
          entry("receipt_issued", "Ein Beleg wurde ausgestellt", "a receipt was issued"),
          entry("subjects_linked", "Zwei Kennungen sind eine Person", "two ids are one person"));

  private EventSentence() {}

  private static Map.Entry<String, Both> entry(String kind, String german, String english) {
    return Map.entry(kind, new Both(german, english));
  }

  static String of(Recorded event, boolean german) {
    Both both = SENTENCES.getOrDefault(event.kind(), new Both(event.kind(), event.kind()));
    String values =
        event.fields().entrySet().stream()
            .filter(field -> !TECHNICAL.contains(field.getKey()))
            .filter(field -> !field.getValue().toString().isEmpty())
            .map(field -> field.getKey() + " = " + field.getValue())
            .collect(Collectors.joining(", "));
    return (german ? both.german() : both.english()) + (values.isEmpty() ? "" : ": " + values);
  }
}
