package eu.sotto;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must not be done cannot be written down: each misuse is refused by the compiler. */
class MisuseDoesNotCompileTest {
  /** What a host has at hand, before and after the one line that differs. */
  private static final String BEFORE =
      """
      import eu.sotto.*;
      import eu.sotto.notice.Notice;
      import eu.sotto.permit.*;
      import eu.sotto.redaction.*;
      import eu.sotto.retention.*;
      import eu.sotto.rights.*;
      import eu.sotto.vocabulary.*;
      import java.nio.file.Path;
      import java.time.*;
      import java.util.*;
      class Host {
        void use(CallPrivacy privacy, Call call, Subject subject, Notice notice, Instant at,
            PurposeId purpose, Transcript transcript, Redacted<Transcript> redacted,
            Summary summary, ContentPermit content, RecordingPermit recording,
            ContactPermit contact, Identity identity, Actor actor, RetentionRule.NeedsKind rule) {
      """;

  private static final String AFTER = "}}";

  private static final String NO_SUCH_CALL = "compiler.err.cant.apply.symbol";
  private static final String NO_SUCH_OVERLOAD = "compiler.err.cant.apply.symbols";
  private static final String WRONG_TYPE = "compiler.err.prob.found.req";
  private static final String UNKNOWN = "compiler.err.cant.resolve.location.args";
  private static final String SEALED = "compiler.err.cant.inherit.from.sealed";
  private static final String SEALED_LOCALLY = "compiler.err.local.classes.cant.extend.sealed";
  private static final String NOT_EXPORTED = "compiler.err.package.not.visible";

  @TempDir Path folder;

  record Misuse(String rule, String code, String expected) {
    @Override
    public String toString() {
      return rule;
    }
  }

  static Stream<Misuse> inAMethod() {
    return Stream.of(
        new Misuse(
            "an observation keeps nothing",
            "call.keep(redacted, privacy.observe(call, Operation.TRANSCRIBE, purpose));",
            NO_SUCH_OVERLOAD),
        new Misuse(
            "an observation starts no recording",
            "call.record(privacy.observe(call, Operation.RECORD, purpose));",
            WRONG_TYPE),
        new Misuse(
            "an observation holds no permit",
            "privacy.observe(call, Operation.RECORD, purpose).ruling().permit();",
            UNKNOWN),
        new Misuse(
            "an unredacted transcript is not kept",
            "call.keep(transcript, content);",
            NO_SUCH_OVERLOAD),
        new Misuse(
            "text that nobody redacted is not kept",
            "call.keep(transcript.text(), content);",
            NO_SUCH_OVERLOAD),
        new Misuse(
            "a recording permit keeps no transcript",
            "call.keep(redacted, recording);",
            NO_SUCH_OVERLOAD),
        new Misuse("nothing is kept without a permit", "call.keep(redacted);", NO_SUCH_OVERLOAD),
        new Misuse("a contact permit records nothing", "call.record(contact);", WRONG_TYPE),
        new Misuse(
            "a permit to transcribe records nothing",
            "call.may(Operation.TRANSCRIBE, purpose).run(p -> call.record(p), r -> {});",
            WRONG_TYPE),
        new Misuse(
            "a recording permit redacts nothing",
            "call.redact(transcript, recording);",
            WRONG_TYPE),
        new Misuse(
            "nobody asks for access without identity and actor",
            "subject.request().access();",
            NO_SUCH_OVERLOAD),
        new Misuse(
            "nobody erases without an actor",
            "subject.request(identity).erase();",
            NO_SUCH_OVERLOAD),
        new Misuse("a subject is not erased without a request", "subject.erase();", UNKNOWN),
        new Misuse("a subject is not exported without a request", "subject.access();", UNKNOWN),
        new Misuse(
            "a decision is not taken for a permit",
            "ContentPermit p = call.may(Operation.TRANSCRIBE, purpose);",
            WRONG_TYPE),
        new Misuse(
            "a denial is not forgotten",
            "call.may(Operation.TRANSCRIBE, purpose).run(p -> call.redact(transcript, p));",
            NO_SUCH_CALL),
        new Misuse(
            "a review is not forgotten",
            "call.may(Operation.TRANSCRIBE, purpose).fold(p -> 1, denied -> 2);",
            NO_SUCH_CALL),
        new Misuse(
            "a notice is not announced without saying how much was heard",
            "call.announced(notice);",
            NO_SUCH_CALL),
        new Misuse(
            "a playout is not made without the full time",
            "Playout.of(Duration.ofSeconds(3), at);",
            NO_SUCH_CALL),
        new Misuse(
            "silence is not an answer", "call.answered(purpose, Answer.silence(at));", UNKNOWN),
        new Misuse(
            "the host does not classify an answer itself",
            "call.answered(purpose, new eu.sotto.consent.ConsentOutcome.Given());",
            WRONG_TYPE),
        new Misuse(
            "a Duration is no retention period",
            "rule.mustDeleteBy().trigger(Trigger.recorded()).period(Duration.ofDays(90));",
            NO_SUCH_OVERLOAD),
        new Misuse(
            "a retention rule has a trigger",
            "rule.mustDeleteBy().period(Period.ofMonths(3)).source(\"s\");",
            UNKNOWN),
        new Misuse(
            "an operation is not invented",
            "new Operation<ContentPermit>(\"sell\", ContentPermit.class);",
            "compiler.err.report.access"),
        new Misuse(
            "a permit is not implemented in passing",
            "var p = new ContactPermit() {};",
            SEALED_LOCALLY));
  }

