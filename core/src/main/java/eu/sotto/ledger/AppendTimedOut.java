package eu.sotto.ledger;

import eu.sotto.vocabulary.PrivacyException;

/**
 * An append did not become durable in time. Where {@link #mayFollow()} is true its outcome is
 * unknown: appending it again under the same idempotency key settles it.
 */
public final class AppendTimedOut extends PrivacyException {
  private static final long serialVersionUID = 1L;

  private final boolean following;

  AppendTimedOut(boolean following) {
    super(following ? "append timed out; it may yet happen" : "append timed out; it was withdrawn");
    this.following = following;
  }

  /**
   * Whether the event may be recorded all the same.
   *
   * @return false if it was withdrawn before the log had begun with it
   */
  public boolean mayFollow() {
    return following;
  }
}
