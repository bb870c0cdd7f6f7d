package eu.sotto.records;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.Arrays;

/** Keeps and reads back 64 MiB in a folder, to be run in a small heap. */
public final class LongRecording {
  private static final int PIECE = 1 << 16;
  private static final int PIECES = 1_024;

  private LongRecording() {}

  /** Takes the folder. */
  public static void main(String[] arguments) throws IOException {
    try (Rig rig = Rig.in(Path.of(arguments[0]))) {
      rig.answer("tel:+4930", "c-1");
      RecordId id = write(rig);
      System.out.println(read(rig, id) + " bytes kept and read back");
    }
  }

  private static RecordId write(Rig rig) throws IOException {
    byte[] piece = new byte[PIECE];
    try (RecordWriter writer = rig.records.begin(Rig.recording("c-1"))) {
      for (int n = 0; n < PIECES; n++) {
        Arrays.fill(piece, (byte) n);
        writer.write(ByteBuffer.wrap(piece));
      }
      return writer.finish();
    }
  }

  private static long read(Rig rig, RecordId id) throws IOException {
    byte[] piece = new byte[PIECE];
    long length = 0;
    try (InputStream in = Channels.newInputStream(rig.records.open(id))) {
      for (int n = 0; n < PIECES; n++) {
        Arrays.fill(piece, (byte) n);
        if (!Arrays.equals(in.readNBytes(PIECE), piece)) {
          throw new IllegalStateException("piece " + n + " differs");
        }
        length += PIECE;
      }
      if (in.read() >= 0) {
        throw new IllegalStateException("more than was written");
      }
    }
    return length;
  }
}
