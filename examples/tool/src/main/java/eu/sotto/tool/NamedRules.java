package eu.sotto.tool;

import eu.sotto.retention.RuleId;
import eu.sotto.retention.RuleKind;
import eu.sotto.retention.calendar.RetentionTerm;
import eu.sotto.retention.law.LawPack;
import eu.sotto.retention.law.Statute;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the term that a table means: by a key of its own, by a key of the pack, or as written. */
final class NamedRules {
  private final Map<String, Named> own;
  private final LawPack pack;

  private NamedRules(Map<String, Named> own) {
    this.own = Map.copyOf(own);
    this.pack = LawPack.german();
  }

  /** A term, and what kind of rule it belongs to where that is known. */
  record Named(RetentionTerm term, Optional<RuleKind> kind) {}

  static NamedRules ofPack() {
    return new NamedRules(Map.of());
  }

  static NamedRules of(Table table) throws BadInput {
    Map<String, Named> own = new HashMap<>();
    for (Table.Row row : table.rows()) {
      try {
        addRule(row, own);
      } catch (BadInput e) {
        throw new BadInput(table.name() + ":" + row.line() + ": " + e.getMessage());
      }
    }
    return new NamedRules(own);
  }

  private static void addRule(Table.Row row, Map<String, Named> own) throws BadInput {
    String key = row.required("key");
    if (row.cell("rule").isEmpty()) {
      return;
    }
    Optional<RuleKind> kind =
        List.of(RuleKind.values()).stream()
            .filter(one -> row.cell("kind").split(" ", 2)[0].equals(one.name()))
            .findFirst();
    if (own.put(key, new Named(term(row.cell("rule")), kind)) != null) {
      throw new BadInput("the key " + key + " is given twice");
    }
  }

  Named find(String rule) throws BadInput {
    Named found = own.get(rule);
    if (found != null) {
      return found;
    }
    Optional<Statute> statute =
        pack.statutes().stream().filter(one -> one.key().equals(keyOf(rule))).findFirst();
    return statute.isPresent() ? ofStatute(statute.get()) : new Named(term(rule), Optional.empty());
  }

  private static RuleId keyOf(String rule) {
    return rule.matches("[A-Z0-9_]{1,64}") ? RuleId.of(rule) : RuleId.of("none");
  }

  private static Named ofStatute(Statute statute) throws BadInput {
    RetentionTerm term =
        statute
            .duty()
            .term()
            .orElseThrow(
                () ->
                    new BadInput(
                        statute.key() + " has no period to compute: " + statute.english()));
    return new Named(term, statute.duty().kind());
  }

  private static RetentionTerm term(String text) throws BadInput {
    try {
      return RetentionTerm.parse(text);
    } catch (IllegalArgumentException e) {
      String known = text.startsWith("P") ? "" : "; nor is it a known key";
      throw new BadInput(e.getMessage() + known);
    }
  }
}
