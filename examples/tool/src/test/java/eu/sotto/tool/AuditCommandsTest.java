package eu.sotto.tool;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sotto.Call;
import eu.sotto.CallPrivacy;
import eu.sotto.ledger.Ledger;
import eu.sotto.ledger.LogRestore;
import eu.sotto.notice.Notice;
import eu.sotto.vocabulary.Actor;
import eu.sotto.vocabulary.Answer;
import eu.sotto.vocabulary.CallId;
import eu.sotto.vocabulary.Identity;
import eu.sotto.vocabulary.Party;
import eu.sotto.vocabulary.Playout;
import eu.sotto.vocabulary.PurposeId;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@Tag("R52")
class AuditCommandsTest {
  private static final Path REGISTER =
      Path.of("../../core/src/test/resources/eu/sotto/register-example.json");
  private static final Instant START = Instant.parse("2026-11-02T09:00:00Z");
  private static final PurposeId QUALITY = PurposeId.of("quality");

  @TempDir private Path folder;
  private Path data;
  private Path keys;
  private Path key;

  private record Answered(int code, String out, String errors) {}

  private static Answered run(Object... args) {
    StringWriter out = new StringWriter();
    StringWriter errors = new StringWriter();
    CommandLine command = Sotto.commandLine();
    command.setOut(new PrintWriter(out));
    command.setErr(new PrintWriter(errors));
    String[] words = new String[args.length];
    for (int i = 0; i < args.length; i++) {
      words[i] = args[i].toString();
    }
    int code = command.execute(words);
    return new Answered(code, out.toString(), errors.toString());
  }

  @BeforeEach
  void fill() throws IOException {
    data = folder.resolve("data");
    keys = folder.resolve("keys");
    try (CallPrivacy privacy = CallPrivacy.in(data).keyFolder(keys).register(REGISTER).open()) {
      Notice welcome = privacy.notice("welcome", Locale.GERMAN);
      Call call = privacy.answer(CallId.of("c-1"), Party.presented("+49 30 23125012"), START);
      Duration length = Duration.ofSeconds(40);
      call.announced(welcome, Playout.of(length, length, START.plus(length)));
      call.asked(QUALITY, welcome, START.plusSeconds(41));
      call.answered(QUALITY, Answer.keyPress('1', START.plusSeconds(43)));
      Files.writeString(
          folder.resolve("consent.txt"), call.exports().receipt(QUALITY, Locale.GERMAN).text());
      call.ended(START.plusSeconds(99));
      call.caller()
          .request(Identity.verified("call-back"), Actor.of("e-7", "data-protection"))
          .erase()
          .writeTo(folder.resolve("erased.txt"));
      key = Files.writeString(folder.resolve("verifier.key"), privacy.verifierKey() + "\n");
    }
  }

  @Test
  void aStoreIsVerifiedWithItsKeysOrItsPublicKeyAlone() {
    Answered full = run("verify", data, "--keys", keys);
    assertThat(full.errors()).isEmpty();
    assertThat(full.code()).isZero();
    assertThat(full.out()).startsWith("intact: ").contains("payloads: ", " erased");
    Answered tree = run("verify", data, "--key", key);
    assertThat(tree.code()).isZero();
    assertThat(tree.out()).startsWith("intact: ").doesNotContain("payloads");
    assertThat(run("verify", data, "--keys", keys, "--tree-only").out()).isEqualTo(tree.out());
  }

  @Test
  void theFirstBadEntryIsNamed() throws SQLException {
    tamper("UPDATE leaf SET kind = 'x/1' WHERE idx >= 2");
    for (Answered bad :
        new Answered[] {run("verify", data, "--key", key), run("verify", data, "--keys", keys)}) {
      assertThat(bad.code()).isEqualTo(1);
      assertThat(bad.out()).startsWith("NOT intact: entry 2: ");
    }
    assertThat(run("proof", data, "2", "--key", key, "--out", folder.resolve("p")).code())
        .isEqualTo(2);
  }

