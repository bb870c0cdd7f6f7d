package eu.sotto.permit;

import eu.sotto.permit.granted.GrantedDisclosure;

/** The right to disclose data to one declared recipient. Thread-safe. */
public sealed interface DisclosurePermit extends Permit permits GrantedDisclosure {}
