package eu.sotto;

import static eu.sotto.Practice.ACTOR;
import static eu.sotto.Practice.IDENTITY;
import static eu.sotto.Practice.QUALITY;
import static org.assertj.core.api.Assertions.assertThat;

import eu.sotto.redaction.Transcript;
import eu.sotto.redaction.Turn;
import eu.sotto.register.Channel;
import eu.sotto.vocabulary.Answer;
import eu.sotto.vocabulary.Party;
import eu.sotto.vocabulary.Playout;
import eu.sotto.vocabulary.Role;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page that a caller gets who asks for access. */
class AccessPageTest {
  private static final String AUTHORITY = "https://www.datenschutz-berlin.de";

  @TempDir Path folder;

  /** Access of a caller who agreed, was recorded and transcribed, and withdrew. */
  private Path answer(UnaryOperator<String> change) {
    Path answer = folder.resolve("auskunft");
    try (Practice practice =
        Practice.in(
            folder.resolve("data"),
            folder.resolve("keys"),
            Practice.START,
            Practice.register(change))) {
      Call call = practice.consented("c-1<b>");
      Practice.keepAudio(call, "audio");
      Practice.keep(call, "Ich brauche einen Termin.");
      call.ended(practice.after(Duration.ofMinutes(3)));
      Subject caller = practice.privacy().subject(Party.phone("030 23125012")).orElseThrow();
      caller.withdraw(QUALITY, Answer.spoken("Bitte nicht mehr", practice.now()));
      caller.request(IDENTITY, ACTOR).access().exportTo(answer);
    }
    return answer;
  }

  private static Document page(Path answer) throws Exception {
    return DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(answer.resolve("index.html").toFile());
  }

  private static String words(Path answer) throws Exception {
    return page(answer).getElementsByTagName("body").item(0).getTextContent();
  }

  @Test
  void itTellsInGermanWhatHappenedWasSaidAgreedKeptAndWhatTheRightsAre() throws Exception {
    String words = words(answer(text -> text));

    assertThat(words)
        .contains("Auskunft nach Art. 15 DSGVO", "Ihr Gespräch vom 02.11.2026")
        .contains("Ein Gespräch begann", "c-1<b>", "+493023125012")
        .contains("welcome", "bis zum Ende", Practice.register().notices().get(0).text())
        .contains("gefragt", "eingewilligt", "Taste", "widerrufen", "mündlich")
        .contains("transcript-", "Mitschrift", "Gelöscht wird ab", "03.05.2027")
        .contains("Löschung (Art. 17)", "Beschwerde bei der Aufsichtsbehörde")
        .contains("datenschutz@praxis.example", "dsb@praxis.example", AUTHORITY);
  }

  @Test
  void itSpeaksEnglishToWhomWasLastSpokenToInEnglish() throws Exception {
    Path answer = folder.resolve("answer");
    try (Practice practice = Practice.inMemory()) {
      Call call = practice.welcomed("c-1");
      Practice.keep(call, "I need an appointment.");
      Duration whole = Duration.ofSeconds(40);
      call.announced(
          practice.privacy().notice("welcome", Locale.ENGLISH),
          Playout.of(whole, whole, practice.after(whole)));
      call.caller().request(IDENTITY, ACTOR).access().exportTo(answer);
    }

    assertThat(page(answer).getDocumentElement().getAttribute("lang")).isEqualTo("en");
    assertThat(words(answer))
        .contains("Access under GDPR Art. 15", "Your call of", "A call began", "to the end")
        .contains("Why it is still here", "erasure (Art. 17)", "You were not asked for consent")
        .doesNotContain("Aufbewahrung", "Gespräch vom");
  }

  @Test
  void itHasNoScriptLoadsNothingAndNamesNoAddressButTheDeclaredOnes() throws Exception {
    Path answer = answer(text -> text);
    String html = Files.readString(answer.resolve("index.html")).replace("<wbr/>", "");

    assertThat(html)
        .doesNotContainIgnoringCase("<script")
        .doesNotContainPattern("(?i)<(link|img|iframe|object|embed|audio|video|form|base)\\b")
        .doesNotContainPattern("(?i)\\s(src|href|on[a-z]+)\\s*=")
        .doesNotContainPattern("(?i)url\\(|@import");
    assertThat(Pattern.compile("(?i)https?:[^\\s<\"]*").matcher(html).results())
        .isNotEmpty()
        .allSatisfy(found -> assertThat(found.group()).startsWith(AUTHORITY));
  }

