package eu.sotto.tool;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The lines of a stream, read one by one, never more than one in memory. Used by one thread. */
final class Lines {
  /** At most this many bytes are taken for one line. */
  static final int MAX_BYTES = 16 << 20;

  private static final int MARK = 3;

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private byte[] line = new byte[1 << 12];
  private int at;
  private int filled;
  private int length;
  private long number;
  private boolean tooLong;

  Lines(InputStream in) {
    this.in = in;
  }

  /** The number of the line that was read last, from 1. */
  long number() {
    return number;
  }

  /** Whether the next line has to be waited for. */
  boolean waits() throws IOException {
    return at == filled && in.available() == 0;
  }

  /** Goes to the next line; false at the end. A line ends at a line feed, or at the end. */
  boolean next() throws IOException {
    length = 0;
    tooLong = false;
    boolean any = false;
    while (at < filled || fill()) {
      any = true;
      int end = at;
      while (end < filled && buffer[end] != '\n') {
        end++;
      }
      take(end);
      boolean ended = end < filled;
      at = ended ? end + 1 : end;
      if (ended) {
        break;
      }
    }
    number += any ? 1 : 0;
    return any;
  }

  /** The line that was read last, without its end; a mark of the byte order is left out. */
  String text() throws BadInput {
    if (tooLong) {
      throw new BadInput("the line is longer than " + (MAX_BYTES >> 20) + " MiB");
    }
    int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
    int from = number == 1 && marked() ? MARK : 0;
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(line, from, Math.max(0, end - from)))
          .toString();
    } catch (CharacterCodingException e) {
      throw new BadInput("the line is not UTF-8 text");
    }
  }

  private boolean marked() {
    return length >= MARK
        && line[0] == (byte) 0xEF
        && line[1] == (byte) 0xBB
        && line[2] == (byte) 0xBF;
  }

  private boolean fill() throws IOException {
    at = 0;
    filled = Math.max(0, in.read(buffer));
    return filled > 0;
  }

  private void take(int end) {
    int count = end - at;
    if (tooLong || length + count > MAX_BYTES) {
      tooLong = true;
      return;
    }
    if (length + count > line.length) {
      line = Arrays.copyOf(line, Math.max(length + count, Math.min(MAX_BYTES, line.length * 2)));
    }
    System.arraycopy(buffer, at, line, length, count);
    length += count;
  }
}
