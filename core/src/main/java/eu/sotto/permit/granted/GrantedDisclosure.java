package eu.sotto.permit.granted;

import eu.sotto.permit.DisclosurePermit;

/** A granted {@link DisclosurePermit}. */
public final class GrantedDisclosure extends Grant implements DisclosurePermit {
  /**
   * Made for one decision.
   *
   * @param terms what was granted
   */
  public GrantedDisclosure(Terms terms) {
    super(terms);
  }
}
