package eu.sotto.tool;

import eu.sotto.CallPrivacy;
import eu.sotto.FolderBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which store is opened, and under which register: what the commands on records share. */
final class StoreArguments {
  @Parameters(index = "0", paramLabel = "DIR", description = "The store's folder.")
  private @Nullable Path directory;

  @Option(
      names = "--register",
      paramLabel = "FILE",
      required = true,
      description = "The register whose rules count.")
  private @Nullable Path register;

  @Option(
      names = "--keys",
      paramLabel = "FOLDER",
      description = "The folder of key folders; the default is the user's own.")
  private @Nullable Path keys;

  StoreArguments() {}

  /** Opens a store that is there; none is made. */
  CallPrivacy open() throws BadInput {
    Path folder = directory;
    Path rules = register;
    if (folder == null || rules == null) {
      throw new IllegalStateException("the command is run by picocli");
    }
    if (!Files.isRegularFile(folder.resolve("store.id"))) {
      throw new BadInput(folder + " is no store");
    }
    if (!Files.isRegularFile(rules)) {
      throw new BadInput(rules + " does not exist");
    }
    FolderBuilder builder = CallPrivacy.in(folder).register(rules);
    return (keys == null ? builder : builder.keyFolder(keys)).open();
  }
}
