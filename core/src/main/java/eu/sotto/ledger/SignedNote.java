package eu.sotto.ledger;

import eu.sotto.crypto.Bytes;
import eu.sotto.crypto.Signer;
import eu.sotto.crypto.VerifierKey;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Makes, writes and reads checkpoints as notes with their two lines. */
final class SignedNote {
  private static final int MAX_LENGTH = 16_384;
  private static final int LINES = 3;

  private SignedNote() {}

  static Checkpoint sign(String origin, long size, Hash root, Instant time, Signer signer) {
    Instant second = time.truncatedTo(ChronoUnit.SECONDS);
    String text = Checkpoint.text(origin, size, root);
    return new Checkpoint(
        origin,
        size,
        root,
        second,
        Bytes.of(signer.sign(Checkpoint.utf8(text))),
        Bytes.of(signer.sign(Checkpoint.cosigned(second, text))),
        NoteKeys.ids(origin, signer.verifierKey()));
  }

  static String write(Checkpoint checkpoint) {
    ByteBuffer ids = ByteBuffer.wrap(checkpoint.key().toArray());
    byte[] signature = checkpoint.signature().toArray();
    byte[] cosignature = checkpoint.cosignature().toArray();
    byte[] plain =
        ByteBuffer.allocate(NoteKeys.ID_LENGTH + signature.length)
            .putInt(ids.getInt())
            .put(signature)
            .array();
    byte[] timed =
        ByteBuffer.allocate(NoteKeys.ID_LENGTH + Long.BYTES + cosignature.length)
            .putInt(ids.getInt())
            .putLong(checkpoint.signedAt().getEpochSecond())
            .put(cosignature)
            .array();
    return Checkpoint.text(checkpoint.origin(), checkpoint.size(), checkpoint.root())
        + "\n"
        + line(checkpoint.origin(), plain)
        + line(checkpoint.origin(), timed);
  }

  private static String line(String name, byte[] content) {
    return "\u2014 " + name + " " + Checkpoint.base64(content) + "\n";
  }

  static Checkpoint read(String note) {
    int end = note.lastIndexOf("\n\n");
    if (note.length() > MAX_LENGTH || end < 0 || end + 2 >= note.length() || !note.endsWith("\n")) {
      throw malformed();
    }
    String[] text = note.substring(0, end).split("\n", -1);
    if (text.length != LINES) {
      throw malformed();
    }
    List<byte[]> own = new ArrayList<>();
    for (String line : note.substring(end + 2, note.length() - 1).split("\n", -1)) {
      String prefix = "\u2014 " + text[0] + " ";
      if (line.startsWith(prefix)) {
        own.add(Checkpoint.fromBase64(line.substring(prefix.length())));
      }
    }
    return assemble(text, own);
  }

  private static Checkpoint assemble(String[] text, List<byte[]> own) {
    int plainLength = NoteKeys.ID_LENGTH + VerifierKey.SIGNATURE_LENGTH;
    int timedLength = plainLength + Long.BYTES;
    if (own.size() != 2
        || own.get(0).length != plainLength
        || own.get(1).length != timedLength
        || !text[1].matches("0|[1-9][0-9]{0,18}")) {
      throw malformed();
    }
    ByteBuffer plain = ByteBuffer.wrap(own.get(0));
    ByteBuffer timed = ByteBuffer.wrap(own.get(1));
    byte[] ids =
        ByteBuffer.allocate(2 * NoteKeys.ID_LENGTH)
            .putInt(plain.getInt())
            .putInt(timed.getInt())
            .array();
    long seconds = timed.getLong();
    if (seconds < 0 || seconds > Instant.MAX.getEpochSecond()) {
      throw malformed();
    }
    return new Checkpoint(
        text[0],
        Long.parseLong(text[1]),
        Hash.of(Checkpoint.fromBase64(text[2])),
        Instant.ofEpochSecond(seconds),
        rest(plain),
        rest(timed),
        Bytes.of(ids));
  }

  private static Bytes rest(ByteBuffer source) {
    byte[] bytes = new byte[source.remaining()];
    source.get(bytes);
    return Bytes.of(bytes);
  }

  private static IllegalArgumentException malformed() {
    return new IllegalArgumentException("not a checkpoint of the form that this library writes");
  }
}
