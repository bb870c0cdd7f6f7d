package eu.sotto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import eu.sotto.interchange.DisposalCertificate;
import eu.sotto.ledger.Trust;
import eu.sotto.records.RecordEntry;
import eu.sotto.records.RecordId;
import eu.sotto.records.SweepPlan;
import eu.sotto.records.SweepReport;
import eu.sotto.register.Register;
import eu.sotto.vocabulary.Answer;
import eu.sotto.vocabulary.Party;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes is certified; what is anonymised leads to nobody. */
class DisposalTest {
  @TempDir Path folder;

  private static Register anonymising() {
    return Practice.register(
        text ->
            text.replace(
                "\"term\": \"P6M\", \"source\"",
                "\"term\": \"P6M\", \"disposal\": \"anonymise\", \"source\""));
  }

  private Practice practice(Register register) {
    return Practice.in(folder.resolve("data"), folder.resolve("keys"), Practice.START, register);
  }

  private static void call(Practice practice, String id, String text) {
    Call call = practice.welcomed(id);
    Practice.keep(call, text);
    call.ended(practice.after(Duration.ofMinutes(1)));
  }

  private static SweepReport sweep(Practice practice) {
    return practice.privacy().retention().sweep(practice.privacy().retention().plan());
  }

  private static List<String> statements(Practice practice) {
    return practice
        .privacy()
        .retention()
        .certificates()
        .map(DisposalCertificate::statement)
        .toList();
  }

  @Test
  @Tag("R63")
  void aSweepIsCertifiedWithClassGroundAndNumberAndNobodysName() {
    try (Practice practice = practice(Practice.register())) {
      call(practice, "c-1", "Ich brauche einen Termin.");
      call(practice, "c-2", "Ich brauche einen anderen Termin.");
      practice.after(Duration.ofDays(200));
      SweepPlan dryRun = practice.privacy().retention().plan();
      SweepReport live =
          practice.privacy().retention().sweep(practice.privacy().retention().plan());
      assertThat(live.disposed())
          .hasSize(2)
          .containsExactlyInAnyOrderElementsOf(dryRun.due().stream().map(RecordEntry::id).toList());
      List<DisposalCertificate> all = practice.privacy().retention().certificates().toList();
      assertThat(all).hasSize(1);
      assertThat(all.get(0).statement())
          .contains("class conversation, period over, destroyed: 2")
          .doesNotContain("c-1", Practice.NUMBER);
      DisposalCertificate read = DisposalCertificate.parse(all.get(0).text());
      Trust trust = Trust.in(practice.privacy().verifierKey());
      assertThat(read.verify(trust).intact()).isTrue();
      DisposalCertificate forged =
          DisposalCertificate.parse(all.get(0).text().replace("destroyed: 2", "destroyed: 9"));
      assertThat(forged.verify(trust).intact()).isFalse();
      assertThatIllegalArgumentException().isThrownBy(() -> DisposalCertificate.parse("no"));
    }
  }

  @Test
  @Tag("R63")
  @Tag("R17")
  void whatGoesWithAConsentIsCertifiedAsThat() {
    try (Practice practice = practice(Practice.register())) {
      Call call = practice.consented("c-1");
      Practice.keepAudio(call, "audio");
      call.caller().withdraw(Practice.QUALITY, Answer.keyPress('2', practice.now()));
      sweep(practice);
      assertThat(statements(practice))
          .singleElement()
          .asString()
          .contains("class recording, asked for or consent ended, destroyed: 1");
    }
  }

  @Property(tries = 5)
  @net.jqwik.api.Tag("R63")
  void everyRecordThatWentIsCertifiedOnce(@ForAll @IntRange(min = 1, max = 6) int calls) {
    try (Practice practice = Practice.inMemory()) {
      for (int i = 0; i < calls; i++) {
        call(practice, "c-" + i, "Ich brauche einen Termin.");
        practice.after(Duration.ofDays(100));
        sweep(practice);
      }
      practice.after(Duration.ofDays(200));
      sweep(practice);
      sweep(practice);
      int certified =
          statements(practice).stream()
              .flatMap(String::lines)
              .filter(line -> line.startsWith("class "))
              .mapToInt(line -> Integer.parseInt(line.substring(line.lastIndexOf(' ') + 1)))
              .sum();
      assertThat(certified).isEqualTo(calls);
    }
  }

