package eu.sotto.consent;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;

/**
 * How long a consent carries, from the moment it was given. Implementations are pure. Source: EDPB
 * Guidelines 05/2020, paragraph 110.
 */
@FunctionalInterface
public interface Expiry {
  /** It carries until it is withdrawn. */
  Expiry NEVER = given -> Instant.MAX;

  /**
   * From when on a consent no longer carries.
   *
   * @param given when it was given
   * @return the first instant at which it does not count, {@link Instant#MAX} for never
   */
  Instant of(Instant given);

  /**
   * A period, counted on the calendar from the moment of giving: the reading that ends sooner.
   *
   * @param period how long
   * @param zone the controller's time zone
   * @return the expiry
   */
  static Expiry after(Period period, ZoneId zone) {
    return given -> {
      try {
        return given.atZone(zone).plus(period).toInstant();
      } catch (DateTimeException | ArithmeticException beyondTheCalendar) {
        return Instant.MAX;
      }
    };
  }
}
