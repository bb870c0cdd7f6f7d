package eu.sotto.store;

import eu.sotto.crypto.Bytes;
import eu.sotto.store.StoreException.Fault;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A log in one SQLite file. Thread-safe. */
public final class SqliteLedgerStore implements LedgerStore {
  private static final String NAME = "ledger.db";
  private static final Schema SCHEMA = Schema.of(0x534c4f47, "/eu/sotto/store/ledger-001.sql");

  private final SqliteFile file;

  private SqliteLedgerStore(SqliteFile file) {
    this.file = file;
  }

  /**
   * Opens {@code ledger.db} of a locked folder, or makes it.
   *
   * @param directory the locked folder; it must outlive the store
   * @return the store
   * @throws StoreException as {@link SqliteFile#open} does
   */
  public static SqliteLedgerStore open(StoreDirectory directory) {
    return new SqliteLedgerStore(SqliteFile.open(directory, NAME, SCHEMA));
  }

  /**
   * An empty log in memory, for tests.
   *
   * @return the store; its content ends with {@link #close()}
   */
  public static SqliteLedgerStore inMemory() {
    return new SqliteLedgerStore(SqliteFile.inMemory(NAME, SCHEMA));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean recovered() {
    return file.recovered();
  }

  @Override
  public Map<String, String> properties() {
    return file.read(
        connection -> {
          Map<String, String> properties = new LinkedHashMap<>();
          Rows.of(connection, "SELECT name, value FROM property ORDER BY name")
              .each(row -> properties.put(row.getString(1), row.getString(2)));
          return properties;
        });
  }

  @Override
  public void describe(Map<String, String> properties) {
    file.write(
        connection -> {
          String insert = "INSERT INTO property(name, value) VALUES (?, ?)";
          try (PreparedStatement statement = connection.prepareStatement(insert)) {
            for (Map.Entry<String, String> property : properties.entrySet()) {
              statement.setString(1, property.getKey());
              statement.setString(2, property.getValue());
              statement.executeUpdate();
            }
          }
          return properties;
        });
  }

  @Override
  public long size() {
    return file.<Long>read(connection -> LedgerReads.size(connection));
  }

  @Override
  public void append(List<Addition> entries) {
    file.write(
        connection -> {
          try (LedgerWrites writes = new LedgerWrites(connection)) {
            for (Addition entry : entries) {
              writes.add(entry);
            }
          }
          return entries;
        });
  }

  @Override
  public List<Bytes> nodes(long from, long to) {
    return file.read(
        connection ->
            Rows.of(
                    connection,
                    "SELECT hash FROM node WHERE position >= ? AND position < ? ORDER BY position",
                    from,
                    to)
                .list(row -> Rows.bytes(row, 1)));
  }

  @Override
  public List<Bytes> nodes(List<Long> positions) {
    List<Bytes> nodes = file.read(connection -> LedgerReads.nodes(connection, positions));
    if (nodes.size() != positions.size()) {
      throw new StoreException(Fault.TAMPERED, NAME, null);
    }
    return nodes;
  }

  @Override
  public List<Entry> entries(long from, int limit) {
    return file.read(connection -> LedgerReads.entries(connection, from, limit));
  }

  @Override
  public Optional<Entry> entry(Bytes id) {
    return file.read(connection -> LedgerReads.entry(connection, id));
  }

  @Override
  public List<Entry> entriesWith(Bytes token, long from, int limit) {
    return file.read(connection -> LedgerReads.entriesWith(connection, token, from, limit));
  }

  @Override
  public List<Entry> entriesUnder(Bytes key, long from, int limit) {
    return file.read(connection -> LedgerReads.entriesUnder(connection, key, from, limit));
  }

  @Override
  public Optional<Entry> lastUnder(Bytes key, long index) {
    return file.read(connection -> LedgerReads.lastUnder(connection, key, index));
  }

  @Override
  public List<Chain> chains(Bytes after, int limit) {
    return file.read(
        connection ->
            Rows.of(
                    connection,
                    "SELECT key_id, sequence, leaf FROM chain WHERE key_id > ?"
                        + " ORDER BY key_id LIMIT ?",
                    after,
                    limit)
                .list(row -> new Chain(Rows.bytes(row, 1), row.getLong(2), Rows.bytes(row, 3))));
  }

  @Override
  public List<Token> tokens(long from, long to) {
    return file.read(
        connection ->
            Rows.of(
                    connection,
                    "SELECT idx, token FROM term WHERE idx >= ? AND idx < ? ORDER BY idx, token",
                    from,
                    to)
                .list(row -> new Token(row.getLong(1), Rows.bytes(row, 2))));
  }

  @Override
  public Optional<Chain> chain(Bytes key) {
    return file.read(
        connection ->
            Rows.of(connection, "SELECT sequence, leaf FROM chain WHERE key_id = ?", key)
                .first(row -> new Chain(key, row.getLong(1), Rows.bytes(row, 2))));
  }

  @Override
  public Optional<Bytes> request(Bytes token) {
    return file.read(
        connection ->
            Rows.of(connection, "SELECT leaf_id FROM request WHERE token = ?", token)
                .first(row -> Rows.bytes(row, 1)));
  }

  @Override
  public List<Token> requests(long from, long to) {
    return file.read(
        connection ->
            Rows.of(
                    connection,
                    "SELECT leaf.idx, request.token FROM leaf JOIN request"
                        + " ON request.leaf_id = leaf.id WHERE leaf.idx >= ? AND leaf.idx < ?"
                        + " ORDER BY leaf.idx",
                    from,
                    to)
                .list(row -> new Token(row.getLong(1), Rows.bytes(row, 2))));
  }

  @Override
  public long strayRequests() {
    return file.<Long>read(
        connection ->
            Sqlite.number(
                connection,
                "SELECT count(*) FROM request WHERE leaf_id NOT IN (SELECT id FROM leaf)"));
  }

  @Override
  public Erased erase(Erasure erasure) {
    LedgerErasure deletion = new LedgerErasure(erasure);
    Erased erased = file.write(deletion::apply);
    return new Erased(erased.payloads(), erased.tokens(), file.scrub(deletion.deleted()));
  }

  @Override
  public void prune(long hour) {
    file.write(connection -> delete(connection, hour));
  }

  private static int delete(Connection connection, long hour) throws SQLException {
    return Rows.update(connection, "DELETE FROM request WHERE hour < ?", hour);
  }

  @Override
  public void keepCheckpoint(long size, String note) {
    file.write(
        connection ->
            Rows.update(
                connection,
                "INSERT OR REPLACE INTO checkpoint(size, note) VALUES (?, ?)",
                size,
                note));
  }

  @Override
  public List<Note> checkpoints(long from, int limit) {
    return file.read(
        connection ->
            Rows.of(
                    connection,
                    "SELECT size, note FROM checkpoint WHERE size >= ? ORDER BY size LIMIT ?",
                    from,
                    limit)
                .list(row -> new Note(row.getLong(1), row.getString(2))));
  }

  @Override
  public Optional<Note> newestCheckpoint() {
    return file.read(
        connection ->
            Rows.of(connection, "SELECT size, note FROM checkpoint ORDER BY size DESC LIMIT 1")
                .first(row -> new Note(row.getLong(1), row.getString(2))));
  }

  @Override
  public void close() {
    file.close();
  }
}
