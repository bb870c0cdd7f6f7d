package eu.sotto.examples.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a stranger runs it: what it prints, and what its exit code tells. */
class ScenariosTest {
  private record Ended(int exitCode, String told) {}

  @TempDir Path folder;

  private Ended run() throws IOException, InterruptedException {
    Path output = folder.resolve("output.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dstdout.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                Scenarios.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    return new Ended(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
  }

  @Test
  void theCommandEndsWellWhenEveryPromiseIsShown() throws Exception {
    Ended ended = run();
    assertThat(ended.exitCode()).as(ended.told()).isZero();
    assertThat(ended.told()).contains("promises are shown.").doesNotContain("NOT SHOWN");
    Scenario.all().forEach(scenario -> assertThat(ended.told()).contains("== " + scenario.id()));
  }

  @Test
  void theExitCodeTellsOfAPromiseThatIsNotShown() throws Exception {
    String register = Scenarios.builtIn("s3.register.json");
    String silent = register.replace("\"notices\": [\"announcement\"]", "\"notices\": []");
    assertThat(silent).isNotEqualTo(register);
    Files.writeString(folder.resolve("s3.register.json"), silent);
    Ended ended = run();
    assertThat(ended.exitCode()).as(ended.told()).isNotZero();
    assertThat(ended.told()).contains("NOT SHOWN  A summary rests on");
  }

  @Test
  void aRegisterThatDoesNotLoadShowsNothing() throws Exception {
    Files.writeString(folder.resolve("s3.register.json"), "{}");
    Ended ended = run();
    assertThat(ended.exitCode()).isNotZero();
    assertThat(ended.told())
        .contains(Summaries.scenario().promises().size() + " of ")
        .contains("promises are NOT SHOWN");
  }
}
