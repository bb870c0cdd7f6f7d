package eu.sotto.tool;

import eu.sotto.Audit;
import eu.sotto.crypto.VerifierKey;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Opens what the audit commands are given. */
final class Stored {
  private static final long MAX_KEY = 4_096;

  private Stored() {}

  /** With the verifier key if there is one, else with the store's own keys. */
  static Audit open(Path directory, @Nullable Path key, @Nullable Path keys) throws BadInput {
    if (!Files.isDirectory(directory)) {
      throw new BadInput(directory + " is no folder");
    }
    if (key != null) {
      return Audit.of(directory, key(key));
    }
    return keys == null ? Audit.withKeys(directory) : Audit.withKeys(directory, keys);
  }

  static VerifierKey key(@Nullable Path file) throws BadInput {
    if (file == null) {
      throw new BadInput("give the store's verifier key with --key");
    }
    return parsed(file, text(file, MAX_KEY).strip(), VerifierKey::parse);
  }

  static String text(Path file, long most) throws BadInput {
    try {
      if (Files.size(file) > most) {
        throw new BadInput(file + " is larger than " + most + " bytes");
      }
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      throw new BadInput(file + " does not exist");
    } catch (CharacterCodingException e) {
      throw new BadInput(file + " is not UTF-8 text");
    } catch (IOException e) {
      throw new BadInput(file + " cannot be read (" + e.getClass().getSimpleName() + ")");
    }
  }

  static <T> T parsed(Path file, String text, Function<String, T> parser) throws BadInput {
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException e) {
      throw new BadInput(file + ": " + e.getMessage());
    }
  }
}
