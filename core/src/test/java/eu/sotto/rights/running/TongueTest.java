package eu.sotto.rights.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Dates, numbers and citations as they are written where the reader is. */
class TongueTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Tongue GERMAN = Tongue.of(Locale.GERMAN, BERLIN);
  private static final Tongue ENGLISH = Tongue.of(Locale.FRENCH, BERLIN);

  @Example
  void timesAreThoseOfTheControllersZone() {
    Instant lateInUtc = Instant.parse("2026-07-01T23:30:00Z");
    assertThat(GERMAN.at(lateInUtc)).isEqualTo("02.07.2026, 01:30:00");
    assertThat(ENGLISH.at(lateInUtc)).contains("2 Jul", "2026", "01:30:00");
  }

  @Property(tries = 200)
  void aDayIsNeverWrittenAsMachinesDo(@ForAll @IntRange(min = 1, max = 60_000) int day) {
    LocalDate date = LocalDate.ofEpochDay(day);
    assertThat(Codes.in(GERMAN.day(date) + " " + ENGLISH.day(date))).isEmpty();
    assertThat(GERMAN.day(date))
        .isEqualTo(
            String.format(
                Locale.ROOT,
                "%02d.%02d.%d",
                date.getDayOfMonth(),
                date.getMonthValue(),
                date.getYear()));
  }

  @Example
  void citationsAreInTheFormOfTheLanguage() {
    assertThat(GERMAN.law("GDPR Art. 6(1)(a)")).isEqualTo("Art. 6 Abs. 1 Buchst. a DSGVO");
    assertThat(GERMAN.law("GDPR Art. 17(3)(b); HGB 257"))
        .isEqualTo("Art. 17 Abs. 3 Buchst. b DSGVO; HGB 257");
    assertThat(GERMAN.law("x [GDPR Art. 4(11), 7(1)]"))
        .isEqualTo("x [Art. 4 Nr. 11, Art. 7 Abs. 1 DSGVO]");
    assertThat(GERMAN.law("GDPR Art. 15-22")).isEqualTo("Art. 15-22 DSGVO");
    assertThat(GERMAN.law("AI Act Art. 50(1)")).isEqualTo("Art. 50 Abs. 1 KI-VO");
    assertThat(ENGLISH.law("GDPR Art. 6(1)(a)")).isEqualTo("GDPR Art. 6(1)(a)");
  }

  @Example
  void numbersAreWrittenOut() {
    assertThat(GERMAN.seconds(12_340)).isEqualTo("12,34 Sekunden");
    assertThat(ENGLISH.seconds(40_000)).isEqualTo("40 seconds");
    assertThat(GERMAN.percent("0.935")).isEqualTo("93,5 %");
    assertThat(ENGLISH.percent("1")).isEqualTo("100%");
    assertThat(GERMAN.percent("hoch")).isEqualTo("hoch");
    assertThat(GERMAN.language("en")).isEqualTo("Englisch");
  }
}
