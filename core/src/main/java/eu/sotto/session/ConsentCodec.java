package eu.sotto.session;

import eu.sotto.consent.Act;
import eu.sotto.consent.Capacity;
import eu.sotto.consent.ConsentEvent;
import eu.sotto.consent.ConsentOutcome;
import eu.sotto.consent.Method;
import eu.sotto.consent.Wording;
import eu.sotto.ledger.EventKind;
import eu.sotto.ledger.Recorded;
import eu.sotto.notice.NoticePart;
import eu.sotto.permit.ReasonCode;
import eu.sotto.vocabulary.Actor;
import eu.sotto.vocabulary.ContractTie;
import eu.sotto.vocabulary.NoticeId;
import eu.sotto.vocabulary.Playout;
import eu.sotto.vocabulary.PurposeId;
import eu.sotto.vocabulary.Role;
import eu.sotto.vocabulary.Speaker;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Turns the events of consent into the ledger's fields and back. Stateless. */
final class ConsentCodec {
  /**
   * An event in the ledger's terms.
   *
   * @param kind its kind
   * @param fields its fields in schema order
   */
  record Encoded(EventKind kind, Map<String, Object> fields) {}

  private static final String NONE = "";

  private ConsentCodec() {}

  /**
   * Encodes an event of a call.
   *
   * @param event the event
   * @param answered when the call was answered: offsets count from then
   */
  static Encoded encode(ConsentEvent event, Instant answered) {
    Encoded encoded = encode(event);
    if (encoded.kind().fields().contains("offset_ms")) {
      long offset = Duration.between(answered, event.at()).toMillis();
      encoded.fields().put("offset_ms", offset);
    }
    return encoded;
  }

  private static Encoded encode(ConsentEvent event) {
    if (event instanceof ConsentEvent.NoticePlayed played) {
      return played(played);
    }
    if (event instanceof ConsentEvent.Asked asked) {
      return asked(Kinds.CONSENT_ASKED, new LinkedHashMap<>(), asked);
    }
    if (event instanceof ConsentEvent.SpeakerAsked asked) {
      return asked(Kinds.SPEAKER_ASKED, speaker(asked.speaker()), asked.question());
    }
    if (event instanceof ConsentEvent.Answered answered) {
      return answered(Kinds.CONSENT_ANSWERED, new LinkedHashMap<>(), answered);
    }
    if (event instanceof ConsentEvent.SpeakerAnswered answered) {
      return answered(Kinds.SPEAKER_ANSWERED, speaker(answered.speaker()), answered.answer());
    }
    return encodeRest(event);
  }

  private static Encoded encodeRest(ConsentEvent event) {
    var fields = new LinkedHashMap<String, Object>();
    if (event instanceof ConsentEvent.Unanswered unanswered) {
      fields.put("purpose", unanswered.purpose().value());
      return new Encoded(Kinds.CONSENT_UNANSWERED, fields);
    }
    if (event instanceof ConsentEvent.CapacityStated stated) {
      fields.put("capacity", stated.capacity().name());
      return new Encoded(Kinds.CAPACITY_STATED, fields);
    }
    if (event instanceof ConsentEvent.TieStated stated) {
      fields.put("purpose", stated.purpose().value());
      fields.put("tie", stated.tie().name());
      fields.put("actor", stated.by().id());
      fields.put("role", stated.by().role());
      return new Encoded(Kinds.CONTRACT_TIE_STATED, fields);
    }
    if (event instanceof ConsentEvent.SpeakerJoined joined) {
      return new Encoded(Kinds.SPEAKER_JOINED, speaker(joined.speaker()));
    }
    if (event instanceof ConsentEvent.SpeakerLeft left) {
      return new Encoded(Kinds.SPEAKER_LEFT, speaker(left.speaker()));
    }
    throw new IllegalArgumentException("not an event of one call: " + event.getClass());
  }

  private static Encoded played(ConsentEvent.NoticePlayed event) {
    Map<String, Object> fields = told(event.wording(), event.parts());
    fields.put("played_ms", event.playout().played().toMillis());
    fields.put("full_ms", event.playout().full().toMillis());
    return new Encoded(Kinds.NOTICE_PLAYED, fields);
  }

  /** A wording and what it tells. */
  static Map<String, Object> told(Wording wording, Set<NoticePart> parts) {
    Map<String, Object> fields = wording(new LinkedHashMap<>(), wording);
    fields.put("parts", parts.stream().map(Enum::name).sorted().collect(Collectors.joining(" ")));
    return fields;
  }

  private static Encoded asked(
      EventKind kind, Map<String, Object> fields, ConsentEvent.Asked event) {
    fields.put("purpose", event.purpose().value());
    wording(fields, event.wording());
    UndertakingFields.put(fields, Objects.requireNonNull(event.what(), "what"));
    return new Encoded(kind, fields);
  }

  private static Encoded answered(
      EventKind kind, Map<String, Object> fields, ConsentEvent.Answered event) {
    fields.put("purpose", event.purpose().value());
    ConsentOutcome outcome = event.outcome();
    if (outcome instanceof ConsentOutcome.Given) {
      put(fields, "given", NONE);
    } else if (outcome instanceof ConsentOutcome.Refused refused) {
      put(fields, "refused", refused.route());
    } else if (outcome instanceof ConsentOutcome.Unclear unclear) {
      put(fields, "unclear", Integer.toString(unclear.timesAsked()));
    } else if (outcome instanceof ConsentOutcome.NotValid notValid) {
      put(fields, "not-valid", notValid.why().name());
    }
    Act act = event.act();
    fields.put("method", act.method().name());
    if (act.confidence() != null) {
      fields.put("confidence", act.confidence().toPlainString());
    }
    fields.put("rule", act.rule());
    return new Encoded(kind, fields);
  }

