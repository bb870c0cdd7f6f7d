package eu.sotto;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sotto.vocabulary.CallId;
import eu.sotto.vocabulary.Party;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

/** Invariant 6: erasure erases, in every file, through every restart. */
class ErasureProperties {
  private static final String SAID = "Zahnreinigung und Kronenkontrolle";
  private static final String AUDIO = "the voice of the caller";
  private static final String CALL = "call-of-mine-";
  private static final Party MINE = Party.presented(Practice.NUMBER);
  private static final Party OTHER = Party.presented("+49 30 23125099");
  private static final List<String> PERSONAL =
      List.of("493023125012", "23125012", CALL, "Zahnreinigung", "Kronenkontrolle", AUDIO);

  /** What is wrong with the erasure that is looked at. */
  private enum Mutant {
    NONE,
    ONLY_WITHDRAWS,
    LEAVES_A_COPY,
    LEAVES_A_NOTE
  }

  @Property(tries = 3)
  @Tag("R50")
  @Tag("R70")
  void nothingOfAnErasedCallerIsLeft(
      @ForAll @IntRange(min = 1, max = 3) int calls, @ForAll boolean ended)
      throws IOException, SQLException {
    assertThat(violation(calls, ended, Mutant.NONE)).isEmpty();
  }

  @Example
  void everyMutantOfErasureIsCaught() throws IOException, SQLException {
    assertThat(violation(1, true, Mutant.ONLY_WITHDRAWS)).isPresent();
    assertThat(violation(1, true, Mutant.LEAVES_A_COPY)).isPresent();
    assertThat(violation(1, true, Mutant.LEAVES_A_NOTE)).isPresent();
  }

  private static Optional<String> violation(int calls, boolean ended, Mutant mutant)
      throws IOException, SQLException {
    Path folder = Files.createTempDirectory("erasure");
    try {
      Path data = folder.resolve("data");
      Path keys = folder.resolve("keys");
      Instant now = live(data, keys, calls, ended);
      if (!StoredBytes.found(folder, PERSONAL).isEmpty()) {
        return Optional.of("something personal lies in the clear before the erasure");
      }
      Set<String> before = StoredBytes.values(data);
      try (Practice practice = Practice.in(data, keys, now)) {
        erase(practice, data, mutant);
      }
      Set<String> gone = StoredBytes.gone(before, StoredBytes.values(data));
      if (gone.isEmpty()) {
        return Optional.of("no key and no token went");
      }
      if (StoredBytes.count(folder, gone) > 0) {
        return Optional.of("a key or token that went is left in a file");
      }
      List<String> left = StoredBytes.found(folder, PERSONAL);
      return left.isEmpty() ? reopened(data, keys, now, calls) : Optional.of(left.toString());
    } finally {
      StoredBytes.delete(folder);
    }
  }

  private static Instant live(Path data, Path keys, int calls, boolean ended) throws IOException {
    try (Practice practice = Practice.in(data, keys, Practice.START)) {
      for (int i = 0; i < calls; i++) {
        Call call = practice.answered(CALL + i, MINE);
        fill(practice, call);
        if (ended) {
          call.ended(practice.now());
        }
      }
      fill(practice, practice.answered("another", OTHER));
      assertThat(StoredBytes.found(data, PERSONAL)).as("while it is open").isEmpty();
      return practice.now();
    }
  }

  private static void fill(Practice practice, Call call) {
    practice.announce(call, Duration.ofSeconds(40));
    practice.consent(call);
    Practice.keepAudio(call, AUDIO);
    Practice.keep(call, SAID);
  }

  private static void erase(Practice practice, Path data, Mutant mutant) throws IOException {
    Subject caller = practice.privacy().subject(MINE).orElseThrow();
    if (mutant == Mutant.ONLY_WITHDRAWS) {
      caller.withdraw(
          Practice.QUALITY, eu.sotto.vocabulary.Answer.spoken("weg damit", practice.now()));
      return;
    }
    if (mutant == Mutant.LEAVES_A_COPY) {
      Files.copy(data.resolve("keys.db"), data.resolve("keys.copy"));
    }
    var receipt = caller.request(Practice.IDENTITY, Practice.ACTOR).erase();
    assertThat(receipt.verify(practice.privacy().verifierKey()).intact()).isTrue();
    if (mutant == Mutant.LEAVES_A_NOTE) {
      Files.writeString(data.resolve("note"), "erased +493023125012");
    }
  }

  private static Optional<String> reopened(Path data, Path keys, Instant now, int calls) {
    try (Practice practice = Practice.in(data, keys, now)) {
      boolean known = practice.privacy().subject(MINE).isPresent();
      for (int i = 0; i < calls; i++) {
        known |= practice.privacy().resume(CallId.of(CALL + i)).isPresent();
      }
      if (known) {
        return Optional.of("the erased caller is still known");
      }
      if (practice.privacy().subject(OTHER).orElseThrow().records().size() != 2) {
        return Optional.of("another caller's records went too");
      }
      return practice.privacy().verify().intact()
          ? Optional.empty()
          : Optional.of("the ledger no longer verifies");
    }
  }
}
