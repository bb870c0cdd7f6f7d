package eu.sotto.ledger;

import com.zaxxer.hikari.HikariDataSource;
import eu.sotto.crypto.MemorySlot;
import eu.sotto.store.PostgresServer;
import org.junit.jupiter.api.AfterEach;

class LedgerOnPostgresTest extends LedgerContract {
  private HikariDataSource pool;

  @Override
  House open() {
    pool = PostgresServer.pool(PostgresServer.newDatabase());
    return House.on(pool, new MemorySlot(), folder);
  }

  @Override
  @AfterEach
  void closeHouse() {
    super.closeHouse();
    pool.close();
  }
}
