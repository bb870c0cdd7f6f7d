package eu.sotto.retention.calendar;

import java.time.Duration;
import java.time.Period;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the text form of a term; every complaint names the part that it is about. */
final class TermText {
  private static final int MAX_LENGTH = 64;
  private static final Pattern DAYS =
      Pattern.compile("P(?:(\\d{1,4})Y)?(?:(\\d{1,5})M)?(?:(\\d{1,5})W)?(?:(\\d{1,6})D)?");
  private static final Pattern HOURS = Pattern.compile("PT(?:(\\d{1,5})H)?(?:(\\d{1,7})M)?");

  private TermText() {}

  static RetentionTerm parse(String text) {
    Objects.requireNonNull(text, "text");
    if (text.length() > MAX_LENGTH) {
      throw refuse(text.substring(0, MAX_LENGTH) + "…", "the term is longer than 64 characters");
    }
    String[] parts = text.split(";", -1);
    RetentionTerm term = length(parts[0]);
    Set<String> seen = new HashSet<>();
    for (int i = 1; i < parts.length; i++) {
      if (!seen.add(parts[i].split(":", 2)[0])) {
        throw refuse(parts[i], "the option is given twice");
      }
      term = option(term, parts[i]);
    }
    return term;
  }

  private static RetentionTerm length(String part) {
    try {
      Matcher days = DAYS.matcher(part);
      if (days.matches() && part.length() > 1) {
        int total = Math.addExact(Math.multiplyExact(7, number(days, 3)), number(days, 4));
        return RetentionTerm.of(Period.of(number(days, 1), number(days, 2), total));
      }
      Matcher hours = HOURS.matcher(part);
      if (hours.matches() && part.length() > 2) {
        return RetentionTerm.ofElapsed(
            Duration.ofHours(number(hours, 1)).plusMinutes(number(hours, 2)));
      }
    } catch (IllegalArgumentException e) {
      throw refuse(part, e.getMessage());
    }
    throw refuse(part, "expected a period such as P6M, P6Y, P1M15D or elapsed hours as in PT72H");
  }

  private static int number(Matcher matcher, int group) {
    String digits = matcher.group(group);
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  private static RetentionTerm option(RetentionTerm term, String part) {
    try {
      return switch (part) {
        case "YE" -> term.fromYearEnd();
        case "INCL" -> term.includingEventDay();
        case "ROLL" -> term.rolling();
        default -> rollingIn(term, part);
      };
    } catch (IllegalStateException e) {
      throw refuse(part, e.getMessage());
    }
  }

  private static RetentionTerm rollingIn(RetentionTerm term, String part) {
    if (!part.startsWith("ROLL:")) {
      throw refuse(part, "expected YE, INCL, ROLL or ROLL: with a Land");
    }
    for (Land land : Land.values()) {
      if (part.equals("ROLL:" + land)) {
        return term.rolling(land);
      }
    }
    throw refuse(part, "no Land of Germany has this code");
  }

  private static IllegalArgumentException refuse(
      String part, @org.jspecify.annotations.Nullable String why) {
    return new IllegalArgumentException(
        String.format(Locale.ROOT, "cannot read \"%s\" of the retention term: %s", part, why));
  }
}
