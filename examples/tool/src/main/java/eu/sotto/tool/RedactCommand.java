package eu.sotto.tool;

import eu.sotto.redaction.RedactionPolicy;
import eu.sotto.redaction.Redactor;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Redacts calls, one JSON object a line, row by row. */
@Command(
    name = "redact",
    mixinStandardHelpOptions = true,
    description = {
      "Reads calls from standard input, one JSON object a line, and writes each one without the"
          + " personal data that was found in it.",
      "In: {\"id\", \"text\"} or {\"id\", \"turns\":[{\"speaker\":\"agent\"|\"caller\", \"text\","
          + " \"words\"?, \"alternatives\"?}]}, and optionally \"lang\" and \"asked\":[TYPE...].",
      "Out: {\"id\", \"spans\":[[start,end,TYPE]...], \"redacted\"}; offsets count Unicode code"
          + " points, the end is exclusive.",
      "A row that cannot be read is reported by its line and left out; the exit code is then 1."
    })
final class RedactCommand implements Callable<Integer> {
  /** What is looked for. */
  enum Profile {
    identifiers,
    full
  }

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--profile",
      paramLabel = "PROFILE",
      defaultValue = "full",
      description =
          "identifiers, or full (the default): health and other content of GDPR Art. 9 and 10 as"
              + " well.")
  private Profile profile = Profile.full;

  private RedactCommand() {}

  @Override
  public Integer call() {
    if (spec == null) {
      throw new IllegalStateException("the command is run by picocli");
    }
    // Not System.out: it swallows what cannot be written.
    OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16);
    return run(System.in, out, spec.commandLine().getErr(), profile);
  }

  static int run(InputStream in, OutputStream out, PrintWriter errors, Profile profile) {
    Redactor redactor =
        Redactor.of(
            profile == Profile.full ? RedactionPolicy.full() : RedactionPolicy.identifiers());
    Lines lines = new Lines(in);
    int refused = 0;
    try {
      while (lines.next()) {
        refused += redact(lines, redactor, out, errors) ? 0 : 1;
        if (lines.waits()) {
          out.flush();
        }
      }
      out.flush();
    } catch (IOException e) {
      errors.println("sotto redact: line " + (lines.number() + 1) + ": input or output failed");
      refused++;
    }
    errors.flush();
    return refused == 0 ? 0 : 1;
  }

  private static boolean redact(
      Lines lines, Redactor redactor, OutputStream out, PrintWriter errors) throws IOException {
    byte[] answer;
    try {
      String line = lines.text();
      if (line.isBlank()) {
        return true;
      }
      CallRow row = CallRow.parse(line);
      answer = RedactedRow.bytes(row, redactor.redact(row.transcript(), row.asked()));
    } catch (BadInput e) {
      errors.println("sotto redact: line " + lines.number() + ": " + e.getMessage());
      return false;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      // Whatever went wrong, the row is not let through; the message could repeat its text.
      String what = e.getClass().getSimpleName();
      errors.println("sotto redact: line " + lines.number() + ": not redacted (" + what + ")");
      return false;
    }
    out.write(answer);
    return true;
  }
}
