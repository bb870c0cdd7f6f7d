package eu.sotto.register;

import eu.sotto.redaction.PiiType;
import eu.sotto.vocabulary.DataCategory;
import eu.sotto.vocabulary.PurposeId;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One field of data that a purpose needs; whatever is not declared is left out before anything is
 * stored. Immutable and thread-safe. Source: GDPR Art. 5(1)(c).
 *
 * @param purpose what it is needed for
 * @param name how hosts name it: 1 to 64 characters of a-z, 0-9, '.', '_', '-'
 * @param category the data category of the purpose that it belongs to
 * @param type which kind of personal data its value is; absent for a text in which no kind is
 *     needed, so that all kinds are taken out of it
 * @param need why a special category is needed and who has to agree, absent for ordinary data
 */
public record IntakeField(
    PurposeId purpose,
    String name,
    DataCategory category,
    @Nullable PiiType type,
    @Nullable Need need) {
  /**
   * Checks the name.
   *
   * @throws IllegalArgumentException if the name is not a declared name, or the type is that of
   *     what could not be judged
   */
  public IntakeField {
    Objects.requireNonNull(purpose, "purpose");
    Objects.requireNonNull(category, "category");
    if (!Texts.isDeclaredName(name)) {
      throw new IllegalArgumentException(
          "a field's name is 1 to 64 characters of a-z, 0-9, '.', '_', '-'");
    }
    if (type == PiiType.UNJUDGED) {
      throw new IllegalArgumentException("no field is of a type that could not be judged");
    }
  }

  /**
   * Why data of a special category is taken in all the same. Source: GDPR Art. 9(2)(a).
   *
   * @param reason why the purpose cannot do without it
   * @param consent the purpose for which the person has to have agreed explicitly
   */
  public record Need(String reason, PurposeId consent) {
    /**
     * Requires a reason.
     *
     * @throws IllegalArgumentException if the reason is blank
     */
    public Need {
      Objects.requireNonNull(consent, "consent");
      Texts.check(reason, "need");
    }
  }

  /**
   * A field of ordinary data of one kind.
   *
   * @param purpose what it is needed for
   * @param name how hosts name it
   * @param category the data category that it belongs to
   * @param type which kind of personal data its value is
   * @return the field
   * @throws IllegalArgumentException if the name is not a declared name
   */
  public static IntakeField of(
      PurposeId purpose, String name, DataCategory category, PiiType type) {
    return new IntakeField(purpose, name, category, type, null);
  }

  /**
   * A text field, out of which every kind of personal data is taken.
   *
   * @param purpose what it is needed for
   * @param name how hosts name it
   * @param category the data category that it belongs to
   * @return the field
   * @throws IllegalArgumentException if the name is not a declared name
   */
  public static IntakeField text(PurposeId purpose, String name, DataCategory category) {
    return new IntakeField(purpose, name, category, null, null);
  }

  /**
   * Whether the law protects it specially.
   *
   * @return true if its type or its category is special
   */
  public boolean special() {
    return (type != null && type.special()) || SpecialData.names(category);
  }

  /**
   * Which kind of personal data its value is.
   *
   * @return the type, empty for a text
   */
  public Optional<PiiType> kind() {
    return Optional.ofNullable(type);
  }
}
