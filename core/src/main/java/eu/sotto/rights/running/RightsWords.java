package eu.sotto.rights.running;

import static eu.sotto.rights.running.Both.entry;

import eu.sotto.oversight.Involvement;
import eu.sotto.register.RecipientRole;
import eu.sotto.register.Task;
import eu.sotto.vocabulary.Authentication;
import eu.sotto.vocabulary.IdentityLevel;
import eu.sotto.vocabulary.RestrictionGround;
import eu.sotto.vocabulary.Right;
import java.util.Map;

/** Rights, those who deal with them, and what an answer withholds, in words. */
final class RightsWords {
  /** What is said in lower case in the ledger, or by types that only name what happened. */
  private static final Map<String, Both> SAID =
      Map.ofEntries(
          entry("given", "eingewilligt", "agreed"),
          entry("refused", "abgelehnt", "refused"),
          entry("unclear", "nicht eindeutig", "not clear"),
          entry("not-valid", "nicht wirksam", "not valid"),
          entry("upheld", "stattgegeben", "upheld"),
          entry("overridden", "überwiegende Gründe", "overridden"),
          entry("granted", "entsprochen", "granted"),
          entry("partly", "teilweise entsprochen", "granted in part"),
          entry("ended", "mit der Löschung erledigt", "ended by the erasure"),
          entry("confirmed", "bestätigt", "confirmed"),
          entry("changed", "geändert", "changed"),
          entry("set-aside", "aufgehoben", "set aside"),
          entry("number", "über Ihre Nummer", "by your number"),
          entry("person", "Sie", "you"),
          entry("unknown", "Unbekanntes", "what is unknown"),
          entry("ADVERTISING", "keine Werbung", "no advertising"),
          entry("ANY", "gar nicht", "not at all"),
          entry("REQUIRED", "vorgeschrieben", "required"),
          entry("CHALLENGED", "von Ihnen angefochten", "contested by you"),
          entry("FLAGGED", "von Beschäftigten beanstandet", "flagged by staff"),
          entry("CORRECTED", "Berichtigung", "correction"),
          entry("UPHELD", "Bestätigung", "confirmation"),
          entry(
              "SPECIAL_CATEGORY_USED",
              "besondere Kategorien von Daten verwendet",
              "special categories of data used"),
          entry("UNFORESEEN_EFFECT", "unvorhergesehene Wirkung", "unforeseen effect"),
          entry("PERMITTED", "wäre erlaubt", "would be permitted"),
          entry("DENIED", "wäre verweigert", "would be denied"),
          entry("NEEDS_REVIEW", "müsste ein Mensch prüfen", "a person would have to review"));

  private static final Map<String, Both> WITHHELD =
      Map.ofEntries(
          entry(
              "GDPR Art. 12(5)",
              "offenkundig unbegründet oder exzessiv",
              "manifestly unfounded or excessive"),
          entry("GDPR Art. 15(4)", "Rechte anderer Personen", "the rights of others"),
          entry(
              "GDPR Art. 17(3)(a)",
              "Freiheit der Meinung und Information",
              "freedom of expression and information"),
          entry(
              "GDPR Art. 17(3)(b)",
              "rechtliche Pflicht zur Aufbewahrung",
              "a legal duty to keep it"),
          entry("GDPR Art. 17(3)(c)", "öffentliche Gesundheit", "public health"),
          entry(
              "GDPR Art. 17(3)(d)",
              "Archiv, Forschung, Statistik",
              "archives, research, statistics"),
          entry("GDPR Art. 17(3)(e)", "Rechtsansprüche", "legal claims"),
          entry("GDPR Art. 20(1)", "nicht von Ihnen bereitgestellt", "not provided by you"),
          entry(
              "GDPR Art. 28(3)(e)",
              "darüber entscheidet ein anderer Verantwortlicher",
              "another controller decides on it"));

  private RightsWords() {}

  /** A value in words, or as it is if there are none. */
  static String said(String value, Tongue in) {
    Both both = SAID.get(value);
    return both == null ? value : both.in(in);
  }

  /** A ground in words, before its citation. */
  static String ground(String ground, Tongue in) {
    return WITHHELD.entrySet().stream()
        .filter(one -> ground.startsWith(one.getKey()))
        .findFirst()
        .map(one -> one.getValue().in(in) + ", " + in.law(ground))
        .orElseGet(() -> in.law(ground));
  }

  static String of(Right right, Tongue in) {
    return switch (right) {
      case ACCESS -> in.say("Auskunft", "access");
      case RECTIFICATION -> in.say("Berichtigung", "rectification");
      case ERASURE -> in.say("Löschung", "erasure");
      case RESTRICTION -> in.say("Einschränkung", "restriction");
      case PORTABILITY -> in.say("Übertragbarkeit", "portability");
      case OBJECTION -> in.say("Widerspruch", "objection");
      case WITHDRAWAL -> in.say("Widerruf", "withdrawal");
    };
  }

  static String of(RestrictionGround ground, Tongue in) {
    String words =
        switch (ground) {
          case ACCURACY_CONTESTED ->
              in.say("Sie bestreiten die Richtigkeit", "you contest that it is right");
          case UNLAWFUL ->
              in.say("unrechtmäßig, Sie wollen keine Löschung", "unlawful, you want no erasure");
          case NEEDED_FOR_CLAIMS ->
              in.say("Sie brauchen die Daten für Ansprüche", "you need it for legal claims");
          case OBJECTION_PENDING ->
              in.say(
                  "über Ihren Widerspruch ist nicht entschieden", "your objection is not decided");
        };
    return words + " (" + in.law(ground.article()) + ")";
  }

  static String of(IdentityLevel level, Tongue in) {
    return switch (level) {
      case NUMBER -> in.say("nur die Nummer", "the number alone");
      case CONFIRMED -> in.say("bestätigt", "confirmed");
      case PROVEN -> in.say("nachgewiesen", "proven");
    };
  }

  static String of(Task task, Tongue in) {
    return switch (task) {
      case OPEN_RECORDING -> in.say("eine Aufzeichnung hören", "listen to a recording");
      case OPEN_TEXT -> in.say("einen Text lesen", "read a text");
      case DISCLOSE -> in.say("etwas weitergeben", "disclose something");
      case REVIEW -> in.say("ein Ergebnis prüfen", "review an outcome");
      case ANSWER_REQUESTS -> in.say("einen Antrag bearbeiten", "deal with a request");
      case ERASE -> in.say("löschen", "erase");
      case LINK_SUBJECTS -> in.say("Kennungen verbinden", "link ids");
      case HOLD -> in.say("eine Löschsperre setzen oder aufheben", "set or release a legal hold");
    };
  }

  static String of(Authentication authentication, Tongue in) {
    return switch (authentication) {
      case ONE_FACTOR -> in.say("ein Merkmal", "one factor");
      case TWO_FACTORS -> in.say("zwei Merkmale", "two factors");
    };
  }

  static String of(Involvement involvement, Tongue in) {
    return switch (involvement) {
      case NONE -> in.say("keiner", "none");
      case SUPERVISED -> in.say("beaufsichtigt", "supervised");
      case BY_PERSON -> in.say("von einem Menschen entschieden", "decided by a person");
    };
  }

  static String of(RecipientRole role, Tongue in) {
    return switch (role) {
      case INTERNAL -> in.say("intern", "internal");
      case PROCESSOR -> in.say("Auftragsverarbeiter", "processor");
      case SUB_PROCESSOR -> in.say("Unterauftragsverarbeiter", "sub-processor");
      case CONTROLLER -> in.say("eigener Verantwortlicher", "controller of its own");
    };
  }
}
