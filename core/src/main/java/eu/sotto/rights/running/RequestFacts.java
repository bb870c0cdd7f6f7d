package eu.sotto.rights.running;

import eu.sotto.ledger.Recorded;
import eu.sotto.records.RecordId;
import eu.sotto.register.Register;
import eu.sotto.rights.Assessment;
import eu.sotto.rights.Outcome;
import eu.sotto.rights.RequestState;
import eu.sotto.rights.RequestStatus;
import eu.sotto.session.Kinds;
import eu.sotto.session.SubjectSession;
import eu.sotto.vocabulary.Actor;
import eu.sotto.vocabulary.Identity;
import eu.sotto.vocabulary.IdentityLevel;
import eu.sotto.vocabulary.Right;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One request, folded from its entries in the order recorded. Confined to one thread. */
final class RequestFacts {
  /** The field that names it in every entry. */
  static final String REQUEST = "request";

  private final String id;
  private @Nullable Right right;
  private @Nullable Instant received;
  private @Nullable Identity given;
  private Actor actor = Actor.of("system", "system");
  private boolean identified;
  private boolean located;
  private boolean assessed;
  private boolean executed;
  private boolean told;
  private boolean answered;
  private boolean refused;
  private @Nullable Instant extended;
  private @Nullable Instant doubtedSince;
  private final List<Deadlines.Pause> pauses = new ArrayList<>();
  private List<Assessment> assessments = List.of();
  private List<String> ended = List.of();
  private String controller = "";
  private final Set<String> replaced = new HashSet<>();
  private @Nullable Long executedAt;

  private RequestFacts(String id) {
    this.id = id;
  }

  /** Every request that some entries are about, by its id, in the order received. */
  static Map<String, RequestFacts> of(List<Recorded> entries) {
    Map<String, RequestFacts> all = new LinkedHashMap<>();
    entries.stream()
        .filter(entry -> entry.fields().containsKey(REQUEST))
        .sorted(Comparator.comparingLong(entry -> entry.appended().index()))
        .forEach(
            entry -> {
              String id = text(entry, REQUEST);
              all.computeIfAbsent(id, RequestFacts::new).fold(entry);
            });
    all.values().removeIf(one -> one.received == null);
    return all;
  }

  /** A request of a person. */
  static RequestFacts of(SubjectSession subject, String id) {
    RequestFacts facts = of(RunningRequest.entries(subject)).get(id);
    if (facts == null) {
      throw new IllegalStateException("the person's data was erased");
    }
    return facts;
  }

  /** Whether an entry says that a request was received; without one there is none. */
  static boolean receives(Recorded entry) {
    return receives(entry.kind());
  }

  private static boolean receives(String kind) {
    return kind.equals(Kinds.RIGHT_REQUESTED.name());
  }

  /**
   * Whether an entry says that a request was answered; nothing after it opens the request again.
   */
  static boolean answers(Recorded entry) {
    return answers(entry.kind());
  }

  private static boolean answers(String kind) {
    return kind.equals(Kinds.REQUEST_ANSWERED.name()) || kind.equals(Kinds.ACCESS_ANSWERED.name());
  }

  /** Whether entries of a kind say what is asked for, or that it was answered. */
  static boolean opensOrAnswers(String kind) {
    return receives(kind) || answers(kind) || kind.equals(Kinds.REQUEST_IDENTIFIED.name());
  }

  private void fold(Recorded entry) {
    String kind = entry.kind();
    if (receives(entry)) {
      received = entry.happenedAt();
      given = identity(text(entry, "identity"));
      actor = text(entry, "actor").isEmpty() ? actor : actor(entry);
      controller = text(entry, "controller");
      state(text(entry, "right"));
    } else if (kind.equals(Kinds.REQUEST_IDENTIFIED.name())) {
      identified = true;
      state(text(entry, "right"));
      resume(entry.happenedAt());
    } else if (kind.equals(Kinds.REQUEST_DOUBTED.name())) {
      doubtedSince = doubtedSince == null ? entry.happenedAt() : doubtedSince;
    } else if (kind.equals(Kinds.REQUEST_EXTENDED.name())) {
      extended = entry.happenedAt();
    } else {
      foldStep(entry, kind);
    }
  }