  private static void put(Map<String, Object> fields, String outcome, String detail) {
    fields.put("outcome", outcome);
    fields.put("detail", detail);
  }

  private static Map<String, Object> speaker(Speaker speaker) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("speaker", speaker.id());
    fields.put("role", speaker.role().name());
    return fields;
  }

  private static Map<String, Object> wording(Map<String, Object> fields, Wording wording) {
    fields.put("notice", wording.notice().value());
    fields.put("version", wording.version());
    fields.put("language", wording.language().toLanguageTag());
    fields.put("wording_hash", wording.hash());
    return fields;
  }

  /** The event of consent that a ledger entry is, or empty if it is of another kind. */
  static Optional<ConsentEvent> decode(String kind, Instant at, Map<String, Object> f) {
    return Optional.ofNullable(
        switch (kind) {
          case "notice_played" ->
              new ConsentEvent.NoticePlayed(wording(f), parts(text(f, "parts")), playout(f, at));
          case "consent_asked" -> askedOf(f, at);
          case "consent_answered" -> answeredOf(f, at);
          case "consent_unanswered" -> new ConsentEvent.Unanswered(purpose(f), at);
          case "consent_withdrawn" ->
              new ConsentEvent.Withdrawn(purpose(f), Method.valueOf(text(f, "method")), at);
          case "consent_found_invalid" ->
              new ConsentEvent.FoundInvalid(purpose(f), ReasonCode.valueOf(text(f, "why")), at);
          case "consent_capacity_stated" ->
              new ConsentEvent.CapacityStated(Capacity.valueOf(text(f, "capacity")), at);
          case "contract_tie_stated" ->
              new ConsentEvent.TieStated(
                  purpose(f),
                  ContractTie.valueOf(text(f, "tie")),
                  Actor.of(text(f, "actor"), text(f, "role")),
                  at);
          case "speaker_joined" -> new ConsentEvent.SpeakerJoined(speakerOf(f), at);
          case "speaker_left" -> new ConsentEvent.SpeakerLeft(speakerOf(f), at);
          case "speaker_asked" -> new ConsentEvent.SpeakerAsked(speakerOf(f), askedOf(f, at));
          case "speaker_answered" ->
              new ConsentEvent.SpeakerAnswered(speakerOf(f), answeredOf(f, at));
          default -> null;
        });
  }

  /** Whether entries of a kind become events of consent. */
  static boolean bearsOnConsent(String kind) {
    return kind.startsWith("consent_")
        || kind.startsWith("speaker_")
        || kind.equals(Kinds.NOTICE_PLAYED.name())
        || kind.equals(Kinds.CONTRACT_TIE_STATED.name());
  }

  /** The id of a withdrawal or finding, or empty if an entry is of another kind. */
  static Optional<String> ending(Recorded recorded) {
    return switch (recorded.kind()) {
      case "consent_withdrawn" -> Optional.of(text(recorded.fields(), "withdrawal"));
      case "consent_found_invalid" -> Optional.of(text(recorded.fields(), "finding"));
      default -> Optional.empty();
    };
  }

  private static ConsentEvent.Asked askedOf(Map<String, Object> f, Instant at) {
    return new ConsentEvent.Asked(purpose(f), wording(f), UndertakingFields.read(f), at);
  }

  private static ConsentEvent.Answered answeredOf(Map<String, Object> f, Instant at) {
    String detail = text(f, "detail");
    ConsentOutcome outcome =
        switch (text(f, "outcome")) {
          case "given" -> new ConsentOutcome.Given();
          case "refused" -> new ConsentOutcome.Refused(detail);
          case "unclear" -> new ConsentOutcome.Unclear(Integer.parseInt(detail));
          default -> new ConsentOutcome.NotValid(ReasonCode.valueOf(detail));
        };
    String confidence = text(f, "confidence");
    Act act =
        new Act(
            Method.valueOf(text(f, "method")),
            confidence.isEmpty() ? null : new BigDecimal(confidence),
            text(f, "rule"));
    return new ConsentEvent.Answered(purpose(f), outcome, act, at);
  }

  private static Playout playout(Map<String, Object> f, Instant at) {
    return Playout.of(
        Duration.ofMillis(number(f, "played_ms")), Duration.ofMillis(number(f, "full_ms")), at);
  }

  private static Set<NoticePart> parts(String text) {
    return text.isEmpty()
        ? Set.of()
        : Arrays.stream(text.split(" "))
            .map(NoticePart::valueOf)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(NoticePart.class)));
  }

  private static Wording wording(Map<String, Object> f) {
    return new Wording(
        NoticeId.of(text(f, "notice")),
        text(f, "version"),
        Locale.forLanguageTag(text(f, "language")),
        text(f, "wording_hash"));
  }

  private static Speaker speakerOf(Map<String, Object> f) {
    return Speaker.of(text(f, "speaker"), Role.valueOf(text(f, "role")));
  }

  private static PurposeId purpose(Map<String, Object> f) {
    return PurposeId.of(text(f, "purpose"));
  }

  static String text(Map<String, Object> f, String name) {
    return (String) f.getOrDefault(name, NONE);
  }

  static long number(Map<String, Object> f, String name) {
    return (Long) f.getOrDefault(name, 0L);
  }
}
