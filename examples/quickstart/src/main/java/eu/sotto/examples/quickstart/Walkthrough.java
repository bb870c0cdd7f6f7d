package eu.sotto.examples.quickstart;

import static eu.sotto.permit.Operation.RECORD;
import static eu.sotto.permit.Operation.SUMMARISE;
import static eu.sotto.permit.Operation.TRANSCRIBE;

import eu.sotto.Call;
import eu.sotto.CallPrivacy;
import eu.sotto.Recording;
import eu.sotto.Subject;
import eu.sotto.consent.ConsentOutcome;
import eu.sotto.consent.Withdrawal;
import eu.sotto.crypto.VerifierKey;
import eu.sotto.notice.Notice;
import eu.sotto.permit.ContentPermit;
import eu.sotto.permit.Decision;
import eu.sotto.permit.Reason;
import eu.sotto.permit.ReasonCode;
import eu.sotto.permit.RecordingPermit;
import eu.sotto.permit.Redacted;
import eu.sotto.records.Kept;
import eu.sotto.records.RecordEntry;
import eu.sotto.records.SweepReport;
import eu.sotto.redaction.Summary;
import eu.sotto.redaction.Transcript;
import eu.sotto.rights.ErasureReceipt;
import eu.sotto.rights.Request;
import eu.sotto.vocabulary.Actor;
import eu.sotto.vocabulary.Answer;
import eu.sotto.vocabulary.CallId;
import eu.sotto.vocabulary.Flow;
import eu.sotto.vocabulary.Identity;
import eu.sotto.vocabulary.Party;
import eu.sotto.vocabulary.Playout;
import eu.sotto.vocabulary.PurposeId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** One sample call, from its answer to the proof that nothing of the caller is left. */
final class Walkthrough {
  private static final PurposeId QUALITY = PurposeId.of("quality");
  private static final PurposeId SERVICE = PurposeId.of("service");
  private static final PurposeId FOLLOW_UP = PurposeId.of("follow-up");
  private static final Actor DESK = Actor.of("e-7", "data-protection");
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final SampleCall sample;
  private final Story story;
  private final Path folder;
  private final SimulatedClock now;

  Walkthrough(SampleCall sample, Story story, Path folder) {
    this.sample = sample;
    this.story = story;
    this.folder = folder;
    this.now = new SimulatedClock(sample.startedAt());
  }

  void run() throws IOException {
    story.chapter(sample.id());
    Path data = folder.resolve("data");
    Path keys = folder.resolve("keys");
    Path register = register();
    try (CallPrivacy privacy = open(data, keys, register)) {
      Call call = converse(privacy);
      later(privacy, call);
    }
    ByteScan scan = new ByteScan();
    sample.traces().forEach(scan::lookFor);
    scan.lookFor(audioBlock());
    story.step("byte scan", scan.files(data, keys) + " files hold no trace of the caller");
    try (CallPrivacy privacy = open(data, keys, register)) {
      story.step("ledger, opened again", privacy.verify());
      story.must(privacy.verify().intact(), "the ledger verifies");
      story.must(
          privacy.resume(CallId.of(sample.id())).isEmpty(), "the call is not known any more");
    }
  }

  private Path register() throws IOException {
    Path file = folder.resolve("register.json");
    try (InputStream resource =
        Walkthrough.class.getResourceAsStream("/" + sample.id() + ".register.json")) {
      if (resource == null) {
        throw new IOException("no register for this sample");
      }
      Files.copy(resource, file);
    }
    return file;
  }

  private CallPrivacy open(Path data, Path keys, Path register) {
    return CallPrivacy.in(data).keyFolder(keys).register(register).clock(now).open();
  }

  private Call converse(CallPrivacy privacy) throws IOException {
    Call call =
        privacy.answer(CallId.of(sample.id()), Party.presented(sample.from()), now.instant());
    Decision<RecordingPermit> tooEarly = call.may(RECORD, QUALITY);
    story.decision("before any notice", tooEarly);
    story.must(
        story.hasReason(tooEarly, ReasonCode.AI_NOT_DISCLOSED), "nothing before the AI disclosure");
    ConsentOutcome outcome = askAndAnswer(privacy, call);
    story.step("the caller pressed " + sample.key(), outcome);
    now.set(sample.at(sample.questionEnds()).plus(SECOND));
    Decision<RecordingPermit> recording = call.may(RECORD, QUALITY);
    story.decision("may record", recording);
    expect(outcome, recording);
    if (outcome instanceof ConsentOutcome.NotValid) {
      askAgain(privacy, call);
    }
    Optional<Redacted<Transcript>> redacted = transcribe(call);
    recording.run(permit -> record(call, permit, redacted.orElseThrow()), reasons -> goOn(reasons));
    summarise(call);
    now.set(sample.end());
    call.ended(now.instant());
    showDueDates(call);
    return call;
  }

