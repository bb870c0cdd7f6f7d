package eu.sotto;

import static eu.sotto.Practice.ACTOR;
import static eu.sotto.Practice.APPOINTMENT;
import static eu.sotto.Practice.QUALITY;
import static eu.sotto.Practice.permitted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.document.JsonDocument;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import eu.sotto.consent.ConsentOutcome;
import eu.sotto.interchange.ConsentReceipt;
import eu.sotto.interchange.RegisterJson;
import eu.sotto.interchange.Shared;
import eu.sotto.interchange.Vcon;
import eu.sotto.interchange.VconCall;
import eu.sotto.ledger.Recorded;
import eu.sotto.ledger.TlogProof;
import eu.sotto.permit.ContentPermit;
import eu.sotto.permit.DisclosurePermit;
import eu.sotto.permit.Operation;
import eu.sotto.permit.ReasonCode;
import eu.sotto.redaction.Summary;
import eu.sotto.register.Register;
import eu.sotto.session.Engine;
import eu.sotto.session.Opening;
import eu.sotto.vocabulary.Answer;
import eu.sotto.vocabulary.PurposeId;
import eu.sotto.vocabulary.RecipientId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What leaves a call in the formats of others. */
class ExportsTest {
  private static final RecipientId SPEECH = RecipientId.of("speech-service");
  private static final JsonMapper STRICT =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final AtomicReference<Instant> time = new AtomicReference<>(Practice.START);
  private Engine engine;
  private Practice practice;

  @BeforeEach
  void open() {
    engine = Opening.inMemory(register(), time::get, Duration.ofSeconds(20), store -> store);
    practice = Practice.on(CallPrivacy.on(engine), time);
  }

  @AfterEach
  void close() {
    practice.close();
  }

  /** The example, where both purposes may be disclosed, but only one of them the number. */
  private static Register register() {
    String text =
        Practice.registerText()
            .replace("\"transcribe\", \"analyse\"]", "\"transcribe\", \"analyse\", \"disclose\"]")
            .replace(
                "\"transcribe\", \"summarise\"]", "\"transcribe\", \"summarise\", \"disclose\"]")
            .replace("\"conversation\", \"contact\", \"appointment\"]", "\"conversation\"]")
            .replace("\"id\": \"quality\",", "\"id\": \"quality\", \"redact\": false,");
    return RegisterJson.read(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "register");
  }

  private static DisclosurePermit disclosing(Call call, PurposeId purpose) {
    return permitted(call.may(Operation.DISCLOSE, purpose, SPEECH));
  }

  private static JsonNode tree(String json) {
    return STRICT.readTree(json);
  }

  private List<Recorded> events(String kind, Call call) {
    return engine
        .journal()
        .ledger()
        .events(eu.sotto.session.Entries.subject(call.caller().session().id()))
        .entries()
        .stream()
        .filter(event -> event.kind().equals(kind))
        .toList();
  }

  /** A call of which a recording, a transcript and a summary are kept. */
  private Call kept() {
    Call call = practice.consented("c-17");
    Practice.keepAudio(call, "RIFF-audio");
    Practice.keep(call, "Guten Tag, hier ist Petra Schneider, ich brauche einen Termin.");
    ContentPermit permit = permitted(call.may(Operation.SUMMARISE, APPOINTMENT));
    call.keep(Summary.of("Der Anruf betraf einen Termin.", "model-x/3"), permit);
    call.ended(practice.after(Duration.ofMinutes(3)));
    return call;
  }

  @Nested
  class AsVcon {
    private final Schema schema;

    AsVcon() throws IOException {
      String text = Files.readString(Shared.vectors("vcon").resolve("vcon_json_schema.json"));
      schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(text);
    }

    private JsonNode valid(Vcon vcon) {
      assertThat(schema.validate(vcon.json(), InputFormat.JSON)).isEmpty();
      return tree(vcon.json());
    }

