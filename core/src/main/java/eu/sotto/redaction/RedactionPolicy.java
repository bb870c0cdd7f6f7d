package eu.sotto.redaction;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Says which kinds of personal data are taken out and what takes their place. A kind that it does
 * not name is not looked for. Immutable and thread-safe.
 *
 * @param operators what is done with each kind
 * @param padding how much audio is silenced before and after each word, 0 to 2 seconds
 * @param staffNames whether the names of the agent's side are taken out as well
 */
public record RedactionPolicy(
    Map<PiiType, Operator> operators, Duration padding, boolean staffNames) {
  private static final Duration DEFAULT_PADDING = Duration.ofMillis(120);
  private static final Duration MAX_PADDING = Duration.ofSeconds(2);

  /**
   * Checks and copies.
   *
   * @throws IllegalArgumentException if the padding is negative or above two seconds
   */
  public RedactionPolicy {
    Objects.requireNonNull(padding, "padding");
    if (padding.isNegative() || padding.compareTo(MAX_PADDING) > 0) {
      throw new IllegalArgumentException("padding must be 0 to 2 seconds");
    }
    Map<PiiType, Operator> copy = new EnumMap<>(PiiType.class);
    copy.putAll(operators);
    copy.putIfAbsent(PiiType.UNJUDGED, Operator.LABEL);
    operators = Collections.unmodifiableMap(copy);
  }

  /**
   * Labels every identifier; leaves Art. 9 and 10 content as it is.
   *
   * @return the policy
   */
  public static RedactionPolicy identifiers() {
    Set<PiiType> types = EnumSet.noneOf(PiiType.class);
    for (PiiType type : PiiType.values()) {
      if (!type.special()) {
        types.add(type);
      }
    }
    return labelling(types);
  }

  /**
   * Labels every identifier and all Art. 9 and 10 content.
   *
   * @return the policy
   */
  public static RedactionPolicy full() {
    return labelling(EnumSet.allOf(PiiType.class));
  }

  /**
   * Labels these kinds only.
   *
   * @param types the kinds that are taken out
   * @return the policy
   */
  public static RedactionPolicy labelling(Set<PiiType> types) {
    Map<PiiType, Operator> operators = new EnumMap<>(PiiType.class);
    types.forEach(type -> operators.put(type, Operator.LABEL));
    return new RedactionPolicy(operators, DEFAULT_PADDING, true);
  }

  /**
   * The same policy with another operator for one kind.
   *
   * @param type the kind
   * @param operator what is done with it
   * @return the changed policy
   */
  public RedactionPolicy with(PiiType type, Operator operator) {
    Map<PiiType, Operator> changed = new EnumMap<>(operators);
    changed.put(type, Objects.requireNonNull(operator, "operator"));
    return new RedactionPolicy(changed, padding, staffNames);
  }

  /**
   * The same policy with one operator for all its kinds.
   *
   * @param operator what is done with them
   * @return the changed policy
   */
  public RedactionPolicy with(Operator operator) {
    Map<PiiType, Operator> changed = new EnumMap<>(operators);
    changed.replaceAll((type, old) -> operator);
    return new RedactionPolicy(changed, padding, staffNames);
  }

  /**
   * The same policy with another padding.
   *
   * @param length how much audio is silenced before and after each word, 0 to 2 seconds
   * @return the changed policy
   * @throws IllegalArgumentException if it is negative or above two seconds
   */
  public RedactionPolicy withPadding(Duration length) {
    return new RedactionPolicy(operators, length, staffNames);
  }

  /**
   * The same policy, leaving the names that the agent's side says of itself.
   *
   * @return the changed policy
   */
  public RedactionPolicy keepingStaffNames() {
    return new RedactionPolicy(operators, padding, false);
  }

  /**
   * Whether this kind is looked for.
   *
   * @param type the kind
   * @return whether the policy names it
   */
  public boolean covers(PiiType type) {
    return operators.containsKey(type);
  }

  /**
   * What is done with this kind.
   *
   * @param type the kind
   * @return its operator; {@link Operator#LABEL} for a kind that the policy does not name
   */
  public Operator operator(PiiType type) {
    return operators.getOrDefault(type, Operator.LABEL);
  }

  /** The kinds and operators. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("RedactionPolicy[");
    operators.forEach(
        (type, operator) ->
            text.append(type).append(' ').append(Operator.nameOf(operator)).append(", "));
    return text.append("padding ").append(padding.toMillis()).append(" ms]").toString();
  }
}
