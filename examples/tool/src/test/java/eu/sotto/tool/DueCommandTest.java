package eu.sotto.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class DueCommandTest {
  @TempDir private Path folder;

  private record Answer(int code, List<String> lines, String errors) {}

  private static Answer run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter errors = new StringWriter();
    CommandLine command = Sotto.commandLine();
    command.setOut(new PrintWriter(out));
    command.setErr(new PrintWriter(errors));
    int code = command.execute(args);
    return new Answer(code, out.toString().lines().toList(), errors.toString());
  }

  private Path file(String name, String... lines) throws IOException {
    return Files.writeString(folder.resolve(name), String.join("\n", lines));
  }

  private Answer due(String... rows) throws IOException {
    return run("due", "--events", file("events.tsv", rows).toString());
  }

  @ParameterizedTest
  @CsvSource({
    "P3M,2026-11-02,2027-02-02,2027-02-03,",
    "P6Y;YE,2020-12-31T23:30:00Z,2027-12-31,2028-01-01,",
    "P6Y;YE,2020-12-31T22:30:00Z,2026-12-31,2027-01-01,",
    "P1M;INCL,2026-01-01,2026-01-31,2026-02-01,",
    "P1M;ROLL,2026-01-31,2026-03-02,2026-03-03,2026-02-28",
    "P1M;ROLL:NW,2026-05-04,2026-06-05,2026-06-06,2026-06-04",
    "P1M;ROLL,2026-05-04,2026-06-04,2026-06-05,",
    "P1M15D,2026-01-31,2026-03-15,2026-03-16,",
    "P3Y;YE;ROLL,2025-05-05,2029-01-02,2029-01-03,2028-12-31",
    "PT72H,2026-03-27T18:00:00+01:00,2026-03-30T19:00:00+02:00,2026-03-30T19:00:00+02:00,",
    "PT72H,2026-03-27,2026-03-30T01:00:00+02:00,2026-03-30T01:00:00+02:00,",
    "HGB257_LETTER_6Y,2020-05-03,2026-12-31,2027-01-01,",
    "AO147_VOUCHER_8Y,2025-03-05,2033-12-31,2034-01-01,2034-01-02",
    "GDPR12_3,2026-01-31,2026-03-02,2026-03-03,2026-02-28",
    "GDPR12_3_EXTENDED,2026-01-31,2026-04-30,2026-05-01,"
  })
  void endsAreThoseOfTheTermOrKey(
      String rule, String trigger, String last, String first, String alternative)
      throws IOException {
    Answer answer =
        due("id\trule\ttrigger\tzone", "a\t" + rule + '\t' + trigger + "\tEurope/Berlin");
    String other = alternative == null ? "" : alternative;
    assertThat(answer.errors()).isEmpty();
    assertThat(answer.code()).isZero();
    assertThat(answer.lines())
        .containsExactly(
            "id\tlast_day\tfirst_deletion_day\talternative",
            String.join("\t", "a", last, first, other));
  }

  @Test
  void bothLaterReadingsOfTheBreachNoticeAreShown() throws IOException {
    Answer answer = due("b\tGDPR33_72H\t2026-03-27T18:00:00+01:00\tEurope/Berlin");
    assertThat(answer.lines().get(1))
        .isEqualTo(
            "b\t2026-03-30T19:00:00+02:00\t2026-03-30T19:00:00+02:00"
                + "\t2026-03-30T20:00:00+02:00, 2026-04-01T00:00:00+02:00");
  }

  @ParameterizedTest
  @CsvSource({
    "a\tP3X\t2026-01-01\tUTC,P3X",
    "a\tUNKNOWN\t2026-01-01\tUTC,known key",
    "a\tP3M\t2026-02-30\tUTC,2026-02-30",
    "a\tP3M\t2026-01-01T10:00\tUTC,offset",
    "a\tP3M\t2026-01-01T10:00:00Z\tMars/Olympus,Mars/Olympus",
    "a\tP3M\t2026-01-01T10:00:00Z\t-,zone",
    "a\tPT72H\t2026-01-01\t-,zone",
    "a\tP3M,trigger is empty",
    "a\tP3M\t2026-01-01\tUTC\tmore,more cells",
    "a\tGDPR19\t2026-01-01\tUTC,no period",
    "a\tP3M\t1066-01-01\tUTC,1066"
  })
  void badRowIsRefusedByItsLineAndTheOthersAreAnswered(String row, String named)
      throws IOException {
    Answer answer = due("id\trule\ttrigger\tzone", row, "", "good\tP1D\t2026-01-01\t-");
    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.errors()).contains("events.tsv:2: ").contains(named);
    assertThat(answer.lines()).hasSize(2).last().isEqualTo("good\t2026-01-02\t2026-01-03\t");
  }

  @Test
  void ownRulesGoBeforeThoseOfThePack() throws IOException {
    Path rules =
        file(
            "rules.tsv",
            "key\tkind\trule",
            "GDPR12_3\tDEADLINE\tP2M",
            "OURS\tMUST_KEEP_UNTIL\tP2M");
    Path events = file("e.tsv", "a\tGDPR12_3\t2026-01-31\tUTC", "b\tOURS\t2026-02-28\tUTC");
    Answer answer = run("due", "--rules", rules.toString(), "--events", events.toString());
    assertThat(answer.lines())
        .contains("a\t2026-03-31\t2026-04-01\t", "b\t2026-04-28\t2026-04-29\t");
  }

  @Test
  void unusableFilesAreWrongUsage() throws IOException {
    Path notText = Files.write(folder.resolve("rnd"), new byte[] {(byte) 0xff, (byte) 0xfe, 1});
    for (String file :
        List.of(
            folder.resolve("absent").toString(),
            folder.toString(),
            notText.toString(),
            file("empty.tsv").toString(),
            file("short.tsv", "id\trule\ttrigger", "a\tP1D\t2026-01-01").toString())) {
      Answer answer = run("due", "--events", file);
      assertThat(answer.code()).isEqualTo(2);
      assertThat(answer.lines()).isEmpty();
      assertThat(answer.errors()).startsWith("sotto due: ").contains(Path.of(file).toString());
    }
    assertThat(run("due").code()).isEqualTo(2);
    assertThat(run().code()).isEqualTo(2);
    Path twice = file("twice.tsv", "A\tP1D", "A\tP2D");
    assertThat(run("due", "--rules", twice.toString(), "--events", twice.toString()).errors())
        .contains("twice.tsv:2: the key A is given twice");
  }

  @Test
  void markAndLineEndsOfWindowsAreAccepted() throws IOException {
    Answer answer = due("\uFEFFid\trule\ttrigger\tzone\r", "a\tP1D\t2026-01-01\t-\r");
    assertThat(answer.lines().get(1)).isEqualTo("a\t2026-01-02\t2026-01-03\t");
  }

  @Provide
  Arbitrary<String> lines() {
    return Arbitraries.strings()
        .withChars("PTYMDRE;:0123456789-+Zabc\t\n \u00e4")
        .ofMinLength(1)
        .ofMaxLength(80);
  }

  @Property(tries = 300)
  void noInputCausesMoreThanARefusal(@ForAll("lines") String text) throws IOException {
    Path file = Files.createTempFile("events", ".tsv");
    try {
      Files.write(file, text.getBytes(StandardCharsets.UTF_8));
      Answer answer = run("due", "--events", file.toString());
      assertThat(answer.code()).isIn(0, 1, 2);
      assertThat(answer.errors()).doesNotContain("Exception");
    } finally {
      Files.delete(file);
    }
  }
}
