package eu.sotto.records;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.sotto.retention.Disposition;
import eu.sotto.retention.Explanation;
import eu.sotto.retention.Ground;
import eu.sotto.retention.RetentionPolicy;
import eu.sotto.vocabulary.CallId;
import eu.sotto.vocabulary.PurposeId;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds of records wherever they lie. */
abstract class RecordsContract {
  private static final byte[] CONTENT = "Guten Tag, hier ist ein Anruf".getBytes(UTF_8);
  private static final String PARTY = "tel:+493023125012";

  @TempDir Path folder;
  private Rig rig;
  private SubjectEntry caller;

  /** New records, with their contents in a folder. */
  abstract Rig rig(Path path);

  @BeforeEach
  void open() {
    rig = rig(folder.resolve("data"));
    caller = rig.answer(PARTY, "c-1");
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  @Tag("R50")
  void whatIsKeptCanBeReadBackAfterReopening() {
    RecordId id = rig.keep("c-1", CONTENT);
    rig.reopen();

    assertThat(rig.read(id)).isEqualTo(CONTENT);
    RecordEntry entry = rig.records.entry(id).orElseThrow();
    assertThat(entry.subject()).isEqualTo(caller.id());
    assertThat(entry.what()).isEqualTo(Rig.recording("c-1"));
    assertThat(entry.length()).isEqualTo(CONTENT.length);
    assertThat(entry.keptAt()).isEqualTo(Rig.START);
  }

  @Test
  void labelsAndConsentTravelWithTheRecord() {
    NewRecord what = Rig.recording("c-1").labelled("ai-model", "model-1").onConsentOnly();
    RecordId id = rig.records.keep(what, CONTENT);

    NewRecord kept = rig.records.entry(id).orElseThrow().what();
    assertThat(kept.consentOnly()).isTrue();
    assertThat(kept.labels()).containsAllEntriesOf(what.labels()).containsKey("promised-0");
  }

  @Test
  void anyRangeOfAContentCanBeRead() throws Exception {
    byte[] content = new byte[100_000];
    new java.util.Random(7).nextBytes(content);
    RecordId id = rig.keep("c-1", content);

    try (SeekableByteChannel channel = rig.records.open(id)) {
      assertThat(channel.size()).isEqualTo(content.length);
      ByteBuffer range = ByteBuffer.allocate(1_000);
      channel.position(77_777).read(range);
      assertThat(range.array()).isEqualTo(java.util.Arrays.copyOfRange(content, 77_777, 78_777));
    }
  }

  @Test
  @Tag("R60")
  void theDueDayFollowsTheEndOfTheCall() {
    RecordId id = rig.keep("c-1", CONTENT);
    RecordEntry before = rig.records.entry(id).orElseThrow();
    assertThat(before.due().because().ground()).isEqualTo(Ground.WAITS_FOR_EVENT);
    assertThat(before.due().firstDeletionDay()).isEqualTo(LocalDate.of(2026, 7, 11));

    rig.pass(Period.ofDays(1));
    rig.end("c-1");

    RecordEntry after = rig.records.entry(id).orElseThrow();
    assertThat(after.due().because().ground()).isNotEqualTo(Ground.WAITS_FOR_EVENT);
    assertThat(after.due().firstDeletionDay()).isEqualTo(LocalDate.of(2026, 6, 12));
    assertThat(rig.read(id)).isEqualTo(CONTENT);
  }

  @Test
  @Tag("R60")
  @Tag("R66")
  void aSweepDisposesOfWhatIsDueAndOfNothingElse() {
    RecordId id = rig.keep("c-1", CONTENT);
    rig.end("c-1");
    rig.now = LocalDate.of(2026, 6, 10).atTime(23, 59).atZone(Rig.BERLIN).toInstant();
    assertThat(rig.sweep().disposed()).isEmpty();
    assertThat(rig.read(id)).isEqualTo(CONTENT);

    rig.pass(Duration.ofMinutes(1));
    assertThat(rig.records.lifetimes().plan(rig.now).due())
        .extracting(RecordEntry::id)
        .containsExactly(id);
    assertThat(rig.sweep().disposed()).containsExactly(id);
    assertThat(rig.contents.names()).isEmpty();
    assertThatThrownBy(() -> rig.records.open(id)).isInstanceOf(RecordException.NotKept.class);
  }

  @Test
  @Tag("R66")
  void whatIsPastItsTimeIsNotOpenedEvenIfNoSweepCame() {
    RecordId id = rig.keep("c-1", CONTENT);
    rig.end("c-1");
    rig.pass(Period.ofMonths(4));

    assertThatThrownBy(() -> rig.records.open(id)).isInstanceOf(RecordException.PastDue.class);
    assertThatThrownBy(() -> rig.keep("c-1", CONTENT)).isInstanceOf(RecordException.PastDue.class);
  }

  @Test
  void aHeldRecordStaysAndCanBeOpened() {
    RecordId id = rig.keep("c-1", CONTENT);
    rig.end("c-1");
    rig.pass(Period.ofMonths(4));
    rig.held.add(id);

    SweepPlan plan = rig.records.lifetimes().plan(rig.now);
    assertThat(plan.due()).isEmpty();
    assertThat(plan.staying()).extracting(item -> item.entry().id()).containsExactly(id);
    assertThat(rig.records.lifetimes().execute(plan).disposed()).isEmpty();
    assertThat(rig.read(id)).isEqualTo(CONTENT);
  }

  @Test
  void aHoldThatComesBetweenPlanAndExecutionWins() {
    RecordId id = rig.keep("c-1", CONTENT);
    rig.end("c-1");
    rig.pass(Period.ofMonths(4));
    SweepPlan plan = rig.records.lifetimes().plan(rig.now);
    rig.held.add(id);

    SweepReport report = rig.records.lifetimes().execute(plan);
    assertThat(report.withheld()).containsExactly(id);
    assertThat(rig.read(id)).isEqualTo(CONTENT);
  }

  @Test
  void aPlanForATimeToComeIsNotExecuted() {
    SweepPlan plan = rig.records.lifetimes().plan(rig.now.plusSeconds(1));
    assertThatThrownBy(() -> rig.records.lifetimes().execute(plan))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @Tag("R17")
  void disposingOnRequestShredsAtOnce() {
    RecordId gone = rig.keep("c-1", CONTENT);
    RecordId held = rig.keep("c-1", CONTENT);
    rig.held.add(held);

    Disposal disposal = rig.records.lifetimes().dispose(List.of(gone, held));

    assertThat(disposal.disposed()).containsExactly(gone);
    assertThat(disposal.withheld()).containsExactly(held);
    assertThatThrownBy(() -> rig.records.open(gone)).isInstanceOf(RecordException.NotKept.class);
    assertThat(rig.contents.names()).containsExactly(held);
  }

  @Test
  @Tag("R17")
  void whatWasAskedToGoGoesWhenItsHoldEnds() {
    RecordId asked = rig.keep("c-1", CONTENT);
    RecordId other = rig.keep("c-1", CONTENT);
    rig.end("c-1");
    rig.held.addAll(List.of(asked, other));
    assertThat(rig.records.lifetimes().dispose(List.of(asked)).withheld()).containsExactly(asked);
    rig.pass(Period.ofDays(1));
    assertThat(rig.sweep().disposed()).isEmpty();
    assertThat(rig.read(asked)).isEqualTo(CONTENT);
    assertThat(rig.records.lifetimes().plan(rig.now).staying())
        .extracting(item -> item.disposition().because().ground())
        .containsExactly(Ground.LEGAL_HOLD);
    rig.reopen();

    rig.held.clear();

    assertThatThrownBy(() -> rig.records.open(asked)).isInstanceOf(RecordException.PastDue.class);
    SweepPlan plan = rig.records.lifetimes().plan(rig.now);
    assertThat(plan.due()).extracting(RecordEntry::id).containsExactly(asked);
    assertThat(plan.items().get(0).disposition().because().ground())
        .isEqualTo(Ground.PURPOSE_ENDED);
    assertThat(rig.records.lifetimes().execute(plan).disposed()).containsExactly(asked);
    assertThat(rig.read(other)).isEqualTo(CONTENT);
    assertThat(rig.contents.names()).containsExactly(other);
    assertThat(rig.records.lifetimes().disposals().close("run").get("run"))
        .containsExactly(new Disposals.Count(Rig.RECORDING, "ASKED", 1));
  }

  @Test
  @Tag("R70")
  void afterTheKeysAreDestroyedNothingOfTheSubjectStays() {
    RecordId id = rig.keep("c-1", CONTENT);
    assertThatThrownBy(() -> rig.records.removeContents(caller.id()))
        .isInstanceOf(IllegalStateException.class);

    rig.vault.destroy(List.of(caller.contentKey(), caller.evidenceKey()));
    assertThatThrownBy(() -> rig.records.open(id)).isInstanceOf(RecordException.Shredded.class);
    assertThat(rig.records.removeContents(caller.id())).isEqualTo(1);
    assertThat(rig.records.subjects().forget(caller.id())).isTrue();

    assertThat(rig.contents.names()).isEmpty();
    assertThat(rig.records.subjects().find(PARTY)).isEmpty();
    assertThat(rig.records.calls().find(CallId.of("c-1"))).isEmpty();
    assertThat(rig.records.subjects().resolve(PARTY).id()).isNotEqualTo(caller.id());
  }

  @Test
  void recordsAreFoundBySubjectCallAndPurpose() {
    RecordId first = rig.keep("c-1", CONTENT);
    SubjectEntry other = rig.answer("id:sip:bob", "c-2");
    RecordId second = rig.keep("c-2", CONTENT);

    assertThat(rig.records.of(caller.id())).extracting(RecordEntry::id).containsExactly(first);
    assertThat(rig.records.of(other.id())).extracting(RecordEntry::id).containsExactly(second);
    assertThat(rig.records.ofCall(CallId.of("c-2")))
        .extracting(RecordEntry::id)
        .containsExactly(second);
    assertThat(rig.records.byPurpose(Rig.QUALITY))
        .extracting(RecordEntry::id)
        .containsExactlyInAnyOrder(first, second);
    assertThat(rig.records.byPurpose(PurposeId.of("other"))).isEmpty();
  }

  @Test
  void anEventThatMovesTheTriggerMovesTheDay() {
    NewRecord what = NewRecord.of(CallId.of("c-1"), RecordKind.SUMMARY, Rig.QUALITY, Rig.CUSTOMER);
    RecordId id = rig.records.keep(what, CONTENT);
    assertThat(dueDay(id)).isEqualTo(LocalDate.of(2026, 5, 11));

    rig.records.triggered(CallId.of("c-1"), Rig.LAST_CONTACT, rig.now);
    assertThat(dueDay(id)).isEqualTo(LocalDate.of(2027, 3, 11));

    rig.pass(Period.ofDays(100));
    rig.records.triggered(CallId.of("c-1"), Rig.LAST_CONTACT, rig.now);
    assertThat(dueDay(id)).isEqualTo(LocalDate.of(2027, 6, 19));
    rig.now = LocalDate.of(2027, 5, 1).atStartOfDay(Rig.BERLIN).toInstant();
    assertThat(rig.sweep().disposed()).isEmpty();
    assertThat(rig.read(id)).isEqualTo(CONTENT);
  }

  private LocalDate dueDay(RecordId id) {
    return rig.records.entry(id).orElseThrow().due().firstDeletionDay();
  }

  @Test
  void aChangedRegisterMovesEveryDayWhenTheStoreIsOpened() {
    RecordId id = rig.keep("c-1", CONTENT);
    rig.end("c-1");
    rig.policy = Rig.policy("P1M");
    rig.reopen();

    rig.now = LocalDate.of(2026, 4, 11).atStartOfDay(Rig.BERLIN).toInstant();
    assertThat(rig.sweep().disposed()).containsExactly(id);
  }

  @Test
  void decisionAndPlanAgree() {
    RecordId id = rig.keep("c-1", CONTENT);
    rig.end("c-1");
    assertThat(rig.records.lifetimes().decide(id, rig.now))
        .get()
        .isInstanceOf(Disposition.Keep.class);
    rig.pass(Period.ofMonths(4));
    assertThat(rig.records.lifetimes().decide(id, rig.now))
        .get()
        .isInstanceOf(Disposition.Dispose.class);
  }

  @Test
  void theExplanationNamesDecisionRuleAndSource() {
    RecordId id = rig.keep("c-1", CONTENT);
    rig.end("c-1");
    Explanation explanation = rig.records.lifetimes().explain(id, rig.now).orElseThrow();

    assertThat(explanation.disposition())
        .isEqualTo(rig.records.lifetimes().decide(id, rig.now).orElseThrow());
    assertThat(explanation.text(Locale.GERMAN)).contains("Höchstdauer (notice)");
    rig.held.add(id);
    assertThat(rig.records.lifetimes().explain(id, rig.now).orElseThrow().text(Locale.ENGLISH))
        .contains("case-1");
  }

  @Test
  void aClassThatTheRegisterNoLongerHasKeepsItsLastKnownDay() {
    NewRecord what = NewRecord.of(CallId.of("c-1"), RecordKind.SUMMARY, Rig.QUALITY, Rig.CUSTOMER);
    RecordId id = rig.records.keep(what, CONTENT);
    rig.policy =
        RetentionPolicy.of(
            rig.policy.rules().stream()
                .filter(rule -> !rule.retentionClass().name().equals(Rig.CUSTOMER))
                .toList(),
            Rig.BERLIN);
    rig.reopen();

    assertThat(dueDay(id)).isEqualTo(LocalDate.of(2026, 5, 11));
    rig.now = LocalDate.of(2026, 5, 10).atTime(23, 59).atZone(Rig.BERLIN).toInstant();
    assertThat(rig.sweep().disposed()).isEmpty();
    rig.pass(Duration.ofMinutes(1));
    rig.held.add(id);
    assertThat(rig.sweep().disposed()).isEmpty();
    rig.held.clear();
    assertThat(rig.sweep().disposed()).containsExactly(id);
  }

  @Test
  void aDamagedOrMissingContentIsAClearFaultAndHarmsNothingElse() throws Exception {
    RecordId damaged = rig.keep("c-1", CONTENT);
    RecordId missing = rig.keep("c-1", CONTENT);
    RecordId whole = rig.keep("c-1", CONTENT);
    Path file = fileOf(damaged);
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 20] ^= 1;
    Files.write(file, bytes);
    Files.delete(fileOf(missing));

    assertThatThrownBy(() -> rig.read(damaged))
        .isInstanceOf(RecordException.Damaged.class)
        .hasMessageContaining(damaged.toString());
    assertThatThrownBy(() -> rig.read(missing)).isInstanceOf(RecordException.Missing.class);
    assertThat(rig.read(whole)).isEqualTo(CONTENT);
    assertThat(rig.records.lifetimes().dispose(List.of(damaged, missing)).disposed()).hasSize(2);
  }

  @Test
  void aContentThatIsPutInAnothersPlaceDoesNotOpen() throws Exception {
    RecordId one = rig.keep("c-1", CONTENT);
    RecordId other = rig.keep("c-1", CONTENT);
    Files.copy(fileOf(one), fileOf(other), StandardCopyOption.REPLACE_EXISTING);

    assertThatThrownBy(() -> rig.read(other)).isInstanceOf(RecordException.Damaged.class);
    assertThat(rig.read(one)).isEqualTo(CONTENT);
  }

  @Test
  void aDamagedIndexEntryBlocksNoSweepOfTheOthers() {
    RecordId damaged = rig.keep("c-1", CONTENT);
    RecordId whole = rig.keep("c-1", CONTENT);
    rig.end("c-1");
    rig.damageIndexEntry(damaged);
    rig.pass(Period.ofMonths(4));

    assertThat(rig.records.lifetimes().plan(rig.now).unreadable()).containsExactly(damaged);
    assertThat(rig.sweep().disposed()).containsExactly(whole);
    assertThat(rig.records.lifetimes().dispose(List.of(damaged)).disposed())
        .containsExactly(damaged);
  }

  private Path fileOf(RecordId id) {
    return folder
        .resolve("data")
        .resolve("content")
        .resolve(id.toString().substring(0, 2))
        .resolve(id + ".sealed");
  }

  @Test
  void anUnknownCallOrClassIsTheCallersMistake() {
    assertThatThrownBy(() -> rig.keep("nobody", CONTENT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("nobody");
    NewRecord unknown =
        NewRecord.of(CallId.of("c-1"), RecordKind.SUMMARY, Rig.QUALITY, "no-such-class");
    assertThatThrownBy(() -> rig.records.keep(unknown, CONTENT))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(rig.contents.names()).isEmpty();
  }

  @Test
  void aWriterThatIsClosedUnfinishedLeavesNothing() throws Exception {
    try (RecordWriter writer = rig.records.begin(Rig.recording("c-1"))) {
      writer.write(ByteBuffer.wrap(new byte[50_000]));
    }
    assertThat(rig.contents.names()).isEmpty();
    assertThat(rig.records.of(caller.id())).isEmpty();
  }

  @Test
  void aRecordingThatRunsWhileTheCallEndsHangsUnderItsDueDay() throws Exception {
    RecordId id;
    try (RecordWriter writer = rig.records.begin(Rig.recording("c-1"))) {
      writer.write(ByteBuffer.wrap(CONTENT));
      rig.end("c-1");
      id = writer.finish();
    }
    rig.now = LocalDate.of(2026, 6, 11).atStartOfDay(Rig.BERLIN).toInstant();
    assertThat(rig.sweep().disposed()).containsExactly(id);
  }

  @Test
  void whatIsKeptWhileSweepsRunStays() {
    AtomicBoolean over = new AtomicBoolean();
    CompletableFuture<Void> sweeps =
        CompletableFuture.runAsync(
            () -> {
              while (!over.get()) {
                rig.sweep();
              }
            });
    try {
      for (int i = 0; i < 200; i++) {
        assertThat(rig.read(rig.keep("c-1", CONTENT))).isEqualTo(CONTENT);
      }
    } finally {
      over.set(true);
      sweeps.join();
    }
    assertThat(rig.records.of(caller.id())).hasSize(200);
  }
}
