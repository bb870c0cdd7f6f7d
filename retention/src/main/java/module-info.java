/** A pure retention policy engine: rules and facts in, decisions and their reasons out. */
@org.jspecify.annotations.NullMarked
module eu.sotto.retention {
  requires static transitive org.jspecify;

  exports eu.sotto.retention;
  exports eu.sotto.retention.calendar;
  exports eu.sotto.retention.law;
  exports eu.sotto.retention.sweep;
}
