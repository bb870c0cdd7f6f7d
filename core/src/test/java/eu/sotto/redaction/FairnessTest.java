package eu.sotto.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sotto.vocabulary.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Recall of names must not depend on where a name comes from. */
@Tag("R42")
class FairnessTest {
  private static final int PAIRS = 400;
  private static final long SEED = 42;
  private static final String[] CARRIERS = {
    "mein name ist {1}",
    "guten tag hier ist {1}",
    "ich heiße {1} und habe eine frage",
    "hier spricht {1}",
    "{1} am apparat",
    "my name is {1}",
    "hi this is {1}",
    "yes i'm {1} and i have a question",
    "the booking is under the name {1}",
    "frau {1} bitte"
  };

  private final Redactor redactor = Redactor.of(RedactionPolicy.identifiers());

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void noCountryFallsBehind(boolean written) throws IOException {
    Path folder = SampleCall.shared().resolve("datasets/names");
    Map<String, List<String>> given = names(folder.resolve("common-forenames-by-country.csv"), 11);
    Map<String, List<String>> family = names(folder.resolve("common-surnames-by-country.csv"), 5);
    given.keySet().retainAll(family.keySet());
    assertThat(given).hasSize(65);
    List<Double> recalls = new ArrayList<>();
    Recall words = new Recall(given.size() * PAIRS);
    Recall others = new Recall(given.size() * PAIRS);
    given.forEach(
        (country, list) -> {
          Recall recall = new Recall(PAIRS);
          recall(list, family.getOrDefault(country, List.of()), written, recall, words, others);
          recalls.add(recall.share());
          double[] interval = recall.interval(SEED);
          assertThat(recall.share()).as(country).isBetween(interval[0], interval[1]);
          if (Boolean.getBoolean("sotto.verbose")) {
            double low = interval[0];
            double high = interval[1];
            System.out.printf("%s %.3f [%.3f, %.3f]%n", country, recall.share(), low, high);
          }
        });
    recalls.sort(null);
    double mean = recalls.stream().mapToDouble(r -> r).average().orElse(0);
    double worst = recalls.subList(0, 6).stream().mapToDouble(r -> r).average().orElse(0);
    String figures =
        String.format(
            Locale.ROOT,
            "written=%s mean %.3f worst tenth %.3f least %.3f; names that are words %.3f of %d,"
                + " others %.3f",
            written,
            mean,
            worst,
            recalls.get(0),
            words.share(),
            words.size(),
            others.share());
    if (Boolean.getBoolean("sotto.verbose")) {
      System.out.println(figures);
    }
    assertThat(worst).as(figures).isGreaterThanOrEqualTo(mean - 0.03);
    assertThat(recalls.get(0)).as(figures).isGreaterThanOrEqualTo(0.90);
  }

  private void recall(List<String> given, List<String> family, boolean written, Recall... into) {
    Random random = new Random(SEED);
    for (int i = 0; i < PAIRS; i++) {
      String first = given.get(random.nextInt(given.size()));
      String name = first + " " + family.get(random.nextInt(family.size()));
      String said = written ? name : name.toLowerCase(Locale.ROOT);
      String carrier = CARRIERS[i % CARRIERS.length];
      String text = carrier.replace("{1}", said);
      int start = carrier.indexOf("{1}");
      Turn turn = Turn.of(Role.CALLER, text);
      int covered = 0;
      int letters = 0;
      boolean[] hit = new boolean[text.length()];
      for (Finding finding :
          redactor.redact(Transcript.of(Locale.ROOT, List.of(turn))).findings()) {
        java.util.Arrays.fill(hit, finding.start(), finding.end(), true);
      }
      for (int k = start; k < start + said.length(); k++) {
        boolean letter = Character.isLetterOrDigit(text.charAt(k));
        letters += letter ? 1 : 0;
        covered += letter && hit[k] ? 1 : 0;
      }
      into[0].add(covered >= 0.95 * letters);
      into[word(name) ? 1 : 2].add(covered >= 0.95 * letters);
      if (covered < 0.95 * letters && Boolean.getBoolean("sotto.verbose")) {
        System.out.println("  MISSED " + text);
      }
    }
  }

  /** Whether a part of a name is a word of the German or English dictionary. */
  private static boolean word(String name) {
    for (String part : name.split("[ -]", -1)) {
      if ((Lexicon.shipped().flagsOf(part) & Lex.WORD) != 0) {
        return true;
      }
    }
    return false;
  }

  private static Map<String, List<String>> names(Path file, int column) throws IOException {
    Map<String, List<String>> names = new TreeMap<>();
    List<String> lines = Files.readAllLines(file);
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      if (cells.length > column && !cells[column].isBlank()) {
        names
            .computeIfAbsent(cells[0].replace("\uFEFF", ""), key -> new ArrayList<>())
            .add(cells[column].trim());
      }
    }
    return names;
  }
}
