package eu.sotto.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.LongRange;

/** Work grows no faster than the text, counted in turns of loops and bytes, not in time. */
class GrowthTest {
  private static final int LENGTH = 16_000;
  private static final long MOST_STEPS = 120;
  private static final double MOST_GROWTH = 2.05;
  private static final long MOST_BYTES = 400;

  private final CountingLoader counting = new CountingLoader();

  @Example
  @Tag("R40")
  void costlyTextsTakeABoundedNumberOfStepsPerCharacter() {
    double worst = 0;
    String unit = "";
    for (String text : AdversarialTexts.all(LENGTH)) {
      double steps = counting.steps("whole", text) / (double) text.length();
      unit = steps > worst ? text.substring(0, 20) : unit;
      worst = Math.max(worst, steps);
    }
    assertThat(worst).as("steps per character, '%s'", unit).isLessThan(MOST_STEPS).isPositive();
  }

  @Example
  void twiceTheTextTakesTwiceTheSteps() {
    double worst = 0;
    for (String unit : AdversarialTexts.UNITS) {
      long once = counting.steps("whole", unit.repeat(LENGTH * 2 / unit.length()));
      long twice = counting.steps("whole", unit.repeat(LENGTH * 2 / unit.length() * 2));
      double growth = twice / (double) once;
      assertThat(growth).as("growth of '%s'", unit).isLessThan(MOST_GROWTH);
      worst = Math.max(worst, growth);
    }
    assertThat(worst).isGreaterThan(1.9);
  }

  @Property(tries = 40)
  void mixedCostlyTextsTakeABoundedNumberOfSteps(@ForAll @LongRange(min = 0) long seed) {
    String text = AdversarialTexts.mixed(seed, 2_000);
    double steps = counting.steps("whole", text) / (double) text.length();
    assertThat(steps).as(text.substring(0, 60)).isLessThan(MOST_STEPS);
  }

  @Example
  @Tag("R40")
  void aStreamDoesTheSameWorkPerCharacterHoweverLongItsTurnIs() {
    String some = "ja ich wohne in der langen straße drei und warte auf den herrn müller ";
    counting.steps("streamed", some.repeat(300));
    long once = allocated(some.repeat(300));
    long often = allocated(some.repeat(2_400));
    assertThat(often).isLessThan(9 * once);
    assertThat(often / (2_400L * some.length())).isLessThan(MOST_BYTES);
    long steps = counting.steps("streamed", some.repeat(300));
    assertThat(counting.steps("streamed", some.repeat(2_400))).isLessThan(8 * steps + steps / 4);
  }

  /** Bytes that streaming one turn takes: copies of it are no loops of the library's. */
  private long allocated(String turn) {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    counting.steps("streamed", turn);
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  @Example
  void aSpelledLetterAfterDoubleIsReadOnce() {
    Redactor redactor = Redactor.of(RedactionPolicy.full());
    String said =
        "ich buchstabiere m wie martha u wie ulrich doppel ludwig e wie emil r wie richard";
    Transcript call = Transcript.ofText(Locale.GERMAN, said);
    Redaction redaction = redactor.redact(call);
    assertThat(redaction.transcript().text()).isEqualTo("ich buchstabiere [PERSON]");
    assertThat(redaction.readings()).containsExactly("MULLER");
  }
}
