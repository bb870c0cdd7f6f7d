package eu.sotto;

import static eu.sotto.Practice.ACTOR;
import static eu.sotto.Practice.APPOINTMENT;
import static eu.sotto.Practice.IDENTITY;
import static eu.sotto.Practice.QUALITY;

import eu.sotto.notice.Notice;
import eu.sotto.permit.ContentPermit;
import eu.sotto.permit.Operation;
import eu.sotto.purpose.Submission;
import eu.sotto.records.Named;
import eu.sotto.records.RecordEntry;
import eu.sotto.records.RecordKind;
import eu.sotto.register.OwnData;
import eu.sotto.register.Register;
import eu.sotto.rights.Request;
import eu.sotto.rights.RequestState;
import eu.sotto.vocabulary.Answer;
import eu.sotto.vocabulary.CallId;
import eu.sotto.vocabulary.ContactScope;
import eu.sotto.vocabulary.Party;
import eu.sotto.vocabulary.Playout;
import eu.sotto.vocabulary.PurposeId;
import eu.sotto.vocabulary.RecipientId;
import eu.sotto.vocabulary.Right;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/**
 * Months of a host's work as a list of steps, each of which may be carried out again when nobody
 * knows whether it was: the host looks first at what cannot be told twice.
 */
final class CrashScript {
  static final int PEOPLE = 7;
  static final PurposeId OFFICE = PurposeId.of("office");

  /** What a host does; each is acknowledged as a whole. */
  enum Kind {
    ANSWER,
    AGREE,
    REFUSE,
    RECORD,
    TRANSCRIBE,
    BOOK,
    END,
    NAME,
    SIGN_UP,
    WITHDRAW,
    BAR,
    SWEEP,
    ROTATE,
    ACCESS,
    RECTIFY,
    TELL,
    ERASE
  }

  /** One step: who and which call it is about, and when it is. */
  record Step(Kind kind, int person, int call, Instant at) {
    Party party() {
      return Party.phone("+4930231250" + (10 + person));
    }

    CallId id() {
      return CallId.of("call-" + call);
    }
  }

  private static final String PURPOSES =
      """
      { "id": "office", "role": "controller", "legalBasis": "contract",
        "operations": ["transcribe"], "dataCategories": ["conversation"], "recipients": [],
        "retentionClass": "books" },
      { "id": "operations", "role": "controller", "legalBasis": "contract", "operations": [],
        "dataCategories": ["call-metadata"], "recipients": [], "retentionClass": "metadata" },
      { "id": "sign-up", "role": "controller", "legalBasis": "contract", "operations": [],
        "dataCategories": ["registration"], "recipients": [], "retentionClass": "sign-up" },
      { "id": "hint",
      """;
  private static final String CLASSES =
      """
      "intake": { "callMetadata": "operations", "registration": "sign-up", "fields": [
        { "purpose": "sign-up", "name": "name", "category": "registration", "type": "person" } ] },
      "retention": [
        { "class": "books", "material": "call", "rules": [
          { "kind": "must-delete-by", "trigger": "call-ended", "backstop": "P8M", "term": "P8M",
            "source": "house rule" },
          { "kind": "must-keep-until", "trigger": "call-ended", "backstop": "P7M", "term": "P7M",
            "source": "HGB 257" } ] },
        { "class": "metadata", "material": "data", "rules": [ { "kind": "must-delete-by",
          "trigger": "call-ended", "backstop": "P1M", "term": "P1M", "source": "own" } ] },
        { "class": "sign-up", "material": "data", "rules": [ { "kind": "must-delete-by",
          "trigger": "last-contact", "backstop": "P1Y", "term": "P1Y", "source": "own" } ] },
      """;

  private final CallPrivacy privacy;
  private final AtomicReference<Instant> time;
  private final Path folder;

  CrashScript(Path folder, Instant now) {
    this.folder = folder;
    this.time = new AtomicReference<>(now);
    this.privacy =
        CallPrivacy.in(folder.resolve("data"))
            .keyFolder(folder.resolve("keys"))
            .register(register())
            .clock(time::get)
            .deadline(Duration.ofSeconds(30))
            .open();
  }

  CallPrivacy privacy() {
    return privacy;
  }

  void now(Instant at) {
    time.set(at);
  }

