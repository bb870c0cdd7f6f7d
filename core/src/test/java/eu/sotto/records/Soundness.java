package eu.sotto.records;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.sotto.crypto.KeyState;
import java.util.HashSet;
import java.util.Set;

/** What must hold of a store after whatever happened to it. */
final class Soundness {
  static final byte[] CONTENT = "was gesagt wurde".getBytes(UTF_8);

  private Soundness() {}

  static Set<RecordId> listed(Rig rig) {
    Set<RecordId> ids = new HashSet<>();
    rig.records.byPurpose(Rig.QUALITY).forEach(entry -> ids.add(entry.id()));
    return ids;
  }

  /** Each record is readable or rightly gone, and nothing is left half done. */
  static void assertSound(Rig rig, Set<RecordId> known) {
    Rooms rooms = rig.records.rooms();
    Set<RecordId> left = listed(rig);
    assertThat(rig.contents.names()).containsAll(left);
    for (RecordId id : rig.contents.names()) {
      assertThat(left.contains(id) || isShredded(rig, id)).isTrue();
    }
    assertThat(rooms.index().idsIn(RecordState.BEGUN)).isEmpty();
    assertThat(rooms.index().idsIn(RecordState.GOING)).isEmpty();
    assertThat(rooms.calls().unsettled()).isEmpty();
    for (RecordRow row : rooms.index().kept()) {
      if (!left.contains(row.id())) {
        continue;
      }
      RecordEntry entry = rig.records.entry(row.id()).orElseThrow();
      assertThat(row.placed().leaving()).isNull();
      assertThat(row.placed().dueDay()).isEqualTo(entry.due().firstDeletionDay().toEpochDay());
      assertThat(rig.vault.protection(Seals.slot(row.id())).keys())
          .containsExactly(
              rig.records.subjects().entry(row.subject()).orElseThrow().contentKey(),
              row.placed().bucket());
      if (!rig.records.lifetimes().decide(row.id(), rig.now).orElseThrow().isDue()) {
        assertThat(rig.read(row.id())).isEqualTo(CONTENT);
      }
    }
    for (RecordId id : known) {
      if (!left.contains(id) && !rig.contents.names().contains(id)) {
        assertThat(rig.vault.state(Seals.slot(id))).isIn(KeyState.NONE, KeyState.DESTROYED);
      }
    }
  }

  static boolean isShredded(Rig rig, RecordId id) {
    RecordRow row = rig.records.rooms().index().row(id).orElseThrow();
    SubjectEntry subject = rig.records.subjects().entry(row.subject()).orElseThrow();
    return rig.vault.state(subject.contentKey()) != KeyState.ACTIVE;
  }
}
