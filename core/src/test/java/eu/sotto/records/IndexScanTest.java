package eu.sotto.records;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sotto.crypto.Bytes;
import eu.sotto.vocabulary.CallId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

/** Nothing erased is left in the index of records, not even in gaps of its pages. */
class IndexScanTest {
  private static final int WINDOW = 16;

  /** Before it a sealed sheet has a header that others have alike. */
  private static final int HEADER = 64;

  /** How somebody's rows are deleted. */
  private interface Deletion {
    void of(Rig rig, SubjectEntry subject);
  }

  @Property(tries = 4)
  @Tag("R70")
  void nothingOfAnErasedSubjectIsLeftInTheIndex(@ForAll Random random) throws IOException {
    assertThat(left(random, IndexScanTest::erase)).isZero();
  }

  /** What the scan is for: without it a tenth of such lives and more leave something. */
  @Example
  void rowsThatAreOnlyDeletedAreFoundInGaps() throws IOException {
    int left = 0;
    for (int seed = 0; left == 0 && seed < 20; seed++) {
      left = left(new Random(seed), IndexScanTest::onlyDelete);
    }
    assertThat(left).isPositive();
  }

  /** How many of the secrets of three people among six are left in some file. */
  private static int left(Random random, Deletion deletion) throws IOException {
    Path folder = InMemoryFolder.create();
    try (Rig rig = Rig.in(folder)) {
      List<SubjectEntry> people = live(rig, random);
      int left = 0;
      for (SubjectEntry subject : people.subList(0, 3)) {
        Set<String> secrets = secrets(rig, subject);
        rig.records.parts().index().truncateLog();
        assertThat(found(folder, secrets)).as("the scan finds what is there").isPositive();
        deletion.of(rig, subject);
        left += found(folder, secrets);
      }
      for (SubjectEntry subject : people.subList(3, 6)) {
        assertThat(rig.records.subjects().entry(subject.id())).as("the others stay").isPresent();
      }
      return left;
    } finally {
      delete(folder);
    }
  }

  private static List<SubjectEntry> live(Rig rig, Random random) {
    List<SubjectEntry> people = new ArrayList<>();
    BlindIndex finding = new BlindIndex(rig.records.parts(), TokenKeys.inMemory());
    for (int i = 0; i < 6; i++) {
      people.add(rig.records.subjects().resolve("tel:+4930231250" + (10 + i)));
    }
    int calls = 60 + random.nextInt(120);
    for (int i = 0; i < calls; i++) {
      SubjectEntry caller = people.get(random.nextInt(people.size()));
      CallId call = CallId.of("call-" + i);
      rig.records.calls().answered(call, caller, rig.now, Map.of("line", "main"));
      for (int records = random.nextInt(3); records > 0; records--) {
        rig.records.keep(
            NewRecord.of(call, RecordKind.RECORDING, Rig.QUALITY, Rig.RECORDING), new byte[8]);
      }
      if (random.nextBoolean()) {
        rig.records.triggered(call, Rig.ENDED, rig.now);
      }
      if (random.nextInt(4) == 0) {
        finding.add(caller, List.of(Named.person("Erika " + i, LocalDate.of(1961, 3, 14))));
      }
    }
    return people;
  }

  /** As an erasure does it. */
  private static void erase(Rig rig, SubjectEntry subject) {
    OpenErasure open = new OpenErasure("order-" + subject.id(), rig.now, List.of(subject));
    rig.records.openErasures().add(open);
    rig.vault.destroy(List.of(subject.contentKey(), subject.evidenceKey()));
    rig.records.removeContents(subject.id());
    assertThat(rig.records.subjects().forget(subject.id())).isTrue();
    rig.records.openErasures().remove(open.order());
  }

  private static void onlyDelete(Rig rig, SubjectEntry subject) {
    byte[] id = subject.id().toBytes();
    rig.records
        .parts()
        .index()
        .write(
            connection -> {
              for (String table : List.of("record", "finding", "call", "party")) {
                Sql.update(connection, "DELETE FROM " + table + " WHERE subject = ?", id);
              }
              return Sql.update(connection, "DELETE FROM subject WHERE id = ?", id);
            });
    rig.records.parts().index().truncateLog();
  }

  /** Every 16 bytes of the person's ids, tokens and sheets. */
  private static Set<String> secrets(Rig rig, SubjectEntry subject) {
    List<Bytes> all = new ArrayList<>();
    for (String query :
        List.of(
            "SELECT id FROM record WHERE subject = ?",
            "SELECT sealed FROM record WHERE subject = ?",
            "SELECT token FROM call WHERE subject = ?",
            "SELECT sealed FROM call WHERE subject = ?",
            "SELECT id FROM finding WHERE subject = ?",
            "SELECT sealed FROM finding WHERE subject = ?",
            "SELECT token FROM party WHERE subject = ?",
            "SELECT id FROM subject WHERE id = ?",
            "SELECT bond FROM subject WHERE id = ?",
            "SELECT content_key FROM subject WHERE id = ?")) {
      all.addAll(
          rig.records
              .parts()
              .index()
              .read(
                  connection ->
                      Sql.list(
                          connection, row -> Sql.bytes(row, 1), query, subject.id().toBytes())));
    }
    Set<String> secrets = new HashSet<>();
    for (Bytes one : all) {
      byte[] bytes = one.toArray();
      for (int at = bytes.length > HEADER ? HEADER : 0; at + WINDOW <= bytes.length; at += WINDOW) {
        secrets.add(latin(Arrays.copyOfRange(bytes, at, at + WINDOW)));
      }
    }
    return secrets;
  }

  private static int found(Path folder, Set<String> secrets) throws IOException {
    int found = 0;
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String content = latin(Files.readAllBytes(file));
        found += (int) secrets.stream().filter(content::contains).count();
      }
    }
    return found;
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
