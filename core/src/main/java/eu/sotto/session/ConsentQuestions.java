package eu.sotto.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import eu.sotto.consent.ConsentState;
import eu.sotto.consent.ConsentStatus;
import eu.sotto.consent.ConsentTerms;
import eu.sotto.consent.ProvenStatus;
import eu.sotto.crypto.KeyId;
import eu.sotto.ledger.Evidence;
import eu.sotto.ledger.Recorded;
import eu.sotto.records.SubjectEntry;
import eu.sotto.records.SubjectId;
import eu.sotto.register.LegalBasis;
import eu.sotto.register.Purpose;
import eu.sotto.vocabulary.PurposeId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Questions about a person's consents, over all calls: the last word counts. What was read lately
 * is remembered for a minute at most, and forgotten as soon as something happens to it.
 * Thread-safe.
 */
public final class ConsentQuestions {
  private static final Duration REMEMBERED = Duration.ofSeconds(60);
  private static final int PERSONS = 10_000;
  private static final int PAGE = 100;

  private final Engine engine;
  private final Cache<SubjectId, CallState> known =
      Caffeine.newBuilder().maximumSize(PERSONS).expireAfterWrite(REMEMBERED).build();

  ConsentQuestions(Engine engine) {
    this.engine = engine;
  }

  /** Forgets what was read of a subject: something was recorded, or its data is gone. */
  void changed(SubjectId subject) {
    known.invalidate(subject);
  }

  /** How it stands now with a consent of a person. */
  ConsentStatus now(SubjectId person, PurposeId purpose) {
    return now(state(person), consented(purpose));
  }

  private ConsentStatus now(CallState state, Purpose purpose) {
    Instant now = state.notBeforeLatest(engine.clock().instant());
    return state.consents().status(purpose.id(), now, engine.terms(purpose.id()));
  }

  /** How it stood, by what was recorded up to a time. */
  ProvenStatus proven(List<SubjectEntry> person, PurposeId purpose, Instant at, Instant knownAt) {
    List<Recorded> recorded =
        read(person).stream().filter(one -> !one.appended().recordedAt().isAfter(knownAt)).toList();
    ConsentStatus status =
        fold(recorded).consents().status(purpose, at, expiryOnly(consented(purpose)));
    List<Evidence> evidence =
        recorded.stream()
            .filter(one -> bearsOn(one, purpose))
            .flatMap(one -> engine.journal().ledger().evidence(one.appended().id()).stream())
            .toList();
    return new ProvenStatus(status, at, knownAt, evidence);
  }

  private static boolean bearsOn(Recorded recorded, PurposeId purpose) {
    return recorded.kind().equals(Kinds.NOTICE_PLAYED.name())
        || ConsentCodec.text(recorded.fields(), "purpose").equals(purpose.value());
  }

  /**
   * The subjects whose consent to a purpose stood at a time, by all that is recorded now. Read page
   * by page as the stream is consumed.
   *
   * @param purpose a purpose that rests on consent
   * @param at the time asked about
   * @return the subjects, in no order
   */
  public Stream<SubjectSession> consented(PurposeId purpose, Instant at) {
    ConsentTerms terms = expiryOnly(consented(purpose));
    return subjects(state -> state.consents().status(purpose, at, terms).given());
  }

  /**
   * The subjects whose consent to a purpose stands but does not cover what the register declares
   * now.
   *
   * @param purpose a purpose that rests on consent
   * @return the subjects, in no order
   */
  public Stream<SubjectSession> superseded(PurposeId purpose) {
    Purpose declared = consented(purpose);
    return subjects(state -> now(state, declared).state() == ConsentState.SUPERSEDED);
  }

  private Stream<SubjectSession> subjects(Predicate<CallState> wanted) {
    return Stream.iterate(page(Optional.empty()), page -> !page.isEmpty(), this::next)
        .flatMap(page -> wanted(page, wanted))
        .map(subject -> new SubjectSession(engine, List.of(subject)));
  }

  /** Reads what was recorded of a page of subjects at once. */
  private Stream<SubjectEntry> wanted(List<SubjectEntry> page, Predicate<CallState> wanted) {
    Map<KeyId, List<Recorded>> recorded =
        engine
            .journal()
            .ledger()
            .events(
                page.stream().map(SubjectEntry::evidenceKey).toList(),
                ConsentCodec::bearsOnConsent);
    return page.stream()
        .filter(
            subject -> wanted.test(fold(recorded.getOrDefault(subject.evidenceKey(), List.of()))));
  }

  private List<SubjectEntry> next(List<SubjectEntry> page) {
    return page(Optional.of(page.get(page.size() - 1).id()));
  }

  private List<SubjectEntry> page(Optional<SubjectId> after) {
    return engine.records().subjects().after(after, PAGE);
  }

  private Purpose consented(PurposeId purpose) {
    Purpose declared = engine.declared(purpose);
    if (declared.basis() != LegalBasis.CONSENT) {
      throw new IllegalArgumentException("the purpose " + purpose + " does not rest on consent");
    }
    return declared;
  }

  /** Of earlier times is not known what the register declared then. */
  private ConsentTerms expiryOnly(Purpose purpose) {
    return new ConsentTerms(engine.terms(purpose.id()).expiry(), null);
  }

  /** All that was recorded of a person's consents, whoever they are linked with. */
  CallState state(SubjectId id) {
    boolean rememberable = engine.journal().settled() && !engine.nodes().shared();
    CallState remembered = rememberable ? known.get(id, this::alone) : null;
    return remembered == null ? withLatest(engine.records().subjects().union(id)) : remembered;
  }

  /** Who is linked is not remembered: what happens to one would have to reach the others. */
  private @Nullable CallState alone(SubjectId id) {
    List<SubjectEntry> person = engine.records().subjects().union(id);
    return person.size() == 1 ? withLatest(person) : null;
  }

  private CallState withLatest(List<SubjectEntry> person) {
    CallState state = fold(read(person));
    for (SubjectEntry subject : person) {
      for (ConsentEndings.Entry ending : engine.sessions().latestEndings(subject.id())) {
        state = state.ended(ending.id(), ending.event());
      }
    }
    return state;
  }

  private List<Recorded> read(List<SubjectEntry> person) {
    List<Recorded> all = new ArrayList<>();
    for (SubjectEntry subject : person) {
      all.addAll(
          engine
              .journal()
              .ledger()
              .events(subject.evidenceKey(), ConsentCodec::bearsOnConsent)
              .entries());
    }
    if (person.size() > 1) {
      all.sort(Comparator.comparingLong(recorded -> recorded.appended().index()));
    }
    return all;
  }

  private static CallState fold(List<Recorded> recorded) {
    CallState state = CallState.NONE;
    for (Recorded one : recorded) {
      state = Sessions.fold(state, one);
    }
    return state;
  }
}
