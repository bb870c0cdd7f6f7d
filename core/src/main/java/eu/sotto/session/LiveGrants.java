package eu.sotto.session;

import eu.sotto.permit.RecordingControl;
import eu.sotto.permit.RecordingGate;
import eu.sotto.permit.granted.Ending;
import eu.sotto.permit.granted.Grant;
import eu.sotto.records.SubjectId;
import eu.sotto.vocabulary.CallId;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The permits that are usable on this node, by subject. A permit is entered before it is handed
 * out, so that whatever ends it from then on finds it. Thread-safe.
 */
public final class LiveGrants {
  private final ConcurrentHashMap<SubjectId, Set<Grant>> bySubject = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<SubjectId, Set<RecordingGate>> gates = new ConcurrentHashMap<>();

  void enter(SubjectId subject, Grant grant) {
    bySubject.compute(
        subject,
        (id, present) -> {
          Set<Grant> grants = present == null ? ConcurrentHashMap.newKeySet() : present;
          grants.add(grant);
          return grants;
        });
    grant.onEnd(() -> leave(subject, grant));
  }

  private void leave(SubjectId subject, Grant grant) {
    bySubject.computeIfPresent(
        subject,
        (id, grants) -> {
          grants.remove(grant);
          return grants.isEmpty() ? null : grants;
        });
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
  RecordingGate gate(SubjectId subject, RecordingControl control, RecordingControl.Gap gap) {
    var known = new AtomicReference<RecordingGate>();
    RecordingGate gate = RecordingGate.before(control, gap, () -> forget(subject, known.get()));
    known.set(gate);
    gates.compute(
        subject,
        (id, present) -> {
          Set<RecordingGate> all = present == null ? ConcurrentHashMap.newKeySet() : present;
          all.add(gate);
          return all;
        });
    return gate;
  }

  private void forget(SubjectId subject, @Nullable RecordingGate gate) {
    gates.computeIfPresent(
        subject,
        (id, all) -> {
          all.removeIf(one -> one == gate);
          return all.isEmpty() ? null : all;
        });
  }

  void end(SubjectId subject, Ending why, CallId call) {
    end(subject, why, grant -> grant.terms().call().equals(call));
  }

  /** Ends what has expired, so that nobody has to ask before a recorder is stopped. */
  void endExpired() {
    bySubject.values().forEach(grants -> grants.forEach(Grant::usable));
  }

  /** Ends every permit there is. */
  void endAll(Ending why) {
    bySubject.values().stream().flatMap(Set::stream).toList().forEach(grant -> grant.end(why));
  }
}
