package eu.sotto.records;

/** On which ground a record goes; one that was never whole goes on none. */
enum Ending {
  /** Its period is over. */
  DUE,
  /** Its period is over, and only a text that belongs to nobody stays. */
  ANONYMISED,
  /** A person asked, or the consent that carried it ended. */
  ASKED
}
