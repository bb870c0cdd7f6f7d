package eu.sotto.tool;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Function;

/** Reads files that the commands are given. */
final class Stored {
  private Stored() {}

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

  static <S, T> T parsed(Path file, S text, Function<S, T> parser) throws BadInput {
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException e) {
      throw new BadInput(file + ": " + e.getMessage());
    }
  }
}
