package eu.sotto.session;

import eu.sotto.crypto.CryptoException;
import eu.sotto.crypto.DestroyableSlot;
import eu.sotto.crypto.KeyStore;
import eu.sotto.crypto.KeyVault;
import eu.sotto.crypto.MemoryKeyStore;
import eu.sotto.crypto.MemoryRootKey;
import eu.sotto.crypto.MemorySlot;
import eu.sotto.crypto.RootKey;
import eu.sotto.interchange.RegisterJson;
import eu.sotto.records.Records;
import eu.sotto.records.TokenKeys;
import eu.sotto.register.Register;
import eu.sotto.store.LedgerStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What a host decides about an engine, and how it is put together from that. */
public abstract class Opening {
  private @Nullable Path registerFile;
  private @Nullable Register register;
  private @Nullable RootKey rootKey;
  private @Nullable Path keyFolder;
  private InstantSource clock = InstantSource.system();
  private Duration deadline = Settings.DEFAULT_DEADLINE;

  /** Nothing is decided yet. */
  Opening() {}

  /**
   * Sets the register's file.
   *
   * @param file JSON
   */
  public void register(Path file) {
    registerFile = file;
  }

  /**
   * Sets the register.
   *
   * @param made in Java
   */
  public void register(Register made) {
    register = made;
  }

  /**
   * Sets the root key.
   *
   * @param key the host's
   */
  public void rootKey(RootKey key) {
    rootKey = key;
  }

  /**
   * Sets the folder of key folders.
   *
   * @param folder outside the data
   */
  public void keyFolder(Path folder) {
    keyFolder = folder;
  }

  /**
   * Sets the clock.
   *
   * @param source the time
   */
  public void clock(InstantSource source) {
    clock = source;
  }

  /**
   * Sets the deadline.
   *
   * @param longest above zero, at most one minute
   */
  public void deadline(Duration longest) {
    Settings.checkDeadline(longest);
    deadline = longest;
  }

  /**
   * Opens the stores and starts the engine.
   *
   * @return the engine
   */
  public final Engine open() {
    Settings settings = new Settings(readRegister(), clock, deadline);
    Stores stores = new Stores();
    try {
      fill(stores, settings);
      return Engine.start(settings, stores);
    } catch (CryptoException e) {
      stores.close();
      throw KeyFolder.fault(e);
    } catch (RuntimeException | Error e) {
      stores.close();
      throw e;
    }
  }

  /** Opens keys, ledger and records, in this order. */
  abstract void fill(Stores stores, Settings settings);

  final Path keyFolders() {
    return keyFolder == null ? KeyFolder.defaultParent() : keyFolder;
  }

  final RootKey rootKey(Stores stores, KeyFolder keys, boolean isNew) {
    return rootKey == null ? stores.add(keys.rootKey(isNew)) : rootKey;
  }

  /**
   * Opens a store that lives in memory.
   *
   * @param register the register
   * @param clock the time
   * @return the engine
   */
  public static Engine inMemory(Register register, InstantSource clock) {
    return inMemory(register, clock, Settings.DEFAULT_DEADLINE, store -> store);
  }

  /**
   * Opens a store that lives in memory, whose ledger lies in what is made of its own store: tests
   * let that fail.
   *
   * @param register the register
   * @param clock the time
   * @param deadline above zero, at most one minute
   * @param around what takes the place of the ledger's store
   * @return the engine
   */
  public static Engine inMemory(
      Register register,
      InstantSource clock,
      Duration deadline,
      UnaryOperator<LedgerStore> around) {
    Settings settings = new Settings(register, clock, deadline);
    Stores stores = new Stores();
    RootKey root = stores.add(MemoryRootKey.create());
    stores.vault(vault(root, new MemoryKeyStore(), new MemorySlot(), clock));
    stores.ledger(Ledgers.inMemory(stores, clock, around));
    stores.records(
        Records.inMemory(stores.vault(), settings.register().retentionPolicy())
            .shield(stores.shield())
            .clock(clock)
            .metadataClass(OwnRecords.metadataClass(register))
            .open());
    stores.tokens(TokenKeys.inMemory());
    return Engine.start(settings, stores);
  }

  static KeyVault vault(RootKey root, KeyStore store, DestroyableSlot slot, InstantSource clock) {
    try {
      return KeyVault.builder().rootKey(root).store(store).slot(slot).clock(clock).open();
    } catch (RuntimeException | Error e) {
      // a vault that did not open does not close its slot, and the file would stay locked
      slot.close();
      throw e;
    }
  }

  private Register readRegister() {
    if (register != null) {
      return register;
    }
    if (registerFile == null) {
      throw new IllegalStateException("no register was given");
    }
    return RegisterJson.read(registerFile);
  }
}
