package eu.sotto.notice;

import eu.sotto.vocabulary.NoticeId;
import eu.sotto.vocabulary.PurposeId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One wording of a notice: what a caller is told and asked, in one version and one language.
 * Immutable and thread-safe. Source: GDPR Art. 12, 13.
 *
 * @param id the notice
 * @param version numbers joined by dots or dashes, for example {@code 3} or {@code 2026-11-21}, at
 *     most 32 characters
 * @param language the language of the text
 * @param text what is said or shown, word for word, 1 to 20,000 characters
 * @param fullText where the whole text is published, if it is
 * @param parts what the text itself tells, unmodifiable
 * @param questions the consent questions that it puts, by purpose, unmodifiable
 */
public record Notice(
    NoticeId id,
    String version,
    Locale language,
    String text,
    @Nullable FullText fullText,
    Set<NoticePart> parts,
    Map<PurposeId, Question> questions) {
  private static final int MAX_TEXT = 20_000;
  private static final String PREIMAGE = "sotto.eu/notice-wording/v1";

  /**
   * Checks that a notice which asks for consent tells how to refuse and to withdraw.
   *
   * @throws IllegalArgumentException if the version, language or text is out of bounds, if a
   *     question is filed under another purpose, or if there is a question and the text lacks
   *     {@link NoticePart#WITHDRAWAL} or {@link NoticePart#REFUSAL}
   */
  public Notice {
    Objects.requireNonNull(id, "id");
    NoticeVersion.check(version);
    checkWording(language, text);
    parts = Set.copyOf(parts);
    questions = Map.copyOf(questions);
    questions.forEach(Notice::checkFiling);
    if (!questions.isEmpty()) {
      mustTell(parts, NoticePart.WITHDRAWAL);
      mustTell(parts, NoticePart.REFUSAL);
    }
  }

  private static void checkWording(Locale language, String text) {
    boolean tag = Locale.forLanguageTag(language.toLanguageTag()).equals(language);
    if (!tag || language.getLanguage().isEmpty()) {
      throw new IllegalArgumentException("notice language must be a BCP 47 language tag");
    }
    if (text.isBlank() || text.length() > MAX_TEXT) {
      throw new IllegalArgumentException("notice text must be 1 to 20,000 characters, not blank");
    }
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw new IllegalArgumentException("notice text holds an unpaired surrogate");
    }
  }

  private static void checkFiling(PurposeId purpose, Question question) {
    if (!question.purpose().equals(purpose)) {
      throw new IllegalArgumentException("a question is filed under another purpose: " + purpose);
    }
  }

  private static void mustTell(Set<NoticePart> parts, NoticePart part) {
    if (!parts.contains(part)) {
      throw new IllegalArgumentException(
          "a notice with a question must tell " + part + " (" + part.article() + ")");
    }
  }

  /**
   * The question about a purpose.
   *
   * @param purpose the purpose
   * @return the question, or empty if this notice asks none about it
   */
  public Optional<Question> question(PurposeId purpose) {
    return Optional.ofNullable(questions.get(purpose));
  }

  /**
   * Whether the text itself tells something.
   *
   * @param part the part
   * @return true if the text, not merely the published full text, tells it
   */
  public boolean tells(NoticePart part) {
    return parts.contains(part);
  }

  /**
   * Orders this wording's version against another's, number by number.
   *
   * @param other a wording of the same notice
   * @return negative if this one is older, zero if equal, positive if newer
   */
  public int compareVersion(Notice other) {
    return NoticeVersion.compare(version, other.version);
  }

  /**
   * Identifies the wording: the SHA-256, in lower-case hex, of the UTF-8 bytes of {@code
   * sotto.eu/notice-wording/v1}, the version, the BCP 47 language tag and the text, joined by line
   * feeds. Neither version nor tag can hold a line feed, so no two wordings share a preimage.
   *
   * @return 64 hexadecimal digits
   */
  public String wordingHash() {
    String preimage = String.join("\n", PREIMAGE, version, language.toLanguageTag(), text);
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(preimage.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
