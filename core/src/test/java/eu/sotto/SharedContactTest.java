package eu.sotto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.sotto.consent.Capacity;
import eu.sotto.permit.ContactPermit;
import eu.sotto.permit.Operation;
import eu.sotto.permit.Permit;
import eu.sotto.permit.ReasonCode;
import eu.sotto.records.Barring;
import eu.sotto.records.Named;
import eu.sotto.store.StoreException;
import eu.sotto.store.StoreException.Fault;
import eu.sotto.vocabulary.CallId;
import eu.sotto.vocabulary.ContactScope;
import eu.sotto.vocabulary.ContractTie;
import eu.sotto.vocabulary.Party;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list and the index on a database that several nodes share. */
class SharedContactTest {
  private static final Named EMAIL = Named.email("sabine.wolf@post.example");

  @TempDir Path folder;

  private SharedStore store;

  @BeforeEach
  void open() {
    store = new SharedStore(folder, Outreach.register());
  }

  @AfterEach
  void close() throws Exception {
    store.close();
  }

  @Test
  @Tag("R26")
  void whatOneNodeEntersEndsThePermitsOfTheOtherAndBarsEveryNext() throws Exception {
    Practice one = store.node();
    Practice other = store.node();
    ContactPermit permit =
        Practice.permitted(Outreach.dial(other, Outreach.SOMEBODY, Outreach.MOVED));
    CountDownLatch ended = new CountDownLatch(1);
    permit.onEnd(ended::countDown);

    one.privacy().contact().bar(Outreach.SOMEBODY, ContactScope.ANY, Practice.ACTOR);

    assertThat(Outreach.reasons(other, Outreach.MOVED)).containsExactly(ReasonCode.DO_NOT_CONTACT);
    assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(permit.usable()).isFalse();
  }

  private static CountDownLatch end(Permit permit) {
    CountDownLatch ended = new CountDownLatch(1);
    permit.onEnd(ended::countDown);
    return ended;
  }

  private static void awaitEnd(CountDownLatch ended) throws InterruptedException {
    assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
  }

  private static Call resumed(Practice node, Call call) {
    return node.privacy().resume(call.id()).orElseThrow();
  }

  private static Call welcomed(Practice node, String id) {
    Call call = node.privacy().answer(CallId.of(id), Outreach.MAIN, Outreach.SOMEBODY, node.now());
    node.announce(call, Duration.ofSeconds(40));
    return call;
  }

  @Test
  @Tag("R21")
  void whatOneNodeFindsOutOfAContractEndsThePermitsOfTheOther() throws Exception {
    Practice one = store.node();
    Practice other = store.node();
    Call call = welcomed(one, "c-1");
    Call next = welcomed(one, "c-2");
    Permit permit = Practice.transcribing(resumed(other, call));
    Permit apart = Practice.transcribing(resumed(other, next));
    CountDownLatch ended = end(permit);
    CountDownLatch endedToo = end(apart);

    call.stated(Practice.APPOINTMENT, ContractTie.NONE, Practice.ACTOR, one.now());
    awaitEnd(ended);
    assertThat(apart.usable()).as("another call's").isTrue();
    assertThat(
            Practice.reasons(resumed(other, call).may(Operation.TRANSCRIBE, Practice.APPOINTMENT)))
        .containsExactly(ReasonCode.NOT_PARTY_TO_CONTRACT);

    next.caller().stated(Practice.APPOINTMENT, ContractTie.NONE, Practice.ACTOR);
    awaitEnd(endedToo);
  }

  @Test
  @Tag("R21")
  void whatIsFoundOutElsewhereEndsThePermitToANumberOfWhichNobodyWasKnown() throws Exception {
    Practice one = store.node();
    Practice other = store.node();
    CountDownLatch ended =
        end(Practice.permitted(Outreach.dial(other, Outreach.SOMEBODY, Outreach.MOVED)));

    welcomed(one, "c-1").caller().stated(Outreach.MOVED, ContractTie.NONE, Practice.ACTOR);

    awaitEnd(ended);
    assertThat(Outreach.reasons(other, Outreach.MOVED))
        .containsExactly(ReasonCode.NOT_PARTY_TO_CONTRACT);
  }

