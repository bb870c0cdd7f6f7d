package eu.sotto.rights.running;

import eu.sotto.interchange.PlainJson;
import eu.sotto.records.RecordEntry;
import eu.sotto.records.RecordId;
import eu.sotto.records.RecordKind;
import eu.sotto.rights.Access;
import eu.sotto.rights.Assessment;
import eu.sotto.rights.Outcome;
import eu.sotto.rights.RightsException;
import eu.sotto.session.Kinds;
import eu.sotto.session.SubjectSession;
import eu.sotto.vocabulary.Right;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the answer to a request for access. */
public final class AccessExport implements Access {
  private final SubjectSession subject;
  private final RunningRequest request;

  AccessExport(SubjectSession subject, RunningRequest request) {
    this.subject = subject;
    this.request = request;
  }

  @Override
  public void exportTo(Path folder) {
    if (Files.exists(folder)) {
      throw new IllegalArgumentException("folder exists already");
    }
    subject.requirePresent();
    List<RecordEntry> records = disclosed(request.prepare(request.begin(Right.ACCESS)));
    Path absolute = folder.toAbsolutePath();
    Path draft = absolute.resolveSibling(absolute.getFileName() + ".part");
    try {
      try {
        delete(draft);
        makeFolder(draft);
        write(draft, records);
        Files.move(draft, absolute, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        delete(draft);
      }
    } catch (IOException e) {
      throw new RightsException("the export could not be written", e);
    }
    Map<String, Object> fields = request.fields();
    fields.put("records", (long) records.size());
    request.record(Kinds.ACCESS_ANSWERED, fields);
  }

  /** What is not withheld, and what was kept after that was laid down. */
  private List<RecordEntry> disclosed(List<Assessment> assessments) {
    Set<RecordId> withheld =
        assessments.stream()
            .filter(one -> one.outcome() != Outcome.DISCLOSE)
            .map(Assessment::record)
            .collect(Collectors.toSet());
    return subject.records().stream().filter(entry -> !withheld.contains(entry.id())).toList();
  }

  private void write(Path draft, List<RecordEntry> records) throws IOException {
    AccessReport report = AccessReport.of(subject, records, AccessExport::fileName);
    try (OutputStream out = Files.newOutputStream(draft.resolve("access.json"))) {
      PlainJson.write(report.tree(), out);
    }
    Page page = AccessPage.of(report);
    Files.writeString(draft.resolve("access.txt"), PageText.of(page), StandardCharsets.UTF_8);
    Files.writeString(draft.resolve("index.html"), PageHtml.of(page), StandardCharsets.UTF_8);
    for (RecordEntry entry : records) {
      try (SeekableByteChannel sealed = subject.engine().records().open(entry.id())) {
        Files.copy(Channels.newInputStream(sealed), draft.resolve(fileName(entry)));
      }
    }
    FolderManifest.write(draft);
  }

  /** A recording is named as audio whatever its format: the host knows what it wrote. */
  private static String fileName(RecordEntry entry) {
    String ending = entry.what().kind() == RecordKind.RECORDING ? ".audio" : ".txt";
    return entry.what().kind().name().toLowerCase(Locale.ROOT) + "-" + entry.id() + ending;
  }

  private static void makeFolder(Path folder) throws IOException {
    Files.createDirectories(folder.getParent());
    Files.createDirectory(folder);
    if (Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return;
    }
    List<Path> inside;
    try (Stream<Path> walk = Files.walk(folder, new FileVisitOption[0])) {
      inside = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : inside) {
      Files.delete(path);
    }
  }
}
