package eu.sotto.permit.granted;

import eu.sotto.permit.RecordingPermit;

/** A granted {@link RecordingPermit}. */
public final class GrantedRecording extends Grant implements RecordingPermit {
  /**
   * Made for one decision.
   *
   * @param terms what was granted
   */
  public GrantedRecording(Terms terms) {
    super(terms);
  }
}
