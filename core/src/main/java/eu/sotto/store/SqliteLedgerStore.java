package eu.sotto.store;

import java.util.function.Function;

/** A log in one SQLite file. Thread-safe. */
public final class SqliteLedgerStore extends SqlLedgerStore {
  private static final String NAME = "ledger.db";
  private static final Schema SCHEMA = Schema.of(0x534c4f47, "/eu/sotto/store/ledger-001.sql");

  private final SqliteFile file;

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
    return work.apply(new Edge(size(), 0));
  }

  @Override
  public Erased erase(Erasure erasure) {
    LedgerErasure deletion = new LedgerErasure(erasure);
    Erased erased = file.write(deletion::apply);
    return new Erased(erased.payloads(), erased.tokens(), file.scrub(deletion.deleted()));
  }
}
