package eu.sotto.tool;

import eu.sotto.CallPrivacy;
import eu.sotto.records.RecordId;
import eu.sotto.register.RegisterException;
import eu.sotto.retention.Explanation;
import eu.sotto.vocabulary.PrivacyException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says why a record is still here. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = {
      "Says why a record is still here, until when, by which rules, and what would free it, as a"
          + " sweep decides it.",
      "Exit codes: 0 said, 1 nothing is kept under that id, 2 wrong input."
    })
final class ExplainCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Mixin private final StoreArguments store = new StoreArguments();

  @Parameters(
      index = "1",
      paramLabel = "RECORD",
      description = "The record's id of 32 hexadecimal digits.")
  private @Nullable String record;

  @Option(
      names = "--language",
      paramLabel = "TAG",
      defaultValue = "en",
      description = "de or en; the default is ${DEFAULT-VALUE}.")
  private String language = "en";

  @Option(
      names = "--rules",
      description =
          "Prints, in place of words, a line for each rule for programs: kind, id, source, role and"
              + " last day in ISO 8601, between tabs.")
  private boolean rules;

  private ExplainCommand() {}

  @Override
  public Integer call() {
    CommandSpec command = spec;
    String named = record;
    if (command == null || named == null) {
      throw new IllegalStateException("the command is run by picocli");
    }
    PrintWriter out = command.commandLine().getOut();
    PrintWriter errors = command.commandLine().getErr();
    try {
      RecordId id = id(named);
      Locale words = words(language);
      try (CallPrivacy privacy = store.open()) {
        Optional<Explanation> explanation = privacy.retention().explain(id);
        out.println(
            explanation
                .map(said -> rules ? lines(said) : said.text(words))
                .orElse("nothing is kept under that id"));
        return explanation.isPresent() ? 0 : 1;
      }
    } catch (BadInput | PrivacyException | RegisterException e) {
      errors.println("sotto explain: " + e.getMessage());
      return 2;
    } finally {
      out.flush();
      errors.flush();
    }
  }

  private static String lines(Explanation explanation) {
    return explanation.rules().stream()
        .map(
            rule ->
                String.join(
                    "\t",
                    rule.kind().name(),
                    rule.rule().name(),
                    rule.source(),
                    rule.role().name(),
                    rule.end().map(Object::toString).orElse("")))
        .collect(Collectors.joining("\n"));
  }

  private static Locale words(String language) throws BadInput {
    return switch (language) {
      case "de" -> Locale.GERMAN;
      case "en" -> Locale.ENGLISH;
      default -> throw new BadInput("--language is de or en");
    };
  }

  private static RecordId id(String text) throws BadInput {
    try {
      return RecordId.parse(text);
    } catch (IllegalArgumentException e) {
      throw new BadInput("RECORD is an id of 32 hexadecimal digits");
    }
  }
}
