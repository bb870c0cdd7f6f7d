package eu.sotto.redaction;

/** The bytes of the samples that are put in, one period of them. Source: ITU-T G.711. */
final class FillSamples {
  private static final int HERTZ = 1_000;
  private static final int SHORTEST = 4;
  private static final int FULL_SCALE = 32_767;
  private static final double LOUDNESS = 0.1;
  private static final int MU_BIAS = 0x84;
  private static final int LOWEST_SEGMENT_BIT = 7;

  private FillSamples() {}

  /** Sample after sample, in the order of bytes of the format. */
  static byte[] period(AudioFill fill, PcmFormat format) {
    int samples = fill == AudioFill.TONE ? Math.max(SHORTEST, format.sampleRate() / HERTZ) : 1;
    byte[] period = new byte[samples * format.bytesPerSample()];
    for (int i = 0; i < samples; i++) {
      double wave = fill == AudioFill.TONE ? LOUDNESS * Math.sin(2 * Math.PI * i / samples) : 0;
      write(period, i * format.bytesPerSample(), wave, format);
    }
    return period;
  }

  private static void write(byte[] period, int at, double wave, PcmFormat format) {
    int linear = (int) Math.round(wave * FULL_SCALE);
    switch (format.encoding()) {
      case MU_LAW -> period[at] = muLaw(linear);
      case A_LAW -> period[at] = aLaw(linear);
      case LINEAR -> {
        if (format.bytesPerSample() == 1) {
          period[at] = (byte) ((linear >> 8) + 0x80);
        } else {
          period[at + format.bytesPerSample() - 2] = (byte) linear;
          period[at + format.bytesPerSample() - 1] = (byte) (linear >> 8);
        }
      }
    }
  }

  private static byte muLaw(int linear) {
    int magnitude = Math.abs(linear) + MU_BIAS;
    int segment = segment(magnitude);
    int mantissa = (magnitude >> (segment + 3)) & 0xF;
    return (byte) ~((linear < 0 ? 0x80 : 0) | (segment << 4) | mantissa);
  }

  private static byte aLaw(int linear) {
    int magnitude = linear < 0 ? -linear - 1 : linear;
    int segment = segment(magnitude);
    int mantissa = (magnitude >> (segment == 0 ? 4 : segment + 3)) & 0xF;
    return (byte) (((linear < 0 ? 0 : 0x80) | (segment << 4) | mantissa) ^ 0x55);
  }

  private static int segment(int magnitude) {
    int highest = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(magnitude);
    return Math.max(0, highest - LOWEST_SEGMENT_BIT);
  }
}
