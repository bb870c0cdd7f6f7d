package eu.sotto.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.sotto.vocabulary.CallId;
import java.security.SecureRandom;
import java.time.Period;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SubjectsTest {
  private Rig rig;

  @BeforeEach
  void open() {
    rig = Rig.inMemory();
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void onePartyIsOneSubjectHoweverManyAskAtOnce() {
    List<CompletableFuture<SubjectEntry>> asked =
        IntStream.range(0, 16)
            .mapToObj(
                n ->
                    CompletableFuture.supplyAsync(
                        () -> rig.records.subjects().resolve("tel:+49301")))
            .toList();
    Set<SubjectEntry> answers = new HashSet<>();
    asked.forEach(one -> answers.add(one.join()));
    assertThat(answers).hasSize(1);
    assertThat(rig.records.subjects().find("tel:+49301")).containsExactlyElementsOf(answers);
  }

  @Test
  void differentPartiesAreDifferentSubjectsWithKeysOfTheirOwn() {
    SubjectEntry one = rig.records.subjects().resolve("tel:+49301");
    SubjectEntry other = rig.records.subjects().resolve("tel:+49302");
    assertThat(Set.of(one.contentKey(), one.evidenceKey(), other.contentKey(), other.evidenceKey()))
        .hasSize(4);
    assertThat(rig.records.subjects().find("tel:+49303")).isEmpty();
    assertThat(rig.records.subjects().entry(one.id())).contains(one);
  }

  @Test
  void onlyKnownSubjectsAreLinked() {
    SubjectEntry one = rig.records.subjects().resolve("tel:+49301");
    SubjectId nobody = SubjectId.random(new SecureRandom());
    assertThatThrownBy(() -> rig.records.subjects().link(one.id(), nobody))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(rig.records.subjects().union(nobody)).isEmpty();
  }

  @Property(tries = 20)
  void linksAreAnEquivalence(@ForAll @Size(max = 8) List<@IntRange(max = 35) Integer> links) {
    try (Rig fresh = Rig.inMemory()) {
      Subjects subjects = fresh.records.subjects();
      List<SubjectEntry> six =
          IntStream.range(0, 6).mapToObj(n -> subjects.resolve("tel:+4930" + n)).toList();
      int[] group = IntStream.range(0, 6).toArray();
      for (int link : links) {
        int one = link % 6;
        int other = link / 6;
        subjects.link(six.get(one).id(), six.get(other).id());
        int joined = group[other];
        for (int n = 0; n < 6; n++) {
          group[n] = group[n] == joined ? group[one] : group[n];
        }
      }
      for (int n = 0; n < 6; n++) {
        int own = group[n];
        List<SubjectEntry> found = subjects.find("tel:+4930" + n);
        assertThat(found.get(0)).isEqualTo(six.get(n));
        assertThat(found)
            .containsExactlyInAnyOrderElementsOf(
                IntStream.range(0, 6).filter(m -> group[m] == own).mapToObj(six::get).toList());
      }
    }
  }

  @Test
  void forgettingTakesTokensAndCallsButRefusesWhileRecordsAreKept() {
    SubjectEntry subject = rig.answer("tel:+49301", "c-1");
    SubjectEntry friend = rig.records.subjects().resolve("tel:+49302");
    rig.records.subjects().link(subject.id(), friend.id());
    RecordId id = rig.keep("c-1", new byte[10]);
    assertThatThrownBy(() -> rig.records.subjects().forget(subject.id()))
        .isInstanceOf(IllegalStateException.class);

    rig.records.lifetimes().dispose(List.of(id));
    assertThat(rig.records.subjects().forget(subject.id())).isTrue();
    assertThat(rig.records.subjects().forget(subject.id())).isTrue();
    assertThat(rig.records.subjects().find("tel:+49301")).isEmpty();
    assertThat(rig.records.subjects().find("tel:+49302")).containsExactly(friend);
    assertThat(rig.records.calls().find(CallId.of("c-1"))).isEmpty();
  }

  @Test
  void aCallIsNotedOnceAndFoundUntilItIsForgotten() {
    SubjectEntry subject = rig.records.subjects().resolve("tel:+49301");
    CallId id = CallId.of("c-1");
    KnownCall first = rig.records.calls().answered(id, subject, rig.now, Map.of("line", "main"));
    rig.pass(Period.ofDays(1));
    assertThat(rig.records.calls().answered(id, subject, rig.now, Map.of())).isEqualTo(first);
    assertThat(rig.records.calls().running()).containsExactly(first);

    rig.end("c-1");
    assertThat(rig.records.calls().running()).isEmpty();
    assertThat(rig.records.calls().find(id).orElseThrow().endedAt()).contains(rig.now);
    rig.pass(Period.ofDays(Calls.INDEX_DAYS));
    rig.sweep();
    assertThat(rig.records.calls().find(id)).isPresent();
    rig.pass(Period.ofDays(1));
    rig.sweep();
    assertThat(rig.records.calls().find(id)).isEmpty();
  }

  @Test
  void idsReadBackFromTheirTextAndRefuseOtherTexts() {
    SubjectId id = SubjectId.random(new SecureRandom());
    assertThat(SubjectId.parse(id.toString())).isEqualTo(id);
    assertThat(SubjectId.of(id.toBytes())).isEqualTo(id);
    for (String wrong : List.of("", "0", "G".repeat(32), "A".repeat(32), "0".repeat(33))) {
      assertThatThrownBy(() -> RecordId.parse(wrong)).isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> RecordId.of(new byte[15]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
