package eu.sotto.records;

import eu.sotto.crypto.Bytes;
import eu.sotto.records.TokenKeys.Use;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds people by what they can name, without holding any of it: a short token under a key that is
 * not in the database picks candidates, and only what a candidate's own content key opens decides.
 * With a person's content key all of that person's entries are gone. Thread-safe.
 */
public final class BlindIndex {
  private static final String SHEET = "finding";
  private static final String SELECT =
      "SELECT f.id, f.subject, f.sealed, s.content_key FROM finding f"
          + " JOIN subject s ON s.id = f.subject WHERE ";
  private static final int PAGE = 200;

  private final Parts parts;
  private final TokenKeys keys;

  BlindIndex(Parts parts, TokenKeys keys) {
    this.parts = parts;
    this.keys = keys;
  }

  private record Row(Bytes id, SubjectId subject, Bytes sealed) {
    static Row from(ResultSet row) throws SQLException {
      return new Row(Sql.bytes(row, 1), SubjectId.of(row.getBytes(2)), Sql.bytes(row, 3));
    }
  }

  /**
   * Lets a person be found by terms; durable when this returns. What is entered already is passed
   * over, and so is a person whose data is being erased.
   *
   * @param person whose
   * @param terms what the person can name
   * @throws RecordException if the person's content key is destroyed
   */
  public void add(SubjectEntry person, Collection<Named> terms) {
    TokenKeys.Key key = keys.of(Use.FINDING).get(0);
    Set<Named> known = new HashSet<>();
    for (Row row : of(person.id())) {
      open(row).ifPresent(whole -> terms.stream().filter(matches(whole)).forEach(known::add));
    }
    for (Named term : new LinkedHashSet<>(terms)) {
      if (!known.contains(term)) {
        byte[] id = SubjectId.random(parts.random()).toBytes();
        byte[] whole = term.whole().getBytes(StandardCharsets.UTF_8);
        byte[] sealed = parts.seals().sealSheet(person.contentKey(), SHEET, id, whole);
        Row row = new Row(Bytes.of(id), person.id(), Bytes.of(sealed));
        parts.index().write(connection -> enter(connection, row, token(key, term), key.version()));
      }
    }
    if (keys.of(Use.FINDING).get(0).version() != key.version()) {
      markAnew();
    }
  }

  private static Predicate<Named> matches(String whole) {
    return term -> term.whole().equals(whole);
  }

  private static int enter(Connection connection, Row row, byte[] token, int version)
      throws SQLException {
    return Sql.update(
        connection,
        "INSERT INTO finding (id, token, key_version, subject, sealed)"
            + " SELECT ?, ?, ?, id, ? FROM subject WHERE id = ?"
            + " AND NOT EXISTS (SELECT 1 FROM erasure WHERE erasure.subject = subject.id)",
        row.id().toArray(),
        token,
        version,
        row.sealed().toArray(),
        row.subject().toBytes());
  }

  /**
   * Who can be found by a term.
   *
   * @param term what was named
   * @return the subjects, each once; several if they share it
   */
  public Set<SubjectId> find(Named term) {
    Set<SubjectId> found = new LinkedHashSet<>();
    for (TokenKeys.Key key : keys.of(Use.FINDING)) {
      byte[] token = token(key, term);
      List<Row> candidates =
          parts
              .index()
              .read(
                  connection ->
                      Sql.list(
                          connection,
                          Row::from,
                          SELECT + "f.token = ? AND f.key_version = ?",
                          token,
                          key.version()));
      for (Row candidate : candidates) {
        if (open(candidate).filter(term.whole()::equals).isPresent()) {
          found.add(candidate.subject());
        }
      }
    }
    return found;
  }

  /**
   * Replaces the key: a new one marks every entry anew, and until that is done both find. The
   * former key is forgotten at the end, unless other nodes share the store.
   *
   * @param shared whether other nodes share the store
   * @return how many entries were marked anew
   */
  public long rotate(boolean shared) {
    keys.next(Use.FINDING, parts.random());
    long moved = markAnew();
    if (!shared) {
      keys.forgetFormer(Use.FINDING);
    }
    return moved;
  }

  /** Goes on with a replacement that a crash interrupted, where no other node shares the store. */
  public void finishRotation() {
    markAnew();
    keys.forgetFormer(Use.FINDING);
  }

  private long markAnew() {
    TokenKeys.Key newest = keys.of(Use.FINDING).get(0);
    long moved = 0;
    List<Row> page;
    do {
      page =
          parts
              .index()
              .read(
                  connection ->
                      Sql.list(
                          connection,
                          Row::from,
                          SELECT + "f.key_version < ? ORDER BY f.id LIMIT " + PAGE,
                          newest.version()));
      page.forEach(row -> move(row, newest));
      moved += page.size();
    } while (page.size() == PAGE);
    return moved;
  }

  /** What opens no more was of somebody whose data is being erased. */
  private void move(Row row, TokenKeys.Key newest) {
    Optional<String> whole = open(row);
    parts
        .index()
        .write(
            connection ->
                whole.isEmpty()
                    ? Sql.update(connection, "DELETE FROM finding WHERE id = ?", row.id().toArray())
                    : Sql.update(
                        connection,
                        "UPDATE finding SET token = ?, key_version = ? WHERE id = ?",
                        token(newest, whole.get()),
                        newest.version(),
                        row.id().toArray()));
  }

  private List<Row> of(SubjectId person) {
    return parts
        .index()
        .read(
            connection ->
                Sql.list(connection, Row::from, SELECT + "f.subject = ?", person.toBytes()));
  }

  private Optional<String> open(Row row) {
    try {
      byte[] whole = parts.seals().openSheet(SHEET, row.id().toArray(), row.sealed().toArray());
      return Optional.of(new String(whole, StandardCharsets.UTF_8));
    } catch (RecordException.Shredded e) {
      return Optional.empty();
    }
  }

  private static byte[] token(TokenKeys.Key key, Named term) {
    return token(key, term.whole());
  }

  /** Only so many bits that a thousand and more living people share each of them. */
  private static byte[] token(TokenKeys.Key key, String whole) {
    int bits = Named.Kind.valueOf(whole.substring(0, whole.indexOf('\0'))).bits();
    byte[] mac = TokenKeys.mac(key, SHEET, whole);
    int high = ((mac[0] & 0xff) << 8 | (mac[1] & 0xff)) & -1 << (16 - bits);
    return new byte[] {(byte) (high >> 8), (byte) high};
  }
}
