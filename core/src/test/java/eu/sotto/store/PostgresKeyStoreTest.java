package eu.sotto.store;

import com.zaxxer.hikari.HikariDataSource;
import eu.sotto.crypto.KeyStore;
import eu.sotto.crypto.KeyStoreContract;

class PostgresKeyStoreTest extends KeyStoreContract {
  private HikariDataSource pool;

  @Override
  protected KeyStore open() {
    pool = PostgresServer.pool(PostgresServer.newDatabase());
    return PostgresKeyStore.open(pool);
  }

  @Override
  protected KeyStore reopen() {
    return PostgresKeyStore.open(pool);
  }

  @Override
  protected void close() {
    pool.close();
  }
}
