package eu.sotto.session;

import eu.sotto.ledger.Recorded;
import eu.sotto.purpose.SubjectFacts.Tied;
import eu.sotto.records.LegalHold;
import eu.sotto.records.RecordId;
import eu.sotto.register.ConsentMark;
import eu.sotto.register.LegalBasis;
import eu.sotto.register.Purpose;
import eu.sotto.register.Register;
import eu.sotto.vocabulary.ContractTie;
import eu.sotto.vocabulary.PurposeId;
import eu.sotto.vocabulary.RestrictionGround;
import eu.sotto.vocabulary.Right;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What stands of a person's objections, restrictions and open requests: a fold over the ledger's
 * entries that does not depend on their order. Immutable.
 *
 * @param objections every objection, by its id
 * @param restrictions every restriction, by its id
 * @param open the rights that unanswered requests are about, by the request's id
 * @param held what legal holds name, released ones included
 * @param ties how the person stands to the contracts of purposes, as stated last
 */
public record Standing(
    Map<String, Objected> objections,
    Map<String, Restricted> restrictions,
    Map<String, Right> open,
    Set<Held> held,
    Map<PurposeId, Tied> ties) {
  /** Nothing was asked for. */
  public static final Standing NONE =
      new Standing(Map.of(), Map.of(), Map.of(), Set.of(), Map.of());

  /** In either of these the person's interests are weighed against others'. Source: Art. 21(1). */
  private static final Set<String> WEIGHED = Set.of("GDPR Art. 6(1)(e)", "GDPR Art. 6(1)(f)");

  /** Copies the maps. */
  public Standing {
    objections = Map.copyOf(objections);
    restrictions = Map.copyOf(restrictions);
    open = Map.copyOf(open);
    held = Set.copyOf(held);
    ties = Map.copyOf(ties);
  }

  /**
   * What a legal hold names.
   *
   * @param hold the hold's id
   * @param record one record's id, or empty for all of the subject
   * @param reference the case's file reference
   * @param since since when
   */
  public record Held(String hold, String record, String reference, Instant since) {
    static Held of(Effect set) {
      return new Held(set.text("hold"), set.text("record"), set.text("reference"), set.at());
    }

    boolean names(RecordId id) {
      return record.isEmpty() || record.equals(id.toString());
    }

    LegalHold told() {
      RecordId only = record.isEmpty() ? null : RecordId.parse(record);
      return new LegalHold(hold, reference, since, only, true);
    }
  }

  /**
   * An objection.
   *
   * @param id random
   * @param purposes to what; none means every purpose that can be objected to in this way
   * @param marketing whether to direct marketing, which is final
   * @param at when
   * @param decisions what was decided, by the controller who did; an early one is for everybody
   */
  public record Objected(
      String id,
      Set<PurposeId> purposes,
      boolean marketing,
      Instant at,
      Map<String, Decided> decisions) {
    /** Copies the collections. */
    public Objected {
      purposes = Set.copyOf(purposes);
      decisions = Map.copyOf(decisions);
    }

    /**
     * What was decided for what a controller decides on.
     *
     * @param controller its name in the register
     * @return the decision, or empty if there is none yet
     */
    public Optional<Decided> decision(String controller) {
      return Optional.ofNullable(decisions.getOrDefault(controller, decisions.get("")));
    }

    /**
     * Whether it bars a purpose of the register: direct marketing whatever was decided.
     *
     * @param purpose the declared purpose
     * @param register the register in force
     * @return true if processing for it is barred
     */
    public boolean bars(Purpose purpose, Register register) {
      boolean named = purposes.isEmpty() || purposes.contains(purpose.id());
      boolean advertises = advertises(purpose, register);
      boolean can = marketing ? advertises : weighed(purpose);
      boolean overridden =
          decision(Controllers.of(register, purpose)).filter(Decided::overridden).isPresent();
      return (!overridden || advertises) && named && can && purpose.basis() != LegalBasis.CONSENT;
    }
  }

  /**
   * What a person decided on an objection.
   *
   * @param overridden whether compelling grounds outweigh it
   * @param why the grounds, by their declared name
   * @param at when
   */
  public record Decided(boolean overridden, String why, Instant at) {}

  /**
   * A restriction.
   *
   * @param id random
   * @param ground why
   * @param controller who decides on what it restricts; empty in early entries: all of it
   * @param since since when
   * @param announced when its end was announced to the person, or null
   * @param lifted when it was lifted, or null
   */
  public record Restricted(
      String id,
      RestrictionGround ground,
      String controller,
      Instant since,
      @Nullable Instant announced,
      @Nullable Instant lifted) {
    /**
     * Whether it is in force.
     *
     * @return true until it is lifted
     */
    public boolean inForce() {
      return lifted == null;
    }

    /**
     * Whether it restricts what is kept and done for a purpose.
     *
     * @param purpose the purpose; one that is not declared any more may be anybody's
     * @param register the register in force
     * @return false if another controller decides on that purpose
     */
    public boolean reaches(PurposeId purpose, Register register) {
      return controller.isEmpty()
          || register
              .purpose(purpose)
              .map(declared -> Controllers.of(register, declared))
              .filter(other -> !other.equals(controller))
              .isEmpty();
    }
  }

  /**
   * One entry of the ledger, or what has taken effect and is to become one.
   *
   * @param kind the name of its kind
   * @param at when it happened
   * @param fields its fields
   */
  public record Effect(String kind, Instant at, Map<String, Object> fields) {
    static Effect of(Recorded recorded) {
      return new Effect(recorded.kind(), recorded.happenedAt(), recorded.fields());
    }

    String text(String name) {
      return fields.getOrDefault(name, "").toString();
    }
  }

  /** The kinds of entries that count. */
  static boolean bearsOn(String kind) {
    return Kinds.OF_RIGHTS.contains(kind);
  }

  static Standing of(Stream<Effect> effects) {
    Map<String, List<Effect>> byKind = effects.collect(Collectors.groupingBy(Effect::kind));
    Map<String, Map<String, Decided>> decided = decided(byKind);
    Map<String, Effect> announced = last(byKind, Kinds.LIFT_ANNOUNCED.name(), "restriction");
    Map<String, Effect> lifted = last(byKind, Kinds.RESTRICTION_LIFTED.name(), "restriction");
    Map<String, Objected> objections = new LinkedHashMap<>();
    last(byKind, Kinds.OBJECTION_RAISED.name(), "objection")
        .forEach(
            (id, raised) ->
                objections.put(id, objected(id, raised, decided.getOrDefault(id, Map.of()))));
    Map<String, Restricted> restrictions = new LinkedHashMap<>();
    last(byKind, Kinds.RESTRICTION_SET.name(), "restriction")
        .forEach(
            (id, set) ->
                restrictions.put(
                    id,
                    new Restricted(
                        id,
                        RestrictionGround.valueOf(set.text("ground")),
                        set.text("controller"),
                        set.at(),
                        at(announced.get(id)),
                        at(lifted.get(id)))));
    Set<Held> held =
        byKind.getOrDefault(Kinds.LEGAL_HOLD_SET.name(), List.of()).stream()
            .map(Held::of)
            .collect(Collectors.toUnmodifiableSet());
    return new Standing(objections, restrictions, open(byKind), held, ties(byKind));
  }

  private static Map<PurposeId, Tied> ties(Map<String, List<Effect>> byKind) {
    return byKind.getOrDefault(Kinds.CONTRACT_TIE_NOTED.name(), List.of()).stream()
        .collect(
            Collectors.toMap(
                noted -> PurposeId.of(noted.text("purpose")),
                noted -> new Tied(ContractTie.valueOf(noted.text("tie")), noted.at()),
                Standing::later));
  }

  /** Of two at once the one that bars. */
  private static Tied later(Tied one, Tied other) {
    if (one.at().equals(other.at())) {
      return one.tie() == ContractTie.NONE ? one : other;
    }
    return one.at().isAfter(other.at()) ? one : other;
  }

  private static Map<String, Right> open(Map<String, List<Effect>> byKind) {
    Map<String, Right> open = new LinkedHashMap<>();
    for (String kind : Kinds.STATING_A_RIGHT) {
      for (Effect stated : byKind.getOrDefault(kind, List.of())) {
        right(stated).ifPresent(right -> open.put(stated.text("request"), right));
      }
    }
    for (String kind : Kinds.ENDING_A_REQUEST) {
      byKind.getOrDefault(kind, List.of()).forEach(end -> open.remove(end.text("request")));
    }
    return open;
  }

  private static Optional<Right> right(Effect stated) {
    String name = stated.text("right");
    return name.isEmpty() ? Optional.empty() : Optional.of(Right.valueOf(name));
  }

  private static Map<String, Effect> last(
      Map<String, List<Effect>> byKind, String kind, String id) {
    return byKind.getOrDefault(kind, List.of()).stream()
        .collect(Collectors.toMap(e -> e.text(id), e -> e, (first, second) -> second));
  }

  private static Objected objected(String id, Effect raised, Map<String, Decided> decided) {
    Set<PurposeId> purposes =
        Arrays.stream(raised.text("purposes").split(" ", -1))
            .filter(Predicate.not(String::isEmpty))
            .map(PurposeId::of)
            .collect(Collectors.toUnmodifiableSet());
    boolean marketing = Boolean.parseBoolean(raised.text("marketing"));
    return new Objected(id, purposes, marketing, raised.at(), marketing ? Map.of() : decided);
  }

  private static Map<String, Map<String, Decided>> decided(Map<String, List<Effect>> byKind) {
    Map<String, Map<String, Decided>> decided = new LinkedHashMap<>();
    for (Effect one : byKind.getOrDefault(Kinds.OBJECTION_DECIDED.name(), List.of())) {
      boolean overridden = one.text("outcome").equals("overridden");
      decided
          .computeIfAbsent(one.text("objection"), id -> new LinkedHashMap<>())
          .put(one.text("controller"), new Decided(overridden, one.text("why"), one.at()));
    }
    return decided;
  }

  private static @Nullable Instant at(@Nullable Effect effect) {
    return effect == null ? null : effect.at();
  }

  /** What stands for two who are one person. */
  Standing and(Standing other) {
    return new Standing(
        joined(objections, other.objections, o -> !o.decisions().isEmpty()),
        joined(restrictions, other.restrictions, r -> r.lifted() != null || r.announced() != null),
        joined(open, other.open, right -> true),
        Stream.concat(held.stream(), other.held.stream()).collect(Collectors.toSet()),
        Stream.of(ties, other.ties)
            .flatMap(one -> one.entrySet().stream())
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Standing::later)));
  }

  private static <T> Map<String, T> joined(
      Map<String, T> one, Map<String, T> other, Predicate<T> known) {
    Map<String, T> all = new LinkedHashMap<>(one);
    other.forEach((id, its) -> all.merge(id, its, (mine, more) -> known.test(more) ? more : mine));
    return all;
  }

  /** The declared purposes for which nothing may be done, since the person objected. */
  Set<PurposeId> objected(Register register) {
    Set<PurposeId> barred = new TreeSet<>((a, b) -> a.value().compareTo(b.value()));
    for (Objected objection : objections.values()) {
      register.purposes().stream()
          .filter(purpose -> objection.bars(purpose, register))
          .forEach(purpose -> barred.add(purpose.id()));
    }
    return barred;
  }

  /** The declared purposes that no restriction in force reaches. */
  Set<PurposeId> unrestricted(Register register) {
    return register.purposes().stream()
        .map(Purpose::id)
        .filter(purpose -> !restricts(purpose, register))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether a restriction in force reaches a purpose. */
  boolean restricts(PurposeId purpose, Register register) {
    return restrictions.values().stream()
        .anyMatch(one -> one.inForce() && one.reaches(purpose, register));
  }

  /** Since when data is restricted, by the latest restriction in force; null if by none. */
  @Nullable Instant restrictedSince() {
    return restrictions.values().stream()
        .filter(Restricted::inForce)
        .map(Restricted::since)
        .max(Instant::compareTo)
        .orElse(null);
  }

  /**
   * Whether a purpose rests on a basis that can be objected to.
   *
   * @param purpose a declared purpose
   * @return true for Art. 6(1)(e) and (f)
   */
  public static boolean weighed(Purpose purpose) {
    return WEIGHED.contains(purpose.basis().article());
  }

  /**
   * Whether a purpose is one of direct marketing.
   *
   * @param purpose a declared purpose
   * @param register the register in force
   * @return true if it is declared or marked so
   */
  public static boolean advertises(Purpose purpose, Register register) {
    return register.rights().directMarketing().contains(purpose.id())
        || purpose.is(ConsentMark.TELEPHONE_ADVERTISING);
  }
}
