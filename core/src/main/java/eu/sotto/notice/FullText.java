package eu.sotto.notice;

import java.net.URI;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * The second layer of a notice: the whole text, published where the caller can read it. Immutable
 * and thread-safe. Source: GDPR Art. 12(1), 13; WP 260 rev.01, paragraph 35.
 *
 * @param url where it is published, an absolute http or https address
 * @param parts what it tells, unmodifiable
 */
public record FullText(URI url, Set<NoticePart> parts) {
  /**
   * Checks the address.
   *
   * @throws IllegalArgumentException if the address is not an absolute http or https address
   */
  public FullText {
    Objects.requireNonNull(url, "url");
    String scheme = url.getScheme();
    boolean web = "https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme);
    if (!web || url.getHost() == null) {
      throw new IllegalArgumentException("url must be an absolute http or https address");
    }
    parts = Set.copyOf(parts);
  }

  /**
   * A full text that tells everything.
   *
   * @param url where it is published
   * @return the full text with every part
   * @throws IllegalArgumentException if the address is not an absolute http or https address
   */
  public static FullText complete(URI url) {
    return new FullText(url, EnumSet.allOf(NoticePart.class));
  }
}
