package eu.sotto.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.sotto.interchange.VconCall.InlineAudio;
import eu.sotto.interchange.VconCall.NoAudio;
import eu.sotto.interchange.VconCall.ReferencedAudio;
import eu.sotto.redaction.Turn;
import eu.sotto.vocabulary.Role;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A vCon that somebody else made is the source of a call, or is refused with all that is wrong. */
class VconImportTest {
  private static final int EXAMPLES = 17;
  private static final String SECRET = "Petra Schneider";
  private static final String GOOD =
      """
      {"vcon": "0.4.0", "uuid": "019f15a6-ba37-8ed3-b9a2-279e0d0c0b0a",
       "parties": [{"tel": "tel:+4930231250", "name": "Petra Schneider"}, {"sip": "sip:a@b.example"}],
       "dialog": [
         {"type": "recording", "start": "2026-11-02T10:00:00+01:00", "duration": 12.5,
          "parties": [0, 1], "originator": 1, "encoding": "base64url", "body": "UklGRg"},
         {"type": "text", "start": "2026-11-02T09:01:00Z", "parties": 0, "body": "Hallo"}],
       "analysis": [
         {"type": "transcript", "dialog": 0, "vendor": "v", "body": [
           {"party": 1, "start": "2026-11-02T09:00:01Z", "duration": 2, "text": "Ja bitte"}]}]}
      """;

  private static VconCall read(String document) {
    return Vcon.read(document.getBytes(StandardCharsets.UTF_8));
  }

  private static void refused(String document, String... words) {
    assertThatThrownBy(() -> read(document))
        .isInstanceOf(VconException.class)
        .hasMessageContainingAll(words)
        .hasMessageNotContainingAny("Petra", "Schneider", "23125");
  }

  @Test
  void partiesAudioTextAndTranscriptAreTaken() {
    VconCall call = read(GOOD);
    assertThat(call.id().value()).isEqualTo("019f15a6-ba37-8ed3-b9a2-279e0d0c0b0a");
    assertThat(call.caller()).isEqualTo(1);
    assertThat(call.party().canonical("DE")).contains("id:sip:a@b.example");
    assertThat(call.participants().get(0).party().canonical("DE")).contains("tel:+4930231250");
    assertThat(call.participants().get(0).named()).contains(SECRET);
    assertThat(call.start()).isEqualTo(Instant.parse("2026-11-02T09:00:00Z"));
    assertThat(call.end()).isEqualTo(Instant.parse("2026-11-02T09:01:00Z"));
    assertThat(call.dialogs().get(0).duration()).isEqualTo(Duration.ofMillis(12_500));
    assertThat(call.dialogs().get(0).content())
        .isInstanceOfSatisfying(
            InlineAudio.class,
            audio -> assertThat(audio.bytes().toArray()).asString().isEqualTo("RIFF"));
    assertThat(call.turns())
        .containsExactly(
            Turn.of(Role.AGENT, "Hallo"), new Turn(Role.CALLER, "Ja bitte", List.of(), 1000, 3000));
    assertThat(call.transcript(Locale.GERMAN).language()).isEqualTo(Locale.GERMAN);
    assertThat(call + " " + call.participants() + call.dialogs())
        .doesNotContain("Petra", "23125", "Hallo");
  }

  @Test
  void theExamplesOfTheWorkingGroupAreTakenOrRefusedForAReason() throws IOException {
    List<Path> files;
    try (var found = Files.list(Shared.vectors("vcon").resolve("examples"))) {
      files = found.filter(file -> file.toString().endsWith(".vcon")).toList();
    }
    assertThat(files).hasSize(EXAMPLES);
    var refused = new TreeSet<String>();
    for (Path file : files) {
      try {
        VconCall call = Vcon.read(Files.readAllBytes(file));
        assertThat(call.participants()).as(file.toString()).hasSize(2);
      } catch (VconException e) {
        refused.add(file.getFileName() + " " + e.problems().get(0).message());
      }
    }
    assertThat(refused)
        .containsExactly(
            "ab.vcon missing",
            "ab_call_ext_rec_decrypted.vcon is a signed vCon; verify and unwrap it first",
            "ab_call_ext_rec_encrypted.vcon is an encrypted vCon; decrypt it first",
            "ab_call_ext_rec_signed.vcon is a signed vCon; verify and unwrap it first",
            "simple-vcon.vcon missing");
  }

