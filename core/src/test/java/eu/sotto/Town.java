package eu.sotto;

import static eu.sotto.Practice.APPOINTMENT;
import static eu.sotto.Practice.IDENTITY;
import static eu.sotto.Practice.QUALITY;

import eu.sotto.notice.Notice;
import eu.sotto.permit.ContentPermit;
import eu.sotto.permit.Operation;
import eu.sotto.permit.Permit;
import eu.sotto.permit.ReasonCode;
import eu.sotto.permit.RecordingPermit;
import eu.sotto.permit.Redacted;
import eu.sotto.records.Kept;
import eu.sotto.records.RecordEntry;
import eu.sotto.records.RecordKind;
import eu.sotto.redaction.Transcript;
import eu.sotto.rights.ErasureReceipt;
import eu.sotto.vocabulary.Actor;
import eu.sotto.vocabulary.Answer;
import eu.sotto.vocabulary.Authentication;
import eu.sotto.vocabulary.CallId;
import eu.sotto.vocabulary.Callee;
import eu.sotto.vocabulary.ContactScope;
import eu.sotto.vocabulary.Party;
import eu.sotto.vocabulary.Playout;
import eu.sotto.vocabulary.PrivacyException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A town that calls, day after day, while sweeps run and rights are exercised in other threads,
 * beside a model of its own that knows of each person only what they said, what was kept, the day
 * on which it has to be gone, whether they were erased and whether they may be called. What the
 * library permits, opens or still holds and the model forbids is a violation, and so is what the
 * model keeps and the library lost.
 */
final class Town implements AutoCloseable {
  /** What is wrong with the library that is looked at; nothing is, except for planted mutants. */
  enum Mutant {
    NONE,
    WITHDRAWAL_IS_LOST,
    ERASURE_IS_LOST,
    SWEEP_IS_LOST,
    SWEEP_COMES_EARLY,
    ENTRY_IS_LOST
  }

  /** How much happened, so that nothing holds for want of it. */
  record Tally(int callers, int calls, int recordings, int swept, int erasures, int accesses) {}

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final LocalDate FIRST = LocalDate.of(2026, 11, 2);
  private static final Duration WHOLE = Duration.ofSeconds(40);
  private static final Actor DESK = actor("desk");
  private static final Actor OFFICER = actor("data-protection");
  private static final String ROLES =
      """
      "roles": [
        { "role": "desk", "purposes": ["appointment"], "tasks": ["open-text"] },
        { "role": "data-protection", "tasks": ["answer-requests", "erase", "link-subjects"] }
      ],
      "retention": [
      """;

  private final Path folder;
  private final Random random;
  private final Mutant mutant;
  private final List<Person> people = new ArrayList<>();
  private final AtomicReference<Instant> time = new AtomicReference<>(at(FIRST));
  private final ExecutorService others = Executors.newFixedThreadPool(2);
  private final Set<Person> look = new HashSet<>();
  private CallPrivacy privacy;
  private LocalDate today = FIRST;
  private int turn;
  private int calls;
  private int recordings;
  private int erasures;
  private int accesses;
  private int swept;

  Town(Path folder, long seed, int size, Mutant mutant) {
    this.folder = folder;
    this.random = new Random(seed);
    this.mutant = mutant;
    for (int i = 0; i < size; i++) {
      people.add(new Person(i));
    }
    this.privacy = opened();
  }

  /** What the model knows of a person. */
  private static final class Person {
    final Party party;
    final String canary;
    final List<Talk> talks = new ArrayList<>();
    final List<CallId> erased = new ArrayList<>();
    boolean agreed;
    boolean barred;
    boolean erasing;
    boolean asking;

    /** Whether a request was under way today: it keeps from the sweep what it is about. */
    boolean asked;

    /** A call that broke off while the person was erased: they were there again, for a moment. */
    boolean brokeOff;

    Person(int number) {
      this.canary = "4930231" + (20_000 + number);
      this.party = Party.phone("+" + canary);
    }
  }

  /** What the model knows of a call. */
  private static final class Talk {
    final CallId id;
    final LocalDate day;
    boolean recorded;
    @Nullable String text;

    Talk(CallId id, LocalDate day) {
      this.id = id;
      this.day = day;
    }

    /** Until the same number of the month so many months on, or its last day. */
    boolean over(LocalDate today, int months) {
      LocalDate last = day.withDayOfMonth(1).plusMonths(months);
      return today.isAfter(
          last.withDayOfMonth(Math.min(day.getDayOfMonth(), last.lengthOfMonth())));
    }

