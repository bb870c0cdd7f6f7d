package eu.sotto.session;

import eu.sotto.crypto.Bytes;
import eu.sotto.permit.granted.Ending;
import eu.sotto.permit.granted.Grant;
import eu.sotto.purpose.ContactRules;
import eu.sotto.register.ContactKind;
import eu.sotto.vocabulary.ContactScope;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The permits to contact somebody that are usable on this node, by number. Thread-safe. */
final class LiveContacts {
  /** What stood on the list of the number when the permit was granted. */
  private record Live(
      Bytes token, ContactKind kind, Map<ContactScope, Instant> seen, Grant grant) {}

  private final Set<Live> live = ConcurrentHashMap.newKeySet();

  void enter(Bytes token, ContactKind kind, Map<ContactScope, Instant> seen, Grant grant) {
    Live entered = new Live(token, kind, Map.copyOf(seen), grant);
    live.add(entered);
    grant.onEnd(() -> live.remove(entered));
  }

  /** Ends what an entry made now stands against. */
  void end(Collection<Bytes> tokens, ContactScope scope) {
    for (Live one : live) {
      if (tokens.contains(one.token()) && ContactRules.bars(scope, one.kind())) {
        one.grant().end(Ending.RIGHT_EXERCISED);
      }
    }
  }

  /** The permits to contact a number. */
  List<Grant> of(Bytes token) {
    return live.stream().filter(one -> one.token().equals(token)).map(Live::grant).toList();
  }

  /** Ends everything: the list cannot be read. */
  void endAll() {
    live.forEach(one -> one.grant().end(Ending.RIGHT_EXERCISED));
  }

  Set<Bytes> tokens() {
    return live.stream().map(Live::token).collect(Collectors.toUnmodifiableSet());
  }

  /** Ends what an entry stands against that was not there when the permit was granted. */
  void compare(Map<Bytes, Map<ContactScope, Instant>> now) {
    for (Live one : live) {
      boolean barred =
          now.getOrDefault(one.token(), Map.of()).entrySet().stream()
              .filter(entry -> ContactRules.bars(entry.getKey(), one.kind()))
              .anyMatch(entry -> !entry.getValue().equals(one.seen().get(entry.getKey())));
      if (barred) {
        one.grant().end(Ending.RIGHT_EXERCISED);
      }
    }
  }
}