  private ConsentOutcome askAndAnswer(CallPrivacy privacy, Call call) {
    Notice welcome = privacy.notice("welcome", sample.transcript().language());
    Instant heard = sample.at(sample.questionEnds());
    call.announced(welcome, Playout.of(sample.announcement(), sample.announcement(), heard));
    call.asked(QUALITY, welcome, heard);
    return call.answered(QUALITY, Answer.keyPress(sample.key(), sample.at(sample.keyPressedAt())));
  }

  /** The expected end of each sample, as its transcript says. */
  private void expect(ConsentOutcome outcome, Decision<RecordingPermit> recording) {
    boolean permitted = recording instanceof Decision.Permitted;
    if (sample.expectedRecording().startsWith("given")) {
      story.must(outcome instanceof ConsentOutcome.Given && permitted, "consent was given");
    } else if (sample.expectedRecording().startsWith("refused")) {
      story.must(outcome instanceof ConsentOutcome.Refused && !permitted, "consent was refused");
    } else {
      story.must(
          outcome instanceof ConsentOutcome.NotValid invalid
              && invalid.why() == ReasonCode.ANSWERED_BEFORE_QUESTION_ENDED
              && !permitted,
          "a key pressed before the question was heard to its end is no consent");
    }
  }

  private void askAgain(CallPrivacy privacy, Call call) {
    call.asked(QUALITY, privacy.notice("welcome", sample.transcript().language()), now.instant());
    now.advance(SECOND);
    call.unanswered(QUALITY, now.instant());
    Decision<RecordingPermit> still = call.may(RECORD, QUALITY);
    story.decision("asked again, no answer", still);
    story.must(story.hasReason(still, ReasonCode.CONSENT_NOT_ANSWERED), "silence is no consent");
  }

  private Optional<Redacted<Transcript>> transcribe(Call call) {
    Decision<ContentPermit> decision = call.may(TRANSCRIBE, SERVICE);
    story.decision("may transcribe", decision);
    story.must(decision instanceof Decision.Permitted, "the service rests on the contract");
    return decision.fold(
        permit -> {
          Redacted<Transcript> redacted = call.redact(sample.transcript(), permit);
          story.step("redacted", redacted.counts());
          String text = redacted.value().text();
          story.must(
              sample.personal().stream().filter(p -> p.length() > 3).noneMatch(text::contains),
              "no personal data is left in the transcript");
          story.step("kept", describe(call.keep(redacted, permit)));
          return Optional.of(redacted);
        },
        reasons -> Optional.empty(),
        reasons -> Optional.empty());
  }

