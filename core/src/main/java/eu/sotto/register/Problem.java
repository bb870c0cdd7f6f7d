package eu.sotto.register;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong or doubtful in a register. It never repeats a text of the register, only declared
 * names. Immutable and thread-safe.
 *
 * @param path where, as a JSON path, for example {@code $.purposes[1].basis}
 * @param position where in the document, if it was read from one
 * @param message what is wrong
 */
public record Problem(String path, @Nullable Position position, String message) {
  /**
   * A place in a document.
   *
   * @param line the line, from 1
   * @param column the column in UTF-16 units, from 1
   */
  public record Position(int line, int column) {}

  /** Requires path and message. */
  public Problem {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(message, "message");
  }

  /**
   * A problem of a register that was not read from a document.
   *
   * @param path where, as a JSON path
   * @param message what is wrong
   * @return the problem
   */
  public static Problem at(String path, String message) {
    return new Problem(path, null, message);
  }

  /** For example {@code 14:7 $.purposes[1].basis: unknown legal basis}. */
  @Override
  public String toString() {
    String place = position == null ? "" : position.line() + ":" + position.column() + " ";
    return place + path + ": " + message;
  }
}
