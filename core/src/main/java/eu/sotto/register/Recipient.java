package eu.sotto.register;

import eu.sotto.vocabulary.RecipientId;
import java.util.Objects;
import java.util.Optional;
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
 */
public record Recipient(
    RecipientId id, String name, RecipientRole role, Place place, @Nullable String contract) {
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
   * Checks the texts.
   *
   * @throws IllegalArgumentException if name or contract is blank or too long
   */
  public Recipient {
    Objects.requireNonNull(id, "id");
    Texts.check(name, "recipient name");
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(place, "place");
    if (contract != null) {
      Texts.check(contract, "contract reference");
    }
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
