package eu.sotto.interchange;

import eu.sotto.permit.Operation;
import eu.sotto.register.Assumption;
import eu.sotto.register.Channel;
import eu.sotto.register.ContactPoint;
import eu.sotto.register.Controller;
import eu.sotto.register.Country;
import eu.sotto.register.Direction;
import eu.sotto.register.LegalBasis;
import eu.sotto.register.Line;
import eu.sotto.register.Problem;
import eu.sotto.register.Register;
import eu.sotto.register.RegisterBuilder;
import eu.sotto.register.RegisterException;
import eu.sotto.register.Standing;
import eu.sotto.vocabulary.LineId;
import eu.sotto.vocabulary.NoticeId;
import eu.sotto.vocabulary.PurposeId;
import eu.sotto.vocabulary.RecipientId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a register of a document; all that is wrong is collected first. Used once. */
final class RegisterReader {
  static final String NAME = "1 to 64 characters of a-z, 0-9, '.', '_', '-'";
  static final String OPERATION =
      "one of " + String.join(", ", Operation.all().stream().map(Operation::name).toList());

  private final Problems problems;

  RegisterReader(Problems problems) {
    this.problems = problems;
  }

  /** The register, or empty if there are problems. */
  Optional<Register> read(Json document) {
    Fields root = new Fields(document, problems);
    Part<RegisterBuilder> builder = root.make(() -> builder(root));
    if (!problems.none() || !builder.present()) {
      return Optional.empty();
    }
    try {
      return Optional.of(builder.value().build());
    } catch (RegisterException e) {
      e.problems().forEach(p -> problems.add(located(p, document)));
      return Optional.empty();
    }
  }

  private static RegisterBuilder builder(Fields root) {
    root.optionalText("$schema", RegisterReader::schema, RegisterJson.SCHEMA);
    RegisterBuilder builder = Register.builder();
    organisation(root, builder);
    settings(root, builder);
    root.objects("lines", RegisterReader::line).forEach(builder::line);
    root.objects("notices", NoticeReader::notice).forEach(builder::notice);
    RetentionReader retention = new RetentionReader();
    retention.rules(root).forEach(builder::retentionRule);
    PurposeReader purposes = new PurposeReader(retention.classes());
    root.objects("purposes", purposes::purpose).forEach(builder::purpose);
    root.objects("recipients", RecipientReader::recipient).forEach(builder::recipient);
    root.objects("staff", RegisterReader::standing).forEach(builder::staff);
    root.objects("assumptions", RegisterReader::assumption).forEach(builder::assumption);
    root.objects("contact", ContactPart::read).forEach(builder::contact);
    AccountabilityReader.read(root, builder);
    OversightReader.read(root, builder);
    root.objects("roles", UseParts::role).forEach(builder::role);
    root.objects("furtherUses", UseParts::furtherUse).forEach(builder::furtherUse);
    root.optionalObject("intake", IntakeReader::intake).ifPresent(builder::intake);
    root.optionalObject("rights", RightsPart::read).ifPresent(builder::rights);
    return builder;
  }

  private static void organisation(Fields root, RegisterBuilder builder) {
    Part<Controller> controller =
        root.object(
            "controller",
            f -> {
              Part<String> name = f.text("name");
              Part<String> address = f.text("address");
              Part<String> contact = f.text("contact");
              return new Controller(name.value(), address.value(), contact.value());
            });
    controller.ifPresent(builder::controller);
    root.optionalObject("dataProtectionOfficer", RegisterReader::contactPoint)
        .ifPresent(builder::dataProtectionOfficer);
    root.object("supervisoryAuthority", RegisterReader::contactPoint)
        .ifPresent(builder::supervisoryAuthority);
  }

  static ContactPoint contactPoint(Fields f) {
    Part<String> name = f.text("name");
    Part<String> contact = f.text("contact");
    return new ContactPoint(name.value(), contact.value());
  }

