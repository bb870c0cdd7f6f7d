package eu.sotto.ledger;

import eu.sotto.crypto.Bytes;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The frozen corpus of a payload version: payloads as they are before they are sealed, each with
 * the leaf that commits to it. Made once by {@link #main}; read by every later build.
 */
final class FrozenPayloads {
  private static final int COUNT = 560;
  private static final List<KeyClass> CLASSES = List.copyOf(EnumSet.allOf(KeyClass.class));
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final List<String> TEXTS =
      List.of("", "ja", "Grüße \" \\ \n \u0000 \u007f ☎ 🕿", "x".repeat(3_000), "\u2028é\u0301");
  private static final List<Long> NUMBERS = List.of(0L, -1L, 1L << 53, -(1L << 53), 20261121L);

  private FrozenPayloads() {}

  /** A payload and what stands beside it in the log. */
  record Frozen(Leaf leaf, Bytes payload, Bytes hash) {}

  static List<Frozen> read() throws IOException {
    try (DataInputStream in =
        new DataInputStream(
            new GZIPInputStream(
                Objects.requireNonNull(
                    FrozenPayloads.class.getResourceAsStream("payloads-1.bin.gz"))))) {
      List<Frozen> read = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        Leaf leaf = new Leaf(bytes(in), in.readUTF(), bytes(in));
        read.add(new Frozen(leaf, bytes(in), bytes(in)));
      }
      return read;
    }
  }

  private static Bytes bytes(DataInputStream in) throws IOException {
    return Bytes.of(in.readNBytes(in.readInt()));
  }

  private static void write(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /**
   * Makes a corpus.
   *
   * @param args the file to write
   * @throws IOException if that fails
   */
  public static void main(String[] args) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(new GZIPOutputStream(Files.newOutputStream(Path.of(args[0]))))) {
      out.writeInt(COUNT);
      for (int i = 0; i < COUNT; i++) {
        Payload payload = payload(i);
        Leaf leaf =
            new Leaf(
                LeafId.random(RANDOM).bytes(), "kind_" + i % 7 + "/" + (1 + i % 3), root(payload));
        write(out, leaf.id().toArray());
        out.writeUTF(leaf.kind());
        write(out, leaf.commitment().toArray());
        write(out, PayloadFormat.write(payload));
        write(out, leaf.hash());
      }
    }
  }

  private static Bytes root(Payload payload) {
    return Bytes.of(payload.root());
  }

  private static Payload payload(int number) {
    KeyClass keyClass = CLASSES.get(number % CLASSES.size());
    String[] names = new String[number % 9];
    for (int i = 0; i < names.length; i++) {
      names[i] = "field_" + i;
    }
    Instant at = Instant.ofEpochSecond(RANDOM.nextInt(Integer.MAX_VALUE), RANDOM.nextInt(1_000));
    Event event = Event.of(EventKind.of("kind", 1, keyClass, names), at);
    for (String name : names) {
      event = event.with(name, value(RANDOM.nextInt(12)));
    }
    Optional<String> previous =
        number % 2 == 0 ? Optional.of(Hash.of(random(32).toArray()).toString()) : Optional.empty();
    Payload.Link link = new Payload.Link(keyClass, number + 1L, previous);
    List<Bytes> terms = new ArrayList<>();
    for (int i = number % 5; i > 0; i--) {
      terms.add(random(32));
    }
    Payload.Tokens tokens = new Payload.Tokens(terms, random(number % 3 == 0 ? 0 : 32));
    return new Payload(random(32), Payload.fields(event, at.plusSeconds(number), link), tokens);
  }

  private static Object value(int which) {
    if (which < TEXTS.size()) {
      return TEXTS.get(which);
    }
    return which < 2 * TEXTS.size() ? NUMBERS.get(which - TEXTS.size()) : which % 2 == 0;
  }

  private static Bytes random(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return Bytes.of(bytes);
  }
}
