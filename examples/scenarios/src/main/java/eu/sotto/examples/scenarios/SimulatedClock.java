package eu.sotto.examples.scenarios;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;

/** A clock that stands still until somebody moves it. */
final class SimulatedClock implements InstantSource {
  private volatile Instant now;

  SimulatedClock(Instant start) {
    this.now = start;
  }

  @Override
  public Instant instant() {
    return now;
  }

  void advance(Duration time) {
    now = now.plus(time);
  }

  void advance(Period time, ZoneId zone) {
    now = now.atZone(zone).plus(time).toInstant();
  }

  void setNoon(LocalDate day, ZoneId zone) {
    now = day.atTime(12, 0).atZone(zone).toInstant();
  }
}
