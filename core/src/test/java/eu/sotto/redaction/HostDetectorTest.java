package eu.sotto.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sotto.vocabulary.Role;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.LongRange;
import org.assertj.core.api.Assertions;

class HostDetectorTest {
  private static Redactor with(Detector... detectors) {
    return Redactor.of(RedactionPolicy.identifiers()).with(List.of(detectors));
  }

  private static Transcript call(String... turns) {
    return Transcript.of(
        Locale.ROOT, List.of(turns).stream().map(t -> Turn.of(Role.CALLER, t)).toList());
  }

  private static void words(Passage passage, String word, PiiType type) {
    for (int i = 0; i < passage.words(); i++) {
      if (passage.word(i).equals(word)) {
        passage.found(i, i + 1, type, 0.9);
      }
    }
  }

  @Example
  @Tag("R40")
  void aHostsFindingsGoThroughTheSamePipeline() {
    Redactor redactor = with(passage -> words(passage, "zähler", PiiType.CONTRACT_ID));
    Redaction redaction = redactor.redact(call("der zähler steht"));
    assertThat(redaction.transcript().text()).isEqualTo("der [CONTRACT_ID] steht");
    assertThat(redaction.findings().get(0).evidence()).containsExactly("HOST");
    assertThat(redaction.explanations().get(0).detector()).isEqualTo("host");
  }

  @Example
  void aNameThatAHostsTaggerFindsIsKnownInTheWholeCall() {
    Redactor redactor =
        with(
            passage -> {
              int at = passage.text().indexOf("quarzbach");
              if (at >= 0 && passage.text().startsWith("hier")) {
                passage.foundText(at, at + 9, PiiType.PERSON, 0.7);
              }
            });
    assertThat(
            redactor
                .redact(call("am quarzbach", "hier quarzbach", "quarzbach"))
                .transcript()
                .text())
        .isEqualTo("am [PERSON]\nhier [PERSON]\n[PERSON]");
  }

  @Property(tries = 40)
  @Tag("R40")
  void aDetectorThatFailsMasksEveryWord(@ForAll @LongRange(min = 0) long seed) {
    Transcript call = new CallMaker(seed, true, true).call().transcript();
    Redaction redaction =
        with(passage -> {
              throw new IllegalStateException("mistake of the host");
            })
            .redact(call);
    assertThat(redaction.transcript().text().replace("[UNJUDGED]", "")).matches("[^\\p{L}\\p{N}]*");
    assertThat(redaction.report().unjudged()).isEqualTo(redaction.findings().size());
  }

  @Example
  void aDetectorThatTakesTooManyStepsMasksItsPassage() {
    Redactor redactor =
        with(
            passage -> {
              if (passage.word(0).equals("endlos")) {
                while (true) {
                  passage.word(0);
                }
              }
            });
    assertThat(redactor.redact(call("endlos sabine", "guten tag")).transcript().text())
        .isEqualTo("[UNJUDGED]\nguten tag");
  }

  @Example
  void wrongReportsAreMistakesOfTheHostAndMaskThePassage() {
    List<Detector> wrong =
        List.of(
            passage -> passage.found(0, 9, PiiType.PERSON, 1),
            passage -> passage.found(1, 1, PiiType.PERSON, 1),
            passage -> passage.found(0, 1, PiiType.PERSON, Double.NaN),
            passage -> passage.foundText(0, 99, PiiType.PERSON, 1));
    for (Detector detector : wrong) {
      assertThat(with(detector).redact(call("guten tag")).transcript().text())
          .isEqualTo("[UNJUDGED]");
    }
    Assertions.assertThat(wrong).isNotEmpty();
  }
}
