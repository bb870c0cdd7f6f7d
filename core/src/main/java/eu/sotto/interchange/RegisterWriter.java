package eu.sotto.interchange;

import eu.sotto.register.Assumption;
import eu.sotto.register.Balancing;
import eu.sotto.register.ContactPoint;
import eu.sotto.register.Country;
import eu.sotto.register.Line;
import eu.sotto.register.Purpose;
import eu.sotto.register.PurposeRole;
import eu.sotto.register.Recipient;
import eu.sotto.register.Register;
import eu.sotto.register.RightsTerms;
import eu.sotto.register.Standing;
import eu.sotto.register.Validity;
import eu.sotto.retention.RetentionClass;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a register; defaults are left out, sets are sorted. Used once. */
final class RegisterWriter {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Register register;
  private final ObjectNode root = JSON.createObjectNode();

  RegisterWriter(Register register) {
    this.register = register;
  }

  String document() {
    root.put("$schema", RegisterJson.SCHEMA);
    organisation();
    settings();
    ArrayNode lines = root.putArray("lines");
    register.lines().forEach(l -> line(l, lines.addObject()));
    ArrayNode notices = root.putArray("notices");
    register.notices().forEach(n -> NoticeWriter.write(n, notices.addObject()));
    ArrayNode purposes = root.putArray("purposes");
    register.purposes().forEach(p -> purpose(p, purposes.addObject()));
    ArrayNode recipients = root.putArray("recipients");
    register.recipients().forEach(r -> recipient(r, recipients.addObject()));
    if (!register.staff().isEmpty()) {
      ArrayNode staff = root.putArray("staff");
      register.staff().forEach(s -> standing(s, staff.addObject()));
    }
    ContactPart.write(register, root);
    OversightWriter.write(register, root);
    UseParts.write(register, root);
    IntakeWriter.write(register.intake(), root);
    if (!register.rights().equals(RightsTerms.NONE)) {
      RightsPart.write(register.rights(), root.putObject("rights"));
    }
    RetentionWriter.write(register.retentionPolicy().rules(), root.putArray("retention"));
    if (!register.assumptions().isEmpty()) {
      ArrayNode assumptions = root.putArray("assumptions");
      register.assumptions().forEach(a -> assumption(a, assumptions.addObject()));
    }
    AccountabilityWriter.write(register, root);
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root).replace("\r\n", "\n")
        + "\n";
  }

  private static void assumption(Assumption assumption, ObjectNode to) {
    to.put("field", assumption.field()).put("text", assumption.text());
    assumption
        .toCheck()
        .ifPresent(
            check ->
                to.putObject("check")
                    .put("owner", check.owner())
                    .put("review", check.review().toString()));
  }

  private void organisation() {
    ObjectNode controller = root.putObject("controller");
    controller.put("name", register.controller().name());
    controller.put("address", register.controller().address());
    controller.put("contact", register.controller().contact());
    register
        .dataProtectionOfficer()
        .ifPresent(officer -> contact(officer, root.putObject("dataProtectionOfficer")));
    contact(register.supervisoryAuthority(), root.putObject("supervisoryAuthority"));
  }

  static void contact(ContactPoint contact, ObjectNode into) {
    into.put("name", contact.name());
    into.put("contact", contact.contact());
  }

  private void settings() {
    root.put("timeZone", register.zone().getId());
    root.put("defaultRegion", register.defaultRegion());
    root.put("defaultLanguage", register.defaultLanguage().toLanguageTag());
    if (!register.forbidden().isEmpty()) {
      names(register.forbidden(), root.putArray("forbidden"));
    }
    if (!register.forbiddenRecipients().isEmpty()) {
      names(register.forbiddenRecipients(), root.putArray("forbiddenRecipients"));
    }
    if (register.onlyInEea()) {
      root.put("onlyInEea", true);
    }
  }

  private static void line(Line line, ObjectNode into) {
    into.put("id", line.id().value());
    into.put("channel", Fields.name(line.channel()));
    into.put("direction", Fields.name(line.direction()));
    into.put("ai", line.ai());
    if (line.counselling()) {
      into.put("counselling", true);
    }
    ArrayNode notices = into.putArray("notices");
    line.notices().forEach(n -> notices.add(n.value()));
  }

  private static void purpose(Purpose purpose, ObjectNode into) {
    into.put("id", purpose.id().value());
    into.put("role", Fields.name(purpose.role()));
    boolean joint = purpose.role() == PurposeRole.JOINT_CONTROLLER;
    text(joint ? "arrangement" : "onBehalfOf", purpose.responsibility().reference(), into);
    into.put("legalBasis", Fields.name(purpose.basis()));
    purpose.balancing().ifPresent(b -> balancing(b, into.putObject("balancing")));
    purpose.validity().ifPresent(v -> validity(v, into));
    if (!purpose.ground().marks().isEmpty()) {
      constants(purpose.ground().marks(), into.putArray("consentMarks"));
    }
    names(purpose.operations(), into.putArray("operations"));
    names(purpose.categories(), into.putArray("dataCategories"));
    names(purpose.recipients(), into.putArray("recipients"));
    text("retentionClass", purpose.retentionClass().map(RetentionClass::name).orElse(null), into);
    into.put("onWithdrawal", Fields.name(purpose.onWithdrawal()));
    text("keptOn", purpose.keptOn().map(Fields::name).orElse(null), into);
    into.put("redact", purpose.redact());
    if (purpose.transientOnly()) {
      into.put("transientOnly", true);
    }
  }

  private static void standing(Standing standing, ObjectNode into) {
    into.put("id", standing.id());
    into.put("authority", Fields.name(standing.authority()));
    into.put("evidence", standing.evidence());
    into.put("legalBasis", Fields.name(standing.basis()));
    into.put("since", standing.since().toString());
    names(standing.purposes(), into.putArray("purposes"));
  }

  private static void balancing(Balancing balancing, ObjectNode into) {
    into.put("interest", balancing.interest());
    into.put("outcome", balancing.outcome());
    into.put("owner", balancing.owner());
    into.put("date", balancing.date().toString());
    into.put("review", balancing.review().toString());
  }

  private static void validity(Validity validity, ObjectNode into) {
    if (validity instanceof Validity.For period) {
      into.put("consentValidFor", period.period().toString());
    } else if (validity instanceof Validity.UntilWithdrawn review) {
      into.put("consentReviewedOn", review.review().toString());
    }
  }

  private static void recipient(Recipient recipient, ObjectNode into) {
    into.put("id", recipient.id().value());
    into.put("name", recipient.name());
    into.put("role", Fields.name(recipient.role()));
    text("country", recipient.country().map(Country::code).orElse(null), into);
    recipient
        .transfer()
        .ifPresent(
            t ->
                into.putObject("transfer")
                    .put("mechanism", Fields.name(t.mechanism()))
                    .put("evidence", t.evidence())
                    .put("date", t.date().toString()));
    text("contract", recipient.contract(), into);
    text("worksFor", recipient.processor().map(Object::toString).orElse(null), into);
    if (!recipient.ownPurposes().isEmpty()) {
      names(recipient.ownPurposes(), into.putArray("ownPurposes"));
    }
  }

  static void names(Collection<?> names, ArrayNode into) {
    names.stream().map(Object::toString).sorted().forEach(into::add);
  }

  static void constants(Collection<? extends Enum<?>> constants, ArrayNode into) {
    names(constants.stream().map(Fields::name).toList(), into);
  }

  static void texts(List<String> texts, ArrayNode into) {
    texts.forEach(into::add);
  }

  static void table(Map<Character, ? extends Enum<?>> table, ObjectNode into) {
    new TreeMap<>(table).forEach((key, value) -> into.put(key.toString(), Fields.name(value)));
  }

  static void text(String name, @Nullable String value, ObjectNode into) {
    if (value != null) {
      into.put(name, value);
    }
  }
}