    Set<RecordKind> kept(LocalDate today) {
      Set<RecordKind> kept = EnumSet.noneOf(RecordKind.class);
      if (recorded && !over(today, 3)) {
        kept.add(RecordKind.RECORDING);
      }
      if (text != null && !over(today, 6)) {
        kept.add(RecordKind.TRANSCRIPT);
      }
      return kept;
    }
  }

  private static Actor actor(String role) {
    return Actor.of("e-9", role).authenticatedBy(Authentication.TWO_FACTORS).trained(FIRST);
  }

  private static Instant at(LocalDate day) {
    return day.atTime(LocalTime.of(9, 0)).atZone(BERLIN).toInstant();
  }

  private CallPrivacy opened() {
    return CallPrivacy.in(folder.resolve("data"))
        .keyFolder(folder.resolve("keys"))
        .register(Outreach.register(text -> text.replace("\"retention\": [\n", ROLES)))
        .clock(time::get)
        .deadline(Duration.ofSeconds(30))
        .open();
  }

  /** Lets days pass; the first violation, if there is one. */
  Optional<String> live(int days) {
    for (int i = 0; i < days; i++) {
      Optional<String> found = day();
      if (found.isPresent()) {
        return found.map(what -> what + " on " + today);
      }
    }
    return restarted();
  }

  private Optional<String> day() {
    today = today.plusDays(1 + random.nextInt(2));
    time.set(at(today));
    look.clear();
    List<Future<Optional<String>>> elsewhere = new ArrayList<>();
    elsewhere.add(others.submit(this::sweep));
    for (int i = random.nextInt(3); i > 0; i--) {
      Person person = anybody();
      if (!person.talks.isEmpty() && !person.erasing && !person.asking) {
        boolean erase = random.nextBoolean();
        person.erasing = erase;
        person.asking = !erase;
        person.brokeOff = false;
        look.add(person);
        elsewhere.add(others.submit(() -> erase ? erase(person) : access(person)));
      }
    }
    Optional<String> found = Optional.empty();
    for (int i = 2 + random.nextInt(3); i > 0 && found.isEmpty(); i--) {
      found = met(random.nextInt(4) == 0 && !look.isEmpty() ? look.iterator().next() : next());
    }
    for (Future<Optional<String>> one : elsewhere) {
      Optional<String> other = joined(one);
      found = found.isPresent() ? found : other;
    }
    people.forEach(person -> person.asked = person.asking);
    look.forEach(this::settled);
    for (int i = 0; i < 4; i++) {
      look.add(anybody());
    }
    return found.or(() -> check(today.getDayOfMonth() == 1 ? people : look));
  }

