package eu.sotto;

import static eu.sotto.Practice.ACTOR;
import static eu.sotto.Practice.IDENTITY;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page of an access, opened in Debian's Chromium; what it shows stays in the build's folder.
 */
@Tag("system")
class AccessPageInBrowserTest {
  private static final Path BROWSER = Path.of("/usr/bin/chromium");
  private static final Path SHOWN = Path.of("target/pages");

  /** What a page asks for; what the browser asks its maker for has no origin. */
  private static final Pattern ASKED =
      Pattern.compile(
          "\"initiator\":\"(?!not an origin)[^\"]*\".*?\"url\":\"(?:https?|wss?|ftp)://([^/\"]*)");

  @TempDir Path folder;

  /** What came of showing a page. */
  private record Seen(String console, List<String> hosts) {}

  @BeforeEach
  void needsTheBrowser() {
    Assumptions.assumeTrue(Files.isExecutable(BROWSER), "Chromium is not installed");
  }

  private Seen show(Path page, String... what) throws Exception {
    Path log = folder.resolve("net.json");
    Path errors = folder.resolve("errors.txt");
    List<String> command =
        Stream.concat(
                Stream.of(
                    BROWSER.toString(),
                    "--headless=new",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--no-first-run",
                    "--user-data-dir=" + folder.resolve("profile"),
                    "--enable-logging=stderr",
                    "--log-net-log=" + log,
                    "--window-size=900,2600"),
                Stream.concat(Stream.of(what), Stream.of(page.toUri().toString())))
            .toList();
    Process browser =
        new ProcessBuilder(command)
            .redirectError(errors.toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(browser.waitFor(60, TimeUnit.SECONDS)).as("the browser ends").isTrue();
    assertThat(browser.exitValue()).isZero();
    String said = Files.readString(errors, StandardCharsets.UTF_8);
    List<String> hosts =
        ASKED
            .matcher(Files.readString(log, StandardCharsets.UTF_8))
            .results()
            .map((MatchResult found) -> found.group(1))
            .distinct()
            .toList();
    String console = String.join("\n", said.lines().filter(l -> l.contains("CONSOLE")).toList());
    return new Seen(console, hosts);
  }

  private Path page() throws IOException {
    Path answer = folder.resolve("answer");
    try (Practice practice = Practice.inMemory()) {
      Call call = practice.consented("c-1");
      Practice.keepAudio(call, "audio");
      Practice.keep(call, "Ich brauche einen Termin.");
      call.ended(practice.after(Duration.ofMinutes(3)));
      call.caller().request(IDENTITY, ACTOR).access().exportTo(answer);
    }
    return answer.resolve("index.html");
  }

  @Test
  @Tag("R72")
  void itOpensWithoutAnErrorAndAsksNobodyForAnything() throws Exception {
    Files.createDirectories(SHOWN);
    Path picture = SHOWN.resolve("access.png").toAbsolutePath();
    Seen seen = show(page(), "--screenshot=" + picture);
    assertThat(seen.console()).isEmpty();
    assertThat(seen.hosts()).isEmpty();
    // an empty page of this size has some ten thousand bytes
    assertThat(Files.size(picture)).isGreaterThan(40_000);
  }

  @Test
  @Tag("R72")
  void itCanBePrinted() throws Exception {
    Files.createDirectories(SHOWN);
    Path print = SHOWN.resolve("access.pdf").toAbsolutePath();
    Seen seen = show(page(), "--print-to-pdf=" + print);
    assertThat(seen.hosts()).isEmpty();
    String pdf = Files.readString(print, StandardCharsets.ISO_8859_1);
    assertThat(pdf).startsWith("%PDF-").contains("/Lang (de)").contains("/Font");
    long pages = Pattern.compile("/Type\\s*/Page\\b(?!s)").matcher(pdf).results().count();
    assertThat(pages).isBetween(1L, 6L);
  }

  @Test
  void aPageThatFailsOrAsksForMoreIsSeen() throws Exception {
    Path page = folder.resolve("other.html");
    Files.writeString(
        page,
        "<!doctype html><title>t</title><img src=\"http://example.com/x.png\">"
            + "<script>console.error('no')</script>");
    Seen seen = show(page, "--screenshot=" + folder.resolve("other.png"));
    assertThat(seen.console()).contains("no");
    assertThat(seen.hosts()).containsExactly("example.com");
  }
}
