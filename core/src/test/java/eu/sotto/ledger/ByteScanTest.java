package eu.sotto.ledger;

import static eu.sotto.ledger.House.consented;
import static eu.sotto.ledger.House.said;
import static org.assertj.core.api.Assertions.assertThat;

import eu.sotto.crypto.Bytes;
import eu.sotto.store.LedgerStore.Entry;
import eu.sotto.store.LedgerStore.Token;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

/** Nothing erased is left in any file: not in the database, its log or its index. */
class ByteScanTest {
  private static final int WINDOW = 16;

  @Property(tries = 5)
  @Tag("R70")
  void nothingOfAnErasedSubjectIsLeftInAnyFile(@ForAll long seed) throws IOException {
    Path folder = Files.createTempDirectory("scan");
    Random random = new Random(seed);
    try (House house = House.in(folder)) {
      List<EventKeys> subjects = new ArrayList<>();
      List<CompletableFuture<Appended>> futures = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        subjects.add(house.subject());
      }
      int events = 100 + random.nextInt(900);
      for (int i = 0; i < events; i++) {
        futures.add(house.ledger.submit(event(subjects, random, i)));
      }
      futures.forEach(CompletableFuture::join);
      for (int gone = 0; gone < 3; gone++) {
        Set<Bytes> secrets = secrets(house, subjects.get(gone));
        Set<Bytes> before = found(folder, secrets);
        assertThat(before).as("the scan finds what is there").isNotEmpty();
        EventKeys keys = subjects.get(gone);
        Erased erased =
            house.ledger.erase(
                List.of(keys.content(), keys.evidence()),
                List.of(IndexTerm.of("subject", "" + gone)));
        assertThat(erased.scrubbed()).isTrue();
        assertThat(found(folder, secrets)).as("seed " + seed).isEmpty();
      }
      assertThat(house.ledger.verify(true).firstBad()).isEmpty();
    } finally {
      delete(folder);
    }
  }

  private static Event event(List<EventKeys> subjects, Random random, int number) {
    int subject = random.nextInt(subjects.size());
    EventKeys keys = subjects.get(subject);
    Event event =
        random.nextBoolean()
            ? said(keys, "x".repeat(random.nextInt(800)))
            : consented(keys, "purpose-" + number);
    return event
        .indexed(IndexTerm.of("subject", "" + subject))
        .indexed(IndexTerm.of("call", subject + "/" + number / 10))
        .once("event-" + number);
  }

  /** Every 16 bytes of each payload and token of the subject. */
  private static Set<Bytes> secrets(House house, EventKeys subject) {
    List<Entry> entries = new ArrayList<>();
    for (var key : List.of(subject.content(), subject.evidence())) {
      entries.addAll(house.store.entriesUnder(Bytes.of(key.toBytes()), 0, 100_000));
    }
    Set<Long> indices = entries.stream().map(Entry::index).collect(Collectors.toSet());
    Set<Bytes> secrets = new HashSet<>();
    for (Entry entry : entries) {
      byte[] sealed = entry.sealed().content().toArray();
      // The header names the format and the key; what follows it is random.
      for (int at = 64; at + WINDOW <= sealed.length; at += WINDOW) {
        secrets.add(window(sealed, at));
      }
    }
    for (Token token : house.store.tokens(0, Long.MAX_VALUE)) {
      if (indices.contains(token.index())) {
        secrets.add(window(token.token().toArray(), 0));
      }
    }
    return secrets;
  }

  private static Bytes window(byte[] bytes, int at) {
    byte[] window = new byte[WINDOW];
    System.arraycopy(bytes, at, window, 0, WINDOW);
    return Bytes.of(window);
  }

  private static Set<Bytes> found(Path folder, Set<Bytes> secrets) throws IOException {
    Set<String> wanted =
        secrets.stream()
            .map(secret -> new String(secret.toArray(), StandardCharsets.ISO_8859_1))
            .collect(Collectors.toSet());
    boolean[] starts = new boolean[1 << 16];
    wanted.forEach(secret -> starts[secret.charAt(0) << 8 | secret.charAt(1)] = true);
    Set<Bytes> found = new HashSet<>();
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String content = Files.readString(file, StandardCharsets.ISO_8859_1);
        for (int at = 0; at + WINDOW <= content.length(); at++) {
          if (starts[content.charAt(at) << 8 | content.charAt(at + 1)]) {
            String window = content.substring(at, at + WINDOW);
            if (wanted.contains(window)) {
              found.add(Bytes.of(window.getBytes(StandardCharsets.ISO_8859_1)));
            }
          }
        }
      }
    }
    return found;
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
