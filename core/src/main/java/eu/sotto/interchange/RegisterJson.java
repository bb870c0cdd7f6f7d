package eu.sotto.interchange;

import eu.sotto.register.Problem;
import eu.sotto.register.Register;
import eu.sotto.register.RegisterException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads and writes registers as JSON: nothing in the document is guessed, converted or left unread.
 * The format is described by the JSON schema in the resource {@code eu/sotto/register.schema.json};
 * beyond it, the register must not contradict itself. Stateless and thread-safe.
 *
 * <p>A document is UTF-8, at most 4 MiB, nested at most 32 deep, with at most 200,000 tokens and
 * 65,536 characters in a text. Source: RFC 8259.
 */
public final class RegisterJson {
  /** Identifies the format; a document may state it as {@code $schema}. */
  public static final String SCHEMA = "https://sotto.eu/schema/register-1.json";

  private RegisterJson() {}

  /**
   * Reads a register from a file.
   *
   * @param file the file
   * @return the register
   * @throws RegisterException if the file cannot be read, or with every problem found in it
   */
  public static Register read(Path file) {
    String name = String.valueOf(file.getFileName());
    try (InputStream document = Files.newInputStream(file)) {
      return read(document, name);
    } catch (IOException e) {
      throw unreadable(name);
    }
  }

  /**
   * Reads a register from a stream, to its end or its bound, and leaves it open.
   *
   * @param document the stream
   * @param name what to call it in messages, for example {@code register.json}
   * @return the register
   * @throws RegisterException if the stream cannot be read, or with every problem found in it
   */
  public static Register read(InputStream document, String name) {
    Objects.requireNonNull(name, "name");
    byte[] bytes;
    try {
      bytes = document.readNBytes(LocatedJson.Limits.REGISTER.bytes() + 1);
    } catch (IOException e) {
      throw unreadable(name);
    }
    return read(bytes, name);
  }

  /**
   * Writes a register, so that reading gives an equal one.
   *
   * @param register the register
   * @return the document, indented, with a line feed at its end
   */
  public static String write(Register register) {
    return new RegisterWriter(register).document();
  }

  private static Register read(byte[] bytes, String name) {
    Problems problems = new Problems();
    Optional<Json> json = LocatedJson.read(bytes, LocatedJson.Limits.REGISTER, problems);
    if (json.isEmpty() || !problems.none()) {
      throw new RegisterException(name, problems.all());
    }
    Optional<Register> register = new RegisterReader(problems).read(json.get());
    return register.orElseThrow(() -> new RegisterException(name, problems.all()));
  }

  /** The cause is left out: its message would name the folder, which may name a person. */
  private static RegisterException unreadable(String name) {
    return new RegisterException(name, List.of(Problem.at("$", "cannot be read")));
  }
}
