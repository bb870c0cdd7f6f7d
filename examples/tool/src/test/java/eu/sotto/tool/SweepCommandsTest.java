package eu.sotto.tool;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sotto.Call;
import eu.sotto.CallPrivacy;
import eu.sotto.notice.Notice;
import eu.sotto.permit.Operation;
import eu.sotto.redaction.Transcript;
import eu.sotto.vocabulary.CallId;
import eu.sotto.vocabulary.Party;
import eu.sotto.vocabulary.Playout;
import eu.sotto.vocabulary.PurposeId;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Calls of long ago, whose six months are over, and one of just now. */
class SweepCommandsTest {
  private static final Path REGISTER =
      Path.of("../../core/src/test/resources/eu/sotto/register-example.json");
  private static final Instant LONG_AGO = Instant.parse("2025-11-03T09:00:00Z");
  private static final PurposeId APPOINTMENT = PurposeId.of("appointment");

  @TempDir private Path folder;

  private record Answered(int code, String out, String errors) {
    List<String> lines() {
      return out.lines().toList();
    }
  }

  private static Answered run(Object... args) {
    StringWriter out = new StringWriter();
    StringWriter errors = new StringWriter();
    CommandLine command = Sotto.commandLine();
    command.setOut(new PrintWriter(out));
    command.setErr(new PrintWriter(errors));
    int code = command.execute(Arrays.stream(args).map(Object::toString).toArray(String[]::new));
    return new Answered(code, out.toString(), errors.toString());
  }

  private Answered sweep(Object... more) {
    return run(command("sweep", more));
  }

  private Object[] command(String name, Object... more) {
    Object[] all = {name, folder.resolve("data"), "--register", REGISTER, "--keys", keys()};
    Object[] args = Arrays.copyOf(all, all.length + more.length);
    System.arraycopy(more, 0, args, all.length, more.length);
    return args;
  }

  private Path keys() {
    return folder.resolve("keys");
  }

  /** Calls one after the other from a time on, each with a transcript. */
  private void calls(int count, String name, Instant from) {
    AtomicReference<Instant> now = new AtomicReference<>(from);
    try (CallPrivacy privacy =
        CallPrivacy.in(folder.resolve("data"))
            .keyFolder(keys())
            .register(REGISTER)
            .clock(now::get)
            .open()) {
      for (int i = 0; i < count; i++) {
        call(privacy, name + i, now);
      }
    }
  }

  private static void call(CallPrivacy privacy, String id, AtomicReference<Instant> now) {
    Notice welcome = privacy.notice("welcome", Locale.GERMAN);
    Call call = privacy.answer(CallId.of(id), Party.presented("+49 30 23125 012"), now.get());
    Duration length = Duration.ofSeconds(40);
    now.set(now.get().plus(length));
    call.announced(welcome, Playout.of(length, length, now.get()));
    Transcript heard = Transcript.ofText(Locale.GERMAN, "ich brauche einen termin");
    call.may(Operation.TRANSCRIBE, APPOINTMENT)
        .run(
            permit -> call.keep(call.redact(heard, permit), permit),
            reasons -> {
              throw new AssertionError(reasons);
            });
    now.set(now.get().plusSeconds(20));
    call.ended(now.get());
  }

  @Test
  @Tag("R66")
  @Tag("R63")
  void aDryRunNamesWhatALiveSweepDisposesOfAndChangesNothing() {
    calls(3, "old-", LONG_AGO);
    calls(1, "new-", Instant.now().minusSeconds(3_600));
    Answered dry = sweep("--dry-run");
    assertThat(dry.errors()).isEmpty();
    assertThat(dry.code()).isZero();
    assertThat(dry.lines()).hasSize(3).allMatch(line -> line.startsWith("goes\t"));
    assertThat(dry.out()).contains("\tconversation\tTRANSCRIPT\t").doesNotContain("23125", "old-");
    assertThat(sweep("--dry-run")).isEqualTo(dry);

    Answered live = sweep();
    assertThat(live.code()).isZero();
    assertThat(live.lines().subList(0, 3)).isEqualTo(dry.lines());
    assertThat(live.lines().get(3)).isEqualTo("disposed of 3, withheld 0, gone already 0");
    assertThat(sweep("--dry-run").out()).isEmpty();
    assertThat(sweep().lines()).containsExactly("disposed of 0, withheld 0, gone already 0");
  }

  @Test
  @Tag("R62")
  void aRecordIsExplainedInBothLanguages() {
    calls(1, "old-", LONG_AGO);
    String id = sweep("--dry-run").lines().get(0).split("\t", -1)[1];
    Answered english = run(command("explain", id));
    assertThat(english.errors()).isEmpty();
    assertThat(english.code()).isZero();
    assertThat(english.out())
        .contains("The record is due since ", " May 2026", "Longest time (")
        .doesNotContain("MUST_DELETE_BY", "P6M")
        .doesNotContainPattern("\\d{4}-\\d{2}-\\d{2}");
    Answered german = run(command("explain", id, "--language", "de"));
    assertThat(german.out())
        .contains("Der Datensatz ist seit", ". Mai 2026 zu löschen", "Höchstdauer (")
        .doesNotContainPattern("\\d{4}-\\d{2}-\\d{2}");
    assertThat(run(command("explain", id, "--rules")).out())
        .startsWith("MUST_DELETE_BY\t")
        .contains("P6M\t", "\tDECIDES\t2026-05-0");
    assertThat(run(command("explain", id, "--language", "fr")).errors()).contains("de or en");
    sweep();
    Answered gone = run(command("explain", id));
    assertThat(gone.code()).isEqualTo(1);
    assertThat(gone.out()).startsWith("nothing is kept under that id");
  }

  @Test
  void wrongInputIsSaidAndMakesNoStore() {
    calls(1, "old-", LONG_AGO);
    assertThat(run(command("explain", "12")).errors()).contains("32 hexadecimal digits");
    Path other = folder.resolve("typo");
    Answered typo = run("sweep", other, "--register", REGISTER);
    assertThat(typo.code()).isEqualTo(2);
    assertThat(typo.errors()).contains("is no store");
    assertThat(Files.exists(other)).isFalse();
    Answered rules = run("sweep", folder.resolve("data"), "--register", other, "--keys", keys());
    assertThat(rules.code()).isEqualTo(2);
    assertThat(rules.errors()).contains("does not exist");
    assertThat(run("sweep", folder.resolve("data")).code()).isEqualTo(2);
    try (CallPrivacy open =
        CallPrivacy.in(folder.resolve("data")).keyFolder(keys()).register(REGISTER).open()) {
      assertThat(open.register()).isNotNull();
      Answered used = sweep("--dry-run");
      assertThat(used.code()).isEqualTo(2);
      assertThat(used.errors()).contains("open");
    }
  }
}
