package eu.sotto.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sotto.vocabulary.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;

class RedactionPropertiesTest {
  private final Redactor full = Redactor.of(RedactionPolicy.full());

  @Property(tries = 400)
  void anyTextIsRedactedWithinItsBounds(@ForAll @StringLength(max = 200) String text) {
    Redaction redaction = full.redact(Transcript.ofText(Locale.ROOT, text));
    for (Finding finding : redaction.findings()) {
      assertThat(finding.end()).isLessThanOrEqualTo(text.length());
    }
    int bound = 4 * text.length() + 64 * redaction.findings().size();
    assertThat(redaction.transcript().text().length()).isLessThanOrEqualTo(bound);
  }

  @Property(tries = 60)
  @Tag("R40")
  void labellingTwiceIsLabellingOnce(
      @ForAll @LongRange(min = 0) long seed, @ForAll boolean german) {
    Transcript call = new CallMaker(seed, german, false).call().transcript();
    Transcript once = full.redact(call).transcript();
    assertThat(full.redact(once).transcript().text()).isEqualTo(once.text());
  }

  @Property(tries = 60)
  @Tag("R40")
  void noLongValueSurvivesAnywhere(@ForAll @LongRange(min = 0) long seed, @ForAll boolean german) {
    Transcript call = new CallMaker(seed, german, true).call().transcript();
    Redaction redaction = full.redact(call);
    String output = redaction.transcript().text();
    for (Finding finding : redaction.findings()) {
      String text = call.turns().get(finding.turn()).text();
      String value = text.substring(finding.start(), finding.end());
      boolean code = value.length() >= 6 && value.chars().anyMatch(Character::isDigit);
      assertThat(code && output.contains(value)).isFalse();
    }
  }

  @Property(tries = 60)
  void everyChunkingEqualsTheWholeTurn(@ForAll @LongRange(min = 0) long seed) {
    Transcript call = new CallMaker(seed, true, false).call().transcript();
    List<String> whole = new ArrayList<>();
    List<String> pieces = new ArrayList<>();
    RedactionStream first = full.stream();
    RedactionStream second = full.stream();
    Random random = new Random(seed);
    for (Turn turn : call.turns()) {
      whole.add(released(first, turn, turn.text().length()));
      pieces.add(released(second, turn, 1 + random.nextInt(9)));
    }
    assertThat(pieces).isEqualTo(whole);
    assertThat(whole).hasSameSizeAs(call.turns());
  }

  /** What a stream releases of one turn that comes in chunks of a size. */
  static String released(RedactionStream stream, Turn turn, int size) {
    StringBuilder text = new StringBuilder();
    for (int at = 0; at < turn.text().length(); at += size) {
      int end = Math.min(turn.text().length(), at + size);
      stream.push(turn.role(), turn.text().substring(at, end)).forEach(t -> text.append(t.text()));
    }
    stream.endTurn().forEach(t -> text.append(t.text()));
    return text.toString();
  }

  @Property(tries = 60)
  void aStreamAndItsLateFindingsEqualTheBatch(@ForAll @LongRange(min = 0) long seed) {
    Transcript call = new CallMaker(seed, false, false).call().transcript();
    RedactionStream stream = full.stream();
    List<String> released = new ArrayList<>();
    for (Turn turn : call.turns()) {
      released.add(released(stream, turn, turn.text().length()));
    }
    Redaction batch = full.redact(call);
    Set<Integer> late = new java.util.HashSet<>();
    stream.late().forEach(finding -> late.add(finding.turn()));
    for (int i = 0; i < released.size(); i++) {
      boolean same = released.get(i).equals(batch.transcript().turns().get(i).text());
      assertThat(same || late.contains(i)).isTrue();
    }
  }

  @Property(tries = 300)
  void aSpokenNumberIsReadAsItWasSaid(
      @ForAll @LongRange(min = 0) long seed,
      @ForAll boolean german,
      @ForAll @IntRange(min = 8, max = 16) int length) {
    Random random = new Random(seed);
    StringBuilder digits = new StringBuilder("0");
    while (digits.length() < length) {
      digits.append(random.nextInt(10));
    }
    String said = new Spoken(german, random).digits(digits.toString());
    Engine engine = new Engine(RedactionPolicy.identifiers(), Set.of(PiiType.PHONE));
    List<Hit> hits = engine.turn(Role.CALLER, said);
    assertThat(hits).isNotEmpty();
    assertThat(hits.get(0).end()).isEqualTo(said.length());
    assertThat(hits.get(0).value()).isEqualTo(digits.toString());
  }

  @Property(tries = 200)
  void checkDigitsOfAccountsAgreeWithBigNumbers(@ForAll @LongRange(min = 0) long seed) {
    StringBuilder bban = new StringBuilder();
    Random random = new Random(seed);
    while (bban.length() < 18) {
      bban.append(random.nextInt(10));
    }
    String check = Ibans.check("DE", bban.toString());
    assertThat(Checks.iban("DE" + check + bban)).isTrue();
    int other = (Integer.parseInt(check) + 1 + random.nextInt(90)) % 97;
    String wrong = String.format(Locale.ROOT, "%02d", other);
    boolean same = Integer.parseInt(wrong) % 97 == Integer.parseInt(check) % 97;
    assertThat(Checks.iban("DE" + wrong + bban)).isEqualTo(same);
  }

  @Property(tries = 200)
  @Tag("R43")
  void onlyTheRangesOfTheChannelAreSilenced(
      @ForAll @IntRange(max = 900) int start, @ForAll @IntRange(min = 1, max = 200) int length) {
    byte[] samples = new byte[8 * 2 * 2 * 1000];
    java.util.Arrays.fill(samples, (byte) 7);
    PcmFormat format = new PcmFormat(PcmFormat.Encoding.LINEAR, 8000, 2, 2);
    AudioRanges ranges =
        new AudioRanges(List.of(new AudioRange(Role.AGENT, start, start + (long) length)));
    PcmSilencer.of(format, ranges, SampleCall.CHANNELS).silence(samples, 0, samples.length);
    for (int i = 0; i < samples.length; i++) {
      long frame = i / 4;
      boolean inside = frame >= start * 8L && frame < (start + length) * 8L && i % 4 > 1;
      assertThat(samples[i]).isEqualTo((byte) (inside ? 0 : 7));
    }
  }
}
