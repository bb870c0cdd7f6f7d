package eu.sotto.crypto;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** A store and the two sectors of a slot that fail or lose power at a chosen write. */
final class Faults {
  private final Random random;
  private int writesLeft = -1;
  private boolean dead;

  Faults(Random random) {
    this.random = random;
  }

  /** What a write does when it is reached. */
  private enum Fate {
    SUCCEEDS,
    FAILS_BEFORE,
    FAILS_AFTER
  }

  private boolean power;

  /** Lets the given number of writes pass, fails the next one, and everything after it too. */
  void cutPowerAfter(int writes) {
    writesLeft = writes;
    power = true;
  }

  /** Lets the given number of writes pass and fails the next one only. */
  void failOnceAfter(int writes) {
    writesLeft = writes;
    power = false;
  }

  void heal() {
    writesLeft = -1;
    dead = false;
  }

  boolean isDead() {
    return dead;
  }

  private Fate next() {
    if (dead) {
      return Fate.FAILS_BEFORE;
    }
    if (writesLeft < 0) {
      return Fate.SUCCEEDS;
    }
    if (writesLeft-- > 0) {
      return Fate.SUCCEEDS;
    }
    dead = power;
    return random.nextBoolean() ? Fate.FAILS_AFTER : Fate.FAILS_BEFORE;
  }

  /** A store whose transactions may fail before or after they took effect. */
  final class Store implements KeyStore {
    final MemoryKeyStore rows = new MemoryKeyStore();

    /** Every value that a row ever had, as a backup or a write-ahead log may keep it. */
    final Map<String, Set<Bytes>> ever = new HashMap<>();

    @Override
    public String name() {
      return "faulty store";
    }

    private void requirePower() {
      if (dead) {
        throw new CryptoException.Unavailable("store has no power", null);
      }
    }

    @Override
    public List<Row> read(Collection<String> names) {
      requirePower();
      return rows.read(names);
    }

    @Override
    public List<Row> scan(String prefix, String after, int limit) {
      requirePower();
      return rows.scan(prefix, after, limit);
    }

    @Override
    public boolean apply(List<? extends Change> changes) {
      Fate fate = next();
      if (fate == Fate.FAILS_BEFORE) {
        throw new CryptoException.Unavailable("store failed", null);
      }
      boolean applied = rows.apply(changes);
      for (Change change : changes) {
        if (applied && change instanceof Put put) {
          ever.computeIfAbsent(put.name(), fresh -> new HashSet<>()).add(put.value());
        }
      }
      if (fate == Fate.FAILS_AFTER) {
        throw new CryptoException.Unavailable("store failed", null);
      }
      return applied;
    }
  }

  /** Two sectors with a cache; what was not forced may survive a power cut whole, torn or not. */
  final class Sectors implements FileSlot.Disk {
    private final byte[][] durable = {new byte[FileSlot.SECTOR], new byte[FileSlot.SECTOR]};
    private final byte[][] cached = {new byte[FileSlot.SECTOR], new byte[FileSlot.SECTOR]};

    @Override
    public byte[] read(int index) throws IOException {
      requirePower();
      return cached[index].clone();
    }

    private void requirePower() throws IOException {
      if (dead) {
        throw new IOException("disk has no power");
      }
    }

    @Override
    public void write(int index, byte[] sector) throws IOException {
      Fate fate = next();
      if (fate != Fate.FAILS_BEFORE) {
        cached[index] = sector.clone();
      }
      fail(fate);
    }

    private static void fail(Fate fate) throws IOException {
      if (fate != Fate.SUCCEEDS) {
        throw new IOException("disk failed");
      }
    }

    @Override
    public void force() throws IOException {
      Fate fate = next();
      if (fate != Fate.FAILS_BEFORE) {
        for (int index = 0; index < 2; index++) {
          durable[index] = cached[index].clone();
        }
      }
      fail(fate);
    }

    @Override
    public void close() {}

    /** Power comes back: of each sector not forced any 512-byte blocks are new, the others old. */
    void restart() {
      for (int index = 0; index < 2; index++) {
        int torn = random.nextInt(4);
        for (int block = 0; block < FileSlot.SECTOR; block += 512) {
          boolean survives = torn == 0 || (torn != 1 && random.nextBoolean());
          if (survives) {
            System.arraycopy(cached[index], block, durable[index], block, 512);
          }
        }
        cached[index] = durable[index].clone();
      }
    }

    /** A copy of each sector, with a blank one beside it. */
    List<FileSlot.Disk> apart() {
      return List.of(copyOf(0), copyOf(1));
    }

    private FileSlot.Disk copyOf(int index) {
      Sectors copy = new Faults(random).new Sectors();
      copy.durable[index] = durable[index].clone();
      copy.cached[index] = durable[index].clone();
      return copy;
    }

    boolean holds(byte[] canary) {
      return contains(durable[0], canary) || contains(durable[1], canary);
    }
  }

  static boolean contains(byte[] haystack, byte[] needle) {
    for (int at = 0; at <= haystack.length - needle.length; at++) {
      if (Arrays.equals(haystack, at, at + needle.length, needle, 0, needle.length)) {
        return true;
      }
    }
    return false;
  }
}
