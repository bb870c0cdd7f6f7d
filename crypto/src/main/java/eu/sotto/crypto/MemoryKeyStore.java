package eu.sotto.crypto;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** A key store that lives as long as the process. */
public final class MemoryKeyStore implements KeyStore {
  private final ReentrantLock lock = new ReentrantLock();
  private final TreeMap<String, Row> rows = new TreeMap<>();

  /** An empty store. */
  public MemoryKeyStore() {}

  @Override
  public String name() {
    return "memory store";
  }

  @Override
  public List<Row> read(Collection<String> names) {
    lock.lock();
    try {
      List<Row> found = new ArrayList<>(names.size());
      for (String name : names) {
        @Nullable Row row = rows.get(name);
        if (row != null) {
          found.add(row);
        }
      }
      return found;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public List<Row> scan(String prefix, String after, int limit) {
    lock.lock();
    try {
      List<Row> found = new ArrayList<>();
      boolean inside = after.compareTo(prefix) >= 0;
      for (Row row : rows.tailMap(inside ? after : prefix, !inside).values()) {
        if (found.size() == limit || !row.name().startsWith(prefix)) {
          break;
        }
        found.add(row);
      }
      return found;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean apply(List<? extends Change> changes) {
    lock.lock();
    try {
      Set<String> names = new HashSet<>();
      for (Change change : changes) {
        if (!names.add(change.name())) {
          throw new IllegalArgumentException("two changes of one row");
        }
        @Nullable Row row = rows.get(change.name());
        if ((row == null ? 0 : row.version()) != change.expected()) {
          return false;
        }
      }
      for (Change change : changes) {
        if (change instanceof Put put) {
          rows.put(put.name(), new Row(put.name(), put.expected() + 1, put.value()));
        } else if (change instanceof Remove remove) {
          rows.remove(remove.name());
        }
      }
      return true;
    } finally {
      lock.unlock();
    }
  }
}
