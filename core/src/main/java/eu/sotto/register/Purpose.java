package eu.sotto.register;

import eu.sotto.permit.Operation;
import eu.sotto.retention.RetentionClass;
import eu.sotto.vocabulary.DataCategory;
import eu.sotto.vocabulary.PurposeId;
import eu.sotto.vocabulary.RecipientId;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What data is processed for, by what right, how far and how long. Immutable and thread-safe.
 * Source: GDPR Art. 5(1)(b), 6, 30(1).
 *
 * @param id the purpose
 * @param responsibility who answers for it
 * @param ground its legal basis
 * @param scope what may be done, with which data, and who receives it
 * @param keeping how what it yields is kept
 */
public record Purpose(
    PurposeId id, Responsibility responsibility, Ground ground, Scope scope, Keeping keeping) {
  /**
   * Refuses recording that is said to leave nothing.
   *
   * @throws IllegalArgumentException if it is transient and records
   */
  public Purpose {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(responsibility, "responsibility");
    Objects.requireNonNull(ground, "ground");
    if (keeping.transientOnly() && scope.operations().contains(Operation.RECORD)) {
      throw new IllegalArgumentException("a transient purpose cannot record");
    }
  }

  /**
   * A purpose of the register's controller alone.
   *
   * @param id the purpose
   * @param ground its legal basis
   * @param scope what may be done
   * @param keeping how what it yields is kept
   * @return the purpose
   * @throws IllegalArgumentException if it is transient and records
   */
  public static Purpose of(PurposeId id, Ground ground, Scope scope, Keeping keeping) {
    return new Purpose(id, Responsibility.SOLE, ground, scope, keeping);
  }

  /**
   * The role of the register's owner.
   *
   * @return the role
   */
  public PurposeRole role() {
    return responsibility.role();
  }

  /**
   * The legal basis.
   *
   * @return the basis
   */
  public LegalBasis basis() {
    return ground.basis();
  }

  /**
   * The weighing of legitimate interests.
   *
   * @return the weighing, or empty if there is none
   */
  public Optional<Balancing> balancing() {
    return Optional.ofNullable(ground.balancing());
  }

  /**
   * How long a consent to it carries.
   *
   * @return the validity, empty unless the basis is consent
   */
  public Optional<Validity> validity() {
    return Optional.ofNullable(ground.validity());
  }

  /**
   * Whether its consent is more than an ordinary one.
   *
   * @param mark what it may be
   * @return true if the register says so
   */
  public boolean is(ConsentMark mark) {
    return ground.marks().contains(mark);
  }

  /**
   * What may be done for it.
   *
   * @return the operations, unmodifiable
   */
  public Set<Operation<?>> operations() {
    return scope.operations();
  }

  /**
   * Which data may be used for it.
   *
   * @return the categories, unmodifiable
   */
  public Set<DataCategory> categories() {
    return scope.categories();
  }

  /**
   * Which of them are special categories of data. Source: GDPR Art. 9(1).
   *
   * @return the categories, unmodifiable
   */
  public Set<DataCategory> specialCategories() {
    return SpecialData.among(scope.categories());
  }

  /**
   * Who may receive data for it.
   *
   * @return the recipients, unmodifiable
   */
  public Set<RecipientId> recipients() {
    return scope.recipients();
  }

  /**
   * The class of retention rules.
   *
   * @return the class, empty if and only if the purpose is transient
   */
  public Optional<RetentionClass> retentionClass() {
    return Optional.ofNullable(keeping.retentionClass());
  }

  /**
   * What becomes of kept data when the consent that carried it is withdrawn.
   *
   * @return what happens
   */
  public OnWithdrawal onWithdrawal() {
    return keeping.onWithdrawal();
  }

  /**
   * Why kept data may stay after the withdrawal.
   *
   * @return the ground, empty if it does not stay
   */
  public Optional<KeepGround> keptOn() {
    return Optional.ofNullable(keeping.keptOn());
  }

  /**
   * Whether personal identifiers must be removed before anything is kept.
   *
   * @return true unless the register says otherwise
   */
  public boolean redact() {
    return keeping.redact();
  }

  /**
   * Whether content exists in memory only and is never kept.
   *
   * @return true if nothing is kept
   */
  public boolean transientOnly() {
    return keeping.transientOnly();
  }

  /**
   * Whether it has data of special categories, or makes such data.
   *
   * @return true if so (GDPR Art. 9(1))
   */
  public boolean special() {
    return SpecialData.in(this);
  }
}
