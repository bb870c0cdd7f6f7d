package eu.sotto.notice;

import eu.sotto.vocabulary.PurposeId;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A consent question about one purpose, with every act that counts as an answer. Yes and no can
 * both be said with a key, and in words either both or neither. Immutable and thread-safe. Source:
 * GDPR Art. 4(11), 7(3) and (4).
 *
 * @param purpose what consent is asked for
 * @param keys what each telephone key means; at least one gives and one refuses
 * @param givenPhrases words that mean yes, 1 to 200 characters each
 * @param refusedPhrases words that mean no, 1 to 200 characters each
 * @param refusalRoute how the call goes on after a no, 1 to 500 characters
 * @param answerWindow how long an answer is listened for after the question ended, more than zero
 *     and at most two minutes
 * @param leastConfidence how sure the recogniser must be of a spoken answer, from 0 to 1 with at
 *     most three decimals; zero to take every one
 */
public record Question(
    PurposeId purpose,
    Map<Character, Reply> keys,
    List<String> givenPhrases,
    List<String> refusedPhrases,
    String refusalRoute,
    Duration answerWindow,
    BigDecimal leastConfidence) {
  private static final String TELEPHONE_KEYS = "0123456789*#ABCD";
  private static final Duration MAX_WINDOW = Duration.ofMinutes(2);
  private static final int MAX_PHRASE = 200;
  private static final int MAX_PHRASES = 200;
  private static final int MAX_ROUTE = 500;
  private static final int MAX_DECIMALS = 3;

  /**
   * Checks that both answers can be given with equal ease.
   *
   * @throws IllegalArgumentException if a key is no telephone key, if yes or no has no key, if only
   *     one of them has words or both share some, if the refusal route is blank, or if the answer
   *     window or the confidence is out of bounds
   */
  public Question {
    Objects.requireNonNull(purpose, "purpose");
    keys = Map.copyOf(keys);
    givenPhrases = List.copyOf(givenPhrases);
    refusedPhrases = List.copyOf(refusedPhrases);
    Objects.requireNonNull(answerWindow, "answer window");
    checkKeys(keys);
    checkPhrases(givenPhrases, refusedPhrases);
    if (refusalRoute.isBlank() || refusalRoute.length() > MAX_ROUTE) {
      throw new IllegalArgumentException("refusal route must be 1 to 500 characters, not blank");
    }
    if (answerWindow.isNegative()
        || answerWindow.isZero()
        || answerWindow.compareTo(MAX_WINDOW) > 0) {
      throw new IllegalArgumentException(
          "answer window must be more than zero and at most two minutes");
    }
    if (leastConfidence.signum() < 0
        || leastConfidence.compareTo(BigDecimal.ONE) > 0
        || leastConfidence.stripTrailingZeros().scale() > MAX_DECIMALS) {
      throw new IllegalArgumentException("least confidence must be 0 to 1, with three decimals");
    }
    leastConfidence = new BigDecimal(leastConfidence.stripTrailingZeros().toPlainString());
  }

  /**
   * A question that takes every spoken answer, however sure the recogniser is of it.
   *
   * @param purpose what consent is asked for
   * @param keys what each telephone key means
   * @param givenPhrases words that mean yes
   * @param refusedPhrases words that mean no
   * @param refusalRoute how the call goes on after a no
   * @param answerWindow how long an answer is listened for
   */
  public Question(
      PurposeId purpose,
      Map<Character, Reply> keys,
      List<String> givenPhrases,
      List<String> refusedPhrases,
      String refusalRoute,
      Duration answerWindow) {
    this(purpose, keys, givenPhrases, refusedPhrases, refusalRoute, answerWindow, BigDecimal.ZERO);
  }

  private static void checkKeys(Map<Character, Reply> keys) {
    for (char key : keys.keySet()) {
      if (TELEPHONE_KEYS.indexOf(key) < 0) {
        throw new IllegalArgumentException("keys must be 0-9, *, #, A-D");
      }
    }
    for (Reply reply : Reply.values()) {
      if (!keys.containsValue(reply)) {
        throw new IllegalArgumentException("no key means " + reply + ": both answers need one");
      }
    }
  }

  private static void checkPhrases(List<String> given, List<String> refused) {
    if (given.isEmpty() != refused.isEmpty()) {
      throw new IllegalArgumentException(
          "phrases must be declared for both answers or for neither: refusing is as easy as"
              + " giving");
    }
    Set<String> yes = folded(given);
    yes.retainAll(folded(refused));
    if (!yes.isEmpty()) {
      throw new IllegalArgumentException("a phrase means both GIVEN and REFUSED");
    }
  }

  private static Set<String> folded(Collection<String> phrases) {
    if (phrases.size() > MAX_PHRASES) {
      throw new IllegalArgumentException("at most 200 phrases may mean the same answer");
    }
    Set<String> folded = new HashSet<>();
    for (String phrase : phrases) {
      if (phrase.isBlank() || phrase.length() > MAX_PHRASE) {
        throw new IllegalArgumentException("phrases must be 1 to 200 characters, not blank");
      }
      folded.add(phrase.strip().toLowerCase(Locale.ROOT));
    }
    return folded;
  }
}
