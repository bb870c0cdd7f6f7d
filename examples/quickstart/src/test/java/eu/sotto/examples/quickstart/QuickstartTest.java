package eu.sotto.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuickstartTest {
  private static final Path SAMPLES = Path.of(System.getProperty("sotto.samples"));

  private final ByteArrayOutputStream told = new ByteArrayOutputStream();

  private int run(Path samples) throws IOException {
    return Quickstart.run(samples, new PrintStream(told, true, StandardCharsets.UTF_8));
  }

  @Test
  @Tag("R01")
  @Tag("R06")
  @Tag("R10")
  @Tag("R11")
  @Tag("R15")
  @Tag("R17")
  @Tag("R40")
  @Tag("R60")
  @Tag("R70")
  @Tag("R72")
  void everySampleCallEndsAsItMust() throws IOException {
    assertThat(run(SAMPLES)).as(told.toString(StandardCharsets.UTF_8)).isZero();
    assertThat(told.toString(StandardCharsets.UTF_8))
        .contains("All 3 calls ended as they must.")
        .doesNotContain("NOT AS IT MUST BE");
  }

  @Test
  void anUnexpectedEndIsToldAndCounted(@TempDir Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> list = Files.list(SAMPLES)) {
      files = list.toList();
    }
    for (Path file : files) {
      Files.copy(file, folder.resolve(file.getFileName()));
    }
    Path refused = folder.resolve("stromwerk-umzug.json");
    String json = Files.readString(refused);
    Files.writeString(
        refused, json.replaceFirst("\"recording\":\\s*\"refused\"", "\"recording\": \"given\""));
    assertThat(Files.readString(refused)).isNotEqualTo(json);
    assertThat(run(folder)).isPositive();
    assertThat(told.toString(StandardCharsets.UTF_8)).contains("NOT AS IT MUST BE");
  }

  @Test
  void aTraceInAFileIsFound(@TempDir Path folder) throws IOException {
    Files.write(folder.resolve("some.db"), "..sabine wolf..".getBytes(StandardCharsets.UTF_16LE));
    ByteScan scan = new ByteScan();
    scan.lookFor("sabine wolf");
    assertThat(catchThrowable(() -> scan.files(folder)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("some.db");
  }
}
