package eu.sotto.examples.scenarios;

import java.io.IOException;

/**
 * One promise of a source system and how it is shown.
 *
 * @param key names it within its scenario
 * @param kind whether something is kept to or refused
 * @param text the promise in one sentence
 * @param showing what shows it
 */
record Promise(String key, Kind kind, String text, Showing showing) {
  /** Whether something is kept to or refused. */
  enum Kind {
    KEEPS,
    REFUSES
  }

  /** Shows a promise in a store of its own. */
  @FunctionalInterface
  interface Showing {
    /**
     * Shows the promise.
     *
     * @param stage a fresh store under the scenario's register
     * @return the event, record or refusal that shows it
     * @throws NotShown if it does not hold
     * @throws IOException if a file cannot be written or read
     */
    String on(Stage stage) throws IOException;
  }

  static Promise keeps(String key, String text, Showing showing) {
    return new Promise(key, Kind.KEEPS, text, showing);
  }

  static Promise refuses(String key, String text, Showing showing) {
    return new Promise(key, Kind.REFUSES, text, showing);
  }
}
