package eu.sotto.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.sotto.register.Problem;
import eu.sotto.register.Register;
import eu.sotto.register.RegisterException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegisterBadInputTest {
  private static final String EXAMPLE = Registers.exampleText();

  private static RegisterException refused(byte[] document) {
    return catchThrowableOfType(RegisterException.class, () -> Registers.read(document));
  }

  private static RegisterException refused(String document) {
    return refused(document.getBytes(StandardCharsets.UTF_8));
  }

  private static RegisterException changed(String original, String replacement) {
    assertThat(EXAMPLE).contains(original);
    int at = EXAMPLE.indexOf(original);
    return refused(
        EXAMPLE.substring(0, at) + replacement + EXAMPLE.substring(at + original.length()));
  }

  private static int lineOf(String text) {
    return (int) EXAMPLE.substring(0, EXAMPLE.indexOf(text)).lines().count();
  }

  @Nested
  class Documents {
    @Test
    void anEmptyFileIsRefused() {
      assertThat(refused("")).hasMessage("register.json:1:1 $: the document is empty");
      assertThat(refused("  \n ")).hasMessageEndingWith("$: the document is empty");
    }

    @Test
    void aTruncatedFileIsRefusedAtItsEnd() {
      RegisterException e = refused(EXAMPLE.substring(0, EXAMPLE.indexOf("dsb@")));
      assertThat(e.problems()).hasSize(1);
      assertThat(e)
          .hasMessageContaining("$.dataProtectionOfficer.contact: the document ends too early");
    }

    @Test
    void aByteOrderMarkIsLeftOut() {
      Register register = Registers.read("\uFEFF" + EXAMPLE);
      assertThat(register).isEqualTo(Registers.example());
    }

    @Test
    void utf16IsRefused() {
      String message = "register.json:1:1 $: the document is not UTF-8 text";
      assertThat(refused(EXAMPLE.getBytes(StandardCharsets.UTF_16))).hasMessage(message);
      assertThat(refused(EXAMPLE.getBytes(StandardCharsets.UTF_16LE)).problems()).hasSize(1);
      assertThat(refused(EXAMPLE.getBytes(StandardCharsets.ISO_8859_1))).hasMessage(message);
    }

    @Test
    void aNumberThatNoMachineHoldsIsRefused() {
      assertThat(refused("{\"a\": 1e9994930231250}"))
          .hasMessageContaining("$.a: the number is out of range");
    }

    @Test
    void trailingGarbageIsRefused() {
      assertThat(refused(EXAMPLE + "{}"))
          .hasMessageEndingWith("the document goes on after its end");
      assertThat(refused(EXAMPLE + "x")).hasMessageEndingWith("$: not valid JSON");
    }

    @Test
    void aStringOfOneHundredMegabytesIsRefusedAfterFourOfThem() throws IOException {
      try (Endless endless = new Endless("{\"controller\":\"".getBytes(StandardCharsets.UTF_8))) {
        RegisterException e =
            catchThrowableOfType(
                RegisterException.class, () -> RegisterJson.read(endless, "register.json"));
        assertThat(e).hasMessage("register.json:1:1 $: the document is larger than 4 MiB");
        assertThat(endless.read).isEqualTo((4L << 20) + 1);
      }
    }

    @Test
    void aStringOfOneMegabyteIsRefused() {
      assertThat(changed("Praxis am Lindenplatz", "x".repeat(1 << 20)))
          .hasMessageContaining("$.controller.name: exceeds a bound");
    }

    @Test
    void deepNestingIsRefused() {
      assertThat(refused("[".repeat(100_000)).problems())
          .singleElement()
          .extracting(Problem::message)
          .asString()
          .startsWith("exceeds a bound: depth 32");
      assertThat(refused("{\"a\":".repeat(100_000)).problems()).hasSize(1);
    }

    @Test
    void aMillionTokensAreRefused() {
      assertThat(refused("[" + "1,".repeat(1_000_000) + "1]"))
          .hasMessageContaining("exceeds a bound");
    }

    @Test
    void anotherValueThanAnObjectIsRefused() {
      for (String document : List.of("[]", "\"x\"", "true", "null", "1", "1e999999999")) {
        assertThat(refused(document).problems())
            .as(document)
            .first()
            .extracting(Problem::message)
            .isEqualTo("must be an object");
      }
    }

    @Test
    void commentsSingleQuotesAndTrailingCommasAreRefused() {
      assertThat(refused("/* a */ {}")).hasMessageEndingWith("$: not valid JSON");
      assertThat(refused("{'controller': {}}")).hasMessageEndingWith("not valid JSON");
      assertThat(refused("{\"lines\": [],}")).hasMessageEndingWith("not valid JSON");
      assertThat(refused("{\"lines\": NaN}")).hasMessageEndingWith("not valid JSON");
    }

    @Test
    void aMissingFileAndAFolderAreRefusedWithoutTheirPath(@TempDir Path folder) {
      RegisterException missing =
          catchThrowableOfType(
              RegisterException.class, () -> RegisterJson.read(folder.resolve("none.json")));
      assertThat(missing).hasMessage("none.json $: cannot be read");
      RegisterException directory =
          catchThrowableOfType(RegisterException.class, () -> RegisterJson.read(folder));
      assertThat(directory).hasMessageEndingWith("$: cannot be read").hasNoCause();
    }

    @Test
    void aFileIsReadByItsPath(@TempDir Path folder) throws IOException {
      Path file = Files.writeString(folder.resolve("register.json"), EXAMPLE);
      assertThat(RegisterJson.read(file)).isEqualTo(Registers.example());
    }
  }

  @Nested
  class Values {
    @Test
    void aDuplicateKeyIsRefusedWhereItStandsAgain() {
      RegisterException e = changed("\"timeZone\":", "\"timeZone\": \"UTC\",\n  \"timeZone\":");
      assertThat(e)
          .hasMessage(
              "register.json:" + (lineOf("\"timeZone\"") + 1) + ":3 $.timeZone: stands twice");
    }

    @Test
    void anUnknownFieldIsRefusedByItsNameOnlyIfItIsAPlainWord() {
      assertThat(changed("\"country\":", "\"land\": \"DE\", \"country\":"))
          .hasMessageContaining("$.recipients[0].land: unknown field");
      assertThat(changed("\"country\":", "\"Anna Muster\": \"DE\", \"country\":"))
          .hasMessageContaining("$.recipients[0]['?']: unknown field")
          .message()
          .doesNotContain("Anna");
    }

    @Test
    void anUnknownLegalBasisIsRefusedAtItsPlace() {
      RegisterException e = changed("\"contract\"", "\"kontrakt\"");
      int line = lineOf("\"legalBasis\": \"contract\"");
      assertThat(e)
          .hasMessage(
              "register.json:"
                  + line
                  + ":21 $.purposes[1].legalBasis: must be one of consent, contract, legal-duty,"
                  + " vital-interests, legitimate-interests");
    }

    @Test
    void noValueIsConvertedFromAnotherType() {
      assertThat(changed("\"ai\": true", "\"ai\": \"true\""))
          .hasMessageContaining("$.lines[0].ai: must be true or false");
      assertThat(changed("\"ai\": true", "\"ai\": 1")).hasMessageContaining("$.lines[0].ai");
      assertThat(changed("\"version\": \"1\"", "\"version\": 1"))
          .hasMessageContaining("$.notices[0].version: must be a text");
      assertThat(changed("\"onlyInEea\": true", "\"onlyInEea\": null"))
          .hasMessageContaining("$.onlyInEea: must be true or false");
      assertThat(changed("[\"train\", \"infer-emotion\"]", "\"train\""))
          .hasMessageContaining("$.forbidden: must be a list");
    }

    @Test
    void aNameThatStandsTwiceInAListIsRefused() {
      assertThat(changed("\"train\", \"infer-emotion\"", "\"train\", \"train\""))
          .hasMessageContaining("$.forbidden[1]: stands twice");
    }

    @Test
    void aCountryThatDoesNotExistIsRefused() {
      assertThat(changed("\"country\": \"DE\"", "\"country\": \"XX\""))
          .hasMessageContaining(
              "$.recipients[0].country: must be an ISO 3166-1 alpha-2 country code");
    }

    @Test
    void halfACharacterIsRefused() {
      assertThat(changed("Lindenplatz 1,", "\\ud83d Lindenplatz 1,"))
          .hasMessageContaining("$.controller.address: holds half a character");
    }

    @Test
    void severalProblemsAreReportedAtOnceInTheOrderOfTheDocument() {
      RegisterException e =
          refused(
              EXAMPLE
                  .replace("\"timeZone\": \"Europe/Berlin\"", "\"timeZone\": \"Berlin\"")
                  .replace("\"ai\": true", "\"ai\": 0")
                  .replace("\"legalBasis\": \"contract\"", "\"legalBasis\": \"\"")
                  .replace("\"term\": \"P6M\"", "\"term\": \"six months\""));
      assertThat(e.problems())
          .extracting(Problem::path)
          .containsExactlyInAnyOrder(
              "$.timeZone",
              "$.lines[0].ai",
              "$.purposes[1].legalBasis",
              "$.retention[1].rules[0].term");
      assertThat(e.getMessage().lines()).hasSize(4).allMatch(l -> l.startsWith("register.json:"));
      assertThat(e.problems())
          .isSortedAccordingTo(
              Comparator.comparingInt(p -> Objects.requireNonNull(p.position()).line()));
    }

    @Test
    void noMessageRepeatsAText() {
      String secret = "Anna Muster";
      for (String field :
          List.of("Europe/Berlin", "DE", "main", "welcome", "voice", "PT10S", "P1Y", "P3M")) {
        String document = EXAMPLE.replace("\"" + field + "\"", "\"" + secret + "\"");
        assertThat(refused(document)).as(field).message().doesNotContain("Anna", "Muster");
      }
    }

    @Test
    void aContradictionIsReportedWithItsLineAndColumn() {
      RegisterException e =
          changed("\"retentionClass\": \"recording\"", "\"retentionClass\": \"tape\"");
      assertThat(e.problems()).hasSize(1);
      Problem problem = e.problems().get(0);
      assertThat(problem.path()).isEqualTo("$.purposes[0].retentionClass");
      RegisterException forbidden = changed("\"train\", ", "\"train\", \"record\", ");
      assertThat(forbidden)
          .hasMessageContaining(":" + lineOf("\"operations\"") + ":")
          .hasMessageContaining("$.purposes[0].operations: record is forbidden by this register");
    }
  }

  /** A stream that ends only after one hundred megabytes, and counts what was taken. */
  private static final class Endless extends InputStream {
    private final byte[] start;
    private long read;

    Endless(byte[] start) {
      this.start = start;
    }

    @Override
    public int read() {
      long at = read++;
      if (at >= 100L << 20) {
        return -1;
      }
      return at < start.length ? start[(int) at] : 'x';
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      Arrays.fill(into, offset, offset + length, (byte) 'x');
      read += length;
      return length;
    }
  }
}
