package eu.sotto.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A host outside the build: the README's Java and register, compiled with javac against the
 * packaged jars and run in a process of its own.
 */
class ReadmeHostTest {
  private static final Path ROOT = Path.of(System.getProperty("sotto.root"));
  private static final List<String> NOT_A_HOSTS =
      List.of("junit", "jqwik", "assertj", "opentest4j", "apiguardian", "byte-buddy", "surefire");

  @TempDir Path folder;
  private Path source;
  private Path classes;

  @BeforeEach
  void takeTheReadme() throws IOException {
    String readme = Files.readString(ROOT.resolve("README.md"));
    source = Files.createDirectories(folder.resolve("src/host")).resolve("PhoneAssistant.java");
    Files.writeString(source, "package host;\n\n" + block(readme, "java"));
    Files.writeString(folder.resolve("register.json"), block(readme, "json"));
    classes = Files.createDirectories(folder.resolve("classes"));
  }

  private static String block(String readme, String language) {
    Matcher matcher =
        Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(readme);
    assertThat(matcher.find()).as("a block of " + language).isTrue();
    return matcher.group(1);
  }

  /** The packaged jars and what they need, without the tests' own libraries. */
  private static String jars() {
    String path = System.getProperty("java.class.path");
    List<String> jars =
        Arrays.stream(path.split(File.pathSeparator))
            .filter(entry -> entry.endsWith(".jar"))
            .filter(entry -> NOT_A_HOSTS.stream().noneMatch(entry::contains))
            .toList();
    assertThat(jars).anyMatch(jar -> jar.contains("sotto-core"));
    return String.join(File.pathSeparator, jars);
  }

  private void compile(String... options) {
    List<String> arguments = new ArrayList<>(List.of(options));
    arguments.addAll(
        List.of("-d", classes.toString(), "-Xlint:all,-requires-automatic", "-Werror"));
    arguments.add(source.toString());
    Path module = source.resolveSibling("../module-info.java").normalize();
    if (Files.exists(module)) {
      arguments.add(module.toString());
    }
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    assertThat(result).as("javac").isZero();
  }

  private String run(String... options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.add(folder.toString());
    Path output = folder.resolve("output.txt");
    Process host =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(host.waitFor(2, TimeUnit.MINUTES)).isTrue();
    String told = Files.readString(output, StandardCharsets.UTF_8);
    assertThat(host.exitValue()).as(told).isZero();
    return told;
  }

  @Test
  void theReadmeRunsOnTheClassPath() throws IOException, InterruptedException {
    compile("-cp", jars());
    String told = run("-cp", classes + File.pathSeparator + jars(), "host.PhoneAssistant");
    assertItWorked(told);
  }

  @Test
  void theReadmeRunsOnTheModulePath() throws IOException, InterruptedException {
    Files.writeString(
        folder.resolve("src/module-info.java"), "module host { requires eu.sotto.core; }\n");
    compile("-p", jars());
    String told =
        run("-p", classes + File.pathSeparator + jars(), "-m", "host/host.PhoneAssistant");
    assertItWorked(told);
  }

  private void assertItWorked(String told) {
    assertThat(told.lines().filter("true"::equals)).as(told).hasSize(2);
    assertThat(told).doesNotContain("hand over");
    assertThat(folder.resolve("auskunft/access.txt")).exists();
  }

  @Test
  void theReadmeShowsJavaInItsFirstLines() throws IOException {
    List<String> lines = Files.readAllLines(ROOT.resolve("README.md"));
    assertThat(lines.subList(0, 25)).contains("```java");
  }

  @Test
  void theReadmesRegisterIsTheOneInTheResources() throws IOException {
    Path resource = ROOT.resolve("examples/quickstart/src/main/resources/register.json");
    assertThat(Files.readString(folder.resolve("register.json")).strip())
        .isEqualTo(Files.readString(resource).strip());
  }
}
