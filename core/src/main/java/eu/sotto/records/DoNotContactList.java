package eu.sotto.records;

import eu.sotto.crypto.Bytes;
import eu.sotto.records.TokenKeys.Use;
import eu.sotto.store.Database;
import eu.sotto.vocabulary.ContactScope;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who must not be contacted, by tokens under a key that is not in the database: no number can be
 * read from it, and no erasure removes an entry. Entries are only added. Thread-safe. Source: GDPR
 * Art. 21(3).
 */
public final class DoNotContactList {
  /** How many numbers are looked up or added at once at most. */
  public static final int BATCH = 500;

  private static final String KIND = "contact";

  private final Database file;
  private final TokenKeys keys;

  DoNotContactList(Database file, TokenKeys keys) {
    this.file = file;
    this.keys = keys;
  }

  /**
   * The token of a party. The key of this use is never changed: the numbers behind its tokens are
   * not known.
   *
   * @param party the party's one spelling
   * @return 32 bytes
   */
  public Bytes token(String party) {
    return tokens(List.of(party)).get(0);
  }

  /**
   * The tokens of parties.
   *
   * @param parties the one spelling of each
   * @return 32 bytes each, in their order
   */
  public List<Bytes> tokens(List<String> parties) {
    return TokenKeys.macs(keys.of(Use.SUPPRESSION).get(0), KIND, parties).stream()
        .map(Bytes::of)
        .toList();
  }

  /**
   * Enters tokens; durable when this returns. What is entered already counts from the later time.
   *
   * @param tokens at most {@value #BATCH}
   * @param scope how far
   * @param since from when on
   * @return how many were not entered before
   */
  public int add(Collection<Bytes> tokens, ContactScope scope, Instant since) {
    checkBatch(tokens);
    return file.write(
        connection -> {
          int added = 0;
          for (Bytes token : tokens) {
            added += add(connection, token, scope, since.toEpochMilli());
          }
          return added;
        });
  }

  private static int add(Connection connection, Bytes token, ContactScope scope, long since)
      throws SQLException {
    int added =
        Sql.update(
            connection,
            "INSERT INTO suppression (token, scope, since) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            token.toArray(),
            scope.name(),
            since);
    if (added == 0) {
      Sql.update(
          connection,
          "UPDATE suppression SET since = ? WHERE token = ? AND scope = ? AND since < ?",
          since,
          token.toArray(),
          scope.name(),
          since);
    }
    return added;
  }

  /**
   * What is entered of tokens.
   *
   * @param tokens at most {@value #BATCH}
   * @return scopes with the time from which each counts, by token; tokens without entry are absent
   * @throws eu.sotto.store.StoreException if the list cannot be read: then nobody may be contacted
   */
  public Map<Bytes, Map<ContactScope, Instant>> entries(Collection<Bytes> tokens) {
    checkBatch(tokens);
    if (tokens.isEmpty()) {
      return Map.of();
    }
    String places = String.join(", ", Collections.nCopies(tokens.size(), "?"));
    Object[] values = tokens.stream().map(Bytes::toArray).toArray();
    List<Row> rows =
        file.read(
            connection ->
                Sql.list(
                    connection,
                    row ->
                        new Row(
                            Sql.bytes(row, 1),
                            ContactScope.valueOf(row.getString(2)),
                            Instant.ofEpochMilli(row.getLong(3))),
                    "SELECT token, scope, since FROM suppression WHERE token IN (" + places + ")",
                    values));
    Map<Bytes, Map<ContactScope, Instant>> entries = new HashMap<>();
    for (Row row : rows) {
      entries
          .computeIfAbsent(row.token(), token -> new EnumMap<>(ContactScope.class))
          .put(row.scope(), row.since());
    }
    return entries;
  }

  private record Row(Bytes token, ContactScope scope, Instant since) {}

  private static void checkBatch(Collection<Bytes> tokens) {
    if (tokens.size() > BATCH) {
      throw new IllegalArgumentException("more than " + BATCH + " at once");
    }
  }
}
