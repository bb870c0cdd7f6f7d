package eu.sotto.crypto;

class MemoryKeyStoreTest extends KeyStoreContract {
  private final MemoryKeyStore store = new MemoryKeyStore();

  @Override
  protected KeyStore open() {
    return store;
  }

  @Override
  protected KeyStore reopen() {
    return store;
  }

  @Override
  protected void close() {}
}
