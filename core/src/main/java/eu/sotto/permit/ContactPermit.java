package eu.sotto.permit;

import eu.sotto.permit.granted.GrantedContact;

/** The right to contact a person. Thread-safe. */
public sealed interface ContactPermit extends Permit permits GrantedContact {}
