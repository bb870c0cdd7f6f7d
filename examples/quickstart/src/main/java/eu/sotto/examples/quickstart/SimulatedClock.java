package eu.sotto.examples.quickstart;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Period;
import java.time.ZoneOffset;

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

  void set(Instant time) {
    now = time;
  }

  void advance(Duration time) {
    now = now.plus(time);
  }

  void advance(Period time) {
    now = now.atZone(ZoneOffset.UTC).plus(time).toInstant();
  }
}
