package eu.sotto.ledger;

import eu.sotto.store.OwnerOnlyFile;
import eu.sotto.store.StoreException;
import eu.sotto.store.StoreException.Fault;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** An anchor that is replaced as a whole: write beside, force, rename, force the folder. */
final class FileAnchor implements Anchor {
  private static final String NAME = "the anchor file";

  private final OwnerOnlyFile file;
  private final Tombstones tombstones;
  private final ReentrantLock lock = new ReentrantLock();

  FileAnchor(Path path) {
    this.file = new OwnerOnlyFile(path);
    this.tombstones = Tombstones.file(path.resolveSibling("tombstones"));
  }

  @Override
  public Optional<String> newest() {
    try {
      return Optional.of(file.read());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new StoreException(Fault.UNAVAILABLE, NAME, e);
    }
  }

  @Override
  public Tombstones tombstones() {
    return tombstones;
  }

  @Override
  public void keep(String note) {
    lock.lock();
    try {
      file.replace(note);
    } catch (IOException e) {
      throw new StoreException(Fault.UNAVAILABLE, NAME, e);
    } finally {
      lock.unlock();
    }
  }
}