  private static void settings(Fields root, RegisterBuilder builder) {
    root.text("timeZone", ZoneId::of, "a time zone such as Europe/Berlin").ifPresent(builder::zone);
    root.text("defaultRegion", Country::of, RecipientReader.COUNTRY)
        .ifPresent(builder::defaultRegion);
    root.text("defaultLanguage", RegisterReader::language, NoticeReader.LANGUAGE)
        .ifPresent(builder::defaultLanguage);
    root.names("forbidden", RegisterReader::operation, OPERATION).forEach(builder::forbid);
    root.names("forbiddenRecipients", RecipientId::of, NAME).forEach(builder::forbid);
    root.optionalFlag("onlyInEea").ifPresent(builder::onlyInEea);
  }

  private static Line line(Fields f) {
    Part<LineId> id = f.text("id", LineId::of, NAME);
    Part<Channel> channel = f.choice("channel", Channel.class);
    Part<Direction> direction = f.choice("direction", Direction.class);
    Part<Boolean> ai = f.flag("ai");
    Part<Boolean> counselling = f.optionalFlag("counselling");
    List<NoticeId> notices = List.copyOf(f.names("notices", NoticeId::of, NAME));
    return new Line(
        id.value(), channel.value(), direction.value(), ai.value(), counselling.or(false), notices);
  }

  private static Standing standing(Fields f) {
    Part<String> id = f.text("id");
    Part<Standing.Authority> authority = f.choice("authority", Standing.Authority.class);
    Part<String> evidence = f.text("evidence");
    Part<LegalBasis> basis = f.choice("legalBasis", LegalBasis.class);
    Part<LocalDate> since = f.text("since", LocalDate::parse, PurposeReader.DATE);
    Set<PurposeId> purposes = f.names("purposes", PurposeId::of, NAME);
    return new Standing(
        id.value(), authority.value(), evidence.value(), basis.value(), since.value(), purposes);
  }

  private static Assumption assumption(Fields f) {
    Part<String> field = f.text("field");
    Part<String> text = f.text("text");
    Part<Assumption.Check> check = f.optionalObject("check", RegisterReader::check);
    return new Assumption(field.value(), text.value(), check.orNull());
  }

  private static Assumption.Check check(Fields f) {
    Part<String> owner = f.text("owner");
    Part<LocalDate> review = f.text("review", LocalDate::parse, PurposeReader.DATE);
    return new Assumption.Check(owner.value(), review.value());
  }

  static Operation<?> operation(String name) {
    return Operation.named(name).orElseThrow();
  }

  static Locale language(String tag) {
    try {
      Locale language = new Locale.Builder().setLanguageTag(tag).build();
      if (!language.getLanguage().isEmpty()) {
        return language;
      }
    } catch (IllformedLocaleException e) {
      throw new IllegalArgumentException(e);
    }
    throw new IllegalArgumentException("no language");
  }

  private static String schema(String stated) {
    if (!stated.equals(RegisterJson.SCHEMA)) {
      throw new IllegalArgumentException("another format");
    }
    return stated;
  }

  /** Finds the place of a problem, or of the nearest thing around it that is there. */
  private static Problem located(Problem problem, Json document) {
    Json nearest = document;
    Json found = nearest;
    while (found != null) {
      nearest = found;
      found = childTowards(nearest, problem.path());
    }
    return new Problem(problem.path(), nearest.place().position(), problem.message());
  }

  private static @Nullable Json childTowards(Json json, String path) {
    if (json instanceof Json.Obj object) {
      return child(object.fields().values(), path);
    }
    return json instanceof Json.Arr array ? child(array.elements(), path) : null;
  }

  private static @Nullable Json child(Iterable<Json> children, String path) {
    for (Json child : children) {
      String at = child.place().path();
      if (path.equals(at) || path.startsWith(at + ".") || path.startsWith(at + "[")) {
        return child;
      }
    }
    return null;
  }
}
