package eu.sotto.permit;

import eu.sotto.permit.granted.GrantedContent;

/**
 * The right to process the call's content: to transcribe, summarise, analyse, and to keep the
 * result. Thread-safe.
 */
public sealed interface ContentPermit extends Permit permits GrantedContent {}
