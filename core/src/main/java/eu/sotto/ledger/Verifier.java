package eu.sotto.ledger;

import eu.sotto.ledger.Verification.Finding;
import eu.sotto.store.LedgerStore;
import eu.sotto.store.LedgerStore.Entry;
import eu.sotto.store.Note;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Predicate;

/** One pass over a log, a page at a time: leaves, tree hashes, checkpoints, payloads. */
final class Verifier {
  private static final int PAGE = 500;

  private final LedgerStore store;
  private final Notary notary;
  private final LongConsumer progress;
  private final Optional<PayloadCheck> payloads;
  private final Predicate<Entry> known;
  private final Frontier frontier = new Frontier();
  private final Deque<Note> notes = new ArrayDeque<>();
  private long checked;
  private long nextNote;
  private boolean lastNote;

  Verifier(
      LedgerStore store, Notary notary, Optional<PayloadCheck> payloads, LongConsumer progress) {
    this(store, notary, payloads, change -> true, progress);
  }

  /** With {@code known} it looks out for changes of key or name that it was not told of. */
  Verifier(
      LedgerStore store,
      Notary notary,
      Optional<PayloadCheck> payloads,
      Predicate<Entry> known,
      LongConsumer progress) {
    this.store = store;
    this.known = known;
    this.notary = notary;
    this.payloads = payloads;
    this.progress = progress;
  }

  /** Ends the pass at the first bad entry. */
  static final class Bad extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Finding finding;

    Bad(long index, String what) {
      super(what, null, false, false);
      this.finding = new Finding(index, what);
    }
  }

  Verification verify() {
    Optional<Finding> bad = Optional.empty();
    long size = store.size();
    try {
      checkNotes();
      while (frontier.size() < size) {
        page(Math.min(PAGE, size - frontier.size()));
        progress.accept(frontier.size());
      }
      checkEnd(size);
    } catch (Bad e) {
      bad = Optional.of(e.finding);
    }
    return new Verification(
        checked,
        payloads.map(PayloadCheck::opened).orElse(0L),
        payloads.map(PayloadCheck::erased).orElse(0L),
        payloads.map(PayloadCheck::destroyed).orElse(0L),
        bad);
  }

  private void page(long length) throws Bad {
    long from = frontier.size();
    List<Entry> page =
        payloads.isPresent() ? store.entries(from, (int) length) : store.leaves(from, (int) length);
    if (payloads.isPresent()) {
      payloads.get().begin(from, from + length);
    }
    for (Entry entry : page) {
      if (entry.index() != frontier.size()) {
        break;
      }
      byte[] leaf = leaf(entry);
      if (Succession.isChange(entry.kind()) && !known.test(entry)) {
        throw new Bad(entry.index(), "a change of key or name is not among those given");
      }
      checkNotes();
      if (payloads.isPresent()) {
        payloads.get().check(entry, leaf);
      }
    }
    if (frontier.size() != from + length) {
      throw new Bad(frontier.size(), "a leaf is missing");
    }
  }

  private byte[] leaf(Entry entry) throws Bad {
    byte[] leaf = Leaf.of(entry).hash();
    if (!Arrays.equals(frontier.append(leaf), entry.hashes().toArray())) {
      throw new Bad(entry.index(), "a leaf is not the one that the tree holds");
    }
    checked = frontier.size();
    return leaf;
  }

  /** Every kept checkpoint of the size reached must be signed and of this tree. */
  private void checkNotes() throws Bad {
    long size = frontier.size();
    for (Note note = peek(); note != null && note.size() <= size; note = peek()) {
      notes.poll();
      if (note.size() != size || !matches(note)) {
        throw new Bad(Math.max(0, size - 1), "a checkpoint does not match the log");
      }
      if (notary.verified(note.text()).isEmpty()) {
        throw new Bad(
            Math.max(0, size - 1),
            "a checkpoint is not signed with the key and name that are known for its size");
      }
    }
  }

  private boolean matches(Note note) {
    try {
      Checkpoint checkpoint = Checkpoint.parse(note.text());
      return checkpoint.size() == frontier.size()
          && Arrays.equals(checkpoint.root().toArray(), frontier.root());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private @org.jspecify.annotations.Nullable Note peek() {
    if (notes.isEmpty() && !lastNote) {
      notes.addAll(store.checkpoints(nextNote, PAGE));
      lastNote = notes.size() < PAGE;
      if (!notes.isEmpty()) {
        nextNote = notes.peekLast().size() + 1;
      }
    }
    return notes.peek();
  }

  private void checkEnd(long size) throws Bad {
    long end = Math.max(0, size - 1);
    Note left = peek();
    if (left != null && left.size() > store.size()) {
      throw new Bad(end, "the log is shorter than one of its checkpoints");
    }
    Optional<Checkpoint> anchored = notary.anchored();
    Tree tree = Tree.in(store);
    if (anchored.isPresent() && !Checkpoints.holds(anchored.get(), tree, store.size())) {
      throw new Bad(end, "the log is not the one that was anchored");
    }
    if (payloads.isPresent()) {
      payloads.get().checkEnds(size);
    }
  }
}
