package eu.sotto.records;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.sotto.crypto.KeyVault;
import eu.sotto.crypto.MemorySlot;
import eu.sotto.store.ChildJvm;
import eu.sotto.store.SqliteKeyStore;
import eu.sotto.store.StoreDirectory;
import eu.sotto.vocabulary.CallId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looks into every file of an embedded store, byte by byte. */
class EmbeddedFilesTest {
  private static final String PARTY = "tel:+493023125012";
  private static final String SAID = "Mein Name ist Hase, ich weiss von nichts";
  private static final String MODEL = "model-canary-7";
  private static final CallId CALL = CallId.of("call-canary-1001");
  private static final Instant NOW = Instant.parse("2026-03-10T09:00:00Z");

  @TempDir Path folder;

  private interface Use {
    void of(Records records, KeyVault vault) throws IOException;
  }

  private void open(MemorySlot slot, Use use) throws IOException {
    try (StoreDirectory directory = StoreDirectory.open(folder.resolve("data"));
        SqliteKeyStore keys = SqliteKeyStore.open(directory);
        KeyVault vault = KeyVault.builder().rootKey(Rig.ROOT).store(keys).slot(slot).open();
        Records records = Records.in(directory, vault, Rig.policy("P3M")).clock(() -> NOW).open()) {
      use.of(records, vault);
    }
  }

  private List<String> files() throws IOException {
    List<String> contents = new ArrayList<>();
    try (Stream<Path> all = Files.walk(folder.resolve("data"))) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        contents.add(file.getFileName() + new String(Files.readAllBytes(file), ISO_8859_1));
      }
    }
    return contents;
  }

  private void assertNowhere(byte[] needle) throws IOException {
    String text = new String(needle, ISO_8859_1);
    assertThat(files()).isNotEmpty().noneMatch(content -> content.contains(text));
  }

  private void assertNoCanary() throws IOException {
    for (String canary : List.of(PARTY, "23125012", SAID, "Hase", MODEL, CALL.value())) {
      assertNowhere(canary.getBytes(UTF_8));
    }
    for (String sealedWord : List.of("RECORDING", "quality")) {
      assertThat(files())
          .filteredOn(content -> content.startsWith("records.db"))
          .noneMatch(content -> content.contains(sealedWord));
    }
  }

  private SubjectEntry fill(Records records) {
    SubjectEntry subject = records.subjects().resolve(PARTY);
    records.calls().answered(CALL, subject, NOW, Map.of("line", "main"));
    NewRecord what =
        NewRecord.of(CALL, RecordKind.RECORDING, Rig.QUALITY, Rig.RECORDING)
            .labelled("ai-model", MODEL);
    records.keep(what, SAID.getBytes(UTF_8));
    records.triggered(CALL, Rig.ENDED, NOW);
    return subject;
  }

  @Test
  @Tag("R50")
  void nothingPersonalIsReadableInAnyFileAtAnyTime() throws IOException {
    MemorySlot slot = new MemorySlot();
    open(
        slot,
        (records, vault) -> {
          fill(records);
          assertNoCanary();
        });
    assertNoCanary();
  }

  @Test
  @Tag("R70")
  void afterErasureNoWrappedKeyTokenOrContentIsLeftInAnyFile() throws IOException {
    MemorySlot slot = new MemorySlot();
    open(
        slot,
        (records, vault) -> {
          SubjectEntry subject = fill(records);
          byte[] token = records.parts().seals().token("party", PARTY);
          byte[] callToken = records.parts().seals().token("call", CALL.value());
          RecordId id = records.of(subject.id()).get(0).id();
          byte[] sealed = Files.readAllBytes(file(id));
          byte[] sheet = records.rooms().index().row(id).orElseThrow().sheet().toArray();
          assertThat(records.parts().index().truncateLog()).isTrue();
          assertThat(anywhere(token)).isTrue();
          assertThat(anywhere(callToken)).isTrue();
          assertThat(anywhere(sheet)).isTrue();

          assertThat(
                  vault.destroy(List.of(subject.contentKey(), subject.evidenceKey())).isComplete())
              .isTrue();
          assertThat(records.removeContents(subject.id())).isEqualTo(1);
          assertThat(records.subjects().forget(subject.id())).isTrue();

          for (byte[] needle :
              List.of(
                  token,
                  callToken,
                  sheet,
                  Arrays.copyOfRange(sealed, sealed.length - 40, sealed.length),
                  subject.id().toBytes(),
                  id.toString().getBytes(UTF_8))) {
            assertNowhereBut("keys.db", needle);
          }
        });
    assertNoCanary();
  }

  /** Tombstones of random key ids stay in the key store by design. */
  private void assertNowhereBut(String file, byte[] needle) throws IOException {
    String text = new String(needle, ISO_8859_1);
    assertThat(files())
        .filteredOn(content -> !content.startsWith(file))
        .noneMatch(content -> content.contains(text));
  }

  private boolean anywhere(byte[] needle) throws IOException {
    String text = new String(needle, ISO_8859_1);
    return files().stream().anyMatch(content -> content.contains(text));
  }

  private Path file(RecordId id) {
    return folder
        .resolve("data")
        .resolve("content")
        .resolve(id.toString().substring(0, 2))
        .resolve(id + ".sealed");
  }

  @Test
  void aRecordingLongerThanTheHeapIsKeptAndReadBack() throws Exception {
    String said =
        ChildJvm.with("-Xmx48m").output(LongRecording.class, folder.resolve("long").toString());
    assertThat(said.strip()).isEqualTo("67108864 bytes kept and read back");
  }
}
