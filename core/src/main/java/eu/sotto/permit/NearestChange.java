package eu.sotto.permit;

import java.util.Locale;
import java.util.Map;

/**
 * The nearest change under which a reason would fall away, by the name of its code: a condition, or
 * that nothing changes it. Curly brackets stand for what the reason is about.
 */
final class NearestChange {
  /** A sentence in both languages; without a condition it begins with an exclamation mark. */
  private record Both(String english, String german) {}

  private static final String ABOUT = "{}";
  private static final String FINAL = "!";

  private static final Map<String, Both> CHANGES =
      Map.ofEntries(
          entry(
              "PURPOSE_NOT_DECLARED",
              "the register declared the purpose {} with a legal basis",
              "das Verzeichnis den Zweck {} mit einer Rechtsgrundlage erklärte"),
          entry(
              "OPERATION_NOT_DECLARED",
              "the purpose declared the operation {}",
              "der Zweck den Vorgang {} vorsähe"),
          entry(
              "OPERATION_FORBIDDEN",
              "the register no longer forbade {}",
              "das Verzeichnis {} nicht mehr verböte"),
          entry(
              "LINE_WITHOUT_NOTICE",
              "the register declared a notice for the line {}",
              "das Verzeichnis für den Anschluss {} einen Hinweis erklärte"),
          entry(
              "AI_NOT_DISCLOSED",
              "the AI disclosure of the line {} had been played to its end",
              "der KI-Hinweis des Anschlusses {} bis zum Ende abgespielt wäre"),
          entry(
              "RECORDING_NOT_ANNOUNCED",
              "the recording notice of the line {} had been played to its end",
              "der Aufzeichnungshinweis des Anschlusses {} bis zum Ende abgespielt wäre"),
          entry(
              "NOTICE_NOT_GIVEN",
              "a notice about {} had been played to its end before",
              "ein Hinweis zu {} vorher bis zum Ende abgespielt wäre"),
          entry(
              "CONSENT_NOT_ASKED",
              "consent {} had been asked for and were active",
              "um die Einwilligung {} gebeten worden wäre und sie bestünde"),
          entry(
              "CONSENT_NOT_ANSWERED",
              "consent {} were active: the question is open",
              "die Einwilligung {} bestünde: die Frage ist offen"),
          entry(
              "CONSENT_REFUSED",
              "consent {} were given to a question put anew",
              "die Einwilligung {} auf eine neue Frage erteilt würde"),
          entry(
              "CONSENT_UNCLEAR",
              "consent {} were given without any doubt",
              "die Einwilligung {} unmissverständlich erteilt würde"),
          entry(
              "ANSWERED_BEFORE_QUESTION_ENDED",
              "consent {} were given after the question was heard to its end",
              "die Einwilligung {} erteilt würde, nachdem die Frage zu Ende gehört ist"),
          entry(
              "ANSWERED_TOO_LATE",
              "consent {} were given within the answer window of a new question",
              "die Einwilligung {} in der Antwortzeit einer neuen Frage erteilt würde"),
          entry(
              "QUESTION_CLOSED",
              "the question about {} were put again and answered with yes",
              "die Frage zu {} erneut gestellt und bejaht würde"),
          entry(
              "NOTICE_WORDING_DIFFERS",
              "consent {} were asked for in the wording that is declared and was played",
              "um die Einwilligung {} im erklärten und abgespielten Wortlaut gebeten würde"),
          entry(
              "WITHDRAWAL_RIGHT_NOT_TOLD",
              "the right to withdraw had been told before consent {} was given",
              "vor der Einwilligung {} auf das Widerrufsrecht hingewiesen worden wäre"),
          entry(
              "CONSENT_NOT_VALID",
              "consent {} were given anew and validly",
              "die Einwilligung {} neu und wirksam erteilt würde"),
          entry(
              "CONSENT_WITHDRAWN",
              "consent {} were given anew",
              "die Einwilligung {} neu erteilt würde"),
          entry(
              "CONSENT_EXPIRED",
              "consent {} were given anew: the old one has run out",
              "die Einwilligung {} neu erteilt würde: die alte ist abgelaufen"),
          entry(
              "CONSENT_SUPERSEDED",
              "consent {} were given for what is declared now",
              "die Einwilligung {} für das jetzt Erklärte erteilt würde"),
          entry(
              "GUARDIAN_NEEDED",
              "it were stated for {} that the person is of age or a guardian has agreed",
              "für {} feststünde, dass die Person alt genug ist oder ein Sorgeberechtigter zugestimmt hat"),
          entry(
              "OPT_IN_PROVES_NO_CALL",
              "consent {} to be called were given to the caller or in writing",
              "die Einwilligung {} in Anrufe gesprochen oder schriftlich erteilt würde"),
          entry(
              "NOT_PARTY_TO_CONTRACT",
              "the person were party to the contract of {} or had asked for steps before it",
              "die Person Partei des Vertrags zu {} wäre oder um Schritte davor gebeten hätte"),
          entry(
              "CONTRACT_TIE_NOT_STATED",
              "it were stated that the person who was called is party to the contract of {}",
              "festgehalten wäre, dass die angerufene Person Partei des Vertrags zu {} ist"),
          entry(
              "OBJECTED",
              "a person had decided that compelling grounds for {} outweigh the objection",
              "ein Mensch entschieden hätte, dass zwingende Gründe für {} den Widerspruch überwiegen"),
          entry(
              "RESTRICTED",
              "the restriction were lifted, or consent {} were given knowing of it",
              "die Einschränkung aufgehoben wäre oder die Einwilligung {} in ihrer Kenntnis erteilt würde"),
          entry(
              "SPEAKER_NOT_INFORMED",
              "everybody who speaks ({}) had been told and had agreed where that is needed",
              "alle Sprechenden ({}) unterrichtet wären und, wo nötig, zugestimmt hätten"),
          entry(
              "RECORDING_WITHOUT_LEAVE",
              "{} rested on consent or on a statutory duty to record",
              "{} auf Einwilligung oder einer gesetzlichen Pflicht zur Aufzeichnung beruhte"),
          entry(
              "RECIPIENT_NOT_DECLARED",
              "the purpose declared the recipient {}",
              "der Zweck den Empfänger {} vorsähe"),
          entry(
              "RECIPIENT_FORBIDDEN",
              "the register no longer forbade the recipient {}",
              "das Verzeichnis den Empfänger {} nicht mehr verböte"),
          entry(
              "SUB_PROCESSOR_NOT_ENGAGED",
              "the register named the processor for which {} works",
              "das Verzeichnis den Auftragsverarbeiter nennte, für den {} arbeitet"),
          entry(
              "RECIPIENT_WITHOUT_CONTRACT",
              "there were a data-processing contract with {}",
              "mit {} ein Vertrag zur Auftragsverarbeitung bestünde"),
          entry(
              "TRANSFER_WITHOUT_MECHANISM",
              "the transfer to {} had a mechanism with evidence and date",
              "die Übermittlung an {} eine belegte und datierte Grundlage hätte"),
          entry(
              "COUNTRY_NOT_STATED",
              "the register stated in which country {} processes",
              "das Verzeichnis angäbe, in welchem Land {} verarbeitet"),
          entry(
              "TRANSFER_FORBIDDEN",
              "{} processed in the European Economic Area",
              "{} im Europäischen Wirtschaftsraum verarbeitete"),
          entry(
              "TRANSFER_EVIDENCE_NOT_CURRENT",
              "the evidence for the transfer to {} were checked anew",
              "der Nachweis für die Übermittlung an {} neu geprüft wäre"),
          entry(
              "BASIS_NOT_CURRENT",
              "the register held a current balancing record for {}",
              "das Verzeichnis eine aktuelle Interessenabwägung für {} enthielte"),
          entry(
              "LEGAL_BASIS_MISSING",
              "the register declared a legal basis that carries {}",
              "das Verzeichnis eine Rechtsgrundlage erklärte, die {} trägt"),
          entry(
              "EMOTION_OF_STAFF",
              "!{} is never done while staff can be heard",
              "!{} ist nie erlaubt, solange Beschäftigte zu hören sind"),
          entry(
              "IDENTIFICATION_OF_STAFF",
              "!{} is never done while staff can be heard",
              "!{} ist nie erlaubt, solange Beschäftigte zu hören sind"),
          entry(
              "FURTHER_USE_NOT_ASSESSED",
              "a person had found the use for {} compatible, with date and review",
              "ein Mensch die Nutzung für {} mit Datum und Prüftermin für vereinbar befunden hätte"),
          entry(
              "FURTHER_USE_NOT_CURRENT",
              "the assessment of the use for {} were done anew",
              "die Prüfung der Nutzung für {} erneuert wäre"),
          entry(
              "FURTHER_USE_OF_CONSENT",
              "there were a consent to the new purpose: what was given for {} is not extended",
              "eine Einwilligung in den neuen Zweck bestünde: die für {} reicht nicht weiter"),
          entry(
              "FURTHER_USE_OF_SPECIAL_DATA",
              "there were an explicit consent to the new purpose for the data of {}",
              "eine ausdrückliche Einwilligung in den neuen Zweck für die Daten aus {} bestünde"),
          entry(
              "FURTHER_USE_NOT_TOLD",
              "the notice {} in its newest version had been given before",
              "der Hinweis {} in neuester Fassung vorher gegeben worden wäre"),
          entry(
              "HUMAN_DECISION_REQUIRED",
              "a person who saw the inputs had decided about {}",
              "ein Mensch, der die Grundlagen sah, über {} entschieden hätte"),
          entry(
              "AUTOMATED_DECISION_NOT_DECLARED",
              "the register declared what automated decisions for {} do",
              "das Verzeichnis erklärte, was automatisierte Entscheidungen für {} bewirken"),
          entry(
              "AUTOMATED_DECISION_WITHOUT_DOOR",
              "the register named the contract, law or explicit consent that allows it for {}",
              "das Verzeichnis Vertrag, Gesetz oder ausdrückliche Einwilligung nennte, die es für {} erlauben"),
          entry(
              "AUTOMATED_DECISION_ON_SPECIAL_DATA",
              "the register named the explicit consent or public interest for {}",
              "das Verzeichnis die ausdrückliche Einwilligung oder das öffentliche Interesse für {} nennte"),
          entry(
              "INPUTS_NOT_SEEN",
              "whoever reviews had opened everything that the outcome rests on ({})",
              "wer prüft, alles geöffnet hätte, worauf das Ergebnis beruht ({})"),
          entry(
              "REVIEWER_CANNOT_CHANGE",
              "a role that may change such decisions reviewed it ({})",
              "eine Rolle prüfte, die solche Entscheidungen ändern darf ({})"),
          entry(
              "REVIEW_ENDED",
              "!a review that has ended is not decided again",
              "!eine abgeschlossene Prüfung wird nicht neu entschieden"),
          entry(
              "NOT_NEEDED",
              "the purpose declared that it needs {}",
              "der Zweck erklärte, dass er {} braucht"),
          entry(
              "CALL_NEEDS_CONSENT",
              "an express consent to be called for {} were active",
              "eine ausdrückliche Einwilligung in Anrufe für {} bestünde"),
          entry(
              "CONTACT_NOT_REQUESTED",
              "the person had asked to be contacted about {}",
              "die Person um Kontakt zu {} gebeten hätte"),
          entry(
              "DO_NOT_CONTACT",
              "the person gave a later express consent to be contacted for {}",
              "die Person später ausdrücklich in Kontakt für {} einwilligte"),
          entry(
              "IDENTITY_NOT_CONFIRMED",
              "the identity of the person had been confirmed ({})",
              "die Identität der Person bestätigt wäre ({})"),
          entry(
              "LINE_NOT_OUTGOING",
              "the call went out over a line that the register declares as outgoing",
              "der Anruf über einen als ausgehend erklärten Anschluss ginge"),
          entry(
              "MACHINE_CALL_NEEDS_CONSENT",
              "an express consent to calls by a machine for {} were active",
              "eine ausdrückliche Einwilligung in maschinelle Anrufe für {} bestünde"),
          entry(
              "PRESUMED_CONSENT",
              "a person had looked at the presumed consent for {}",
              "ein Mensch die mutmaßliche Einwilligung für {} geprüft hätte"),
          entry(
              "ROLE_NOT_DECLARED",
              "the register declared a role for it ({})",
              "das Verzeichnis eine Rolle dafür erklärte ({})"),
          entry(
              "ROLE_WITHOUT_TASK",
              "the role were entrusted with {}",
              "die Rolle mit {} betraut wäre"),
          entry("ROLE_WITHOUT_PURPOSE", "the role worked for {}", "die Rolle für {} arbeitete"),
          entry(
              "AUTHENTICATION_TOO_WEAK",
              "whoever acts were authenticated as strongly as the role {} demands",
              "wer handelt, so stark angemeldet wäre, wie die Rolle {} verlangt"),
          entry(
              "TRAINING_NOT_CURRENT",
              "whoever acts had a current training attestation for the role {}",
              "wer handelt, einen aktuellen Schulungsnachweis für die Rolle {} hätte"),
          entry(
              "RECORD_NOT_KEPT",
              "!what is not kept of this call for {} cannot be shown",
              "!was von diesem Gespräch für {} nicht aufbewahrt ist, kann niemand zeigen"),
          entry(
              "CONTENT_NOT_REDACTED",
              "the content of {} had been redacted",
              "der Inhalt von {} geschwärzt wäre"),
          entry(
              "CALL_ENDED",
              "!the call is over: only a new call, or a new permit for what may follow it, opens this",
              "!das Gespräch ist vorbei: nur ein neues, oder eine neue Erlaubnis für das, was folgen darf, öffnet dies"),
          entry(
              "RETENTION_OVER",
              "!what has reached its last day is not used again",
              "!was seinen letzten Tag erreicht hat, wird nicht mehr genutzt"),
          entry(
              "TRANSIENT_ONLY",
              "!content of {} is never kept, whatever changes in the call",
              "!Inhalte von {} werden nie aufbewahrt, was immer sich im Gespräch ändert"),
          entry(
              "SUBJECT_ERASED",
              "!what was erased is gone for good",
              "!was gelöscht wurde, bleibt gelöscht"),
          entry(
              "STORE_UNAVAILABLE",
              "the store answered again: ask once more",
              "der Speicher wieder antwortete: bitte erneut fragen"));