    @Test
    @Tag("R06")
    void writtenWordsGoRedactedAndLabelledAsMadeByAi() {
      JsonNode vcon = valid(kept().exports().vcon(disclosing(call(), APPOINTMENT)));

      JsonNode summary = analysis(vcon, "summary");
      JsonNode label = summary.at("/body/label");
      assertThat(label.get("aiGenerated").booleanValue()).isTrue();
      assertThat(label.get("model").stringValue()).isEqualTo("model-x/3");
      assertThat(Instant.parse(label.get("at").stringValue())).isBefore(time.get());
      assertThat(label.get("sentence").stringValue())
          .isEqualTo("Made with artificial intelligence.");
      JsonNode transcript = analysis(vcon, "transcript");
      assertThat(transcript.at("/body/label/aiGenerated").booleanValue()).isTrue();
      assertThat(transcript.at("/body/text").stringValue())
          .contains("Termin")
          .doesNotContain("Petra", "Schneider");
    }

    @Test
    void onlyWhatIsKeptForThePermitsPurposeIsHandedOver() {
      Call call = kept();
      JsonNode quality = valid(call.exports().vcon(disclosing(call, QUALITY)));
      JsonNode appointment = valid(call.exports().vcon(disclosing(call, APPOINTMENT)));

      assertThat(quality.get("analysis")).isEmpty();
      assertThat(quality.at("/dialog/0").has("content_hash")).isTrue();
      assertThat(appointment.get("analysis")).hasSize(2);
      assertThat(appointment.at("/dialog/0").has("content_hash")).isFalse();
    }

    @Test
    void theNumberIsToldOnlyWhereThePurposeNeedsIt() {
      Call call = kept();
      assertThat(valid(call.exports().vcon(disclosing(call, QUALITY))).at("/parties/0/tel"))
          .hasToString("\"tel:+493023125012\"");
      assertThat(call.exports().vcon(disclosing(call, APPOINTMENT)).json()).doesNotContain("2312");
    }

