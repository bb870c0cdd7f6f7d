package eu.sotto;

import static eu.sotto.Practice.ACTOR;
import static eu.sotto.Practice.APPOINTMENT;
import static eu.sotto.Practice.IDENTITY;
import static eu.sotto.Practice.NUMBER;
import static eu.sotto.Practice.QUALITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.sotto.consent.ConsentState;
import eu.sotto.permit.ContentPermit;
import eu.sotto.permit.Operation;
import eu.sotto.permit.ReasonCode;
import eu.sotto.permit.RecordingPermit;
import eu.sotto.records.ContentStore;
import eu.sotto.records.Kept;
import eu.sotto.records.RecordEntry;
import eu.sotto.records.RecordException;
import eu.sotto.records.RecordId;
import eu.sotto.records.RecordKind;
import eu.sotto.rights.ErasureReceipt;
import eu.sotto.rights.Restriction;
import eu.sotto.session.Engine;
import eu.sotto.vocabulary.Answer;
import eu.sotto.vocabulary.CallId;
import eu.sotto.vocabulary.Cause;
import eu.sotto.vocabulary.Flow;
import eu.sotto.vocabulary.Party;
import eu.sotto.vocabulary.RestrictionGround;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host's day on several nodes that share a PostgreSQL. */
class SharedStoreTest {
  private static final String SAID = "Guten Tag, ich brauche einen Termin.";

  @TempDir Path folder;
  private SharedStore store;

  @BeforeEach
  void open() {
    store = new SharedStore(folder);
  }

