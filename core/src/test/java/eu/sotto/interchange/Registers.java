package eu.sotto.interchange;

import eu.sotto.register.Register;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The example register and ways to read texts as registers. */
final class Registers {
  private Registers() {}

  static String exampleText() {
    try (InputStream in = Registers.class.getResourceAsStream("/eu/sotto/register-example.json")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Register example() {
    return read(exampleText());
  }

  static Register read(String document) {
    return read(document.getBytes(StandardCharsets.UTF_8));
  }

  static Register read(byte[] document) {
    return RegisterJson.read(new ByteArrayInputStream(document), "register.json");
  }
}
