package eu.sotto.rights.running;

import static eu.sotto.rights.running.Both.entry;

import eu.sotto.ledger.Recorded;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What an entry of the ledger says, for people: a sentence and the values that concern them. */
final class EventSentence {
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
          "restrictions",
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
          "duty",
          "hold");

  private static final Map<String, Both> SENTENCES =
      Map.ofEntries(
          entry("call_answered", "Ein Gespräch begann", "A call began"),
          entry("call_ended", "Das Gespräch endete", "The call ended"),
          entry("notice_played", "Ein Hinweis wurde abgespielt", "A notice was played"),
          entry(
              "notice_handed_over",
              "Ein Hinweis wurde schriftlich übergeben",
              "A notice was handed over in writing"),
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
          entry(
              "contract_tie_stated",
              "Festgehalten wurde, ob der Vertrag Ihrer ist",
              "It was stated whether the contract is yours"),
          entry(
              "contract_tie_noted",
              "Festgehalten wurde, ob der Vertrag Ihrer ist",
              "It was stated whether the contract is yours"),
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
              "restriction_replaced",
              "Sie wollten statt der Einschränkung die Löschung",
              "You wanted an erasure instead of the restriction"),
          entry(
              "restriction_lift_announced",
              "Die Aufhebung der Einschränkung wurde angekündigt",
              "The end of the restriction was announced"),
          entry(
              "restriction_lifted",
              "Die Einschränkung wurde aufgehoben",
              "The restriction was lifted"),
          entry(
              "legal_hold_set",
              "Daten sind wegen eines Rechtsstreits aufzubewahren",
              "Data has to be preserved for a legal case"),
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
          entry(
              "event_stated",
              "Festgehalten wurde, womit Fristen beginnen",
              "An event was noted with which periods begin"),
          entry("contact_requested", "Um einen Kontakt wurde gebeten", "A contact was asked for"),
          entry(
              "presumed_consent_asked",
              "Ein Mensch soll prüfen, ob Ihre Einwilligung in einen Anruf zu vermuten ist",
              "A person is to look at whether your consent to a call may be presumed"),
          entry(
              "presumed_consent_decided",
              "Ein Mensch hat geprüft, ob Ihre Einwilligung in einen Anruf zu vermuten ist",
              "A person looked at whether your consent to a call may be presumed"),
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
          entry("channel", "wie", "how"),
          entry("played_ms", "gehört", "heard"),
          entry("offset_ms", "nach Beginn des Gesprächs", "after the call began"),
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
          entry("capacity", "Einwilligungsfähigkeit", "capacity"),
          entry("tie", "Verhältnis zum Vertrag", "tie to the contract"),
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
          entry("reference", "Aktenzeichen", "reference"),
          entry("event", "Ereignis", "event"),
          entry("day", "Tag", "day"),
          entry("presumed", "zu vermuten", "presumed"),
          entry("until", "gilt bis", "until"),
          entry("why", "Grund", "reason"));

  private final FieldWords words;

  EventSentence(FieldWords words) {
    this.words = words;
  }

  String of(Recorded event) {
    Both both = SENTENCES.getOrDefault(event.kind(), new Both(event.kind(), event.kind()));
    String values =
        event.fields().keySet().stream()
            .filter(field -> !TECHNICAL.contains(field))
            .filter(field -> !FieldWords.text(event, field).isEmpty())
            .map(field -> label(field) + ": " + words.of(event, field))
            .collect(Collectors.joining("; "));
    return said(both) + (values.isEmpty() ? "" : " (" + values + ")");
  }

  private String label(String field) {
    Both label = LABELS.get(field);
    return label == null ? field : said(label);
  }

  private String said(Both both) {
    return both.in(words.in());
  }
}
