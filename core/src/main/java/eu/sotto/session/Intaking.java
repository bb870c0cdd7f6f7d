package eu.sotto.session;

import eu.sotto.interchange.PlainJson;
import eu.sotto.permit.ContentPermit;
import eu.sotto.permit.Reason;
import eu.sotto.permit.ReasonCode;
import eu.sotto.permit.granted.Grant;
import eu.sotto.purpose.Sieve;
import eu.sotto.purpose.Sifted;
import eu.sotto.purpose.Submission;
import eu.sotto.records.Kept;
import eu.sotto.records.RecordKind;
import eu.sotto.records.Taken;
import eu.sotto.redaction.Exchange;
import eu.sotto.redaction.PiiType;
import eu.sotto.redaction.Transcript;
import eu.sotto.register.IntakeField;
import eu.sotto.register.Register;
import eu.sotto.session.Entries.Fields;
import eu.sotto.vocabulary.PurposeId;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Takes in only what a purpose needs, and flags questions for more. */
final class Intaking {
  /** Before the name of each field that a record holds; the label's value is its category. */
  static final String FIELD = "field:";

  private final Engine engine;
  private final CallSession session;
  private final Sieve sieve;

  Intaking(Engine engine, CallSession session) {
    this.engine = engine;
    this.session = session;
    this.sieve = Sieve.of(engine.register());
  }

  /** What is left out is left out before anything is stored; then it is counted. */
  Taken take(Submission handed, ContentPermit permit, Keeper keeper) {
    Grant grant = keeper.own(permit);
    Sifted sifted = sieve.sift(grant.purpose(), handed, session::stands);
    session.recordDropped(grant.purpose(), sifted);
    if (sifted.taken().isEmpty()) {
      return new Taken(notNeeded(grant.purpose()), sifted.dropped());
    }
    Kept kept =
        keeper.keep(
            permit,
            RecordKind.FIELDS,
            labels(engine.register(), grant.purpose(), sifted),
            json(sifted.taken()));
    return new Taken(kept, sifted.dropped());
  }

  static Kept notNeeded(PurposeId purpose) {
    return new Kept.Refused(List.of(Reason.of(ReasonCode.NOT_NEEDED, purpose)));
  }

  static Map<String, String> labels(Register register, PurposeId purpose, Sifted sifted) {
    Map<String, String> labels = new TreeMap<>();
    for (IntakeField field : register.intake().of(purpose)) {
      if (sifted.taken().containsKey(field.name())) {
        labels.put(FIELD + field.name(), field.category().value());
      }
    }
    return labels;
  }

  static byte[] json(Map<String, String> taken) {
    var out = new ByteArrayOutputStream();
    PlainJson.write(taken, out);
    return out.toByteArray();
  }

  /** What a question asks for without need; recorded if it does. */
  Set<PiiType> asking(PurposeId purpose, String question) {
    engine.declared(purpose);
    Set<PiiType> undeclared = sieve.undeclared(purpose, Exchange.asked(question));
    flag(purpose, undeclared, 1);
    return undeclared;
  }

  /** The turns that answer questions for data that the purpose does not need. */
  Set<Integer> answers(PurposeId purpose, Transcript transcript) {
    Set<Integer> leftOut = new HashSet<>();
    Set<PiiType> flagged = EnumSet.noneOf(PiiType.class);
    int questions = 0;
    List<Exchange> exchanges = new ArrayList<>(Exchange.of(transcript));
    for (int i = 0; i < exchanges.size(); i++) {
      Set<PiiType> asks = sieve.undeclared(purpose, exchanges.get(i).asks());
      questions += asks.isEmpty() ? 0 : 1;
      flagged.addAll(asks);
      if (!sieve.undeclared(purpose, exchanges.get(i).answers()).isEmpty()) {
        leftOut.add(i);
      }
    }
    flag(purpose, flagged, questions);
    return leftOut;
  }

  private void flag(PurposeId purpose, Collection<PiiType> undeclared, int questions) {
    if (undeclared.isEmpty()) {
      return;
    }
    String kinds =
        undeclared.stream()
            .map(type -> type.name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .sorted()
            .collect(Collectors.joining(" "));
    Fields fields =
        Fields.of("purpose", purpose.value(), "kinds", kinds, "questions", (long) questions)
            .step(engine.randomId());
    engine
        .journal()
        .recordEffect(session.event(Kinds.QUESTION_FLAGGED, engine.clock().instant(), fields));
  }

  /** Names of declared fields and kinds with their counts, never a value. */
  static Fields counts(PurposeId purpose, Sifted sifted, String step) {
    String dropped =
        sifted.dropped().entrySet().stream()
            .map(one -> one.getKey() + "=" + one.getValue())
            .collect(Collectors.joining(" "));
    return Fields.of(
            "purpose", purpose.value(), "taken", (long) sifted.taken().size(), "dropped", dropped)
        .step(step);
  }
}
