package eu.sotto;

import static eu.sotto.Practice.QUALITY;
import static org.assertj.core.api.Assertions.assertThat;

import eu.sotto.consent.ConsentOutcome;
import eu.sotto.permit.ContentPermit;
import eu.sotto.permit.Operation;
import eu.sotto.permit.ReasonCode;
import eu.sotto.permit.Redacted;
import eu.sotto.records.Kept;
import eu.sotto.redaction.PiiType;
import eu.sotto.redaction.Transcript;
import eu.sotto.redaction.Turn;
import eu.sotto.vocabulary.Answer;
import eu.sotto.vocabulary.Role;
import eu.sotto.vocabulary.Speaker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What callers say, as a host meets it in a call: what stays of it, and what is asked again. */
class CallContentTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  /** A call in which something was said, with what is left of it. */
  private record Said(Practice practice, Call call, Redacted<Transcript> left, Kept kept)
      implements AutoCloseable {
    static Said in(Locale language, String text) {
      Practice practice = Practice.inMemory();
      Call call = practice.welcomed("c-1");
      ContentPermit permit = Practice.transcribing(call);
      Transcript heard = Transcript.of(language, List.of(Turn.of(Role.CALLER, text)));
      Redacted<Transcript> left = call.redact(heard, permit);
      return new Said(practice, call, left, call.keep(left, permit));
    }

    String text() {
      return left.value().text();
    }

    @Override
    public void close() {
      practice.close();
    }
  }

  @Nested
  @Tag("R41")
  class SpecialCategories {
    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "de|ich habe diabetes und brauche einen termin|diabetes|HEALTH",
          "de|ich bin katholisch und brauche einen termin|katholisch|RELIGION",
          "de|ich bin schwul und brauche einen termin|schwul|SEX_LIFE",
          "de|ich bin bei der gewerkschaft verdi|verdi|UNION",
          "en|i have diabetes and need an appointment|diabetes|HEALTH",
          "en|i am catholic and need an appointment|catholic|RELIGION"
        })
    void areTakenOutOfWhatIsKeptAndCounted(String language, String text, String word, PiiType type)
        throws IOException {
      try (Said said = Said.in(Locale.forLanguageTag(language), text)) {
        assertThat(said.left().counts()).containsKey(type);
        assertThat(said.text()).doesNotContainIgnoringCase(word);
        assertThat(said.kept()).isInstanceOf(Kept.Sealed.class);

        said.call()
            .caller()
            .request(Practice.IDENTITY, Practice.ACTOR)
            .access()
            .exportTo(folder.resolve("answer"));
        for (Path file : files(folder.resolve("answer"))) {
          assertThat(Files.readString(file)).as(file.toString()).doesNotContainIgnoringCase(word);
        }
      }
    }

    private static List<Path> files(Path folder) throws IOException {
      try (Stream<Path> all = Files.walk(folder)) {
        return all.filter(Files::isRegularFile).toList();
      }
    }
  }

  /** A name from anywhere, in any of the sentences in which people say theirs. */
  @Provide
  Arbitrary<List<String>> introductions() {
    Arbitrary<String> names =
        Arbitraries.of(
            "Anna Schmidt",
            "Ayşe Yılmaz",
            "Nguyen Van Minh",
            "Katarzyna Kowalska",
            "Chukwuemeka Okonkwo",
            "Fatima Al-Hashimi",
            "Ion Popescu",
            "María García",
            "Dmitri Iwanow",
            "Priya Sharma",
            "Wei Zhang",
            "Giulia Rossi");
    Arbitrary<String> sentences =
        Arbitraries.of(
            "mein name ist %s und ich brauche einen termin",
            "guten tag hier ist %s",
            "ich heiße %s und habe eine frage",
            "my name is %s and i have a question");
    return Combinators.combine(names, sentences)
        .as((name, sentence) -> List.of(name, sentence.formatted(name)));
  }

  @Property(tries = 48)
  @net.jqwik.api.Tag("R42")
  void aNameGoesWhereverItComesFrom(
      @ForAll("introductions") List<String> introduction, @ForAll boolean written) {
    String name = introduction.get(0);
    String sentence = introduction.get(1);
    String heard = written ? sentence : sentence.toLowerCase(Locale.ROOT);
    Locale language = heard.startsWith("my") ? Locale.ENGLISH : Locale.GERMAN;
    try (Said said = Said.in(language, heard)) {
      assertThat(said.left().counts()).containsKey(PiiType.PERSON);
      for (String part : name.split(" ", -1)) {
        assertThat(said.text()).doesNotContainPattern("(?iu)\\b" + part + "\\b");
      }
      assertThat(said.kept()).isInstanceOf(Kept.Sealed.class);
    }
  }

  @Nested
  @Tag("R44")
  class AnAmbiguousAnswer {
    private ConsentOutcome say(Practice practice, Call call, String words) {
      return call.answered(QUALITY, Answer.spoken(words, practice.after(SECOND)));
    }

    private void ask(Practice practice, Call call) {
      call.asked(QUALITY, practice.welcome(), practice.after(SECOND));
    }

    @Test
    void isAskedAgainOnceAndTheYesToThatCounts() {
      try (Practice practice = Practice.inMemory()) {
        Call call = practice.welcomed("c-1");
        ask(practice, call);
        ConsentOutcome first = say(practice, call, "weiß nicht so recht");

        assertThat(first).isEqualTo(new ConsentOutcome.Unclear(1));
        assertThat(((ConsentOutcome.Unclear) first).askAgain()).isTrue();
        assertThat(say(practice, call, "ja"))
            .as("unasked")
            .isNotInstanceOf(ConsentOutcome.Given.class);
        assertThat(Practice.reasons(call.may(Operation.RECORD, QUALITY)))
            .containsExactly(ReasonCode.CONSENT_UNCLEAR);

        ask(practice, call);
        assertThat(say(practice, call, "ja")).isInstanceOf(ConsentOutcome.Given.class);
        Practice.recording(call);
      }
    }

    @Test
    void goesToAPersonAfterTheSecondTimeAndTheCallGoesOn() {
      try (Practice practice = Practice.inMemory()) {
        Call call = practice.welcomed("c-1");
        for (int times = 1; times <= 2; times++) {
          ask(practice, call);
          ConsentOutcome outcome = say(practice, call, "hm, mal sehen");
          assertThat(outcome).isEqualTo(new ConsentOutcome.Unclear(times));
          assertThat(((ConsentOutcome.Unclear) outcome).askAgain()).isEqualTo(times < 2);
        }
        call.joined(Speaker.of("e-7", Role.AGENT), practice.now());

        assertThat(Practice.reasons(call.may(Operation.RECORD, QUALITY)))
            .contains(ReasonCode.CONSENT_UNCLEAR);
        assertThat(call.caller().consent(QUALITY).given()).isFalse();
      }
    }
  }
}