  @Test
  @Tag("R63")
  void whatIsAnonymisedLeadsToNobody() throws SQLException {
    Set<String> links = new HashSet<>();
    List<RecordId> ids = new ArrayList<>();
    try (Practice practice = practice(anonymising())) {
      call(practice, "c-1", "Ich bin Erika Mustermann und komme am 3. um 14 Uhr.");
      call(practice, "c-2", "Bitte kürzer.");
      Subject subject = practice.privacy().subject(Party.presented(Practice.NUMBER)).orElseThrow();
      subject.records().forEach(entry -> ids.add(entry.id()));
      ids.forEach(id -> links.add(id.toString()));
      subject.records().forEach(entry -> links.add(entry.subject().toString()));
      assertThat(practice.privacy().retention().anonymous()).isEmpty();
    }
    Set<String> former = columns(folder.resolve("data"));
    try (Practice practice =
        Practice.in(
            folder.resolve("data"),
            folder.resolve("keys"),
            Practice.START.plus(Duration.ofDays(200)),
            anonymising())) {
      assertThat(sweep(practice).disposed()).hasSize(2);
      assertThat(practice.privacy().retention().anonymous())
          .hasSize(2)
          .allSatisfy(
              text ->
                  assertThat(text)
                      .doesNotContainPattern("\\p{Nd}")
                      .doesNotContain("Erika", "Mustermann", "c-1", "c-2"))
          .anySatisfy(text -> assertThat(text).contains("um ## Uhr"));
      ids.forEach(id -> assertThat(practice.privacy().retention().explain(id)).isEmpty());
      assertThat(statements(practice))
          .singleElement()
          .asString()
          .contains("class conversation, period over, only texts that belong to nobody stay: 2");
    }
    try (var db =
            DriverManager.getConnection(
                "jdbc:sqlite:" + folder.resolve("data").resolve("records.db"));
        var rows = db.createStatement().executeQuery("SELECT id, sealed FROM anonymous")) {
      Set<Integer> lengths = new HashSet<>();
      while (rows.next()) {
        String id = HexFormat.of().formatHex(rows.getBytes(1));
        assertThat(former).as("an id that stood somewhere before").doesNotContain(id);
        assertThat(links).doesNotContain(id);
        lengths.add(rows.getBytes(2).length);
      }
      assertThat(lengths).as("texts of different lengths").hasSize(1);
    }
  }

  /** Every value of every column of every table, in hexadecimal. */
  private static Set<String> columns(Path data) {
    Set<String> values = new HashSet<>();
    try (var db = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("records.db"))) {
      List<String> tables = new ArrayList<>();
      try (var names =
          db.createStatement()
              .executeQuery("SELECT name FROM sqlite_schema WHERE type = 'table'")) {
        while (names.next()) {
          tables.add(names.getString(1));
        }
      }
      for (String table : tables) {
        try (var rows = db.createStatement().executeQuery("SELECT * FROM " + table)) {
          int columns = rows.getMetaData().getColumnCount();
          while (rows.next()) {
            for (int i = 1; i <= columns; i++) {
              byte[] bytes = rows.getBytes(i);
              values.add(bytes == null ? "" : HexFormat.of().formatHex(bytes));
            }
          }
        }
      }
      return values;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  @Tag("R63")
  @Tag("R40")
  void whatIsOnlyRedactedIsNotAmongTheAnonymous() {
    try (Practice practice = practice(anonymising())) {
      call(practice, "c-1", "Ich bin Erika Mustermann.");
      assertThat(practice.privacy().retention().anonymous()).isEmpty();
      Subject subject = practice.privacy().subject(Party.presented(Practice.NUMBER)).orElseThrow();
      subject.request(Practice.IDENTITY, Practice.ACTOR).erase();
      practice.after(Duration.ofDays(200));
      sweep(practice);
      assertThat(practice.privacy().retention().anonymous()).isEmpty();
    }
  }

  @Test
  @Tag("R66")
  void oneSweepRunsAtATime() throws InterruptedException {
    try (Practice practice = practice(Practice.register())) {
      CountDownLatch under = new CountDownLatch(1);
      CountDownLatch done = new CountDownLatch(1);
      Thread other =
          new Thread(
              () ->
                  practice
                      .privacy()
                      .retention()
                      .job(Duration.ofHours(1))
                      .alone(
                          () -> {
                            under.countDown();
                            try {
                              done.await();
                            } catch (InterruptedException e) {
                              Thread.currentThread().interrupt();
                            }
                          }));
      other.start();
      under.await();
      SweepJob job = practice.privacy().retention().job(Duration.ofHours(1));
      assertThat(job.run()).isEmpty();
      done.countDown();
      other.join();
      assertThat(job.run()).isPresent();
      assertThat(Stream.generate(job::delay).limit(100))
          .allMatch(d -> d.toMinutes() >= 54 && d.toMinutes() <= 66)
          .anyMatch(d -> !d.equals(Duration.ofHours(1)));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> practice.privacy().retention().job(Duration.ZERO));
    }
  }

  @Test
  @Tag("R66")
  void aSchedulerOfTheHostsSweeps() throws InterruptedException {
    try (Practice practice = practice(Practice.register())) {
      call(practice, "c-1", "Ich brauche einen Termin.");
      practice.after(Duration.ofDays(200));
      ScheduledExecutorService scheduler = new ScheduledThreadPoolExecutor(1);
      try (SweepJob job = practice.privacy().retention().job(Duration.ofSeconds(1)).on(scheduler)) {
        assertThat(job).isNotNull();
        Optional<String> certified = Optional.empty();
        for (int i = 0; i < 600 && certified.isEmpty(); i++) {
          scheduler.schedule(() -> {}, 50, TimeUnit.MILLISECONDS).get();
          certified = statements(practice).stream().findFirst();
        }
        assertThat(certified).isPresent();
        assertThat(job).isNotNull();
      } catch (java.util.concurrent.ExecutionException e) {
        throw new AssertionError(e);
      } finally {
        scheduler.shutdownNow();
      }
    }
  }
}
