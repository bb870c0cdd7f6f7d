package eu.sotto.examples.quickstart;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs the sample calls to their expected ends, tells each step in plain words, and ends with a
 * failure if anything is not as it must be.
 */
public final class Quickstart {
  private static final List<String> SAMPLES =
      List.of("praxis-termin", "stromwerk-umzug", "hotel-booking");

  private Quickstart() {}

  /**
   * Runs all samples.
   *
   * @param args the folder of the samples; {@code examples/samples} if none is given
   * @throws IOException if a sample cannot be read, or a trace of a caller is left
   */
  public static void main(String[] args) throws IOException {
    Path samples = Path.of(args.length > 0 ? args[0] : "examples/samples");
    if (run(samples, System.out) > 0) {
      throw new IllegalStateException("something is not as it must be, see above");
    }
  }

  /**
   * Runs all samples of a folder.
   *
   * @param samples the folder
   * @param out where the story is told
   * @return how many things were not as they must be
   * @throws IOException if a sample cannot be read, or a trace of a caller is left
   */
  static int run(Path samples, PrintStream out) throws IOException {
    Story story = new Story(out);
    for (String name : SAMPLES) {
      Path folder = Files.createTempDirectory("sotto-quickstart");
      try {
        new Walkthrough(SampleCall.read(samples, name), story, folder).run();
      } finally {
        delete(folder);
      }
    }
    story.chapter(
        story.wrong() == 0
            ? "All " + SAMPLES.size() + " calls ended as they must."
            : story.wrong() + " thing(s) are not as they must be.");
    return story.wrong();
  }

  private static void delete(Path folder) throws IOException {
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(folder)) {
      paths = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : paths) {
      Files.delete(path);
    }
  }
}
