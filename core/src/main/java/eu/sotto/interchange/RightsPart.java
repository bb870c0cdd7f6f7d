package eu.sotto.interchange;

import eu.sotto.register.DespiteRestriction;
import eu.sotto.register.RightsTerms;
import eu.sotto.vocabulary.IdentityLevel;
import eu.sotto.vocabulary.PurposeId;
import eu.sotto.vocabulary.Right;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes on what terms rights are exercised. */
final class RightsPart {
  private static final String METHODS = "identityMethods";
  private static final String LEVELS = "identityLevels";
  private static final String MARKETING = "directMarketing";
  private static final String DESPITE = "despiteRestriction";

  private RightsPart() {}

  static RightsTerms read(Fields f) {
    Map<String, IdentityLevel> methods = table(f, METHODS, IdentityLevel.class);
    Map<Right, IdentityLevel> levels = new EnumMap<>(Right.class);
    table(f, LEVELS, IdentityLevel.class).forEach((name, level) -> levels.put(right(name), level));
    Map<PurposeId, DespiteRestriction> despite = new LinkedHashMap<>();
    table(f, DESPITE, DespiteRestriction.class)
        .forEach((name, why) -> despite.put(PurposeId.of(name), why));
    return new RightsTerms(
        methods, levels, f.names(MARKETING, PurposeId::of, RegisterReader.NAME), despite);
  }

  private static <E extends Enum<E>> Map<String, E> table(Fields f, String name, Class<E> type) {
    return f.has(name) ? f.table(name, type) : Map.of();
  }

  private static Right right(String name) {
    return Arrays.stream(Right.values())
        .filter(right -> Fields.name(right).equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no right of that name"));
  }

  static void write(RightsTerms terms, ObjectNode into) {
    Map<String, String> levels = new TreeMap<>();
    terms.levels().forEach((right, level) -> levels.put(Fields.name(right), Fields.name(level)));
    Map<String, String> methods = new TreeMap<>();
    terms.methods().forEach((method, level) -> methods.put(method, Fields.name(level)));
    Map<String, String> despite = new TreeMap<>();
    terms.despiteRestriction().forEach((p, why) -> despite.put(p.value(), Fields.name(why)));
    table(METHODS, methods, into);
    table(LEVELS, levels, into);
    if (!terms.directMarketing().isEmpty()) {
      RegisterWriter.names(terms.directMarketing(), into.putArray(MARKETING));
    }
    table(DESPITE, despite, into);
  }

  private static void table(String name, Map<String, String> entries, ObjectNode into) {
    if (!entries.isEmpty()) {
      ObjectNode table = into.putObject(name);
      entries.forEach(table::put);
    }
  }
}
