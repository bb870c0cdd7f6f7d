package eu.sotto;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.sotto.ledger.Event;
import eu.sotto.ledger.EventKind;
import eu.sotto.ledger.KeyClass;
import eu.sotto.records.Legible;
import eu.sotto.register.Register;
import eu.sotto.session.Engine;
import eu.sotto.session.FolderOpening;
import eu.sotto.store.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;

/** The rows of a store at a time, byte for byte, each value as Latin-1. */
record Leftover(Map<String, List<Map<String, String>>> tables) {
  /** Before it a sealed piece has a header that others have alike. */
  private static final int HEADER = 64;

  private static final int WINDOW = 16;
  private static final Set<String> FORMS = forms();

  /** Documented to hold no names, and to stay: labels of the host's and file numbers. */
  private static final Set<String> STAYS =
      Set.of(
          "speaker_joined.speaker",
          "request_received.identity",
          "caller_told.method",
          "incident_told.reference");

  /** Whose rows are looked for. */
  enum Whose {
    ERASED,
    EVERYBODY
  }

  List<Map<String, String>> table(String name) {
    return tables.getOrDefault(name, List.of());
  }

  /** All ids, tokens and sealed pieces of a subject: what has to be gone with it. */
  Set<String> of(String subject) {
    Set<String> traces = new HashSet<>();
    for (Map<String, String> person : rows("subject", "id", subject)) {
      traces.add(subject);
      traces.add(person.get("bond"));
      traces.add(person.get("content_key"));
      for (Map<String, String> payload : rows("payload", "key_id", person.get("content_key"))) {
        sealed(payload, traces);
      }
    }
    for (Map<String, String> row : rows("party", "subject", subject)) {
      traces.add(row.get("token"));
    }
    for (Map<String, String> row : rows("call", "subject", subject)) {
      traces.add(row.get("token"));
      sealed(row, traces);
    }
    for (String table : List.of("record", "finding")) {
      for (Map<String, String> row : rows(table, "subject", subject)) {
        traces.add(row.get("id"));
        sealed(row, traces);
      }
    }
    return traces;
  }

  private List<Map<String, String>> rows(String table, String column, String value) {
    return table(table).stream().filter(row -> value.equals(row.get(column))).toList();
  }

  private static void sealed(Map<String, String> row, Set<String> traces) {
    String sealed = row.get("sealed");
    for (int at = HEADER; at + WINDOW <= sealed.length(); at += WINDOW) {
      traces.add(sealed.substring(at, at + WINDOW));
    }
  }

  Set<String> subjects() {
    Set<String> ids = new HashSet<>();
    table("subject").forEach(row -> ids.add(row.get("id")));
    return ids;
  }

  static String latin(byte[] bytes) {
    return new String(bytes, ISO_8859_1);
  }

  /** The canaries that stand in bytes, in whatever form. */
  static Set<String> canaries(String bytes) {
    Set<String> found = new TreeSet<>();
    FORMS.stream().filter(bytes::contains).forEach(found::add);
    return found;
  }

  /** As letters of one and two bytes, in capitals and small, as base64 from any place, as hex. */
  private static Set<String> forms() {
    Set<String> forms = new HashSet<>();
    for (String canary : LeakRooms.CANARIES) {
      for (String word :
          List.of(canary, canary.toUpperCase(Locale.ROOT), canary.toLowerCase(Locale.ROOT))) {
        for (byte[] bytes :
            List.of(word.getBytes(UTF_8), word.getBytes(UTF_16LE), word.getBytes(UTF_16BE))) {
          forms.add(latin(bytes));
          forms.add(HexFormat.of().formatHex(bytes));
          for (int before = 0; before < 3; before++) {
            forms.add(base64(bytes, before));
          }
        }
      }
    }
    return forms;
  }

  /** What of the base64 is the same whatever stands before and after. */
  private static String base64(byte[] bytes, int before) {
    byte[] padded = new byte[before + bytes.length];
    System.arraycopy(bytes, 0, padded, before, bytes.length);
    String all = Base64.getEncoder().withoutPadding().encodeToString(padded);
    int end = padded.length % 3 == 0 ? all.length() : all.length() - 1;
    return all.substring(before == 0 ? 0 : before + 1, end);
  }

  /** A store that can be looked into while it is open. */
  abstract static class Place implements AutoCloseable {
    private static final EventKind NOTED = EventKind.of("noted", 1, KeyClass.PROOF, "note");

