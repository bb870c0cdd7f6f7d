package eu.sotto.redaction;

import eu.sotto.vocabulary.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Silences ranges in raw audio that comes in chunks of any size, in place; every other byte stays
 * as it is. A role without a channel of its own is silenced on all channels. Used by one thread.
 */
public final class PcmSilencer {
  private final PcmFormat format;
  private final byte[] fill;
  private final List<Stretch> stretches = new ArrayList<>();
  private long position;
  private int next;

  private record Stretch(long from, long to, int channel) {}

  private PcmSilencer(PcmFormat format, AudioFill fill) {
    this.format = format;
    this.fill = FillSamples.period(fill, format);
  }

  /**
   * A silencer that starts at the first sample.
   *
   * @param format how the samples lie
   * @param ranges what to silence
   * @param channels the channel of each role, from 0
   * @return the silencer
   * @throws IllegalArgumentException if a channel is not in the format
   */
  public static PcmSilencer of(PcmFormat format, AudioRanges ranges, Map<Role, Integer> channels) {
    return of(format, ranges, channels, AudioFill.SILENCE);
  }

  /**
   * A silencer that starts at the first sample.
   *
   * @param format how the samples lie
   * @param ranges what to take out
   * @param channels the channel of each role, from 0
   * @param fill what is heard instead
   * @return the silencer
   * @throws IllegalArgumentException if a channel is not in the format
   */
  public static PcmSilencer of(
      PcmFormat format, AudioRanges ranges, Map<Role, Integer> channels, AudioFill fill) {
    Objects.requireNonNull(format, "format");
    PcmSilencer silencer = new PcmSilencer(format, Objects.requireNonNull(fill, "fill"));
    for (AudioRange range : ranges.ranges()) {
      Integer channel = channels.get(range.role());
      if (channel != null && (channel < 0 || channel >= format.channels())) {
        throw new IllegalArgumentException("the audio has no such channel");
      }
      long from = frame(range.startMs(), format.sampleRate(), false);
      long to = frame(range.endMs(), format.sampleRate(), true);
      silencer.stretches.add(new Stretch(from, to, channel == null ? -1 : channel));
    }
    silencer.stretches.sort(Comparator.comparingLong(Stretch::from));
    return silencer;
  }

  /**
   * Silences the next chunk in place.
   *
   * @param chunk holds the audio
   * @param offset where it starts in the array
   * @param length how many bytes
   * @throws IndexOutOfBoundsException if the bounds are not in the array
   */
  public void silence(byte[] chunk, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, chunk.length);
    int frameBytes = format.frameBytes();
    long end = position + length;
    while (next < stretches.size() && ended(stretches.get(next), frameBytes)) {
      next++;
    }
    for (int i = next; i < stretches.size(); i++) {
      Stretch stretch = stretches.get(i);
      if (stretch.from() * frameBytes >= end) {
        break;
      }
      long from = Math.max(position, stretch.from() * frameBytes);
      long to = Math.min(end, saturatedBytes(stretch.to(), frameBytes));
      for (long at = from; at < to; at++) {
        if (stretch.channel() < 0 || channelAt(at) == stretch.channel()) {
          chunk[offset + (int) (at - position)] = fillAt(at);
        }
      }
    }
    position = end;
  }

  private boolean ended(Stretch stretch, int frameBytes) {
    return saturatedBytes(stretch.to(), frameBytes) <= position;
  }

  private static long saturatedBytes(long frames, int frameBytes) {
    return frames > Long.MAX_VALUE / frameBytes ? Long.MAX_VALUE : frames * frameBytes;
  }

  private byte fillAt(long at) {
    long sample = at / format.frameBytes() * format.bytesPerSample();
    return fill[(int) ((sample + at % format.bytesPerSample()) % fill.length)];
  }

  private int channelAt(long at) {
    return (int) (at % format.frameBytes()) / format.bytesPerSample();
  }

  private static long frame(long ms, int rate, boolean up) {
    if (ms > Long.MAX_VALUE / rate - 1000) {
      return Long.MAX_VALUE / 64;
    }
    return (ms * rate + (up ? 999 : 0)) / 1000;
  }
}
