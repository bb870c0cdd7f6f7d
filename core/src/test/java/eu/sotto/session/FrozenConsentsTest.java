package eu.sotto.session;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sotto.consent.ConsentEvent;
import eu.sotto.consent.ConsentOutcome;
import eu.sotto.consent.Undertaking;
import eu.sotto.consent.Wording;
import eu.sotto.ledger.EventKind;
import eu.sotto.vocabulary.Speaker;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The frozen corpus of consent events, as every version wrote their fields: read by every later
 * build. It is never made anew; a new version of a kind adds lines.
 */
class FrozenConsentsTest {
  /** What the ledger records beside the event itself. */
  private static final Set<String> BESIDE = Set.of("offset_ms", "withdrawal", "finding", "actor");

  private record Frozen(String kind, int version, Instant at, Map<String, Object> fields) {}

  private static List<Frozen> corpus() throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(
                    Objects.requireNonNull(
                        FrozenConsentsTest.class.getResourceAsStream("consents-1.jsonl.gz"))),
                StandardCharsets.UTF_8))) {
      return lines.lines().map(FrozenConsentsTest::read).toList();
    }
  }

  private static Frozen read(String line) {
    JsonNode node = JsonMapper.shared().readTree(line);
    Map<String, Object> fields = new HashMap<>();
    for (Map.Entry<String, JsonNode> field : node.get("fields").properties()) {
      JsonNode value = field.getValue();
      fields.put(field.getKey(), value.isNumber() ? (Object) value.asLong() : value.asString());
    }
    return new Frozen(
        node.get("kind").asString(),
        node.get("version").asInt(),
        Instant.parse(node.get("at").asString()),
        fields);
  }

  @Test
  @Tag("R13")
  void everyConsentEventEverWrittenIsReadAsItWasWritten() throws IOException {
    List<Frozen> corpus = corpus();
    assertThat(corpus).hasSize(646);
    assertThat(corpus)
        .extracting(one -> one.kind() + "/" + one.version())
        .contains("consent_asked/1", "consent_asked/2", "consent_answered/1", "consent_answered/3");
    for (Frozen frozen : corpus) {
      ConsentEvent event =
          ConsentCodec.decode(frozen.kind(), frozen.at(), frozen.fields()).orElseThrow();
      Map<String, Object> expected = new TreeMap<>(frozen.fields());
      expected.keySet().removeAll(BESIDE);
      if (frozen.kind().equals("consent_found_invalid")) {
        expected.remove("role");
      }

      assertThat(event.at()).isEqualTo(frozen.at());
      assertThat(shown(event)).as(frozen.toString()).isEqualTo(expected);
    }
  }

  @Test
  void whatIsWrittenTodayIsOfTheVersionsThatTheCorpusKnows() throws IOException {
    Set<String> known =
        corpus().stream().map(one -> one.kind() + "/" + one.version()).collect(Collectors.toSet());
    assertThat(known)
        .contains(
            label(Kinds.NOTICE_PLAYED),
            label(Kinds.CONSENT_ASKED),
            label(Kinds.CONSENT_ANSWERED),
            label(Kinds.CONSENT_UNANSWERED),
            label(Kinds.CONSENT_WITHDRAWN),
            label(Kinds.CONSENT_FOUND_INVALID),
            label(Kinds.CAPACITY_STATED),
            label(Kinds.SPEAKER_JOINED),
            label(Kinds.SPEAKER_LEFT),
            label(Kinds.SPEAKER_ASKED),
            label(Kinds.SPEAKER_ANSWERED));
  }

  private static String label(EventKind kind) {
    return kind.name() + "/" + kind.version();
  }

  private static Map<String, Object> shown(ConsentEvent event) {
    Map<String, Object> shown = new TreeMap<>();
    if (event instanceof ConsentEvent.NoticePlayed played) {
      wording(shown, played.wording());
      shown.put("parts", joined(played.parts()));
      shown.put("played_ms", played.playout().played().toMillis());
      shown.put("full_ms", played.playout().full().toMillis());
    } else if (event instanceof ConsentEvent.CapacityStated stated) {
      shown.put("capacity", stated.capacity().name());
    } else if (event instanceof ConsentEvent.OfPurpose one) {
      purpose(shown, one);
    } else if (event instanceof ConsentEvent.OfSpeaker one) {
      speaker(shown, one.speaker());
      if (one instanceof ConsentEvent.SpeakerAsked asked) {
        purpose(shown, asked.question());
      } else if (one instanceof ConsentEvent.SpeakerAnswered answered) {
        purpose(shown, answered.answer());
      }
    }
    return shown;
  }

  private static void purpose(Map<String, Object> shown, ConsentEvent.OfPurpose event) {
    shown.put("purpose", event.purpose().value());
    if (event instanceof ConsentEvent.Asked asked) {
      wording(shown, asked.wording());
      Undertaking what = asked.what();
      if (what != null) {
        shown.put("controller", what.controller());
        shown.put("operations", joined(what.operations()));
        shown.put("categories", joined(what.categories()));
        shown.put("recipients", joined(what.recipients()));
        shown.put("kept_days", what.kept().days());
        shown.put("kept_longest", what.kept().longest());
      }
    } else if (event instanceof ConsentEvent.Answered answered) {
      outcome(shown, answered.outcome());
      shown.put("method", answered.method().name());
      put(shown, "rule", answered.act().rule());
      BigDecimal confidence = answered.act().confidence();
      if (confidence != null) {
        shown.put("confidence", confidence.toPlainString());
      }
    } else if (event instanceof ConsentEvent.Withdrawn withdrawn) {
      shown.put("method", withdrawn.method().name());
    } else if (event instanceof ConsentEvent.FoundInvalid found) {
      shown.put("why", found.why().name());
    }
  }

  private static void outcome(Map<String, Object> shown, ConsentOutcome outcome) {
    if (outcome instanceof ConsentOutcome.Given) {
      shown.put("outcome", "given");
      shown.put("detail", "");
    } else if (outcome instanceof ConsentOutcome.Refused refused) {
      shown.put("outcome", "refused");
      shown.put("detail", refused.route());
    } else if (outcome instanceof ConsentOutcome.Unclear unclear) {
      shown.put("outcome", "unclear");
      shown.put("detail", Integer.toString(unclear.timesAsked()));
    } else if (outcome instanceof ConsentOutcome.NotValid notValid) {
      shown.put("outcome", "not-valid");
      shown.put("detail", notValid.why().name());
    }
  }

  /** What an older version did not write is not there. */
  private static void put(Map<String, Object> shown, String name, String value) {
    if (!value.isEmpty()) {
      shown.put(name, value);
    }
  }

  private static void wording(Map<String, Object> shown, Wording wording) {
    shown.put("notice", wording.notice().value());
    shown.put("version", wording.version());
    shown.put("language", wording.language().toLanguageTag());
    shown.put("wording_hash", wording.hash());
  }

  private static void speaker(Map<String, Object> shown, Speaker speaker) {
    shown.put("speaker", speaker.id());
    shown.put("role", speaker.role().name());
  }

  private static String joined(Collection<?> names) {
    return names.stream().map(Object::toString).sorted().collect(Collectors.joining(" "));
  }
}
