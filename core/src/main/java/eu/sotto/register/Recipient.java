package eu.sotto.register;

import eu.sotto.vocabulary.PurposeId;
import eu.sotto.vocabulary.RecipientId;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who receives data, where, and by what right. Immutable and thread-safe. Source: GDPR
 * Art. 4(9), 28, 30(1)(d) and (e), 44.
 *
 * @param id the recipient
 * @param name its name, as callers are told
 * @param role what it is to the controller
 * @param place where it processes or reaches the data from
 * @param contract the reference of its data-processing contract; a processor without one receives
 *     nothing
 * @param worksFor the processor that engaged a sub-processor, only of those; one without it
 *     receives nothing
 * @param ownPurposes the declared purposes for which it decides by itself, such as the prevention
 *     of fraud, each with its own legal basis (Art. 28(10)), unmodifiable
 */
public record Recipient(
    RecipientId id,
    String name,
    RecipientRole role,
    Place place,
    @Nullable String contract,
    @Nullable RecipientId worksFor,
    Set<PurposeId> ownPurposes) {
  /**
   * Where a recipient processes or reaches data from.
   *
   * @param country the country; unstated means that it receives nothing
   * @param transfer the mechanism, for a country outside the European Economic Area
   */
  public record Place(@Nullable Country country, @Nullable Transfer transfer) {
    /** A place that nobody has stated yet. */
    public static final Place UNSTATED = new Place(null, null);

    /**
     * Refuses a mechanism that nothing needs.
     *
     * @throws IllegalArgumentException if there is a mechanism for no country or for one in the
     *     European Economic Area
     */
    public Place {
      if (transfer != null && (country == null || country.inEea())) {
        throw new IllegalArgumentException(
            "a transfer mechanism needs a country outside the European Economic Area");
      }
    }

    /**
     * A place without a transfer mechanism.
     *
     * @param country the country
     * @return the place
     */
    public static Place in(Country country) {
      return new Place(country, null);
    }

    /**
     * Whether data may go there: inside the European Economic Area, or by a mechanism.
     *
     * @return false for an unstated country
     */
    public boolean reachable() {
      return country != null && (country.inEea() || transfer != null);
    }

    /**
     * Whether it is inside the European Economic Area.
     *
     * @return false for an unstated country
     */
    public boolean inEea() {
      return country != null && country.inEea();
    }
  }

  /**
   * Checks the texts and refuses contradictory roles.
   *
   * @throws IllegalArgumentException if name or contract is blank or too long, somebody else than a
   *     sub-processor works for a processor, or a part of the controller has purposes of its own
   */
  public Recipient {
    Objects.requireNonNull(id, "id");
    Texts.check(name, "recipient name");
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(place, "place");
    if (contract != null) {
      Texts.check(contract, "contract reference");
    }
    if (worksFor != null && role != RecipientRole.SUB_PROCESSOR) {
      throw new IllegalArgumentException("only a sub-processor works for a processor");
    }
    ownPurposes = Set.copyOf(ownPurposes);
    if (!ownPurposes.isEmpty() && role == RecipientRole.INTERNAL) {
      throw new IllegalArgumentException("a part of the controller has no purposes of its own");
    }
  }

  /**
   * A recipient that nobody engaged and that has no purposes of its own.
   *
   * @param id the recipient
   * @param name its name
   * @param role what it is to the controller
   * @param place where it processes or reaches the data from
   * @param contract the reference of its data-processing contract, or null
   * @throws IllegalArgumentException if name or contract is blank or too long
   */
  public Recipient(
      RecipientId id, String name, RecipientRole role, Place place, @Nullable String contract) {
    this(id, name, role, place, contract, null, Set.of());
  }

  /**
   * The processor that engaged it.
   *
   * @return the processor, or empty if it is no sub-processor or none is named
   */
  public Optional<RecipientId> processor() {
    return Optional.ofNullable(worksFor);
  }

  /**
   * The country where it processes or reaches the data from.
   *
   * @return the country, or empty if unstated
   */
  public Optional<Country> country() {
    return Optional.ofNullable(place.country());
  }

  /**
   * The mechanism of the transfer.
   *
   * @return the mechanism, or empty if none is declared
   */
  public Optional<Transfer> transfer() {
    return Optional.ofNullable(place.transfer());
  }

  /**
   * Whether it has the contract that its role asks for.
   *
   * @return false for a processor or sub-processor without a contract
   */
  public boolean contracted() {
    return contract != null || !role.needsContract();
  }
}
