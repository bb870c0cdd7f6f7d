package eu.sotto.rights.running;

import eu.sotto.records.RecordEntry;
import eu.sotto.records.RecordId;
import eu.sotto.register.LegalBasis;
import eu.sotto.register.Purpose;
import eu.sotto.session.CallSession;
import eu.sotto.session.Engine;
import eu.sotto.session.Exports;
import eu.sotto.vocabulary.CallId;
import eu.sotto.vocabulary.PurposeId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Each call in the formats of others, under a number of its own: no file name says which call. */
final class CallCopies {
  private final Engine engine;
  private final AccessReport report;
  private final Set<RecordId> disclosed;
  private final Path folder;

  CallCopies(Engine engine, AccessReport report, Path folder) {
    this.engine = engine;
    this.report = report;
    this.disclosed =
        report.records().entries().stream().map(RecordEntry::id).collect(Collectors.toSet());
    this.folder = folder;
  }

  void write() throws IOException {
    List<CallId> calls = report.callIds();
    for (int i = 0; i < calls.size(); i++) {
      Optional<CallSession> session = engine.sessions().resume(calls.get(i));
      if (session.isPresent()) {
        write("call-" + (i + 1) + "-", session.get().exports());
      }
    }
  }

  private void write(String name, Exports exports) throws IOException {
    Predicate<RecordEntry> which = entry -> disclosed.contains(entry.id());
    for (Purpose purpose : engine.register().purposes()) {
      PurposeId id = purpose.id();
      if (!report.behalf().covers(id)) {
        continue;
      }
      Optional<String> vcon = exports.copy(id, which).map(document -> document.json());
      if (vcon.isPresent()) {
        write(name + id + ".vcon.json", vcon.get());
      }
      if (purpose.basis() == LegalBasis.CONSENT) {
        Optional<String> record = exports.consentCopy(id).map(document -> document.json());
        if (record.isPresent()) {
          write(name + id + ".consent.json", record.get());
        }
      }
    }
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
  }
}
