package eu.sotto.permit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import eu.sotto.permit.granted.Ending;
import eu.sotto.permit.granted.Grant;
import eu.sotto.permit.granted.GrantedRecording;
import eu.sotto.vocabulary.CallId;
import eu.sotto.vocabulary.PurposeId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PermitTest {
  private static final Instant START = Instant.parse("2026-11-02T08:14:05Z");
  private final AtomicReference<Instant> now = new AtomicReference<>(START);

  private GrantedRecording permitUntil(Instant expires) {
    return new GrantedRecording(
        new Grant.Terms(
            CallId.of("c-1"),
            Operation.RECORD,
            PurposeId.of("quality"),
            null,
            Set.of(Obligation.REDACT),
            expires,
            now::get));
  }

  @Test
  void aPermitIsUsableUntilItExpires() {
    GrantedRecording permit = permitUntil(START.plusSeconds(900));
    assertThat(permit.usable()).isTrue();
    now.set(START.plusSeconds(900));
    assertThat(permit.usable()).isFalse();
    now.set(START);
    assertThat(permit.usable()).as("ended for good").isFalse();
  }

  @Test
  void endingRunsEachActionOnceAndLateOnesAtOnce() {
    GrantedRecording permit = permitUntil(Instant.MAX);
    List<String> ran = new ArrayList<>();
    permit.onEnd(() -> ran.add("first"));
    permit.onEnd(
        () -> {
          throw new IllegalStateException("host's mistake");
        });
    permit.onEnd(() -> ran.add("second"));
    permit.end(Ending.RIGHT_EXERCISED);
    permit.end(Ending.CALL_ENDED);
    permit.onEnd(() -> ran.add("late"));
    assertThat(ran).containsExactly("first", "second", "late");
    assertThat(permit.usable()).isFalse();
    assertThat(permit.ending()).contains(Ending.RIGHT_EXERCISED);
  }

  @Test
  void everyBranchOfADecisionIsTaken() {
    GrantedRecording permit = permitUntil(Instant.MAX);
    List<Reason> reasons = List.of(Reason.of(ReasonCode.CONSENT_REFUSED, "quality"));
    List<Decision<RecordingPermit>> all =
        List.of(
            new Decision.Permitted<>(permit),
            new Decision.Denied<>(reasons),
            new Decision.NeedsReview<>(reasons));
    assertThat(all)
        .extracting(d -> d.<String>fold(p -> "yes", r -> "no", r -> "review"))
        .containsExactly("yes", "no", "review");
    List<String> ran = new ArrayList<>();
    all.forEach(d -> d.run(p -> ran.add("yes"), r -> ran.add("no")));
    assertThat(ran).as("review counts as no").containsExactly("yes", "no", "no");
  }

  @Test
  void aRefusalWithoutReasonDoesNotExist() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Decision.Denied<>(List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> new Decision.NeedsReview<>(List.of()));
  }

  @Property
  void everyReasonHasASentenceInBothLanguagesWithItsCitation(@ForAll ReasonCode code) {
    Reason reason = Reason.of(code, PurposeId.of("quality"));
    assertThat(reason.sentence(Locale.GERMANY)).contains("(quality)", "[" + code.article() + "]");
    assertThat(reason.sentence(Locale.ENGLISH)).isNotEqualTo(reason.sentence(Locale.GERMAN));
    assertThat(reason).hasToString(reason.sentence(Locale.FRENCH));
  }

  @Property
  void everyReasonNamesTheNearestChangeThatWouldPermit(@ForAll ReasonCode code) {
    Reason reason = Reason.of(code, PurposeId.of("quality"));
    String english = reason.change(Locale.UK);
    String german = reason.change(Locale.GERMANY);
    assertThat(NearestChange.knows(code)).as("a sentence of its own for %s", code).isTrue();
    assertThat(english).matches("permitted (if|by no change:) .{10,}").doesNotContain("{", "!");
    assertThat(german).matches("(erlaubt, wenn|durch nichts erlaubt:) .{10,}");
    assertThat(german).doesNotContain("{", "!").doesNotContain("`");
    assertThat(english.startsWith("permitted if")).isEqualTo(german.startsWith("erlaubt, wenn"));
    assertThat(Reason.of(code).change(Locale.UK)).doesNotContain("{", "``");
    assertThat(Reason.of(code).change(Locale.GERMAN)).doesNotContain("{", "„“");
  }

  @Test
  void aRefusalTellsEverythingThatWouldHaveToChangeAndWhatRuled() {
    Reason consent = Reason.of(ReasonCode.CONSENT_NOT_ANSWERED, "quality");
    Reason notice = Reason.of(ReasonCode.AI_NOT_DISCLOSED, "main");
    Reason gone = Reason.of(ReasonCode.SUBJECT_ERASED, "quality");
    var denied = new Decision.Denied<RecordingPermit>(List.of(consent, notice), "v1");
    assertThat(consent.change(Locale.ENGLISH))
        .isEqualTo("permitted if consent `quality` were active: the question is open");
    assertThat(denied.change(Locale.ENGLISH))
        .isEqualTo(
            "permitted if consent `quality` were active: the question is open, and if the AI"
                + " disclosure of the line `main` had been played to its end");
    assertThat(denied.change(Locale.GERMAN))
        .startsWith("erlaubt, wenn die Einwilligung „quality“ bestünde")
        .contains(" und wenn der KI-Hinweis des Anschlusses „main“");
    assertThat(denied.register()).isEqualTo("v1");
    assertThat(new Decision.Denied<>(List.of(consent, gone)).change(Locale.ENGLISH))
        .isEqualTo("permitted by no change: what was erased is gone for good");
  }

  @Test
  void operationsAreFoundByName() {
    assertThat(Operation.all())
        .allSatisfy(o -> assertThat(Operation.named(o.name())).contains(o))
        .hasSize(13);
    assertThat(Operation.named("record ")).isEmpty();
  }
}
