package eu.sotto.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eu.sotto.crypto.KeyId;
import eu.sotto.store.ChildJvm;
import eu.sotto.store.StoreException;
import eu.sotto.store.StoreException.Fault;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A disk that fails while it forces or is full: strace lets the system call say so. */
@Tag("system")
class FailingDiskTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "fsync,EIO,12",
    "fsync,EIO,25",
    "fsync,ENOSPC,12",
    "fsync,ENOSPC,30",
    "pwrite64,ENOSPC,60",
    "pwrite64,EIO,60",
    "fdatasync,EIO,5"
  })
  void nothingAckedIsLostAndWhatIsUnknownIsSettledByItsKey(String call, String error, int when)
      throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/strace")), "strace is not installed");
    String keys;
    try (House house = House.in(folder)) {
      EventKeys subject = house.subject();
      keys = subject.content() + " " + subject.evidence();
    }
    Map<String, String> said = run(call + ":error=" + error + ":when=" + when + "+", keys);
    assertThat(said).as("the child ended by itself").containsKey("end");
    assertThat(said.remove("end")).isEqualTo("end");
    try (House house = House.in(folder)) {
      EventKeys subject = subject(keys);
      Map<String, String> there = there(house, subject);
      said.forEach(
          (text, outcome) -> {
            if (outcome.equals("acked")) {
              assertThat(there).as("acked").containsKey(text);
            } else if (!outcome.equals(Fault.OUTCOME_UNKNOWN.name())) {
              assertThat(there).as("refused with " + outcome).doesNotContainKey(text);
            }
          });
      for (String text : said.keySet()) {
        Appended appended = house.append(event(subject, text));
        assertThat(there.getOrDefault(text, appended.id().toString()))
            .isEqualTo(appended.id().toString());
      }
      assertThat(there(house, subject)).hasSize(said.size());
      assertThat(house.ledger.verify(true).firstBad()).isEmpty();
    }
  }

  private Map<String, String> run(String injection, String keys) throws Exception {
    Path output = folder.resolve("said");
    Process child =
        ChildJvm.under(
                "/usr/bin/strace",
                "-f",
                "-qq",
                "-o",
                "/dev/null",
                "-P",
                folder.resolve("data/ledger.db").toString(),
                "-P",
                folder.resolve("data/ledger.db-wal").toString(),
                "-e",
                "inject=" + injection)
            .start(Appending.class, folder.toString(), keys, output.toString());
    assertThat(child.waitFor(2, TimeUnit.MINUTES)).isTrue();
    Map<String, String> said = new HashMap<>();
    for (String line : Files.readAllLines(output, StandardCharsets.UTF_8)) {
      String[] words = line.split(" ", -1);
      said.put(words[0], words[words.length - 1]);
    }
    return said;
  }

  private static EventKeys subject(String keys) {
    List<String> ids = List.of(keys.split(" ", -1));
    return new EventKeys(KeyId.parse(ids.get(0)), KeyId.parse(ids.get(1)));
  }

  private static Event event(EventKeys subject, String text) {
    return House.said(subject, text).indexed(IndexTerm.of("call", text)).once(text);
  }

  private static Map<String, String> there(House house, EventKeys subject) {
    Map<String, String> there = new HashMap<>();
    for (Recorded recorded : house.ledger.events(subject.content())) {
      String text = (String) recorded.fields().get("text");
      assertThat(there.put(text, recorded.appended().id().toString())).as("twice").isNull();
    }
    return there;
  }

  /** Appends until long after the first failure, and writes down what each append said. */
  static final class Appending {
    private Appending() {}

    public static void main(String[] args) throws Exception {
      StringBuilder said = new StringBuilder();
      House house = House.in(Path.of(args[0]));
      EventKeys subject = subject(args[1]);
      boolean poisoned = false;
      for (int i = 0; i < 60; i++) {
        String outcome = outcome(house, event(subject, "n" + i));
        boolean acked = outcome.equals("acked");
        if (poisoned && acked) {
          outcome = "ACKED_AFTER_POISON";
        }
        poisoned |= outcome.equals(Fault.OUTCOME_UNKNOWN.name());
        said.append('n').append(i).append(' ').append(outcome).append('\n');
      }
      Files.writeString(Path.of(args[2]), said + "end\n");
      // Closing would force once more; the process just ends, as it would on such a disk.
      Runtime.getRuntime().halt(0);
    }

    private static String outcome(House house, Event event) {
      try {
        house.append(event);
        return "acked";
      } catch (StoreException e) {
        return e.fault().name();
      }
    }
  }
}
