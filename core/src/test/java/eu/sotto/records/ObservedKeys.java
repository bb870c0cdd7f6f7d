package eu.sotto.records;

import eu.sotto.crypto.Bytes;
import eu.sotto.crypto.CryptoException;
import eu.sotto.crypto.DestroyableSlot;
import eu.sotto.crypto.KeyStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** A key store and slot in memory that can be copied at any time and are told before each step. */
final class ObservedKeys {
  private final TreeMap<String, KeyStore.Row> rows = new TreeMap<>();
  private Bytes content;
  private long version;
  Steps steps = Steps.NONE;

  synchronized ObservedKeys copy() {
    ObservedKeys copy = new ObservedKeys();
    copy.rows.putAll(rows);
    copy.content = content;
    copy.version = version;
    return copy;
  }

  KeyStore store() {
    return new Store();
  }

  DestroyableSlot slot() {
    return new Slot();
  }

  private void before(String step) {
    try {
      steps.before(step);
    } catch (Steps.Injected e) {
      throw new CryptoException.Unavailable("injected", e);
    }
  }

  private final class Store implements KeyStore {
    @Override
    public String name() {
      return "observed store";
    }

    @Override
    public List<Row> read(Collection<String> names) {
      synchronized (ObservedKeys.this) {
        return names.stream().map(rows::get).filter(Objects::nonNull).toList();
      }
    }

    @Override
    public List<Row> scan(String prefix, String after, int limit) {
      synchronized (ObservedKeys.this) {
        List<Row> found = new ArrayList<>();
        for (Row row : rows.tailMap(prefix, true).values()) {
          if (!row.name().startsWith(prefix) || found.size() == limit) {
            break;
          }
          if (row.name().compareTo(after) > 0) {
            found.add(row);
          }
        }
        return found;
      }
    }

    @Override
    public boolean apply(List<? extends Change> changes) {
      before("keys");
      synchronized (ObservedKeys.this) {
        for (Change change : changes) {
          Row now = rows.get(change.name());
          if ((now == null ? 0 : now.version()) != change.expected()) {
            return false;
          }
        }
        for (Change change : changes) {
          if (change instanceof Put put) {
            rows.put(put.name(), new Row(put.name(), put.expected() + 1, put.value()));
          } else if (change instanceof Remove) {
            rows.remove(change.name());
          }
        }
        return true;
      }
    }
  }

  private final class Slot implements DestroyableSlot {
    @Override
    public String name() {
      return "observed slot";
    }

    @Override
    public Optional<Content> read() {
      synchronized (ObservedKeys.this) {
        return Optional.ofNullable(content).map(now -> new Content(version, now));
      }
    }

    @Override
    public boolean replace(long expectedVersion, Bytes next) {
      before("slot");
      synchronized (ObservedKeys.this) {
        if (expectedVersion != version) {
          return false;
        }
        content = next;
        version++;
        return true;
      }
    }

    @Override
    public void close() {}
  }
}
