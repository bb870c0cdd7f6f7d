package eu.sotto.tool;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Evaluates a table of events: when does each period end, and when may its record go? */
@Command(
    name = "due",
    mixinStandardHelpOptions = true,
    description = {
      "Computes when retention periods and deadlines end.",
      "Prints a table with the columns id, last_day, first_deletion_day, alternative;",
      "the alternative is filled only where the law is read in more than one way."
    })
final class DueCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--rules",
      paramLabel = "FILE",
      description =
          "TSV of named rules with the columns key and rule, and optionally kind; they go before"
              + " those of the built-in German pack.")
  private @Nullable Path rules;

  @Option(
      names = "--events",
      paramLabel = "FILE",
      required = true,
      description =
          "TSV with the columns id, rule (a term such as P6Y;YE or a key), trigger (a date or an"
              + " instant with offset), zone; - for standard input.")
  private @Nullable Path events;

  private DueCommand() {}

  @Override
  public Integer call() {
    PrintWriter out = writer(true);
    PrintWriter errors = writer(false);
    NamedRules named;
    Table table;
    try {
      named = rules == null ? NamedRules.ofPack() : NamedRules.of(table(rules, "key", "rule"));
      table = table(events, "id", "rule", "trigger", "zone");
    } catch (BadInput e) {
      errors.println("sotto due: " + e.getMessage());
      return 2;
    }
    int refused = 0;
    out.println("id\tlast_day\tfirst_deletion_day\talternative");
    for (Table.Row row : table.rows()) {
      try {
        out.println(DueLine.of(row, named));
      } catch (BadInput e) {
        refused++;
        errors.println("sotto due: " + table.name() + ":" + row.line() + ": " + e.getMessage());
      }
    }
    out.flush();
    errors.flush();
    return refused == 0 ? 0 : 1;
  }

  private PrintWriter writer(boolean out) {
    if (spec == null) {
      throw new IllegalStateException("the command is run by picocli");
    }
    return out ? spec.commandLine().getOut() : spec.commandLine().getErr();
  }

  private static Table table(@Nullable Path file, String... columns) throws BadInput {
    if (file == null) {
      throw new BadInput("no file is given");
    }
    boolean standardInput = file.toString().equals("-");
    try {
      String text =
          standardInput
              ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
              : Files.readString(file);
      return Table.parse(standardInput ? "standard input" : file.toString(), text, columns);
    } catch (CharacterCodingException e) {
      throw new BadInput(file + " is not UTF-8 text");
    } catch (NoSuchFileException e) {
      throw new BadInput(file + " does not exist");
    } catch (IOException e) {
      throw new BadInput(file + " cannot be read (" + e.getClass().getSimpleName() + ")");
    }
  }
}
