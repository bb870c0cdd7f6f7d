package eu.sotto.session;

import eu.sotto.register.LegalBasis;
import eu.sotto.vocabulary.Actor;
import eu.sotto.vocabulary.ContractTie;
import eu.sotto.vocabulary.PurposeId;
import java.util.Map;

/**
 * How people stand to the contracts on which purposes rest, whichever call they are in. Stateless.
 * Source: GDPR Art. 6(1)(b), 5(2).
 */
public final class ContractTies {
  private ContractTies() {}

  static void requireContract(Engine engine, PurposeId purpose) {
    if (engine.declared(purpose).basis() != LegalBasis.CONTRACT) {
      throw new IllegalArgumentException("purpose does not rest on a contract: " + purpose);
    }
  }

  /**
   * Notes what was found out: that somebody is not party acts at once, whether or not it could be
   * recorded; anything else counts when it is durable.
   *
   * @param person whose
   * @param purpose a purpose that rests on a contract
   * @param tie what was found out
   * @param by who found it out
   */
  public static void note(SubjectSession person, PurposeId purpose, ContractTie tie, Actor by) {
    Engine engine = person.engine();
    requireContract(engine, purpose);
    person.requirePresent();
    Map<String, Object> fields =
        Map.of("purpose", purpose.value(), "tie", tie.name(), "actor", by.id(), "role", by.role());
    Standings standings = engine.standings();
    if (tie == ContractTie.NONE) {
      var unused =
          standings.act(person, Kinds.CONTRACT_TIE_NOTED, engine.clock().instant(), fields);
    } else {
      standings.record(person, Kinds.CONTRACT_TIE_NOTED, engine.clock().instant(), fields);
    }
  }
}
