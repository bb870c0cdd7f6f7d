package eu.sotto.session;

import eu.sotto.crypto.KeyVault;
import eu.sotto.ledger.Ledger;
import eu.sotto.records.RecordEntry;
import eu.sotto.records.Records;
import eu.sotto.records.Shield;
import eu.sotto.records.TokenKeys;
import eu.sotto.retention.Hold;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The open stores of one engine, closed in the reverse order of opening. Used by one thread while
 * it is filled, thread-safe after that.
 */
public final class Stores implements AutoCloseable {
  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private @Nullable KeyVault vault;
  private @Nullable Ledger ledger;
  private @Nullable Records records;
  private @Nullable TokenKeys tokens;
  private BooleanSupplier keyScrubbing = () -> true;
  private Nodes nodes = Nodes.none();
  private volatile Shield shield = Stores::notYet;

  /** What is closed may say so in its own way; none of it is a host's concern. */
  private static final System.Logger LOG = System.getLogger("eu.sotto.session");

  /** Nothing is open yet. */
  Stores() {}

  <T extends AutoCloseable> T add(T store) {
    open.push(store);
    return store;
  }

  void vault(KeyVault opened) {
    vault = add(opened);
  }

  void ledger(Ledger opened) {
    ledger = add(opened);
  }

  void records(Records opened) {
    records = add(opened);
  }

  void tokens(TokenKeys opened) {
    tokens = add(opened);
  }

  TokenKeys tokens() {
    return Objects.requireNonNull(tokens, "tokens");
  }

  /** How the file of the key store is cleared of what was destroyed. */
  void keyScrubbing(BooleanSupplier scrubbing) {
    keyScrubbing = scrubbing;
  }

  private static List<Hold> notYet(RecordEntry entry) {
    throw new IllegalStateException("nobody knows yet what is held");
  }

  /** What holds records once the engine runs; before that nothing may be disposed of. */
  Shield shield() {
    return entry -> shield.holdsOn(entry);
  }

  void shield(Shield known) {
    shield = known;
  }

  void nodes(Nodes others) {
    nodes = add(others);
  }

  Nodes nodes() {
    return nodes;
  }

  boolean scrubKeys() {
    return keyScrubbing.getAsBoolean();
  }

  KeyVault vault() {
    return Objects.requireNonNull(vault, "vault");
  }

  Ledger ledger() {
    return Objects.requireNonNull(ledger, "ledger");
  }

  Records records() {
    return Objects.requireNonNull(records, "records");
  }

  @Override
  public void close() {
    while (!open.isEmpty()) {
      AutoCloseable next = open.pop();
      try {
        next.close();
      } catch (Exception e) {
        LOG.log(System.Logger.Level.WARNING, "A store did not close: {0}", e.getClass().getName());
      }
    }
  }
}
