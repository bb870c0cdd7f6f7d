package eu.sotto.interchange;

import java.io.OutputStream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes plain trees of maps, lists, texts, numbers and truth values as JSON. Thread-safe. */
public final class PlainJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private PlainJson() {}

  /**
   * Writes a tree, indented, in UTF-8; map entries keep their order.
   *
   * @param tree maps with text keys, lists, texts, numbers, truth values
   * @param out where to; not closed
   */
  public static void write(Object tree, OutputStream out) {
    byte[] json = MAPPER.writeValueAsBytes(tree);
    try {
      out.write(json);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
