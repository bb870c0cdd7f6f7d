package eu.sotto.purpose;

import eu.sotto.consent.ConsentTerms;
import eu.sotto.register.ContactKind;
import eu.sotto.register.LegalBasis;
import eu.sotto.register.Purpose;
import eu.sotto.register.Register;

/**
 * What a register says of one purpose, in one place. Immutable and thread-safe.
 *
 * @param purpose the purpose
 * @param terms on what terms a consent to it carries
 * @param contact why people are contacted for it
 * @param special whether it has data of special categories, or makes such data
 * @param marketing whether it is direct marketing (GDPR Art. 21(2))
 * @param despiteRestriction whether restricted data may serve it without consent
 * @param emergency whether danger to life is its ground and nothing of it stays: then nothing needs
 *     to be announced
 */
record Declared(
    Purpose purpose,
    ConsentTerms terms,
    ContactKind contact,
    boolean special,
    boolean marketing,
    boolean despiteRestriction,
    boolean emergency) {
  static Declared in(Register register, Purpose purpose) {
    return new Declared(
        purpose,
        ConsentTerms.of(register, purpose),
        register.contactKind(purpose.id()),
        purpose.special(),
        register.rights().directMarketing().contains(purpose.id()),
        register.rights().despiteRestriction().containsKey(purpose.id()),
        purpose.basis() == LegalBasis.VITAL_INTERESTS && purpose.transientOnly());
  }
}
