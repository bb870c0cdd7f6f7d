package eu.sotto.rights.running;

import eu.sotto.interchange.PlainJson;
import eu.sotto.ledger.Recorded;
import eu.sotto.records.Calls;
import eu.sotto.records.RecordEntry;
import eu.sotto.records.RecordId;
import eu.sotto.records.SubjectEntry;
import eu.sotto.register.Controller;
import eu.sotto.rights.Assessment;
import eu.sotto.rights.Outcome;
import eu.sotto.rights.Portability;
import eu.sotto.rights.PortabilityReceiver;
import eu.sotto.session.Engine;
import eu.sotto.session.Entries;
import eu.sotto.session.Kinds;
import eu.sotto.session.SubjectSession;
import eu.sotto.vocabulary.Right;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts together what a person provided: the answers, and what was recorded of what they said. */
public final class PortableData implements Portability {
  private static final Set<String> PROVIDED =
      Set.of("call_answered", "consent_answered", "consent_withdrawn", "consent_capacity_stated");

  private final SubjectSession subject;
  private final Execution request;

  PortableData(SubjectSession subject, Execution request) {
    this.subject = subject;
    this.request = request;
  }

  @Override
  public void exportTo(Path folder) {
    NewFolder.requireAbsent(folder);
    List<RecordEntry> records = portable();
    NewFolder.write(folder, draft -> write(draft, records));
    handedOver(records.size(), "person");
  }

  @Override
  public void sendTo(PortabilityReceiver receiver) {
    String controller = receiver.controller();
    if (controller.isBlank() || controller.length() > 200) {
      throw new IllegalArgumentException("the controller's name must be 1 to 200 characters");
    }
    List<RecordEntry> records = portable();
    NewFolder.lend(
        folder -> {
          write(folder, records);
          receiver.receive(folder);
        });
    handedOver(records.size(), controller);
  }

  private void handedOver(int records, String destination) {
    Map<String, Object> fields = request.fields();
    fields.put("records", (long) records);
    fields.put("destination", destination);
    fields.put("digest", "");
    request.record(Kinds.DATA_PORTED, fields);
    int withheld = request.assessed() - records;
    request.executed(records, Math.max(0, withheld));
  }

  private List<RecordEntry> portable() {
    Set<RecordId> provided =
        request.prepare(request.begin(Right.PORTABILITY)).stream()
            .filter(one -> one.outcome() == Outcome.DISCLOSE)
            .map(Assessment::record)
            .collect(Collectors.toSet());
    Behalf behalf = request.behalf();
    return subject.records().stream()
        .filter(entry -> provided.contains(entry.id()) && behalf.covers(entry))
        .toList();
  }

  private void write(Path folder, List<RecordEntry> records) throws IOException {
    try (OutputStream out = Files.newOutputStream(folder.resolve(AccessExport.DATA))) {
      PlainJson.write(tree(records), out);
    }
    for (RecordEntry entry : records) {
      AccessExport.copy(subject.engine(), entry, folder);
    }
    FolderManifest.write(folder);
  }

  private Map<String, Object> tree(List<RecordEntry> records) {
    Engine engine = subject.engine();
    Controller controller = engine.register().controller();
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("format", "sotto-portability/1");
    tree.put("madeAt", engine.clock().instant().toString());
    tree.put("from", Map.of("name", controller.name(), "contact", controller.contact()));
    tree.put("provided", provided());
    tree.put("records", records.stream().map(PortableData::record).toList());
    return tree;
  }

  private List<Map<String, Object>> provided() {
    List<Map<String, Object>> provided = new ArrayList<>();
    Concerned concerned = Concerned.of(subject, request.behalf());
    for (SubjectEntry entry : subject.entries()) {
      for (Recorded event :
          subject.engine().journal().ledger().events(Entries.subject(entry.id())).entries()) {
        if (PROVIDED.contains(event.kind()) && concerned.shows(event)) {
          Map<String, Object> one = new LinkedHashMap<>();
          one.put("what", event.kind());
          one.put("at", event.happenedAt().toString());
          for (String field : List.of("purpose", "outcome", "method", "capacity")) {
            if (event.fields().containsKey(field)) {
              one.put(field, event.fields().get(field));
            }
          }
          if (event.kind().equals("call_answered")) {
            number(event).ifPresent(number -> one.put(Calls.NUMBER, number));
          }
          provided.add(one);
        }
      }
    }
    return provided;
  }

  /** What comes from using the service was provided too. Source: WP 242 rev. 01, II. */
  private Optional<String> number(Recorded event) {
    return Entries.callIdOf(event).flatMap(subject.engine().records().calls()::numberOf);
  }

  private static Map<String, Object> record(RecordEntry entry) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("file", AccessExport.fileName(entry));
    tree.put("kind", entry.what().kind().name());
    tree.put("purpose", entry.what().purpose().value());
    tree.put("madeAt", entry.keptAt().toString());
    tree.put("language", entry.what().labels().getOrDefault("language", ""));
    return tree;
  }
}
