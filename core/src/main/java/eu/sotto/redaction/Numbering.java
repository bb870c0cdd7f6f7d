package eu.sotto.redaction;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Numbers the values of a call by type, from 1, the same value always alike. A part of a name, such
 * as the family name alone, counts as the person who was first called so, whichever came first: the
 * part or the whole. Used for one call.
 */
final class Numbering {
  private final Map<PiiType, Map<String, Integer>> given = new EnumMap<>(PiiType.class);
  private final Map<String, Integer> firstCalled = new HashMap<>();
  private int persons;

  int of(PiiType type, String value) {
    Map<String, Integer> known = given.computeIfAbsent(type, none -> new HashMap<>());
    Integer number = known.get(value);
    if (number == null) {
      number = type == PiiType.PERSON ? person(value, known) : known.size() + 1;
      known.put(value, number);
    }
    return number;
  }

  private int person(String name, Map<String, Integer> known) {
    List<String> words = List.of(name.split("\\s+"));
    Set<Integer> called = new HashSet<>();
    words.forEach(word -> called.add(firstCalled.getOrDefault(word, 0)));
    int number = called.size() == 1 ? called.iterator().next() : 0;
    for (int i = 0; number == 0 && i < words.size(); i++) {
      number = known.getOrDefault(words.get(i), 0);
    }
    if (number == 0) {
      number = ++persons;
    }
    for (String word : words) {
      firstCalled.putIfAbsent(word, number);
    }
    return number;
  }
}
