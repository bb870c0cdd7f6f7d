package eu.sotto.records;

import eu.sotto.crypto.Bytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Everything in a store of records that the keys of the vault still open, due or not. */
public final class Legible {
  private final Parts parts;
  private final List<Text> texts = new ArrayList<>();

  /**
   * What was opened, byte for byte.
   *
   * @param place the table, or {@code content}
   */
  public record Text(String place, String text) {}

  private Legible(Records records) {
    this.parts = records.parts();
  }

  /** Opens all sheets and contents, those of records on their way included. */
  public static List<Text> in(Records records) throws IOException {
    Legible all = new Legible(records);
    all.sheets("call", "token", "call");
    all.sheets("record", "id", "record");
    all.sheets("finding", "id", "finding");
    for (RecordId id : all.parts.contents().names()) {
      all.content(id);
    }
    records.anonymous().forEach(text -> all.texts.add(new Text("anonymous", text)));
    return all.texts;
  }

  private record Sheet(Bytes id, Bytes sealed) {}

  private void sheets(String table, String id, String kind) {
    List<Sheet> sheets =
        parts
            .index()
            .read(
                connection ->
                    Sql.list(
                        connection,
                        row -> new Sheet(Sql.bytes(row, 1), Sql.bytes(row, 2)),
                        "SELECT " + id + ", sealed FROM " + table));
    for (Sheet sheet : sheets) {
      opened(kind, sheet).ifPresent(text -> texts.add(new Text(table, text)));
    }
  }

  private Optional<String> opened(String kind, Sheet sheet) {
    try {
      return Optional.of(
          latin(parts.seals().openSheet(kind, sheet.id().toArray(), sheet.sealed().toArray())));
    } catch (RecordException.Shredded e) {
      return Optional.empty();
    }
  }

  private void content(RecordId id) throws IOException {
    try (SeekableByteChannel content = parts.seals().opening(id, parts.contents().open(id))) {
      ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(content.size()));
      while (bytes.hasRemaining() && content.read(bytes) >= 0) {}
      texts.add(new Text("content", latin(bytes.array())));
    } catch (RecordException.Shredded | RecordException.Missing e) {
      // Nothing opens it: no key, or a draft that was not published.
    }
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
