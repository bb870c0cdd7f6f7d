package eu.sotto.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What a database file must hold: numbered SQL scripts, applied in order, each exactly once.
 *
 * @param applicationId the number in the file's header that tells this kind of store from others;
 *     not zero
 * @param scripts absolute names of resources of this module, for example {@code
 *     /eu/sotto/store/keys-001.sql}; the version of a file is the number of scripts it has seen
 */
public record Schema(int applicationId, List<String> scripts) {
  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if the application id is zero or there is no script
   */
  public Schema {
    scripts = List.copyOf(scripts);
    if (applicationId == 0 || scripts.isEmpty()) {
      throw new IllegalArgumentException("a schema needs an application id and a script");
    }
  }

  /**
   * A schema of these scripts.
   *
   * @param applicationId the number in the file's header, not zero
   * @param scripts absolute names of resources of this module, in order
   * @return the schema
   * @throws IllegalArgumentException if the application id is zero or there is no script
   */
  public static Schema of(int applicationId, String... scripts) {
    return new Schema(applicationId, List.of(scripts));
  }

  int version() {
    return scripts.size();
  }

  /** The statements of one script: each ends with a semicolon at the end of a line. */
  List<String> statements(int script) {
    List<String> statements = new ArrayList<>();
    for (String statement : text(scripts.get(script)).split(";\\s*\\R", -1)) {
      if (!statement.isBlank()) {
        statements.add(statement.strip());
      }
    }
    return statements;
  }

  static String text(String resource) {
    try (InputStream in = Schema.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalArgumentException("no resource " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
