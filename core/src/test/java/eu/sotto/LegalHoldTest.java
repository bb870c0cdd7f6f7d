package eu.sotto;

import static eu.sotto.Practice.ACTOR;
import static eu.sotto.Practice.IDENTITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.sotto.permit.ActorRefused;
import eu.sotto.records.LegalHold;
import eu.sotto.records.RecordEntry;
import eu.sotto.records.RecordException;
import eu.sotto.records.RecordId;
import eu.sotto.records.SweepPlan;
import eu.sotto.records.SweepReport;
import eu.sotto.register.Register;
import eu.sotto.retention.Explanation;
import eu.sotto.rights.ErasureReceipt;
import eu.sotto.session.Opening;
import eu.sotto.vocabulary.Actor;
import eu.sotto.vocabulary.Answer;
import eu.sotto.vocabulary.Authentication;
import eu.sotto.vocabulary.Party;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a legal hold names stays until the last hold is released, whatever else happens. */
class LegalHoldTest {
  private static final String CASE = "LG-4-O-123/26";

  @TempDir Path folder;

  private Practice practice() {
    return Practice.in(folder.resolve("data"), folder.resolve("keys"), Practice.START);
  }

  private static RecordId kept(Practice practice, String id) {
    Call call = practice.welcomed(id);
    RecordId record = Casework.input(call);
    call.ended(practice.after(Duration.ofMinutes(1)));
    return record;
  }

  private static Subject caller(Practice practice) {
    return practice.privacy().subject(Party.presented(Practice.NUMBER)).orElseThrow();
  }

  private static SweepReport sweep(Practice practice) {
    return practice.privacy().retention().sweep(practice.privacy().retention().plan());
  }

  @Test
  @Tag("R62")
  @Tag("R66")
  void whatIsHeldOutlivesItsMaximumAndGoesAtOnceWhenReleased() {
    try (Practice practice = Practice.inMemory()) {
      RecordId held = kept(practice, "c-1");
      RecordId other = kept(practice, "c-2");
      Retention retention = practice.privacy().retention();
      LegalHold hold = retention.hold(held, CASE, ACTOR);
      assertThat(hold.recorded()).isTrue();
      practice.after(Duration.ofDays(400));
      assertThat(sweep(practice).disposed()).containsExactly(other);
      Explanation why = retention.explain(held).orElseThrow();
      assertThat(why.text(Locale.ENGLISH)).contains(CASE, "hold");
      assertThat(why.disposition().isDue()).isFalse();
      retention.release(hold.id(), ACTOR);
      assertThat(retention.explain(held).orElseThrow().disposition().isDue()).isTrue();
      assertThat(sweep(practice).disposed()).containsExactly(held);
    }
  }

  @Test
  @Tag("R62")
  void ofTwoHoldsOneThatIsReleasedFreesNothing() {
    try (Practice practice = practice()) {
      RecordId held = kept(practice, "c-1");
      Retention retention = practice.privacy().retention();
      LegalHold one = retention.hold(held, CASE, ACTOR);
      LegalHold all = retention.hold(caller(practice), "StA-7", ACTOR);
      retention.release(one.id(), ACTOR);
      retention.release(one.id(), ACTOR);
      practice.after(Duration.ofDays(400));
      assertThat(sweep(practice).disposed()).isEmpty();
      assertThat(retention.holds()).containsExactly(all);
    }
    try (Practice again =
        Practice.in(
            folder.resolve("data"),
            folder.resolve("keys"),
            Practice.START.plus(Duration.ofDays(500)))) {
      Retention retention = again.privacy().retention();
      assertThat(sweep(again).disposed()).as("after a restart").isEmpty();
      LegalHold left = retention.holds().get(0);
      assertThat(left.reference()).isEqualTo("StA-7");
      assertThat(left.only()).isEmpty();
      retention.release(left.id(), ACTOR);
      assertThat(retention.holds()).isEmpty();
      assertThat(sweep(again).disposed()).hasSize(1);
      assertThat(again.privacy().verify().intact()).isTrue();
    }
  }

