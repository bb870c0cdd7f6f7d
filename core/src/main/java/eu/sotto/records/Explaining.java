package eu.sotto.records;

import eu.sotto.retention.Because;
import eu.sotto.retention.Disposition;
import eu.sotto.retention.RetentionPolicy;
import eu.sotto.retention.RuleId;
import eu.sotto.retention.calendar.Until;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** Puts a disposition into plain words, German or English. */
final class Explaining {
  private final RetentionPolicy policy;
  private final Locale locale;
  private final ResourceBundle words;

  Explaining(RetentionPolicy policy, Locale locale) {
    boolean german = locale.getLanguage().equals(Locale.GERMAN.getLanguage());
    this.policy = policy;
    this.locale = german ? locale : Locale.ENGLISH;
    this.words =
        ResourceBundle.getBundle(
            "eu.sotto.records.explanations", german ? Locale.GERMAN : Locale.ROOT);
  }

  String text(Disposition disposition) {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        disposition.fold(
            keep -> until("keep", keep.until(), ""),
            restrict -> until("restrict", restrict.until(), restrict.duty().source()),
            dispose -> say("dispose", date(dispose.since())),
            review -> say("review")));
    Because because = disposition.because();
    sentences.add(say(because.ground().name()));
    because.rules().forEach(rule -> sentences.add(say("rule", rule.name(), sourceOf(rule))));
    if (!because.references().isEmpty()) {
      sentences.add(say("references", String.join(", ", because.references())));
    }
    return String.join(" ", sentences);
  }

  private String until(String what, Until until, String duty) {
    return until
        .lastDay(policy.zone())
        .map(day -> say(what + ".until", date(day), duty))
        .orElseGet(() -> say(what + ".released", "", duty));
  }

  private String sourceOf(RuleId rule) {
    return policy.rule(rule).map(known -> known.source()).orElse("");
  }

  private String date(LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).format(day);
  }

  private String say(String key, Object... values) {
    return new MessageFormat(words.getString(key), locale).format(values);
  }
}