  @AfterEach
  void close() throws Exception {
    store.close();
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("it came true in time").isLessThan(deadline);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  private static Call resumed(Practice node, String call) {
    return node.privacy().resume(CallId.of(call)).orElseThrow();
  }

  private static Subject caller(Practice node) {
    return node.privacy().subject(Party.presented(NUMBER)).orElseThrow();
  }

  @Test
  @Tag("R52")
  void aCallThatOneNodeBeginsAnotherGoesOnWithFromAnswerToErasure() throws Exception {
    Practice one = store.node();
    Practice two = store.node();
    assertThat(one.privacy().health().nodes()).isEqualTo(2);
    one.welcomed("c-1");
    resumed(two, "c-1").asked(QUALITY, two.welcome(), two.now());
    resumed(one, "c-1").answered(QUALITY, Answer.keyPress('1', one.after(Duration.ofSeconds(2))));
    assertThat(Practice.keepAudio(resumed(two, "c-1"), "the caller's voice"))
        .isInstanceOf(Kept.Sealed.class);
    assertThat(Practice.keep(resumed(one, "c-1"), SAID)).isInstanceOf(Kept.Sealed.class);
    resumed(two, "c-1").ended(two.now());
    assertThat(resumed(one, "c-1").records())
        .extracting(entry -> entry.what().kind())
        .containsExactlyInAnyOrder(RecordKind.RECORDING, RecordKind.TRANSCRIPT);
    assertThat(caller(one).consent(QUALITY).state()).isEqualTo(ConsentState.GIVEN);

    caller(two).request(IDENTITY, ACTOR).access().exportTo(folder.resolve("access"));
    assertThat(Files.readString(folder.resolve("access").resolve("data.json")))
        .contains("consent_answered");

    caller(one).withdraw(QUALITY, Answer.keyPress('9', one.now()));
    assertThat(caller(two).consent(QUALITY).state()).isEqualTo(ConsentState.WITHDRAWN);
    assertThat(resumed(two, "c-1").records())
        .extracting(entry -> entry.what().kind())
        .containsExactly(RecordKind.TRANSCRIPT);

    ErasureReceipt receipt = caller(two).request(IDENTITY, ACTOR).erase();
    assertThat(receipt.verify(one.privacy().verifierKey()).intact()).isTrue();
    assertThat(receipt.statement()).contains("PT720H").doesNotContain("kept silent");
    assertThat(one.privacy().subject(Party.presented(NUMBER))).isEmpty();
    assertThat(one.privacy().resume(CallId.of("c-1"))).isEmpty();
    assertThat(two.privacy().verify().intact()).isTrue();
  }

  @Test
  @Tag("R66")
  void whatOneNodeKeptTheSweepOfAnotherTakes() {
    Practice one = store.node();
    Practice two = store.node();
    Call call = one.welcomed("c-1");
    Practice.keep(call, SAID);
    call.ended(one.now());
    assertThat(two.privacy().retention().plan().due()).isEmpty();
    two.after(Duration.ofDays(200));
    assertThat(two.privacy().retention().sweep(two.privacy().retention().plan()).disposed())
        .hasSize(1);
    assertThat(call.records()).isEmpty();
    assertThat(one.privacy().retention().plan().due()).isEmpty();
  }

  @Test
  @Tag("R14")
  void aWithdrawalOnOneNodeEndsThePermitAndTheRecordingOnAnother() throws Exception {
    Practice one = store.node();
    Practice two = store.node();
    Call call = one.consented("c-1");
    RecordingPermit permit = Practice.recording(call);
    CountDownLatch ended = new CountDownLatch(1);
    permit.onEnd(ended::countDown);
    try (Recording recording = call.record(permit)) {
      assertThat(recording.write(Practice.bytes("before"))).isEqualTo(Flow.OPEN);

      caller(two).withdraw(QUALITY, Answer.spoken("aufhören", two.now()));

      assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(permit.usable()).isFalse();
      assertThat(recording.write(Practice.bytes("after"))).isEqualTo(Flow.STOPPED);
      assertThat(recording.finish()).isInstanceOf(Kept.Refused.class);
    }
    assertThat(Practice.reasons(call.may(Operation.RECORD, QUALITY)))
        .contains(ReasonCode.CONSENT_WITHDRAWN);
    assertThat(resumed(two, "c-1").records()).isEmpty();
  }

  @Test
  @Tag("R14")
  void noPermitIsGrantedPastAWithdrawalThatAnotherNodeRecorded() {
    Practice one = store.node();
    Practice two = store.node();
    for (int i = 0; i < 5; i++) {
      Call call = one.consented("c-" + i);
      assertThat(Practice.recording(call).usable()).isTrue();
      caller(two).withdraw(QUALITY, Answer.spoken("aufhören", two.after(Duration.ofSeconds(1))));
      assertThat(Practice.reasons(call.may(Operation.RECORD, QUALITY)))
          .as("at once, whatever this node had heard by itself")
          .contains(ReasonCode.CONSENT_WITHDRAWN);
    }
  }

  @Test
  @Tag("R31")
  void anObjectionAndARestrictionOnOneNodeEndThePermitsOnAnother() throws Exception {
    Practice one = store.node();
    Practice two = store.node();
    Call call = one.welcomed("c-1");
    ContentPermit permit = Practice.transcribing(call);
    CountDownLatch ended = new CountDownLatch(1);
    permit.onEnd(ended::countDown);

    Restriction restriction =
        caller(two).restrict(RestrictionGround.UNLAWFUL, Optional.of(IDENTITY), ACTOR);

    assertThat(Practice.reasons(call.may(Operation.TRANSCRIBE, APPOINTMENT)))
        .as("at once, whatever this node had heard by itself")
        .containsExactly(ReasonCode.RESTRICTED);
    assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
    restriction.announceLift(Cause.of("settled"), ACTOR);
    restriction.lift(ACTOR);
    assertThat(Practice.transcribing(call).usable()).isTrue();
    caller(two).object(Set.of(), Answer.spoken("Ich widerspreche", two.now()));
    assertThat(caller(one).objections()).hasSize(1);
    assertThat(Practice.transcribing(call).usable()).as("contract goes on").isTrue();
  }

  @Test
  void theEndOfACallOnOneNodeEndsItsPermitsOnAnother() throws Exception {
    Practice one = store.node();
    Practice two = store.node();
    Call call = one.welcomed("c-1");
    ContentPermit permit = Practice.transcribing(call);
    Call other = one.welcomed("c-2");
    ContentPermit stays = Practice.transcribing(other);
    CountDownLatch ended = new CountDownLatch(1);
    permit.onEnd(ended::countDown);
    resumed(two, "c-1").ended(two.now());
    assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(stays.usable()).isTrue();
  }

  @Test
  @Tag("R14")
  void aNodeThatDoesNotHearTheOthersDeniesAndItsPermitsEnd() throws Exception {
    Practice one = store.node();
    Call call = one.welcomed("c-1");
    ContentPermit permit = Practice.transcribing(call);
    CountDownLatch ended = new CountDownLatch(1);
    permit.onEnd(ended::countDown);
    assertThat(one.privacy().health().fresh()).isTrue();
    assertThat(one.privacy().health().readable()).isTrue();
    store.execute("REVOKE SELECT ON sotto.payload FROM sotto_app");
    assertThat(ended.await(20, TimeUnit.SECONDS)).as("nobody asked it").isTrue();
    assertThat(permit.usable()).isFalse();
    assertThat(one.privacy().health().fresh()).isFalse();
    assertThat(one.privacy().health().readable()).isFalse();
    assertThat(one.privacy().health().behind()).isGreaterThan(Duration.ofSeconds(1));
    assertThat(Practice.reasons(call.may(Operation.TRANSCRIBE, APPOINTMENT)))
        .containsExactly(ReasonCode.STORE_UNAVAILABLE);
    store.execute("GRANT SELECT ON sotto.payload TO sotto_app");
    await(() -> one.privacy().health().fresh());
    assertThat(Practice.transcribing(call).usable()).isTrue();
    assertThat(permit.usable()).as("what ended stays ended").isFalse();
  }

  @Test
  @Tag("R70")
  void afterAnErasureNoStreamAndNoPermitOfAnotherNodeGoesOn() throws Exception {
    Engine engine = store.engine(contents -> contents);
    Practice one = store.on(engine);
    Practice two = store.node();
    Call call = one.consented("c-1");
    Practice.keepAudio(call, "the caller's voice ".repeat(10_000));
    RecordEntry kept = call.records().get(0);
    ContentPermit permit = Practice.transcribing(call);
    try (SeekableByteChannel stream = engine.records().open(kept.id())) {
      assertThat(stream.read(ByteBuffer.allocate(10))).isPositive();

      ErasureReceipt receipt = caller(two).request(IDENTITY, ACTOR).erase();

      assertThat(receipt.statement()).doesNotContain("kept silent");
      assertThat(permit.usable()).isFalse();
      stream.position(100_000);
      assertThatThrownBy(() -> stream.read(ByteBuffer.allocate(10)))
          .hasMessageNotContaining("voice");
      assertThatThrownBy(() -> engine.records().open(kept.id()))
          .isInstanceOf(RecordException.class);
    }
    assertThatIllegalStateException().isThrownBy(() -> call.caller().request(IDENTITY, ACTOR));
    assertThat(call.may(Operation.TRANSCRIBE, APPOINTMENT).reasons()).isNotEmpty();
  }

  @Test
  @Tag("R70")
  void anErasureWaitsNoLongerThanItsBoundForANodeThatKeepsSilentAndNamesIt() {
    Practice one = store.node();
    one.welcomed("c-1");
    store.execute(
        "INSERT INTO sotto.member (id, until) VALUES"
            + " ('\\x00112233445566778899aabbccddeeff', clock_timestamp() + interval '1 hour')");
    ErasureReceipt receipt = caller(one).request(IDENTITY, ACTOR).erase();
    assertThat(receipt.statement())
        .contains("nodes that kept silent, and deny while they do")
        .contains("00112233445566778899aabbccddeeff");
    assertThat(receipt.verify(one.privacy().verifierKey()).intact()).isTrue();
  }

  /** Contents that are not removed as long as a test wants. */
  private static ContentStore around(ContentStore real, Runnable beforeRemoval) {
    return (ContentStore)
        Proxy.newProxyInstance(
            ContentStore.class.getClassLoader(),
            new Class<?>[] {ContentStore.class},
            (self, method, arguments) -> {
              if (method.getName().equals("remove")) {
                beforeRemoval.run();
              }
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  @Test
  @Tag("R70")
  void anErasureInWhichANodeIsLostIsCompletedByAnother() throws Exception {
    CountDownLatch reached = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    Practice one =
        store.on(
            store.engine(
                contents ->
                    around(
                        contents,
                        () -> {
                          reached.countDown();
                          awaitQuietly(goOn);
                        })));
    Practice two = store.node();
    Call call = one.consented("c-1");
    Practice.keepAudio(call, "the caller's voice");
    CompletableFuture<ErasureReceipt> lost =
        CompletableFuture.supplyAsync(() -> caller(one).request(IDENTITY, ACTOR).erase());
    assertThat(reached.await(20, TimeUnit.SECONDS)).isTrue();
    try {
      store.execute("DELETE FROM sotto.member WHERE epoch = (SELECT min(epoch) FROM sotto.member)");
      await(() -> two.privacy().subject(Party.presented(NUMBER)).isEmpty());
      await(() -> files().isEmpty());
      await(() -> completions() == 1);
    } finally {
      goOn.countDown();
    }
    assertThatThrownBy(lost::join).as("a node that was let go acknowledges nothing").isNotNull();
    assertThat(completions()).isEqualTo(1);
    assertThat(two.privacy().resume(CallId.of("c-1"))).isEmpty();
    assertThat(two.privacy().verify().intact()).isTrue();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Set<String> files() {
    try (var walk = Files.walk(folder.resolve("content"))) {
      Set<String> names = new HashSet<>();
      walk.filter(Files::isRegularFile).forEach(file -> names.add(file.toString()));
      return names;
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private long completions() {
    try (var connection = eu.sotto.store.PostgresServer.owner(store.database).getConnection();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT count(*) FROM sotto.leaf WHERE kind LIKE 'erasure_completed/%'")) {
      assertThat(rows.next()).isTrue();
      return rows.getLong(1);
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  @Tag("R70")
  void anErasureThatFailsOnOneNodeIsCompletedByWhicheverLooksNext() {
    var fails = new java.util.concurrent.atomic.AtomicBoolean(true);
    Practice one =
        store.on(
            store.engine(
                contents ->
                    around(
                        contents,
                        () -> {
                          if (fails.get()) {
                            throw new RecordException.Missing(new RecordId(1, 2));
                          }
                        })));
    Call call = one.consented("c-1");
    Practice.keepAudio(call, "the caller's voice");
    assertThatThrownBy(() -> caller(one).request(IDENTITY, ACTOR).erase())
        .isInstanceOf(RecordException.class);
    fails.set(false);
    await(() -> completions() == 1);
    assertThat(files()).isEmpty();
  }

  @Test
  @Tag("R52")
  void aCallerWhoReachesTwoNodesAtOnceIsOnePerson() {
    Practice one = store.node();
    Practice two = store.node();
    List<CompletableFuture<Call>> calls =
        List.of(
            CompletableFuture.supplyAsync(() -> one.answered("c-1", Party.presented(NUMBER))),
            CompletableFuture.supplyAsync(() -> two.answered("c-2", Party.presented(NUMBER))));
    calls.forEach(CompletableFuture::join);
    Practice.keep(announced(one, "c-1"), SAID);
    Practice.keep(announced(two, "c-2"), SAID);
    caller(one).request(IDENTITY, ACTOR).erase();
    assertThat(two.privacy().resume(CallId.of("c-1"))).isEmpty();
    assertThat(two.privacy().resume(CallId.of("c-2"))).isEmpty();
    assertThat(files()).isEmpty();
  }

  private static Call announced(Practice node, String id) {
    Call call = resumed(node, id);
    node.announce(call, Duration.ofSeconds(40));
    return call;
  }

  @Test
  void nodesThatOpenANewDatabaseAtOnceShareIt() {
    List<CompletableFuture<Practice>> opening =
        List.of(
            CompletableFuture.supplyAsync(store::node), CompletableFuture.supplyAsync(store::node));
    List<Practice> nodes = opening.stream().map(CompletableFuture::join).toList();
    assertThat(nodes.get(0).privacy().verifierKey())
        .isEqualTo(nodes.get(1).privacy().verifierKey());
    nodes.get(0).welcomed("c-1");
    assertThat(nodes.get(1).privacy().resume(CallId.of("c-1"))).isPresent();
  }

  @Test
  void aNodeWithoutAPlaceForItsKeySlotIsNotOpened() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                CallPrivacy.on(eu.sotto.store.PostgresServer.owner(store.database))
                    .register(Practice.register())
                    .contents(folder)
                    .open())
        .withMessageContaining("key slot");
  }
}
