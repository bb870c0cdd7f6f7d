package eu.sotto.tool;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sotto.redaction.PiiType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RedactCommandTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String CALL = "{\"id\":\"a\",\"text\":\"mein name ist sabine wolf\"}";

  private record Answer(int code, List<JsonNode> rows, String errors) {
    List<String> covered(int row, String text) {
      int[] points = text.codePoints().toArray();
      List<String> covered = new ArrayList<>();
      for (JsonNode span : rows.get(row).get("spans")) {
        int start = span.get(0).asInt();
        covered.add(new String(points, start, span.get(1).asInt() - start));
      }
      return covered;
    }

    String redacted(int row) {
      return rows.get(row).get("redacted").asString();
    }
  }

  private static Answer run(byte[] input, RedactCommand.Profile profile) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StringWriter errors = new StringWriter();
    int code =
        RedactCommand.run(
            new ByteArrayInputStream(input), out, new PrintWriter(errors, true), profile);
    List<JsonNode> rows = new ArrayList<>();
    out.toString(StandardCharsets.UTF_8).lines().forEach(line -> rows.add(JSON.readTree(line)));
    return new Answer(code, rows, errors.toString());
  }

  private static Answer run(String... lines) {
    byte[] input = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    return run(input, RedactCommand.Profile.identifiers);
  }

  private static String row(String text) {
    return JSON.writeValueAsString(JSON.createObjectNode().put("id", "x").put("text", text));
  }

  @Test
  @Tag("R40")
  void eachRowIsAnsweredInOrderWithItsOwnId() {
    Answer answer = run(CALL, "{\"id\":7,\"text\":\"guten tag\"}", CALL.replace("\"a\"", "\"c\""));
    assertThat(answer.code()).isZero();
    assertThat(answer.rows())
        .extracting(row -> row.get("id").asString())
        .containsExactly("a", "7", "c");
    assertThat(answer.rows().get(1).get("id").isIntegralNumber()).isTrue();
    assertThat(answer.redacted(0)).isEqualTo("mein name ist [PERSON]");
    assertThat(answer.rows().get(0).get("spans").toString()).isEqualTo("[[14,25,\"PERSON\"]]");
    assertThat(answer.rows().get(1).get("spans").isEmpty()).isTrue();
    assertThat(answer.redacted(1)).isEqualTo("guten tag");
  }

  @Test
  void offsetsCountCodePointsAlsoBehindEmoji() {
    String text =
        "hallo \uD83D\uDE00\uD83D\uDC69\uD83C\uDFFD mein name ist sabine wolf \uD83D\uDE80 ok";
    assertThat(run(row(text)).covered(0, text)).containsExactly("sabine wolf");
  }

  @Property(tries = 100)
  void whateverStandsBeforeANameMovesItsOffsetsByItsCodePoints(
      @ForAll @StringLength(max = 20) @CharRange(from = '\u2600', to = '\u26FF') String signs,
      @ForAll boolean wide) {
    String text = signs + (wide ? "\uD83D\uDE00 " : " ") + "\nmein name ist sabine wolf";
    assertThat(run(row(text)).covered(0, text)).containsExactly("sabine wolf");
  }

  @Test
  void offsetsRunOnThroughTheJoinedTurns() {
    String turns =
        "[{\"speaker\":\"agent\",\"text\":\"Wie ist Ihr Name? \uD83D\uDE00\"},"
            + "{\"speaker\":\"caller\",\"text\":\"sabine wolf\",\"words\":["
            + "{\"text\":\"sabine\",\"startMs\":0,\"endMs\":300},"
            + "{\"text\":\"wolf\",\"startMs\":300,\"endMs\":600}]}]";
    String text = "Wie ist Ihr Name? \uD83D\uDE00\nsabine wolf";
    Answer answer =
        run(
            "{\"id\":\"t\",\"lang\":\"de\",\"turns\":" + turns + "}",
            "{\"id\":\"t\",\"turns\":" + turns + ",\"text\":" + JSON.writeValueAsString(text) + "}",
            "{\"id\":\"t\",\"turns\":" + turns + ",\"text\":\"sabine wolf\"}");
    assertThat(answer.covered(0, text)).containsExactly("sabine wolf");
    assertThat(answer.redacted(0)).isEqualTo("Wie ist Ihr Name? \uD83D\uDE00\n[PERSON]");
    assertThat(answer.rows()).hasSize(2);
    assertThat(answer.rows().get(1)).isEqualTo(answer.rows().get(0));
    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.errors())
        .isEqualTo("sotto redact: line 3: text is not the turns' texts joined by a line feed\n");
  }

  @Test
  void whatWasAskedBeforeTheFirstTurnCounts() {
    String turn = "\"turns\":[{\"speaker\":\"caller\",\"text\":\"vier sieben eins eins\"}]";
    Answer answer =
        run("{\"id\":\"1\"," + turn + "}", "{\"id\":\"2\",\"asked\":[\"PIN\"]," + turn + "}");
    assertThat(answer.redacted(1)).isEqualTo("[PASSWORD]");
    assertThat(answer.redacted(0)).doesNotContain("[PASSWORD]");
  }

  @Test
  void aNameInAnotherHypothesisMasksTheWordsBesideIt() {
    Answer answer =
        run(
            "{\"id\":\"1\",\"turns\":[{\"speaker\":\"caller\",\"text\":\"mein name ist sah bin er wolf"
                + " danke\",\"alternatives\":[{\"text\":\"mein name ist sabine wolf danke\"}]}]}");
    assertThat(answer.redacted(0)).isEqualTo("mein name ist [PERSON] danke");
  }

  @Test
  @Tag("R41")
  void theProfileSaysWhetherHealthIsTakenOut() {
    byte[] row = row("ich habe diabetes").getBytes(StandardCharsets.UTF_8);
    assertThat(run(row, RedactCommand.Profile.identifiers).redacted(0)).contains("diabetes");
    assertThat(run(row, RedactCommand.Profile.full).redacted(0)).contains("[HEALTH]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{\"id\":\"wolf\",\"text\":\"sabine wolf\"",
        "{\"id\":\"wolf\",\"text\":\"sabine wolf\"} {}",
        "{\"id\":\"wolf\",\"text\":\"sabine wolf\",\"text\":\"wolf\"}",
        "[\"sabine wolf\"]",
        "\"sabine wolf\"",
        "sabine wolf",
        "{\"text\":\"sabine wolf\"}",
        "{\"id\":null,\"text\":\"sabine wolf\"}",
        "{\"id\":1.5,\"text\":\"sabine wolf\"}",
        "{\"id\":[\"wolf\"],\"text\":\"sabine wolf\"}",
        "{\"id\":\"wolf\"}",
        "{\"id\":\"wolf\",\"text\":null}",
        "{\"id\":\"wolf\",\"text\":7}",
        "{\"id\":\"wolf\",\"text\":\"sabine \\ud83d wolf\"}",
        "{\"id\":\"wolf\\udc00\",\"text\":\"sabine wolf\"}",
        "{\"id\":\"wolf\",\"lang\":3,\"text\":\"sabine wolf\"}",
        "{\"id\":\"wolf\",\"turns\":\"sabine wolf\"}",
        "{\"id\":\"wolf\",\"turns\":{\"wolf\":1}}",
        "{\"id\":\"wolf\",\"turns\":[\"sabine wolf\"]}",
        "{\"id\":\"wolf\",\"turns\":[{\"text\":\"sabine wolf\"}]}",
        "{\"id\":\"wolf\",\"turns\":[{\"speaker\":\"wolf\",\"text\":\"sabine wolf\"}]}",
        "{\"id\":\"wolf\",\"turns\":[{\"speaker\":\"caller\"}]}",
        "{\"id\":\"wolf\",\"turns\":[{\"speaker\":\"caller\",\"text\":\"wolf\",\"words\":1}]}",
        "{\"id\":\"wolf\",\"turns\":[{\"speaker\":\"caller\",\"text\":\"wolf\",\"words\":[{\"text\":"
            + "\"wolf\",\"startMs\":\"1\",\"endMs\":2}]}]}",
        "{\"id\":\"wolf\",\"turns\":[{\"speaker\":\"caller\",\"text\":\"wolf\",\"words\":[{\"text\":"
            + "\"wolf\",\"startMs\":3,\"endMs\":2}]}]}",
        "{\"id\":\"wolf\",\"turns\":[{\"speaker\":\"caller\",\"text\":\"wolf\",\"words\":[{\"text\":"
            + "\"wolf\",\"startMs\":-3,\"endMs\":2}]}]}",
        "{\"id\":\"wolf\",\"turns\":[{\"speaker\":\"caller\",\"text\":\"wolf\",\"words\":[{\"text\":"
            + "\" \",\"startMs\":3,\"endMs\":3}]}]}",
        "{\"id\":\"wolf\",\"turns\":[{\"speaker\":\"caller\",\"text\":\"wolf\",\"alternatives\":[{}]}]}",
        "{\"id\":\"wolf\",\"asked\":\"PERSON\",\"text\":\"sabine wolf\"}",
        "{\"id\":\"wolf\",\"asked\":[\"WOLF\"],\"text\":\"sabine wolf\"}",
        "{\"id\":\"wolf\",\"asked\":[1],\"text\":\"sabine wolf\"}"
      })
  void aRowThatCannotBeReadIsReportedAndNothingOfItIsPassedOn(String bad) {
    Answer answer = run(CALL, bad, CALL);
    assertThat(answer.rows()).hasSize(2);
    assertThat(answer.code()).isEqualTo(bad.isEmpty() ? 0 : 1);
    if (!bad.isEmpty()) {
      assertThat(answer.errors()).startsWith("sotto redact: line 2: ").hasLineCount(1);
    }
    assertThat(answer.errors().toLowerCase(Locale.ROOT)).doesNotContain("wolf", "sabine");
  }

  @Test
  void aLineThatIsNotUtf8IsReported() throws IOException {
    ByteArrayOutputStream input = new ByteArrayOutputStream();
    input.write("{\"id\":\"a\",\"text\":\"wolf \u00fc\"}\n".getBytes(StandardCharsets.ISO_8859_1));
    input.write(CALL.getBytes(StandardCharsets.UTF_8));
    Answer answer = run(input.toByteArray(), RedactCommand.Profile.full);
    assertThat(answer.rows()).hasSize(1);
    assertThat(answer.errors()).isEqualTo("sotto redact: line 1: the line is not UTF-8 text\n");
    assertThat(answer.code()).isEqualTo(1);
  }

  @Test
  void aHugeLineIsReportedAndTheNextIsRead() throws IOException {
    ByteArrayOutputStream input = new ByteArrayOutputStream();
    input.write("{\"id\":\"a\",\"text\":\"".getBytes(StandardCharsets.UTF_8));
    input.write(new byte[Lines.MAX_BYTES]);
    input.write(("\"}\n" + CALL).getBytes(StandardCharsets.UTF_8));
    Answer answer = run(input.toByteArray(), RedactCommand.Profile.full);
    assertThat(answer.rows()).hasSize(1);
    assertThat(answer.errors()).isEqualTo("sotto redact: line 1: the line is longer than 16 MiB\n");
    assertThat(answer.code()).isEqualTo(1);
  }

  @Test
  void anEmptyInputIsNoError() {
    assertThat(run("").code()).isZero();
    assertThat(run("").rows()).isEmpty();
    assertThat(run("", "  ", "\r").errors()).isEmpty();
  }

  @Test
  void aByteOrderMarkAndCarriageReturnsAreNoPartOfTheRows() {
    Answer answer = run("\uFEFF" + CALL + "\r", CALL + "\r");
    assertThat(answer.code()).isZero();
    assertThat(answer.redacted(0)).isEqualTo("mein name ist [PERSON]");
    assertThat(answer.rows()).hasSize(2);
  }

  @Test
  void wordsThatDoNotStandInTheTextChangeNothingInIt() {
    Answer answer =
        run(
            "{\"id\":\"1\",\"turns\":[{\"speaker\":\"caller\",\"text\":\"mein name ist sabine wolf\","
                + "\"words\":[{\"text\":\"peter\",\"startMs\":0,\"endMs\":1}]}]}");
    assertThat(answer.redacted(0)).isEqualTo("mein name ist [PERSON]");
    assertThat(answer.code()).isZero();
  }

  @Test
  void aRowIsAnsweredBeforeTheNextIsSent() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] rows = (CALL + "\n" + CALL + "\n").getBytes(StandardCharsets.UTF_8);
    int first = CALL.length() + 1;
    InputStream in =
        new InputStream() {
          private int at;

          @Override
          public int available() {
            return at < first ? first - at : 0;
          }

          @Override
          public int read() {
            if (at == first) {
              assertThat(out.toString(StandardCharsets.UTF_8).lines().count()).isEqualTo(1);
            }
            return at < rows.length ? rows[at++] : -1;
          }

          @Override
          public int read(byte[] into, int offset, int length) {
            int next = read();
            if (next < 0) {
              return -1;
            }
            into[offset] = (byte) next;
            return 1;
          }
        };
    OutputStream buffered = new java.io.BufferedOutputStream(out, 1 << 16);
    int code =
        RedactCommand.run(
            in, buffered, new PrintWriter(new StringWriter()), RedactCommand.Profile.full);
    assertThat(code).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8).lines().count()).isEqualTo(2);
  }

  @Test
  void outputThatCannotBeWrittenIsAnError() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left");
          }
        };
    StringWriter errors = new StringWriter();
    InputStream in = new ByteArrayInputStream(CALL.getBytes(StandardCharsets.UTF_8));
    int code =
        RedactCommand.run(in, full, new PrintWriter(errors), RedactCommand.Profile.identifiers);
    assertThat(code).isEqualTo(1);
    assertThat(errors.toString()).contains("input or output failed");
  }

  @Test
  void everyKindOfPersonalDataCanBeAskedFor() {
    for (PiiType type : PiiType.values()) {
      Answer answer = run("{\"id\":\"1\",\"asked\":[\"" + type + "\"],\"text\":\"moment bitte\"}");
      assertThat(answer.code()).as("%s", type).isEqualTo(type == PiiType.UNJUDGED ? 1 : 0);
    }
  }

  @Test
  void anUnknownProfileIsWrongUsage() {
    StringWriter errors = new StringWriter();
    picocli.CommandLine command = Sotto.commandLine();
    command.setErr(new PrintWriter(errors));
    assertThat(command.execute("redact", "--profile", "none")).isEqualTo(2);
    assertThat(errors.toString()).contains("identifiers");
  }
}
