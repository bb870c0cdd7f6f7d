package eu.sotto.tool;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A table of tab-separated columns. A first line that names all wanted columns is a header and may
 * name further ones; without it, the columns come in the wanted order.
 */
record Table(String name, List<Row> rows) {
  private static final String TOO_MANY = "\t";

  Table {
    rows = List.copyOf(rows);
  }

  /** One line of a table, its cells by the names of their columns. */
  record Row(int line, Map<String, String> cells) {
    Row {
      cells = Map.copyOf(cells);
    }

    String cell(String column) {
      return cells.getOrDefault(column, "");
    }

    String required(String column) throws BadInput {
      if (cells.containsKey(TOO_MANY)) {
        throw new BadInput("the line has more cells than there are columns");
      }
      String value = cell(column);
      if (value.isEmpty()) {
        throw new BadInput("the column " + column + " is empty");
      }
      return value;
    }
  }

  static Table parse(String name, String text, String... wanted) throws BadInput {
    List<String> lines = (text.startsWith("\uFEFF") ? text.substring(1) : text).lines().toList();
    int first = 0;
    while (first < lines.size() && lines.get(first).isBlank()) {
      first++;
    }
    if (first == lines.size()) {
      throw new BadInput(name + " is empty; expected the columns " + String.join(", ", wanted));
    }
    List<String> header = cells(lines.get(first).toLowerCase(Locale.ROOT));
    boolean named = header.containsAll(Arrays.asList(wanted));
    List<String> columns = named ? header : Arrays.asList(wanted);
    if (!named && header.stream().filter(Arrays.asList(wanted)::contains).count() >= 2) {
      List<String> missing = new ArrayList<>(Arrays.asList(wanted));
      missing.removeAll(header);
      throw new BadInput(name + " lacks the columns " + String.join(", ", missing));
    }
    List<Row> rows = new ArrayList<>();
    for (int i = named ? first + 1 : first; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        rows.add(row(i + 1, columns, cells(lines.get(i))));
      }
    }
    return new Table(name, rows);
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.split("\t", -1)).map(String::strip).toList();
  }

  private static Row row(int line, List<String> columns, List<String> cells) {
    if (cells.size() > columns.size()) {
      return new Row(line, Map.of(TOO_MANY, "yes"));
    }
    Map<String, String> byColumn = new HashMap<>();
    for (int i = 0; i < Math.min(columns.size(), cells.size()); i++) {
      byColumn.put(columns.get(i), cells.get(i));
    }
    return new Row(line, byColumn);
  }
}
