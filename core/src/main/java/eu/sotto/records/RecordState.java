package eu.sotto.records;

/** Where a record is in its life; it only ever moves forward. */
enum RecordState {
  /** Being written: nobody can open it, and it is discarded when the store is opened anew. */
  BEGUN,
  /** Whole and durable. */
  KEPT,
  /** Being disposed of: it stays closed, and the rest is done when the store is opened anew. */
  GOING
}
