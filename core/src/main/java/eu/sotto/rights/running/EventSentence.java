package eu.sotto.rights.running;

import eu.sotto.ledger.Recorded;
import eu.sotto.permit.Reason;
import eu.sotto.permit.ReasonCode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What an entry of the ledger says, for people: a sentence and the values that concern them. */
final class EventSentence {
  private record Both(String german, String english) {}

  private static final Set<String> TECHNICAL =
      Set.of(
          "register",
          "node",
          "wording_hash",
          "permit",
          "full_ms",
          "withdrawal",
          "finding",
          "request",
          "objection",
          "restriction",
          "outcomes",
          "notices",
          "replaces",
          "actor",
          "digest",
          "statement",
          "decision",
          "subject",
          "special",
          "review",
          "successor",
          "resolution",
          "tell",
          "duty");

  private static final Map<String, Both> SENTENCES =
      Map.ofEntries(
          entry("call_answered", "Ein Gespräch begann", "A call began"),
          entry("call_ended", "Das Gespräch endete", "The call ended"),
          entry("notice_played", "Ein Hinweis wurde abgespielt", "A notice was played"),
          entry("consent_asked", "Um Einwilligung wurde gebeten", "Consent was asked for"),
          entry("consent_answered", "Die Frage wurde beantwortet", "The question was answered"),
          entry("consent_unanswered", "Die Frage blieb offen", "The question was not answered"),
          entry("consent_withdrawn", "Eine Einwilligung wurde widerrufen", "Consent was withdrawn"),
          entry(
              "consent_found_invalid",
              "Eine Einwilligung war unwirksam",
              "A consent was found invalid"),
          entry(
              "consent_used",
              "Eine Einwilligung in Werbeanrufe wurde genutzt",
              "A consent to advertising calls was used"),
          entry(
              "consent_capacity_stated",
              "Die Einwilligungsfähigkeit wurde festgestellt",
              "It was stated whether a guardian is needed"),
          entry("speaker_joined", "Jemand kam hinzu", "Somebody joined"),
          entry("speaker_left", "Jemand verließ das Gespräch", "Somebody left"),
          entry("speaker_asked", "Jemand wurde gefragt", "Somebody else was asked"),
          entry("speaker_answered", "Jemand antwortete", "Somebody else answered"),
          entry("permit_granted", "Ein Vorgang wurde erlaubt", "An operation was permitted"),
          entry("permit_denied", "Ein Vorgang wurde verweigert", "An operation was denied"),
          entry(
              "permit_not_delivered",
              "Eine Erlaubnis wurde nicht erteilt",
              "A permit was not handed out"),
          entry(
              "intake_sifted",
              "Nicht Benötigtes wurde verworfen",
              "What was not needed was dropped"),
          entry(
              "question_flagged",
              "Es wurde nach nicht benötigten Daten gefragt",
              "Data that is not needed was asked for"),
          entry("text_redacted", "Angaben wurden entfernt", "Personal data was removed"),
          entry("record_kept", "Etwas wurde aufbewahrt", "Something was kept"),
          entry("recording_stopped", "Eine Aufzeichnung hielt an", "A recording stopped"),
          entry("request_received", "Ein Antrag ging ein", "A request was received"),
          entry("request_identified", "Ihre Identität wurde geprüft", "Your identity was verified"),
          entry(
              "request_doubted",
              "Es bestanden Zweifel an Ihrer Identität",
              "There was doubt about your identity"),
          entry(
              "request_extended",
              "Die Frist zur Antwort wurde verlängert",
              "The time to answer was extended"),
          entry("request_located", "Ihre Daten wurden ermittelt", "Your data was located"),
          entry("request_assessed", "Ihr Antrag wurde geprüft", "Your request was assessed"),
          entry("request_executed", "Ihr Antrag wurde ausgeführt", "Your request was carried out"),
          entry("request_recipients", "Empfänger werden unterrichtet", "Recipients are being told"),
          entry("request_answered", "Ihr Antrag wurde beantwortet", "Your request was answered"),
          entry("objection_raised", "Sie haben widersprochen", "You objected"),
          entry(
              "objection_decided",
              "Über Ihren Widerspruch wurde entschieden",
              "Your objection was decided"),
          entry(
              "restriction_set",
              "Die Verarbeitung wurde eingeschränkt",
              "Processing was restricted"),
          entry(
              "restriction_lift_announced",
              "Die Aufhebung der Einschränkung wurde angekündigt",
              "The end of the restriction was announced"),
          entry(
              "restriction_lifted",
              "Die Einschränkung wurde aufgehoben",
              "The restriction was lifted"),
          entry("record_rectified", "Etwas wurde berichtigt", "Something was put right"),
          entry("data_ported", "Ihre Daten wurden übertragen", "Your data was handed over"),
          entry("access_answered", "Auskunft wurde erteilt", "Access was given"),
          entry("call_disclosed", "Daten wurden weitergegeben", "Data was disclosed"),
          entry(
              "consent_exported", "Ein Nachweis wurde entnommen", "A consent record was taken out"),
          entry("receipt_issued", "Ein Beleg wurde ausgestellt", "A receipt was issued"),
          entry("content_opened", "Jemand sah den Inhalt ein", "Somebody opened the content"),
          entry("actor_refused", "Jemandem wurde etwas verwehrt", "Somebody was refused an act"),
          entry(
              "decision_observed",
              "Eine Entscheidung wurde geprobt",
              "A decision was tried without effect"),
          entry(
              "do_not_contact_stated",
              "Sie möchten nicht kontaktiert werden",
              "You do not want to be contacted"),
          entry("contact_requested", "Um einen Kontakt wurde gebeten", "A contact was asked for"),
          entry(
              "identified_consent",
              "Die Einwilligung wurde der Person zugeordnet",
              "It was made sure that the consent was the person's"),
          entry(
              "ai_outcome_recorded",
              "Ein Ergebnis künstlicher Intelligenz oder seine Berichtigung wurde festgehalten",
              "An outcome of artificial intelligence, or its correction, was recorded"),
          entry(
              "ai_outcome_dropped",
              "Ein Ergebnis künstlicher Intelligenz wurde verworfen",
              "An outcome of artificial intelligence was dropped"),
          entry(
              "ai_outcome_challenged",
              "Ein Ergebnis künstlicher Intelligenz wurde angefochten",
              "An outcome of artificial intelligence was contested"),
          entry(
              "review_input_seen",
              "Wer prüft, sah eine Grundlage des Ergebnisses ein",
              "A reviewer opened what the outcome rests on"),
          entry("review_reasoned", "Eine Prüfung wurde begründet", "A review was reasoned"),
          entry("review_resolved", "Ein Mensch schloss eine Prüfung ab", "A person ended a review"),
          entry(
              "effect_stated",
              "Eine Wirkung künstlicher Intelligenz wurde festgestellt",
              "An effect of artificial intelligence was stated"),
          entry("caller_told", "Sie wurden unterrichtet", "You were told"),
          entry("subjects_linked", "Zwei Kennungen sind eine Person", "Two ids are one person"));

