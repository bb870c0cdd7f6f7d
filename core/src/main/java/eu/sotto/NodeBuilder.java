package eu.sotto;

import eu.sotto.crypto.DestroyableSlot;
import eu.sotto.crypto.RootKey;
import eu.sotto.records.ContentStore;
import eu.sotto.register.Register;
import eu.sotto.session.NodeOpening;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import javax.sql.DataSource;

/**
 * How to open a node of a store that several share. All nodes need the same register, root key, key
 * slot and contents. Not thread-safe.
 */
public final class NodeBuilder {
  private final NodeOpening opening;

  NodeBuilder(DataSource source) {
    this.opening = new NodeOpening(source);
  }

  /**
   * Reads the processing register from a JSON file.
   *
   * @param file the file, with the same content on all nodes
   * @return this builder
   */
  public NodeBuilder register(Path file) {
    opening.register(Objects.requireNonNull(file, "file"));
    return this;
  }

  /**
   * Takes a processing register made in Java.
   *
   * @param register the same register on all nodes
   * @return this builder
   */
  public NodeBuilder register(Register register) {
    opening.register(Objects.requireNonNull(register, "register"));
    return this;
  }

  /**
   * Keeps sealed contents as files.
   *
   * @param folder a folder that all nodes share, on a file system whose forces hold
   * @return this builder
   */
  public NodeBuilder contents(Path folder) {
    opening.contents(Objects.requireNonNull(folder, "folder"));
    return this;
  }

  /**
   * Keeps sealed contents where the host says, in an object store, say.
   *
   * @param store the same place for all nodes; closed with the node
   * @return this builder
   */
  public NodeBuilder contents(ContentStore store) {
    opening.contents(Objects.requireNonNull(store, "store"));
    return this;
  }

  /**
   * Keeps the root of the key tree in a slot whose former content really vanishes, an object of an
   * HSM or KMS, say.
   *
   * @param slot the same slot for all nodes; closed with the node
   * @return this builder
   */
  public NodeBuilder keySlot(DestroyableSlot slot) {
    opening.keySlot(Objects.requireNonNull(slot, "slot"));
    return this;
  }

  /**
   * Keeps the root of the key tree in the database. What is destroyed can then be brought back, by
   * somebody with the root key, for as long as the server's log and backups are kept; receipts of
   * erasure name that time.
   *
   * @param backupsKept how long the log and the backups are kept, above zero
   * @return this builder
   * @throws IllegalArgumentException if it is not above zero
   */
  public NodeBuilder keySlotInDatabase(Duration backupsKept) {
    opening.keySlotInDatabase(Objects.requireNonNull(backupsKept, "backupsKept"));
    return this;
  }

  /**
   * Wraps all keys with a root key of the host's, in a KMS or HSM, say. Without it an owner-only
   * file in the key folder of the first node holds the root key; copy it to the others.
   *
   * @param key the same root key on all nodes
   * @return this builder
   */
  public NodeBuilder rootKey(RootKey key) {
    opening.rootKey(Objects.requireNonNull(key, "key"));
    return this;
  }

  /**
   * Says where this node keeps its root key file, its anchor, its journal of erasures and the
   * exported verifier key. The default is a folder of the user's configuration, {@code
   * $XDG_CONFIG_HOME/sotto} or {@code ~/.config/sotto}. Back it up apart from the database. The
   * file {@code tokens.keys} in it, made by the first node, must be copied to the folders of the
   * others: a node without it takes calls, but neither dials nor finds anybody.
   *
   * @param folder a folder of this node's own
   * @return this builder
   */
  public NodeBuilder keyFolder(Path folder) {
    opening.keyFolder(Objects.requireNonNull(folder, "folder"));
    return this;
  }

  /**
   * Takes the time from somewhere else than the system's clock.
   *
   * @param clock the time
   * @return this builder
   */
  public NodeBuilder clock(InstantSource clock) {
    opening.clock(Objects.requireNonNull(clock, "clock"));
    return this;
  }

  /**
   * Says how long a step may wait for the store; the default is one second.
   *
   * @param deadline more than zero, at most one minute
   * @return this builder
   * @throws IllegalArgumentException if it is out of bounds
   */
  public NodeBuilder deadline(Duration deadline) {
    opening.deadline(Objects.requireNonNull(deadline, "deadline"));
    return this;
  }

  /**
   * Opens the node. Erasures and recordings that nodes left half done which are gone are completed
   * or cleaned up first.
   *
   * @return the open store
   * @throws eu.sotto.register.RegisterException if the register is not valid
   * @throws eu.sotto.vocabulary.PrivacyException if the database has not this schema, has settings
   *     under which it may lose a commit, is of another root key, or cannot be reached
   * @throws IllegalStateException if register, contents or key slot were not given
   */
  public CallPrivacy open() {
    return CallPrivacy.on(opening.open());
  }
}
