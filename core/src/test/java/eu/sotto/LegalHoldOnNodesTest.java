package eu.sotto;

import static eu.sotto.Practice.ACTOR;
import static org.assertj.core.api.Assertions.assertThat;

import eu.sotto.records.LegalHold;
import eu.sotto.records.RecordId;
import eu.sotto.records.SweepPlan;
import eu.sotto.vocabulary.Party;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hold that one node puts up counts on every node at once. */
class LegalHoldOnNodesTest {
  @TempDir Path folder;
  private SharedStore store;

  @BeforeEach
  void open() {
    store = new SharedStore(folder);
  }

  @AfterEach
  void close() throws Exception {
    store.close();
  }

  @Test
  @Tag("R62")
  @Tag("R70")
  void whatOneNodeHoldsNoOtherSweepsOrErases() {
    Practice one = store.node();
    Practice two = store.node();
    Call call = one.welcomed("c-1");
    RecordId held = Casework.input(call);
    call.ended(one.after(Duration.ofMinutes(1)));
    one.after(Duration.ofDays(400));
    SweepPlan plan = two.privacy().retention().plan();
    assertThat(plan.due()).hasSize(1);

    LegalHold hold = one.privacy().retention().hold(held, "LG-7", ACTOR);
    assertThat(two.privacy().retention().sweep(plan).withheld()).containsExactly(held);
    assertThat(two.privacy().retention().holds()).containsExactly(hold);
    Subject caller = two.privacy().subject(Party.presented(Practice.NUMBER)).orElseThrow();
    assertThat(caller.request(Practice.IDENTITY, ACTOR).erase().statement())
        .contains("1 (GDPR Art. 17(3)(e); legal hold LG-7)");
    assertThat(sweep(one)).isZero();

    two.privacy().retention().release(hold.id(), ACTOR);
    assertThat(one.privacy().retention().holds()).isEmpty();
    assertThat(sweep(one)).isEqualTo(1);
  }

  private static int sweep(Practice node) {
    Retention retention = node.privacy().retention();
    return retention.sweep(retention.plan()).disposed().size();
  }
}