  @Test
  void aHostileNameInTheRegisterIsShownAndDoesNothing() throws Exception {
    String name = "Dienst <script>alert('x')</script> & Co \u202e";
    Path answer =
        answer(
            text ->
                text.replace(
                    "\"Dienst für Spracherkennung, Frankfurt am Main\"",
                    "\"" + name.replace("\"", "\\\"") + "\""));

    assertThat(words(answer)).contains("Dienst <script>alert('x')</script> & Co [U+202E]");
    assertThat(Files.readString(answer.resolve("index.html"))).doesNotContain("<script", "\u202e");
  }

  /** How the page says what the data names, apart from the library's own words. */
  private static String said(String value) {
    return switch (value) {
      case "voice" -> "Stimme";
      case "conversation" -> "Gespräch";
      case "contact" -> "Kontaktdaten";
      case "record" -> "aufzeichnen";
      case "transcribe" -> "mitschreiben";
      case "GDPR Art. 6(1)(a)" -> "Ihre Einwilligung (Art. 6 Abs. 1 Buchst. a DSGVO)";
      case "GDPR Art. 6(1)(b)" -> "Vertrag mit Ihnen (Art. 6 Abs. 1 Buchst. b DSGVO)";
      default -> value.replaceFirst("^(\\d{4})-(\\d\\d)-(\\d\\d)$", "$3.$2.$1");
    };
  }

  @Test
  void everyValueOfTheDataThatConcernsTheCallerStandsOnThePage() throws Exception {
    Path answer = answer(text -> text);
    String words = words(answer);
    JsonNode data = JsonMapper.shared().readTree(Files.readString(answer.resolve("data.json")));
    List<String> values = new ArrayList<>();
    for (JsonNode purpose : data.get("purposes")) {
      values.add(purpose.get("purpose").asString());
      values.add(purpose.get("legalBasis").asString());
      purpose.get("categories").forEach(one -> values.add(one.asString()));
      purpose.get("recipients").forEach(one -> values.add(one.asString()));
    }
    for (JsonNode kept : data.get("records")) {
      values.add(kept.get("file").asString());
      values.add(kept.get("purpose").asString());
      values.add(kept.get("deletedFrom").asString());
    }
    for (String body : List.of("controller", "dataProtectionOfficer", "supervisoryAuthority")) {
      data.get(body).forEach(one -> values.add(one.asString()));
    }
    for (JsonNode event : data.get("events")) {
      for (String field : List.of("call", "party", "notice", "version", "operation", "purpose")) {
        if (event.get("data").has(field)) {
          values.add(event.get("data").get(field).asString());
        }
      }
    }

    assertThat(values)
        .hasSizeGreaterThan(30)
        .allSatisfy(value -> assertThat(words).contains(said(value)));
  }

  @Test
  void theManifestIsTrueOfEveryOtherFile() throws Exception {
    Path answer = answer(text -> text);
    JsonNode manifest =
        JsonMapper.shared().readTree(Files.readString(answer.resolve("manifest.json")));
    List<String> named = new ArrayList<>();
    for (JsonNode entry : manifest.get("files")) {
      byte[] content = Files.readAllBytes(answer.resolve(entry.get("file").asString()));
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
      assertThat(entry.get("sha256").asString()).isEqualTo(HexFormat.of().formatHex(hash));
      assertThat(entry.get("bytes").asLong()).isEqualTo(content.length);
      named.add(entry.get("file").asString());
    }

    assertThat(named).contains("index.html", "data.json", "access.txt");
    assertThat(files(answer)).containsExactlyInAnyOrderElementsOf(with(named, "manifest.json"));
  }

