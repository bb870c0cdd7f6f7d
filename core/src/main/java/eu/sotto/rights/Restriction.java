package eu.sotto.rights;

import eu.sotto.rights.running.SetRestriction;
import eu.sotto.vocabulary.Actor;
import eu.sotto.vocabulary.Cause;
import eu.sotto.vocabulary.RestrictionGround;
import java.util.Locale;

/**
 * A restriction of everything that is kept of a person and that one controller decides on: it may
 * be stored, and else used only with a consent given after it, or for what the register declares,
 * such as legal claims. Thread-safe. Source: GDPR Art. 18.
 */
public sealed interface Restriction permits SetRestriction {
  /**
   * The restriction's id, which is that of its request too.
   *
   * @return random
   */
  String id();

  /**
   * Why the data is restricted.
   *
   * @return the ground
   */
  RestrictionGround ground();

  /**
   * Who decides on what it restricts; what others decide on is not touched by it.
   *
   * @return the register's controller, or another that instructed the host
   */
  String controller();

  /**
   * Whether it is in force.
   *
   * @return true until it is lifted
   */
  boolean inForce();

  /**
   * Whether it is durable. If not it has taken effect on this node and recording is tried again.
   *
   * @return true once it stands in the ledger
   */
  boolean recorded();

  /**
   * Records that the person is told of the coming end; the restriction stays in force.
   *
   * @param why why it ends
   * @param actor who decided
   * @return refused if it is lifted, or announced before
   * @throws eu.sotto.vocabulary.PrivacyException if it could not be stored in time
   */
  Step announceLift(Cause why, Actor actor);

  /**
   * What to tell the person before the restriction is lifted.
   *
   * @param language German or English
   * @return the words, without personal data
   */
  String announcement(Locale language);

  /**
   * Lifts the restriction; durable before anything is permitted again.
   *
   * @param actor who lifts it
   * @return refused if it is lifted, or was not announced
   * @throws eu.sotto.vocabulary.PrivacyException if it could not be stored in time
   */
  Step lift(Actor actor);
}
