package eu.sotto.permit;

import eu.sotto.permit.granted.Grant;
import eu.sotto.vocabulary.PurposeId;
import java.util.Set;

/**
 * The right to do one operation for one purpose in one call, as long as it is usable. Only this
 * library makes permits; each was recorded durably before it was handed out. A permit belongs to
 * its call and is not serializable. Thread-safe.
 */
public sealed interface Permit
    permits RecordingPermit, ContentPermit, ContactPermit, DisclosurePermit, Grant {
  /**
   * Whether the permit may be used at this moment: a withdrawal, an objection, a restriction, the
   * end of the call or its expiry ends it for good.
   *
   * @return true while it may be used
   */
  boolean usable();

  /**
   * Runs an action once when the permit ends; at once, in the calling thread, if it already has.
   * The action runs in the thread that ends the permit and must be short; what it throws is
   * discarded.
   *
   * @param action what to do, for example stopping the host's recorder
   */
  void onEnd(Runnable action);

  /**
   * The operation that is permitted.
   *
   * @return the operation
   */
  Operation<?> operation();

  /**
   * The purpose for which it is permitted.
   *
   * @return the purpose
   */
  PurposeId purpose();

  /**
   * What the host owes in return.
   *
   * @return the obligations, unmodifiable
   */
  Set<Obligation> obligations();
}
