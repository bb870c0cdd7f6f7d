package eu.sotto.records;

import eu.sotto.crypto.Bytes;
import eu.sotto.crypto.KeyId;
import eu.sotto.crypto.KeyKind;
import eu.sotto.crypto.KeyState;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

/**
 * Who is who: one subject per party, found by a keyed token, so that the store holds no number or
 * address. Thread-safe.
 */
public final class Subjects {
  private static final int STRIPES = 64;
  private static final String COLUMNS = "id, content_key, evidence_key";

  private final Parts parts;
  private final ReentrantLock[] resolving = new ReentrantLock[STRIPES];

  Subjects(Parts parts) {
    this.parts = parts;
    Arrays.setAll(resolving, stripe -> new ReentrantLock());
  }

  /**
   * The subject of a party, created with keys of its own where there is none; two calls at once
   * yield one subject, on whichever nodes.
   *
   * <p>A subject that is being erased, or whose content key was destroyed, is never revived: the
   * party is a new subject then.
   *
   * @param party the party's one spelling
   * @return the subject
   */
  public SubjectEntry resolve(String party) {
    byte[] token = token(party);
    ReentrantLock lock = resolving[Math.floorMod(token[0], STRIPES)];
    lock.lock();
    try {
      Optional<SubjectEntry> known = byToken(token);
      return known.filter(this::isAlive).orElseGet(() -> create(token, known));
    } finally {
      lock.unlock();
    }
  }

  private boolean isAlive(SubjectEntry subject) {
    return parts.seals().state(subject.contentKey()) == KeyState.ACTIVE
        && !OpenErasures.isNamed(parts.index(), subject.id());
  }

  private SubjectEntry create(byte[] token, Optional<SubjectEntry> former) {
    List<KeyId> keys = parts.seals().create(List.of(KeyKind.CONTENT, KeyKind.EVIDENCE));
    SubjectEntry created =
        new SubjectEntry(SubjectId.random(parts.random()), keys.get(0), keys.get(1));
    SubjectEntry entered =
        parts.index().write(connection -> enter(connection, token, former, created));
    if (!entered.equals(created)) {
      parts.seals().destroy(keys);
    }
    return entered;
  }

  /** Whom the party belongs to from now on: the new subject, unless another node was first. */
  private SubjectEntry enter(
      Connection connection, byte[] token, Optional<SubjectEntry> former, SubjectEntry created)
      throws SQLException {
    Optional<SubjectEntry> now = byToken(connection, token);
    if (now.isPresent() && !now.equals(former)) {
      return now.get();
    }
    byte[] id = created.id().toBytes();
    Sql.update(
        connection,
        "INSERT INTO subject (id, bond, content_key, evidence_key) VALUES (?, ?, ?, ?)",
        id,
        SubjectId.random(parts.random()).toBytes(),
        created.contentKey().toBytes(),
        created.evidenceKey().toBytes());
    Sql.update(
        connection,
        "INSERT INTO party (token, subject) VALUES (?, ?)"
            + " ON CONFLICT (token) DO UPDATE SET subject = excluded.subject",
        token,
        id);
    return created;
  }

  /**
   * The subject of a party and all that are linked with it.
   *
   * @param party the party's one spelling
   * @return the party's own subject first; empty if the party is not known
   */
  public List<SubjectEntry> find(String party) {
    return byToken(token(party)).map(own -> union(own.id())).orElse(List.of());
  }

  /**
   * As {@link #find}, without those whose data is being erased.
   *
   * @param party the party's one spelling
   * @return the party's own subject first; empty if the party is not known
   */
  public List<SubjectEntry> reachable(String party) {
    return find(party).stream().filter(this::isAlive).toList();
  }

