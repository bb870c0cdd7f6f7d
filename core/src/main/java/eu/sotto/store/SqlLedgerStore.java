package eu.sotto.store;

import eu.sotto.crypto.Bytes;
import eu.sotto.store.StoreException.Fault;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A log in tables: what both databases understand. */
abstract class SqlLedgerStore implements LedgerStore {
  private static final String BEHIND =
      " WHERE idx < 0 OR idx > (SELECT coalesce(max(leaf.idx), -1) FROM leaf))";
  private static final String STRAYS =
      "SELECT (SELECT count(*) FROM term" + BEHIND + " + (SELECT count(*) FROM request" + BEHIND;

  private final Transactions transactions;

  SqlLedgerStore(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Map<String, String> properties() {
    return transactions.read(
        connection -> {
          Map<String, String> properties = new LinkedHashMap<>();
          Rows.of(connection, "SELECT name, value FROM property ORDER BY name")
              .each(row -> properties.put(row.getString(1), row.getString(2)));
          return properties;
        });
  }

  @Override
  public void describe(Map<String, String> properties) {
    transactions.write(
        connection -> {
          String insert = "INSERT INTO property(name, value) VALUES (?, ?)";
          for (Map.Entry<String, String> property : properties.entrySet()) {
            Rows.update(connection, insert, property.getKey(), property.getValue());
          }
          return properties;
        });
  }

  @Override
  public long size() {
    return transactions.<Long>read(connection -> LedgerReads.size(connection));
  }

  @Override
  public List<Bytes> hashes(List<Long> leaves) {
    List<Bytes> hashes = transactions.read(connection -> LedgerReads.hashes(connection, leaves));
    if (hashes.size() != leaves.size()) {
      throw new StoreException(Fault.TAMPERED, name(), null);
    }
    return hashes;
  }

  @Override
  public List<Entry> entries(long from, int limit) {
    return transactions.read(connection -> LedgerReads.entries(connection, from, limit));
  }

  @Override
  public List<Entry> leaves(long from, int limit) {
    return transactions.read(connection -> LedgerReads.leaves(connection, from, limit));
  }

  @Override
  public Optional<Entry> entry(Bytes id) {
    return transactions.read(connection -> LedgerReads.entry(connection, id));
  }

  @Override
  public List<Entry> entriesWith(Bytes token, long from, int limit) {
    return transactions.read(connection -> LedgerReads.entriesWith(connection, token, from, limit));
  }

  @Override
  public List<Entry> entriesUnder(Bytes key, long from, int limit) {
    return transactions.read(connection -> LedgerReads.entriesUnder(connection, key, from, limit));
  }

  @Override
  public List<Entry> entriesUnder(Collection<Bytes> keys) {
    return keys.isEmpty()
        ? List.of()
        : transactions.read(connection -> LedgerReads.entriesUnder(connection, keys));
  }

  @Override
  public Optional<Entry> lastUnder(Bytes key, long index) {
    return transactions.read(connection -> LedgerReads.lastUnder(connection, key, index));
  }

  @Override
  public List<Chain> chains(Bytes after, int limit) {
    return transactions.read(
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
    return transactions.read(
        connection ->
            Rows.of(
                    connection,
                    "SELECT idx, token FROM term WHERE idx >= ? AND idx < ? ORDER BY idx, token",
                    from,
                    to)
                .list(row -> new Token(row.getLong(1), Rows.bytes(row, 2))));
  }

  @Override
  public Map<Bytes, Chain> ends(Collection<Bytes> keys) {
    Map<Bytes, Chain> ends = new HashMap<>();
    if (!keys.isEmpty()) {
      String select = "SELECT key_id, sequence, leaf FROM chain WHERE key_id IN ";
      transactions.read(
          connection -> {
            Rows.in(connection, select, keys)
                .each(
                    row -> {
                      Bytes key = Rows.bytes(row, 1);
                      ends.put(key, new Chain(key, row.getLong(2), Rows.bytes(row, 3)));
                    });
            return ends;
          });
    }
    return ends;
  }

  @Override
  public Map<Bytes, Long> known(Collection<Bytes> tokens) {
    Map<Bytes, Long> known = new HashMap<>();
    if (!tokens.isEmpty()) {
      String select = "SELECT token, idx FROM request WHERE token IN ";
      transactions.read(
          connection -> {
            Rows.in(connection, select, tokens)
                .each(row -> known.put(Rows.bytes(row, 1), row.getLong(2)));
            return known;
          });
    }
    return known;
  }

  @Override
  public List<Token> requests(long from, long to) {
    return transactions.read(
        connection ->
            Rows.of(
                    connection,
                    "SELECT idx, token FROM request WHERE idx >= ? AND idx < ? ORDER BY idx",
                    from,
                    to)
                .list(row -> new Token(row.getLong(1), Rows.bytes(row, 2))));
  }

  @Override
  public long strays() {
    return transactions.<Long>read(connection -> Rows.number(connection, STRAYS));
  }

  @Override
  public void prune(long hour) {
    transactions.write(connection -> LedgerErasure.prune(connection, hour));
  }

  @Override
  public void keepCheckpoint(long size, String note) {
    transactions.write(
        connection ->
            Rows.update(
                connection,
                "INSERT INTO checkpoint(size, note) VALUES (?, ?) ON CONFLICT DO NOTHING",
                size,
                note));
  }

  @Override
  public List<Note> checkpoints(long from, int limit) {
    return transactions.read(
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
    return transactions.read(
        connection ->
            Rows.of(connection, "SELECT size, note FROM checkpoint ORDER BY size DESC LIMIT 1")
                .first(row -> new Note(row.getLong(1), row.getString(2))));
  }

  @Override
  public void close() {
    transactions.close();
  }
}
