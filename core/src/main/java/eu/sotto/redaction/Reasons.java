package eu.sotto.redaction;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Says of each code of evidence which detector gives it, and what would have changed the finding.
 */
final class Reasons {
  private static final String NAMES = "names";
  private static final String CODES = "codes";
  private static final String ADDRESSES = "addresses";
  private static final String HOST = "host";

  private static final Map<String, Reason> KNOWN =
      Map.ofEntries(
          reason("ASKED", "answers", "no open question for it, or an answer of another shape"),
          reason("CUE", CODES, "no word near it that names such a value"),
          reason("SHAPE", CODES, "fewer digits or letters, or a unit after them"),
          reason("SHORT", NAMES, "a longer answer, or none of its words known as a name"),
          reason("LEAD", NAMES, "other words at the head of the answer"),
          reason("SIGN", CODES, "no sign or letter between the digits"),
          reason("DATE", "dates", "no day, month or year among the words"),
          reason("NAME", NAMES, "a verb or other talk in the answer"),
          reason("CODE", CODES, "fewer digits or letters in a row"),
          reason("INTRODUCED", NAMES, "no words before it with which people say who they are"),
          reason("MAYBE_INTRODUCED", NAMES, "words after it that no name is followed by"),
          reason("TITLE", NAMES, "no title or form of address before it"),
          reason("RELATION", NAMES, "no word before it for a relative or a function"),
          reason("GIVEN", NAMES, "a first word that no dictionary has as a given name"),
          reason("FAMILY", NAMES, "a second word that is a common word"),
          reason("CAPITAL", NAMES, "a small first letter"),
          reason("COMMA", NAMES, "no comma between two names"),
          reason("ALONE", NAMES, "other words in the line"),
          reason("BEFORE_PHRASE", NAMES, "no words after it that follow a name"),
          reason("KNOWN_NAME", NAMES, "the name not said elsewhere in the call"),
          reason("STREET", ADDRESSES, "no ending or word of a street"),
          reason("NUMBER", ADDRESSES, "no number beside the street"),
          reason("CITY", ADDRESSES, "a word that no list has as a city, and no postcode before it"),
          reason("POSTCODE", ADDRESSES, "no city after the digits"),
          reason("TERM", "special categories", "the word not in the list of such words"),
          reason("WRITTEN_AT", "e-mail", "no @ between the words"),
          reason("SPOKEN_AT", "e-mail", "no word for @, or no host after it"),
          reason("FOUR_BYTES", "internet", "a number above 255, or not four of them"),
          reason("LINK_PATH", "internet", "a link without a path"),
          reason("YEARS_OLD", "dates", "no words for years of age beside the number"),
          reason("ALTERNATIVE", "hypotheses", "not found in another hypothesis of the recogniser"),
          reason("COUPLED", NAMES, "no other name joined to it"),
          reason("GREETED", NAMES, "no greeting or thanks before it"),
          reason("NAMED", ADDRESSES, "no street without a known ending before a number"),
          reason("PLACE", ADDRESSES, "no open question for a place"),
          reason("WORDS", CODES, "no word before it that announces such words"),
          reason("DEADLINE", "stream", "more words before the deadline"),
          reason(
              "NOT_JUDGED", HOST, "a detector of the host that neither fails nor runs too long"));

  /** A detector, and what would have changed its finding. */
  record Reason(String detector, String otherwise) {}

  private Reasons() {}

  private static Map.Entry<String, Reason> reason(String code, String detector, String otherwise) {
    return Map.entry(code, new Reason(detector, otherwise));
  }

  static boolean knows(String code) {
    return KNOWN.containsKey(code);
  }

  static Explanation of(Finding finding, String reading) {
    Set<String> detectors = new TreeSet<>();
    Set<String> otherwise = new TreeSet<>();
    for (String code : finding.evidence()) {
      Reason reason = KNOWN.getOrDefault(code, new Reason(HOST, "another answer of " + code));
      detectors.add(reason.detector());
      otherwise.add(reason.otherwise());
    }
    return new Explanation(
        finding, String.join(", ", detectors), reading, String.join("; or ", otherwise));
  }
}
