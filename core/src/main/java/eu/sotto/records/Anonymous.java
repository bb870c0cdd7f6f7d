package eu.sotto.records;

import eu.sotto.crypto.Bytes;
import eu.sotto.crypto.KeyId;
import eu.sotto.crypto.KeyKind;
import eu.sotto.redaction.RedactionPolicy;
import eu.sotto.redaction.Redactor;
import eu.sotto.redaction.Transcript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Texts that stay when their record goes and its rule says so: redacted once more, without any
 * number, under a random id and a key of nobody, of a length that tells nothing, without time, call
 * or person. Thread-safe.
 */
final class Anonymous {
  private static final int PADDED = 4_096;
  private static final int LONGEST = 1 << 20;
  private static final int PAGE = 100;
  private static final String KEY = "anonymous-key";
  private static final Pattern NUMBERS = Pattern.compile("\\p{Nd}");

  private final Parts parts;
  private final Redactor redactor = Redactor.of(RedactionPolicy.full());

  Anonymous(Parts parts) {
    this.parts = parts;
  }

  /** A text that is ready to be stored. */
  record Text(Bytes id, Bytes sealed) {}

  /** What stays of a record; nothing of a sound, of fields, or of what is too long to judge. */
  Optional<Text> of(RecordEntry entry) {
    boolean words =
        entry.what().kind() == RecordKind.TRANSCRIPT || entry.what().kind() == RecordKind.SUMMARY;
    if (!words || entry.length() > LONGEST) {
      return Optional.empty();
    }
    byte[] padded;
    try {
      padded = padded(nobodys(content(entry)));
    } catch (RecordException.Damaged e) {
      return Optional.empty();
    }
    byte[] id = new byte[16];
    parts.random().nextBytes(id);
    return Optional.of(
        new Text(Bytes.of(id), Bytes.of(parts.seals().sealAnonymous(key(), id, padded))));
  }

  /** Reading stays as it was in the redaction; numbers go, since what they count may tell. */
  private String nobodys(String text) {
    Transcript again = Transcript.ofText(Locale.ROOT, text);
    return NUMBERS.matcher(redactor.redact(again).transcript().text()).replaceAll("#");
  }

  private String content(RecordEntry entry) {
    ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(entry.length()));
    try (SeekableByteChannel content =
        parts.seals().opening(entry.id(), parts.contents().open(entry.id()))) {
      int read = 0;
      while (bytes.hasRemaining() && read >= 0) {
        read = content.read(bytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
  }

  /** Text, a byte that no text holds, then zeros up to the next full length. */
  private static byte[] padded(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    byte[] padded = Arrays.copyOf(bytes, (bytes.length / PADDED + 1) * PADDED);
    padded[bytes.length] = (byte) 0xFF;
    return padded;
  }

  static void add(Connection connection, List<Text> texts) throws SQLException {
    for (Text text : texts) {
      Sql.update(
          connection,
          "INSERT INTO anonymous (id, sealed) VALUES (?, ?)",
          text.id().toArray(),
          text.sealed().toArray());
    }
  }

  /** All of them, read page by page, in the order of their random ids. */
  Stream<String> all() {
    return Stream.iterate(page(new byte[0]), page -> !page.isEmpty(), Anonymous.this::next)
        .flatMap(List::stream)
        .map(this::open);
  }

  private List<Text> next(List<Text> page) {
    return page(page.get(page.size() - 1).id().toArray());
  }

  private List<Text> page(byte[] after) {
    return parts
        .index()
        .read(
            connection ->
                Sql.list(
                    connection,
                    row -> new Text(Bytes.of(row.getBytes(1)), Bytes.of(row.getBytes(2))),
                    "SELECT id, sealed FROM anonymous WHERE id > ? ORDER BY id LIMIT " + PAGE,
                    after));
  }

  private String open(Text text) {
    byte[] padded = parts.seals().openAnonymous(text.id().toArray(), text.sealed().toArray());
    int end = padded.length - 1;
    while (padded[end] == 0) {
      end--;
    }
    return new String(padded, 0, end, StandardCharsets.UTF_8);
  }

  private KeyId key() {
    return parts.seals().key(parts.index(), KEY, KeyKind.PROOF);
  }
}
