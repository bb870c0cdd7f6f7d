package eu.sotto.permit.granted;

import eu.sotto.permit.ContentPermit;

/** A granted {@link ContentPermit}. */
public final class GrantedContent extends Grant implements ContentPermit {
  /**
   * Made for one decision.
   *
   * @param terms what was granted
   */
  public GrantedContent(Terms terms) {
    super(terms);
  }
}
