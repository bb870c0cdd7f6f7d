package eu.sotto.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("R40")
class AdversarialTextsTest {
  private static final int LENGTH = 4_000;

  private final Redactor redactor = Redactor.of(RedactionPolicy.full());

  @Test
  void costlyTextsAreRedactedToABoundedLength() {
    List<String> texts = AdversarialTexts.all(LENGTH);
    assertThat(texts).hasSize(35 * 5);
    for (String text : texts) {
      Redaction redaction = redactor.redact(Transcript.ofText(Locale.ROOT, text));
      assertThat(redaction.transcript().text().length())
          .isLessThanOrEqualTo(4 * text.length() + 64 * redaction.findings().size());
    }
  }

  @Test
  void aNumberOfAnyLengthIsTakenWhereItWasAskedFor() {
    for (int digits = 200; digits <= 20_000; digits *= 10) {
      String text = "meine telefonnummer ist " + "1".repeat(digits);
      Redaction redaction = redactor.redact(Transcript.ofText(Locale.ROOT, text));
      assertThat(redaction.transcript().text()).isEqualTo("meine telefonnummer ist [PHONE]");
    }
  }
}
