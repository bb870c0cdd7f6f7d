package eu.sotto.ledger;

import eu.sotto.crypto.Bytes;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * A journal of what was erased, kept apart from the log and from its backups, so that a restored
 * backup forgets it again. Implementations are thread-safe and report faults as {@link
 * eu.sotto.store.StoreException}.
 *
 * <p>It holds random key ids and hashes of keyed tokens; neither says whom they were about, but
 * whoever holds the log's index key as well can check a guess against the hashes.
 */
public interface Tombstones {
  /**
   * Adds to the journal; durable on return.
   *
   * @param erased what is about to be erased
   */
  void bury(Collection<Tombstone> erased);

  /**
   * Reads the journal.
   *
   * @param each gets every tombstone, in order
   */
  void read(Consumer<Tombstone> each);

  /** What a tombstone is of. */
  enum Kind {
    /** A key: everything sealed under it was erased. */
    KEY,
    /** An index token, by its SHA-256. */
    TOKEN
  }

  /**
   * One thing erased.
   *
   * @param kind what it is
   * @param value the key's id, or the token's hash
   */
  record Tombstone(Kind kind, Bytes value) {
    /** Refuses null. */
    public Tombstone {
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(value, "value");
    }

    static Tombstone key(Bytes id) {
      return new Tombstone(Kind.KEY, id);
    }

    static Tombstone token(Bytes token) {
      return new Tombstone(Kind.TOKEN, Bytes.of(Merkle.sha256().digest(token.toArray())));
    }
  }

  /**
   * A file, best in the folder of the root key and never beside the data.
   *
   * @param file its path; made when first written, for its owner only
   * @return the journal
   */
  static Tombstones file(Path file) {
    return new FileTombstones(file);
  }

  /**
   * None: a backup of such a log cannot be restored.
   *
   * @return a journal that keeps nothing and refuses to be read
   */
  static Tombstones none() {
    return new Tombstones() {
      @Override
      public void bury(Collection<Tombstone> erased) {
        List.copyOf(erased);
      }

      @Override
      public void read(Consumer<Tombstone> each) {
        throw new IllegalStateException("a restore needs the journal of what was erased");
      }
    };
  }
}
