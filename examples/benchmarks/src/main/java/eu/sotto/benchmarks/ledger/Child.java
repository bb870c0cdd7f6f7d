package eu.sotto.benchmarks.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A probe in a JVM of its own, under a tracer or with a small heap if wanted. */
final class Child {
  private final List<String> before = new ArrayList<>();
  private final List<String> options = new ArrayList<>();
  private String classPath = System.getProperty("java.class.path");

  /** What runs the JVM, such as a tracer with its arguments. */
  Child under(String... tracer) {
    before.addAll(List.of(tracer));
    return this;
  }

  Child with(String... jvmOptions) {
    options.addAll(List.of(jvmOptions));
    return this;
  }

  /** A folder whose services are found first. */
  Child first(Path folder) {
    classPath = folder + System.getProperty("path.separator") + classPath;
    return this;
  }

  /** The numbers that the probe prints on its last line. */
  double[] run(Class<?> probe, Object... args) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(before);
    command.add(System.getProperty("java.home") + "/bin/java");
    command.addAll(options);
    command.addAll(List.of("-cp", classPath, probe.getName()));
    for (Object arg : args) {
      command.add(arg.toString());
    }
    Path output = Files.createTempFile("probe", ".txt");
    Path errors = Files.createTempFile("probe", ".err");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(output.toFile())
              .redirectError(errors.toFile())
              .start();
      boolean ended = process.waitFor(10, TimeUnit.MINUTES);
      process.destroyForcibly();
      List<String> lines = Files.readAllLines(output, StandardCharsets.UTF_8);
      if (!ended || process.exitValue() != 0 || lines.isEmpty()) {
        throw new IllegalStateException(
            probe.getSimpleName() + " failed: " + Files.readString(errors));
      }
      return numbers(lines.get(lines.size() - 1));
    } finally {
      Files.delete(output);
      Files.delete(errors);
    }
  }

  private static double[] numbers(String line) {
    String[] words = line.split(" ", -1);
    double[] numbers = new double[words.length];
    for (int i = 0; i < words.length; i++) {
      numbers[i] = Double.parseDouble(words[i]);
    }
    return numbers;
  }
}
