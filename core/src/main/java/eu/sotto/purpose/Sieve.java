package eu.sotto.purpose;

import eu.sotto.redaction.NormalisedValue;
import eu.sotto.redaction.PiiType;
import eu.sotto.redaction.Redaction;
import eu.sotto.redaction.RedactionPolicy;
import eu.sotto.redaction.Redactor;
import eu.sotto.redaction.Transcript;
import eu.sotto.register.IntakeField;
import eu.sotto.register.Register;
import eu.sotto.vocabulary.PurposeId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Lets through only the data that a purpose declares to need: other fields are left out, a value of
 * another kind than declared is left out, and whatever else a value says of a person is taken out
 * of it. Special categories pass only with an explicit consent. Immutable and thread-safe. Source:
 * GDPR Art. 5(1)(c), 9(2)(a), 25(2).
 */
public final class Sieve {
  /** What stands for names that the register does not know. */
  public static final String UNKNOWN = "unknown";

  /** Kinds that are told by their form alone, so that a value without it is a mistake. */
  private static final Set<PiiType> SHAPED =
      Set.of(
          PiiType.PHONE,
          PiiType.EMAIL,
          PiiType.IBAN,
          PiiType.CREDIT_CARD,
          PiiType.BIRTH_DATE,
          PiiType.IP_ADDRESS);

  private final Register register;
  private final Set<String> known;

  private Sieve(Register register) {
    this.register = register;
    this.known =
        register.intake().fields().stream()
            .map(IntakeField::name)
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The sieve of a register.
   *
   * @param register what is needed for what
   * @return the sieve
   */
  public static Sieve of(Register register) {
    return new Sieve(Objects.requireNonNull(register, "register"));
  }

  /**
   * Which of these kinds of data a purpose does not need.
   *
   * @param purpose the purpose
   * @param asked kinds of data
   * @return those that no field of the purpose declares
   */
  public Set<PiiType> undeclared(PurposeId purpose, Collection<PiiType> asked) {
    Set<PiiType> left = EnumSet.noneOf(PiiType.class);
    left.addAll(asked);
    register.intake().of(purpose).forEach(field -> field.kind().ifPresent(left::remove));
    return left;
  }

  /**
   * Sifts a submission.
   *
   * @param purpose what it is for; whatever is not declared for it is left out
   * @param handed what the host hands over
   * @param agreed whether an explicit consent to a purpose stands
   * @return what is left, and counts of what is not
   */
  public Sifted sift(PurposeId purpose, Submission handed, Predicate<PurposeId> agreed) {
    Pass pass = new Pass();
    Map<String, String> named = new HashMap<>(handed.named());
    for (IntakeField field : register.intake().of(purpose)) {
      String value = joined(named.remove(field.name()), field, handed.found());
      if (!value.isEmpty()) {
        pass.field(field, value, agreed);
      }
    }
    named.keySet().forEach(name -> pass.drop(known.contains(name) ? name : UNKNOWN));
    Set<PiiType> taken = EnumSet.noneOf(PiiType.class);
    register.intake().of(purpose).forEach(field -> field.kind().ifPresent(taken::add));
    handed.found().stream()
        .filter(value -> !taken.contains(value.type()))
        .forEach(value -> pass.drop(nameOf(value.type())));
    return new Sifted(pass.taken, pass.dropped);
  }

  private static String joined(
      @org.jspecify.annotations.Nullable String named,
      IntakeField field,
      List<NormalisedValue> found) {
    Set<String> values = new java.util.LinkedHashSet<>();
    if (named != null && !named.isBlank()) {
      values.add(named.strip());
    }
    found.stream()
        .filter(value -> value.type() == field.type())
        .map(NormalisedValue::value)
        .forEach(values::add);
    return String.join(", ", values);
  }

  /** How a kind of data is named in counts, as in the register. */
  static String nameOf(PiiType type) {
    return type.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** One submission on its way through. */
  private static final class Pass {
    final Map<String, String> taken = new LinkedHashMap<>();
    final Map<String, Integer> dropped = new HashMap<>();

    void field(IntakeField field, String value, Predicate<PurposeId> agreed) {
      IntakeField.Need need = field.need();
      boolean unasked = field.special() && (need == null || !agreed.test(need.consent()));
      Optional<String> cleaned = unasked ? Optional.empty() : cleaned(field, value);
      cleaned.ifPresentOrElse(clean -> taken.put(field.name(), clean), () -> drop(field.name()));
    }

    /** Takes out what is of another kind; empty if a value has not the form of its kind. */
    private Optional<String> cleaned(IntakeField field, String value) {
      PiiType type = field.type();
      Set<PiiType> asked = type == null ? Set.of() : Set.of(type);
      Transcript text = Transcript.ofText(Locale.ROOT, value);
      if (type != null && SHAPED.contains(type) && !shaped(text, type)) {
        return Optional.empty();
      }
      Set<PiiType> others = new HashSet<>(EnumSet.allOf(PiiType.class));
      others.removeAll(asked);
      Redaction redaction = Redactor.of(RedactionPolicy.labelling(others)).redact(text, asked);
      redaction.counts().forEach((found, count) -> drop(nameOf(found), count));
      return Optional.of(redaction.transcript().text());
    }

    private static boolean shaped(Transcript text, PiiType type) {
      return Redactor.of(RedactionPolicy.full())
          .redact(text, Set.of(type))
          .counts()
          .containsKey(type);
    }

    void drop(String name) {
      drop(name, 1);
    }

    private void drop(String name, int count) {
      dropped.merge(name, count, Integer::sum);
    }
  }
}