  private void record(Call call, RecordingPermit permit, Redacted<Transcript> heard) {
    try (Recording recording = call.record(permit, heard);
        InputStream audio = Files.newInputStream(sample.audio())) {
      byte[] piece = new byte[16 * 1024];
      for (int read = audio.read(piece); read > 0; read = audio.read(piece)) {
        recording.write(ByteBuffer.wrap(piece, 0, read));
      }
      story.step("recorded and silenced", describe(recording.finish()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void goOn(List<Reason> reasons) {
    story.step("goes on", "without recording, for " + reasons.size() + " reason(s)");
  }

  private void summarise(Call call) {
    Decision<ContentPermit> decision = call.may(SUMMARISE, FOLLOW_UP);
    story.decision("may summarise", decision);
    decision.run(
        permit ->
            story.step(
                "kept",
                describe(call.keep(Summary.of("The concern was settled.", "stand-in-1"), permit))),
        reasons -> story.must(false, "a summary rests on the contract"));
  }

  private static String describe(Kept kept) {
    return kept.fold(Walkthrough::describe, reasons -> "refused: " + reasons);
  }

  private static String describe(RecordEntry entry) {
    return entry.what().kind()
        + " of "
        + entry.length()
        + " bytes, goes from "
        + entry.due().firstDeletionDay()
        + " by "
        + entry.due().because().rules().stream()
            .map(Object::toString)
            .collect(Collectors.joining(", "));
  }

  private void showDueDates(Call call) {
    call.records().forEach(entry -> story.step("due", describe(entry)));
    boolean recorded = call.records().stream().anyMatch(e -> e.what().purpose().equals(QUALITY));
    story.must(
        recorded == sample.expectedRecording().startsWith("given"),
        "a recording is kept only with consent");
  }

  /** What happens after the call: access, withdrawal, sweep, erasure. */
  private void later(CallPrivacy privacy, Call call) throws IOException {
    Subject caller = call.caller();
    Request request = caller.request(Identity.verified("call-back"), DESK);
    Path export = folder.resolve("access");
    request.access().exportTo(export);
    try (var files = Files.list(export)) {
      story.step("access export", files.count() + " files");
    }
    withdraw(privacy, caller);
    sweep(privacy, caller);
    erase(privacy, request);
  }

  /** In a second call the caller agrees, and withdraws while a recording runs. */
  private void withdraw(CallPrivacy privacy, Subject caller) {
    Call second =
        privacy.answer(
            CallId.of(sample.id() + "-2"), Party.presented(sample.from()), now.instant());
    Notice welcome = privacy.notice("welcome", sample.transcript().language());
    now.advance(sample.announcement());
    second.announced(
        welcome, Playout.of(sample.announcement(), sample.announcement(), now.instant()));
    second.asked(QUALITY, welcome, now.instant());
    now.advance(SECOND);
    second.answered(QUALITY, Answer.keyPress('1', now.instant()));
    Subject speaking = sample.from().equals("anonymous") ? second.caller() : caller;
    second
        .may(RECORD, QUALITY)
        .run(
            permit -> withdrawWhileRecording(second, permit, speaking),
            reasons -> story.must(false, "the second call may be recorded"));
    second.ended(now.instant());
    if (speaking != caller) {
      speaking.request(Identity.verified("call-back"), DESK).erase();
    }
  }

  private void withdrawWhileRecording(Call call, RecordingPermit permit, Subject speaking) {
    Decision<ContentPermit> content = call.may(TRANSCRIBE, SERVICE);
    Optional<Redacted<Transcript>> heard =
        content.fold(
            p -> Optional.of(call.redact(Transcript.of(Locale.ROOT, List.of()), p)),
            reasons -> Optional.empty(),
            reasons -> Optional.empty());
    try (Recording running = call.record(permit, heard.orElseThrow())) {
      byte[] head = Files.readAllBytes(sample.audio());
      story.must(running.write(ByteBuffer.wrap(head, 0, 4096)) == Flow.OPEN, "a recording runs");
      Withdrawal withdrawal =
          speaking.withdraw(QUALITY, Answer.spoken("bitte nicht mehr aufzeichnen", now.instant()));
      story.step("withdrawn", withdrawal);
      story.must(!permit.usable(), "the permit ended at once");
      story.must(
          running.write(ByteBuffer.wrap(head, 4096, 4096)) == Flow.STOPPED,
          "the running recording stopped");
      story.must(running.finish() instanceof Kept.Refused, "nothing of it is kept");
      story.must(
          speaking.records().stream().noneMatch(e -> e.what().purpose().equals(QUALITY)),
          "what only the consent carried is gone");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void sweep(CallPrivacy privacy, Subject caller) {
    now.advance(Period.ofMonths(7));
    SweepReport report = privacy.retention().sweep(privacy.retention().plan());
    story.step("swept 7 months later", report.disposed().size() + " record(s)");
    story.must(
        caller.records().size() == 1, "the transcript went in time, the summary has its year");
  }

  private void erase(CallPrivacy privacy, Request request) throws IOException {
    ErasureReceipt receipt = request.erase();
    Path file = folder.resolve("receipt.txt");
    receipt.writeTo(file);
    receipt.statement().lines().forEach(line -> story.step("receipt", line));
    VerifierKey key = VerifierKey.parse(privacy.verifierKey().toString());
    story.must(
        ErasureReceipt.read(file).verify(key).intact(), "the receipt verifies without the store");
  }

  /** Sound that would be recognised: a block from where the caller speaks. */
  private byte[] audioBlock() throws IOException {
    byte[] audio = Files.readAllBytes(sample.audio());
    int at = audio.length / 2;
    while (at < audio.length - 64 && (audio[at] == 0 || audio[at + 32] == 0)) {
      at += 64;
    }
    byte[] block = new byte[64];
    System.arraycopy(audio, at, block, 0, block.length);
    return block;
  }
}
