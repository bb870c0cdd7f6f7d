package eu.sotto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.sotto.records.Kept;
import eu.sotto.records.Named;
import eu.sotto.records.TooManyLookups;
import eu.sotto.vocabulary.Actor;
import eu.sotto.vocabulary.Answer;
import eu.sotto.vocabulary.ContactScope;
import eu.sotto.vocabulary.Party;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A caller is found by what they can name, since only they know what they said. */
class FindTest {
  private static final LocalDate BORN = LocalDate.of(1961, 3, 14);
  private static final Named PERSON = Named.person("Sabine Wolf", BORN);
  private static final Named EMAIL = Named.email("sabine.wolf@post.example");
  private static final Named CUSTOMER = Named.customer("KD-448 213");
  private static final Named NUMBER = Named.number("0171 5550123", "DE");

  @TempDir Path folder;

  private Practice inFolder() {
    return Practice.in(folder.resolve("data"), folder.resolve("keys"), Practice.START);
  }

  private static List<Subject> find(Practice practice, Named term) {
    return practice.privacy().find(term, Practice.ACTOR);
  }

  private static Subject caller(Practice practice, String call, String number) {
    return practice.answered(call, Party.phone(number)).caller();
  }

  @Test
  @Tag("R71")
  void aCallerIsFoundByNumberMailNameWithBirthDateAndCustomerNumber() {
    try (Practice practice = Practice.inMemory()) {
      Subject subject = caller(practice, "c-1", "+49 30 23125012");
      for (Named term : List.of(PERSON, EMAIL, CUSTOMER, NUMBER)) {
        assertThat(find(practice, term)).as(term.toString()).isEmpty();
        subject.canName(term);
        subject.canName(term);
        assertThat(find(practice, term)).as(term.toString()).hasSize(1);
      }
      assertThat(find(practice, Named.number("030 23125012", "DE"))).hasSize(1);
      assertThat(find(practice, Named.person("WOLF, Sabine", BORN))).hasSize(1);
      assertThat(find(practice, Named.email(" Sabine.Wolf@post.example"))).hasSize(1);
      assertThat(find(practice, Named.customer("kd448213"))).hasSize(1);
      assertThat(find(practice, Named.person("Sabine Wolf", BORN.plusDays(1)))).isEmpty();
      assertThat(find(practice, Named.number("0171 5550124", "DE"))).isEmpty();
    }
  }

  @Test
  @Tag("R71")
  void whatACallerSaidInAKeptCallFindsThem() {
    try (Practice practice = Practice.inMemory()) {
      Call call = practice.welcomed("c-1");
      Kept kept =
          Practice.keep(
              call,
              "Mein Name ist Sabine Wolf, geboren am 14.03.1961, meine Mail ist"
                  + " sabine.wolf@post.example und meine Nummer ist 0171 5550123.");
      assertThat(kept).isInstanceOf(Kept.Sealed.class);

      assertThat(find(practice, EMAIL)).hasSize(1);
      assertThat(find(practice, NUMBER)).hasSize(1);
      assertThat(find(practice, PERSON)).hasSize(1);
    }
  }

  @Test
  @Tag("R71")
  void aNumberOfSeveralPeopleYieldsThemAllAndWhatIsUndoneOfOneStaysWithTheOthers() {
    try (Practice practice = Practice.inMemory()) {
      caller(practice, "c-1", "0171 5550123");
      caller(practice, "c-2", "+49 30 23125013").canName(NUMBER);
      caller(practice, "c-3", "+49 30 23125014").canName(NUMBER);

      List<Subject> found = find(practice, NUMBER);
      assertThat(found).hasSize(3);
      found.get(1).request(Practice.IDENTITY, Practice.ACTOR).erase();

      assertThat(find(practice, NUMBER)).hasSize(2);
    }
  }

  @Test
  @Tag("R71")
  void peopleWhoAreLinkedAreFoundOnce() {
    try (Practice practice = Practice.inMemory()) {
      Subject one = caller(practice, "c-1", "+49 30 23125013");
      Subject other = caller(practice, "c-2", "+49 30 23125014");
      one.canName(EMAIL);
      other.canName(EMAIL);
      assertThat(find(practice, EMAIL)).hasSize(2);

      practice.privacy().link(one, other, Practice.ACTOR);

      assertThat(find(practice, EMAIL)).hasSize(1);
    }
  }

  @Test
  @Tag("R71")
  void aWithdrawalActsAtOnceOnWhomTheNumberGivenFinds() {
    try (Practice practice = Practice.inMemory()) {
      Call call = practice.consented("c-1");
      call.caller().canName(NUMBER);
      var permit = Practice.recording(call);

      find(practice, NUMBER)
          .get(0)
          .withdraw(Practice.QUALITY, Answer.spoken("ich widerrufe", practice.now()));

      assertThat(permit.usable()).isFalse();
    }
  }

