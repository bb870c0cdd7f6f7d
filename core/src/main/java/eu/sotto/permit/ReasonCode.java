package eu.sotto.permit;

import java.util.Locale;

/** What can stand against an operation, each with its rule of law and a sentence. Immutable. */
public enum ReasonCode {
  /** The register does not declare the purpose. */
  PURPOSE_NOT_DECLARED(
      "GDPR Art. 5(1)(b)",
      "the purpose is not declared in the register",
      "der Zweck ist nicht im Verzeichnis erklärt"),
  /** The purpose does not name the operation. */
  OPERATION_NOT_DECLARED(
      "GDPR Art. 5(1)(b)",
      "the purpose does not declare this operation",
      "der Zweck sieht diesen Vorgang nicht vor"),
  /** The register forbids the operation, whatever the consent. */
  OPERATION_FORBIDDEN(
      "GDPR Art. 5(1)(b), 24",
      "the register forbids this operation",
      "das Verzeichnis verbietet diesen Vorgang"),
  /** The line has no declared notice. */
  LINE_WITHOUT_NOTICE(
      "GDPR Art. 13",
      "the line has no declared notice",
      "für diesen Anschluss ist kein Hinweis erklärt"),
  /** The AI disclosure was not played to its end. */
  AI_NOT_DISCLOSED(
      "AI Act Art. 50(1)",
      "the AI disclosure has not been played to its end",
      "der KI-Hinweis wurde nicht bis zum Ende abgespielt"),
  /** The recording notice was not played to its end. */
  RECORDING_NOT_ANNOUNCED(
      "GDPR Art. 13; StGB § 201",
      "the recording notice has not been played to its end",
      "der Aufzeichnungshinweis wurde nicht bis zum Ende abgespielt"),
  /** The notice about the purpose was not played to its end. */
  NOTICE_NOT_GIVEN(
      "GDPR Art. 13",
      "the notice about the purpose has not been played to its end",
      "der Hinweis zum Zweck wurde nicht bis zum Ende abgespielt"),
  /** The consent question was not put. */
  CONSENT_NOT_ASKED(
      "GDPR Art. 6(1)(a)", "consent has not been asked for", "um Einwilligung wurde nicht gebeten"),
  /** The question was put and is not answered. */
  CONSENT_NOT_ANSWERED(
      "GDPR Art. 4(11)",
      "the question has not been answered by an affirmative act",
      "die Frage wurde nicht durch eine bestätigende Handlung beantwortet"),
  /** The answer was no. */
  CONSENT_REFUSED("GDPR Art. 6(1)(a)", "consent was refused", "die Einwilligung wurde verweigert"),
  /** The answer could not be understood. */
  CONSENT_UNCLEAR(
      "GDPR Art. 4(11)",
      "the answer was not unambiguous",
      "die Antwort war nicht unmissverständlich"),
  /** The answer came before the question was heard to its end. */
  ANSWERED_BEFORE_QUESTION_ENDED(
      "GDPR Art. 4(11)",
      "the answer came before the question was heard to its end",
      "die Antwort kam, bevor die Frage zu Ende gehört war"),
  /** The answer came when nobody was listening for it any more. */
  ANSWERED_TOO_LATE(
      "GDPR Art. 4(11), 7(1)",
      "the answer came after the answer window",
      "die Antwort kam nach Ablauf der Antwortzeit"),
  /** The question has had its answer; a change of mind needs it to be put again. */
  QUESTION_CLOSED(
      "GDPR Art. 4(11), 7(1)",
      "the question is closed and has to be put again",
      "die Frage ist abgeschlossen und muss erneut gestellt werden"),
  /** The question was put in another wording than the notice that was played or is declared. */
  NOTICE_WORDING_DIFFERS(
      "GDPR Art. 7(1), 7(2)",
      "the question was put in another wording of the notice",
      "die Frage wurde in einer anderen Fassung des Hinweises gestellt"),
  /** The caller was not told beforehand that consent can be withdrawn. */
  WITHDRAWAL_RIGHT_NOT_TOLD(
      "GDPR Art. 7(3)",
      "the right to withdraw was not told beforehand",
      "auf das Widerrufsrecht wurde nicht vorher hingewiesen"),
  /** The consent does not count: its notice was cut, wrong or incomplete. */
  CONSENT_NOT_VALID(
      "GDPR Art. 7(1)-(3)", "the consent is not valid", "die Einwilligung ist nicht wirksam"),
  /** The consent was withdrawn. */
  CONSENT_WITHDRAWN("GDPR Art. 7(3)", "consent was withdrawn", "die Einwilligung wurde widerrufen"),
  /** The consent's validity has ended. */
  CONSENT_EXPIRED("GDPR Art. 7", "the consent has expired", "die Einwilligung ist abgelaufen"),
  /** The consent was given for less than what it is needed for now. */
  CONSENT_SUPERSEDED(
      "GDPR Art. 4(11), 13(3)",
      "the consent was given for less than what is declared now: it has to be asked for again",
      "die Einwilligung galt weniger, als jetzt erklärt ist: sie ist neu einzuholen"),
  /** A child, or somebody who may be one, consented to an online service without a guardian. */
  GUARDIAN_NEEDED(
      "GDPR Art. 8(1)",
      "the person is or may be a child and no guardian has agreed",
      "die Person ist oder könnte ein Kind sein und kein Sorgeberechtigter hat zugestimmt"),
  /** The consent was given on the web, which proves an address and no leave to call. */
  OPT_IN_PROVES_NO_CALL(
      "UWG § 7(2) no. 1",
      "an opt-in on the web does not prove consent to be called",
      "eine Anmeldung im Netz beweist keine Einwilligung in Anrufe"),
  /** The person does not want to be contacted. */
  DO_NOT_CONTACT(
      "GDPR Art. 21(3)",
      "the person does not want to be contacted",
      "die Person möchte nicht kontaktiert werden"),
  /** A consumer is called for advertising without having consented before. */
  CALL_NEEDS_CONSENT(
      "UWG § 7(2) no. 1",
      "a consumer is called for advertising only with prior express consent",
      "Verbraucher werden zu Werbezwecken nur mit vorheriger ausdrücklicher Einwilligung angerufen"),
  /** A machine dials out without the callee's express consent. */
  MACHINE_CALL_NEEDS_CONSENT(
      "UWG § 7(2) no. 2",
      "a machine voice dials out only with prior express consent",
      "eine Maschinenstimme ruft nur mit vorheriger ausdrücklicher Einwilligung an"),
  /** A company's consent is presumed only: a person has to look at it. */
  PRESUMED_CONSENT(
      "UWG § 7(2) no. 1",
      "the company's consent is only presumed: a person has to review it",
      "die Einwilligung des Unternehmens ist nur mutmaßlich: ein Mensch muss das prüfen"),
  /** The line is not one from which calls are made. */
  LINE_NOT_OUTGOING(
      "GDPR Art. 13, 5(1)(b)",
      "the line is not declared for outgoing calls",
      "der Anschluss ist nicht für ausgehende Anrufe erklärt"),
  /** Nothing says that the person asked for this contact. */
  CONTACT_NOT_REQUESTED(
      "GDPR Art. 5(1)(b), 6(1)(b)",
      "the person did not ask for this contact",
      "die Person hat nicht um diesen Kontakt gebeten"),
  /** The consent came from whoever called, and nobody made sure that it was the person. */
  IDENTITY_NOT_CONFIRMED(
      "GDPR Art. 7(1), 12(6)",
      "nobody has made sure that the consent came from this person",
      "es ist nicht gesichert, dass die Einwilligung von dieser Person kam"),
  /** The contract is somebody else's: it carries nothing that is done with this person's data. */
  NOT_PARTY_TO_CONTRACT(
      "GDPR Art. 6(1)(b)",
      "the person is not party to the contract and did not ask for steps before one",
      "die Person ist nicht Partei des Vertrags und hat nicht um Schritte davor gebeten"),
  /** A person was called, and nobody has stated that the contract is this person's. */
  CONTRACT_TIE_NOT_STATED(
      "GDPR Art. 6(1)(b), 5(2)",
      "nobody has stated that whoever was called is party to the contract",
      "niemand hat festgehalten, dass die angerufene Person Partei des Vertrags ist"),
  /** The person objected. */
  OBJECTED("GDPR Art. 21(1)", "the person has objected", "die Person hat widersprochen"),
  /** The person's data is restricted. */
  RESTRICTED(
      "GDPR Art. 18(2)",
      "the person's data is restricted",
      "die Verarbeitung der Daten der Person ist eingeschränkt"),
  /** A speaker has not been told or has not agreed. */
  SPEAKER_NOT_INFORMED(
      "StGB § 201; GDPR Art. 13",
      "somebody who joined has not been told or has not agreed",
      "wer hinzukam, wurde nicht unterrichtet oder hat nicht zugestimmt"),
  /** Neither the caller's leave nor a law carries recording the spoken word. */
  RECORDING_WITHOUT_LEAVE(
      "StGB § 201(1)",
      "recording the spoken word needs consent or a statutory duty",
      "das gesprochene Wort wird nur mit Einwilligung oder gesetzlicher Pflicht aufgezeichnet"),
  /** The recipient is not declared for this purpose. */
  RECIPIENT_NOT_DECLARED(
      "GDPR Art. 28, 30(1)(d)",
      "the recipient is not declared for this purpose",
      "der Empfänger ist für diesen Zweck nicht erklärt"),
  /** The register forbids the recipient by name. */
  RECIPIENT_FORBIDDEN(
      "GDPR Art. 5(1)(b), 24",
      "the register forbids this recipient",
      "das Verzeichnis verbietet diesen Empfänger"),
  /** Nobody has declared which processor engaged the sub-processor. */
  SUB_PROCESSOR_NOT_ENGAGED(
      "GDPR Art. 28(2), 28(4)",
      "no declared processor has engaged the sub-processor",
      "kein erklärter Auftragsverarbeiter hat den Unterauftragsverarbeiter eingesetzt"),
  /** The recipient has no contract. */
  RECIPIENT_WITHOUT_CONTRACT(
      "GDPR Art. 28(3)",
      "the recipient has no data-processing contract",
      "mit dem Empfänger besteht kein Vertrag zur Auftragsverarbeitung"),
  /** The third country transfer has no mechanism. */
  TRANSFER_WITHOUT_MECHANISM(
      "GDPR Art. 44-46",
      "the transfer to a third country has no mechanism with evidence and date",
      "die Übermittlung in ein Drittland hat keine belegte Grundlage"),
  /** Nobody has stated where the recipient processes the data. */
  COUNTRY_NOT_STATED(
      "GDPR Art. 44, 30(1)(e)",
      "the country in which the recipient processes the data is not stated",
      "das Land, in dem der Empfänger die Daten verarbeitet, ist nicht angegeben"),
  /** The data must not leave the European Economic Area. */
  TRANSFER_FORBIDDEN(
      "GDPR Art. 44, 24",
      "the data must stay in the European Economic Area",
      "die Daten müssen im Europäischen Wirtschaftsraum bleiben"),
  /** The evidence of the transfer's mechanism is not valid on the day. */
  TRANSFER_EVIDENCE_NOT_CURRENT(
      "GDPR Art. 44-46",
      "the evidence for the transfer to a third country is not current",
      "der Nachweis für die Übermittlung in ein Drittland ist nicht aktuell"),
  /** The legal basis lacks its record or date. */
  BASIS_NOT_CURRENT(
      "GDPR Art. 6(1)(f)",
      "the balancing record is missing or out of date",
      "die Interessenabwägung fehlt oder ist veraltet"),
  /** No legal basis was found to carry the operation. */
  LEGAL_BASIS_MISSING(
      "GDPR Art. 6(1)",
      "no legal basis carries the operation",
      "keine Rechtsgrundlage trägt den Vorgang"),
  /** The voice of staff is never searched for emotion. */
  EMOTION_OF_STAFF(
      "AI Act Art. 5(1)(f)",
      "emotions of staff are never inferred",
      "Gefühle von Beschäftigten werden nie abgeleitet"),
  /** The voice of staff is never used to find out who speaks. */
  IDENTIFICATION_OF_STAFF(
      "GDPR Art. 9(1); BDSG § 26(3)",
      "staff are never identified by voice",
      "Beschäftigte werden nie an der Stimme erkannt"),
  /** Nobody has found the new purpose compatible with the one that the data was collected for. */
  FURTHER_USE_NOT_ASSESSED(
      "GDPR Art. 5(1)(b), 6(4)",
      "nobody has found the new purpose compatible with that of the collection",
      "niemand hat den neuen Zweck mit dem der Erhebung für vereinbar befunden"),
  /** The finding that the purposes are compatible is out of date. */
  FURTHER_USE_NOT_CURRENT(
      "GDPR Art. 5(2), 6(4)",
      "the assessment of compatibility is not current",
      "die Prüfung der Vereinbarkeit ist nicht aktuell"),
  /** The data rests on consent. */
  FURTHER_USE_OF_CONSENT(
      "GDPR Art. 6(4), 7",
      "data that rests on consent is used for no other purpose",
      "Daten aufgrund einer Einwilligung werden für keinen anderen Zweck genutzt"),
  /** The data belongs to a special category. */
  FURTHER_USE_OF_SPECIAL_DATA(
      "GDPR Art. 9(1), 9(2)(a)",
      "special categories of data are used for no other purpose",
      "besondere Kategorien von Daten werden für keinen anderen Zweck genutzt"),
  /** The person was not told of the new purpose before. */
  FURTHER_USE_NOT_TOLD(
      "GDPR Art. 13(3)",
      "the notice about the new purpose has not been given",
      "der Hinweis auf den neuen Zweck wurde nicht gegeben"),
  /** A person has to decide. */
  HUMAN_DECISION_REQUIRED(
      "GDPR Art. 22(1)",
      "the decision must not rest on automated processing alone: a person has to decide",
      "die Entscheidung darf nicht allein automatisiert fallen: ein Mensch muss entscheiden"),
  /** The register says nothing of automated decisions for the purpose. */
  AUTOMATED_DECISION_NOT_DECLARED(
      "GDPR Art. 22(1), 13(2)(f)",
      "the register declares no automated decision for the purpose",
      "das Verzeichnis erklärt keine automatisierte Entscheidung für den Zweck"),
  /** None of the three doors is declared for a decision of legal or similar weight. */
  AUTOMATED_DECISION_WITHOUT_DOOR(
      "GDPR Art. 22(1), 22(2)",
      "no contract, law or explicit consent allows the automated decision",
      "weder Vertrag noch Gesetz noch ausdrückliche Einwilligung erlaubt die automatisierte"
          + " Entscheidung"),
  /** The decision would use special categories of data without the door for them. */
  AUTOMATED_DECISION_ON_SPECIAL_DATA(
      "GDPR Art. 22(4)",
      "no explicit consent or public interest allows special categories in the decision",
      "weder ausdrückliche Einwilligung noch öffentliches Interesse erlaubt besondere Kategorien"
          + " in der Entscheidung"),
  /** The register declares no such role of staff. */
  ROLE_NOT_DECLARED(
      "GDPR Art. 29, 32(4)",
      "the role in which somebody acts is not declared",
      "die Rolle, in der jemand handelt, ist nicht erklärt"),
  /** The role is not entrusted with it. */
  ROLE_WITHOUT_TASK(
      "GDPR Art. 5(1)(f), 25(2)",
      "the role does not need this task",
      "die Rolle braucht diese Aufgabe nicht"),
  /** The role does not work for the purpose. */
  ROLE_WITHOUT_PURPOSE(
      "GDPR Art. 5(1)(b), 25(2)",
      "the role does not work for this purpose",
      "die Rolle arbeitet nicht für diesen Zweck"),
  /** The host did not make sure enough who acts. */
  AUTHENTICATION_TOO_WEAK(
      "GDPR Art. 32(1)(b)",
      "the role demands a stronger authentication",
      "die Rolle verlangt eine stärkere Anmeldung"),
  /** The training attestation of whoever acts is missing or out of date. */
  TRAINING_NOT_CURRENT(
      "GDPR Art. 32(4), 39(1)(b)",
      "the training that the role demands is not attested or out of date",
      "die von der Rolle verlangte Schulung ist nicht belegt oder veraltet"),
  /** The content is kept for another purpose, or nobody keeps it. */
  RECORD_NOT_KEPT(
      "GDPR Art. 5(1)(b), 5(1)(e)",
      "nothing of this call is kept under this id",
      "unter dieser Kennung wird von diesem Gespräch nichts aufbewahrt"),
  /** The content holds personal data that the permit obliges to remove. */
  CONTENT_NOT_REDACTED(
      "GDPR Art. 5(1)(c), 25(1)",
      "the content is not redacted, as the permit demands",
      "der Inhalt ist nicht geschwärzt, wie die Erlaubnis es verlangt"),
  /** The reviewer has not opened all that the outcome rests on, or nothing of it is kept. */
  INPUTS_NOT_SEEN(
      "GDPR Art. 22(3)",
      "the reviewer has not seen what the outcome rests on",
      "wer prüft, hat nicht gesehen, worauf das Ergebnis beruht"),
  /** The reviewer's role may not change such decisions. */
  REVIEWER_CANNOT_CHANGE(
      "GDPR Art. 22(3)",
      "the reviewer has no authority to decide otherwise",
      "wer prüft, darf nicht anders entscheiden"),
  /** The review has ended already. */
  REVIEW_ENDED(
      "GDPR Art. 22(3)", "the review has ended already", "die Prüfung ist bereits abgeschlossen"),
  /** The call is not known or has ended in a way that allows no such operation. */
  CALL_ENDED("GDPR Art. 5(1)(b)", "the call has ended", "das Gespräch ist beendet"),
  /** The last day on which such content of this call may exist is over. */
  RETENTION_OVER(
      "GDPR Art. 5(1)(e)",
      "the retention period of this call is over",
      "die Aufbewahrungsfrist dieses Gesprächs ist abgelaufen"),
  /** Nothing of what was handed over is a field that the purpose declares. */
  NOT_NEEDED(
      "GDPR Art. 5(1)(c)",
      "nothing of it is needed for the purpose",
      "nichts davon wird für den Zweck gebraucht"),
  /** Content of the purpose exists in memory only. */
  TRANSIENT_ONLY(
      "GDPR Art. 5(1)(c)",
      "content of this purpose exists in memory only and is never kept",
      "Inhalte dieses Zwecks bestehen nur im Arbeitsspeicher und werden nie aufbewahrt"),
  /** The subject's data was erased. */
  SUBJECT_ERASED(
      "GDPR Art. 17", "the person's data was erased", "die Daten der Person wurden gelöscht"),
  /** The proof could not be stored in time. */
  STORE_UNAVAILABLE(
      "GDPR Art. 5(2), 7(1)",
      "the proof could not be stored in time",
      "der Nachweis konnte nicht rechtzeitig gespeichert werden");

  private final String article;
  private final String english;
  private final String german;

  ReasonCode(String article, String english, String german) {
    this.article = article;
    this.english = english;
    this.german = german;
  }

  /**
   * The rule of law.
   *
   * @return the citation
   */
  public String article() {
    return article;
  }

  String text(Locale language) {
    return language.getLanguage().equals(Locale.GERMAN.getLanguage()) ? german : english;
  }
}
