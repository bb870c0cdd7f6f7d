package eu.sotto;

import eu.sotto.interchange.RegisterJson;
import eu.sotto.notice.Notice;
import eu.sotto.permit.ContentPermit;
import eu.sotto.permit.Decision;
import eu.sotto.permit.Operation;
import eu.sotto.permit.Permit;
import eu.sotto.permit.ReasonCode;
import eu.sotto.permit.RecordingPermit;
import eu.sotto.records.Kept;
import eu.sotto.redaction.Transcript;
import eu.sotto.redaction.Turn;
import eu.sotto.register.Register;
import eu.sotto.vocabulary.Actor;
import eu.sotto.vocabulary.Answer;
import eu.sotto.vocabulary.CallId;
import eu.sotto.vocabulary.Identity;
import eu.sotto.vocabulary.Party;
import eu.sotto.vocabulary.Playout;
import eu.sotto.vocabulary.PurposeId;
import eu.sotto.vocabulary.Role;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** A host in small: the practice of the example register, with a clock that tests set. */
final class Practice implements AutoCloseable {
  static final PurposeId QUALITY = PurposeId.of("quality");
  static final PurposeId APPOINTMENT = PurposeId.of("appointment");
  static final PurposeId RESEARCH = PurposeId.of("research");
  static final PurposeId HINT = PurposeId.of("hint");
  static final Instant START = Instant.parse("2026-11-02T09:00:00Z");
  static final Identity IDENTITY = Identity.verified("call-back");
  static final Actor ACTOR = Actor.of("e-7", "data-protection");
  static final String NUMBER = "+49 30 23125012";

  private static final Duration WELCOME = Duration.ofSeconds(40);

  private final AtomicReference<Instant> time;
  private final CallPrivacy privacy;

  private Practice(AtomicReference<Instant> time, CallPrivacy privacy) {
    this.time = time;
    this.privacy = privacy;
  }

  static Practice inMemory() {
    var time = new AtomicReference<>(START);
    return new Practice(time, CallPrivacy.inMemory(register(), time::get));
  }

  /** In a folder, with its keys in another; opens again what was closed there. */
  static Practice in(Path data, Path keys, Instant now) {
    return in(data, keys, now, register());
  }

  /** In a folder, under another register. */
  static Practice in(Path data, Path keys, Instant now, Register register) {
    var time = new AtomicReference<>(now);
    return new Practice(
        time, CallPrivacy.in(data).keyFolder(keys).register(register).clock(time::get).open());
  }

  /** On a store that a test has made. */
  static Practice on(CallPrivacy privacy, AtomicReference<Instant> time) {
    return new Practice(time, privacy);
  }

  static String registerText() {
    try (InputStream in = Practice.class.getResourceAsStream("register-example.json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The example, where quality keeps its audio as it is, with a second consent asked apart and a
   * purpose that keeps nothing.
   */
  static Register register() {
    return register(text -> text);
  }

  /** The same register, changed. */
  static Register register(UnaryOperator<String> change) {
    String question =
        """
        "questions": [
          { "purpose": "research", "keys": { "3": "given", "4": "refused" },
            "givenPhrases": ["ja zur Forschung"], "refusedPhrases": ["nein zur Forschung"],
            "refusalRoute": "Es geht ohne Forschung weiter.", "answerWindow": "PT10S" },
        """;
    String purposes =
        """
        "purposes": [
          { "id": "research", "role": "controller", "legalBasis": "consent",
            "consentValidFor": "P1Y", "operations": ["record", "transcribe"],
            "dataCategories": ["voice", "conversation"], "recipients": [],
            "retentionClass": "conversation" },
          { "id": "hint", "role": "controller", "legalBasis": "contract",
            "operations": ["transcribe"], "dataCategories": ["conversation"],
            "recipients": [], "transientOnly": true },
        """;
    String text =
        registerText()
            .replace("\"questions\": [", question)
            .replace("\"purposes\": [\n", purposes)
            .replace("\"id\": \"quality\",", "\"id\": \"quality\", \"redact\": false,");
    return RegisterJson.read(
        new ByteArrayInputStream(change.apply(text).getBytes(StandardCharsets.UTF_8)), "register");
  }

  CallPrivacy privacy() {
    return privacy;
  }

  Instant now() {
    return time.get();
  }

  InstantSource clock() {
    return time::get;
  }

  Instant after(Duration step) {
    return time.updateAndGet(at -> at.plus(step));
  }

  Notice welcome() {
    return privacy.notice("welcome", Locale.GERMAN);
  }

  /** A call that was answered and of which nothing was heard yet. */
  Call answered(String id, Party party) {
    return privacy.answer(CallId.of(id), party, now());
  }

  /** A call in which the welcome was heard to its end. */
  Call welcomed(String id) {
    Call call = answered(id, Party.presented(NUMBER));
    announce(call, WELCOME);
    return call;
  }

  void announce(Call call, Duration played) {
    call.announced(welcome(), Playout.of(played, WELCOME, after(played)));
  }

  /** A call in which the consent for recordings was given. */
  Call consented(String id) {
    Call call = welcomed(id);
    consent(call);
    return call;
  }

  void consent(Call call) {
    call.asked(QUALITY, welcome(), now());
    call.answered(QUALITY, Answer.keyPress('1', after(Duration.ofSeconds(2))));
  }

  static <P extends Permit> P permitted(Decision<P> decision) {
    return decision.fold(
        permit -> permit,
        denied -> {
          throw new AssertionError("denied: " + denied);
        },
        review -> {
          throw new AssertionError("needs review: " + review);
        });
  }

  static List<ReasonCode> reasons(Decision<?> decision) {
    return decision.reasons().stream().map(reason -> reason.code()).toList();
  }

  static ContentPermit transcribing(Call call) {
    return permitted(call.may(Operation.TRANSCRIBE, APPOINTMENT));
  }

  static RecordingPermit recording(Call call) {
    return permitted(call.may(Operation.RECORD, QUALITY));
  }

  static Transcript transcript(String text) {
    return Transcript.of(Locale.GERMAN, List.of(Turn.of(Role.CALLER, text)));
  }

  static Kept keep(Call call, String text) {
    ContentPermit permit = transcribing(call);
    return call.keep(call.redact(transcript(text), permit), permit);
  }

  static Kept keepAudio(Call call, String audio) {
    try (Recording recording = call.record(recording(call))) {
      recording.write(bytes(audio));
      return recording.finish();
    }
  }

  static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    privacy.close();
  }
}