  @Test
  @Tag("R62")
  void aHoldThatComesAfterThePlanWinsAndWhatComesLaterIsHeldToo() {
    try (Practice practice = Practice.inMemory()) {
      RecordId first = kept(practice, "c-1");
      practice.after(Duration.ofDays(400));
      SweepPlan plan = practice.privacy().retention().plan();
      assertThat(plan.due()).extracting(RecordEntry::id).containsExactly(first);
      practice.privacy().retention().hold(caller(practice), CASE, ACTOR);
      assertThat(practice.privacy().retention().sweep(plan).withheld()).containsExactly(first);
      RecordId later = kept(practice, "c-2");
      practice.after(Duration.ofDays(400));
      assertThat(sweep(practice).disposed()).isEmpty();
      assertThat(practice.privacy().retention().explain(later)).isPresent();
    }
  }

  @Test
  @Tag("R17")
  void aWithdrawalLeavesWhatIsHeld() {
    try (Practice practice = Practice.inMemory()) {
      Call call = practice.consented("c-1");
      Practice.keepAudio(call, "audio");
      Retention retention = practice.privacy().retention();
      LegalHold hold = retention.hold(call.caller(), CASE, ACTOR);
      call.caller().withdraw(Practice.QUALITY, Answer.keyPress('2', practice.now()));
      assertThat(call.records()).hasSize(1);
      assertThat(sweep(practice).disposed()).isEmpty();
      retention.release(hold.id(), ACTOR);
      assertThat(sweep(practice).disposed()).as("long before its period is over").hasSize(1);
      assertThat(call.records()).isEmpty();
    }
  }

  @Test
  @Tag("R70")
  void anErasureWithholdsWhatIsHeldAndItGoesWhenTheHoldDoes() {
    try (Practice practice = practice()) {
      RecordId held = kept(practice, "c-1");
      kept(practice, "c-2");
      Retention retention = practice.privacy().retention();
      LegalHold hold = retention.hold(held, CASE, ACTOR);
      ErasureReceipt receipt = caller(practice).request(IDENTITY, ACTOR).erase();
      assertThat(receipt.statement())
          .contains("records removed: 1\n")
          .contains("1 (GDPR Art. 17(3)(e); legal hold " + CASE + ")")
          .contains("Insoweit ist der Antrag abgelehnt");
      assertThat(practice.privacy().subject(Party.presented(Practice.NUMBER))).isEmpty();
      assertThat(retention.explain(held)).as("under its own name").isEmpty();
      practice.after(Duration.ofDays(1));
      assertThat(sweep(practice).disposed()).isEmpty();
      LegalHold left = retention.holds().get(0);
      assertThat(left.id()).isEqualTo(hold.id());
      RecordId copy = left.only().orElseThrow();
      assertThat(retention.explain(copy).orElseThrow().text(Locale.ENGLISH)).contains(CASE);
      LegalHold second = retention.hold(copy, "LG-9", ACTOR);
      retention.release(hold.id(), ACTOR);
      assertThat(sweep(practice).disposed()).as("the second holds").isEmpty();
      retention.release(second.id(), ACTOR);
      assertThat(sweep(practice).disposed()).as("nothing else carries it").containsExactly(copy);
      assertThat(practice.privacy().verify().intact()).isTrue();
    }
  }

  @Test
  @Tag("R70")
  void whatIsHeldPastItsMaximumIsWithheldToo() {
    try (Practice practice = Practice.inMemory()) {
      RecordId held = kept(practice, "c-1");
      practice.privacy().retention().hold(held, CASE, ACTOR);
      practice.after(Duration.ofDays(400));
      sweep(practice);
      assertThat(caller(practice).request(IDENTITY, ACTOR).erase().statement())
          .contains("1 (GDPR Art. 17(3)(e)");
      assertThat(sweep(practice).disposed()).isEmpty();
    }
  }