  private NearestChange() {}

  private static Map.Entry<String, Both> entry(String code, String english, String german) {
    return Map.entry(code, new Both(english, german));
  }

  /** Whether a code has a sentence of its own. */
  static boolean knows(ReasonCode code) {
    return CHANGES.containsKey(code.name());
  }

  /** Whether something would have to be otherwise; else nothing helps. */
  static boolean conditional(ReasonCode code) {
    Both both = CHANGES.get(code.name());
    return both == null || !both.english().startsWith(FINAL);
  }

  /** The condition, or why there is none. */
  static String of(Reason reason, Locale language) {
    boolean german = language.getLanguage().equals(Locale.GERMAN.getLanguage());
    Both both = CHANGES.get(reason.code().name());
    if (both == null) {
      return german
          ? "nicht gälte: " + reason.code().text(language)
          : "it did not stand against it that " + reason.code().text(language);
    }
    String text = german ? both.german() : both.english();
    String about = german ? "„" + reason.about() + "“" : "`" + reason.about() + "`";
    String told = text.startsWith(FINAL) ? text.substring(FINAL.length()) : text;
    return reason.about().isEmpty()
        ? told.replace(" (" + ABOUT + ")", "").replace(ABOUT, german ? "diesen Fall" : "this case")
        : told.replace(ABOUT, about);
  }
}
