package eu.sotto.permit.granted;

import eu.sotto.permit.ContactPermit;

/** A granted {@link ContactPermit}. */
public final class GrantedContact extends Grant implements ContactPermit {
  /**
   * Made for one decision.
   *
   * @param terms what was granted
   */
  public GrantedContact(Terms terms) {
    super(terms);
  }
}
