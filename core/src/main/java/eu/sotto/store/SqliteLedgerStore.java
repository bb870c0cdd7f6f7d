package eu.sotto.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A log in one SQLite file. Thread-safe. */
public final class SqliteLedgerStore extends SqlLedgerStore {
  private static final String NAME = "ledger.db";
  private static final Schema SCHEMA = Schema.of(0x534c4f47, "/eu/sotto/store/ledger-001.sql");

  private static final long UNKNOWN = -1;

  private final SqliteFile file;
  private volatile @Nullable LedgerWrites writes;
  private volatile long end = UNKNOWN;

  private SqliteLedgerStore(SqliteFile file) {
    super(file);
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

  /** The folder's lock keeps every other appender out. */
  @Override
  public <T> T exclusively(Function<Edge, T> work) {
    end = end == UNKNOWN ? size() : end;
    return work.apply(new Edge(end, 0));
  }

  @Override
  public void append(List<Addition> entries) {
    long before = end;
    end = UNKNOWN;
    file.write(
        connection -> {
          write(connection, entries);
          return entries;
        });
    end = before == UNKNOWN ? UNKNOWN : before + entries.size();
  }

  /** The file has one connection to write with; statements that failed are made anew. */
  private void write(Connection connection, List<Addition> entries) throws SQLException {
    LedgerWrites kept = writes;
    writes = null;
    LedgerWrites open = kept == null ? new LedgerWrites(connection) : kept;
    boolean done = false;
    try {
      open.run(entries);
      writes = open;
      done = true;
    } finally {
      if (!done) {
        open.close();
      }
    }
  }

  @Override
  public Erased erase(Erasure erasure) {
    LedgerErasure deletion = new LedgerErasure(erasure);
    Erased erased = file.write(deletion::apply);
    return new Erased(erased.payloads(), erased.tokens(), file.scrub(deletion.deleted()));
  }
}
