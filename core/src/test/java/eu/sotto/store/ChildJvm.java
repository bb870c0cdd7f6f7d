package eu.sotto.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Starts this test class path's classes in a JVM of their own. */
public final class ChildJvm {
  private final List<String> options;
  private final List<String> prefix;

  private ChildJvm(List<String> prefix, List<String> options) {
    this.prefix = prefix;
    this.options = options;
  }

  /** With options of the JVM. */
  public static ChildJvm with(String... options) {
    return new ChildJvm(List.of(), List.of(options));
  }

  /** Started by another program, for example strace with its options. */
  public static ChildJvm under(String... prefix) {
    return new ChildJvm(List.of(prefix), List.of());
  }

  /** What the main class prints. */
  public static String run(Class<?> main, String... arguments)
      throws IOException, InterruptedException {
    return with().output(main, arguments);
  }

  /** What the main class prints. */
  public String output(Class<?> main, String... arguments)
      throws IOException, InterruptedException {
    Process process = start(main, arguments);
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }

  /** Starts it; its error stream is this JVM's. */
  public Process start(Class<?> main, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(prefix);
    command.add(System.getProperty("java.home") + "/bin/java");
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m"));
    if (Runtime.version().feature() >= 22) {
      command.add("--enable-native-access=ALL-UNNAMED");
    }
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }
}