    final Path folder;
    private final Map<Path, byte[]> copies = new HashMap<>();
    Engine engine;

    Place() throws IOException {
      folder = Files.createTempDirectory("leftover");
    }

    static Place folder(Register register) throws IOException {
      return new InAFolder(register);
    }

    static Place database(Register register) throws IOException {
      return new InADatabase(register);
    }

    abstract Practice open();

    abstract List<Connection> connections() throws SQLException;

    abstract String tablesQuery();

    Engine looksInto(Engine opened) {
      engine = opened;
      return opened;
    }

    Leftover look() throws SQLException {
      Map<String, List<Map<String, String>>> tables = new LinkedHashMap<>();
      for (Connection connection : connections()) {
        try (connection;
            Statement statement = connection.createStatement()) {
          for (String table : names(statement)) {
            tables.put(table, rows(statement, table));
          }
        }
      }
      return new Leftover(tables);
    }

    private List<String> names(Statement statement) throws SQLException {
      List<String> names = new ArrayList<>();
      try (ResultSet found = statement.executeQuery(tablesQuery())) {
        while (found.next()) {
          names.add(found.getString(1));
        }
      }
      return names;
    }

    private static List<Map<String, String>> rows(Statement statement, String table)
        throws SQLException {
      List<Map<String, String>> rows = new ArrayList<>();
      try (ResultSet found = statement.executeQuery("SELECT * FROM " + table)) {
        int columns = found.getMetaData().getColumnCount();
        while (found.next()) {
          Map<String, String> row = new HashMap<>();
          for (int i = 1; i <= columns; i++) {
            Object value = found.getObject(i);
            row.put(
                found.getMetaData().getColumnName(i),
                value instanceof byte[] bytes
                    ? latin(bytes)
                    : latin(String.valueOf(value).getBytes(UTF_8)));
          }
          rows.add(row);
        }
      }
      return rows;
    }

    /** The look into what opens finds what is there. */
    void assertLegible() throws IOException {
      assertThat(legible()).isNotEmpty();
    }

    /** Keeps what lies in the folder of contents, to be put back. */
    void keepCopies() throws IOException {
      for (Path file : StoredBytes.files(folder)) {
        if (file.toString().endsWith(".sealed")) {
          copies.put(file, Files.readAllBytes(file));
        }
      }
      assertThat(copies).isNotEmpty();
    }

    /** Plants a fault: a note about a person under the log's own key. */
    void note(String text) {
      engine.journal().record(Event.of(NOTED, engine.clock().instant()).with("note", text));
    }

    /** Plants a fault: a row that nobody thought of, with the token of a number. */
    void plant(Leftover before) throws SQLException {
      String token = before.table("party").get(0).get("token");
      try (Connection connection = writable();
          var insert =
              connection.prepareStatement("INSERT INTO setting (name, value) VALUES ('x', ?)")) {
        insert.setBytes(1, token.getBytes(ISO_8859_1));
        insert.executeUpdate();
      }
    }

    abstract Connection writable() throws SQLException;

    /** Everything of the persons, or of those who are not known any more, that is still there. */
    Set<String> left(Leftover before, Whose whose) throws IOException, SQLException {
      for (Map.Entry<Path, byte[]> copy : copies.entrySet()) {
        Files.write(copy.getKey(), copy.getValue());
      }
      Leftover after = look();
      Set<String> gone = new HashSet<>(before.subjects());
      if (whose == Whose.ERASED) {
        gone.removeAll(after.subjects());
        assertThat(gone).as("somebody was erased").isNotEmpty();
      }
      Set<String> traces = new HashSet<>();
      gone.forEach(subject -> traces.addAll(before.of(subject)));
      Set<String> left = new TreeSet<>(inRows(after, traces));
      left.addAll(inFiles(traces, recordNames(before, gone)));
      left.addAll(legible());
      return left;
    }

    /** Every record that was there, whoever's. */
    Set<String> leftOfRecords(Leftover before) throws IOException, SQLException {
      Set<String> traces = new HashSet<>();
      for (Map<String, String> row : before.table("record")) {
        traces.add(row.get("id"));
        sealed(row, traces);
      }
      assertThat(traces).isNotEmpty();
      Set<String> left = new TreeSet<>(inRows(look(), traces));
      left.addAll(inFiles(traces, recordNames(before, before.subjects())));
      return left;
    }

