package eu.sotto.session;

import eu.sotto.permit.ContentPermit;
import eu.sotto.permit.Operation;
import eu.sotto.records.RecordEntry;
import eu.sotto.records.RecordKind;
import eu.sotto.records.Unneeded;
import eu.sotto.records.Unneeded.Why;
import eu.sotto.register.IntakeField;
import eu.sotto.register.OwnData;
import eu.sotto.register.Purpose;
import eu.sotto.register.Register;
import eu.sotto.vocabulary.DataCategory;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds what is kept and needed by no live purpose. */
public final class Inventory {
  private final Engine engine;
  private final Register register;

  private Inventory(Engine engine) {
    this.engine = engine;
    this.register = engine.register();
  }

  /**
   * What no live purpose needs.
   *
   * @param engine what everything runs on
   * @return the records, read as the stream is consumed
   */
  public static Stream<Unneeded> of(Engine engine) {
    Inventory inventory = new Inventory(engine);
    return engine.records().all().map(inventory::judged).flatMap(Optional::stream);
  }

  private Optional<Unneeded> judged(RecordEntry entry) {
    Optional<Purpose> purpose = register.purpose(entry.what().purpose());
    if (purpose.isEmpty()) {
      return unneeded(entry, Why.PURPOSE_NOT_DECLARED, Set.of());
    }
    Optional<Why> whole = whole(entry, purpose.get());
    if (whole.isPresent()) {
      return unneeded(entry, whole.get(), Set.of());
    }
    Set<String> fields = fields(entry, purpose.get());
    return fields.isEmpty() ? Optional.empty() : unneeded(entry, Why.FIELDS_NOT_DECLARED, fields);
  }

  private Optional<Why> whole(RecordEntry entry, Purpose purpose) {
    if (purpose.retentionClass().isEmpty()) {
      return Optional.of(Why.PURPOSE_KEEPS_NOTHING);
    }
    if (!allowed(entry, purpose)) {
      return Optional.of(
          own(entry.what().kind()).isPresent()
              ? Why.DATA_NOT_DECLARED
              : Why.OPERATION_NOT_DECLARED);
    }
    boolean ended =
        entry.what().consentOnly()
            && !engine.questions().now(entry.subject(), purpose.id()).given();
    return ended ? Optional.of(Why.CONSENT_ENDED) : Optional.empty();
  }

  private boolean allowed(RecordEntry entry, Purpose purpose) {
    RecordKind kind = entry.what().kind();
    return own(kind)
        .map(data -> register.intake().purpose(data).filter(purpose.id()::equals).isPresent())
        .orElseGet(
            () ->
                kind == RecordKind.RECORDING
                    ? purpose.operations().contains(Operation.RECORD)
                    : purpose.operations().stream()
                        .anyMatch(one -> one.permitType() == ContentPermit.class));
  }

  private static Optional<OwnData> own(RecordKind kind) {
    return switch (kind) {
      case CALL_METADATA -> Optional.of(OwnData.CALL_METADATA);
      case REGISTRATION -> Optional.of(OwnData.REGISTRATION);
      case TECHNICAL -> Optional.of(OwnData.TECHNICAL);
      case RECORDING, TRANSCRIPT, SUMMARY, FIELDS -> Optional.empty();
    };
  }

  private Set<String> fields(RecordEntry entry, Purpose purpose) {
    Set<String> declared =
        register.intake().of(purpose.id()).stream()
            .map(IntakeField::name)
            .collect(Collectors.toSet());
    Set<String> unneeded = new HashSet<>();
    for (Map.Entry<String, String> label : entry.what().labels().entrySet()) {
      if (label.getKey().startsWith(Intaking.FIELD)) {
        String name = label.getKey().substring(Intaking.FIELD.length());
        boolean needed =
            declared.contains(name)
                && purpose.categories().contains(DataCategory.of(label.getValue()));
        if (!needed) {
          unneeded.add(name);
        }
      }
    }
    return unneeded;
  }

  private static Optional<Unneeded> unneeded(RecordEntry entry, Why why, Set<String> fields) {
    return Optional.of(
        new Unneeded(entry.id(), entry.what().kind(), entry.what().purpose(), fields, why));
  }
}