  static Stream<Misuse> asAClass() {
    return Stream.of(
        new Misuse(
            "a permit is not implemented by a host",
            "abstract class Forged implements eu.sotto.permit.Permit {}",
            SEALED),
        new Misuse(
            "a content permit is not implemented by a host",
            "abstract class Forged implements eu.sotto.permit.ContentPermit {}",
            SEALED),
        new Misuse(
            "a redaction is not implemented by a host",
            "abstract class Forged implements eu.sotto.permit.Redacted<String> {}",
            SEALED),
        new Misuse(
            "a decision is not implemented by a host",
            "class Forged implements eu.sotto.permit.Decision<eu.sotto.permit.Permit> {}",
            SEALED),
        new Misuse(
            "a request is not implemented by a host",
            "abstract class Forged implements eu.sotto.rights.Request {}",
            SEALED));
  }

  static Stream<Misuse> inAModule() {
    return Stream.of(
        new Misuse(
            "granted permits are out of a module's reach",
            "package host; class Forger { eu.sotto.permit.granted.GrantedContent forged; }",
            NOT_EXPORTED),
        new Misuse(
            "the redaction's binding is out of a module's reach",
            "package host; class Forger { eu.sotto.permit.granted.BoundRedacted<?> forged; }",
            NOT_EXPORTED),
        new Misuse(
            "sessions are out of a module's reach",
            "package host; class Forger { eu.sotto.session.CallSession session; }",
            NOT_EXPORTED),
        new Misuse(
            "running erasures are out of a module's reach",
            "package host; class Forger { eu.sotto.rights.running.Erasure erasure; }",
            NOT_EXPORTED));
  }

  @ParameterizedTest
  @MethodSource("inAMethod")
  @Tag("R38")
  void theMisuseDoesNotCompile(Misuse misuse) throws IOException {
    List<String> errors = errors("Host", BEFORE + misuse.code() + AFTER, List.of());

    assertThat(errors).startsWith(misuse.expected());
  }

  @ParameterizedTest
  @MethodSource("asAClass")
  void theForgeryDoesNotCompile(Misuse misuse) throws IOException {
    assertThat(errors("Forged", misuse.code(), List.of())).contains(misuse.expected());
  }

  @ParameterizedTest
  @MethodSource("inAModule")
  void theModuleDoesNotCompile(Misuse misuse) throws IOException {
    assertThat(errorsInModule("Forger", misuse.code())).containsExactly(misuse.expected());
  }

  @Test
  void theProperUseCompiles() throws IOException {
    String proper =
        """
        call.announced(notice, Playout.of(Duration.ofSeconds(3), Duration.ofSeconds(3), at));
        call.answered(purpose, Answer.keyPress('1', at));
        call.keep(redacted, content);
        call.keep(summary, content);
        call.record(recording);
        call.redact(transcript, content);
        call.may(Operation.RECORD, purpose).run(p -> call.record(p), r -> {});
        call.may(Operation.TRANSCRIBE, purpose).fold(p -> 1, denied -> 2, review -> 3);
        subject.request(identity, actor).erase();
        subject.request(identity, actor).access().exportTo(Path.of("a"));
        rule.mustDeleteBy().trigger(Trigger.recorded()).period(Period.ofDays(90)).source("s");
        """;

    assertThat(errors("Host", BEFORE + proper + AFTER, List.of())).isEmpty();
  }

  @Test
  void theProperModuleCompiles() throws IOException {
    String proper = "package host; class Proper { eu.sotto.Call call; eu.sotto.permit.Permit p; }";

    assertThat(errorsInModule("Proper", proper)).isEmpty();
  }

  private List<String> errorsInModule(String name, String code) throws IOException {
    Path declaration = folder.resolve("module-info.java");
    Files.writeString(declaration, "module host { requires eu.sotto.core; }");
    Path source = Files.createDirectories(folder.resolve("host")).resolve(name + ".java");
    Files.writeString(source, code);
    return compile(List.of("--module-path", modulePath()), List.of(declaration, source));
  }

  private List<String> errors(String name, String code, List<String> options) throws IOException {
    Path source = folder.resolve(name + ".java");
    Files.writeString(source, code);
    return compile(
        Stream.concat(Stream.of("-cp", System.getProperty("java.class.path")), options.stream())
            .toList(),
        List.of(source));
  }

  private List<String> compile(List<String> options, List<Path> sources) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    var found = new DiagnosticCollector<JavaFileObject>();
    List<String> all =
        Stream.concat(Stream.of("-proc:none", "-d", folder.toString()), options.stream()).toList();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(found, Locale.ROOT, null)) {
      compiler
          .getTask(null, files, found, all, null, files.getJavaFileObjectsFromPaths(sources))
          .call();
    }
    return found.getDiagnostics().stream()
        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
        .map(Diagnostic::getCode)
        .toList();
  }

  /** Only what the module needs: test libraries would split packages among themselves. */
  private static String modulePath() {
    return Stream.of(
            "eu.sotto.CallPrivacy",
            "eu.sotto.crypto.KeyVault",
            "eu.sotto.retention.RetentionPolicy",
            "org.jspecify.annotations.NullMarked",
            "com.github.benmanes.caffeine.cache.Caffeine",
            "com.google.i18n.phonenumbers.PhoneNumberUtil",
            "tools.jackson.databind.ObjectMapper",
            "tools.jackson.core.JsonParser",
            "com.fasterxml.jackson.annotation.JsonProperty",
            "org.bouncycastle.crypto.Digest")
        .map(MisuseDoesNotCompileTest::whereFrom)
        .distinct()
        .collect(Collectors.joining(java.io.File.pathSeparator));
  }

  private static String whereFrom(String type) {
    try {
      return Path.of(
              Class.forName(type).getProtectionDomain().getCodeSource().getLocation().toURI())
          .toString();
    } catch (ClassNotFoundException | URISyntaxException e) {
      throw new AssertionError("a library of the module is not on the test's class path", e);
    }
  }
}
