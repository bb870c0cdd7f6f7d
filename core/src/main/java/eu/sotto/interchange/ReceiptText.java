package eu.sotto.interchange;

import eu.sotto.consent.ConsentState;
import eu.sotto.consent.Method;
import eu.sotto.consent.Wording;
import eu.sotto.ledger.LeafId;
import eu.sotto.register.Register;
import eu.sotto.vocabulary.PurposeId;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Objects;

/**
 * The words of a receipt, in plain German or English. Immutable and thread-safe.
 *
 * @param answer what was answered
 * @param wording in which wording it was asked
 * @param askedAt when the question had been heard to its end
 * @param until until when a consent carries; {@link Instant#MAX} if until it is withdrawn
 */
public record ReceiptText(Answer answer, Wording wording, Instant askedAt, Instant until) {
  /** Refuses null. */
  public ReceiptText {
    Objects.requireNonNull(answer, "answer");
    Objects.requireNonNull(wording, "wording");
    Objects.requireNonNull(askedAt, "askedAt");
    Objects.requireNonNull(until, "until");
  }

  /**
   * An answer or a withdrawal.
   *
   * @param entry the entry of the log that holds it
   * @param purpose to which purpose
   * @param state given, refused or withdrawn
   * @param method by which kind of act
   * @param at when
   */
  public record Answer(
      LeafId entry, PurposeId purpose, ConsentState state, Method method, Instant at) {
    /** Refuses null. */
    public Answer {
      Objects.requireNonNull(entry, "entry");
      Objects.requireNonNull(purpose, "purpose");
      Objects.requireNonNull(state, "state");
      Objects.requireNonNull(method, "method");
      Objects.requireNonNull(at, "at");
    }
  }

  /**
   * The words.
   *
   * @param register who is responsible, where to turn to, and the time zone
   * @param language German for any kind of German, English for any other
   * @return lines of text
   */
  public String in(Register register, Locale language) {
    boolean german = language.getLanguage().equals(Locale.GERMAN.getLanguage());
    DateTimeFormatter time =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.MEDIUM)
            .withLocale(german ? Locale.GERMANY : Locale.UK)
            .withZone(register.zone());
    return german ? german(register, time) : english(register, time);
  }

  private String german(Register register, DateTimeFormatter time) {
    String given =
        switch (answer.state()) {
          case GIVEN -> "Sie haben eingewilligt";
          case WITHDRAWN -> "Sie haben Ihre Einwilligung widerrufen";
          default -> "Sie haben nicht eingewilligt";
        };
    String how =
        switch (answer.method()) {
          case KEY_PRESS -> "mit einer Taste";
          case SPOKEN -> "mündlich";
          case WRITTEN -> "schriftlich";
          case DOUBLE_OPT_IN -> "im Netz, bestätigt über Ihre Adresse";
        };
    String end = until.equals(Instant.MAX) ? "bis zum Widerruf" : "bis " + time.format(until);
    String standing =
        answer.state() == ConsentState.GIVEN
            ? "Sie gilt " + end + ". Sie können sie jederzeit widerrufen, ohne Nachteil."
            : "Ihnen entsteht dadurch kein Nachteil.";
    return String.join(
        "\n",
        "Beleg über eine Einwilligung (Art. 7 DSGVO)",
        "Kurzcode: " + ConsentReceipt.code(answer.entry()),
        given + ", " + how + ", am " + time.format(answer.at()) + ".",
        "Zweck: " + answer.purpose(),
        "Gefragt: am " + time.format(askedAt) + ", " + wording("Hinweis", "Fassung"),
        standing,
        "Was bis zu einem Widerruf geschah, bleibt rechtmäßig.",
        "Verantwortlich: " + responsible(register),
        "Widerruf und alle Ihre Rechte: " + register.controller().contact(),
        "Beschwerde: " + complaint(register),
        "Eintrag: " + answer.entry(),
        "");
  }

  private String english(Register register, DateTimeFormatter time) {
    String given =
        switch (answer.state()) {
          case GIVEN -> "You consented";
          case WITHDRAWN -> "You withdrew your consent";
          default -> "You did not consent";
        };
    String how =
        switch (answer.method()) {
          case KEY_PRESS -> "by a key";
          case SPOKEN -> "in words";
          case WRITTEN -> "in writing";
          case DOUBLE_OPT_IN -> "on the web, confirmed from your address";
        };
    String end =
        until.equals(Instant.MAX) ? "until you withdraw it" : "until " + time.format(until);
    String standing =
        answer.state() == ConsentState.GIVEN
            ? "It holds " + end + ". You can withdraw it at any time, without disadvantage."
            : "You have no disadvantage from it.";
    return String.join(
        "\n",
        "Receipt of a consent (GDPR Art. 7)",
        "Short code: " + ConsentReceipt.code(answer.entry()),
        given + ", " + how + ", on " + time.format(answer.at()) + ".",
        "Purpose: " + answer.purpose(),
        "Asked: on " + time.format(askedAt) + ", " + wording("notice", "version"),
        standing,
        "What was done before a withdrawal stays lawful.",
        "Controller: " + responsible(register),
        "Withdrawal and all your rights: " + register.controller().contact(),
        "Complaint: " + complaint(register),
        "Entry: " + answer.entry(),
        "");
  }

  private String wording(String notice, String version) {
    return notice
        + " "
        + wording.notice()
        + ", "
        + version
        + " "
        + wording.version()
        + ", "
        + wording.language().toLanguageTag();
  }

  private static String responsible(Register register) {
    return register.controller().name() + ", " + register.controller().address();
  }

  private static String complaint(Register register) {
    return register.supervisoryAuthority().name()
        + ", "
        + register.supervisoryAuthority().contact();
  }
}