  /** Texts that are anonymised, data of every kind, a statute that keeps, purposes to dial for. */
  static Register register() {
    return Outreach.register(
        text ->
            text.replace(
                    "\"term\": \"P6M\", \"source\"",
                    "\"term\": \"P6M\", \"disposal\": \"anonymise\", \"source\"")
                .replace("{ \"id\": \"hint\",", PURPOSES)
                .replace("\"retention\": [\n", CLASSES));
  }

  /** Steps for a seed; about so many, and a sweep at the end. */
  static List<Step> random(long seed, int about) {
    Random random = new Random(seed);
    List<Step> steps = new ArrayList<>();
    Instant[] at = {Practice.START};
    int calls = 0;
    while (steps.size() < about) {
      at[0] = at[0].plus(Duration.ofDays(random.nextInt(12)));
      int person = random.nextInt(PEOPLE);
      for (Kind kind : together(random, calls)) {
        int call = kind == Kind.ANSWER ? ++calls : calls;
        steps.add(new Step(kind, person, call, at[0]));
        at[0] = at[0].plusSeconds(90);
      }
    }
    steps.add(new Step(Kind.TELL, 0, calls, at[0]));
    steps.add(new Step(Kind.SWEEP, 0, calls, at[0].plusSeconds(90)));
    return List.copyOf(steps);
  }

  /** What is done one after the other with one person. */
  private static List<Kind> together(Random random, int calls) {
    if (calls < 3 || random.nextInt(5) < 2) {
      return call(random);
    }
    return switch (random.nextInt(12)) {
      case 0, 1, 2 -> List.of(Kind.SWEEP);
      case 3 -> List.of(Kind.WITHDRAW);
      case 4 -> List.of(Kind.BAR);
      case 5 -> List.of(Kind.ROTATE);
      case 6 -> List.of(Kind.ACCESS);
      case 7 -> List.of(Kind.RECTIFY);
      case 8 -> List.of(Kind.NAME);
      case 9 -> List.of(Kind.SIGN_UP);
      default -> List.of(Kind.ERASE, Kind.TELL);
    };
  }

  private static List<Kind> call(Random random) {
    List<Kind> kinds = new ArrayList<>(List.of(Kind.ANSWER));
    kinds.addAll(random.nextInt(4) > 0 ? List.of(Kind.AGREE, Kind.RECORD) : List.of(Kind.REFUSE));
    kinds.add(Kind.TRANSCRIBE);
    if (random.nextBoolean()) {
      kinds.add(Kind.BOOK);
    }
    if (random.nextInt(6) > 0) {
      kinds.add(Kind.END);
    }
    return kinds;
  }

  /** Carries a step out, or what of it was not done yet. */
  void take(Step step) {
    time.set(step.at());
    switch (step.kind()) {
      case ANSWER -> answer(step);
      case AGREE, REFUSE -> consent(step);
      case RECORD -> record(step);
      case TRANSCRIBE -> transcribe(step, APPOINTMENT);
      case BOOK -> transcribe(step, OFFICE);
      case END -> call(step).ended(step.at());
      case SIGN_UP -> signUp(step);
      case BAR -> privacy.contact().bar(step.party(), ContactScope.ANY, ACTOR);
      case SWEEP -> privacy.retention().sweep(privacy.retention().plan());
      case ROTATE -> privacy.rotateFindingKey();
      case TELL -> privacy.tellRecipients(notice -> "received " + notice.id());
      default -> privacy.subject(step.party()).ifPresent(subject -> take(step, subject));
    }
  }

  private void take(Step step, Subject subject) {
    switch (step.kind()) {
      case NAME -> subject.canName(named(step.person()));
      case WITHDRAW -> subject.withdraw(QUALITY, Answer.keyPress('2', step.at()));
      case ACCESS -> access(open(subject, Right.ACCESS, step.at()));
      case RECTIFY -> rectify(subject, step.at());
      case ERASE -> erase(subject, step.at());
      default -> throw new IllegalArgumentException(step.kind().name());
    }
  }

  static Named named(int person) {
    return Named.email("caller" + person + "@post.example");
  }

  private Call call(Step step) {
    return privacy.resume(step.id()).orElseThrow();
  }

  private Notice welcome() {
    return privacy.notice("welcome", Locale.GERMAN);
  }

  private void answer(Step step) {
    Call call = privacy.answer(step.id(), Outreach.MAIN, step.party(), step.at());
    Duration whole = Duration.ofSeconds(40);
    time.set(step.at().plus(whole));
    call.announced(welcome(), Playout.of(whole, whole, step.at().plus(whole)));
  }

