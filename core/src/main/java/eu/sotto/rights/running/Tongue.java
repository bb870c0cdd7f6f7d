package eu.sotto.rights.running;

import eu.sotto.register.Country;
import eu.sotto.retention.calendar.Until;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How somebody is spoken to: in German or English, with dates as they are written there and in the
 * time zone of the controller. Immutable.
 *
 * @param german German, or English
 * @param zone where the controller is
 */
record Tongue(boolean german, ZoneId zone) {
  private static final String PLACE = "\\d+(?:-\\d+)?(?:\\(\\d+\\))?(?:\\([a-z]\\))?";
  private static final Pattern LAW =
      Pattern.compile("(GDPR|AI Act) Art\\. (" + PLACE + "(?:, " + PLACE + ")*)");
  private static final Pattern PART = Pattern.compile("\\((\\d+)\\)");
  private static final Pattern LETTER = Pattern.compile("\\(([a-z])\\)");

  static Tongue of(Locale language, ZoneId zone) {
    return new Tongue(language.getLanguage().equals(Locale.GERMAN.getLanguage()), zone);
  }

  Locale locale() {
    return german ? Locale.GERMAN : Locale.ENGLISH;
  }

  private Locale place() {
    return german ? Locale.GERMANY : Locale.UK;
  }

  String say(String inGerman, String inEnglish) {
    return german ? inGerman : inEnglish;
  }

  String at(Instant time) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
        .withLocale(place())
        .withZone(zone)
        .format(time);
  }

  String day(LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(place()).format(day);
  }

  String until(LocalDate last) {
    return say("bis einschließlich ", "up to and including ") + day(last);
  }

  String until(Until end) {
    return end.lastDay(zone)
        .map(this::until)
        .orElseGet(() -> say("bis zur Freigabe", "until it is released"));
  }

  String seconds(long milliseconds) {
    String number = BigDecimal.valueOf(milliseconds, 3).stripTrailingZeros().toPlainString();
    return (german ? number.replace('.', ',') : number) + say(" Sekunden", " seconds");
  }

  /** A share of one, such as {@code 0.93}, as a percentage. */
  String percent(String share) {
    if (!share.matches("[01](\\.\\d+)?")) {
      return share;
    }
    String number = new BigDecimal(share).movePointRight(2).stripTrailingZeros().toPlainString();
    return german ? number.replace('.', ',') + " %" : number + "%";
  }

  String language(String tag) {
    return Optional.of(Locale.forLanguageTag(tag).getDisplayLanguage(locale()))
        .filter(name -> !name.isEmpty())
        .orElse(tag);
  }

  String country(Country country) {
    return new Locale.Builder().setRegion(country.code()).build().getDisplayCountry(locale());
  }

  /** A text whose citations of the GDPR and the AI Act are in the form of the language. */
  String law(String text) {
    return german
        ? LAW.matcher(text)
            .replaceAll(found -> Matcher.quoteReplacement(cited(found.group(1), found.group(2))))
        : text;
  }

  private static String cited(String act, String places) {
    String name = act.equals("GDPR") ? "DSGVO" : "KI-VO";
    return Pattern.compile(", ")
        .splitAsStream(places)
        .map(place -> "Art. " + place(place, name))
        .collect(Collectors.joining(", ", "", " " + name));
  }

  /** The definitions of Art. 4 have numbers, other articles paragraphs. */
  private static String place(String place, String act) {
    boolean definition = act.equals("DSGVO") && place.startsWith("4(");
    String parts = PART.matcher(place).replaceAll(definition ? " Nr. $1" : " Abs. $1");
    return LETTER.matcher(parts).replaceAll(" Buchst. $1");
  }
}
