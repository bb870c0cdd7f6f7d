package eu.sotto.ledger;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the newest checkpoint is kept apart from the log, so that a log that was rolled back, cut
 * or replaced is refused. Implementations are thread-safe and report faults as {@link
 * eu.sotto.store.StoreException}.
 */
public interface Anchor {
  /**
   * The newest checkpoint kept.
   *
   * @return the note, if one was ever kept
   */
  Optional<String> newest();

  /**
   * Keeps a checkpoint in place of the one before; durable on return.
   *
   * @param note the signed note
   */
  void keep(String note);

  /**
   * Where the same place keeps what was erased.
   *
   * @return none, unless the place has such a journal
   */
  default Tombstones tombstones() {
    return Tombstones.none();
  }

  /**
   * A file, best in the folder of the root key and never beside the data.
   *
   * @param file its path; made when first kept, for its owner only, as is the journal {@code
   *     tombstones} beside it
   * @return the anchor
   */
  static Anchor file(Path file) {
    return new FileAnchor(file);
  }

  /**
   * None: such a log cannot tell that it was rolled back or that its tail was cut.
   *
   * @return an anchor that keeps nothing
   */
  static Anchor none() {
    return new Anchor() {
      @Override
      public Optional<String> newest() {
        return Optional.empty();
      }

      @Override
      public void keep(String note) {
        // Nothing is kept: that is the point of it.
      }
    };
  }
}
