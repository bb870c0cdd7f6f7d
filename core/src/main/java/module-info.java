/** The SDK of Sotto: consent, ledger, purposes, redaction, sealed records and callers' rights. */
@org.jspecify.annotations.NullMarked
module eu.sotto.core {
  requires static transitive org.jspecify;
  requires transitive eu.sotto.crypto;
  requires transitive eu.sotto.retention;
  requires transitive java.sql;
  requires com.github.benmanes.caffeine;
  requires com.google.i18n.phonenumbers.libphonenumber;
  requires tools.jackson.databind;

  uses java.sql.Driver;

  exports eu.sotto;
  exports eu.sotto.accountability;
  exports eu.sotto.consent;
  exports eu.sotto.incident;
  exports eu.sotto.interchange;
  exports eu.sotto.ledger;
  exports eu.sotto.notice;
  exports eu.sotto.oversight;
  exports eu.sotto.permit;
  exports eu.sotto.purpose;
  exports eu.sotto.records;
  exports eu.sotto.redaction;
  exports eu.sotto.register;
  exports eu.sotto.rights;
  exports eu.sotto.store;
  exports eu.sotto.vocabulary;
}
