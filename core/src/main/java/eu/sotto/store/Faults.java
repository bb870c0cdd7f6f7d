package eu.sotto.store;

import eu.sotto.store.StoreException.Fault;
import java.sql.SQLException;

/** Maps what the driver throws to the faults of a store. */
final class Faults {
  private static final int BUSY = 5;
  private static final int LOCKED = 6;
  private static final int IO_ERROR = 10;
  private static final int CORRUPT = 11;
  private static final int FULL = 13;
  private static final int NOT_A_DATABASE = 26;

  private Faults() {}

  static StoreException of(String store, SQLException cause) {
    return new StoreException(fault(cause), store, cause);
  }

  /** A failed commit differs: an I/O error in it leaves the outcome open. */
  static StoreException ofCommit(String store, SQLException cause) {
    Fault fault = isIoError(cause) ? Fault.OUTCOME_UNKNOWN : fault(cause);
    return new StoreException(fault, store, cause);
  }

  private static boolean isIoError(SQLException cause) {
    return cause.getErrorCode() == IO_ERROR && !noSpaceForSharedMemory(cause);
  }

  /** SQLite reports a full disk so when it is the WAL's index that cannot grow. */
  private static boolean noSpaceForSharedMemory(SQLException cause) {
    return String.valueOf(cause.getMessage()).contains("SQLITE_IOERR_SHMSIZE");
  }

  private static Fault fault(SQLException cause) {
    return switch (cause.getErrorCode()) {
      case BUSY, LOCKED -> Fault.BUSY;
      case CORRUPT -> Fault.CORRUPTED;
      case FULL -> Fault.FULL;
      case NOT_A_DATABASE -> Fault.FOREIGN;
      case IO_ERROR -> noSpaceForSharedMemory(cause) ? Fault.FULL : Fault.UNAVAILABLE;
      default -> driverMissing(cause) ? Fault.NO_DRIVER : Fault.UNAVAILABLE;
    };
  }

  private static boolean driverMissing(SQLException cause) {
    for (Throwable t = cause; t != null; t = t.getCause()) {
      if (t instanceof LinkageError
          || t.getClass().getName().equals("org.sqlite.NativeLibraryNotFoundException")) {
        return true;
      }
    }
    return false;
  }
}
