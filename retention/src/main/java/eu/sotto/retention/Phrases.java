package eu.sotto.retention;

import eu.sotto.retention.RuleTrace.Role;
import eu.sotto.retention.calendar.Until;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The words of explanations in one language. */
enum Phrases {
  /** German. */
  GERMAN(Locale.GERMANY) {
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
          keep -> "Der Datensatz bleibt " + until(keep.until()),
          restrict ->
              "Der Datensatz bleibt eingeschränkt auf "
                  + restrict.duty().source()
                  + " "
                  + until(restrict.until()),
          dispose ->
              "Der Datensatz ist seit "
                  + day(dispose.since())
                  + (dispose.how() == DisposalMethod.DESTROY ? " zu löschen" : " zu anonymisieren"),
          review -> "Ein Mensch muss entscheiden");
    }

    @Override
    String until(Until end) {
      if (end instanceof Until.Released) {
        return "bis zur Freigabe";
      }
      return (end instanceof Until.Before ? "bis " : "bis einschließlich ") + when(end);
    }

    @Override
    String kind(RuleKind kind) {
      return switch (kind) {
        case MUST_DELETE_BY -> "Höchstdauer";
        case MUST_KEEP_UNTIL -> "Pflicht zur Aufbewahrung";
        case MAY_KEEP -> "Erlaubnis zur Aufbewahrung";
        case HOLD -> "Löschsperre";
        case RESTRICTION -> "Einschränkung";
        case DEADLINE -> "Frist gegenüber anderen";
      };
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
        case PERIOD_ENDS -> "Fristablauf: fällig am " + day(release.what());
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
  ENGLISH(Locale.UK) {
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
          keep -> "The record stays " + until(keep.until()),
          restrict ->
              "The record stays restricted to "
                  + restrict.duty().source()
                  + " "
                  + until(restrict.until()),
          dispose ->
              "The record is due since "
                  + day(dispose.since())
                  + (dispose.how() == DisposalMethod.DESTROY
                      ? " to be destroyed"
                      : " to be anonymised"),
          review -> "A person has to decide");
    }

    @Override
    String until(Until end) {
      if (end instanceof Until.Released) {
        return "until it is released";
      }
      return (end instanceof Until.Before ? "until " : "through ") + when(end);
    }

    @Override
    String kind(RuleKind kind) {
      return switch (kind) {
        case MUST_DELETE_BY -> "Longest time";
        case MUST_KEEP_UNTIL -> "Duty to keep it";
        case MAY_KEEP -> "Reason to keep it";
        case HOLD -> "Hold";
        case RESTRICTION -> "Restriction";
        case DEADLINE -> "Deadline owed to others";
      };
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
        case PERIOD_ENDS -> "the end of the period: due on " + day(release.what());
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

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu");
  private static final DateTimeFormatter GERMAN_DAY = DateTimeFormatter.ofPattern("d. MMMM uuuu");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm xxx");

  private final Locale place;

  Phrases(Locale place) {
    this.place = place;
  }

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

  /** A day as people write it; the same on every JDK. */
  String day(LocalDate day) {
    DateTimeFormatter form = place.equals(Locale.GERMANY) ? GERMAN_DAY : DAY;
    return form.withLocale(place).format(day);
  }

  /** What a release names as a day, or the name that it has. */
  String day(String what) {
    return what.matches("\\d{4}-\\d{2}-\\d{2}") ? day(LocalDate.parse(what)) : what;
  }

  String when(Until end) {
    if (end instanceof Until.Before before) {
      ZonedDateTime at = before.end().atZone(before.zone());
      return day(at.toLocalDate()) + ", " + TIME.format(at);
    }
    return day(end.toString());
  }

  abstract String ground(Ground ground);

  abstract String verdict(Disposition disposition);

  abstract String until(Until end);

  abstract String kind(RuleKind kind);

  abstract String role(Role role);

  abstract String release(Release release);

  abstract String word(Word word);
}
