package eu.sotto.interchange;

import eu.sotto.register.FurtherUse;
import eu.sotto.register.Register;
import eu.sotto.register.StaffRole;
import eu.sotto.register.Task;
import eu.sotto.vocabulary.Authentication;
import eu.sotto.vocabulary.NoticeId;
import eu.sotto.vocabulary.PurposeId;
import java.time.LocalDate;
import java.time.Period;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes who may use data, and for what else. */
final class UseParts {
  private UseParts() {}

  static StaffRole role(Fields f) {
    Part<String> name = f.text("role");
    Set<PurposeId> purposes = f.names("purposes", PurposeId::of, RegisterReader.NAME);
    Set<Task> tasks = f.choices("tasks", Task.class);
    boolean stated = f.has("authentication");
    Part<Authentication> authentication = f.optionalChoice("authentication", Authentication.class);
    boolean limited = f.has("trainedWithin");
    Part<Period> trained =
        f.optionalText("trainedWithin", PurposeReader::period, "a period such as P1Y");
    return new StaffRole(
        name.value(),
        purposes,
        tasks,
        stated ? authentication.value() : Authentication.TWO_FACTORS,
        limited ? trained.value() : StaffRole.TRAINED_WITHIN);
  }

  static FurtherUse furtherUse(Fields f) {
    Part<PurposeId> from = f.text("from", PurposeId::of, RegisterReader.NAME);
    Part<PurposeId> to = f.text("to", PurposeId::of, RegisterReader.NAME);
    Part<FurtherUse.Assessment> assessment = f.object("assessment", UseParts::assessment);
    Part<NoticeId> notice = f.text("notice", NoticeId::of, RegisterReader.NAME);
    return new FurtherUse(from.value(), to.value(), assessment.value(), notice.value());
  }

  private static FurtherUse.Assessment assessment(Fields f) {
    Part<String> link = f.text("link");
    Part<String> context = f.text("context");
    Part<String> nature = f.text("nature");
    Part<String> consequences = f.text("consequences");
    Part<String> safeguards = f.text("safeguards");
    Part<String> owner = f.text("owner");
    Part<LocalDate> date = f.text("date", LocalDate::parse, PurposeReader.DATE);
    Part<LocalDate> review = f.text("review", LocalDate::parse, PurposeReader.DATE);
    return new FurtherUse.Assessment(
        link.value(),
        context.value(),
        nature.value(),
        consequences.value(),
        safeguards.value(),
        owner.value(),
        date.value(),
        review.value());
  }

  static void write(Register register, ObjectNode root) {
    if (!register.roles().isEmpty()) {
      ArrayNode roles = root.putArray("roles");
      register.roles().forEach(role -> write(role, roles.addObject()));
    }
    if (!register.furtherUses().isEmpty()) {
      ArrayNode uses = root.putArray("furtherUses");
      register.furtherUses().forEach(use -> write(use, uses.addObject()));
    }
  }

  private static void write(StaffRole role, ObjectNode into) {
    into.put("role", role.name());
    RegisterWriter.names(role.purposes(), into.putArray("purposes"));
    RegisterWriter.constants(role.tasks(), into.putArray("tasks"));
    into.put("authentication", Fields.name(role.authentication()));
    into.put("trainedWithin", role.trainedWithin().toString());
  }

  private static void write(FurtherUse use, ObjectNode into) {
    into.put("from", use.from().value());
    into.put("to", use.to().value());
    into.putObject("assessment")
        .put("link", use.assessment().link())
        .put("context", use.assessment().context())
        .put("nature", use.assessment().nature())
        .put("consequences", use.assessment().consequences())
        .put("safeguards", use.assessment().safeguards())
        .put("owner", use.assessment().owner())
        .put("date", use.assessment().date().toString())
        .put("review", use.assessment().review().toString());
    into.put("notice", use.notice().value());
  }
}
