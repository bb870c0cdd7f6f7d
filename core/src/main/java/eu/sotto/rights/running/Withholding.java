package eu.sotto.rights.running;

import eu.sotto.records.NewRecord;
import eu.sotto.records.OpenErasure;
import eu.sotto.records.RecordEntry;
import eu.sotto.records.RecordId;
import eu.sotto.records.RecordWriter;
import eu.sotto.records.SubjectEntry;
import eu.sotto.records.Withheld;
import eu.sotto.retention.Disposition;
import eu.sotto.rights.Assessment;
import eu.sotto.rights.Outcome;
import eu.sotto.rights.RightsException;
import eu.sotto.session.Engine;
import eu.sotto.session.SubjectSession;
import eu.sotto.vocabulary.CallId;
import eu.sotto.vocabulary.Right;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Keeps apart what an erasure must not take: sealed anew under keys of its own, under no number and
 * no call of the host's, until its last day. Only then are the person's keys destroyed. Doing it
 * again begins anew as long as the person's keys are there, and changes nothing after that. Source:
 * GDPR Art. 17(3), 18(2).
 */
final class Withholding {
  private static final int PIECE = 65_536;

  private final Engine engine;
  private final OpenErasure erasure;
  private final Behalf behalf;
  private final Set<RecordId> ofTheLaw = new HashSet<>();

  /** For what one controller decides on; what others do is copied only if it would be lost. */
  Withholding(Engine engine, OpenErasure erasure, Behalf behalf) {
    this.engine = engine;
    this.erasure = erasure;
    this.behalf = behalf;
  }

  /** Of which of the records in question there is a copy apart now. */
  List<RecordId> keepApart(Predicate<RecordEntry> inQuestion) {
    List<RecordId> copied = new ArrayList<>();
    Map<RecordId, Assessment> verdicts = verdicts();
    for (SubjectEntry subject : erasure.subjects()) {
      List<RecordEntry> staying =
          engine.records().of(subject.id()).stream()
              .filter(inQuestion)
              .filter(entry -> stays(verdicts.get(entry.id())) && !isDue(entry))
              .toList();
      if (!staying.isEmpty()) {
        copy(subject, staying, verdicts);
        staying.forEach(entry -> copied.add(entry.id()));
      }
    }
    return copied;
  }

  /** What is past its maximum, and kept by no duty or hold, goes whatever was laid down. */
  private boolean isDue(RecordEntry entry) {
    return engine
        .records()
        .lifetimes()
        .decide(entry.id(), engine.clock().instant())
        .filter(Disposition::isDue)
        .isPresent();
  }

  private static boolean stays(@Nullable Assessment verdict) {
    return verdict != null
        && (verdict.outcome() == Outcome.WITHHOLD || verdict.outcome() == Outcome.PASS_ON);
  }

  /** What was laid down of each record when the request was assessed. */
  List<Assessment> assessed() {
    return RequestList.facts(engine, erasure.order())
        .map(RequestFacts::assessments)
        .orElse(List.of());
  }

  /** What a duty keeps stays whatever was laid down. */
  private Map<RecordId, Assessment> verdicts() {
    Map<RecordId, Assessment> verdicts = new HashMap<>();
    assessed().forEach(one -> verdicts.put(one.record(), one));
    SubjectSession person = new SubjectSession(engine, erasure.subjects());
    for (Assessment now : Proposals.of(person, Right.ERASURE, behalf)) {
      if (stays(now)) {
        ofTheLaw.add(now.record());
      }
      if (stays(now) || !verdicts.containsKey(now.record())) {
        verdicts.put(now.record(), now);
      }
    }
    return verdicts;
  }

  private void copy(
      SubjectEntry subject, List<RecordEntry> staying, Map<RecordId, Assessment> verdicts) {
    SubjectEntry holder = engine.records().subjects().resolve(name(subject));
    engine
        .records()
        .lifetimes()
        .clearAway(engine.records().of(holder.id()).stream().map(RecordEntry::id).toList());
    Map<CallId, CallId> calls = new HashMap<>();
    for (RecordEntry entry : staying) {
      CallId call =
          calls.computeIfAbsent(entry.what().call(), original -> anonymous(original, holder));
      Withheld why = why(Objects.requireNonNull(verdicts.get(entry.id())));
      copy(entry, why.of(entry.what(), call), holder);
    }
  }

  private Withheld why(Assessment verdict) {
    Withheld.By by = ofTheLaw.contains(verdict.record()) ? Withheld.By.DUTY : Withheld.By.PERSON;
    return new Withheld(
        verdict.ground(),
        verdict.until(),
        verdict.outcome() == Outcome.PASS_ON ? Withheld.By.ANOTHER_CONTROLLER : by);
  }

  /** The person's number leads nowhere near it. */
  private String name(SubjectEntry subject) {
    return "withheld:" + erasure.order() + ":" + subject.id();
  }

  private CallId anonymous(CallId original, SubjectEntry holder) {
    CallId call = CallId.of("withheld-" + engine.randomId());
    engine.records().calls().apart(original, call, holder);
    return call;
  }

  /** The legal holds go along before the copy is there, so that no sweep takes it in between. */
  private void copy(RecordEntry entry, NewRecord apart, SubjectEntry holder) {
    try (ReadableByteChannel in = engine.records().open(entry.id());
        RecordWriter out = engine.records().begin(apart)) {
      ByteBuffer piece = ByteBuffer.allocate(PIECE);
      while (in.read(piece) >= 0) {
        piece.flip();
        while (piece.hasRemaining()) {
          out.write(piece);
        }
        piece.clear();
      }
      engine.legalHolds().carry(entry, out.id(), holder);
      out.finish();
    } catch (IOException e) {
      throw new RightsException("what a duty keeps could not be kept apart", e);
    }
  }

  /** What was kept apart, also after the person's keys are gone. */
  List<Withheld> left() {
    List<Withheld> left = new ArrayList<>();
    for (SubjectEntry subject : erasure.subjects()) {
      for (SubjectEntry holder : engine.records().subjects().find(name(subject))) {
        for (RecordEntry entry : engine.records().of(holder.id())) {
          Withheld.in(entry.what()).ifPresent(left::add);
        }
      }
    }
    return left;
  }
}
