package eu.sotto.rights.running;

import eu.sotto.interchange.PlainJson;
import eu.sotto.records.RecordEntry;
import eu.sotto.records.RecordKind;
import eu.sotto.redaction.Transcript;
import eu.sotto.rights.Access;
import eu.sotto.rights.Assessment;
import eu.sotto.rights.OthersVoices;
import eu.sotto.session.Engine;
import eu.sotto.session.Kinds;
import eu.sotto.session.SubjectSession;
import eu.sotto.vocabulary.Right;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes the answer to a request for access. */
public final class AccessExport implements Access {
  static final String DATA = "data.json";

  private final SubjectSession subject;
  private final Execution request;

  AccessExport(SubjectSession subject, Execution request) {
    this.subject = subject;
    this.request = request;
  }

  @Override
  public void exportTo(Path folder) {
    exportTo(folder, recording -> Optional.empty());
  }

  @Override
  public void exportTo(Path folder, OthersVoices others) {
    NewFolder.requireAbsent(folder);
    subject.requirePresent();
    List<Assessment> assessments = request.prepare(request.begin(Right.ACCESS));
    AccessReport report =
        AccessReport.of(subject, assessments, request.behalf(), AccessExport::fileName);
    List<RecordEntry> records = report.records().entries();
    NewFolder.write(folder, draft -> write(draft, report, others));
    Map<String, Object> fields = request.fields();
    fields.put("records", (long) records.size());
    request.record(Kinds.ACCESS_ANSWERED, fields);
    request.settle();
  }

  private void write(Path draft, AccessReport report, OthersVoices others) throws IOException {
    List<RecordEntry> records = report.records().entries();
    try (OutputStream out = Files.newOutputStream(draft.resolve(DATA))) {
      PlainJson.write(report.tree(), out);
    }
    Page page = AccessPage.of(report);
    Files.writeString(draft.resolve("access.txt"), PageText.of(page), StandardCharsets.UTF_8);
    Files.writeString(draft.resolve("index.html"), PageHtml.of(page), StandardCharsets.UTF_8);
    for (RecordEntry entry : records) {
      copy(entry, draft, others);
    }
    new CallCopies(subject.engine(), report, draft).write();
    FolderManifest.write(draft);
  }

  private void copy(RecordEntry entry, Path draft, OthersVoices others) throws IOException {
    Optional<Transcript> heard =
        entry.what().kind() == RecordKind.RECORDING ? others.heardIn(entry) : Optional.empty();
    if (heard.isPresent()) {
      MaskedAudio.copy(subject.engine(), entry, heard.get(), draft.resolve(fileName(entry)));
    } else {
      copy(subject.engine(), entry, draft);
    }
  }

  static void copy(Engine engine, RecordEntry entry, Path folder) throws IOException {
    try (SeekableByteChannel sealed = engine.records().open(entry.id())) {
      Files.copy(Channels.newInputStream(sealed), folder.resolve(fileName(entry)));
    }
  }

  /** A recording is named as audio whatever its format: the host knows what it wrote. */
  static String fileName(RecordEntry entry) {
    String ending = entry.what().kind() == RecordKind.RECORDING ? ".audio" : ".txt";
    return entry.what().kind().name().toLowerCase(Locale.ROOT) + "-" + entry.id() + ending;
  }
}
