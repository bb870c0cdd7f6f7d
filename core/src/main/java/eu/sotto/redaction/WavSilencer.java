package eu.sotto.redaction;

import eu.sotto.vocabulary.Role;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.Objects;

/**
 * Silences ranges in a WAV file that comes in chunks of any size, in place; header, other chunks
 * and every sample outside the ranges stay as they are. Understands PCM of 8 to 32 bits, µ-law and
 * A-law. Used by one thread.
 *
 * <p>Source: RIFF WAVE, Microsoft/IBM 1991, with the extensible format tag.
 */
public final class WavSilencer {
  private static final int RIFF_BYTES = 12;
  private static final int CHUNK_BYTES = 8;
  private static final int MAX_FORMAT = 1024;
  private static final long OPEN_ENDED = 0xFFFFFFFFL;

  private final AudioRanges ranges;
  private final Map<Role, Integer> channels;
  private final AudioFill fill;
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream(64);
  private Part part = Part.RIFF;
  private long left = RIFF_BYTES;
  private @org.jspecify.annotations.Nullable PcmFormat format;
  private @org.jspecify.annotations.Nullable PcmSilencer samples;

  private enum Part {
    RIFF,
    CHUNK,
    FORMAT,
    SKIPPED,
    DATA
  }

  private WavSilencer(AudioRanges ranges, Map<Role, Integer> channels, AudioFill fill) {
    this.ranges = Objects.requireNonNull(ranges, "ranges");
    this.channels = Map.copyOf(channels);
    this.fill = Objects.requireNonNull(fill, "fill");
  }

  /**
   * A silencer for one file.
   *
   * @param ranges what to silence
   * @param channels the channel of each role, from 0; a role that is absent is silenced on all
   * @return the silencer
   */
  public static WavSilencer of(AudioRanges ranges, Map<Role, Integer> channels) {
    return new WavSilencer(ranges, channels, AudioFill.SILENCE);
  }

  /**
   * A silencer for one file.
   *
   * @param ranges what to take out
   * @param channels the channel of each role, from 0; a role that is absent is meant on all
   * @param fill what is heard instead
   * @return the silencer
   */
  public static WavSilencer of(AudioRanges ranges, Map<Role, Integer> channels, AudioFill fill) {
    return new WavSilencer(ranges, channels, fill);
  }

  /**
   * A whole file, silenced.
   *
   * @param wav the file; not changed
   * @return a copy of the same length in which the ranges are silent
   * @throws AudioUnreadableException if its header is not understood
   */
  public byte[] silenced(byte[] wav) {
    byte[] copy = wav.clone();
    silence(copy, 0, copy.length);
    if (samples == null) {
      throw new AudioUnreadableException("the WAV file holds no samples");
    }
    return copy;
  }

  /**
   * Silences the next chunk of the file in place.
   *
   * @param chunk holds the bytes
   * @param offset where they start in the array
   * @param length how many bytes
   * @throws AudioUnreadableException if the header is not understood
   * @throws IndexOutOfBoundsException if the bounds are not in the array
   */
  public void silence(byte[] chunk, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, chunk.length);
    int at = offset;
    int end = offset + length;
    while (at < end) {
      int taken = (int) Math.min(left, end - at);
      if (part == Part.DATA && samples != null) {
        samples.silence(chunk, at, taken);
      } else if (part != Part.SKIPPED) {
        pending.write(chunk, at, taken);
      }
      at += taken;
      left -= taken;
      while (left == 0) {
        next();
      }
    }
  }

  private void next() {
    byte[] head = pending.toByteArray();
    pending.reset();
    switch (part) {
      case RIFF -> {
        if (!tag(head, 0, "RIFF") || !tag(head, 8, "WAVE")) {
          throw new AudioUnreadableException("not a WAV file");
        }
        expectChunk();
      }
      case CHUNK -> enter(head);
      case FORMAT -> {
        format = formatOf(head);
        expectChunk();
      }
      default -> expectChunk();
    }
  }

  private void enter(byte[] head) {
    long size = number(head, 4, 4);
    if (tag(head, 0, "fmt ")) {
      if (size < 16 || size > MAX_FORMAT) {
        throw new AudioUnreadableException("the WAV format block has a wrong size");
      }
      part = Part.FORMAT;
      left = padded(size);
    } else if (tag(head, 0, "data")) {
      if (format == null) {
        throw new AudioUnreadableException("the WAV file has samples before its format");
      }
      samples = PcmSilencer.of(format, ranges, channels, fill);
      part = Part.DATA;
      left = size == 0 || size == OPEN_ENDED ? Long.MAX_VALUE : padded(size);
    } else {
      part = Part.SKIPPED;
      left = padded(size);
    }
  }

  private void expectChunk() {
    part = Part.CHUNK;
    left = CHUNK_BYTES;
  }

  private static PcmFormat formatOf(byte[] block) {
    int tag = (int) number(block, 0, 2);
    if (tag == 0xFFFE && block.length >= 26) {
      tag = (int) number(block, 24, 2);
    }
    PcmFormat.Encoding encoding =
        switch (tag) {
          case 1 -> PcmFormat.Encoding.LINEAR;
          case 6 -> PcmFormat.Encoding.A_LAW;
          case 7 -> PcmFormat.Encoding.MU_LAW;
          default -> throw new AudioUnreadableException("the WAV file is compressed");
        };
    int channels = (int) number(block, 2, 2);
    int bytes = (int) ((number(block, 14, 2) + 7) / 8);
    try {
      PcmFormat format = new PcmFormat(encoding, (int) number(block, 4, 4), channels, bytes);
      if (format.frameBytes() != number(block, 12, 2)) {
        throw new AudioUnreadableException("the WAV format contradicts itself");
      }
      return format;
    } catch (IllegalArgumentException e) {
      throw new AudioUnreadableException("the WAV format is out of range");
    }
  }

  private static long padded(long size) {
    return size + (size & 1);
  }

  private static boolean tag(byte[] bytes, int at, String expected) {
    for (int i = 0; i < expected.length(); i++) {
      if (bytes[at + i] != expected.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static long number(byte[] bytes, int at, int count) {
    long value = 0;
    for (int i = count - 1; i >= 0; i--) {
      value = value << 8 | (bytes[at + i] & 0xFF);
    }
    return value;
  }
}
