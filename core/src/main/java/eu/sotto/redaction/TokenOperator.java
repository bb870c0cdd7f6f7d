package eu.sotto.redaction;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts a reversible token in the place of a value: {@code [PHONE:token]}. Only the vault that made
 * it can open it, and only as long as the subject's key lives. A text with tokens stays personal
 * data (GDPR Art. 4(5)). As thread-safe as its vault.
 */
public final class TokenOperator implements Operator {
  private static final int MAX_EXTRA = 64;
  private static final int MAX_GROWTH = 4;
  private static final Pattern TOKEN = Pattern.compile("\\[([A-Z_]{2,32}):([A-Za-z0-9_-]++)]");

  private final TokenVault vault;

  private TokenOperator(TokenVault vault) {
    this.vault = Objects.requireNonNull(vault, "vault");
  }

  /**
   * An operator for the calls of one subject.
   *
   * @param vault seals the values
   * @return the operator
   */
  public static TokenOperator of(TokenVault vault) {
    return new TokenOperator(vault);
  }

  /** The token; the label where the token would be longer than a replacement may be. */
  @Override
  public String replace(Found found) {
    String token = "[" + found.type() + ":" + vault.seal(found.type(), found.text()) + "]";
    boolean fits = token.length() <= MAX_GROWTH * found.text().length() + MAX_EXTRA;
    return fits && TOKEN.matcher(token).matches() ? token : LABEL.replace(found);
  }

  /**
   * Puts the values back in the places of their tokens.
   *
   * @param text a text with tokens
   * @return the text with every token replaced that the vault opens; the others stay
   */
  public String restore(String text) {
    Matcher matcher = TOKEN.matcher(text);
    StringBuilder restored = new StringBuilder();
    while (matcher.find()) {
      String value = open(matcher.group(1), matcher.group(2)).orElse(matcher.group());
      matcher.appendReplacement(restored, Matcher.quoteReplacement(value));
    }
    return matcher.appendTail(restored).toString();
  }

  private Optional<String> open(String type, String token) {
    for (PiiType known : PiiType.values()) {
      if (known.name().equals(type)) {
        return vault.open(known, token);
      }
    }
    return Optional.empty();
  }
}
