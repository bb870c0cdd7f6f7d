package eu.sotto.records;

import eu.sotto.crypto.Bytes;
import eu.sotto.crypto.KeyState;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Lets records go: closed first, then their slots destroyed, then their contents removed, then
 * their rows. Each step may be repeated, so a crash in between is finished later. Thread-safe.
 */
final class Disposing {
  private final Parts parts;
  private final RecordIndex index;

  Disposing(Parts parts, RecordIndex index) {
    this.parts = parts;
    this.index = index;
  }

  /** Closes the records and lets them go. */
  void discard(Collection<RecordId> ids) {
    if (!ids.isEmpty()) {
      index.going(
          ids.stream().map(id -> new RecordIndex.Going(id, null, Optional.empty())).toList());
      finish(ids);
    }
  }

  /** Lets records go that are closed. */
  void finish(Collection<RecordId> ids) {
    if (!ids.isEmpty()) {
      parts.seals().destroySlots(ids);
      ids.forEach(parts.contents()::remove);
      index.gone(ids);
    }
  }

  int removeShredded(SubjectId subject) {
    boolean active =
        parts
            .index()
            .read(connection -> Subjects.entry(connection, subject))
            .filter(entry -> parts.seals().state(entry.contentKey()) == KeyState.ACTIVE)
            .isPresent();
    if (active) {
      throw new IllegalStateException("the subject's content key is not destroyed");
    }
    List<RecordId> ids = index.idsOf(subject);
    discard(ids);
    return ids.size();
  }

  /**
   * What nobody writes any more. In this order: who began to write before the first look is among
   * the writers at the second, or has finished.
   */
  private List<RecordId> abandoned(Predicate<RecordId> written) {
    List<RecordIndex.Unfinished> unfinished = index.unfinished();
    Set<Bytes> live = parts.node().live();
    Bytes own = parts.node().node();
    return unfinished.stream()
        .filter(
            one ->
                one.writer().equals(own) ? !written.test(one.id()) : !live.contains(one.writer()))
        .map(RecordIndex.Unfinished::id)
        .toList();
  }

  /** Finishes what a crash or fault interrupted; records that are being written now stay. */
  void resume(Predicate<RecordId> written) {
    index.abandoned(abandoned(written));
    finish(index.idsIn(RecordState.GOING));
  }
}
