package eu.sotto.redaction;

/** A kind of personal data that the redactor knows. Immutable and thread-safe. */
public enum PiiType {
  /** Given and family names, spoken, written or spelled. */
  PERSON,
  /** Telephone and fax numbers. */
  PHONE,
  /** E-mail addresses. */
  EMAIL,
  /** Street and house number, postcode, city. */
  ADDRESS,
  /** Dates of birth. */
  BIRTH_DATE,
  /** Ages of persons. */
  AGE,
  /** International bank account numbers. */
  IBAN,
  /** Bank identifier codes. */
  BIC,
  /** Payment cards: number, expiry, check value. */
  CREDIT_CARD,
  /** Steuer-IdNr, Steuernummer, USt-IdNr. */
  TAX_ID,
  /** Rentenversicherungsnummer, Austrian and Swiss social security, UK NI numbers. */
  SOCIAL_SECURITY,
  /** Krankenversichertennummer, NHS number. */
  HEALTH_INSURANCE,
  /** Identity cards. */
  ID_CARD,
  /** Passports. */
  PASSPORT,
  /** Driving licences. */
  DRIVING_LICENCE,
  /** Vehicle registration plates. */
  LICENCE_PLATE,
  /** Customer, patient and member numbers. */
  CUSTOMER_ID,
  /** Contract, policy, invoice and meter numbers. */
  CONTRACT_ID,
  /** Booking and order codes. */
  BOOKING_CODE,
  /** User names. */
  USERNAME,
  /** Passwords and PINs. */
  PASSWORD,
  /** Links that contain a user's name. */
  URL,
  /** Internet addresses. */
  IP_ADDRESS,
  /** Health (Art. 9). */
  HEALTH,
  /** Religious or philosophical belief (Art. 9). */
  RELIGION,
  /** Ethnic origin (Art. 9). */
  ETHNICITY,
  /** Political opinion (Art. 9). */
  POLITICS,
  /** Trade union membership (Art. 9). */
  UNION,
  /** Sex life and sexual orientation (Art. 9). */
  SEX_LIFE,
  /** Biometric data for identification (Art. 9). */
  BIOMETRIC,
  /** Criminal convictions and offences (Art. 10). */
  CRIMINAL,
  /** A part of the text that was too costly to judge and is masked whole. */
  UNJUDGED;

  /**
   * Whether the law protects this kind specially. Source: GDPR Art. 9(1) and 10.
   *
   * @return whether it is a special category or a criminal matter
   */
  public boolean special() {
    return switch (this) {
      case HEALTH, RELIGION, ETHNICITY, POLITICS, UNION, SEX_LIFE, BIOMETRIC, CRIMINAL -> true;
      default -> false;
    };
  }
}