    private static Set<String> recordNames(Leftover before, Set<String> subjects) {
      Set<String> names = new HashSet<>();
      for (Map<String, String> row : before.table("record")) {
        if (subjects.contains(row.get("subject"))) {
          names.add(HexFormat.of().formatHex(row.get("id").getBytes(ISO_8859_1)));
        }
      }
      return names;
    }

    private static Set<String> inRows(Leftover after, Set<String> traces) {
      Set<String> left = new TreeSet<>();
      after.tables.forEach(
          (table, rows) ->
              rows.forEach(
                  row ->
                      row.forEach(
                          (column, value) -> {
                            if (traces.stream().anyMatch(value::contains)) {
                              left.add("a trace in " + table + "." + column);
                            }
                            if (!canaries(value).isEmpty()) {
                              left.add("a word in " + table + "." + column);
                            }
                          })));
      return left;
    }

    private Set<String> inFiles(Set<String> traces, Set<String> names) throws IOException {
      Set<String> left = new TreeSet<>();
      for (Path file : StoredBytes.files(folder)) {
        String content = latin(Files.readAllBytes(file));
        String name = file.getFileName().toString();
        if (traces.stream().anyMatch(content::contains)) {
          left.add("a trace in the file " + name);
        }
        if (!canaries(content).isEmpty()
            || !canaries(folder.relativize(file).toString()).isEmpty()) {
          left.add("a word in the file " + name);
        }
        if (names.stream().anyMatch(name::contains)) {
          left.add("the content " + name);
        }
      }
      return left;
    }

    /** Where something that the keys still open has a canary. */
    private Set<String> legible() throws IOException {
      Set<String> found = new TreeSet<>();
      for (Legible.Text text : Legible.in(engine.records())) {
        if (!canaries(text.text()).isEmpty()) {
          found.add(text.place() + " opens " + canaries(text.text()));
        }
      }
      engine
          .journal()
          .ledger()
          .each(
              kind -> true,
              entry ->
                  entry
                      .fields()
                      .forEach(
                          (field, value) -> {
                            String bytes = latin(String.valueOf(value).getBytes(UTF_8));
                            String place = entry.kind() + "." + field;
                            if (!canaries(bytes).isEmpty() && !STAYS.contains(place)) {
                              found.add("ledger opens " + place + " " + canaries(bytes));
                            }
                          }),
              kind -> {});
      return found;
    }

    @Override
    public void close() throws IOException {
      StoredBytes.delete(folder);
    }
  }

  private static final class InAFolder extends Place {
    private final Register register;
    private final AtomicReference<Instant> time = new AtomicReference<>(Practice.START);
    private Practice practice;

    InAFolder(Register register) throws IOException {
      this.register = register;
    }

    @Override
    Practice open() {
      FolderOpening opening = new FolderOpening(folder.resolve("data"));
      opening.keyFolder(folder.resolve("keys"));
      opening.register(register);
      opening.clock(time::get);
      opening.deadline(Duration.ofSeconds(20));
      practice = Practice.on(CallPrivacy.on(looksInto(opening.open())), time);
      return practice;
    }

    private Connection to(String file) throws SQLException {
      return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("data").resolve(file));
    }

    @Override
    List<Connection> connections() throws SQLException {
      return List.of(to("records.db"), to("ledger.db"), to("keys.db"));
    }

    @Override
    Connection writable() throws SQLException {
      return to("records.db");
    }

    @Override
    String tablesQuery() {
      return "SELECT name FROM sqlite_master WHERE type = 'table'";
    }

    @Override
    public void close() throws IOException {
      practice.close();
      super.close();
    }
  }

  private static final class InADatabase extends Place {
    private final SharedStore store;

    InADatabase(Register register) throws IOException {
      store = new SharedStore(folder, register);
    }

    @Override
    Practice open() {
      return store.on(looksInto(store.engine(contents -> contents)));
    }

    private Connection connection() throws SQLException {
      Connection connection = PostgresServer.owner(store.database).getConnection();
      connection.setSchema("sotto");
      return connection;
    }

    @Override
    List<Connection> connections() throws SQLException {
      return List.of(connection());
    }

    @Override
    Connection writable() throws SQLException {
      return connection();
    }

    @Override
    String tablesQuery() {
      return "SELECT table_name FROM information_schema.tables WHERE table_schema = 'sotto'"
          + " AND table_type = 'BASE TABLE'";
    }

    @Override
    public void close() throws IOException {
      try {
        store.close();
      } catch (Exception e) {
        throw new IOException("a node did not close", e);
      }
      super.close();
    }
  }
}
