package eu.sotto.tool;

import eu.sotto.Audit;
import eu.sotto.interchange.ConsentReceipt;
import eu.sotto.ledger.Evidence;
import eu.sotto.ledger.TlogProof;
import eu.sotto.ledger.Trust;
import eu.sotto.ledger.Verification;
import eu.sotto.rights.ErasureReceipt;
import eu.sotto.vocabulary.PrivacyException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks a store, or one proof or receipt that came out of it. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Checks that nothing in a store's ledger was changed, and names the first bad entry.",
      "With --key the tree and its signed checkpoints are checked; with the store's keys every"
          + " payload is opened as well.",
      "A file instead of a folder is a proof or a receipt, and is checked with --key.",
      "Exit codes: 0 it holds, 1 it does not, 2 it could not be checked."
    })
final class VerifyCommand implements Callable<Integer> {
  private static final long EVERY = 100_000;
  private static final long MAX_FILE = 1 << 20;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(index = "0", paramLabel = "DIR", description = "The store's folder, or a file.")
  private @Nullable Path target;

  @Mixin private final StoreKeys keys = new StoreKeys();

  @Option(names = "--tree-only", description = "Opens no payload, even if the keys are there.")
  private boolean treeOnly;

  private VerifyCommand() {}

  @Override
  public Integer call() {
    CommandSpec command = spec;
    Path given = target;
    if (command == null || given == null) {
      throw new IllegalStateException("the command is run by picocli");
    }
    PrintWriter out = command.commandLine().getOut();
    PrintWriter errors = command.commandLine().getErr();
    try {
      return Files.isRegularFile(given) ? file(given, out) : folder(given, out, errors);
    } catch (BadInput | PrivacyException e) {
      errors.println("sotto verify: " + e.getMessage());
      return 2;
    } finally {
      out.flush();
      errors.flush();
    }
  }

  private int folder(Path directory, PrintWriter out, PrintWriter errors) throws BadInput {
    try (Audit audit = keys.open(directory)) {
      LongConsumer progress = progress(errors, audit.size());
      Verification found = treeOnly ? audit.verifyTree(progress) : audit.verify(progress);
      if (!found.intact()) {
        return bad(found, out);
      }
      audit.trust().changes().forEach(change -> out.println(line(change)));
      out.println(
          "intact: " + found.entries() + " entries, " + audit.signedSize() + " of them signed");
      if (!keys.publicOnly() && !treeOnly) {
        out.println(
            "payloads: "
                + found.opened()
                + " opened, "
                + found.erased()
                + " erased, "
                + found.destroyed()
                + " whose key is destroyed");
      }
      return 0;
    }
  }

  private static String line(Evidence change) {
    Map<String, Object> says = change.shown();
    long at = change.inclusion().from();
    return says.containsKey("previous_origin")
        ? "restored at entry "
            + at
            + ": "
            + says.get("previous_origin")
            + " with "
            + says.get("size")
            + " entries became "
            + says.get("origin")
            + "; what followed them is lost"
        : "signing key changed at entry " + at + " to " + says.get("next");
  }

  private static int bad(Verification found, PrintWriter out) {
    found
        .firstBad()
        .ifPresent(bad -> out.println("NOT intact: entry " + bad.index() + ": " + bad.what()));
    return 1;
  }

  private static LongConsumer progress(PrintWriter errors, long size) {
    long[] told = {0};
    return checked -> {
      if (checked < told[0]) {
        told[0] = 0;
      }
      if (checked - told[0] >= EVERY) {
        told[0] = checked;
        errors.println("checked " + checked + " of " + size);
        errors.flush();
      }
    };
  }

  private int file(Path file, PrintWriter out) throws BadInput {
    Trust trust = keys.trust();
    String text = Stored.text(file, MAX_FILE);
    if (text.startsWith("c2sp.org/tlog-proof@")) {
      return proof(Stored.parsed(file, text, TlogProof::parse), trust, out);
    }
    Verification found =
        text.contains("\n-- proof --\n") && text.startsWith("Receipt of erasure")
            ? Stored.parsed(file, text, ErasureReceipt::parse).verify(trust)
            : Stored.parsed(file, text, ConsentReceipt::parse).verify(trust);
    if (!found.intact()) {
      return bad(found, out);
    }
    out.println("holds: the log states these words");
    return 0;
  }

  private static int proof(TlogProof proof, Trust trust, PrintWriter out) {
    if (!proof.verifies(trust)) {
      out.println(
          "NOT proved: the file does not lead to a checkpoint signed with this key or one that it"
              + " vouches for");
      return 1;
    }
    out.println(
        "holds: entry "
            + proof.index()
            + " ("
            + proof.kind()
            + ", "
            + proof.id()
            + ") is in the"
            + " log "
            + proof.proof().checkpoint().origin()
            + " of "
            + proof.proof().checkpoint().size()
            + " entries, signed "
            + proof.proof().checkpoint().signedAt());
    return 0;
  }
}
