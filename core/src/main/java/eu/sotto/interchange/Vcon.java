package eu.sotto.interchange;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;

/**
 * A call as a vCon, the exchange format for conversations. Personal data: never printed. Immutable
 * and thread-safe.
 *
 * <p>Source: draft-ietf-vcon-vcon-core with the syntax version {@value #VERSION};
 * draft-howe-vcon-lawful-basis.
 */
public final class Vcon {
  /** The syntax version that is written and read. */
  public static final String VERSION = "0.4.0";

  /** The names of the format that are repeated in messages; any other may be personal. */
  static final Set<String> NAMES =
      Set.of(
          "vcon",
          "uuid",
          "created_at",
          "updated_at",
          "extensions",
          "critical",
          "subject",
          "parties",
          "dialog",
          "analysis",
          "attachments",
          "tel",
          "sip",
          "mailto",
          "name",
          "type",
          "start",
          "duration",
          "originator",
          "mediatype",
          "filename",
          "encoding",
          "body",
          "url",
          "content_hash",
          "text",
          "party",
          "vendor",
          "purpose");

  private final String json;

  private Vcon(String json) {
    this.json = json;
  }

  /**
   * A vCon of its parts.
   *
   * @param parts what it is made of
   * @return the document
   */
  public static Vcon of(VconParts parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PlainJson.write(VconTree.of(Objects.requireNonNull(parts, "parts")), out);
    return new Vcon(out.toString(StandardCharsets.UTF_8));
  }

  /**
   * Reads a vCon that another system made, as the source of a call. Whatever it claims to be
   * allowed counts for nothing here. At most 64 MiB, 100 parties and 1,000 dialogs; nested at most
   * 32 deep, with at most 1,000,000 tokens.
   *
   * @param document an unsigned, unencrypted vCon in UTF-8
   * @return the call
   * @throws VconException if it is not one, with all that is wrong and nothing of what it says
   */
  public static VconCall read(byte[] document) {
    return VconReader.read(Objects.requireNonNull(document, "document"));
  }

  /**
   * The document.
   *
   * @return JSON, indented
   */
  public String json() {
    return json;
  }

  /** Never what it says. */
  @Override
  public String toString() {
    return "Vcon[" + json.length() + " characters]";
  }
}