  /**
   * Which of some parties belong to somebody who was met, even if the data is being erased.
   *
   * @param parties the one spelling of each, at most {@value DoNotContactList#BATCH}
   * @return those parties
   */
  public Set<String> known(Collection<String> parties) {
    if (parties.isEmpty()) {
      return Set.of();
    }
    Map<Bytes, String> byToken = new HashMap<>();
    parties.forEach(party -> byToken.put(Bytes.of(token(party)), party));
    String places = String.join(", ", Collections.nCopies(byToken.size(), "?"));
    Object[] values = byToken.keySet().stream().map(Bytes::toArray).toArray();
    return parts
        .index()
        .read(
            connection ->
                Sql.list(
                    connection,
                    row -> Sql.bytes(row, 1),
                    "SELECT token FROM party WHERE token IN (" + places + ")",
                    values))
        .stream()
        .map(byToken::get)
        .filter(Objects::nonNull)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * A subject by its pseudonym.
   *
   * @param id the pseudonym
   * @return the subject, or empty if it is not known or was forgotten
   */
  public Optional<SubjectEntry> entry(SubjectId id) {
    return parts.index().read(connection -> entry(connection, id));
  }

  /**
   * Some of all subjects, in one order: page by page everybody is met once.
   *
   * @param last the last one of the page before, empty for the first page
   * @param limit how many at most
   * @return the subjects; none when there are no more
   */
  public List<SubjectEntry> after(Optional<SubjectId> last, int limit) {
    byte[] from = last.map(SubjectId::toBytes).orElseGet(() -> new byte[0]);
    return parts
        .index()
        .read(
            connection ->
                Sql.list(
                    connection,
                    Subjects::read,
                    "SELECT " + COLUMNS + " FROM subject WHERE id > ? ORDER BY id LIMIT ?",
                    from,
                    limit));
  }

  static Optional<SubjectEntry> entry(Connection connection, SubjectId id) throws SQLException {
    return Sql.first(
        connection,
        Subjects::read,
        "SELECT " + COLUMNS + " FROM subject WHERE id = ?",
        id.toBytes());
  }

  /**
   * A subject and all that are linked with it.
   *
   * @param id the pseudonym
   * @return this subject first; empty if it is not known
   */
  public List<SubjectEntry> union(SubjectId id) {
    List<SubjectEntry> bonded =
        parts
            .index()
            .read(
                connection ->
                    Sql.list(
                        connection,
                        Subjects::read,
                        "SELECT "
                            + COLUMNS
                            + " FROM subject"
                            + " WHERE bond = (SELECT bond FROM subject WHERE id = ?)"
                            + " ORDER BY id",
                        id.toBytes()));
    List<SubjectEntry> ownFirst = new ArrayList<>(bonded.size());
    bonded.stream().filter(one -> one.id().equals(id)).forEach(ownFirst::add);
    bonded.stream().filter(one -> !one.id().equals(id)).forEach(ownFirst::add);
    return List.copyOf(ownFirst);
  }

  /**
   * States that two subjects are one person; from then on what is asked of one is asked of all that
   * are linked. Linking again changes nothing.
   *
   * @param one a subject
   * @param other another subject
   * @throws IllegalArgumentException if one of them is not known
   */
  public void link(SubjectId one, SubjectId other) {
    parts
        .index()
        .write(
            connection -> {
              if (entry(connection, one).isEmpty() || entry(connection, other).isEmpty()) {
                throw new IllegalArgumentException("only known subjects can be linked");
              }
              return Sql.update(
                  connection,
                  "UPDATE subject SET bond = (SELECT bond FROM subject WHERE id = ?)"
                      + " WHERE bond = (SELECT bond FROM subject WHERE id = ?)",
                  one.toBytes(),
                  other.toBytes());
            });
  }

  /**
   * Removes every token, call and row of a subject and scrubs them from the file; its keys and
   * records have to be gone before. Forgetting again does nothing.
   *
   * @param id the subject
   * @return whether nothing of it is left in any file; false if a reader stood in the way, then
   *     call it again
   * @throws IllegalStateException if records of the subject are still kept
   */
  public boolean forget(SubjectId id) {
    List<Bytes> traces = parts.index().write(connection -> forget(connection, id));
    return parts.index().scrub(traces)
        || parts.index().scrub(parts.index().read(connection -> Traces.dead(connection, traces)));
  }

  private static List<Bytes> forget(Connection connection, SubjectId id) throws SQLException {
    byte[] subject = id.toBytes();
    if (Sql.first(connection, row -> 1, "SELECT 1 FROM record WHERE subject = ? LIMIT 1", subject)
        .isPresent()) {
      throw new IllegalStateException("records of the subject are still kept");
    }
    List<Bytes> traces = Traces.ofPerson(connection, id);
    for (String table : List.of("finding", "call", "party")) {
      Sql.update(connection, "DELETE FROM " + table + " WHERE subject = ?", subject);
    }
    Sql.update(connection, "DELETE FROM subject WHERE id = ?", subject);
    return traces;
  }

  private Optional<SubjectEntry> byToken(byte[] token) {
    return parts.index().read(connection -> byToken(connection, token));
  }

  private static Optional<SubjectEntry> byToken(Connection connection, byte[] token)
      throws SQLException {
    return Sql.first(
        connection,
        Subjects::read,
        "SELECT "
            + COLUMNS
            + " FROM subject WHERE id = (SELECT subject FROM party WHERE token = ?)",
        token);
  }

  private byte[] token(String party) {
    return parts.seals().token("party", party);
  }

  static SubjectEntry read(ResultSet row) throws SQLException {
    return new SubjectEntry(
        SubjectId.of(row.getBytes("id")),
        KeyId.of(row.getBytes("content_key")),
        KeyId.of(row.getBytes("evidence_key")));
  }
}
