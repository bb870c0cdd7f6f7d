package eu.sotto.rights.running;

import eu.sotto.register.RightsTerms;
import eu.sotto.rights.RequestRefused;
import eu.sotto.rights.StepRefusal;
import eu.sotto.session.SubjectSession;
import eu.sotto.vocabulary.Identity;
import eu.sotto.vocabulary.IdentityLevel;
import eu.sotto.vocabulary.Right;
import java.util.Optional;

/** Whether it is sure enough who asks. Source: GDPR Art. 12(6). */
public final class Identities {
  private Identities() {}

  /**
   * Refuses what needs more than the host did.
   *
   * @param subject whose data
   * @param right the right
   * @param identity what the host did, or empty for the number alone
   * @throws RequestRefused if it does not suffice
   */
  public static void require(SubjectSession subject, Right right, Optional<Identity> identity) {
    if (!suffices(subject, right, identity)) {
      throw new RequestRefused(StepRefusal.IDENTITY_NOT_SUFFICIENT);
    }
  }

  static boolean suffices(SubjectSession subject, Right right, Optional<Identity> identity) {
    RightsTerms terms = subject.engine().register().rights();
    return level(subject, identity).suffices(terms.demanded(right));
  }

  static IdentityLevel level(SubjectSession subject, Optional<Identity> identity) {
    RightsTerms terms = subject.engine().register().rights();
    return identity.map(terms::reached).orElse(IdentityLevel.NUMBER);
  }
}