    @Test
    void aRecordingIsReferencedByItsHashAndWhereTheHostSaysSo() throws Exception {
      Call call = kept();
      URI url = URI.create("https://archive.example/r/1");
      JsonNode dialog =
          valid(call.exports().vcon(disclosing(call, QUALITY), record -> Optional.of(url)))
              .at("/dialog/0");
      byte[] hash =
          MessageDigest.getInstance("SHA-512")
              .digest("RIFF-audio".getBytes(StandardCharsets.US_ASCII));
      assertThat(dialog.get("content_hash").stringValue())
          .isEqualTo("sha512-" + Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
      assertThat(dialog.get("url").stringValue()).isEqualTo(url.toString());
      assertThat(dialog.get("duration").doubleValue()).isGreaterThan(180);
      assertThatIllegalArgumentException()
          .isThrownBy(
              () ->
                  call.exports()
                      .vcon(
                          disclosing(call, QUALITY),
                          r -> Optional.of(URI.create("http://x.example"))));
    }

    @Test
    @Tag("R13")
    void aConsentGoesWithItAndItsProofVerifies() {
      Call call = kept();
      JsonNode attachment =
          valid(call.exports().vcon(disclosing(call, QUALITY))).at("/attachments/0");

      assertThat(attachment.get("type").stringValue()).isEqualTo("lawful_basis");
      assertThat(attachment.get("purpose").stringValue()).isEqualTo("lawful_basis");
      JsonNode body = attachment.get("body");
      assertThat(body.get("lawful_basis").stringValue()).isEqualTo("consent");
      assertThat(body.get("expiration").stringValue()).startsWith("2027-11-02");
      assertThat(body.at("/purpose_grants/0/purpose").stringValue()).isEqualTo("quality");
      assertThat(body.at("/purpose_grants/0/granted").booleanValue()).isTrue();
      String proof = body.at("/proof_mechanisms/0/proof_data/tlog_proof").stringValue();
      assertThat(TlogProof.parse(proof).kind()).startsWith("consent_answered/");
      assertThat(TlogProof.parse(proof).verifies(practice.privacy().verifierKey())).isTrue();
    }

    @Test
    void anotherBasisIsNamedAndNothingProvesAConsent() {
      JsonNode body =
          valid(kept().exports().vcon(disclosing(call(), APPOINTMENT))).at("/attachments/0/body");
      assertThat(body.get("lawful_basis").stringValue()).isEqualTo("contract");
      assertThat(body.get("expiration").isNull()).isTrue();
      assertThat(body.get("proof_mechanisms")).isEmpty();
    }

    @Test
    @Tag("R29")
    void whatWasHandedToWhomIsRecorded() {
      Call call = kept();
      call.exports().vcon(disclosing(call, APPOINTMENT));
      assertThat(events("call_disclosed", call))
          .singleElement()
          .satisfies(
              event ->
                  assertThat(event.fields())
                      .containsEntry("recipient", "speech-service")
                      .containsEntry("purpose", "appointment")
                      .containsEntry("records", 2L));
    }

    @Test
    @Tag("R14")
    void withoutAPermitThatHoldsNothingIsHandedOver() {
      Call call = kept();
      DisclosurePermit permit = disclosing(call, QUALITY);
      DisclosurePermit other = disclosing(practice.consented("c-18"), QUALITY);
      assertThatIllegalStateException().isThrownBy(() -> call.exports().vcon(other));
      assertThat(Practice.reasons(call.may(Operation.DISCLOSE, QUALITY, RecipientId.of("nobody"))))
          .contains(ReasonCode.RECIPIENT_NOT_DECLARED);

      call.caller().withdraw(QUALITY, Answer.keyPress('9', practice.after(Duration.ofMinutes(1))));
      assertThatIllegalStateException().isThrownBy(() -> call.exports().vcon(permit));
      assertThat(events("call_disclosed", call)).isEmpty();
    }

    @Test
    void whatWasExportedIsReadBack() {
      VconCall read =
          Vcon.read(
              kept()
                  .exports()
                  .vcon(disclosing(call(), APPOINTMENT))
                  .json()
                  .getBytes(StandardCharsets.UTF_8));
      assertThat(read.start()).isEqualTo(Practice.START);
      assertThat(read.end()).isEqualTo(time.get());
      assertThat(read.transcript(Locale.GERMAN).text()).contains("Termin");
      assertThat(read.toString()).doesNotContain("Termin");
    }

    private Call call() {
      return practice.privacy().resume(eu.sotto.vocabulary.CallId.of("c-17")).orElseThrow();
    }

    private JsonNode analysis(JsonNode vcon, String type) {
      return vcon.get("analysis")
          .valueStream()
          .filter(a -> a.get("type").stringValue().equals(type))
          .findFirst()
          .orElseThrow();
    }
  }

  @Nested
  @Tag("R13")
  class AsConsentRecord {
    private static final Pattern TERM = Pattern.compile("\"(dpv|eu-gdpr|loc|pd):([A-Za-z0-9-]+)\"");

    @Test
    void everyTermStandsInTheVocabulary() throws IOException {
      Set<String> known = vocabulary();
      Call call = kept();
      call.caller().withdraw(QUALITY, Answer.keyPress('9', practice.after(Duration.ofMinutes(1))));
      String json = call.exports().consentRecord(QUALITY, ACTOR).json();
      List<String> used = TERM.matcher(json).results().map(MatchResult::group).distinct().toList();
      assertThat(used).hasSizeGreaterThan(45);
      assertThat(used).allSatisfy(term -> assertThat(known).contains(term));
    }

    private Set<String> vocabulary() throws IOException {
      Set<String> known = new HashSet<>();
      for (String file : List.of("dpv", "eu-gdpr", "loc", "pd")) {
        List<String> lines = Files.readAllLines(Shared.vectors("dpv").resolve(file + ".csv"));
        lines.stream()
            .filter(line -> line.startsWith("\""))
            .map(line -> line.substring(1, line.indexOf('"', 1)))
            .forEach(term -> known.add('"' + file + ':' + term + '"'));
      }
      assertThat(known).hasSizeGreaterThan(6_000);
      return known;
    }

