package eu.sotto.examples.scenarios;

import eu.sotto.Call;
import eu.sotto.CallPrivacy;
import eu.sotto.Subject;
import eu.sotto.consent.ConsentOutcome;
import eu.sotto.interchange.RegisterJson;
import eu.sotto.notice.Notice;
import eu.sotto.register.Problem;
import eu.sotto.register.Register;
import eu.sotto.register.RegisterException;
import eu.sotto.rights.Request;
import eu.sotto.vocabulary.Actor;
import eu.sotto.vocabulary.Answer;
import eu.sotto.vocabulary.Authentication;
import eu.sotto.vocabulary.CallId;
import eu.sotto.vocabulary.Identity;
import eu.sotto.vocabulary.LineId;
import eu.sotto.vocabulary.Party;
import eu.sotto.vocabulary.Playout;
import eu.sotto.vocabulary.PurposeId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A fresh store under a register, with a clock and a caller of its own. Not thread-safe. */
final class Stage implements AutoCloseable {
  static final Instant MORNING = Instant.parse("2026-11-23T09:00:00Z");

  /** A number that is reserved for fiction. */
  static final Party CALLER = Party.phone("+49 30 23125 010");

  static final Duration PLAYING = Duration.ofSeconds(12);
  private static final LocalDate TRAINED = LocalDate.of(2026, 11, 2);
  private static final Identity IDENTITY = Identity.verified("call-back");
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final String document;
  private final SimulatedClock clock = new SimulatedClock(MORNING);
  private final CallPrivacy privacy;
  private final Path folder;
  private int calls;

  private Stage(String document, Path folder) {
    this.document = document;
    this.folder = folder;
    this.privacy = CallPrivacy.inMemory(read(document), clock);
  }

  static Stage of(String document) throws IOException {
    Path folder = Files.createTempDirectory("sotto-scenarios");
    try {
      return new Stage(document, folder);
    } catch (RuntimeException | Error e) {
      Files.delete(folder);
      throw e;
    }
  }

  /** Reads a register as a host does. */
  static Register read(String document) {
    byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
    return RegisterJson.read(new ByteArrayInputStream(bytes), "register.json");
  }

  /** Another store, under this register with one text replaced. */
  Stage under(String original, String replacement) throws IOException {
    return of(changed(original, replacement));
  }

  /** The problems for which this register with one text replaced does not load. */
  List<Problem> refusedAtLoad(String original, String replacement) {
    try {
      read(changed(original, replacement));
    } catch (RegisterException e) {
      return e.problems();
    }
    throw new NotShown("it loads");
  }

  private String changed(String original, String replacement) {
    String other = document.replace(original, replacement);
    Checks.must(!other.equals(document), "the register does not say " + original);
    return other;
  }

  /** The text of the register in force. */
  String document() {
    return document;
  }

  Register register() {
    return privacy.register();
  }

  CallPrivacy privacy() {
    return privacy;
  }

  SimulatedClock clock() {
    return clock;
  }

  Instant now() {
    return clock.instant();
  }

  /** A path in a folder that goes when the stage closes. */
  Path file(String name) {
    return folder.resolve(name);
  }

  /** A call on a line, answered and nothing more. */
  Call call(String line) {
    return callFrom(CALLER, line);
  }

  /** A call from a number, answered and nothing more. */
  Call callFrom(Party caller, String line) {
    calls++;
    return privacy.answer(CallId.of("call-" + calls), LineId.of(line), caller, now());
  }

  /** A call whose notice has been played to its end. */
  Call call(String line, String notice) {
    Call call = call(line);
    announce(call, notice);
    return call;
  }

  /** Plays a notice to its end. */
  void announce(Call call, String notice) {
    clock.advance(PLAYING);
    call.announced(notice(notice), Playout.of(PLAYING, PLAYING, now()));
  }

  /** Plays half of a notice. */
  void announceHalf(Call call, String notice) {
    Duration half = PLAYING.dividedBy(2);
    clock.advance(half);
    call.announced(notice(notice), Playout.of(half, PLAYING, now()));
  }

  Notice notice(String id) {
    return privacy.notice(id, Locale.GERMAN);
  }

  /** Puts the question to its end. */
  void ask(Call call, String notice, PurposeId purpose) {
    clock.advance(SECOND);
    call.asked(purpose, notice(notice), now());
  }

  ConsentOutcome press(Call call, PurposeId purpose, char key) {
    clock.advance(SECOND);
    return call.answered(purpose, Answer.keyPress(key, now()));
  }

  ConsentOutcome say(Call call, PurposeId purpose, String words) {
    clock.advance(SECOND);
    return call.answered(purpose, Answer.spoken(words, now()));
  }

  /** Puts the question and presses a key in answer to it. */
  ConsentOutcome askAndPress(Call call, String notice, PurposeId purpose, char key) {
    ask(call, notice, purpose);
    return press(call, purpose, key);
  }

  /** Ends the call a minute later. */
  void end(Call call) {
    clock.advance(Duration.ofMinutes(1));
    call.ended(now());
  }

  /** A request of the caller's, identified by a call back. */
  Request request(Subject caller) {
    return caller.request(IDENTITY, actor("data-protection"));
  }

  /** Somebody in a role, with two factors and a training that is current. */
  static Actor actor(String role) {
    return Actor.of("e-7", role).authenticatedBy(Authentication.TWO_FACTORS).trained(TRAINED);
  }

  /**
   * What the caller is answered who asks for everything: it holds all that is kept and recorded.
   */
  AccessFolder access(Call call) throws IOException {
    calls++;
    Path exported = file("access-" + calls);
    request(call.caller()).access().exportTo(exported);
    return new AccessFolder(exported);
  }

  @Override
  public void close() throws IOException {
    privacy.close();
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(folder)) {
      paths = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : paths) {
      Files.delete(path);
    }
  }
}
