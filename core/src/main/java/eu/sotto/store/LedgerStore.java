package eu.sotto.store;

import eu.sotto.crypto.Bytes;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where a log lies: leaves with their tree hashes that only grow, and sealed payloads, index tokens
 * and retry tokens that can be erased.
 *
 * <p>A log calls {@link #append}, {@link #erase} and {@link #prune} from one thread; reads come
 * from any thread and see what was committed. Where several nodes share a store, each appends
 * {@link #exclusively}. All methods report faults as {@link StoreException}.
 */
public interface LedgerStore extends AutoCloseable {
  /**
   * Names the store in messages.
   *
   * @return a short name without personal data
   */
  String name();

  /**
   * Whether the store was rebuilt after a failed force.
   *
   * @return true if its content should be verified as a whole before use
   */
  boolean recovered();

  /**
   * What the log wrote down about itself.
   *
   * @return empty for a new store
   */
  Map<String, String> properties();

  /**
   * Writes down what the log is, once; durable on return.
   *
   * @param properties names and values, none of them secret or personal
   * @throws StoreException also if there are any already
   */
  void describe(Map<String, String> properties);

  /**
   * The number of leaves.
   *
   * @return zero or more
   */
  long size();

  /**
   * Does work while nobody else appends or erases, in one transaction that is forced to disk on
   * return: what the work appends is there then, or not at all.
   *
   * @param work gets the log's end as it is now; it may read the store and append once
   * @param <T> the result's type
   * @return the work's result
   * @throws StoreException also with {@link StoreException.Fault#FENCED} if this node is not one of
   *     the log's any more
   */
  <T> T exclusively(Function<Edge, T> work);

  /**
   * Adds entries at the end: all, or none. They are forced to disk on return; within {@link
   * #exclusively}, on its return.
   *
   * @param entries in order, the first with index {@link #size()}
   */
  void append(List<Addition> entries);

  /**
   * The tree hashes that some leaves complete.
   *
   * @param leaves indices of leaves
   * @return {@link Entry#hashes()} of each, in the same order; it is a fault if one is missing
   */
  List<Bytes> hashes(List<Long> leaves);

  /**
   * Entries by index.
   *
   * @param from the first index
   * @param limit the greatest number of entries
   * @return the entries that exist, in order
   */
  List<Entry> entries(long from, int limit);

  /**
   * Leaves by index, without payloads.
   *
   * @param from the first index
   * @param limit the greatest number of entries
   * @return the leaves that exist, in order
   */
  List<Entry> leaves(long from, int limit);

  /**
   * The entry of an id.
   *
   * @param id the leaf's id
   * @return empty if there is none
   */
  Optional<Entry> entry(Bytes id);

  /**
   * Entries that carry an index token.
   *
   * @param token the token
   * @param from the first index
   * @param limit the greatest number of entries
   * @return the entries in order
   */
  List<Entry> entriesWith(Bytes token, long from, int limit);

  /**
   * Entries whose payload is sealed under a key.
   *
   * @param key the key's id
   * @param from the first index
   * @param limit the greatest number of entries
   * @return the entries in order
   */
  List<Entry> entriesUnder(Bytes key, long from, int limit);

  /**
   * All entries whose payload is sealed under one of some keys.
   *
   * @param keys at most a few hundred, of which none has more entries than fit in memory
   * @return the entries in order
   */
  List<Entry> entriesUnder(Collection<Bytes> keys);

  /**
   * The last entry under a key before an index.
   *
   * @param key the key's id
   * @param index the index
   * @return empty if there is none
   */
  Optional<Entry> lastUnder(Bytes key, long index);

  /**
   * Ends of chains by key.
   *
   * @param after only keys greater than this one, byte by byte; empty for the first page
   * @param limit the greatest number
   * @return the ends in order of key
   */
  List<Chain> chains(Bytes after, int limit);

  /**
   * Index tokens of entries.
   *
   * @param from the first index
   * @param to the index after the last
   * @return the tokens in order of index
   */
  List<Token> tokens(long from, long to);

  /**
   * The ends of some keys' chains.
   *
   * @param keys at most a few thousand
   * @return by key, those under which something was sealed
   */
  Map<Bytes, Chain> ends(Collection<Bytes> keys);

  /**
   * The entries that retry tokens point to.
   *
   * @param tokens at most a few thousand
   * @return the entries' indices by token, of those that are known
   */
  Map<Bytes, Long> known(Collection<Bytes> tokens);

  /**
   * Retry tokens of entries.
   *
   * @param from the first index
   * @param to the index after the last
   * @return the tokens in order of index
   */
  List<Token> requests(long from, long to);

  /**
   * Index and retry tokens of entries that are not there.
   *
   * @return their number
   */
  long strays();

  /**
   * Deletes what an erasure names, in one transaction, and scrubs it from the files.
   *
   * @param erasure what to delete
   * @return what was deleted, and whether nothing of it is left in any file
   */
  Erased erase(Erasure erasure);

  /**
   * Forgets retry tokens of earlier hours.
   *
   * @param hour hours since the epoch; tokens of earlier ones go
   */
  void prune(long hour);

  /**
   * Keeps a checkpoint, unless one of that size is kept.
   *
   * @param size the log's size
   * @param note the signed note
   */
  void keepCheckpoint(long size, String note);

  /**
   * Checkpoints by size.
   *
   * @param from the smallest size
   * @param limit the greatest number
   * @return the notes in order of size
   */
  List<Note> checkpoints(long from, int limit);

  /**
   * The checkpoint of the greatest size.
   *
   * @return empty if none was kept
   */
  Optional<Note> newestCheckpoint();

  /** Releases files; the content stays. */
  @Override
  void close();

  /**
   * A leaf and, unless erased, its payload.
   *
   * @param index its place in the log
   * @param id its random id
   * @param kind its kind and version
   * @param commitment the root over its fields' commitments
   * @param hashes its leaf hash and the hashes of the subtrees that it completes, each with its
   *     last leaf, from the smallest to the largest, one after the other
   * @param sealed its payload, null once erased
   */
  record Entry(
      long index, Bytes id, String kind, Bytes commitment, Bytes hashes, @Nullable Sealed sealed) {}

  /**
   * A sealed payload.
   *
   * @param key the id of the key that it is sealed under
   * @param content the ciphertext
   */
  record Sealed(Bytes key, Bytes content) {}

  /**
   * An entry to be added, with all that goes with it.
   *
   * @param entry the entry, with its payload
   * @param tokens its index tokens
   * @param request its retry token, if it has one
   * @param chain its chain's end, this entry included
   */
  record Addition(Entry entry, List<Bytes> tokens, @Nullable Request request, Chain chain) {
    /** Copies the list. */
    public Addition {
      tokens = List.copyOf(tokens);
    }
  }

  /**
   * A retry token.
   *
   * @param token the token
   * @param hour when it was recorded, in hours since the epoch
   */
  record Request(Bytes token, long hour) {}

  /**
   * The end of a chain.
   *
   * @param key the key whose entries it chains
   * @param sequence the number of its last entry, from 1
   * @param leaf that entry's leaf hash
   */
  record Chain(Bytes key, long sequence, Bytes leaf) {}

  /**
   * An index token of an entry.
   *
   * @param index the entry
   * @param token the token
   */
  record Token(long index, Bytes token) {}

  /**
   * What to delete.
   *
   * @param keys every payload sealed under these goes, with its tokens and chain
   * @param tokens these index tokens go, wherever they are
   * @param resealed entries that lose a token but stay, with their payload sealed anew; their retry
   *     tokens go too
   */
  record Erasure(List<Bytes> keys, List<Bytes> tokens, List<Resealed> resealed) {
    /** Copies the lists. */
    public Erasure {
      keys = List.copyOf(keys);
      tokens = List.copyOf(tokens);
      resealed = List.copyOf(resealed);
    }
  }

  /**
   * An entry's new payload.
   *
   * @param index the entry
   * @param content the new ciphertext under the same key
   */
  record Resealed(long index, Bytes content) {}

  /**
   * What an erasure deleted.
   *
   * @param payloads the number of payloads deleted
   * @param tokens the number of index tokens deleted
   * @param scrubbed false if the write-ahead log could not be emptied yet
   */
  record Erased(long payloads, long tokens, boolean scrubbed) {}
}
