package eu.sotto.retention;

import eu.sotto.retention.RuleTrace.Role;
import java.util.Locale;

/** The words of explanations in one language. */
enum Phrases {
  /** German. */
  GERMAN {
    @Override
    String ground(Ground ground) {
      return switch (ground) {
        case WITHIN_MAXIMUM -> "die Höchstfrist läuft noch";
        case DUTY -> "eine Pflicht zur Aufbewahrung gilt";
        case PERMITTED -> "ein festgehaltener Grund erlaubt die Aufbewahrung";
        case CLAIM -> "ein benannter Anspruch erlaubt die Aufbewahrung";
        case WAITS_FOR_EVENT -> "das auslösende Ereignis steht noch aus";
        case LEGAL_HOLD -> "eine Sicherungsanordnung gilt";
        case RESTRICTION -> "die Verarbeitung ist eingeschränkt (Art. 18 DSGVO)";
        case OPEN_REQUEST -> "ein Antrag der betroffenen Person ist offen";
        case MAXIMUM_REACHED -> "die Höchstfrist ist erreicht";
        case BASIS_ENDED -> "die letzte Pflicht oder Erlaubnis ist abgelaufen";
        case BACKSTOP_REACHED -> "das Ereignis blieb aus und die Auffangfrist ist erreicht";
        case PURPOSE_ENDED -> "jeder Zweck ist entfallen";
        case DUTY_OUTLASTS_ABSOLUTE_MAXIMUM ->
            "eine Pflicht zur Aufbewahrung überdauert eine unbedingte Höchstfrist";
        case NO_RULE -> "keine Regel beendet diese Aufbewahrung";
      };
    }

    @Override
    String verdict(Disposition disposition) {
      return disposition.fold(
          keep -> "Der Datensatz bleibt " + until(keep.until().toString()),
          restrict ->
              "Der Datensatz bleibt eingeschränkt auf "
                  + named(restrict.duty())
                  + " "
                  + until(restrict.until().toString()),
          dispose ->
              "Der Datensatz ist seit "
                  + dispose.since()
                  + (dispose.how() == DisposalMethod.DESTROY ? " zu löschen" : " zu anonymisieren"),
          review -> "Ein Mensch muss entscheiden");
    }

    @Override
    String until(String end) {
      return end.equals("released") ? "bis zur Freigabe" : "bis einschließlich " + end;
    }

    @Override
    String role(Role role) {
      return switch (role) {
        case DECIDES -> "entscheidet";
        case RUNS -> "läuft";
        case WAITS -> "wartet auf das Ereignis";
        case OVER -> "ist abgelaufen";
        case NOT_LAW -> "gilt zu dieser Zeit nicht";
        case NO_CLAIM -> "gilt nur für benannte Ansprüche";
        case PURPOSE_ENDED -> "ihr Zweck ist entfallen";
        case OWED -> "ist eine Frist gegenüber anderen";
      };
    }

    @Override
    String release(Release release) {
      return switch (release.kind()) {
        case HOLD_ENDS -> "Ende der Sperre " + release.what();
        case EVENT_HAPPENS -> "Eintritt von " + release.what() + ", ab dann läuft die Frist";
        case PERIOD_ENDS -> "Fristablauf: fällig am " + release.what();
        case PURPOSES_END -> "Wegfall des Zwecks " + release.what();
        case CLAIM_SETTLED -> "Erledigung des Anspruchs " + release.what();
        case PERSON_DECIDES -> "Entscheidung eines Menschen";
      };
    }

    @Override
    String word(Word word) {
      return switch (word) {
        case BECAUSE -> "denn";
        case RULES -> "Regeln";
        case FREES -> "Frei wird er durch";
        case REFERENCES -> "Aktenzeichen";
      };
    }
  },

  /** English. */
  ENGLISH {
    @Override
    String ground(Ground ground) {
      return switch (ground) {
        case WITHIN_MAXIMUM -> "its maximum is not reached";
        case DUTY -> "a duty to keep it is in force";
        case PERMITTED -> "a recorded reason allows keeping it";
        case CLAIM -> "a named claim allows keeping it";
        case WAITS_FOR_EVENT -> "the event that starts the period is not known yet";
        case LEGAL_HOLD -> "a legal hold is in force";
        case RESTRICTION -> "its processing is restricted (GDPR Article 18)";
        case OPEN_REQUEST -> "a data subject's request is open";
        case MAXIMUM_REACHED -> "its maximum is reached";
        case BASIS_ENDED -> "the last duty or permission has ended";
        case BACKSTOP_REACHED -> "the event never came and the backstop is reached";
        case PURPOSE_ENDED -> "every purpose has ended";
        case DUTY_OUTLASTS_ABSOLUTE_MAXIMUM -> "a duty to keep outlasts an absolute maximum";
        case NO_RULE -> "no rule ends its keeping";
      };
    }

    @Override
    String verdict(Disposition disposition) {
      return disposition.fold(
          keep -> "The record stays " + until(keep.until().toString()),
          restrict ->
              "The record stays restricted to "
                  + named(restrict.duty())
                  + " "
                  + until(restrict.until().toString()),
          dispose ->
              "The record is due since "
                  + dispose.since()
                  + (dispose.how() == DisposalMethod.DESTROY
                      ? " to be destroyed"
                      : " to be anonymised"),
          review -> "A person has to decide");
    }

    @Override
    String until(String end) {
      return end.equals("released") ? "until it is released" : "through " + end;
    }

    @Override
    String role(Role role) {
      return switch (role) {
        case DECIDES -> "decides";
        case RUNS -> "runs";
        case WAITS -> "waits for its event";
        case OVER -> "is over";
        case NOT_LAW -> "is not law at this time";
        case NO_CLAIM -> "holds for named claims only";
        case PURPOSE_ENDED -> "its purpose has ended";
        case OWED -> "is a deadline owed to others";
      };
    }

    @Override
    String release(Release release) {
      return switch (release.kind()) {
        case HOLD_ENDS -> "the end of the hold " + release.what();
        case EVENT_HAPPENS -> "the event " + release.what() + ", which starts the period";
        case PERIOD_ENDS -> "the end of the period: due on " + release.what();
        case PURPOSES_END -> "the end of the purpose " + release.what();
        case CLAIM_SETTLED -> "the settling of the claim " + release.what();
        case PERSON_DECIDES -> "a person's decision";
      };
    }

    @Override
    String word(Word word) {
      return switch (word) {
        case BECAUSE -> "because";
        case RULES -> "Rules";
        case FREES -> "It is freed by";
        case REFERENCES -> "references";
      };
    }
  };

  /** Words between the phrases. */
  enum Word {
    /** Before a ground. */
    BECAUSE,
    /** Before the list of rules. */
    RULES,
    /** Before what would free the record. */
    FREES,
    /** Before references of holds or claims. */
    REFERENCES
  }

  static Phrases in(Locale locale) {
    return locale.getLanguage().equals("de") ? GERMAN : ENGLISH;
  }

  static String named(Duty duty) {
    return duty.name() + " (" + duty.source() + ")";
  }

  abstract String ground(Ground ground);

  abstract String verdict(Disposition disposition);

  abstract String until(String end);

  abstract String role(Role role);

  abstract String release(Release release);

  abstract String word(Word word);
}
