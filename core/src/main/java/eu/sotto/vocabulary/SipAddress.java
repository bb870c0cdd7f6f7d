package eu.sotto.vocabulary;

import java.util.Locale;

/**
 * Reads the number out of a SIP or tel address. Only a global number (with a plus sign) counts
 * before a host name: "sip:4711@host" is an account, not a telephone number.
 */
final class SipAddress {
  private SipAddress() {}

  /** The user part of an address where it is a global number or a word; else the text itself. */
  static String userOf(String presented) {
    String text = presented;
    int open = text.indexOf('<');
    int close = text.indexOf('>', open + 1);
    if (open >= 0 && close > open) {
      text = text.substring(open + 1, close);
    }
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.startsWith("tel:")) {
      return before(text.substring(4), ';');
    }
    if (!lower.startsWith("sip:") && !lower.startsWith("sips:")) {
      return presented;
    }
    String user = before(before(text.substring(text.indexOf(':') + 1), '@'), ';');
    boolean account = !user.isEmpty() && Character.isDigit(user.charAt(0));
    return account ? presented : user;
  }

  private static String before(String text, char mark) {
    int at = text.indexOf(mark);
    return at < 0 ? text : text.substring(0, at);
  }
}
