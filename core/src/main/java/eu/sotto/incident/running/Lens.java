package eu.sotto.incident.running;

import eu.sotto.ledger.Recorded;
import java.time.Instant;
import java.util.Set;
import java.util.function.Predicate;

/** What a breach reaches of a person: one reading for each kind of scope. */
interface Lens {
  /** Looks at everything that is known of a person. */
  void look(PersonTrace person, Touch touch);

  /** What went on in a window. */
  record Window(Instant from, Instant until) implements Lens {
    @Override
    public void look(PersonTrace person, Touch touch) {
      person.calls().forEach(call -> call(call, touch));
      person.others().stream().filter(this::inside).forEach(touch::evidence);
    }

    private void call(CallTrace call, Touch touch) {
      boolean live = call.liveIn(from, until);
      if (!live && call.events().stream().noneMatch(this::inside)) {
        return;
      }
      touch.call(call);
      for (Recorded event : call.events()) {
        if (Touch.kept(event)) {
          if (inside(event) || (live && !event.happenedAt().isBefore(from))) {
            touch.record(event);
          }
        } else if (inside(event) || (live && event.happenedAt().isBefore(until))) {
          touch.note(event);
        }
      }
    }

    boolean inside(Recorded event) {
      return !event.happenedAt().isBefore(from) && event.happenedAt().isBefore(until);
    }
  }

  /** What had been stored before an instant. */
  record Stored(Instant before) implements Lens {
    @Override
    public void look(PersonTrace person, Touch touch) {
      person.calls().stream()
          .filter(call -> call.answered().isBefore(before))
          .forEach(
              call -> {
                touch.call(call);
                call.events().stream().filter(this::stored).forEach(e -> take(e, touch));
              });
      person.others().stream().filter(this::stored).forEach(touch::evidence);
    }

    private boolean stored(Recorded event) {
      return event.happenedAt().isBefore(before);
    }
  }

  /** What a recipient was permitted or given in a window. */
  record To(String recipient, Window window) implements Lens {
    @Override
    public void look(PersonTrace person, Touch touch) {
      matching(person, this::given, touch);
    }

    private boolean given(Recorded event) {
      boolean handed = Set.of("permit_granted", "call_disclosed").contains(event.kind());
      return handed && window.inside(event) && Touch.text(event, "recipient").equals(recipient);
    }
  }

  /** What names a node, and the records that it wrote. */
  record Node(String node) implements Lens {
    @Override
    public void look(PersonTrace person, Touch touch) {
      Set<String> written =
          Set.copyOf(
              person.holdings().stream()
                  .filter(holding -> holding.writer().equals(node))
                  .map(holding -> holding.id().toString())
                  .toList());
      matching(
          person,
          event ->
              Touch.text(event, "node").equals(node)
                  || (Touch.kept(event) && written.contains(Touch.text(event, "record"))),
          touch);
    }
  }

  /** What is sealed under a key of the person. */
  record OwnKey(String key) implements Lens {
    @Override
    public void look(PersonTrace person, Touch touch) {
      for (CallTrace call : person.calls()) {
        if (call.contentKey().toString().equals(key)) {
          touch.call(call);
          call.events().forEach(event -> take(event, touch));
        }
      }
      if (person.evidenceKeys().stream().anyMatch(own -> own.toString().equals(key))) {
        touch.touched();
        touch.evidence++;
      }
    }
  }

  /** What hangs in a bucket. */
  record Bucket(String key) implements Lens {
    @Override
    public void look(PersonTrace person, Touch touch) {
      Set<String> inside =
          Set.copyOf(
              person.holdings().stream()
                  .filter(h -> h.buckets().stream().anyMatch(b -> b.toString().equals(key)))
                  .map(holding -> holding.id().toString())
                  .toList());
      matching(
          person,
          event -> Touch.kept(event) && inside.contains(Touch.text(event, "record")),
          touch);
    }
  }

  private static void take(Recorded event, Touch touch) {
    if (Touch.kept(event)) {
      touch.record(event);
    } else {
      touch.note(event);
    }
  }

  private static void matching(PersonTrace person, Predicate<Recorded> wanted, Touch touch) {
    for (CallTrace call : person.calls()) {
      var found = call.events().stream().filter(wanted).toList();
      if (!found.isEmpty()) {
        touch.call(call);
        found.forEach(event -> take(event, touch));
      }
    }
    person.others().stream().filter(wanted).forEach(touch::evidence);
  }
}