    @Test
    void itSaysAllThatTheProfileAsksFor() {
      Call call = kept();
      call.caller().withdraw(QUALITY, Answer.keyPress('9', practice.after(Duration.ofMinutes(1))));
      JsonNode record = tree(call.exports().consentRecord(QUALITY, ACTOR).json());

      assertThat(record.at("/dct:conformsTo/@id").stringValue())
          .isEqualTo("https://w3id.org/dpv/schema/dpv-27560#record-eu-gdpr");
      assertThat(texts(record.at("/dpv:hasNotice/0/@type")))
          .containsExactly("dpv:ConsentNotice", "dpv:OralNotice", "dpv:AINotice");
      assertThat(record.at("/dpv:hasNotice/0/dct:language").stringValue()).isEqualTo("de");
      JsonNode process = record.get("dpv:hasProcess");
      for (String part :
          List.of(
              "hasPurpose",
              "hasPersonalData",
              "hasStorageCondition",
              "hasDataController",
              "hasRecipient",
              "hasConsentControl",
              "hasJurisdiction",
              "hasRight",
              "hasLegalBasis")) {
        assertThat(process.has("dpv:" + part)).as(part).isTrue();
      }
      assertThat(process.at("/dpv:hasStorageCondition/0/dpv:hasLocation/0/@id").stringValue())
          .isEqualTo("loc:EEA");
      assertThat(process.at("/dpv:hasStorageCondition/1/dpv:hasDuration/rdf:value").stringValue())
          .isEqualTo("P3M");
      List<String> states = new ArrayList<>();
      record.get("dpv:hasConsentStatus").forEach(s -> states.add(s.at("/@type/0").stringValue()));
      assertThat(states)
          .containsExactly("dpv:ConsentRequested", "dpv:ConsentGiven", "dpv:ConsentWithdrawn");
      assertThat(record.at("/dpv:hasConsentStatus/1/dpv:hasIndicationMethod").stringValue())
          .isEqualTo("key-press");
      assertThat(
              record.at("/dpv:hasConsentStatus/1/dpv:hasDuration/rdf:value/@value").stringValue())
          .startsWith("2027-11-02");
    }

    private static List<String> texts(JsonNode list) {
      return list.valueStream().map(JsonNode::stringValue).toList();
    }

    @Test
    void aJsonLdReaderTurnsItIntoStatementsWithoutTheNetwork() throws JsonLdError {
      String json = kept().exports().consentRecord(QUALITY, ACTOR).json();
      JsonLdOptions offline = new JsonLdOptions();
      offline.setDocumentLoader(
          (url, options) -> {
            throw new JsonLdError(JsonLdErrorCode.LOADING_DOCUMENT_FAILED, "no network");
          });
      JsonDocument document = JsonDocument.of(new StringReader(json));
      String expanded = JsonLd.expand(document).options(offline).get().toString();
      assertThat(expanded)
          .contains("https://w3id.org/dpv#hasConsentStatus", "https://w3id.org/dpv#ConsentGiven")
          .doesNotContain("\"dpv:", "\"eu-gdpr:");
      List<String> statements = new ArrayList<>();
      JsonLd.toRdf(document)
          .options(offline)
          .provide(
              (subject, predicate, object, type, language, direction, graph) -> {
                statements.add(predicate);
                return null;
              });
      assertThat(statements).hasSizeGreaterThan(60).allMatch(p -> p.startsWith("http"));
    }

    @Test
    void theCallerStandsInItUnderAPseudonymAndTheTakingOutIsRecorded() {
      Call call = kept();
      assertThat(call.exports().consentRecord(QUALITY, ACTOR).json())
          .doesNotContain("2312", "c-17");
      assertThat(events("consent_exported", call))
          .singleElement()
          .satisfies(e -> assertThat(e.fields()).containsEntry("actor", "e-7"));
    }

