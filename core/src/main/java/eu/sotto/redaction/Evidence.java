package eu.sotto.redaction;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The codes of what speaks for a finding, as sets made once. Immutable and thread-safe. */
final class Evidence {
  private static final List<String> KNOWN =
      List.of(
          "ASKED CITY",
          "ASKED CODE",
          "ASKED DATE",
          "ASKED NAME",
          "ASKED SHAPE",
          "ASKED SHORT",
          "ASKED SIGN",
          "BEFORE_PHRASE",
          "CITY",
          "CITY CUE",
          "CITY POSTCODE",
          "CUE CODE",
          "CUE DATE",
          "FAMILY COMMA GIVEN",
          "FOUR_BYTES",
          "GIVEN ALONE",
          "GIVEN CAPITAL",
          "GIVEN FAMILY",
          "INTRODUCED",
          "KNOWN_NAME",
          "LINK_PATH",
          "MAYBE_INTRODUCED",
          "NUMBER STREET",
          "POSTCODE CITY",
          "RELATION",
          "SHAPE",
          "SPOKEN_AT",
          "STREET",
          "STREET NUMBER",
          "TERM",
          "TITLE",
          "WRITTEN_AT",
          "YEARS_OLD");
  private static final Map<String, Set<String>> SETS = sets();

  private Evidence() {}

  static Set<String> of(String codes) {
    Set<String> known = SETS.get(codes);
    return known == null ? parse(codes) : known;
  }

  private static Set<String> parse(String codes) {
    return Set.of(codes.split(" ", -1));
  }

  private static Map<String, Set<String>> sets() {
    Map<String, Set<String>> sets = new HashMap<>();
    KNOWN.forEach(codes -> sets.put(codes, parse(codes)));
    return Map.copyOf(sets);
  }
}
