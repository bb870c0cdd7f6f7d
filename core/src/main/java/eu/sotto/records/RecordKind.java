package eu.sotto.records;

/** What a record holds; it is stored only sealed. */
public enum RecordKind {
  /** The sound of a call. */
  RECORDING,
  /** What was said, in words. */
  TRANSCRIPT,
  /** What a person or a model made of a call. */
  SUMMARY,
  /** What was taken in by fields. */
  FIELDS,
  /** Number, start and duration of a call. */
  CALL_METADATA,
  /** What somebody stated to sign up. */
  REGISTRATION,
  /** What systems noted of a use. */
  TECHNICAL
}
