package eu.sotto;

import static eu.sotto.Practice.ACTOR;
import static eu.sotto.Practice.IDENTITY;
import static org.assertj.core.api.Assertions.assertThat;

import eu.sotto.purpose.Submission;
import eu.sotto.records.RecordId;
import eu.sotto.records.SweepReport;
import eu.sotto.register.OwnData;
import eu.sotto.register.Register;
import eu.sotto.rights.Assessment;
import eu.sotto.rights.ErasureReceipt;
import eu.sotto.rights.Outcome;
import eu.sotto.rights.Request;
import eu.sotto.vocabulary.Party;
import eu.sotto.vocabulary.Right;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an erasure leaves ends with what keeps it, told with its ground and last day. */
class WithheldTest {
  private static final Party CALLER = Party.presented(Practice.NUMBER);
  private static final String AUDIT =
      """
      { "kind": "hold", "trigger": "audit-closed", "backstop": "P2Y", "source": "audit of 2026" },
      """;

  @TempDir Path folder;

  /** Sign-up data has a duty counted from the last contact; conversations stay for an audit. */
  static Register register(boolean audited) {
    String term = "\"term\": \"P3Y\", \"source\": \"own\" } ] },";
    String duty =
        """
        "term": "P3Y", "source": "own" },
        { "kind": "must-keep-until", "trigger": "last-contact", "backstop": "P1Y", "term": "P1Y",
          "source": "TKG 172" } ] },
        """;
    String rules = "(\"class\": \"conversation\",\\s+\"material\": \"call\",\\s+\"rules\": \\[)";
    return OwnDataTest.register(
        "P1M", text -> text.replace(term, duty).replaceFirst(rules, audited ? "$1" + AUDIT : "$1"));
  }

  private Practice practice(Register register) {
    return Practice.in(folder.resolve("data"), folder.resolve("keys"), Practice.START, register);
  }

  private static SweepReport sweep(Practice practice) {
    return practice.privacy().retention().sweep(practice.privacy().retention().plan());
  }

  private static Subject caller(Practice practice) {
    return practice.privacy().subject(CALLER).orElseThrow();
  }

  private static ErasureReceipt erase(Practice practice) {
    return caller(practice).request(IDENTITY, ACTOR).erase();
  }

  @Test
  @Tag("R70")
  @Tag("R62")
  void whatIsKeptPastItsMaximumIsWithheldWithGroundAndLastDay() {
    try (Practice practice = practice(register(true))) {
      Call call = practice.welcomed("c-1");
      RecordId kept = Casework.input(call);
      call.ended(practice.now());
      practice.after(Duration.ofDays(400));
      assertThat(sweep(practice).disposed()).doesNotContain(kept);
      ErasureReceipt receipt = erase(practice);
      assertThat(receipt.statement())
          .contains("1 (GDPR Art. 17(3)(e); audit of 2026, until and including")
          .contains("2028-11-02");
      assertThat(practice.privacy().subject(CALLER)).isEmpty();
      practice.after(Duration.ofDays(330));
      assertThat(sweep(practice).disposed()).isEmpty();
      practice.after(Duration.ofDays(3));
      assertThat(sweep(practice).disposed()).hasSize(1);
      assertThat(practice.privacy().abandoned(Duration.ZERO)).isEmpty();
    }
  }

  @Test
  @Tag("R70")
  @Tag("R65")
  void aDutyCountedFromAnotherEventEndsAsItWould() {
    try (Practice practice = practice(register(false))) {
      Submission name = Submission.of(Map.of("name", "Erika Mustermann"));
      practice.privacy().take(OwnData.REGISTRATION, CALLER, name, practice.now());
      practice.after(Duration.ofDays(300));
      caller(practice).contacted(practice.now());
      assertThat(erase(practice).statement())
          .contains("1 (GDPR Art. 17(3)(b); TKG 172, until and including")
          .contains("2028-08-29");
      assertThat(practice.privacy().abandoned(Duration.ZERO)).as("no call of a host's").isEmpty();
      practice.after(Duration.ofDays(360));
      assertThat(sweep(practice).disposed()).as("a year after the last contact").isEmpty();
      practice.after(Duration.ofDays(10));
      assertThat(sweep(practice).disposed()).as("long before its three years").hasSize(1);
    }
  }

  @Test
  @Tag("R70")
  @Tag("R62")
  void aDutyWhoseEventHasNotComeKeepsAsLongAsItMayBeWaitedFor() {
    try (Practice practice = practice(register(false))) {
      Submission name = Submission.of(Map.of("name", "Erika Mustermann"));
      practice.privacy().take(OwnData.REGISTRATION, CALLER, name, practice.now());
      assertThat(erase(practice).statement())
          .contains("1 (GDPR Art. 17(3)(b); TKG 172, until and including 2027-11-02");
      practice.after(Duration.ofDays(365));
      assertThat(sweep(practice).disposed()).isEmpty();
      practice.after(Duration.ofDays(2));
      assertThat(sweep(practice).disposed()).hasSize(1);
    }
  }

  /** What a person lays down holds to its last day, neither shorter nor longer. */
  @Property(tries = 8)
  @net.jqwik.api.Tag("R70")
  void whatAPersonWithholdsGoesAfterTheDayThatWasTold(
      @ForAll @IntRange(min = 1, max = 160) int days) {
    try (Practice practice = Practice.inMemory()) {
      Call call = practice.welcomed("c-1");
      RecordId kept = Casework.input(call);
      call.ended(practice.now());
      LocalDate until = LocalDate.of(2026, 11, 2).plusDays(days);
      Request request = caller(practice).request(Right.ERASURE, practice.now(), ACTOR);
      assertThat(request.identify(IDENTITY, ACTOR).refusal()).isEmpty();
      assertThat(request.locate(ACTOR).taken()).isTrue();
      assertThat(
              request
                  .assess(
                      List.of(
                          new Assessment(
                              kept, Outcome.WITHHOLD, "GDPR Art. 17(3)(e): claim 7", until)),
                      ACTOR)
                  .refusal())
          .isEmpty();
      assertThat(request.erase().statement()).contains("claim 7", until.toString());
      practice.after(Duration.ofDays(days));
      assertThat(practice.privacy().retention().plan().due()).isEmpty();
      practice.after(Duration.ofDays(1));
      assertThat(practice.privacy().retention().plan().due())
          .extracting(entry -> entry.what().call().value().startsWith("withheld-"))
          .containsExactly(true);
      assertThat(sweep(practice).disposed()).hasSize(1);
    }
  }

  @Test
  @Tag("R62")
  void whatIsOverGoesThoughAPersonLaidDownThatItStays() {
    try (Practice practice = Practice.inMemory()) {
      Call call = practice.welcomed("c-1");
      RecordId kept = Casework.input(call);
      call.ended(practice.now());
      practice.after(Duration.ofDays(300));
      Request request = caller(practice).request(Right.ERASURE, practice.now(), ACTOR);
      request.identify(IDENTITY, ACTOR);
      request.locate(ACTOR);
      List<Assessment> stays =
          List.of(Assessment.of(kept, Outcome.WITHHOLD, "GDPR Art. 17(3)(e): claim 7"));
      assertThat(request.assess(stays, ACTOR).taken()).isTrue();
      assertThat(request.erase().statement())
          .contains("records removed: 1\n")
          .doesNotContain("withheld");
    }
  }
}