  private static final Map<String, Both> LABELS =
      Map.ofEntries(
          entry("call", "Kennung des Gesprächs", "id of the call"),
          entry("party", "Ihr Anschluss", "your number or address"),
          entry("scope", "Umfang", "scope"),
          entry("line", "angerufener Anschluss", "line"),
          entry("notice", "Hinweis", "notice"),
          entry("version", "Fassung", "version"),
          entry("language", "Sprache", "language"),
          entry("parts", "enthalten", "contains"),
          entry("played_ms", "gehört, in Millisekunden", "heard, in milliseconds"),
          entry("offset_ms", "Millisekunden nach Beginn", "milliseconds after the start"),
          entry("controller", "Verantwortlicher", "controller"),
          entry("operations", "Vorgänge", "operations"),
          entry("categories", "Arten von Daten", "kinds of data"),
          entry("recipients", "Empfänger", "recipients"),
          entry("kept_days", "Aufbewahrung in Tagen", "kept for days"),
          entry("kept_longest", "längstens, in Tagen", "at the longest, in days"),
          entry("purpose", "Zweck", "purpose"),
          entry("operation", "Vorgang", "operation"),
          entry("recipient", "Empfänger", "recipient"),
          entry("obligations", "Auflagen", "obligations"),
          entry("reasons", "Gründe", "reasons"),
          entry("outcome", "Antwort", "answer"),
          entry("detail", "Näheres", "details"),
          entry("method", "Weg", "by"),
          entry("confidence", "Sicherheit der Erkennung", "confidence of the recognition"),
          entry("rule", "angewandte Regel", "rule applied"),
          entry("record", "Stück", "record"),
          entry("kind", "Art", "kind"),
          entry("found", "entfernt", "removed"),
          entry("retention_class", "Aufbewahrungsklasse", "retention class"),
          entry("records", "Anzahl", "number"),
          entry("identity", "Prüfung der Identität", "identity checked by"),
          entry("speaker", "Sprecher", "speaker"),
          entry("task", "Aufgabe", "task"),
          entry("authentication", "Anmeldung", "authentication"),
          entry("role", "Rolle", "role"),
          entry("format", "Format", "format"),
          entry("right", "Recht", "right"),
          entry("level", "Stufe", "level"),
          entry("purposes", "Zwecke", "purposes"),
          entry("marketing", "Direktwerbung", "direct marketing"),
          entry("ground", "Grund", "ground"),
          entry("withheld", "zurückgehalten", "withheld"),
          entry("destination", "an", "to"),
          entry("kept", "aufbewahrt", "kept"),
          entry("taken", "aufgenommene Felder", "fields taken in"),
          entry("dropped", "verworfen", "dropped"),
          entry("kinds", "Arten von Daten", "kinds of data"),
          entry("questions", "Fragen", "questions"),
          entry("result", "Ergebnis", "result"),
          entry("inputs", "beruht auf", "rests on"),
          entry("model", "Modell", "model"),
          entry("involvement", "Anteil von Menschen", "part of people"),
          entry("procedure", "Verfahren", "procedure"),
          entry("principles", "Grundsätze", "principles"),
          entry("cause", "Anlass", "cause"),
          entry("words", "Worte", "words"),
          entry("reason", "Begründung", "reason"),
          entry("verdict", "Entscheidung", "verdict"),
          entry("effect", "Wirkung", "effect"),
          entry("what", "was geschah", "what happened"),
          entry("remedy", "was zu tun ist", "what can be done"),
          entry("about", "worüber", "about"),
          entry("why", "Grund", "reason"));

