package eu.sotto.register;

import eu.sotto.vocabulary.PurposeId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What automated decisions for a purpose may do to people, through which door of the law, who looks
 * at them, and by which procedure and principles they come about. A purpose without one takes no
 * decision. Immutable and thread-safe. Source: GDPR Art. 13(2)(f), 15(1)(h), 22.
 *
 * @param purpose the purpose, which declares the operation decide
 * @param effect what a decision does to the person
 * @param doors what the law allows it on
 * @param review how a person is reached who can change it
 * @param logic the procedure and the principles that are applied
 */
public record AutomatedDecision(
    PurposeId purpose, Effect effect, Doors doors, Intervention review, Logic logic) {
  /** What a decision does to the person. Immutable and thread-safe. Source: GDPR Art. 22(1). */
  public enum Effect {
    /** Nothing of weight, such as the order in which calls are answered. */
    NONE,
    /** A machine only prepares; a person decides each time, so that Art. 22 does not apply. */
    PREPARES,
    /** It affects the person as much as a legal effect would. */
    SIGNIFICANT,
    /** It changes the person's legal position. */
    LEGAL;

    /**
     * Whether Art. 22(1) forbids to leave it to a machine.
     *
     * @return true for a legal or similarly significant effect
     */
    public boolean weighs() {
      return this == SIGNIFICANT || this == LEGAL;
    }
  }

  /**
   * What the law allows such a decision on.
   *
   * @param door the door of Art. 22(2), or null for none
   * @param special the door of Art. 22(4) for special categories of data, or null for none
   */
  public record Doors(@Nullable Door door, @Nullable SpecialDoor special) {
    /** No door is declared. */
    public static final Doors NONE = new Doors(null, null);
  }

  /**
   * A door of Art. 22(2).
   *
   * @param kind which
   * @param evidence the contract or the law, 1 to 2,000 characters; null only for consent, which
   *     the ledger proves
   */
  public record Door(Article kind, @Nullable String evidence) {
    /** The doors of Art. 22(2). Immutable and thread-safe. */
    public enum Article {
      /** Art. 22(2)(a). */
      CONTRACT,
      /** Art. 22(2)(b). */
      LAW,
      /** Art. 22(2)(c). */
      EXPLICIT_CONSENT
    }

    /**
     * Checks that the contract or the law is named.
     *
     * @throws IllegalArgumentException if it is not
     */
    public Door {
      named(evidence, kind != Article.EXPLICIT_CONSENT);
    }
  }

  /**
   * A door of Art. 22(4).
   *
   * @param kind which
   * @param evidence the law, 1 to 2,000 characters; null only for consent, which the ledger proves
   */
  public record SpecialDoor(Exemption kind, @Nullable String evidence) {
    /** The doors of Art. 22(4). Immutable and thread-safe. */
    public enum Exemption {
      /** Art. 9(2)(a). */
      EXPLICIT_CONSENT,
      /** Art. 9(2)(g). */
      PUBLIC_INTEREST
    }

    /**
     * Checks that the law is named.
     *
     * @throws IllegalArgumentException if it is not
     */
    public SpecialDoor {
      named(evidence, kind != Exemption.EXPLICIT_CONSENT);
    }
  }

  /**
   * How a person is reached, heard and able to change the decision. Source: GDPR Art. 22(3).
   *
   * @param route how the caller reaches that person, 1 to 2,000 characters
   * @param reviewers the roles that may change a decision, at least one, unmodifiable
   * @param always whether every decision is reviewed before it counts, or only a challenged one
   */
  public record Intervention(String route, Set<String> reviewers, boolean always) {
    /**
     * Copies the roles.
     *
     * @throws IllegalArgumentException if the route is blank or too long, or no role of the syntax
     *     of names may change a decision
     */
    public Intervention {
      Texts.check(route, "route to a person");
      reviewers = Set.copyOf(reviewers);
      if (reviewers.isEmpty() || !reviewers.stream().allMatch(Texts::isDeclaredName)) {
        throw new IllegalArgumentException(
            "a review names at least one role that can change the decision");
      }
    }
  }

  /**
   * By which procedure and principles decisions come about; told to whoever asks. Source: GDPR Art.
   * 15(1)(h); CJEU C-203/22.
   *
   * @param procedure what is done with which data, 1 to 2,000 characters
   * @param principles what is applied, at least one, each 1 to 2,000 characters
   */
  public record Logic(String procedure, List<String> principles) {
    /**
     * Copies the principles.
     *
     * @throws IllegalArgumentException if a text is blank or too long, or there is no principle
     */
    public Logic {
      Texts.check(procedure, "procedure");
      principles = List.copyOf(principles);
      principles.forEach(principle -> Texts.check(principle, "principle"));
      if (principles.isEmpty()) {
        throw new IllegalArgumentException("a procedure applies at least one principle");
      }
    }
  }

  /**
   * Checks that the parts go together.
   *
   * @throws IllegalArgumentException if a door is named for what needs none
   */
  public AutomatedDecision {
    Objects.requireNonNull(purpose, "purpose");
    Objects.requireNonNull(effect, "effect");
    Objects.requireNonNull(doors, "doors");
    Objects.requireNonNull(review, "review");
    Objects.requireNonNull(logic, "logic");
    if (!effect.weighs() && !doors.equals(Doors.NONE)) {
      throw new IllegalArgumentException("only a legal or significant effect needs a door");
    }
  }

  private static void named(@Nullable String evidence, boolean needed) {
    if (evidence != null) {
      Texts.check(evidence, "evidence of a door");
    } else if (needed) {
      throw new IllegalArgumentException("the door needs its contract or law as evidence");
    }
  }

  /**
   * The door of Art. 22(2).
   *
   * @return the door, or empty if none is declared
   */
  public Optional<Door> door() {
    return Optional.ofNullable(doors.door());
  }

  /**
   * The door of Art. 22(4).
   *
   * @return the door, or empty if none is declared
   */
  public Optional<SpecialDoor> specialDoor() {
    return Optional.ofNullable(doors.special());
  }

  /**
   * Whether no decision counts before a person has looked at it.
   *
   * @return true if so; also if a machine only prepares
   */
  public boolean reviewedFirst() {
    return effect == Effect.PREPARES || (effect.weighs() && review.always());
  }

  /**
   * Whether a role may change a decision.
   *
   * @param role the role of an actor
   * @return true if it is declared
   */
  public boolean mayChange(String role) {
    return review.reviewers().contains(role);
  }
}
