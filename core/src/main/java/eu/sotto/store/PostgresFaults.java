package eu.sotto.store;

import eu.sotto.store.StoreException.Fault;
import java.sql.SQLException;

/** Maps what a PostgreSQL driver throws to the faults of a store. */
final class PostgresFaults {
  static final String NAME = "the database";

  private static final int CLASS = 2;

  private PostgresFaults() {}

  static StoreException of(SQLException cause) {
    return new StoreException(fault(state(cause)), NAME, cause);
  }

  /** A commit whose answer did not come may have happened. */
  static StoreException ofCommit(SQLException cause) {
    String state = state(cause);
    Fault fault = isLost(state) ? Fault.OUTCOME_UNKNOWN : fault(state);
    return new StoreException(fault, NAME, cause);
  }

  private static String state(SQLException cause) {
    return String.valueOf(cause.getSQLState());
  }

  /** Not told by the server that it rolled back: the connection broke, or the server is ending. */
  private static boolean isLost(String state) {
    return switch (area(state)) {
      case "23", "25", "40", "42", "53", "55" -> false;
      default -> true;
    };
  }

  private static Fault fault(String state) {
    if (state.equals("53100")) {
      return Fault.FULL;
    }
    return switch (area(state)) {
      // Somebody else was first: a unique key, a lock, a deadlock, a serialisation failure.
      case "23", "40", "55" -> Fault.BUSY;
      case "XX" -> Fault.CORRUPTED;
      default -> Fault.UNAVAILABLE;
    };
  }

  private static String area(String state) {
    return state.substring(0, Math.min(CLASS, state.length()));
  }
}
