package eu.sotto.tool;

import eu.sotto.Audit;
import eu.sotto.crypto.VerifierKey;
import eu.sotto.interchange.EvidenceJson;
import eu.sotto.ledger.Evidence;
import eu.sotto.ledger.Trust;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** With which keys a store is looked at: the options that the audit commands share. */
final class StoreKeys {
  private static final long MAX_KEY = 4_096;
  private static final long MAX_CHANGES = 1 << 20;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "The store's verifier key, as it was exported: verifier.key.")
  private @Nullable Path key;

  @Option(
      names = "--changes",
      paramLabel = "FILE",
      description =
          "With --key: the recorded changes of a log whose key was changed or that was restored,"
              + " as they were exported: verifier.changes.")
  private @Nullable Path changes;

  @Option(
      names = "--keys",
      paramLabel = "FOLDER",
      description = "The folder of key folders; the default is the user's own.")
  private @Nullable Path keys;

  StoreKeys() {}

  /** Whether only what is public is looked at. */
  boolean publicOnly() {
    return key != null;
  }

  /** With the verifier key if there is one, else with the store's own keys. */
  Audit open(Path directory) throws BadInput {
    if (!Files.isDirectory(directory)) {
      throw new BadInput(directory + " is no folder");
    }
    if (key != null || changes != null) {
      return Audit.of(directory, trust());
    }
    Path folder = keys;
    return folder == null ? Audit.withKeys(directory) : Audit.withKeys(directory, folder);
  }

  /** Whose signatures are believed. */
  Trust trust() throws BadInput {
    Path file = key;
    Path record = changes;
    if (file == null) {
      throw new BadInput("give the store's verifier key with --key");
    }
    VerifierKey trusted =
        Stored.parsed(file, Stored.text(file, MAX_KEY).strip(), VerifierKey::parse);
    if (record == null) {
      return Trust.in(trusted);
    }
    List<Evidence> read =
        Stored.parsed(record, Stored.text(record, MAX_CHANGES), EvidenceJson::readAll);
    return Stored.parsed(record, read, all -> Trust.in(trusted, all));
  }
}
