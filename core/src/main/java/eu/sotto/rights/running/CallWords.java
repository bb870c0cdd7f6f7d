package eu.sotto.rights.running;

import eu.sotto.consent.Capacity;
import eu.sotto.consent.Method;
import eu.sotto.notice.NoticePart;
import eu.sotto.permit.Obligation;
import eu.sotto.permit.Operation;
import eu.sotto.permit.granted.Ending;
import eu.sotto.records.RecordKind;
import eu.sotto.register.Channel;
import eu.sotto.vocabulary.ContractTie;
import eu.sotto.vocabulary.Role;
import java.util.Map;

/** What happens in calls, in words. */
final class CallWords {
  private static final Map<String, Both> OPERATIONS =
      Map.ofEntries(
          entry(Operation.RECORD, "aufzeichnen", "record"),
          entry(Operation.TRANSCRIBE, "mitschreiben", "transcribe"),
          entry(Operation.SUMMARISE, "zusammenfassen", "summarise"),
          entry(Operation.ANALYSE, "auswerten", "analyse"),
          entry(Operation.DISCLOSE, "weitergeben", "disclose"),
          entry(Operation.TRAIN, "Programme damit trainieren", "train software with it"),
          entry(Operation.COACH, "Beschäftigte damit schulen", "coach staff with it"),
          entry(Operation.DECIDE, "entscheiden", "decide"),
          entry(Operation.CONTACT, "Verbindung aufnehmen", "contact"),
          entry(Operation.INFER_EMOTION, "Gefühle erkennen", "infer emotions"),
          entry(Operation.PROFILE, "ein Profil bilden", "make a profile"),
          entry(Operation.PERSONALISE, "auf die Person zuschneiden", "personalise"),
          entry(
              Operation.IDENTIFY_BY_VOICE, "an der Stimme erkennen", "identify somebody by voice"));

  private CallWords() {}

  private static Map.Entry<String, Both> entry(Operation<?> one, String german, String english) {
    return Map.entry(one.name(), new Both(german, english));
  }

  static String operation(String name, Tongue in) {
    Both both = OPERATIONS.get(name);
    return both == null ? name : both.in(in);
  }

  static String of(NoticePart part, Tongue in) {
    return switch (part) {
      case AI_DISCLOSURE -> in.say("Hinweis auf künstliche Intelligenz", "that AI is used");
      case RECORDING -> in.say("Aufzeichnung", "recording");
      case CONTROLLER -> in.say("Verantwortlicher", "the controller");
      case DATA_PROTECTION_OFFICER ->
          in.say("Datenschutzbeauftragte Stelle", "the data protection officer");
      case PURPOSES -> in.say("Zwecke", "purposes");
      case LEGAL_BASES -> in.say("Rechtsgrundlagen", "legal bases");
      case LEGITIMATE_INTERESTS -> in.say("berechtigte Interessen", "legitimate interests");
      case RECIPIENTS -> in.say("Empfänger", "recipients");
      case TRANSFERS -> in.say("Übermittlung in Drittländer", "transfers to third countries");
      case RETENTION_PERIODS -> in.say("Dauer der Aufbewahrung", "how long data is kept");
      case RIGHTS -> in.say("Ihre Rechte", "your rights");
      case WITHDRAWAL -> in.say("Recht auf Widerruf", "the right to withdraw");
      case COMPLAINT -> in.say("Recht auf Beschwerde", "the right to complain");
      case SECOND_BASIS -> in.say("weitere Rechtsgrundlage", "a second legal basis");
      case DUTY_TO_PROVIDE ->
          in.say("ob Sie Angaben machen müssen", "whether you have to provide data");
      case AUTOMATED_DECISIONS -> in.say("automatisierte Entscheidungen", "automated decisions");
      case DATA_SOURCE -> in.say("Herkunft der Daten", "where the data comes from");
      case REFUSAL -> in.say("was bei einem Nein geschieht", "what happens if you say no");
    };
  }

