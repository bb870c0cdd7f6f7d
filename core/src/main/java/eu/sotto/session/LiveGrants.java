package eu.sotto.session;

import eu.sotto.crypto.KeyId;
import eu.sotto.permit.RecordingControl;
import eu.sotto.permit.RecordingGate;
import eu.sotto.permit.granted.Ending;
import eu.sotto.permit.granted.Grant;
import eu.sotto.records.SubjectEntry;
import eu.sotto.records.SubjectId;
import eu.sotto.vocabulary.CallId;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The permits that are usable on this node, by subject. A permit is entered before it is handed
 * out, so that whatever ends it from then on finds it. Thread-safe.
 */
public final class LiveGrants {
  private final ConcurrentHashMap<SubjectId, Set<Grant>> bySubject = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<Grant, String> unmet = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<SubjectId, Set<RecordingGate>> gates = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<SubjectId, SubjectEntry> known = new ConcurrentHashMap<>();

  void enter(SubjectEntry entry, Grant grant) {
    SubjectId subject = entry.id();
    bySubject.compute(
        subject,
        (id, present) -> {
          Set<Grant> grants = present == null ? ConcurrentHashMap.newKeySet() : present;
          grants.add(grant);
          return grants;
        });
    known.put(subject, entry);
    grant.onEnd(() -> leave(subject, grant));
  }

  /** A permit to call a number of which nobody is known, by the permit's id in the ledger. */
  void enterUnmet(Grant grant, String id) {
    unmet.put(grant, id);
    grant.onEnd(() -> unmet.remove(grant));
  }

  /** Somebody is known by the number now: the permit ends with what that person asks for. */
  Optional<String> met(SubjectEntry entry, Grant grant) {
    if (!unmet.containsKey(grant)) {
      return Optional.empty();
    }
    enter(entry, grant);
    return Optional.ofNullable(unmet.remove(grant));
  }

  /** Somebody restricted something elsewhere: it may have been whoever such a number belongs to. */
  void endUnmet() {
    unmet.keySet().forEach(grant -> grant.end(Ending.RIGHT_EXERCISED));
  }

  private void leave(SubjectId subject, Grant grant) {
    bySubject.computeIfPresent(
        subject,
        (id, grants) -> {
          grants.remove(grant);
          return grants.isEmpty() ? null : grants;
        });
    forgetUnused(subject);
  }

  private void forgetUnused(SubjectId subject) {
    known.computeIfPresent(
        subject, (id, entry) -> bySubject.containsKey(id) || gates.containsKey(id) ? entry : null);
  }

  /** Whose key it is, of those who have a live permit or a gate. */
  Optional<SubjectId> subject(KeyId key) {
    return known.values().stream()
        .filter(entry -> entry.contentKey().equals(key) || entry.evidenceKey().equals(key))
        .map(SubjectEntry::id)
        .findAny();
  }

  /** The calls in which a subject's permits are live. */
  Set<CallId> calls(SubjectId subject) {
    return bySubject.getOrDefault(subject, Set.of()).stream()
        .map(grant -> grant.terms().call())
        .collect(Collectors.toUnmodifiableSet());
  }

  LiveGrants() {}

  /**
   * Ends every matching permit of the subject; when it returns none of them is usable.
   *
   * @param subject whose
   * @param why the reason
   * @param which which of them
   */
  public void end(SubjectId subject, Ending why, Predicate<Grant> which) {
    Set<Grant> grants = bySubject.get(subject);
    if (grants != null) {
      grants.stream().filter(which).toList().forEach(grant -> grant.end(why));
    }
    if (!why.keepsThePast()) {
      discard(subject, which);
    }
  }

  /** What a recorder still holds goes although the permit behind it ended before. */
  private void discard(SubjectId subject, Predicate<Grant> which) {
    for (RecordingGate gate : gates.getOrDefault(subject, Set.of())) {
      gate.permits().stream()
          .map(Grant.class::cast)
          .filter(which)
          .reduce((first, second) -> second)
          .ifPresent(grant -> gate.discard(grant.terms().clock().instant()));
    }
  }

  /** A gate before the recorder of a call of the subject, known here until it is released. */
  RecordingGate gate(SubjectEntry entry, RecordingControl control, RecordingControl.Gap gap) {
    SubjectId subject = entry.id();
    var made = new AtomicReference<RecordingGate>();
    RecordingGate gate = RecordingGate.before(control, gap, () -> forget(subject, made.get()));
    made.set(gate);
    gates.compute(
        subject,
        (id, present) -> {
          Set<RecordingGate> all = present == null ? ConcurrentHashMap.newKeySet() : present;
          all.add(gate);
          return all;
        });
    known.put(subject, entry);
    return gate;
  }

  private void forget(SubjectId subject, @Nullable RecordingGate gate) {
    gates.computeIfPresent(
        subject,
        (id, all) -> {
          all.removeIf(one -> one == gate);
          return all.isEmpty() ? null : all;
        });
    forgetUnused(subject);
  }

  void end(SubjectId subject, Ending why, CallId call) {
    end(subject, why, grant -> grant.terms().call().equals(call));
  }

  /** Ends what has expired, so that nobody has to ask before a recorder is stopped. */
  void endExpired() {
    bySubject.values().forEach(grants -> grants.forEach(Grant::usable));
    unmet.keySet().forEach(Grant::usable);
  }

  /** Ends every permit there is. */
  void endAll(Ending why) {
    bySubject.values().stream().flatMap(Set::stream).toList().forEach(grant -> grant.end(why));
    unmet.keySet().forEach(grant -> grant.end(why));
  }
}