  @Test
  @Tag("R71")
  void whoLooksUpTooManyIsRefusedForAMinuteAndNobodyElseIs() {
    try (Practice practice = Practice.inMemory()) {
      for (int i = 0; i < 30; i++) {
        find(practice, NUMBER);
      }
      assertThatThrownBy(() -> find(practice, NUMBER)).isInstanceOf(TooManyLookups.class);
      assertThat(practice.privacy().find(NUMBER, Actor.of("e-8", "desk"))).isEmpty();
      practice.after(Duration.ofMinutes(1));
      assertThat(find(practice, NUMBER)).isEmpty();
    }
  }

  @Test
  @Tag("R70")
  @Tag("R71")
  void anErasureTakesTheEntriesOutOfEveryFile() throws IOException, SQLException {
    Set<String> entries;
    try (Practice practice = inFolder()) {
      Subject kept = caller(practice, "c-1", "+49 30 23125013");
      kept.canName(EMAIL);
      Subject gone = caller(practice, "c-2", "+49 30 23125014");
      entries = new HashSet<>(entries());
      gone.canName(EMAIL);
      gone.canName(PERSON);
      Set<String> all = entries();
      all.removeAll(entries);
      entries = all;
      assertThat(entries).hasSize(2);
      gone.request(Practice.IDENTITY, Practice.ACTOR).erase();
      assertThat(find(practice, EMAIL)).hasSize(1);
      assertThat(find(practice, PERSON)).isEmpty();
    }
    for (Path file : StoredBytes.files(folder)) {
      String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      assertThat(entries).as(file.toString()).noneMatch(bytes::contains);
      assertThat(bytes).as(file.toString()).doesNotContain("sabine").doesNotContain("WOLF");
    }
    try (Practice practice = inFolder()) {
      assertThat(find(practice, EMAIL)).hasSize(1);
    }
  }

  /** The sealed terms as they lie in the index. */
  private Set<String> entries() throws SQLException {
    Path file = folder.resolve("data").resolve("records.db");
    Set<String> found = new HashSet<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT sealed FROM finding")) {
      while (rows.next()) {
        found.add(new String(rows.getBytes(1), StandardCharsets.ISO_8859_1));
      }
    }
    return found;
  }

  @Test
  void replacingTheKeyFindsEverybodyAsBeforeAndChangesEveryMark() throws SQLException {
    try (Practice practice = inFolder()) {
      List<Named> terms = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        terms.add(Named.email("caller" + i + "@post.example"));
        caller(practice, "c-" + i, "+49 30 2312501" + i % 10).canName(terms.get(i));
      }
      List<String> before = marks();
      assertThat(practice.privacy().rotateFindingKey()).isEqualTo(12);
      assertThat(marks()).hasSize(12).isNotEqualTo(before);
      for (Named term : terms) {
        practice.after(Duration.ofMinutes(1));
        assertThat(find(practice, term)).hasSize(1);
      }
    }
    try (Practice practice = inFolder()) {
      assertThat(find(practice, Named.email("caller3@post.example"))).hasSize(1);
      practice
          .privacy()
          .contact()
          .bar(Party.phone("+493023125012"), ContactScope.ANY, Practice.ACTOR);
    }
  }

  private List<String> marks() throws SQLException {
    Path file = folder.resolve("data").resolve("records.db");
    List<String> found = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT hex(id) || hex(token), length(token) FROM finding ORDER BY id")) {
      while (rows.next()) {
        assertThat(rows.getInt(2)).isEqualTo(2);
        found.add(rows.getString(1));
      }
    }
    return found;
  }

  @Test
  void nothingNamedIsPrintedAndWhatCannotBeNamedIsRefusedWithoutRepeatingIt() {
    assertThat(List.of(PERSON, EMAIL, CUSTOMER, NUMBER).toString())
        .doesNotContainIgnoringCase("wolf")
        .doesNotContain("1961")
        .doesNotContain("448213")
        .doesNotContain("5550123");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Named.email("wolf"))
        .withMessage("not an e-mail address");
    assertThatIllegalArgumentException().isThrownBy(() -> Named.person("12", BORN));
    assertThatIllegalArgumentException().isThrownBy(() -> Named.customer("--"));
    assertThat(Named.person("Jürgen Groß", BORN)).isEqualTo(Named.person("GROSS JUERGEN", BORN));
    assertThat(Named.person("José Peña", BORN)).isEqualTo(Named.person("jose pena", BORN));
  }
}
