package eu.sotto.rights;

import eu.sotto.rights.running.RaisedObjection;
import eu.sotto.vocabulary.Actor;
import eu.sotto.vocabulary.Cause;
import eu.sotto.vocabulary.PurposeId;
import java.util.Set;

/**
 * A person's objection. It bars processing from the moment it is raised; only a person can override
 * it, and nobody one to direct marketing. Thread-safe. Source: GDPR Art. 21, 18(1)(d).
 */
public sealed interface Objection permits RaisedObjection {
  /** How it stands. */
  enum State {
    /** Processing is restricted until a person has decided. */
    PENDING,
    /** The person's interests weigh more, or nobody showed otherwise: for good. */
    UPHELD,
    /** Compelling legitimate grounds weigh more: processing may go on. */
    OVERRIDDEN,
    /** Against direct marketing: for good. */
    FINAL
  }

  /**
   * The objection's id, which is that of its request too.
   *
   * @return random
   */
  String id();

  /**
   * What it bars.
   *
   * @return the purposes declared now; none once it is overridden
   */
  Set<PurposeId> bars();

  /**
   * How it stands now, as far as the host decides on it.
   *
   * @return the state
   */
  State state();

  /**
   * Whether it is durable. If not it has taken effect on this node and recording is tried again.
   *
   * @return true once it stands in the ledger
   */
  boolean recorded();

  /**
   * Decides for the person: what is kept for the barred purposes is erased (GDPR Art. 17(1)(c)).
   *
   * @param why the decision's ground
   * @param actor who decided
   * @return refused if it is final, decided, or about purposes that others decide on alone
   * @throws eu.sotto.vocabulary.PrivacyException if it could not be stored in time
   */
  Step uphold(Cause why, Actor actor);

  /**
   * Decides for the person as another controller instructs, for what that one decides on. Until it
   * does, its purposes stay barred. Source: GDPR Art. 21(1), 28(3)(a).
   *
   * @param why the decision's ground
   * @param controller who decided, by its name in the register
   * @param actor who received the instruction
   * @return refused if it is final, decided for that controller, or not about its purposes
   * @throws IllegalArgumentException if the host does not process for that controller
   * @throws eu.sotto.vocabulary.PrivacyException if it could not be stored in time
   */
  Step uphold(Cause why, String controller, Actor actor);

  /**
   * Overrides it as another controller instructs, for what that one decides on.
   *
   * @param grounds the compelling grounds
   * @param controller who decided, by its name in the register
   * @param actor who received the instruction
   * @return refused if it is final, decided for that controller, or not about its purposes
   * @throws IllegalArgumentException if the host does not process for that controller
   * @throws eu.sotto.vocabulary.PrivacyException if it could not be stored in time
   */
  Step override(Cause grounds, String controller, Actor actor);

  /**
   * Decides that compelling legitimate grounds override the person's interests, or that the data is
   * needed for legal claims; durable before anything is permitted again.
   *
   * @param grounds the compelling grounds
   * @param actor who decided
   * @return refused if it is final, decided, or about purposes that others decide on alone
   * @throws eu.sotto.vocabulary.PrivacyException if it could not be stored in time
   */
  Step override(Cause grounds, Actor actor);
}
