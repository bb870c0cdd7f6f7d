package eu.sotto.interchange;

import eu.sotto.register.Intake;
import eu.sotto.register.IntakeField;
import eu.sotto.register.OwnData;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes which data is taken in. */
final class IntakeWriter {
  private IntakeWriter() {}

  static void write(Intake intake, ObjectNode root) {
    if (intake.equals(Intake.NONE)) {
      return;
    }
    ObjectNode into = root.putObject("intake");
    for (OwnData data : OwnData.values()) {
      intake.purpose(data).ifPresent(p -> into.put(IntakeReader.name(data), p.value()));
    }
    if (!intake.fields().isEmpty()) {
      ArrayNode fields = into.putArray("fields");
      intake.fields().forEach(field -> field(field, fields.addObject()));
    }
  }

  private static void field(IntakeField field, ObjectNode into) {
    into.put("purpose", field.purpose().value());
    into.put("name", field.name());
    into.put("category", field.category().value());
    field.kind().ifPresent(type -> into.put("type", Fields.name(type)));
    IntakeField.Need need = field.need();
    if (need != null) {
      into.put("need", need.reason());
      into.put("agreedFor", need.consent().value());
    }
  }
}
