package eu.sotto.interchange;

import eu.sotto.redaction.PiiType;
import eu.sotto.register.Intake;
import eu.sotto.register.IntakeField;
import eu.sotto.register.OwnData;
import eu.sotto.vocabulary.DataCategory;
import eu.sotto.vocabulary.PurposeId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Reads which data is taken in. */
final class IntakeReader {
  private IntakeReader() {}

  static Intake intake(Fields f) {
    Map<OwnData, PurposeId> own = new EnumMap<>(OwnData.class);
    for (OwnData data : OwnData.values()) {
      f.optionalText(name(data), PurposeId::of, RegisterReader.NAME)
          .ifPresent(purpose -> own.put(data, purpose));
    }
    List<IntakeField> fields = f.objects("fields", IntakeReader::field);
    return new Intake(fields, own);
  }

  private static IntakeField field(Fields f) {
    Part<PurposeId> purpose = f.text("purpose", PurposeId::of, RegisterReader.NAME);
    Part<String> name = f.text("name");
    Part<DataCategory> category = f.text("category", DataCategory::of, RegisterReader.NAME);
    Part<PiiType> type = f.optionalChoice("type", PiiType.class);
    Part<IntakeField.Need> need = need(f);
    return new IntakeField(
        purpose.value(), name.value(), category.value(), type.orNull(), need.orNull());
  }

  private static Part<IntakeField.Need> need(Fields f) {
    Part<String> reason = f.optionalText("need", text -> text, "a text");
    Part<PurposeId> consent = f.optionalText("agreedFor", PurposeId::of, RegisterReader.NAME);
    if (reason.present() != consent.present()) {
      return f.problem("need", "need and agreedFor are stated together");
    }
    return reason.present()
        ? f.attempt(() -> new IntakeField.Need(reason.value(), consent.value()))
        : Part.missing();
  }

  /** How its purpose is named in the document. */
  static String name(OwnData data) {
    return switch (data) {
      case CALL_METADATA -> "callMetadata";
      case REGISTRATION -> "registration";
      case TECHNICAL -> "technical";
    };
  }
}