  private static final Map<String, Both> WORDS =
      Map.ofEntries(
          entry("ADVERTISING", "keine Werbung", "no advertising"),
          entry("ANY", "gar nicht", "not at all"),
          entry("given", "eingewilligt", "agreed"),
          entry("refused", "abgelehnt", "refused"),
          entry("unclear", "nicht eindeutig", "not clear"),
          entry("not-valid", "nicht wirksam", "not valid"),
          entry("KEY_PRESS", "Taste", "key"),
          entry("SPOKEN", "mündlich", "spoken"),
          entry("WRITTEN", "schriftlich", "in writing"),
          entry("DOUBLE_OPT_IN", "im Netz, bestätigt", "on the web, confirmed"),
          entry("upheld", "stattgegeben", "upheld"),
          entry("overridden", "überwiegende Gründe", "overridden"),
          entry("granted", "entsprochen", "granted"),
          entry("partly", "teilweise entsprochen", "granted in part"),
          entry("ACCESS", "Auskunft", "access"),
          entry("RECTIFICATION", "Berichtigung", "rectification"),
          entry("ERASURE", "Löschung", "erasure"),
          entry("RESTRICTION", "Einschränkung", "restriction"),
          entry("PORTABILITY", "Übertragbarkeit", "portability"),
          entry("OBJECTION", "Widerspruch", "objection"),
          entry("WITHDRAWAL", "Widerruf", "withdrawal"),
          entry("RECORDING", "Aufzeichnung", "recording"),
          entry("TRANSCRIPT", "Mitschrift", "transcript"),
          entry("SUMMARY", "Zusammenfassung", "summary"),
          entry("FIELDS", "Angaben", "fields"),
          entry("CALL_METADATA", "Verbindungsdaten", "call metadata"),
          entry("REGISTRATION", "Angaben zur Anmeldung", "registration data"),
          entry("TECHNICAL", "technische Daten", "technical data"),
          entry("NONE", "keiner", "none"),
          entry("SUPERVISED", "beaufsichtigt", "supervised"),
          entry("BY_PERSON", "von einem Menschen entschieden", "decided by a person"),
          entry("confirmed", "bestätigt", "confirmed"),
          entry("changed", "geändert", "changed"),
          entry("set-aside", "aufgehoben", "set aside"),
          entry("CHALLENGED", "von Ihnen angefochten", "contested by you"),
          entry("FLAGGED", "von Beschäftigten beanstandet", "flagged by staff"),
          entry("CORRECTED", "Berichtigung", "correction"),
          entry("UPHELD", "Bestätigung", "confirmation"),
          entry(
              "SPECIAL_CATEGORY_USED",
              "besondere Kategorien von Daten verwendet",
              "special categories of data used"),
          entry("UNFORESEEN_EFFECT", "unvorhergesehene Wirkung", "unforeseen effect"),
          entry("INTERNAL", "intern", "internal"),
          entry("PROCESSOR", "Auftragsverarbeiter", "processor"),
          entry("SUB_PROCESSOR", "Unterauftragsverarbeiter", "sub-processor"),
          entry("CONTROLLER", "eigener Verantwortlicher", "controller of its own"));

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
            .map(field -> labelled(field.getKey(), field.getValue().toString(), german))
            .collect(Collectors.joining("; "));
    return said(both, german) + (values.isEmpty() ? "" : " (" + values + ")");
  }

  private static String labelled(String field, String value, boolean german) {
    Both label = LABELS.get(field);
    String words =
        switch (field) {
          case "reasons" -> reasons(value, german);
          case "outcome", "method", "right", "scope" -> word(value, german);
          case "involvement", "verdict", "cause", "about", "effect" -> word(value, german);
          default -> value;
        };
    return (label == null ? field : said(label, german)) + ": " + words;
  }

  /** A value of the ledger in words, or as it is if there are none. */
  static String word(String value, boolean german) {
    Both both = WORDS.get(value);
    return both == null ? value : said(both, german);
  }

  private static String reasons(String codes, boolean german) {
    Locale language = german ? Locale.GERMAN : Locale.ENGLISH;
    return Arrays.stream(codes.split(" ", -1))
        .map(code -> Reason.of(ReasonCode.valueOf(code)).sentence(language))
        .collect(Collectors.joining(", "));
  }

  private static String said(Both both, boolean german) {
    return german ? both.german() : both.english();
  }
}
