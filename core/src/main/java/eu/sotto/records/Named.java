package eu.sotto.records;

import eu.sotto.vocabulary.Party;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Something that people can name to be found, in one spelling. Personal data: never printed.
 * Immutable and thread-safe. Source: GDPR Art. 12(2), 12(6).
 */
public final class Named {
  /** What can be named, and how many bits of its token are kept. */
  public enum Kind {
    /** A telephone number. */
    NUMBER(16),
    /** An e-mail address. */
    EMAIL(16),
    /** A name together with a date of birth. */
    NAME_AND_BIRTH_DATE(16),
    /** A customer number; there may be few of them, so that less is kept. */
    CUSTOMER_ID(10);

    private final int bits;

    Kind(int bits) {
      this.bits = bits;
    }

    int bits() {
      return bits;
    }
  }

  private static final int MAX_LENGTH = 255;

  private final Kind kind;
  private final String spelling;

  private Named(Kind kind, String spelling) {
    if (spelling.isEmpty() || spelling.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("nothing that could be looked up");
    }
    this.kind = kind;
    this.spelling = spelling;
  }

  /**
   * A telephone number.
   *
   * @param number international, or national of the region
   * @param region ISO 3166-1 alpha-2
   * @return the term
   * @throws IllegalArgumentException if it is no telephone number
   */
  public static Named number(String number, String region) {
    return new Named(Kind.NUMBER, Party.phone(number).canonical(region).orElseThrow());
  }

  /**
   * An e-mail address; case makes no difference.
   *
   * @param address the address
   * @return the term
   * @throws IllegalArgumentException if it has no {@code @}
   */
  public static Named email(String address) {
    String text = address.strip().toLowerCase(Locale.ROOT);
    if (text.indexOf('@') < 1) {
      throw new IllegalArgumentException("not an e-mail address");
    }
    return new Named(Kind.EMAIL, text);
  }

  /**
   * A name with a date of birth; case, accents and the order of the names make no difference.
   *
   * @param name given and family names
   * @param born the date of birth
   * @return the term
   * @throws IllegalArgumentException if there is no letter in the name
   */
  public static Named person(String name, LocalDate born) {
    Objects.requireNonNull(born, "born");
    String folded = folded(name);
    if (folded.isEmpty()) {
      throw new IllegalArgumentException("not a name");
    }
    return new Named(Kind.NAME_AND_BIRTH_DATE, folded + "\n" + born);
  }

  /**
   * A customer number; blanks, hyphens and case make no difference.
   *
   * @param id the number
   * @return the term
   * @throws IllegalArgumentException if there is neither letter nor digit in it
   */
  public static Named customer(String id) {
    String text = id.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    return new Named(Kind.CUSTOMER_ID, text);
  }

  /** Müller as MUELLER and MULLER alike would need two tokens: umlauts are written out. */
  private static String folded(String name) {
    String upper = Normalizer.normalize(name, Normalizer.Form.NFC).toUpperCase(Locale.ROOT);
    String plain = upper.replace("Ä", "AE").replace("Ö", "OE").replace("Ü", "UE");
    String letters =
        Normalizer.normalize(plain, Normalizer.Form.NFD).replaceAll("[^\\p{L}\\p{Z}-]", "");
    return Arrays.stream(letters.split("[\\p{Z}-]+", -1))
        .filter(word -> !word.isEmpty())
        .sorted()
        .collect(Collectors.joining(" "));
  }

  /**
   * What is named.
   *
   * @return the kind
   */
  public Kind kind() {
    return kind;
  }

  /**
   * The one spelling.
   *
   * @return personal data
   */
  public String spelling() {
    return spelling;
  }

  String whole() {
    return kind + "\0" + spelling;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Named that && whole().equals(that.whole());
  }

  @Override
  public int hashCode() {
    return whole().hashCode();
  }

  /** The kind only. */
  @Override
  public String toString() {
    return "Named[" + kind + "]";
  }
}
