package eu.sotto.interchange;

import eu.sotto.permit.Operation;
import eu.sotto.register.Balancing;
import eu.sotto.register.ConsentMark;
import eu.sotto.register.Ground;
import eu.sotto.register.KeepGround;
import eu.sotto.register.Keeping;
import eu.sotto.register.LegalBasis;
import eu.sotto.register.OnWithdrawal;
import eu.sotto.register.Purpose;
import eu.sotto.register.PurposeRole;
import eu.sotto.register.Responsibility;
import eu.sotto.register.Scope;
import eu.sotto.register.Validity;
import eu.sotto.retention.RetentionClass;
import eu.sotto.vocabulary.DataCategory;
import eu.sotto.vocabulary.PurposeId;
import eu.sotto.vocabulary.RecipientId;
import java.time.LocalDate;
import java.time.Period;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads purposes. */
final class PurposeReader {
  private static final Pattern PERIOD = Pattern.compile("P[0-9YMWD]+");
  static final String DATE = "a date such as 2026-11-21";

  private final Set<RetentionClass> classes;

  PurposeReader(Set<RetentionClass> classes) {
    this.classes = Set.copyOf(classes);
  }

  Purpose purpose(Fields f) {
    Part<PurposeId> id = f.text("id", PurposeId::of, RegisterReader.NAME);
    Part<Responsibility> responsibility = responsibility(f);
    Part<Ground> ground = ground(f);
    Scope scope = scope(f);
    Part<Keeping> keeping = keeping(f);
    return new Purpose(id.value(), responsibility.value(), ground.value(), scope, keeping.value());
  }

  private static Part<Responsibility> responsibility(Fields f) {
    Part<PurposeRole> role = f.choice("role", PurposeRole.class);
    Part<String> arrangement = f.optionalText("arrangement", s -> s, "a text");
    Part<String> onBehalfOf = f.optionalText("onBehalfOf", s -> s, "a text");
    return f.attempt(
        () -> {
          boolean joint = role.value() == PurposeRole.JOINT_CONTROLLER;
          Part<String> other = joint ? onBehalfOf : arrangement;
          if (other.present()) {
            throw new IllegalArgumentException(
                "only a joint controller has an arrangement, only a processor acts on behalf");
          }
          return new Responsibility(role.value(), (joint ? arrangement : onBehalfOf).orNull());
        });
  }

  private static Part<Ground> ground(Fields f) {
    Part<LegalBasis> basis = f.choice("legalBasis", LegalBasis.class);
    Part<Balancing> balancing = f.optionalObject("balancing", PurposeReader::balancing);
    Part<Period> period =
        f.optionalText("consentValidFor", PurposeReader::period, "a period such as P2Y");
    Part<LocalDate> review = f.optionalText("consentReviewedOn", LocalDate::parse, DATE);
    Set<ConsentMark> marks = f.choices("consentMarks", ConsentMark.class);
    return f.attempt(
        () -> {
          if (period.present() && review.present()) {
            throw new IllegalArgumentException(
                "a consent is valid for a period or until withdrawn with a review, not both");
          }
          Part<Validity> validity =
              period.present() ? period.map(Validity::of) : review.map(Validity::untilWithdrawn);
          return new Ground(basis.value(), balancing.orNull(), validity.orNull(), marks);
        });
  }

  /** No sign and no small letters, which the platform would take. */
  static Period period(String text) {
    if (!PERIOD.matcher(text).matches()) {
      throw new IllegalArgumentException("not a period");
    }
    return Period.parse(text);
  }

  private static Balancing balancing(Fields f) {
    Part<String> interest = f.text("interest");
    Part<String> outcome = f.text("outcome");
    Part<String> owner = f.text("owner");
    Part<LocalDate> date = f.text("date", LocalDate::parse, DATE);
    Part<LocalDate> review = f.text("review", LocalDate::parse, DATE);
    return new Balancing(
        interest.value(), outcome.value(), owner.value(), date.value(), review.value());
  }

  private static Scope scope(Fields f) {
    Set<Operation<?>> operations =
        f.names("operations", RegisterReader::operation, RegisterReader.OPERATION);
    Set<DataCategory> categories = f.names("dataCategories", DataCategory::of, RegisterReader.NAME);
    Set<RecipientId> recipients = f.names("recipients", RecipientId::of, RegisterReader.NAME);
    return new Scope(operations, categories, recipients);
  }

  private Part<Keeping> keeping(Fields f) {
    boolean stated = f.has("retentionClass");
    Part<RetentionClass> retentionClass =
        f.optionalText("retentionClass", this::declared, "a class that retention declares");
    Part<OnWithdrawal> onWithdrawal = f.optionalChoice("onWithdrawal", OnWithdrawal.class);
    Part<KeepGround> keptOn = f.optionalChoice("keptOn", KeepGround.class);
    Part<Boolean> redact = f.optionalFlag("redact");
    Part<Boolean> transientOnly = f.optionalFlag("transientOnly");
    if (stated && !retentionClass.present()) {
      return Part.missing();
    }
    return f.attempt(
        () ->
            new Keeping(
                retentionClass.orNull(),
                onWithdrawal.or(OnWithdrawal.SHRED),
                keptOn.orNull(),
                redact.or(true),
                transientOnly.or(false)));
  }

  private RetentionClass declared(String name) {
    return classes.stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
  }
}
