package eu.sotto.consent;

import eu.sotto.notice.Notice;
import eu.sotto.vocabulary.NoticeId;
import java.util.Locale;
import java.util.Objects;

/**
 * Which wording of a notice was used: enough to prove later what was said, word for word. Immutable
 * and thread-safe. Source: GDPR Art. 7(1).
 *
 * @param notice the notice
 * @param version its version
 * @param language its language
 * @param hash the hash of its wording, as {@link Notice#wordingHash()} gives it
 */
public record Wording(NoticeId notice, String version, Locale language, String hash) {
  /** Checks that every part is there. */
  public Wording {
    Objects.requireNonNull(notice, "notice");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(hash, "hash");
  }

  /**
   * The wording of a declared notice.
   *
   * @param notice the notice
   * @return its wording
   */
  public static Wording of(Notice notice) {
    return new Wording(notice.id(), notice.version(), notice.language(), notice.wordingHash());
  }
}
