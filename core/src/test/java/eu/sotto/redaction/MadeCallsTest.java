package eu.sotto.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MadeCallsTest {
  private static final int CALLS = 300;
  private static final long SEED = 20_261_121;

  private final Redactor redactor = Redactor.of(RedactionPolicy.identifiers());

  @ParameterizedTest
  @CsvSource({"true,false", "false,false", "true,true", "false,true"})
  @Tag("R40")
  void madeCallsReachTheBars(boolean german, boolean written) {
    Score turns = new Score();
    Score flat = new Score();
    for (int i = 0; i < CALLS; i++) {
      LabelledCall call = new CallMaker(SEED + i, german, written).call();
      turns.add(call, redactor.redact(call.transcript()), false);
      flat.add(call, redactor.redact(call.flat()), true);
    }
    String name = (german ? "de " : "en ") + (written ? "written" : "spoken");

    if (Boolean.getBoolean("sotto.verbose")) {
      System.out.println(turns.line(name));
      System.out.println(flat.line(name + " flat"));
      turns.wrong.forEach((k, v) -> System.out.println("  WRONG " + v + " " + k));
      turns.leaked.forEach((k, v) -> System.out.println("  LEAK " + v + " " + k));
    }
    assertThat(turns.f1()).as(turns.line(name)).isGreaterThanOrEqualTo(written ? 0.95 : 0.93);
    assertThat(turns.recall(PiiType.PERSON)).isGreaterThanOrEqualTo(0.88);
    assertThat(turns.spanPrecision(PiiType.PERSON)).isGreaterThanOrEqualTo(0.95);
    for (PiiType type :
        new PiiType[] {PiiType.PHONE, PiiType.IBAN, PiiType.EMAIL, PiiType.BIRTH_DATE}) {
      assertThat(turns.recall(type)).as(type + name).isGreaterThanOrEqualTo(0.97);
    }
  }

  @Test
  void halfTheNamesAreInNoShippedDictionary() {
    int absent = 0;
    int all = 0;
    for (int i = 0; i < 100; i++) {
      MadeNames names = new CallMaker(SEED + i, true, false).names();
      for (int k = 0; k < 10; k++) {
        for (String name : new String[] {names.given(), names.family(), names.city(true)}) {
          String word = name.toLowerCase(Locale.ROOT);
          absent += Lexicon.shipped().find(Lexicon.hash(word)) < 0 ? 1 : 0;
          all++;
        }
      }
    }
    assertThat(absent * 2.0 / all).isBetween(0.9, 1.1);
  }
}
