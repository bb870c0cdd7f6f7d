package eu.sotto.tool;

import eu.sotto.Audit;
import eu.sotto.crypto.VerifierKey;
import eu.sotto.ledger.Checkpoint;
import eu.sotto.ledger.LeafId;
import eu.sotto.ledger.TlogProof;
import eu.sotto.vocabulary.PrivacyException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the proof that an entry is in a store's ledger. */
@Command(
    name = "proof",
    mixinStandardHelpOptions = true,
    description = {
      "Writes the proof that an entry is in a store's ledger as a file that verifies offline, and"
          + " says how. The proof tells nothing of what the entry says.",
      "Exit codes: 0 written, 1 there is no proof of that entry, 2 wrong input."
    })
final class ProofCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(index = "0", paramLabel = "DIR", description = "The store's folder.")
  private @Nullable Path directory;

  @Parameters(
      index = "1",
      paramLabel = "ENTRY",
      description = "The entry's place from 0, or its id of 32 hexadecimal digits.")
  private @Nullable String entry;

  @Mixin private final StoreKeys keys = new StoreKeys();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where to write it; the default is ENTRY.tlog-proof. Nothing is overwritten.")
  private @Nullable Path out;

  private ProofCommand() {}

  @Override
  public Integer call() {
    CommandSpec command = spec;
    Path given = directory;
    String named = entry;
    if (command == null || given == null || named == null) {
      throw new IllegalStateException("the command is run by picocli");
    }
    Path wanted = out;
    PrintWriter errors = command.commandLine().getErr();
    try (Audit audit = keys.open(given)) {
      TlogProof proof = proof(audit, named);
      Path file = wanted == null ? Path.of(named + TlogProof.FILE_ENDING) : wanted;
      write(file, proof.text());
      explain(audit, proof, file, command.commandLine().getOut());
      return 0;
    } catch (IllegalArgumentException e) {
      errors.println("sotto proof: " + e.getMessage());
      return 1;
    } catch (BadInput | PrivacyException e) {
      errors.println("sotto proof: " + e.getMessage());
      return 2;
    } finally {
      errors.flush();
    }
  }

  private static TlogProof proof(Audit audit, String entry) throws BadInput {
    if (entry.matches("[0-9]{1,18}")) {
      return audit.proof(Long.parseLong(entry));
    }
    if (entry.matches("[0-9a-fA-F]{32}")) {
      return audit.proof(LeafId.parse(entry));
    }
    throw new BadInput("ENTRY is a place from 0, or an id of 32 hexadecimal digits");
  }

  private static void write(Path file, String text) throws BadInput {
    try {
      Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw new BadInput(file + " exists already");
    } catch (IOException e) {
      throw new BadInput(file + " cannot be written (" + e.getClass().getSimpleName() + ")");
    }
  }

  private static void explain(Audit audit, TlogProof proof, Path file, PrintWriter out) {
    out.println(
        "wrote " + file + ": entry " + proof.index() + ", " + proof.kind() + ", " + proof.id());
    boolean changed = !audit.trust().changes().isEmpty();
    out.println(
        "verify it offline with: sotto verify "
            + file
            + " --key verifier.key"
            + (changed ? " --changes verifier.changes" : ""));
    out.println((changed ? "the log signs now with: " : "verifier.key holds: ") + key(audit));
    out.println(
        "the key for other tools of signed notes: "
            + Checkpoint.noteKeys(audit.origin(), key(audit)).get(0));
    out.println("take the key from a copy that was kept elsewhere, not from this message");
    out.flush();
  }

  private static VerifierKey key(Audit audit) {
    return audit.trust().key();
  }
}
