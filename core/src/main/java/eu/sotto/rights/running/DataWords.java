package eu.sotto.rights.running;

import static eu.sotto.rights.running.Both.entry;

import eu.sotto.redaction.PiiType;
import eu.sotto.register.LegalBasis;
import java.util.Map;

/** Kinds of data and why they may be processed, in words. */
final class DataWords {
  /** Names that registers commonly use; others stand as the controller declares them. */
  private static final Map<String, Both> CATEGORIES =
      Map.ofEntries(
          entry("voice", "Stimme", "voice"),
          entry("conversation", "Gespräch", "conversation"),
          entry("contact", "Kontaktdaten", "contact details"),
          entry("call-metadata", "Verbindungsdaten", "call metadata"),
          entry("registration", "Angaben zur Anmeldung", "registration data"),
          entry("technical", "technische Daten", "technical data"),
          entry("appointment", "Termine", "appointments"),
          entry("biometric", "biometrische Daten", "biometric data"),
          entry("ethnic-origin", "ethnische Herkunft", "ethnic origin"),
          entry("genetic", "genetische Daten", "genetic data"),
          entry("health", "Gesundheit", "health"),
          entry("political-opinion", "politische Meinung", "political opinion"),
          entry("religion", "Religion", "religion"),
          entry("sex-life", "Sexualleben", "sex life"),
          entry("sexual-orientation", "sexuelle Orientierung", "sexual orientation"),
          entry("trade-union", "Gewerkschaft", "trade union"));

  private DataWords() {}

  static String category(String name, Tongue in) {
    Both both = CATEGORIES.get(name);
    return both == null ? name : both.in(in);
  }

  static String of(LegalBasis basis, Tongue in) {
    String words =
        switch (basis) {
          case CONSENT -> in.say("Ihre Einwilligung", "your consent");
          case CONTRACT -> in.say("Vertrag mit Ihnen", "a contract with you");
          case LEGAL_DUTY -> in.say("rechtliche Pflicht", "a legal duty");
          case VITAL_INTERESTS -> in.say("lebenswichtige Interessen", "vital interests");
          case LEGITIMATE_INTERESTS -> in.say("berechtigte Interessen", "legitimate interests");
        };
    return words + " (" + in.law(basis.article()) + ")";
  }

  static String of(PiiType type, Tongue in) {
    return switch (type) {
      case PERSON -> in.say("Name", "name");
      case PHONE -> in.say("Telefonnummer", "telephone number");
      case EMAIL -> in.say("E-Mail-Adresse", "e-mail address");
      case ADDRESS -> in.say("Anschrift", "address");
      case BIRTH_DATE -> in.say("Geburtsdatum", "date of birth");
      case AGE -> in.say("Alter", "age");
      case IBAN -> in.say("Kontonummer", "account number");
      case BIC -> in.say("Bankleitzahl", "bank code");
      case CREDIT_CARD -> in.say("Kreditkarte", "credit card");
      case TAX_ID -> in.say("Steuernummer", "tax number");
      case SOCIAL_SECURITY -> in.say("Sozialversicherungsnummer", "social security number");
      case HEALTH_INSURANCE -> in.say("Krankenversichertennummer", "health insurance number");
      case ID_CARD -> in.say("Personalausweis", "identity card");
      case PASSPORT -> in.say("Reisepass", "passport");
      case DRIVING_LICENCE -> in.say("Führerschein", "driving licence");
      case LICENCE_PLATE -> in.say("Kfz-Kennzeichen", "licence plate");
      case CUSTOMER_ID -> in.say("Kundennummer", "customer number");
      case CONTRACT_ID -> in.say("Vertragsnummer", "contract number");
      case BOOKING_CODE -> in.say("Buchungsnummer", "booking number");
      case USERNAME -> in.say("Benutzername", "user name");
      case PASSWORD -> in.say("Kennwort", "password");
      case URL -> in.say("Internetadresse", "web address");
      case IP_ADDRESS -> in.say("Adresse im Netz", "network address");
      case UNJUDGED -> in.say("nicht Beurteilbares", "what could not be judged");
      case HEALTH, RELIGION, ETHNICITY, POLITICS, UNION, SEX_LIFE, BIOMETRIC, CRIMINAL ->
          special(type, in);
    };
  }

  private static String special(PiiType type, Tongue in) {
    return switch (type) {
      case HEALTH -> in.say("Gesundheit", "health");
      case RELIGION -> in.say("Religion", "religion");
      case ETHNICITY -> in.say("Herkunft", "ethnic origin");
      case POLITICS -> in.say("politische Meinung", "political opinion");
      case UNION -> in.say("Gewerkschaft", "trade union");
      case SEX_LIFE -> in.say("Sexualleben", "sex life");
      case BIOMETRIC -> in.say("biometrische Daten", "biometric data");
      case CRIMINAL -> in.say("Straftaten", "criminal offences");
      default -> throw new IllegalArgumentException("a type without words");
    };
  }
}
