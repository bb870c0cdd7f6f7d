package eu.sotto.ledger;

import static eu.sotto.ledger.House.said;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LedgerInFilesTest extends LedgerContract {
  @Override
  House open() {
    return House.in(folder);
  }

  @Test
  void whatWasAckedIsThereAfterReopening() {
    EventKeys subject = house.subject();
    Appended first = house.append(said(subject, "a").indexed(CALL));
    Checkpoint before = house.ledger.checkpoint();
    house.close();
    house = open();
    Appended second = house.append(said(subject, "b").indexed(CALL));
    assertThat(second.index()).isEqualTo(1);
    assertThat(second.head().sequence()).isEqualTo(2);
    assertThat(house.ledger.events(CALL).entries())
        .extracting(Recorded::appended)
        .containsExactly(first, second);
    assertThat(house.ledger.consistency(1).extendsFrom(before)).isTrue();
    assertThat(house.ledger.verify(true).intact()).isTrue();
  }
}
