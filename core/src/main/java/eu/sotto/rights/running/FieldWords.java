package eu.sotto.rights.running;

import eu.sotto.consent.Capacity;
import eu.sotto.consent.Method;
import eu.sotto.ledger.Recorded;
import eu.sotto.notice.NoticePart;
import eu.sotto.oversight.Involvement;
import eu.sotto.permit.Obligation;
import eu.sotto.permit.Reason;
import eu.sotto.permit.ReasonCode;
import eu.sotto.permit.granted.Ending;
import eu.sotto.records.RecordKind;
import eu.sotto.redaction.PiiType;
import eu.sotto.register.Channel;
import eu.sotto.register.Recipient;
import eu.sotto.register.Register;
import eu.sotto.register.Task;
import eu.sotto.vocabulary.Authentication;
import eu.sotto.vocabulary.ContractTie;
import eu.sotto.vocabulary.IdentityLevel;
import eu.sotto.vocabulary.RecipientId;
import eu.sotto.vocabulary.RestrictionGround;
import eu.sotto.vocabulary.Right;
import eu.sotto.vocabulary.Role;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The values of the ledger's fields in words. Names that the controller or the caller gave stand as
 * they are.
 */
final class FieldWords {
  private final Tongue in;
  private final Register register;

  FieldWords(Tongue in, Register register) {
    this.in = in;
    this.register = register;
  }

  Tongue in() {
    return in;
  }

  static String text(Recorded event, String field) {
    return event.fields().getOrDefault(field, "").toString();
  }

  String of(Recorded event, String field) {
    String value = text(event, field);
    return switch (field) {
      case "reasons" -> each(value, this::reason);
      case "parts" -> each(value, one -> named(NoticePart.class, one, CallWords::of));
      case "obligations" -> each(value, one -> named(Obligation.class, one, CallWords::of));
      case "operation", "operations" -> each(value, one -> CallWords.operation(one, in));
      case "categories" -> each(value, one -> DataWords.category(one, in));
      case "recipient", "recipients" -> each(value, this::recipient);
      case "found", "dropped" -> each(value, this::counted);
      case "kinds" -> each(value, this::kindOfData);
      case "played_ms", "offset_ms" -> in.seconds(Long.parseLong(value));
      case "confidence" -> in.percent(value);
      case "language" -> in.language(value);
      case "until", "day" -> day(value);
      case "event" -> new KeptWords(in).event(value);
      case "marketing", "presumed" ->
          value.equals("true") ? in.say("ja", "yes") : in.say("nein", "no");
      case "why", "detail" -> why(event.kind(), value);
      case "ground" -> named(RestrictionGround.class, value, RightsWords::of);
      default -> oneOf(field, value);
    };
  }

  private String day(String value) {
    return value.matches("\\d{4}-\\d{2}-\\d{2}") ? in.day(LocalDate.parse(value)) : value;
  }

  /** What is one of a few. */
  private String oneOf(String field, String value) {
    return switch (field) {
      case "kind" -> named(RecordKind.class, value, CallWords::of);
      case "method" -> named(Method.class, value, CallWords::of);
      case "capacity" -> named(Capacity.class, value, CallWords::of);
      case "channel" -> named(Channel.class, value, CallWords::of);
      case "tie" -> named(ContractTie.class, value, CallWords::of);
      case "role" -> named(Role.class, value, CallWords::of);
      case "right" -> named(Right.class, value, RightsWords::of);
      case "level" -> named(IdentityLevel.class, value, RightsWords::of);
      case "task" -> named(Task.class, value.toUpperCase(Locale.ROOT), RightsWords::of);
      case "authentication" -> named(Authentication.class, value, RightsWords::of);
      case "involvement" -> named(Involvement.class, value, RightsWords::of);
      case "outcome", "scope", "verdict", "cause", "about", "effect", "identity", "destination" ->
          RightsWords.said(value, in);
      default -> value;
    };
  }

  private String why(String kind, String value) {
    return switch (kind) {
      case "recording_stopped" -> named(Ending.class, value, CallWords::of);
      case "consent_answered", "speaker_answered" ->
          value.matches("\\d+") ? value + in.say("-mal gefragt", " times asked") : reason(value);
      default -> reason(value);
    };
  }

  /** A reason as a sentence; what is none, such as a way that the controller names, as it is. */
  private String reason(String code) {
    return named(
        ReasonCode.class, code, (known, to) -> to.law(Reason.of(known).sentence(to.locale())));
  }

  private String recipient(String id) {
    return register.recipient(RecipientId.of(id)).map(Recipient::name).orElse(id);
  }

  /** A name and how often, such as {@code PERSON=2}. */
  private String counted(String one) {
    int mark = one.lastIndexOf('=');
    return mark < 0
        ? one
        : RightsWords.said(kindOfData(one.substring(0, mark)), in)
            + " ("
            + one.substring(mark + 1)
            + ")";
  }

  private String kindOfData(String name) {
    String type = name.toUpperCase(Locale.ROOT).replace('-', '_');
    String words = named(PiiType.class, type, DataWords::of);
    return words.equals(type) ? name : words;
  }

  private static String each(String values, UnaryOperator<String> words) {
    return Arrays.stream(values.split(" ", -1)).map(words).collect(Collectors.joining(", "));
  }

  private <E extends Enum<E>> String named(
      Class<E> type, String name, BiFunction<E, Tongue, String> words) {
    for (E one : type.getEnumConstants()) {
      if (one.name().equals(name)) {
        return words.apply(one, in);
      }
    }
    return name;
  }
}
