package eu.sotto.permit;

import eu.sotto.permit.granted.GrantedRecording;

/** The right to record the call's audio. Thread-safe. */
public sealed interface RecordingPermit extends Permit permits GrantedRecording {}
