package eu.sotto.vocabulary;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * How somebody is reached: a telephone number, an opaque identifier (a SIP address, a short
 * extension), or nobody known (a withheld number). Personal data: never printed. Immutable and
 * thread-safe.
 *
 * <p>A number in national format is read with the default region of the register. Source: ITU-T
 * E.164; RFC 3966.
 */
public final class Party {
  private enum Kind {
    PHONE,
    PRESENTED,
    NONE
  }

  private static final int MAX_LENGTH = 255;

  private final Kind kind;
  private final String raw;
  private final Optional<String> international;

  private Party(Kind kind, String raw) {
    this(kind, raw, Optional.empty());
  }

  private Party(Kind kind, String raw, Optional<String> international) {
    this.kind = kind;
    this.raw = raw;
    this.international = international;
  }

  /**
   * What the network presented as the other end. Never throws: what cannot be read as a number is
   * an opaque identifier, what says that the number is withheld is nobody.
   *
   * @param raw the presented text; may be blank
   * @return the party
   */
  public static Party presented(String raw) {
    Objects.requireNonNull(raw, "raw");
    String text = raw.strip();
    if (text.length() > MAX_LENGTH) {
      text = text.substring(0, MAX_LENGTH);
    }
    return Withheld.says(text) ? anonymous() : new Party(Kind.PRESENTED, text);
  }

  /**
   * A telephone number, international or national. An international one is checked now, a national
   * one as soon as the region is known, when the party is first used.
   *
   * @param number the number as written or typed
   * @return the party
   * @throws IllegalArgumentException if it cannot be a telephone number; the number is not repeated
   */
  public static Party phone(String number) {
    Objects.requireNonNull(number, "number");
    return new Party(Kind.PHONE, number.strip(), PhoneNumbers.plausible(number));
  }

  /**
   * Nobody known: no caller id was presented.
   *
   * @return the party
   */
  public static Party anonymous() {
    return new Party(Kind.NONE, "");
  }

  /**
   * The one spelling under which this party is known: {@code tel:} and the E.164 number, or {@code
   * id:} and the presented text in lower case.
   *
   * @param region the default region for national numbers, ISO 3166-1 alpha-2, for example {@code
   *     DE}
   * @return the spelling; empty if nobody is known
   * @throws IllegalArgumentException if this is a telephone number and not possible in that region;
   *     the number is not repeated
   */
  public Optional<String> canonical(String region) {
    return switch (kind) {
      case NONE -> Optional.empty();
      case PHONE ->
          Optional.of("tel:" + international.orElseGet(() -> PhoneNumbers.require(raw, region)));
      case PRESENTED ->
          Optional.of(
              PhoneNumbers.presented(SipAddress.userOf(raw), region)
                  .map(number -> "tel:" + number)
                  .orElse("id:" + raw.toLowerCase(Locale.ROOT)));
    };
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Party that && kind == that.kind && raw.equals(that.raw);
  }

  @Override
  public int hashCode() {
    return Objects.hash(kind, raw);
  }

  /** Never the number or address. */
  @Override
  public String toString() {
    return "Party[hidden]";
  }
}
