package eu.sotto.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ToolShelfTest {
  private static final byte[] DUMMY_SEEN = new byte[Primitives.KEY];

  static {
    Arrays.fill(DUMMY_SEEN, (byte) 0xff);
  }

  private final ToolShelf shelf = new ToolShelf(new WatchedProvider());

  private static void assertForgotten(int sets) {
    assertThat(WatchedProvider.SEEN).as("five keys of each set").hasSize(5 * sets);
    assertThat(WatchedProvider.SEEN).allMatch(seen -> Arrays.equals(seen, DUMMY_SEEN));
  }

  @Test
  void whatLiesOnTheShelfForgetsAtOnce() {
    shelf.putBack(shelf.take());
    WatchedProvider.SEEN.clear();
    shelf.forget();
    assertForgotten(1);
  }

  @Test
  void whatIsLentWhileOthersForgetForgetsWhenItIsPutBack() {
    Tools lent = shelf.take();
    WatchedProvider.SEEN.clear();
    shelf.forget();
    assertThat(WatchedProvider.SEEN).isEmpty();
    shelf.putBack(lent);
    assertForgotten(1);
  }

  @Test
  void aThreadFindsTheToolsThatItUsedLast() {
    Tools first = shelf.take();
    shelf.putBack(first);
    assertThat(shelf.take()).isSameAs(first);
  }

  @Property(tries = 20)
  void noTwoOperationsHaveTheSameToolsAndTooManyAreForgotten(
      @ForAll @IntRange(min = 1, max = 40) int operations) {
    List<Tools> lent = new ArrayList<>();
    for (int i = 0; i < operations; i++) {
      lent.add(shelf.take());
    }
    assertThat(lent).doesNotHaveDuplicates();
    WatchedProvider.SEEN.clear();
    lent.forEach(shelf::putBack);
    assertForgotten(Math.max(0, operations - 32));
  }
}