  @Test
  @Tag("R72")
  void eachCallComesAsAVconAndEachConsentAsARecordUnderNamesThatSayNothing() throws Exception {
    Path answer = folder.resolve("auskunft");
    try (Practice practice = Practice.inMemory()) {
      Call call = practice.consented("c-secret");
      Practice.keepAudio(call, "audio");
      Practice.keep(call, "Ich brauche einen Termin.");
      call.caller().request(IDENTITY, ACTOR).access().exportTo(answer);
    }

    assertThat(files(answer))
        .contains(
            "call-1-quality.vcon.json",
            "call-1-appointment.vcon.json",
            "call-1-quality.consent.json")
        .noneMatch(name -> name.contains("secret"));
    JsonNode vcon =
        JsonMapper.shared()
            .readTree(Files.readString(answer.resolve("call-1-appointment.vcon.json")));
    assertThat(vcon.get("vcon").asString()).isNotEmpty();
    assertThat(vcon.toString()).contains("Termin");
    assertThat(Files.readString(answer.resolve("call-1-quality.consent.json"))).contains("quality");
  }

  @Test
  @Tag("R72")
  void whereOthersSpeakTheCopyOfTheRecordingIsSilent() throws Exception {
    byte[] wav = wav(1_000);
    Path answer = folder.resolve("auskunft");
    try (Practice practice = Practice.inMemory()) {
      Call call = practice.consented("c-1");
      try (Recording recording = call.record(Practice.recording(call))) {
        recording.write(ByteBuffer.wrap(wav));
        recording.finish();
      }
      Transcript heard =
          Transcript.of(
              Locale.GERMAN,
              List.of(
                  new Turn(Role.CALLER, "Guten Tag", List.of(), 0, 400),
                  new Turn(Role.AGENT, "Praxis", List.of(), 400, 700)));
      call.caller()
          .request(IDENTITY, ACTOR)
          .access()
          .exportTo(answer, recording -> Optional.of(heard));
    }

    byte[] copy = Files.readAllBytes(answer.resolve(recording(answer)));
    assertThat(copy).hasSameSizeAs(wav);
    for (int ms = 0; ms < 1_000; ms++) {
      int at = 44 + ms * 16;
      boolean silent = copy[at] == 0 && copy[at + 1] == 0;
      assertThat(silent).as(ms + " ms").isEqualTo(ms >= 400 && ms < 700);
    }
  }

  private static String recording(Path answer) throws IOException {
    return files(answer).stream()
        .filter(name -> name.startsWith("recording-"))
        .findFirst()
        .orElseThrow();
  }

  /** One channel of 16 bits at 8 kHz, never zero. */
  private static byte[] wav(int ms) {
    ByteBuffer wav = ByteBuffer.allocate(44 + ms * 16).order(ByteOrder.LITTLE_ENDIAN);
    wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + ms * 16);
    wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    wav.putShort((short) 1).putShort((short) 1).putInt(8_000).putInt(16_000);
    wav.putShort((short) 2).putShort((short) 16);
    wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(ms * 16);
    while (wav.hasRemaining()) {
      wav.putShort((short) 0x1111);
    }
    return wav.array();
  }

  private static List<String> with(List<String> names, String one) {
    List<String> all = new ArrayList<>(names);
    all.add(one);
    return all;
  }

  private static List<String> files(Path answer) throws IOException {
    try (Stream<Path> files = Files.list(answer)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  @Test
  void aNoticeHeardInPartIsSaidToBeSo() throws Exception {
    Path answer = folder.resolve("auskunft");
    try (Practice practice = Practice.inMemory()) {
      Call call = practice.answered("c-1", Party.presented(Practice.NUMBER));
      practice.announce(call, Duration.ofSeconds(3));
      call.caller().request(IDENTITY, ACTOR).access().exportTo(answer);
    }

    assertThat(words(answer)).contains("nicht bis zum Ende", "kein Inhalt aufbewahrt");
  }

  @Test
  @Tag("R05")
  void aNoticeThatWasHandedOverIsListedWithItsChannel() throws Exception {
    Path answer = folder.resolve("auskunft");
    try (Practice practice = Practice.inMemory()) {
      Call call = practice.answered("c-1", Party.presented(Practice.NUMBER));
      call.handedOver(practice.welcome(), Channel.EMAIL_SIGNATURE, practice.now());
      call.caller().request(IDENTITY, ACTOR).access().exportTo(answer);
    }

    assertThat(words(answer)).contains("mit einer E-Mail").doesNotContain("bis zum Ende");
  }
}
