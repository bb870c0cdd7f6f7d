package eu.sotto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.sotto.crypto.MemoryRootKey;
import eu.sotto.permit.Operation;
import eu.sotto.permit.ReasonCode;
import eu.sotto.permit.RecordingPermit;
import eu.sotto.redaction.AudioUnreadableException;
import eu.sotto.register.RegisterException;
import eu.sotto.store.ChildJvm;
import eu.sotto.store.StoreException;
import eu.sotto.store.StoreException.Fault;
import eu.sotto.vocabulary.CallId;
import eu.sotto.vocabulary.Party;
import eu.sotto.vocabulary.PrivacyException;
import eu.sotto.vocabulary.PurposeId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is broken is refused with one clear error, and what is stored stays as it was. */
class BadInputTest {
  private static final String[] PERSONAL = {"c-1", "2312", "Kronenkontrolle"};

  @TempDir Path folder;
  private Path data;
  private Path keys;

  @BeforeEach
  void fill() {
    data = folder.resolve("data");
    keys = folder.resolve("keys");
    try (Practice practice = open()) {
      Practice.keep(practice.welcomed("c-1"), "Kronenkontrolle");
    }
  }

  private Practice open() {
    return Practice.in(data, keys, Practice.START);
  }

  private void assertIntact() throws IOException {
    try (Practice practice = open()) {
      Subject caller = practice.privacy().subject(Party.phone("030 23125012")).orElseThrow();
      Path answer = folder.resolve("answer");
      caller.request(Practice.IDENTITY, Practice.ACTOR).access().exportTo(answer);
      assertThat(StoredBytes.found(answer, List.of("Kronenkontrolle"))).isNotEmpty();
      assertThat(practice.privacy().verify().intact()).isTrue();
    }
  }

  private void assertFault(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable opening, Fault... faults) {
    assertThatThrownBy(opening)
        .isInstanceOfSatisfying(
            StoreException.class,
            e -> {
              assertThat(e.fault()).isIn((Object[]) faults);
              for (Throwable t = e; t != null; t = t.getCause()) {
                assertThat(String.valueOf(t.getMessage())).doesNotContain(PERSONAL);
              }
            });
  }

  @Test
  void aBrokenRegisterIsRefusedWithLineAndPath() throws IOException {
    Path register = folder.resolve("register.json");
    Files.writeString(register, Practice.registerText().replace("\"P3M\"", "\"three months\""));

    assertThatThrownBy(() -> CallPrivacy.in(data).keyFolder(keys).register(register).open())
        .isInstanceOfSatisfying(
            RegisterException.class,
            e -> {
              assertThat(e.problems())
                  .isNotEmpty()
                  .allSatisfy(
                      problem -> {
                        assertThat(problem.position()).isNotNull();
                        assertThat(problem.path()).contains("retention");
                      });
              assertThat(e).hasMessageContaining("retention");
            });
    assertIntact();
  }

  @Test
  void aStoreIsNotOpenedWithoutARegister() {
    assertThatThrownBy(() -> CallPrivacy.in(data).keyFolder(keys).open())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("register");
  }

