package eu.sotto.rights.running;

import eu.sotto.rights.RecipientNotice;
import eu.sotto.rights.RecipientNotice.Addressee;
import eu.sotto.session.Engine;
import eu.sotto.session.SubjectSession;
import eu.sotto.vocabulary.PrivacyException;
import eu.sotto.vocabulary.Right;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a person asks of the host concerns every controller for whom it took a call of theirs: each
 * is owed the request once, from the moment its right is known. What a controller instructs is
 * passed on to nobody. Source: GDPR Art. 28(3)(e).
 */
final class HandOver {
  private static final System.Logger LOG = System.getLogger("eu.sotto.rights");

  private HandOver() {}

  /**
   * Owes a request to the controllers that it concerns and that are not owed it yet; never fails,
   * since what was asked for has been received or has acted already. What cannot be read now is
   * owed with the next step.
   *
   * @return how many controllers it concerns
   */
  static int passOn(SubjectSession subject, String request, Right right) {
    Engine engine = subject.engine();
    Behalf own = Behalf.of(engine.register(), "");
    if (own.alone()) {
      return 0;
    }
    try {
      Set<String> concerned = Concerned.of(subject, own).others();
      Set<String> owed = OwedNotices.owedTo(engine, request, Addressee.CONTROLLER);
      concerned.stream()
          .filter(controller -> !owed.contains(controller))
          .forEach(controller -> owe(engine, request, right, controller));
      return concerned.size();
    } catch (PrivacyException e) {
      LOG.log(
          System.Logger.Level.WARNING, "A request is passed on later: {0}", e.getClass().getName());
      return 0;
    }
  }

  /** Once the right is known; an instruction concerns nobody else. */
  static int passOn(SubjectSession subject, RequestFacts facts) {
    boolean own = facts.behalf(subject.engine().register()).own();
    Optional<Right> right = facts.right();
    return own && right.isPresent() ? passOn(subject, facts.id(), right.get()) : 0;
  }

  private static void owe(Engine engine, String request, Right right, String controller) {
    RecipientNotice notice =
        new RecipientNotice(
            engine.randomId(), request, right, Addressee.CONTROLLER, controller, List.of());
    var unused = engine.journal().recordEffect(OwedNotices.event(engine, notice));
  }
}
