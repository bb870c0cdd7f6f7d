package eu.sotto.records;

import eu.sotto.store.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How many records went, counted in the transaction in which they go, so that a crash neither
 * forgets nor repeats one; a count stays until it is certified. Thread-safe.
 */
public final class Disposals {
  /** Under which counts are gathered that no certificate names yet. */
  private static final String OPEN = "open";

  private final Database index;

  Disposals(Database index) {
    this.index = index;
  }

  /**
   * How many records of a class went.
   *
   * @param retentionClass the class
   * @param ground why: {@code DUE}, {@code ANONYMISED} or {@code ASKED}
   * @param records how many
   */
  public record Count(String retentionClass, String ground, long records) {
    /** Refuses missing parts. */
    public Count {
      Objects.requireNonNull(retentionClass, "retentionClass");
      Objects.requireNonNull(ground, "ground");
    }
  }

  static void count(Connection connection, String retentionClass, String ground)
      throws SQLException {
    Sql.update(
        connection,
        "INSERT INTO disposal (run, class, ground, records) VALUES (?, ?, ?, 1)"
            + " ON CONFLICT (run, class, ground) DO UPDATE SET records = disposal.records + 1",
        OPEN,
        retentionClass,
        ground);
  }

  /**
   * The counts that are to be certified: those of runs that were closed and not yet certified, and
   * what came since, which is closed under this run.
   *
   * @param run a random id
   * @return counts by run, in order of class and ground
   */
  public Map<String, List<Count>> close(String run) {
    return index.write(
        connection -> {
          Sql.update(connection, "UPDATE disposal SET run = ? WHERE run = ?", run, OPEN);
          Map<String, List<Count>> runs = new LinkedHashMap<>();
          Sql.list(
                  connection,
                  row ->
                      Map.entry(
                          row.getString(1),
                          new Count(row.getString(2), row.getString(3), row.getLong(4))),
                  "SELECT run, class, ground, records FROM disposal ORDER BY run, class, ground")
              .forEach(
                  one ->
                      runs.computeIfAbsent(one.getKey(), r -> new ArrayList<>())
                          .add(one.getValue()));
          return runs;
        });
  }

  /**
   * Forgets the counts of a run once they are certified.
   *
   * @param run its id
   */
  public void certified(String run) {
    index.write(connection -> Sql.update(connection, "DELETE FROM disposal WHERE run = ?", run));
  }
}