  @Test
  void audioIsTakenByteForByteAndHeldToItsHash() throws IOException {
    Path examples = Shared.vectors("vcon").resolve("examples");
    byte[] wav = Files.readAllBytes(examples.resolve("ab_call.wav"));
    VconCall inline = Vcon.read(Files.readAllBytes(examples.resolve("ab_call_int_rec.vcon")));
    InlineAudio audio = (InlineAudio) inline.dialogs().get(0).content();
    assertThat(audio.bytes().toArray()).isEqualTo(wav);
    assertThat(audio.mediaType()).isEqualTo("audio/x-wav");

    String hash = VconCall.ContentHash.text(VconCall.ContentHash.of(new ByteArrayInputStream(wav)));
    String elsewhere =
        GOOD.replace(
            "\"encoding\": \"base64url\", \"body\": \"UklGRg\"",
            "\"url\": \"https://a.example/x.wav\", \"content_hash\": [\"other-x\", \""
                + hash
                + "\"]");
    ReferencedAudio referenced = (ReferencedAudio) read(elsewhere).dialogs().get(0).content();
    assertThat(referenced.matches(new ByteArrayInputStream(wav))).isTrue();
    wav[99]++;
    assertThat(referenced.matches(new ByteArrayInputStream(wav))).isFalse();
    assertThat(referenced.toString()).doesNotContain("a.example");
  }