  @Test
  @Tag("R20")
  void anUnknownPurposeIsRefused() {
    try (Practice practice = open()) {
      Call call = practice.privacy().resume(CallId.of("c-1")).orElseThrow();
      PurposeId unknown = PurposeId.of("unknown");

      assertThat(Practice.reasons(call.may(Operation.TRANSCRIBE, unknown)))
          .contains(ReasonCode.PURPOSE_NOT_DECLARED);
      assertThatThrownBy(() -> call.asked(unknown, practice.welcome(), practice.now()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageNotContainingAny(PERSONAL);
    }
  }

  @Test
  void audioThatIsNoWavIsNotSilencedAndNotKept() throws IOException {
    try (Practice practice = open()) {
      Call call = practice.privacy().resume(CallId.of("c-1")).orElseThrow();
      practice.after(Duration.ofMinutes(2));
      practice.consent(call);
      var said = call.redact(Practice.transcript("Guten Tag"), Practice.transcribing(call));
      RecordingPermit permit = Practice.recording(call);
      try (Recording recording = call.record(permit, said)) {
        assertThatThrownBy(() -> recording.write(Practice.bytes("x".repeat(64))))
            .isInstanceOf(AudioUnreadableException.class);
      }
      assertThat(call.records()).hasSize(1);
    }
    assertIntact();
  }

  @Test
  void anotherRootKeyIsRefused() throws IOException {
    try (MemoryRootKey other = MemoryRootKey.create()) {
      assertFault(
          () ->
              CallPrivacy.in(data)
                  .keyFolder(keys)
                  .register(Practice.register())
                  .rootKey(other)
                  .open(),
          Fault.WRONG_ROOT_KEY);
    }
    assertIntact();
  }

  @Test
  void aLostKeyFolderIsSaidAndNotReplaced() throws IOException {
    Path elsewhere = folder.resolve("elsewhere");
    Files.move(keys, elsewhere);

    assertFault(this::open, Fault.NO_ROOT_KEY, Fault.ROLLED_BACK, Fault.CORRUPTED);

    StoredBytes.delete(keys);
    Files.move(elsewhere, keys);
    assertIntact();
  }

  @Test
  void aSecondOpenerIsRefused() throws IOException, InterruptedException {
    try (Practice first = open()) {
      assertFault(this::open, Fault.IN_USE);
      assertThat(ChildJvm.run(Opener.class, data.toString(), keys.toString())).contains("IN_USE");
      assertThat(Practice.transcribing(first.privacy().resume(CallId.of("c-1")).orElseThrow()))
          .isNotNull();
    }
    assertIntact();
  }

  /** The second process. */
  static final class Opener {
    private Opener() {}

    /** Opens and prints what came of it. */
    public static void main(String[] arguments) {
      try (Practice practice =
          Practice.in(Path.of(arguments[0]), Path.of(arguments[1]), Practice.START)) {
        System.out.println("OPENED " + practice.now());
      } catch (StoreException e) {
        System.out.println(e.fault());
      }
    }
  }

  @Test
  void aFolderThatIsAFileIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "something else");

    assertFault(() -> Practice.in(file, keys, Practice.START).close(), Fault.UNAVAILABLE);
    assertThat(file).hasContent("something else");
  }

  @Test
  void aKeyFolderBesideTheDataIsRefused() {
    assertThatThrownBy(() -> Practice.in(data, data.resolve("keys"), Practice.START))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ledger.db", "records.db", "keys.db", "store.id", "slot", "root.key"})
  void aCorruptedFileIsNamedAndNothingElseIsTouched(String name) throws IOException {
    Path file =
        StoredBytes.files(folder).stream()
            .filter(path -> path.getFileName().toString().equals(name))
            .findFirst()
            .orElseThrow();
    byte[] whole = Files.readAllBytes(file);
    byte[] broken = whole.clone();
    Arrays.fill(broken, 0, Math.min(broken.length, 4096), (byte) 'x');
    Files.write(file, broken);

    assertThatThrownBy(() -> open().close())
        .isInstanceOfSatisfying(
            PrivacyException.class, e -> assertThat(e.toString()).doesNotContain(PERSONAL));

    Files.write(file, whole);
    assertIntact();
  }

  @Test
  void aCorruptedContentIsSaidWhenItIsOpenedAndTheOthersStay() throws IOException {
    Path content = StoredBytes.files(data.resolve("content")).stream().findFirst().orElseThrow();
    byte[] whole = Files.readAllBytes(content);
    byte[] broken = whole.clone();
    broken[broken.length / 2] ^= 1;
    Files.write(content, broken);

    try (Practice practice = open()) {
      Subject caller = practice.privacy().subject(Party.phone("030 23125012")).orElseThrow();
      var access = caller.request(Practice.IDENTITY, Practice.ACTOR).access();
      assertThatThrownBy(() -> access.exportTo(folder.resolve("half")))
          .isInstanceOfSatisfying(
              PrivacyException.class, e -> assertThat(e.toString()).doesNotContain(PERSONAL));
      assertThat(folder.resolve("half")).doesNotExist();
    }
    Files.write(content, whole);
    assertIntact();
  }

  @Test
  void aTruncatedRegisterIsRefused() throws IOException {
    Path register = folder.resolve("register.json");
    byte[] text = Practice.registerText().getBytes(StandardCharsets.UTF_8);
    Files.write(register, Arrays.copyOf(text, text.length / 2));

    assertThatThrownBy(() -> CallPrivacy.in(data).keyFolder(keys).register(register).open())
        .isInstanceOf(RegisterException.class);
  }
}
