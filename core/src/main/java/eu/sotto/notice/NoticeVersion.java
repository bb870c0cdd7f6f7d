package eu.sotto.notice;

import java.math.BigInteger;
import java.util.regex.Pattern;

/** Versions are numbers joined by dots or dashes, so that the newest is never a matter of taste. */
final class NoticeVersion {
  private static final int MAX_LENGTH = 32;
  private static final Pattern SYNTAX = Pattern.compile("[0-9]+([.-][0-9]+)*");
  private static final Pattern SEPARATOR = Pattern.compile("[.-]");

  private NoticeVersion() {}

  static void check(String version) {
    if (version.length() > MAX_LENGTH || !SYNTAX.matcher(version).matches()) {
      throw new IllegalArgumentException(
          "notice version must be numbers joined by dots or dashes, at most 32 characters");
    }
  }

  static int compare(String a, String b) {
    String[] left = SEPARATOR.split(a, -1);
    String[] right = SEPARATOR.split(b, -1);
    for (int i = 0; i < Math.max(left.length, right.length); i++) {
      int order = number(left, i).compareTo(number(right, i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static BigInteger number(String[] parts, int i) {
    return i < parts.length ? new BigInteger(parts[i]) : BigInteger.ZERO;
  }
}