  @Test
  void aTranscriptOfTheWorkingGroupKeepsWhoSpokeWhen() throws IOException {
    Path file = Shared.vectors("vcon").resolve("examples/ab_call_ext_rec_redacted.vcon");
    VconCall call = Vcon.read(Files.readAllBytes(file));
    assertThat(call.dialogs().get(0).content()).isInstanceOf(NoAudio.class);
    assertThat(call.turns()).hasSizeGreaterThan(10);
    assertThat(call.turns().get(0))
        .isEqualTo(new Turn(Role.CALLER, "Hello.", List.of(), 1200, 1760));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "uuid": "019f|"uuid": "x19f|$.uuid: must be a UUID
          "uuid"|"uuld"|$.uuid: missing
          "0.4.0"|"9.9.9"|$.vcon: must be the version 0.4.0
          "tel": "tel:+4930231250"|"tel": 4930231250|$.parties[0].tel: must be a text
          "duration": 12.5|"duration": -1|$.dialog[0].duration: must be a number of seconds
          "duration": 12.5|"duration": 1e400|$.dialog[0].duration: must be a number of seconds
          "originator": 1|"originator": 2|$.dialog[0].originator: must be the index
          "originator": 1|"originator": 0.5|$.dialog[0].originator: must be the index
          "parties": [0, 1]|"parties": ["Petra Schneider"]|$.dialog[0].parties[0]: must be the index
          T10:00:00+01:00|T10:00:00|$.dialog[0].start: must be a time
          2026-11-02T10|9026-11-02T10|$.dialog[0].start: must be a time
          "encoding": "base64url"|"encoding": "none"|$.dialog[0].encoding: must be base64url
          "UklGRg"|"Petra Schneider"|$.dialog[0].body: must be base64url
          "body": "Hallo"|"body": ["Petra"]|$.dialog[1].body: must be a text
          "body": "UklGRg"|"url": "http://a.example"|$.dialog[0].url: must be an HTTPS address
          "body": "UklGRg"|"url": "https://a.example"|$.dialog[0].content_hash: must hold a SHA-512
          "duration": 2|"duration": "Petra"|$.analysis[0].body[0].duration: must be a number
          "text": "Ja bitte"|"text": 7|$.analysis[0].body[0].text: must be a text
          "party": 1|"party": -3|$.analysis[0].body[0].party: must be the index
          "dialog": 0|"dialog": 99|$.analysis[0].dialog: must be the index
          "vcon"|"critical": ["Petra Schneider"], "vcon"|$.critical[0]: is an extension
          "vcon"|"Schneider": 1, "Schneider": 2, "vcon"|$['?']: stands twice
          "vcon"|"uuid": "a", "vcon"|$.uuid: stands twice
          "analysis": [|"analysis": {"Petra": [|$: the document ends too early
          """)
  void eachFaultIsNamedByItsPlace(String part, String instead, String problem) {
    assertThat(GOOD).contains(part);
    refused(GOOD.replace(part, instead), problem);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "7",
        "\"Petra Schneider\"",
        "{",
        "{}",
        "{\"uuid\": null}",
        "{\"uuid\": \"019f15a6-ba37-8ed3-b9a2-279e0d0c0b0a\"}",
        "{\"uuid\": \"019f15a6-ba37-8ed3-b9a2-279e0d0c0b0a\", \"parties\": {}, \"dialog\": 3}",
        "{\"uuid\": \"019f15a6-ba37-8ed3-b9a2-279e0d0c0b0a\", \"parties\": [7], \"dialog\": [[]]}"
      })
  void whatIsNoCallIsRefused(String document) {
    refused(document, "$");
  }

  @Test
  void allFaultsAreToldAtOnce() {
    String twice = GOOD.replace("\"tel\": \"tel:+4930231250\"", "\"tel\": 1").replace("12.5", "-1");
    assertThatExceptionOfType(VconException.class)
        .isThrownBy(() -> read(twice))
        .satisfies(e -> assertThat(e.problems()).hasSize(2));
  }

  @Test
  void whatIsTooLargeOrTooDeepIsRefused() {
    refused("[".repeat(40), "exceeds a bound: depth 32");
    refused(
        GOOD.replace("\"analysis\": [", "\"analysis\": [" + "0,".repeat(1_001)), "has more than");
    refused(
        GOOD.replace("\"parties\": [{", "\"parties\": [" + "{},".repeat(101) + "{"),
        "$.parties: has more than 100");
    assertThatThrownBy(() -> Vcon.read(new byte[(64 << 20) + 1]))
        .isInstanceOf(VconException.class)
        .hasMessageContaining("larger than 64 MiB");
    refused(GOOD.replace("\"name\": \"", "\"name\": \"" + "x".repeat(1_000)), "$.parties[0].name");
  }

  @Provide
  Arbitrary<String> damaged() {
    Arbitrary<Integer> places = Arbitraries.integers().between(0, GOOD.length() - 1);
    Arbitrary<String> pieces =
        Arbitraries.of(
            "", "\"", "{", "}", "[", "]", ",", ":", "null", "-1", "1e999", "\\u0000", "\"x\"");
    return places.flatMap(
        at ->
            Arbitraries.integers()
                .between(0, 12)
                .flatMap(
                    cut ->
                        pieces.map(
                            piece ->
                                GOOD.substring(0, at)
                                    + piece
                                    + GOOD.substring(Math.min(GOOD.length(), at + cut)))));
  }

  @Property(tries = 1_000)
  void aDamagedDocumentIsTakenOrRefusedInWordsThatRepeatNothing(
      @ForAll("damaged") String document) {
    try {
      assertThat(read(document).dialogs()).isNotEmpty();
    } catch (VconException e) {
      assertThat(e.problems()).isNotEmpty();
      assertThat(e.getMessage()).doesNotContain("Petra", "Schneider", "23125", "Hallo");
    }
  }

  @Property(tries = 300)
  void anyBytesAreRefusedInWords(@ForAll byte[] document) {
    assertThatThrownBy(() -> Vcon.read(document)).isInstanceOf(VconException.class);
  }
}