  private static Optional<String> joined(Future<Optional<String>> one) {
    try {
      return one.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private Person anybody() {
    return people.get(random.nextInt(people.size()));
  }

  /** Everybody in turn, and again. */
  private Person next() {
    return people.get(turn++ % people.size());
  }

  private Optional<String> sweep() {
    if (mutant != Mutant.SWEEP_IS_LOST) {
      swept += privacy.retention().sweep(privacy.retention().plan()).disposed().size();
    }
    return Optional.empty();
  }

  private Optional<String> erase(Person person) {
    erasures++;
    if (mutant == Mutant.ERASURE_IS_LOST) {
      return Optional.empty();
    }
    Optional<Subject> subject = privacy.subject(person.party);
    if (subject.isEmpty()) {
      return Optional.of("somebody who called is not known");
    }
    ErasureReceipt receipt = subject.get().request(IDENTITY, OFFICER).erase();
    return receipt.verify(privacy.verifierKey()).intact()
        ? Optional.empty()
        : Optional.of("a receipt does not verify");
  }

  private Optional<String> access(Person person) {
    accesses++;
    Optional<Subject> subject = privacy.subject(person.party);
    if (subject.isEmpty()) {
      return Optional.of("somebody who called is not known");
    }
    try {
      Path to = Files.createTempDirectory("town").resolve("access");
      subject.get().request(IDENTITY, OFFICER).access().exportTo(to);
      StoredBytes.delete(to.getParent());
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A person calls, or says no more, or says that they do not want to be called. */
  private Optional<String> met(Person person) {
    look.add(person);
    try {
      return random.nextInt(10) == 0 ? leaves(person) : calls(person);
    } catch (PrivacyException | IllegalStateException | AssertionError e) {
      if (person.erasing) {
        person.brokeOff = true;
        return Optional.empty();
      }
      throw e;
    }
  }

  private Optional<String> leaves(Person person) {
    calls++;
    if (random.nextBoolean()) {
      if (mutant != Mutant.ENTRY_IS_LOST) {
        privacy.contact().bar(person.party, ContactScope.ANY, OFFICER);
      }
      person.barred = true;
      return dialled(person);
    }
    if (mutant != Mutant.WITHDRAWAL_IS_LOST) {
      privacy
          .subject(person.party)
          .ifPresent(one -> one.withdraw(QUALITY, Answer.keyPress('2', time.get())));
    }
    person.agreed = false;
    person.talks.forEach(talk -> talk.recorded = false);
    return Optional.empty();
  }

  private Optional<String> calls(Person person) {
    Talk talk = new Talk(CallId.of("talk-of-" + person.canary + "-" + calls++), today);
    person.talks.add(talk);
    Call call = privacy.answer(talk.id, Outreach.MAIN, person.party, time.get());
    if (granted(call, Operation.TRANSCRIBE).isPresent()) {
      return Optional.of("transcribed before the announcement");
    }
    Notice welcome = privacy.notice("welcome", Locale.GERMAN);
    call.announced(welcome, Playout.of(WHOLE, WHOLE, after(WHOLE)));
    Optional<String> found = asked(person, talk, call, welcome);
    Redacted<Transcript> said = said(call);
    talk.text = said.value().text();
    call.ended(after(Duration.ofSeconds(30)));
    return found.or(() -> granted(call, Operation.RECORD).map(p -> "recorded after the end"));
  }

  private Optional<String> asked(Person person, Talk talk, Call call, Notice welcome) {
    if (granted(call, Operation.RECORD).isPresent()) {
      return Optional.of("recorded without a word of this call");
    }
    boolean yes = random.nextInt(3) > 0;
    call.asked(QUALITY, welcome, time.get());
    call.answered(QUALITY, Answer.keyPress(yes ? '1' : '2', after(Duration.ofSeconds(2))));
    person.agreed = yes;
    Optional<RecordingPermit> permit = granted(call, Operation.RECORD);
    if (permit.isPresent() != yes) {
      return person.erasing
          ? Optional.empty()
          : Optional.of(yes ? "refused after a yes" : "recorded after a no");
    }
    if (!yes) {
      return Optional.empty();
    }
    try (Recording recording = call.record(permit.get())) {
      recording.write(Practice.bytes("the voice in " + talk.id.value()));
      talk.recorded = recording.finish() instanceof Kept.Sealed;
    }
    recordings++;
    return random.nextInt(6) > 0 ? Optional.empty() : withdrawn(person, call, permit.get());
  }

  private Optional<String> withdrawn(Person person, Call call, Permit permit) {
    if (mutant != Mutant.WITHDRAWAL_IS_LOST) {
      call.caller().withdraw(QUALITY, Answer.keyPress('2', after(Duration.ofSeconds(1))));
    }
    person.agreed = false;
    person.talks.forEach(talk -> talk.recorded = false);
    return permit.usable() || granted(call, Operation.RECORD).isPresent()
        ? Optional.of("a permit is usable after the withdrawal")
        : Optional.empty();
  }

  private Redacted<Transcript> said(Call call) {
    ContentPermit permit = Practice.permitted(call.may(Operation.TRANSCRIBE, APPOINTMENT));
    Redacted<Transcript> said =
        call.redact(Practice.transcript("Ich brauche einen Termin, es eilt nicht."), permit);
    call.keep(said, permit);
    return said;
  }

  private static <P extends Permit> Optional<P> granted(Call call, Operation<P> operation) {
    return call.may(operation, operation.equals(Operation.RECORD) ? QUALITY : APPOINTMENT)
        .fold(Optional::of, denied -> Optional.empty(), review -> Optional.empty());
  }

  private Instant after(Duration step) {
    return time.updateAndGet(now -> now.plus(step));
  }

  /** The others are done: what was said while an erasure ran went with it, or came after it. */
  private void settled(Person person) {
    if (person.erasing) {
      List<Talk> left = new ArrayList<>();
      for (Talk talk : person.talks) {
        Optional<Call> call =
            talk.day.equals(today) ? privacy.resume(talk.id) : Optional.<Call>empty();
        if (call.isPresent()) {
          List<RecordKind> kinds = kinds(call.get());
          talk.recorded &= kinds.contains(RecordKind.RECORDING);
          talk.text = kinds.contains(RecordKind.TRANSCRIPT) ? talk.text : null;
          left.add(talk);
        } else {
          person.erased.add(talk.id);
        }
      }
      person.talks.retainAll(left);
      person.agreed &= privacy.subject(person.party).isPresent();
    }
    person.erasing = false;
    person.asking = false;
  }

  private static List<RecordKind> kinds(Call call) {
    return call.records().stream().map(entry -> entry.what().kind()).toList();
  }

  private Optional<String> check(Iterable<Person> some) {
    for (Person person : some) {
      Optional<String> found = check(person);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<String> check(Person person) {
    boolean nobody = person.talks.isEmpty() && !person.brokeOff;
    if (nobody && privacy.subject(person.party).isPresent()) {
      return Optional.of("somebody is known who was erased or never called");
    }
    if (person.erased.stream().anyMatch(id -> privacy.resume(id).isPresent())) {
      return Optional.of("an erased call is known");
    }
    boolean agreed =
        privacy.subject(person.party).filter(one -> one.consent(QUALITY).given()).isPresent();
    if (agreed && !person.agreed) {
      return Optional.of("a consent stands that was not given, or was taken back");
    }
    for (Talk talk : person.talks) {
      Optional<String> found = check(talk, person.asked);
      if (found.isPresent()) {
        return found;
      }
    }
    return random.nextInt(4) == 0 ? dialled(person) : Optional.empty();
  }

  private Optional<String> dialled(Person person) {
    boolean barred =
        Practice.reasons(
                privacy
                    .contact()
                    .dial(
                        CallId.of("dialled"),
                        Outreach.CALLS,
                        person.party,
                        Outreach.MOVED,
                        Callee.CONSUMER))
            .contains(ReasonCode.DO_NOT_CONTACT);
    return barred == person.barred
        ? Optional.empty()
        : Optional.of(barred ? "somebody is barred who is not" : "a barred number may be dialled");
  }

  private Optional<String> check(Talk talk, boolean asked) {
    Set<RecordKind> expected =
        talk.kept(mutant == Mutant.SWEEP_COMES_EARLY ? today.minusDays(9) : today);
    List<RecordEntry> records = privacy.resume(talk.id).map(Call::records).orElse(List.of());
    Set<RecordKind> found = EnumSet.noneOf(RecordKind.class);
    for (RecordEntry entry : records) {
      found.add(entry.what().kind());
      if (!expected.contains(entry.what().kind())
          && !asked
          && !entry.due().firstDeletionDay().equals(today)) {
        return Optional.of(entry.what().kind() + " is kept that has to be gone");
      }
    }
    if (!found.containsAll(expected)) {
      return Optional.of(expected + " should be kept and only " + found + " is");
    }
    return random.nextInt(20) == 0 && expected.contains(RecordKind.TRANSCRIPT)
        ? opened(talk)
        : Optional.empty();
  }

  /** Reads a transcript back. */
  private Optional<String> opened(Talk talk) {
    Call call = privacy.resume(talk.id).orElseThrow();
    RecordEntry entry =
        call.records().stream()
            .filter(one -> one.what().kind() == RecordKind.TRANSCRIPT)
            .findFirst()
            .orElseThrow();
    ContentPermit permit = Practice.permitted(call.may(Operation.TRANSCRIBE, APPOINTMENT));
    String text =
        call.open(entry.id(), permit, DESK).fold(shown -> text(shown.content()), no -> "");
    return text.contains(String.valueOf(talk.text))
        ? Optional.empty()
        : Optional.of("a transcript does not open as it was kept");
  }

  private static String text(SeekableByteChannel content) {
    try (content) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      Channels.newInputStream(content).transferTo(out);
      return out.toString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In the end, in another process's eyes. */
  private Optional<String> restarted() {
    privacy.close();
    try {
      List<String> canaries = people.stream().map(person -> person.canary.substring(2)).toList();
      List<String> left = StoredBytes.found(folder, canaries);
      if (!left.isEmpty()) {
        return Optional.of("readable in a file: " + left.size() + " numbers");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    privacy = opened();
    return privacy.verify().intact()
        ? check(people).map(what -> what + " after a restart")
        : Optional.of("the ledger does not verify");
  }

  Tally tally() {
    int callers =
        (int) people.stream().filter(p -> !p.talks.isEmpty() || !p.erased.isEmpty()).count();
    return new Tally(callers, calls, recordings, swept, erasures, accesses);
  }

  @Override
  public void close() {
    others.shutdownNow();
    privacy.close();
  }
}
