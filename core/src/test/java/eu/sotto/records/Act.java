package eu.sotto.records;

import static eu.sotto.records.Soundness.CONTENT;
import static eu.sotto.records.Soundness.listed;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Period;
import java.util.List;

/** Something that is done to a store, before, while or after something fails. */
interface Act {
  void on(Rig rig);

  static void keepTwo(Rig rig) {
    rig.keep("c-1", CONTENT);
    rig.keep("c-1", CONTENT);
  }

  static void disposeOfOne(Rig rig) {
    rig.records.lifetimes().dispose(List.of(listed(rig).iterator().next()));
  }

  static void disposeOfAll(Rig rig) {
    rig.records.lifetimes().dispose(listed(rig));
    assertThat(listed(rig)).isEmpty();
  }

  /** Two records whose day has come; a hold names one of them. */
  static void keepOneDueAndOneHeld(Rig rig) {
    rig.keep("c-1", CONTENT);
    rig.held.add(rig.keep("c-1", CONTENT));
    rig.end("c-1");
    rig.pass(Period.ofMonths(4));
  }

  static void sweepToWhatIsHeld(Rig rig) {
    rig.sweep();
    assertThat(listed(rig)).isEqualTo(rig.held);
  }
}
