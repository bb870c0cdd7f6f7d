package eu.sotto.session;

import eu.sotto.permit.granted.Ending;
import eu.sotto.permit.granted.Grant;
import eu.sotto.records.SubjectId;
import eu.sotto.vocabulary.CallId;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * The permits that are usable on this node, by subject. A permit is entered before it is handed
 * out, so that whatever ends it from then on finds it. Thread-safe.
 */
public final class LiveGrants {
  private final ConcurrentHashMap<SubjectId, Set<Grant>> bySubject = new ConcurrentHashMap<>();

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
