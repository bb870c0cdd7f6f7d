package eu.sotto.ledger;

import eu.sotto.crypto.Bytes;
import eu.sotto.store.OwnerOnlyFile;
import eu.sotto.store.StoreException;
import eu.sotto.store.StoreException.Fault;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** One line per tombstone, only ever added to; a line that a crash cut counts for nothing. */
final class FileTombstones implements Tombstones {
  private static final String NAME = "the journal of erasures";

  private final Path path;
  private final OwnerOnlyFile file;
  private final ReentrantLock lock = new ReentrantLock();

  FileTombstones(Path path) {
    this.path = path.toAbsolutePath();
    this.file = new OwnerOnlyFile(path);
  }

  @Override
  public void bury(Collection<Tombstone> erased) {
    StringBuilder lines = new StringBuilder();
    for (Tombstone each : erased) {
      String hex = HexFormat.of().formatHex(each.value().toArray());
      lines.append(each.kind().name().toLowerCase(Locale.ROOT)).append(' ').append(hex);
      lines.append(" .\n");
    }
    lock.lock();
    try {
      // The leading newline ends a line that a crash has cut.
      file.append("\n" + lines);
    } catch (IOException e) {
      throw new StoreException(Fault.UNAVAILABLE, NAME, e);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void read(Consumer<Tombstone> each) {
    if (Files.notExists(path)) {
      return;
    }
    try (BufferedReader lines = Files.newBufferedReader(path, StandardCharsets.US_ASCII)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] words = line.split(" ", -1);
        if (words.length == 3 && words[2].equals(".")) {
          Kind kind = Kind.valueOf(words[0].toUpperCase(Locale.ROOT));
          each.accept(new Tombstone(kind, Bytes.of(HexFormat.of().parseHex(words[1]))));
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new StoreException(Fault.CORRUPTED, NAME, e);
    }
  }
}