  @Test
  @Tag("R51")
  void onlyARoleThatMayHoldsOrReleases() {
    String roles =
        """
        "roles": [
          { "role": "counsel", "tasks": ["hold"], "authentication": "one-factor" },
          { "role": "desk", "tasks": ["erase", "link-subjects"], "authentication": "one-factor" }
        ], "retention": [
        """;
    Register register = Practice.register(text -> text.replace("\"retention\": [", roles));
    Actor desk = trained("desk");
    Actor counsel = trained("counsel");
    try (Practice practice =
        Practice.in(folder.resolve("data"), folder.resolve("keys"), Practice.START, register)) {
      Call call = practice.welcomed("c-1");
      RecordId record = Casework.input(call);
      Retention retention = practice.privacy().retention();
      assertThatThrownBy(() -> retention.hold(record, CASE, desk)).isInstanceOf(ActorRefused.class);
      assertThatThrownBy(() -> retention.hold(call.caller(), CASE, desk))
          .isInstanceOf(ActorRefused.class);
      assertThat(retention.holds()).isEmpty();
      LegalHold hold = retention.hold(record, CASE, counsel);
      assertThatThrownBy(() -> retention.release(hold.id(), desk)).isInstanceOf(ActorRefused.class);
      assertThat(retention.holds()).containsExactly(hold);
      retention.release(hold.id(), counsel);
      assertThat(retention.holds()).isEmpty();
    }
  }

  private static Actor trained(String role) {
    return Actor.of("e-9", role)
        .authenticatedBy(Authentication.TWO_FACTORS)
        .trained(LocalDate.of(2026, 8, 2));
  }

  @Test
  @Tag("R62")
  void aHoldActsThoughItCannotBeRecorded() {
    BrokenStore store = new BrokenStore();
    var time = new AtomicReference<>(Practice.START);
    try (Practice practice =
        Practice.on(
            CallPrivacy.on(
                Opening.inMemory(
                    Practice.register(), time::get, Duration.ofSeconds(3), store::around)),
            time)) {
      RecordId held = kept(practice, "c-1");
      practice.after(Duration.ofDays(400));
      SweepPlan plan = practice.privacy().retention().plan();
      Subject caller = caller(practice);
      store.is(BrokenStore.Mood.FAILS);
      assertThat(practice.privacy().retention().hold(caller, CASE, ACTOR).recorded()).isFalse();
      assertThat(practice.privacy().retention().sweep(plan).withheld()).containsExactly(held);
    }
  }

  @Test
  void whatIsNotThereCannotBeHeldAndNoNumberIsAReference() {
    try (Practice practice = Practice.inMemory()) {
      RecordId record = kept(practice, "c-1");
      Retention retention = practice.privacy().retention();
      Subject caller = caller(practice);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> retention.hold(record, "T03023125012", ACTOR));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> retention.hold(record, "Erika Mustermann", ACTOR));
      assertThatIllegalArgumentException().isThrownBy(() -> retention.release("none", ACTOR));
      caller.request(IDENTITY, ACTOR).erase();
      assertThatThrownBy(() -> retention.hold(record, CASE, ACTOR))
          .isInstanceOf(RecordException.NotKept.class);
      assertThatIllegalStateException().isThrownBy(() -> retention.hold(caller, CASE, ACTOR));
      assertThat(retention.holds()).isEmpty();
    }
  }

  /** A step: hold or release a case, or sweep, on one of three records. */
  @Property(tries = 12)
  @net.jqwik.api.Tag("R62")
  void aRecordIsThereAsLongAsAnyHoldNamesIt(
      @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 8) Integer> steps) {
    try (Practice practice = Practice.inMemory()) {
      List<RecordId> records = new ArrayList<>();
      Map<Integer, List<LegalHold>> holds = new HashMap<>();
      for (int i = 0; i < 3; i++) {
        records.add(kept(practice, "c-" + i));
        holds.put(i, new ArrayList<>());
      }
      Retention retention = practice.privacy().retention();
      for (int i = 0; i < 3; i++) {
        holds.get(i).add(retention.hold(records.get(i), "K-" + i, ACTOR));
      }
      practice.after(Duration.ofDays(400));
      for (int step : steps) {
        int at = step % 3;
        List<LegalHold> mine = holds.get(at);
        if (step < 3 && !mine.isEmpty()) {
          retention.release(mine.remove(0).id(), ACTOR);
        } else if (step < 6 && !mine.isEmpty()) {
          mine.add(retention.hold(records.get(at), "L-" + at, ACTOR));
        } else {
          sweep(practice);
        }
      }
      sweep(practice);
      for (int i = 0; i < 3; i++) {
        assertThat(retention.explain(records.get(i)).isPresent())
            .isEqualTo(!holds.get(i).isEmpty());
      }
    }
  }
}
