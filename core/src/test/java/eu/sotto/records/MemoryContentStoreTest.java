package eu.sotto.records;

class MemoryContentStoreTest extends ContentStoreContract {
  private final ContentStore store = new MemoryContentStore();

  @Override
  ContentStore store() {
    return store;
  }
}
