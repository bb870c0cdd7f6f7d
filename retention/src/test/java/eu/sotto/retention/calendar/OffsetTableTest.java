package eu.sotto.retention.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OffsetTableTest {
  private static final long FIRST = Instant.parse("1900-01-01T00:00:00Z").getEpochSecond();
  private static final long END = FIRST + ((292L << 4) << 21);

  private static int offset(ZoneRules rules, long second) {
    return rules.getOffset(Instant.ofEpochSecond(second)).getTotalSeconds();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Europe/Berlin", "America/New_York", "Africa/Casablanca", "Asia/Tehran", "UTC"})
  void offsetIsThatOfTheZoneBeforeAtAndAfterEachChange(ZoneId zone) {
    ZoneRules rules = zone.getRules();
    List<ZoneOffsetTransition> changes = OffsetTable.transitions(rules);
    OffsetTable table = new OffsetTable(rules, changes);
    for (ZoneOffsetTransition change : changes) {
      long at = change.toEpochSecond();
      for (long second : new long[] {at - 1, at, at + 1}) {
        assertThat(table.at(second)).isEqualTo(offset(rules, second));
      }
      assertThat(table.isSteady(at - 1, at)).isFalse();
      assertThat(table.isSteady(at, at + 1)).isTrue();
    }
    for (long second = FIRST; second < END; second += 777_777) {
      assertThat(table.at(second)).isEqualTo(offset(rules, second));
    }
    for (long second : new long[] {FIRST, END - 1}) {
      assertThat(table.covers(second)).isTrue();
      assertThat(table.at(second)).isEqualTo(offset(rules, second));
    }
    assertThat(table.covers(FIRST - 1)).isFalse();
    assertThat(table.covers(END)).isFalse();
  }
}
