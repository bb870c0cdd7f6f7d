package eu.sotto;

import static eu.sotto.Practice.ACTOR;
import static org.assertj.core.api.Assertions.assertThat;

import eu.sotto.oversight.Review;
import eu.sotto.oversight.SideEffect;
import eu.sotto.oversight.Telling;
import eu.sotto.oversight.Verdict;
import eu.sotto.permit.Operation;
import eu.sotto.rights.Request;
import eu.sotto.vocabulary.Cause;
import eu.sotto.vocabulary.Party;
import eu.sotto.vocabulary.RecipientId;
import eu.sotto.vocabulary.Right;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one node opens or closes every other lists so at once, whatever it looked at before. */
class OpenMattersOnNodesTest {
  @TempDir Path folder;
  private SharedStore store;
  private Practice one;
  private Practice two;

  @BeforeEach
  void open() {
    store = new SharedStore(folder, Casework.register());
    one = store.node();
    two = store.node();
  }

  @AfterEach
  void close() throws Exception {
    store.close();
  }

  private static Subject caller(Practice node) {
    return node.privacy().subject(Party.presented(Practice.NUMBER)).orElseThrow();
  }

  private static Telling affect(Call call) {
    return call.caller()
        .affected(
            new SideEffect(
                SideEffect.Kind.UNFORESEEN_EFFECT, Practice.APPOINTMENT, "Doppelt.", "Anrufen."),
            ACTOR);
  }

  /** Both look, and both say the same. */
  private void requests(int open, int notices) {
    for (Practice node : List.of(one, two)) {
      assertThat(node.privacy().requests()).hasSize(open);
      assertThat(node.privacy().health().requests().recipientsToTell()).isEqualTo(notices);
    }
  }

  private void oversight(int reviews, int tellings) {
    for (Practice node : List.of(one, two)) {
      assertThat(node.privacy().reviews()).hasSize(reviews);
      assertThat(node.privacy().oversight().tellings()).hasSize(tellings);
    }
  }

  @Test
  @Tag("R31")
  @Tag("R70")
  void aRequestThatOneNodeReceivesAnotherAnswers() {
    requests(0, 0);
    Call call = one.welcomed("c-1");
    Request request = call.caller().request(Right.ACCESS, one.now(), ACTOR);
    requests(1, 0);
    Request there = caller(two).requests().get(0);
    assertThat(there.id()).isEqualTo(request.id());
    assertThat(there.refuse(Cause.of("excessive"), ACTOR).taken()).isTrue();
    requests(0, 0);
  }

  @Test
  @Tag("R54")
  @Tag("R70")
  void aReviewThatOneNodeOpensAnotherEndsAndTells() {
    oversight(0, 0);
    Call call = one.welcomed("c-1");
    call.decided(
        Casework.result("result", Casework.input(call)), Casework.permit(call, Casework.LOAN));
    affect(call);
    oversight(1, 1);
    call.caller().challenge(one.privacy().reviews().get(0).outcome(), "wrong");
    Review there = two.privacy().reviews().get(0);
    Casework.look(there, Casework.REVIEWER);
    assertThat(there.resolve(Casework.REVIEWER, Verdict.upheld(), "because").recorded())
        .isPresent();
    oversight(0, 2);
    assertThat(two.privacy().oversight().tell(message -> true).told()).isEqualTo(2);
    oversight(0, 0);
  }

  @Test
  @Tag("R50")
  @Tag("R70")
  @Tag("R73")
  void whomOneNodeErasesNoOtherHasToReviewOrTell() {
    Call call = one.welcomed("c-1");
    one.consent(call);
    call.decided(
        Casework.result("result", Casework.input(call)), Casework.permit(call, Casework.LOAN));
    affect(call);
    Practice.permitted(
        call.may(Operation.TRANSCRIBE, Practice.QUALITY, RecipientId.of("speech-service")));
    oversight(1, 1);
    requests(0, 0);

    caller(two).request(Practice.IDENTITY, ACTOR).erase();
    oversight(0, 0);
    requests(0, 1);
    assertThat(one.privacy().tellRecipients(notice -> "receipt")).isZero();
    requests(0, 0);
  }
}