  @Test
  @Tag("R11")
  void aChildThatOneNodeStatesEndsThePermitsOfTheOther() throws Exception {
    store.close();
    store =
        new SharedStore(
            Files.createDirectory(folder.resolve("online")),
            Outreach.register(
                text ->
                    text.replace(
                        "\"id\": \"quality\",",
                        "\"id\": \"quality\", \"consentMarks\": [\"information-society-service\"],")));
    Practice one = store.node();
    Practice other = store.node();
    Call call = welcomed(one, "c-1");
    one.consent(call);
    call.stated(Capacity.OF_AGE, one.now());
    CountDownLatch ended = end(Practice.recording(resumed(other, call)));

    call.stated(Capacity.CHILD, one.now());

    awaitEnd(ended);
  }

  @Test
  @Tag("R26")
  void aListImportedOnOneNodeScrubsTheCampaignOfTheOther() {
    Practice one = store.node();
    Practice other = store.node();
    one.privacy()
        .contact()
        .bar(Stream.of("+493023125013", "keine"), ContactScope.ADVERTISING, Practice.ACTOR);
    List<String> left = new ArrayList<>();
    other
        .privacy()
        .contact()
        .scrub(
            Outreach.WIN_BACK,
            Stream.of("+493023125013", "+493023125014"),
            left::add,
            Practice.ACTOR);
    assertThat(left).containsExactly("+493023125014");
  }

  @Test
  @Tag("R26")
  @Tag("R71")
  void aListThatCannotBeReadLetsNobodyThrough() {
    Practice node = store.node();
    Practice.permitted(Outreach.dial(node, Outreach.SOMEBODY, Outreach.MOVED));
    store.execute("REVOKE SELECT ON sotto.suppression FROM sotto_app");
    List<String> left = new ArrayList<>();

    assertThat(Outreach.reasons(node, Outreach.MOVED))
        .containsExactly(ReasonCode.STORE_UNAVAILABLE);
    assertThatThrownBy(
            () ->
                node.privacy()
                    .contact()
                    .scrub(Outreach.MOVED, Stream.of("+493023125013"), left::add, Practice.ACTOR))
        .isInstanceOf(StoreException.class)
        .hasMessageNotContaining("3023125013");
    assertThat(left).isEmpty();
  }

  @Test
  @Tag("R26")
  void anEntryThatCannotBeStoredBarsHereAtOnceAndElsewhereAsSoonAsItCan() {
    Practice node = store.node();
    Practice other = store.node();
    store.execute("REVOKE INSERT ON sotto.suppression FROM sotto_app");

    Barring barring =
        node.privacy().contact().bar(Outreach.SOMEBODY, ContactScope.ANY, Practice.ACTOR);

    assertThat(barring.stored()).isFalse();
    assertThat(barring.recorded()).isTrue();
    assertThat(Outreach.reasons(node, Outreach.MOVED)).containsExactly(ReasonCode.DO_NOT_CONTACT);
    store.execute("GRANT INSERT ON sotto.suppression TO sotto_app");
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (Outreach.reasons(other, Outreach.MOVED).isEmpty() && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    assertThat(Outreach.reasons(other, Outreach.MOVED)).containsExactly(ReasonCode.DO_NOT_CONTACT);
  }

  @Test
  void aNodeWithoutTheTokenKeysNeitherDialsNorFindsAnybody() {
    store.node();
    Practice bare = store.nodeWithoutTokenKeys();
    assertThat(Outreach.reasons(bare, Outreach.MOVED))
        .containsExactly(ReasonCode.STORE_UNAVAILABLE);
    assertThatThrownBy(() -> bare.privacy().find(EMAIL, Practice.ACTOR))
        .isInstanceOfSatisfying(
            StoreException.class, e -> assertThat(e.fault()).isEqualTo(Fault.NO_TOKEN_KEYS));
  }

  @Test
  @Tag("R71")
  void whomOneNodeEntersTheOtherFindsUntilTheyAreErased() {
    Practice one = store.node();
    Practice other = store.node();
    one.privacy()
        .answer(CallId.of("c"), Outreach.MAIN, Party.phone("+493023125013"), one.now())
        .caller()
        .canName(EMAIL);
    List<Subject> found = other.privacy().find(EMAIL, Practice.ACTOR);
    assertThat(found).hasSize(1);
    found.get(0).request(Practice.IDENTITY, Practice.ACTOR).erase();
    assertThat(one.privacy().find(EMAIL, Practice.ACTOR)).isEmpty();
  }
}