  private void consent(Step step) {
    Call call = call(step);
    char key = step.kind() == Kind.AGREE ? '1' : '2';
    call.asked(QUALITY, welcome(), step.at());
    time.set(step.at().plusSeconds(2));
    call.answered(QUALITY, Answer.keyPress(key, step.at().plusSeconds(2)));
  }

  private static boolean has(Call call, Predicate<RecordEntry> which) {
    return call.records().stream().anyMatch(which);
  }

  private void record(Step step) {
    Call call = call(step);
    if (!has(call, entry -> entry.what().kind() == RecordKind.RECORDING)) {
      Practice.keepAudio(call, "the voice in call " + step.call());
    }
  }

  private void transcribe(Step step, PurposeId purpose) {
    Call call = call(step);
    if (has(call, entry -> entry.what().purpose().equals(purpose))) {
      return;
    }
    ContentPermit permit =
        Practice.permitted(
            purpose.equals(APPOINTMENT)
                ? call.may(Operation.TRANSCRIBE, purpose, RecipientId.of("speech-service"))
                : call.may(Operation.TRANSCRIBE, purpose));
    String said = "Ich brauche einen Termin, das ist Anruf Nummer " + step.call() + ".";
    call.keep(call.redact(Practice.transcript(said), permit), permit);
  }

  private void signUp(Step step) {
    boolean done =
        privacy.subject(step.party()).stream()
            .flatMap(subject -> subject.records().stream())
            .anyMatch(entry -> entry.what().kind() == RecordKind.REGISTRATION);
    if (!done) {
      Submission form = Submission.of(Map.of("name", "Erika Mustermann"));
      privacy.take(OwnData.REGISTRATION, step.party(), form, step.at());
    }
  }

  /** A copy that was asked for before is not handed out any more: that request ends too. */
  private static void erase(Subject subject, Instant at) {
    var unused = open(subject, Right.ACCESS, at);
    open(subject, Right.ERASURE, at).erase();
  }

  /** What was received of a request before a crash is taken up again. */
  private static Request open(Subject subject, Right right, Instant at) {
    Request request =
        subject.requests().stream()
            .filter(one -> one.status().open())
            .filter(one -> one.status().stated().filter(right::equals).isPresent())
            .findFirst()
            .orElseGet(() -> subject.request(right, at, ACTOR));
    request.identify(IDENTITY, ACTOR);
    return request;
  }

  private void access(Request request) {
    try {
      Path parent = Files.createTempDirectory(folder, "answer");
      request.access().exportTo(parent.resolve("access"));
      StoredBytes.delete(parent);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void rectify(Subject subject, Instant at) {
    Optional<Request> begun =
        subject.requests().stream()
            .filter(one -> one.status().open())
            .filter(one -> one.status().stated().filter(Right.RECTIFICATION::equals).isPresent())
            .findFirst();
    Optional<RecordEntry> old =
        subject.records().stream()
            .filter(entry -> entry.what().purpose().equals(APPOINTMENT))
            .filter(entry -> !entry.what().labels().containsKey("rectifies"))
            .min(java.util.Comparator.comparing(RecordEntry::keptAt));
    if (begun.isEmpty() && old.isEmpty()) {
      return;
    }
    Request request = begun.orElseGet(() -> open(subject, Right.RECTIFICATION, at));
    request.identify(IDENTITY, ACTOR);
    RequestState state = request.status().state();
    if (state.compareTo(RequestState.EXECUTED) < 0 || old.filter(wrong(subject)).isPresent()) {
      request.rectify(old.orElseThrow().id(), "Ich brauche keinen Termin.", ACTOR);
    }
    request.tellRecipients(ACTOR);
    request.answer(Locale.GERMAN, ACTOR);
  }

  /** What was put right already and is still there. */
  private static Predicate<RecordEntry> wrong(Subject subject) {
    return old ->
        subject.records().stream()
            .anyMatch(one -> old.id().toString().equals(one.what().labels().get("rectifies")));
  }

  /** Carries out the steps from a number on and says of each that it is done. */
  public static void main(String[] args) {
    List<Step> steps = random(Long.parseLong(args[1]), Integer.parseInt(args[2]));
    int from = Integer.parseInt(args[3]);
    say("opening");
    CrashScript script = new CrashScript(Path.of(args[0]), steps.get(from).at());
    for (int i = from; i < steps.size(); i++) {
      script.take(steps.get(i));
      say("done " + i);
    }
    script.privacy.close();
    say("end");
  }

  private static void say(String what) {
    System.out.println(what);
    System.out.flush();
  }
}
