package eu.sotto.ledger;

import static eu.sotto.ledger.House.LONG;
import static org.assertj.core.api.Assertions.assertThat;

import eu.sotto.crypto.KeyId;
import eu.sotto.store.ChildJvm;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process killed at any moment loses nothing that it acked. */
class CrashTest {
  @TempDir Path folder;

  @Test
  void nothingAckedIsLostWhenTheProcessIsKilled() throws Exception {
    kill(8, new Random(20261121));
  }

  @Test
  @Tag("slow")
  void nothingAckedIsLostInFiftyKills() throws Exception {
    kill(50, new Random(50));
  }

  private void kill(int rounds, Random random) throws Exception {
    Map<String, String> acked = new HashMap<>();
    String keys;
    try (House house = House.in(folder)) {
      EventKeys subject = house.subject();
      keys = subject.content() + " " + subject.evidence();
    }
    for (int round = 0; round < rounds; round++) {
      int enough = acked.size() + 20 + random.nextInt(150);
      Process child = ChildJvm.with().start(Appending.class, folder.toString(), keys, "r" + round);
      try (BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
        boolean killed = false;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          // The last line of a killed process may be cut.
          String[] words = line.split(" ", -1);
          if (words.length == 3 && words[2].equals("acked")) {
            acked.put(words[0], words[1]);
          }
          if (!killed && acked.size() >= enough) {
            killed = true;
            child.toHandle().destroyForcibly();
          }
        }
      }
      child.waitFor();
      boolean last = round == rounds - 1;
      // What is lost in one round is missing in the next look too, and a look reads everything.
      if (last || round % 10 == 3) {
        assertAllThere(acked, keys, last);
      }
    }
  }

  private void assertAllThere(Map<String, String> acked, String keys, boolean verify) {
    try (House house = House.in(folder)) {
      KeyId content = KeyId.parse(keys.split(" ", -1)[0]);
      Map<String, String> there = new HashMap<>();
      for (Recorded recorded : house.ledger.events(content)) {
        String text = (String) recorded.fields().get("text");
        assertThat(there.put(text, recorded.appended().id().toString())).as("twice").isNull();
      }
      assertThat(there).containsAllEntriesOf(acked);
      assertThat(house.ledger.verify(verify).firstBad()).isEmpty();
    }
  }

  /** Appends without end and says what was acked. */
  static final class Appending {
    private Appending() {}

    public static void main(String[] args) throws InterruptedException {
      String[] keys = args[1].split(" ", -1);
      EventKeys subject = new EventKeys(KeyId.parse(keys[0]), KeyId.parse(keys[1]));
      Semaphore waiting = new Semaphore(16);
      House house = House.in(Path.of(args[0]));
      for (int i = 0; ; i++) {
        String text = args[2] + "/" + i;
        Event event = House.said(subject, text).indexed(IndexTerm.of("call", text)).once(text);
        waiting.acquire();
        CompletableFuture<Void> said =
            house
                .ledger
                .submit(event)
                .thenAccept(appended -> System.out.println(text + " " + appended.id() + " acked"))
                .whenComplete((nothing, fault) -> waiting.release());
        if (i % 100 == 0) {
          said.orTimeout(LONG.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS).join();
        }
      }
    }
  }
}
