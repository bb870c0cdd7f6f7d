package eu.sotto.rights;

import java.util.Locale;

/** Why a step of a request is not taken, each with its rule of law and a sentence. Immutable. */
public enum StepRefusal {
  /** It is not sure enough who asks. */
  IDENTITY_NOT_SUFFICIENT(
      "GDPR Art. 12(6)",
      "the identity was not verified in a way that suffices for this right",
      "die Identität wurde nicht so geprüft, wie dieses Recht es verlangt"),
  /** Nobody has verified who asks. */
  NOT_IDENTIFIED(
      "GDPR Art. 12(6)",
      "the identity has not been verified yet",
      "die Identität wurde noch nicht geprüft"),
  /** It is sure who asks, or need not be. */
  NO_DOUBT(
      "GDPR Art. 12(6)",
      "there is no reasonable doubt about the identity",
      "es bestehen keine begründeten Zweifel an der Identität"),
  /** Nobody has looked what there is. */
  NOT_LOCATED(
      "GDPR Art. 15-22",
      "the data has not been located yet",
      "die Daten wurden noch nicht ermittelt"),
  /** Nobody has decided what becomes of each record. */
  NOT_ASSESSED(
      "GDPR Art. 12(4)",
      "it has not been assessed yet what becomes of each record",
      "es wurde noch nicht geprüft, was mit jedem Stück geschieht"),
  /** A record of the request is not assessed, or one of somebody else is. */
  OTHER_RECORDS(
      "GDPR Art. 12(4)",
      "the assessment must name exactly the records that were located",
      "die Prüfung muss genau die ermittelten Stücke nennen"),
  /** Nothing has been done yet. */
  NOT_EXECUTED(
      "GDPR Art. 12(3)",
      "the request has not been carried out yet",
      "der Antrag wurde noch nicht ausgeführt"),
  /** The recipients are not being told. */
  RECIPIENTS_NOT_TOLD(
      "GDPR Art. 19",
      "the recipients are not being told yet",
      "die Empfänger werden noch nicht unterrichtet"),
  /** The step was taken before. */
  ALREADY_DONE("GDPR Art. 12(3)", "the step was taken before", "der Schritt ist schon getan"),
  /** The request was answered. */
  ANSWERED("GDPR Art. 12(3)", "the request has been answered", "der Antrag ist beantwortet"),
  /** The request is about another right. */
  OTHER_RIGHT(
      "GDPR Art. 12(2)",
      "the request is about another right",
      "der Antrag betrifft ein anderes Recht"),
  /** The month in which an extension must be told is over. */
  TOO_LATE_TO_EXTEND(
      "GDPR Art. 12(3)",
      "an extension must be told within one month of receipt",
      "eine Verlängerung ist binnen eines Monats nach Eingang mitzuteilen"),
  /** An objection to direct marketing is not weighed. */
  MARKETING_IS_FINAL(
      "GDPR Art. 21(3)",
      "an objection to direct marketing is final",
      "ein Widerspruch gegen Direktwerbung ist endgültig"),
  /** A record that another controller decides on can only be passed on to it. */
  ANOTHER_CONTROLLER(
      "GDPR Art. 28(3)(e)",
      "another controller decides on it: the request is passed on to that",
      "darüber entscheidet ein anderer Verantwortlicher: ihm wird der Antrag übermittelt"),
  /** The person wants the data to stay, and has not said that they want an erasure instead. */
  RESTRICTION_STANDS(
      "GDPR Art. 18(1)(b), (c)",
      "the person asked to keep the data restricted and has not said to want an erasure instead",
      "die Person wollte die Daten eingeschränkt behalten und hat nicht gesagt, dass sie stattdessen"
          + " die Löschung will"),
  /** There is no restriction that an erasure would replace. */
  NOTHING_RESTRICTED(
      "GDPR Art. 18(1)(b), (c)",
      "there is no restriction that keeps the data",
      "es besteht keine Einschränkung, unter der die Daten bleiben sollen"),
  /** The person has not been told that the restriction is going to be lifted. */
  LIFT_NOT_ANNOUNCED(
      "GDPR Art. 18(3)",
      "the person must be told before a restriction is lifted",
      "die Person ist zu unterrichten, bevor eine Einschränkung aufgehoben wird");

  private final String article;
  private final String english;
  private final String german;

  StepRefusal(String article, String english, String german) {
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

  /**
   * The reason in words.
   *
   * @param language German for any kind of German, English for any other
   * @return the sentence
   */
  public String sentence(Locale language) {
    return language.getLanguage().equals(Locale.GERMAN.getLanguage()) ? german : english;
  }
}
