package eu.sotto.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sotto.vocabulary.Role;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleCallsTest {
  private static final int HEADER = 44;
  private static final int RATE = 8000;

  private final Redactor redactor = Redactor.of(RedactionPolicy.full());

  @ParameterizedTest
  @ValueSource(strings = {"praxis-termin", "stromwerk-umzug", "hotel-booking"})
  @Tag("R40")
  @Tag("R41")
  void everyMarkedWordIsCovered(String name) {
    SampleCall call = SampleCall.read(name);
    Redaction redaction = redactor.redact(call.transcript());
    assertThat(call.marked()).isNotEmpty();
    for (Finding marked : call.marked()) {
      String text = call.transcript().turns().get(marked.turn()).text();
      boolean[] covered = new boolean[text.length()];
      for (Finding finding : redaction.findings()) {
        if (finding.turn() == marked.turn()) {
          Arrays.fill(covered, finding.start(), finding.end(), true);
        }
      }
      for (int i = marked.start(); i < marked.end(); i++) {
        assertThat(covered[i] || text.charAt(i) == ' ').as("turn %d", marked.turn()).isTrue();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"praxis-termin", "stromwerk-umzug", "hotel-booking"})
  @Tag("R43")
  void audioOfRedactedWordsIsSilentAndEverythingElseIsUntouched(String name) {
    SampleCall call = SampleCall.read(name);
    AudioRanges ranges = redactor.redact(call.transcript()).audio();
    byte[] wav = call.wav();
    byte[] silenced = WavSilencer.of(ranges, SampleCall.CHANNELS).silenced(wav);
    assertThat(silenced).hasSameSizeAs(wav);
    boolean[] silent = silentBytes(ranges, wav.length);
    for (int i = 0; i < silenced.length; i++) {
      byte expected = silent[i] ? 0 : wav[i];
      if (silenced[i] != expected) {
        throw new AssertionError("byte " + i + " is wrong");
      }
    }
    for (Finding marked : call.marked()) {
      Turn turn = call.transcript().turns().get(marked.turn());
      WordPlaces places = WordPlaces.of(turn);
      for (int i = 0; i < turn.words().size(); i++) {
        if (places.start(i) < marked.end() && places.end(i) > marked.start()) {
          assertThat(covered(ranges, turn.role(), turn.words().get(i))).isTrue();
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"praxis-termin", "stromwerk-umzug", "hotel-booking"})
  void silencingInChunksEqualsSilencingAtOnce(String name) {
    SampleCall call = SampleCall.read(name);
    AudioRanges ranges = redactor.redact(call.transcript()).audio();
    byte[] whole = WavSilencer.of(ranges, SampleCall.CHANNELS).silenced(call.wav());
    byte[] pieces = call.wav();
    WavSilencer silencer = WavSilencer.of(ranges, SampleCall.CHANNELS);
    int size = 1;
    for (int at = 0; at < pieces.length; at += size) {
      size = size * 7 % 4099 + 1;
      silencer.silence(pieces, at, Math.min(size, pieces.length - at));
    }
    assertThat(pieces).isEqualTo(whole);
  }

  private static boolean covered(AudioRanges ranges, Role role, Word word) {
    return ranges.of(role).stream()
        .anyMatch(r -> r.startMs() <= word.startMs() && r.endMs() >= word.endMs());
  }

  private static boolean[] silentBytes(AudioRanges ranges, int length) {
    boolean[] silent = new boolean[length];
    for (Role role : List.of(Role.CALLER, Role.AGENT)) {
      int channel = role == Role.CALLER ? 0 : 1;
      for (AudioRange range : ranges.of(role)) {
        long from = range.startMs() * RATE / 1000;
        long to = (range.endMs() * RATE + 999) / 1000;
        for (long frame = from; frame < to; frame++) {
          long at = HEADER + frame * 4 + channel * 2L;
          if (at + 1 < length) {
            silent[(int) at] = true;
            silent[(int) at + 1] = true;
          }
        }
      }
    }
    return silent;
  }
}