  static String of(Obligation obligation, Tongue in) {
    return switch (obligation) {
      case REDACT -> in.say("Angaben zu Personen entfernen", "remove personal data");
      case LABEL_AI ->
          in.say("als Werk künstlicher Intelligenz kennzeichnen", "label as made by AI");
      case TRANSIENT_ONLY -> in.say("nichts aufbewahren", "keep nothing");
      case HUMAN_REVIEW -> in.say("Prüfung durch einen Menschen", "review by a person");
    };
  }

  static String of(RecordKind kind, Tongue in) {
    return switch (kind) {
      case RECORDING -> in.say("Aufzeichnung", "recording");
      case TRANSCRIPT -> in.say("Mitschrift", "transcript");
      case SUMMARY -> in.say("Zusammenfassung", "summary");
      case FIELDS -> in.say("Angaben", "fields");
      case CALL_METADATA -> in.say("Verbindungsdaten", "call metadata");
      case REGISTRATION -> in.say("Angaben zur Anmeldung", "registration data");
      case TECHNICAL -> in.say("technische Daten", "technical data");
    };
  }

  static String of(Method method, Tongue in) {
    return switch (method) {
      case KEY_PRESS -> in.say("Taste", "key");
      case SPOKEN -> in.say("mündlich", "spoken");
      case WRITTEN -> in.say("schriftlich", "in writing");
      case DOUBLE_OPT_IN -> in.say("im Netz, bestätigt", "on the web, confirmed");
    };
  }

  static String of(Capacity capacity, Tongue in) {
    return switch (capacity) {
      case OF_AGE -> in.say("alt genug", "old enough");
      case CHILD -> in.say("ein Kind, für das niemand zustimmte", "a child, nobody agreed for it");
      case GUARDIAN_AGREES -> in.say("Sorgeberechtigte stimmten zu", "a guardian agreed");
    };
  }

  static String of(Channel channel, Tongue in) {
    return switch (channel) {
      case VOICE -> in.say("am Telefon", "by telephone");
      case TERMS -> in.say("mit den Geschäftsbedingungen", "with the terms of service");
      case TICKET_REPLY ->
          in.say("mit der Antwort auf Ihre Anfrage", "with the reply to your ticket");
      case EMAIL_SIGNATURE -> in.say("mit einer E-Mail", "with an e-mail");
      case WEB -> in.say("auf einer Webseite", "on a web page");
    };
  }

  static String of(ContractTie tie, Tongue in) {
    return switch (tie) {
      case PARTY -> in.say("Sie sind Partei", "you are party to it");
      case ASKED_BEFORE ->
          in.say("Sie baten um Schritte vor einem Vertrag", "you asked for steps before one");
      case NONE -> in.say("es ist nicht Ihrer", "it is not yours");
    };
  }

  static String of(Role role, Tongue in) {
    return switch (role) {
      case CALLER -> in.say("anrufende Person", "caller");
      case AGENT -> in.say("Mitarbeit am Telefon", "agent");
      case ASSISTANT -> in.say("Sprachassistent", "voice assistant");
      case INTERPRETER -> in.say("Dolmetschen", "interpreter");
      case PARTICIPANT -> in.say("weitere Person", "another person");
    };
  }

  /** Why a recording stopped. */
  static String of(Ending ending, Tongue in) {
    return switch (ending) {
      case CALL_ENDED -> in.say("das Gespräch endete", "the call ended");
      case EXPIRED -> in.say("die Erlaubnis lief ab", "the permit expired");
      case RIGHT_EXERCISED -> in.say("Sie übten ein Recht aus", "you exercised a right");
      case OBJECTED -> in.say("Sie widersprachen", "you objected");
      case RESTRICTED ->
          in.say("die Verarbeitung wurde eingeschränkt", "processing was restricted");
      case NOT_DELIVERED ->
          in.say("die Erlaubnis wurde nicht erteilt", "the permit was not handed out");
      case CLOSED -> in.say("die Anwendung wurde beendet", "the application was closed");
    };
  }
}