  private void tamper(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + data.resolve("ledger.db"));
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void aProofIsWrittenOnceAndVerifiesOffline() throws IOException {
    Path file = folder.resolve("3.tlog-proof");
    Answered written = run("proof", data, "3", "--keys", keys, "--out", file);
    assertThat(written.errors()).isEmpty();
    assertThat(written.code()).isZero();
    assertThat(written.out()).contains("entry 3, consent_answered/", "sotto verify", "+");
    assertThat(run("verify", file, "--key", key).out()).startsWith("holds: entry 3 (consent_");
    assertThat(run("proof", data, "3", "--keys", keys, "--out", file).errors()).contains("exists");

    String text = Files.readString(file);
    Path changed = Files.writeString(folder.resolve("changed"), text.replace("index 3", "index 2"));
    Answered refused = run("verify", changed, "--key", key);
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.out()).startsWith("NOT proved");
  }

  @Test
  void receiptsVerifyOffline() throws IOException {
    for (String name : new String[] {"consent.txt", "erased.txt"}) {
      Path file = folder.resolve(name);
      assertThat(run("verify", file, "--key", key).out()).startsWith("holds");
      Path changed =
          Files.writeString(
              folder.resolve("x" + name), Files.readString(file).replaceFirst("2026", "2025"));
      assertThat(run("verify", changed, "--key", key).code()).isEqualTo(1);
    }
  }

  @Test
  void badInputIsExplained() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Path junk = Files.writeString(folder.resolve("junk"), "junk");
    assertThat(run("verify").code()).isEqualTo(2);
    assertThat(run("verify", folder.resolve("none")).errors()).contains("is no folder");
    assertThat(run("verify", empty, "--key", key).errors()).contains("not a store");
    assertThat(empty).isEmptyDirectory();
    assertThat(run("verify", data, "--keys", empty).errors()).contains("lost its root key");
    assertThat(run("verify", data, "--key", junk).code()).isEqualTo(2);
    assertThat(run("verify", junk).errors()).contains("--key");
    assertThat(run("verify", junk, "--key", key).errors()).contains("not a receipt");
    assertThat(run("proof", data, "x", "--key", key).errors()).contains("ENTRY is");
    Answered none = run("proof", data, "99999", "--key", key);
    assertThat(none.code()).isEqualTo(1);
    assertThat(none.errors()).contains("no such entry");
  }

  @Test
  void aLogIsFollowedThroughAChangeOfItsKeyAndARestore() throws IOException {
    LogInFiles log = new LogInFiles(data, keys);
    log.backUp(folder.resolve("backup"));
    log.run(Ledger::open, Ledger::rotateSigningKey);
    assertThat(run("verify", data, "--key", key).out())
        .contains("a change of key or name is not among those given");
    log.putBack(folder.resolve("backup"));
    log.run(LogRestore::open, ledger -> {});
    log.run(Ledger::open, Ledger::rotateSigningKey);
    Path late = folder.resolve("late.txt");
    try (CallPrivacy privacy = CallPrivacy.in(data).keyFolder(keys).register(REGISTER).open()) {
      Call call = privacy.answer(CallId.of("c-2"), Party.presented("+49 30 23125099"), START);
      call.ended(START.plusSeconds(9));
      call.caller()
          .request(Identity.verified("call-back"), Actor.of("e-7", "data-protection"))
          .erase()
          .writeTo(late);
    }
    Path changes = log.changes();
    Answered stranger = run("verify", data, "--key", key, "--changes", changes);
    assertThat(stranger.errors()).isEmpty();
    assertThat(stranger.out())
        .contains("restored at entry", "signing key changed at entry", "intact: ");
    assertThat(run("verify", data, "--keys", keys).code()).isZero();
    assertThat(run("verify", data, "--key", key).code()).isEqualTo(1);

    Path file = folder.resolve("p");
    Answered proof = run("proof", data, "1", "--key", key, "--changes", changes, "--out", file);
    assertThat(proof.out()).contains("--changes verifier.changes", "the log signs now with");
    for (Path each : new Path[] {file, late, folder.resolve("consent.txt")}) {
      assertThat(run("verify", each, "--key", key, "--changes", changes).out()).startsWith("holds");
    }
    assertThat(run("verify", late, "--key", key).code()).isEqualTo(1);

    String text = Files.readString(changes);
    Path forged =
        Files.writeString(
            folder.resolve("forged"),
            text.replaceFirst("\"value\" : \"sotto/", "\"value\" : \"sotto/0"));
    Answered refused = run("verify", data, "--key", key, "--changes", forged);
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.errors()).contains("a change");
    assertThat(run("verify", data, "--changes", changes).errors()).contains("--key");
  }

  @Test
  void aStoreInUseIsLeftAlone() {
    try (CallPrivacy open = CallPrivacy.in(data).keyFolder(keys).register(REGISTER).open()) {
      assertThat(open.verify().intact()).isTrue();
      Answered busy = run("verify", data, "--key", key);
      assertThat(busy.code()).isEqualTo(2);
      assertThat(busy.errors()).contains("in use");
    }
  }
}
