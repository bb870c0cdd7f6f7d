package eu.sotto.redaction;

/**
 * How samples lie in uncompressed audio. Immutable and thread-safe.
 *
 * @param encoding linear or µ-law
 * @param sampleRate samples per second and channel, 1 to 192,000
 * @param channels interleaved channels, 1 to 8
 * @param bytesPerSample 1 to 4
 */
public record PcmFormat(Encoding encoding, int sampleRate, int channels, int bytesPerSample) {
  /** How a sample is written. */
  public enum Encoding {
    /** Linear: unsigned for one byte, else signed little-endian. */
    LINEAR,
    /** ITU-T G.711 µ-law, one byte. */
    MU_LAW,
    /** ITU-T G.711 A-law, one byte. */
    A_LAW
  }

  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException if a number is out of range
   */
  public PcmFormat {
    boolean bounds =
        sampleRate > 0
            && sampleRate <= 192_000
            && channels > 0
            && channels <= 8
            && bytesPerSample > 0
            && bytesPerSample <= 4;
    if (!bounds || (encoding != Encoding.LINEAR && bytesPerSample != 1)) {
      throw new IllegalArgumentException("audio format is out of range");
    }
  }

  /**
   * Bytes of one sample of every channel.
   *
   * @return the size of a frame
   */
  public int frameBytes() {
    return channels * bytesPerSample;
  }
}
