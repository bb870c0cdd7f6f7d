package eu.sotto;

import eu.sotto.crypto.RootKey;
import eu.sotto.register.Register;
import eu.sotto.session.FolderOpening;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;

/** How to open the store of a directory. Not thread-safe. */
public final class FolderBuilder {
  private final FolderOpening opening;

  FolderBuilder(Path directory) {
    this.opening = new FolderOpening(directory);
  }

  /**
   * Reads the processing register from a JSON file.
   *
   * @param file the file
   * @return this builder
   */
  public FolderBuilder register(Path file) {
    opening.register(Objects.requireNonNull(file, "file"));
    return this;
  }

  /**
   * Takes a processing register made in Java.
   *
   * @param register the register
   * @return this builder
   */
  public FolderBuilder register(Register register) {
    opening.register(Objects.requireNonNull(register, "register"));
    return this;
  }

  /**
   * Wraps all keys with a root key of the host's, in a KMS or HSM, say. Without it an owner-only
   * file in the key folder holds the root key.
   *
   * @param key the root key
   * @return this builder
   */
  public FolderBuilder rootKey(RootKey key) {
    opening.rootKey(Objects.requireNonNull(key, "key"));
    return this;
  }

  /**
   * Says where root key, key slot and anchor lie. The default is a folder of the user's
   * configuration, {@code $XDG_CONFIG_HOME/sotto} or {@code ~/.config/sotto}. Back it up apart from
   * the data.
   *
   * @param folder a folder outside the data directory
   * @return this builder
   */
  public FolderBuilder keyFolder(Path folder) {
    opening.keyFolder(Objects.requireNonNull(folder, "folder"));
    return this;
  }

  /**
   * Takes the time from somewhere else than the system's clock.
   *
   * @param clock the time
   * @return this builder
   */
  public FolderBuilder clock(InstantSource clock) {
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
  public FolderBuilder deadline(Duration deadline) {
    opening.deadline(Objects.requireNonNull(deadline, "deadline"));
    return this;
  }

  /**
   * Opens the store. What an earlier process left half done (an erasure, a recording) is completed
   * or cleaned up first.
   *
   * @return the open store
   * @throws eu.sotto.register.RegisterException if the register is not valid
   * @throws eu.sotto.vocabulary.PrivacyException if the store is in use, damaged, of another root
   *     key, or cannot be written
   * @throws IllegalStateException if no register was given
   */
  public CallPrivacy open() {
    return CallPrivacy.on(opening.open());
  }
}
