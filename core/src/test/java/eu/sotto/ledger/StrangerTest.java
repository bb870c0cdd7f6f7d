package eu.sotto.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A verifier that nobody here wrote: the packages note and tlog of Go's checksum database, behind a
 * few lines that read files. Needs Debian's golang-go and golang-golang-x-mod-dev.
 */
@Tag("system")
@Tag("R52")
class StrangerTest {
  private static final Path GO_PATH = Path.of("/usr/share/gocode");
  private static final int ENTRIES = 21;
  private static final int EARLIER = 8;

  @TempDir private Path folder;
  private House house;
  private Path program;
  private Path key;
  private Checkpoint earlier;
  private final List<Appended> entries = new ArrayList<>();

  @BeforeEach
  void build() throws IOException, InterruptedException, URISyntaxException {
    Path packages = GO_PATH.resolve("src/golang.org/x/mod/sumdb/tlog");
    boolean there = Files.isDirectory(packages) && Files.isExecutable(Path.of("/usr/bin/go"));
    Assumptions.assumeTrue(there, "no golang-go with golang-golang-x-mod-dev");
    Path source =
        Path.of(Objects.requireNonNull(getClass().getResource("stranger/main.go")).toURI());
    program = folder.resolve("stranger");
    String built = run(folder, "/usr/bin/go", "build", "-o", program.toString(), source.toString());
    assertThat(Files.isExecutable(program)).as(built).isTrue();
    house = House.in(folder.resolve("log"));
    EventKeys subject = house.subject();
    for (int i = 0; i < ENTRIES; i++) {
      entries.add(house.append(House.consented(subject, "p" + i)));
      if (i == EARLIER - 1) {
        earlier = house.ledger.checkpoint();
      }
    }
    List<String> keys = Checkpoint.noteKeys(house.ledger.origin(), house.ledger.verifierKey());
    key = file("key", keys.get(0) + "\n");
  }

  @AfterEach
  void close() {
    if (house != null) {
      house.close();
    }
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private String run(Path in, String... command) throws IOException, InterruptedException {
    Path output = folder.resolve("output");
    ProcessBuilder builder = new ProcessBuilder(command).directory(in.toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "GO111MODULE",
                "off",
                "GOPATH",
                GO_PATH.toString(),
                "GOFLAGS",
                "",
                "GOCACHE",
                folder.resolve("cache").toString()));
    Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    return process.exitValue() + " " + Files.readString(output).strip();
  }

  private boolean includes(String proof) throws IOException, InterruptedException {
    Path file = file("a.tlog-proof", proof);
    return answer(run(folder, program.toString(), "inclusion", key.toString(), file.toString()));
  }

  private boolean extendsFrom(String older, String newer, String hashes)
      throws IOException, InterruptedException {
    return answer(
        run(
            folder,
            program.toString(),
            "consistency",
            key.toString(),
            file("older", older).toString(),
            file("newer", newer).toString(),
            file("hashes", hashes).toString()));
  }

  private static boolean answer(String output) {
    assertThat(output).matches("(?s)(0 holds|1 .+)");
    return output.startsWith("0");
  }

  private static String lines(Proof proof) {
    return proof.hashes().stream()
        .map(hash -> Base64.getEncoder().encodeToString(hash.toArray()))
        .collect(Collectors.joining("\n"));
  }

  @Test
  void theStrangerFindsEachEntryInTheLog() throws Exception {
    for (Appended entry : entries) {
      assertThat(includes(house.ledger.proof(entry.id()).text())).isTrue();
    }
  }

  @Test
  void theStrangerRefusesWhatWasChanged() throws Exception {
    String proof = house.ledger.proof(entries.get(11).id()).text();
    List<String> lines = proof.lines().toList();
    int refused = 0;
    for (int i = 0; i < lines.size() - 1; i++) {
      List<String> changed = new ArrayList<>(lines);
      String line = lines.get(i);
      if (!line.isEmpty()) {
        char middle = line.charAt(line.length() / 2);
        changed.set(
            i,
            line.substring(0, line.length() / 2)
                + (middle == 'A' ? 'B' : 'A')
                + line.substring(line.length() / 2 + 1));
        assertThat(includes(String.join("\n", changed) + "\n")).as("line %d", i).isFalse();
        refused++;
      }
    }
    assertThat(refused)
        .isEqualTo(3 + house.ledger.inclusion(entries.get(11).id()).hashes().size() + 4);
  }

  @Test
  void theStrangerRefusesAnotherLogsKeyAndAnotherEntrysLeaf(@TempDir Path other) throws Exception {
    TlogProof one = house.ledger.proof(entries.get(4).id());
    TlogProof next = house.ledger.proof(entries.get(5).id());
    assertThat(includes(new TlogProof(next.leaf(), one.proof()).text())).isFalse();
    try (House stranger = House.in(other)) {
      assertThat(includes(stranger.ledger.proof(stranger.append(House.swept(1)).id()).text()))
          .isFalse();
    }
  }

  @Test
  void theStrangerSeesThatTheLogBeginsWithAllOfAnEarlierOne() throws Exception {
    Proof proof = house.ledger.consistency(EARLIER);
    String older = earlier.toNote();
    String newer = proof.checkpoint().toNote();
    assertThat(extendsFrom(older, newer, lines(proof))).isTrue();
    assertThat(extendsFrom(newer, older, lines(proof))).isFalse();
    assertThat(extendsFrom(older, newer, lines(house.ledger.consistency(EARLIER - 1)))).isFalse();
    assertThat(extendsFrom(older.replace("\n8\n", "\n7\n"), newer, lines(proof))).isFalse();
    assertThat(older).contains("\n8\n");
    assertThat(older.getBytes(StandardCharsets.UTF_8).length).isLessThan(1_000);
  }

  @Test
  void theStrangerFollowsTheLogToTheKeyThatTheFirstOneVouchesFor() throws Exception {
    String before = house.ledger.proof(entries.get(3).id()).text();
    var first = house.ledger.verifierKey();
    house.ledger.rotateSigningKey();
    String after = house.ledger.proof(entries.get(3).id()).text();
    assertThat(includes(before)).isTrue();
    assertThat(includes(after)).isFalse();
    Trust trust = Trust.in(first, house.ledger.changes());
    assertThat(trust.origin()).contains(house.ledger.origin());
    key = file("next", Checkpoint.noteKeys(house.ledger.origin(), trust.key()).get(0) + "\n");
    assertThat(includes(after)).isTrue();
    assertThat(includes(before)).isFalse();
  }
}
