package eu.sotto.retention.law;

import eu.sotto.retention.EventName;
import eu.sotto.retention.Material;
import eu.sotto.retention.PurposeName;
import eu.sotto.retention.RuleId;
import eu.sotto.retention.RuleKind;
import eu.sotto.retention.calendar.RetentionTerm;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a pack from a table in the module; the columns are found by their names. */
final class LawPackReader {
  private static final String NONE = "-";
  private static final String FOR_CLAIMS = "claims:";

  private LawPackReader() {}

  static List<Statute> read(String resource) {
    List<String> lines = text(resource).lines().toList();
    List<String> columns = List.of(lines.get(0).split("\t", -1));
    return lines.stream().skip(1).map(line -> statute(row(columns, line))).toList();
  }

  private static String text(String resource) {
    try (InputStream in = LawPackReader.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the module lacks its resource " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> row(List<String> columns, String line) {
    String[] cells = line.split("\t", -1);
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException("a row of the pack has " + cells.length + " cells");
    }
    Map<String, String> row = new HashMap<>();
    for (int i = 0; i < cells.length; i++) {
      if (!cells[i].equals(NONE)) {
        row.put(columns.get(i), cells[i]);
      }
    }
    return row;
  }

  private static Statute statute(Map<String, String> row) {
    return new Statute(
        RuleId.of(required(row, "key")),
        duty(row),
        scope(row),
        value(row, "events").stream()
            .flatMap(events -> Stream.of(events.split("\\+", -1)))
            .map(EventName::of)
            .toList(),
        required(row, "source"),
        required(row, "text_de"),
        required(row, "text_en"));
  }

  private static Statute.Duty duty(Map<String, String> row) {
    String[] kind = required(row, "kind").split(" ", -1);
    Optional<String> purpose = value(row, "purpose");
    boolean forClaims = purpose.filter(name -> name.startsWith(FOR_CLAIMS)).isPresent();
    return new Statute.Duty(
        kind[0].equals("CITATION") ? Optional.empty() : Optional.of(RuleKind.valueOf(kind[0])),
        kind.length > 1 && kind[1].equals("ABSOLUTE"),
        value(row, "rule").map(RetentionTerm::parse),
        purpose
            .map(name -> forClaims ? name.substring(FOR_CLAIMS.length()) : name)
            .map(PurposeName::of),
        forClaims,
        required(row, "ships").equals("off"));
  }

  private static Statute.Scope scope(Map<String, String> row) {
    Optional<String> sector = value(row, "sector");
    boolean outside = sector.filter(name -> name.startsWith("!")).isPresent();
    return new Statute.Scope(
        value(row, "material").map(Material::valueOf),
        sector.map(name -> outside ? name.substring(1) : name).map(Sector::valueOf),
        outside,
        value(row, "valid_from").map(LocalDate::parse),
        value(row, "valid_to").map(LocalDate::parse),
        value(row, "replaces").map(RuleId::of));
  }

  private static Optional<String> value(Map<String, String> row, String column) {
    return Optional.ofNullable(row.get(column));
  }

  private static String required(Map<String, String> row, String column) {
    return value(row, column)
        .orElseThrow(() -> new IllegalArgumentException("a row of the pack lacks " + column));
  }
}
