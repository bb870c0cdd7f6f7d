package eu.sotto.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.sotto.vocabulary.Role;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class AudioFormatsTest {
  private static final int HEADER = 44;

  private record Format(int tag, int rate, int channels, int bytes) {
    static Format of(Random random) {
      boolean law = random.nextInt(4) == 0;
      int bytes = law ? 1 : 1 + random.nextInt(3);
      return new Format(
          law ? 7 : 1, random.nextBoolean() ? 8000 : 16000, 1 + random.nextInt(2), bytes);
    }

    byte[] wav(Random random, int frames) {
      byte[] samples = new byte[frames * channels * bytes];
      random.nextBytes(samples);
      ByteBuffer wav = ByteBuffer.allocate(HEADER + samples.length).order(ByteOrder.LITTLE_ENDIAN);
      wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + samples.length);
      wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
      wav.putShort((short) tag).putShort((short) channels).putInt(rate);
      wav.putInt(rate * channels * bytes).putShort((short) (channels * bytes));
      wav.putShort((short) (bytes * 8)).put("data".getBytes(StandardCharsets.US_ASCII));
      return wav.putInt(samples.length).put(samples).array();
    }

    byte silence() {
      return (byte) (tag == 7 ? 0xFF : bytes == 1 ? 0x80 : 0);
    }
  }

  @Property(tries = 150)
  @Tag("R43")
  void everyFormatIsSilentInItsRangesAndUntouchedElsewhere(
      @ForAll @LongRange(min = 0) long seed,
      @ForAll @IntRange(max = 400) int start,
      @ForAll @IntRange(min = 1, max = 300) int length,
      @ForAll boolean ownChannelOnly) {
    Random random = new Random(seed);
    Format format = Format.of(random);
    byte[] wav = format.wav(random, format.rate() / 2);
    AudioRanges ranges =
        new AudioRanges(List.of(new AudioRange(Role.CALLER, start, start + (long) length)));
    int channel = format.channels() - 1;
    Map<Role, Integer> channels = ownChannelOnly ? Map.of(Role.CALLER, channel) : Map.of();
    byte[] silenced = WavSilencer.of(ranges, channels).silenced(wav);
    int frame = format.channels() * format.bytes();
    long from = (long) start * format.rate() / 1000;
    long to = (((long) start + length) * format.rate() + 999) / 1000;
    for (int i = HEADER; i < wav.length; i++) {
      int at = (i - HEADER) / frame;
      boolean own = (i - HEADER) % frame / format.bytes() == channel || !ownChannelOnly;
      byte expected = at >= from && at < to && own ? format.silence() : wav[i];
      if (silenced[i] != expected) {
        throw new AssertionError(format + " is wrong at byte " + i);
      }
    }
    assertThat(Arrays.copyOf(silenced, HEADER)).isEqualTo(Arrays.copyOf(wav, HEADER));
  }

  @Property(tries = 44)
  void aHeaderThatBreaksOffIsAClearError(@ForAll @IntRange(max = 43) int length) {
    byte[] wav = new Format(1, 8000, 1, 2).wav(new Random(1), 100);
    byte[] broken = Arrays.copyOf(wav, length);
    assertThatThrownBy(() -> WavSilencer.of(AudioRanges.none(), Map.of()).silenced(broken))
        .isInstanceOf(AudioUnreadableException.class)
        .hasMessageContaining("WAV");
  }

  private static AudioRanges audio(Turn... turns) {
    Transcript call = Transcript.of(Locale.GERMAN, List.of(turns));
    return Redactor.of(RedactionPolicy.full()).redact(call).audio();
  }

  @Example
  @Tag("R43")
  void aWordWithoutLengthIsWidened() {
    Turn turn =
        Turn.of(
            Role.CALLER,
            List.of(
                Word.of("mein", 1000, 1100),
                Word.of("name", 1100, 1300),
                Word.of("ist", 1300, 1400),
                Word.of("sabine", 2000, 2000)));
    assertThat(audio(turn).ranges()).containsExactly(new AudioRange(Role.CALLER, 1680, 2320));
  }

  @Example
  @Tag("R43")
  void aTurnWhoseWordsHaveNoTimesIsSilencedWhole() {
    Turn turn = new Turn(Role.CALLER, "mein name ist sabine", List.of(), 5000, 7000);
    assertThat(audio(turn).ranges()).containsExactly(new AudioRange(Role.CALLER, 4880, 7120));
  }

  @Example
  @Tag("R43")
  void aTurnWithoutAnyTimeIsSilencedFromTheTurnBeforeToTheTurnAfter() {
    Turn before = new Turn(Role.AGENT, "guten tag", List.of(), 1000, 2000);
    Turn untimed = Turn.of(Role.CALLER, "mein name ist sabine");
    Turn after = new Turn(Role.AGENT, "danke", List.of(), 8000, 9000);
    assertThat(audio(before, untimed, after).ranges())
        .containsExactly(new AudioRange(Role.CALLER, 880, 9120));
    byte[] wav = new Format(1, 8000, 1, 2).wav(new Random(1), 800);
    byte[] silenced = WavSilencer.of(audio(untimed), Map.of()).silenced(wav);
    assertThat(Arrays.copyOfRange(silenced, HEADER, wav.length)).containsOnly(0);
  }

  @Example
  @Tag("R43")
  void typedNumbersAreSilencedAsTonesAndASingleKeyIsNot() {
    List<KeyPress> keys =
        List.of(
            KeyPress.of('1', 1000),
            KeyPress.of('4', 20_000),
            KeyPress.of('7', 20_500),
            KeyPress.of('1', 21_000),
            KeyPress.of('1', 21_500));
    Redaction redaction =
        Redactor.of(RedactionPolicy.full())
            .redact(Transcript.of(Locale.ROOT, List.of()).with(keys));
    assertThat(redaction.transcript().keyPresses()).containsExactly(keys.get(0));
    assertThat(redaction.audio().totalMs()).isEqualTo(4 * (250 + 2 * 120));
  }

  /** Decoders of ITU-T G.711, written apart from the encoders. */
  private static int decoded(Format format, byte[] wav, int at) {
    int code = wav[at] & 0xFF;
    if (format.tag() == 7) {
      int bits = ~code & 0xFF;
      int size = ((((bits & 0xF) << 3) + 0x84) << ((bits & 0x70) >> 4)) - 0x84;
      return (bits & 0x80) != 0 ? -size : size;
    }
    if (format.tag() == 6) {
      int bits = code ^ 0x55;
      int segment = (bits & 0x70) >> 4;
      int size = ((bits & 0xF) << 4) + (segment == 0 ? 8 : 0x108);
      size <<= Math.max(0, segment - 1);
      return (bits & 0x80) != 0 ? size : -size;
    }
    if (format.bytes() == 1) {
      return (code - 0x80) << 8;
    }
    int high = at + format.bytes() - 1;
    return (wav[high] << 8) | (wav[high - 1] & 0xFF);
  }

  @Example
  @Tag("R43")
  void aToneStandsWhereSomethingWasTakenOutInEveryFormat() {
    AudioRanges ranges = new AudioRanges(List.of(new AudioRange(Role.CALLER, 10, 50)));
    for (int tag : new int[] {1, 6, 7}) {
      for (int bytes = 1; bytes <= (tag == 1 ? 4 : 1); bytes++) {
        for (int rate : new int[] {8_000, 16_000}) {
          Format format = new Format(tag, rate, 2, bytes);
          byte[] wav = format.wav(new Random(1), rate / 10);
          byte[] out = WavSilencer.of(ranges, Map.of(), AudioFill.TONE).silenced(wav);
          for (int frame = 0; frame < rate / 10; frame++) {
            boolean inside = frame >= rate / 100 && frame < rate / 20;
            for (int channel = 0; channel < 2; channel++) {
              int at = HEADER + (2 * frame + channel) * bytes;
              double wave = 3276.7 * Math.sin(2 * Math.PI * frame * 1_000 / rate);
              if (inside) {
                assertThat((double) decoded(format, out, at))
                    .isCloseTo(wave, org.assertj.core.data.Offset.offset(bytes == 1 ? 260.0 : 1.0));
              } else {
                assertThat(Arrays.copyOfRange(out, at, at + bytes))
                    .isEqualTo(Arrays.copyOfRange(wav, at, at + bytes));
              }
            }
          }
        }
      }
    }
  }

  @Property(tries = 60)
  @Tag("R43")
  void everyChunkingPutsInTheSameTone(@ForAll @LongRange(min = 0) long seed) {
    Random random = new Random(seed);
    byte[] wav = Format.of(random).wav(random, 2_000);
    AudioRanges ranges = new AudioRanges(List.of(new AudioRange(Role.CALLER, 20, 90)));
    byte[] whole = WavSilencer.of(ranges, Map.of(), AudioFill.TONE).silenced(wav);
    WavSilencer streaming = WavSilencer.of(ranges, Map.of(), AudioFill.TONE);
    byte[] chunked = wav.clone();
    int at = 0;
    while (at < chunked.length) {
      int length = Math.min(1 + random.nextInt(700), chunked.length - at);
      streaming.silence(chunked, at, length);
      at += length;
    }
    assertThat(chunked).isEqualTo(whole);
  }
}