  private void foldStep(Recorded entry, String kind) {
    if (kind.equals(Kinds.REQUEST_LOCATED.name())) {
      located = true;
    } else if (kind.equals(Kinds.REQUEST_ASSESSED.name())) {
      assessed = true;
      assessments = read(text(entry, "outcomes"));
    } else if (kind.equals(Kinds.REQUEST_EXECUTED.name())
        || kind.equals(Kinds.RESTRICTION_SET.name())
        || (kind.equals(Kinds.OBJECTION_RAISED.name()) && text(entry, "marketing").equals("true"))
        || kind.equals(Kinds.OBJECTION_DECIDED.name())) {
      executed = true;
      executedAt = entry.appended().index();
      ended = ended(text(entry, "purposes"), kind);
    } else if (kind.equals(Kinds.RESTRICTION_REPLACED.name())) {
      replaced.addAll(List.of(text(entry, "restrictions").split(" ", -1)));
    } else if (kind.equals(Kinds.REQUEST_RECIPIENTS.name())) {
      told = true;
    } else if (kind.equals(Kinds.REQUEST_ANSWERED.name())) {
      answered = true;
      refused = text(entry, "outcome").equals("refused");
    } else if (kind.equals(Kinds.ACCESS_ANSWERED.name())) {
      answered = true;
    }
  }

  private static @Nullable Identity identity(String method) {
    return method.equals(Received.NUMBER) ? null : Identity.verified(method);
  }

  private static Actor actor(Recorded entry) {
    return Actor.of(text(entry, "actor"), text(entry, "role"));
  }

  /** What the host said at once of how the identity was verified. */
  Optional<Identity> given() {
    return Optional.ofNullable(given);
  }

  /** Who received it. */
  Actor actor() {
    return actor;
  }

  private void state(String name) {
    right = name.isEmpty() ? right : Right.valueOf(name);
  }

  private void resume(Instant at) {
    if (doubtedSince != null) {
      pauses.add(new Deadlines.Pause(doubtedSince, at));
      doubtedSince = null;
    }
  }

  String id() {
    return id;
  }

  Optional<Right> right() {
    return Optional.ofNullable(right);
  }

  boolean identified() {
    return identified;
  }

  boolean doubted() {
    return doubtedSince != null;
  }

  boolean isExtended() {
    return extended != null;
  }

  boolean refusedWholly() {
    return refused;
  }

  /** The purposes whose consent it ended. */
  List<String> ended() {
    return ended;
  }

  private static List<String> ended(String purposes, String kind) {
    return purposes.isEmpty() || !kind.equals(Kinds.REQUEST_EXECUTED.name())
        ? List.of()
        : List.of(purposes.split(" "));
  }

  /** For which controller it is carried out. */
  Behalf behalf(Register register) {
    return Behalf.of(register, controller);
  }

  /** The restrictions instead of which the person expressly wants what is asked for. */
  Set<String> replaced() {
    return Set.copyOf(replaced);
  }

  /** Up to which entry of the log the controller's data was erased by it. */
  Optional<Long> erasedAt() {
    return right == Right.ERASURE ? Optional.ofNullable(executedAt) : Optional.empty();
  }

  List<Assessment> assessments() {
    return assessments;
  }

  Instant received() {
    return Objects.requireNonNull(received, "received");
  }

  /** Without the two months that may be added. */
  LocalDate firstDue(Register register) {
    return Deadlines.of(register.zone(), received(), pauses, false).due();
  }

  boolean done(RequestState step) {
    return state().compareTo(step) >= 0 || reached(step);
  }

  private boolean reached(RequestState step) {
    return switch (step) {
      case RECEIVED -> true;
      case IDENTIFIED -> identified;
      case LOCATED -> located;
      case ASSESSED -> assessed;
      case EXECUTED -> executed;
      case RECIPIENTS_TOLD -> told;
      case ANSWERED -> answered;
    };
  }

  RequestState state() {
    return Arrays.stream(RequestState.values())
        .filter(this::reached)
        .max(Comparator.naturalOrder())
        .orElse(RequestState.RECEIVED);
  }

  /**
   * Whether anything more than the number has to be shown before it is carried out; who instructs
   * the host answers for that itself.
   */
  boolean needsIdentity(Register register) {
    return behalf(register).own()
        && right().map(register.rights()::demanded).orElse(IdentityLevel.CONFIRMED)
            != IdentityLevel.NUMBER;
  }

  RequestStatus status(Register register) {
    return new RequestStatus(
        id,
        right,
        received(),
        state(),
        Deadlines.of(register.zone(), received(), pauses, extended != null),
        doubtedSince != null,
        assessments,
        refused);
  }

  static String write(List<Assessment> assessments) {
    return assessments.stream()
        .map(
            one ->
                one.record()
                    + "|"
                    + one.outcome()
                    + "|"
                    + one.lastDay().map(LocalDate::toString).orElse("")
                    + "|"
                    + one.ground())
        .collect(Collectors.joining("\n"));
  }

  private static List<Assessment> read(String text) {
    return text.lines().map(RequestFacts::assessment).toList();
  }

  private static Assessment assessment(String line) {
    String[] parts = line.split("\\|", 4);
    return new Assessment(
        RecordId.parse(parts[0]),
        Outcome.valueOf(parts[1]),
        parts[3],
        parts[2].isEmpty() ? null : LocalDate.parse(parts[2]));
  }

  static String text(Recorded entry, String field) {
    return entry.fields().getOrDefault(field, "").toString();
  }
}
