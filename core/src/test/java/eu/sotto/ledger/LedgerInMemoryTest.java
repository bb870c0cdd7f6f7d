package eu.sotto.ledger;

class LedgerInMemoryTest extends LedgerContract {
  @Override
  House open() {
    return House.inMemory(folder);
  }
}
