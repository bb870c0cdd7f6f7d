package eu.sotto.tool;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code sotto}. Exit codes: 0 done, 1 some input was refused, 2 wrong usage. */
@Command(
    name = "sotto",
    description = "Tools of Sotto, a library for processing phone calls as the GDPR demands.",
    mixinStandardHelpOptions = true,
    version = "sotto 0.1.0",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DueCommand.class,
      RedactCommand.class,
      VerifyCommand.class,
      ProofCommand.class,
      SweepCommand.class,
      ExplainCommand.class
    })
public final class Sotto {
  private Sotto() {}

  /**
   * Runs a subcommand and exits with its code.
   *
   * @param args the command line
   */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Sotto());
  }
}
