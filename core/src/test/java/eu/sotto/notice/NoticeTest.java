package eu.sotto.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import eu.sotto.vocabulary.NoticeId;
import eu.sotto.vocabulary.PurposeId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoticeTest {
  private static final PurposeId QUALITY = PurposeId.of("quality");

  private static Notice notice(String version, Locale language, String text) {
    return new Notice(NoticeId.of("welcome"), version, language, text, null, Set.of(), Map.of());
  }

  private static Notice asking(Set<NoticePart> parts) {
    Question question =
        new Question(
            QUALITY,
            Map.of('1', Reply.GIVEN, '2', Reply.REFUSED),
            List.of(),
            List.of(),
            "the call goes on",
            Duration.ofSeconds(8));
    return new Notice(
        NoticeId.of("welcome"), "1", Locale.GERMAN, "text", null, parts, Map.of(QUALITY, question));
  }

  @ParameterizedTest
  @EnumSource(names = {"WITHDRAWAL", "REFUSAL"})
  @Tag("R04")
  @Tag("R14")
  void aNoticeThatAsksTellsHowToRefuseAndToWithdraw(NoticePart part) {
    assertThat(asking(EnumSet.allOf(NoticePart.class)).question(QUALITY)).isPresent();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> asking(EnumSet.complementOf(EnumSet.of(part))))
        .withMessageContaining(part.name())
        .withMessageContaining(part.article());
  }

  @Test
  void aQuestionIsFiledUnderItsOwnPurpose() {
    Notice notice = asking(EnumSet.allOf(NoticePart.class));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Notice(
                    notice.id(),
                    "1",
                    Locale.GERMAN,
                    "text",
                    null,
                    notice.parts(),
                    Map.of(PurposeId.of("other"), notice.questions().get(QUALITY))));
  }

  @Test
  void theWordingHashIsTheSha256OfItsDocumentedPreimage() throws NoSuchAlgorithmException {
    String preimage = "sotto.eu/notice-wording/v1\n2026-11-21\nde-AT\nGrüß Gott\n";
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(preimage.getBytes(StandardCharsets.UTF_8));
    Notice notice = notice("2026-11-21", Locale.forLanguageTag("de-AT"), "Grüß Gott\n");
    assertThat(notice.wordingHash()).isEqualTo(HexFormat.of().formatHex(hash));
  }

  @Property(tries = 200)
  @net.jqwik.api.Tag("R05")
  void onlyTheSameWordingHasTheSameHash(
      @ForAll @StringLength(min = 1, max = 20) String a,
      @ForAll @StringLength(min = 1, max = 20) String b,
      @ForAll @IntRange(min = 1, max = 3) int v,
      @ForAll @IntRange(min = 1, max = 3) int w) {
    Assume.that(acceptable(a) && acceptable(b));
    String first = notice("" + v, Locale.GERMAN, a).wordingHash();
    String second = notice("" + w, Locale.GERMAN, b).wordingHash();
    assertThat(first.equals(second)).isEqualTo(v == w && a.equals(b));
    assertThat(notice("" + v, Locale.ENGLISH, a).wordingHash()).isNotEqualTo(first);
  }

  private static boolean acceptable(String text) {
    return !text.isBlank() && StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  @Property(tries = 300)
  void versionsAreComparedNumberByNumber(
      @ForAll @Size(min = 1, max = 4) List<@IntRange(max = 2_100) Integer> a,
      @ForAll @Size(min = 1, max = 4) List<@IntRange(max = 2_100) Integer> b) {
    int order = version(a, ".").compareVersion(version(b, "-"));
    assertThat(Integer.signum(order))
        .isEqualTo(Integer.signum(Arrays.compare(padded(a), padded(b))));
  }

  private static Notice version(List<Integer> numbers, String separator) {
    return notice(
        String.join(separator, numbers.stream().map(String::valueOf).toList()),
        Locale.GERMAN,
        "text");
  }

  private static int[] padded(List<Integer> numbers) {
    int[] padded = new int[4];
    for (int i = 0; i < numbers.size(); i++) {
      padded[i] = numbers.get(i);
    }
    return padded;
  }

  @Test
  void tenIsNewerThanNine() {
    assertThat(
            Stream.of("10", "9", "2026-11-21", "2026-2-1", "9.1")
                .map(v -> notice(v, Locale.GERMAN, "text"))
                .sorted(Notice::compareVersion))
        .extracting(Notice::version)
        .containsExactly("9", "9.1", "10", "2026-2-1", "2026-11-21");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "v1", "1.", ".1", "1..2", "1 2", "123456789012345678901234567890123"})
  void aVersionIsNumbers(String version) {
    assertThatIllegalArgumentException().isThrownBy(() -> notice(version, Locale.GERMAN, "text"));
  }

  @Test
  void aWordingHasALanguageAndWholeCharacters() {
    assertThatIllegalArgumentException().isThrownBy(() -> notice("1", Locale.ROOT, "text"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> notice("1", new Locale("german language"), "text"));
    assertThatIllegalArgumentException().isThrownBy(() -> notice("1", Locale.GERMAN, " "));
    assertThatIllegalArgumentException().isThrownBy(() -> notice("1", Locale.GERMAN, "\uD83D"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> notice("1", Locale.GERMAN, "x".repeat(20_001)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"practice.example", "/privacy", "ftp://a.example", "https:", "mailto:a@b"})
  void theFullTextStandsAtAWebAddress(String url) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FullText.complete(URI.create(url.equals("https:") ? "https:x" : url)));
  }
}