    @Test
    void withoutAQuestionThereIsNoRecord() {
      Call call = practice.welcomed("c-19");
      assertThatIllegalStateException()
          .isThrownBy(() -> call.exports().consentRecord(QUALITY, ACTOR));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> call.exports().consentRecord(APPOINTMENT, ACTOR));
      assertThat(events("consent_exported", call)).isEmpty();
    }
  }

  @Nested
  @Tag("R13")
  class AsReceipt {
    @Test
    void aReceiptVerifiesOfflineAndNamesNobody() {
      Call call = kept();
      ConsentReceipt receipt = call.exports().receipt(QUALITY, Locale.GERMANY);
      ConsentReceipt read = ConsentReceipt.parse(receipt.text());

      assertThat(read.verify(practice.privacy().verifierKey()).intact()).isTrue();
      assertThat(read.code()).matches("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}");
      assertThat(receipt.statement())
          .contains("Sie haben eingewilligt, mit einer Taste", read.code(), "quality")
          .contains("jederzeit widerrufen", "Praxis am Lindenplatz", "2. November 2027");
      assertThat(receipt.text()).doesNotContain("2312", "c-17", "Petra");
      assertThat(receipt).hasToString("ConsentReceipt[" + read.code() + "]");
      assertThat(events("receipt_issued", call)).hasSize(1);
    }

    @Test
    void eachChangedByteOfItIsFound() {
      Call call = kept();
      String text = call.exports().receipt(QUALITY, Locale.ENGLISH).text();
      var key = practice.privacy().verifierKey();
      for (int at = 0; at < text.length(); at++) {
        char other = text.charAt(at) == 'x' ? 'y' : 'x';
        String changed = text.substring(0, at) + other + text.substring(at + 1);
        assertThat(holds(changed, key)).as("at %d: %s", at, changed.substring(at)).isFalse();
      }
      try (Practice stranger = Practice.inMemory()) {
        assertThat(holds(text, stranger.privacy().verifierKey())).isFalse();
      }
    }

    private static boolean holds(String text, eu.sotto.crypto.VerifierKey key) {
      try {
        return ConsentReceipt.parse(text).verify(key).intact();
      } catch (IllegalArgumentException e) {
        return false;
      }
    }

    @Test
    @Tag("R14")
    void aRefusalAndAWithdrawalAreGivenBackToo() {
      Call refused = practice.welcomed("c-20");
      refused.asked(QUALITY, practice.welcome(), practice.now());
      assertThat(
              refused.answered(
                  QUALITY, Answer.keyPress('2', practice.after(Duration.ofSeconds(2)))))
          .isInstanceOf(ConsentOutcome.Refused.class);
      assertThat(refused.exports().receipt(QUALITY, Locale.ENGLISH).statement())
          .contains("You did not consent, by a key");

      Call call = practice.consented("c-21");
      ConsentReceipt given = call.exports().receipt(QUALITY, Locale.ENGLISH);
      call.caller().withdraw(QUALITY, Answer.keyPress('9', practice.after(Duration.ofMinutes(1))));
      ConsentReceipt withdrawn = call.exports().receipt(QUALITY, Locale.ENGLISH);
      assertThat(withdrawn.statement()).contains("You withdrew your consent");
      assertThat(withdrawn.code()).isNotEqualTo(given.code());
      assertThat(withdrawn.verify(practice.privacy().verifierKey()).intact()).isTrue();
    }

    @Test
    void withoutAPlainAnswerThereIsNoReceipt() {
      Call call = practice.welcomed("c-22");
      assertThatIllegalStateException()
          .isThrownBy(() -> call.exports().receipt(QUALITY, Locale.GERMAN));
      call.asked(QUALITY, practice.welcome(), practice.now());
      assertThatIllegalStateException()
          .isThrownBy(() -> call.exports().receipt(QUALITY, Locale.GERMAN));
    }
  }
}
