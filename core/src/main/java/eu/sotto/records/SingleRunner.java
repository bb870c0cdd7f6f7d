package eu.sotto.records;

import eu.sotto.crypto.Bytes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Lets one node of a store run a job at a time; a node that is gone holds nothing. */
final class SingleRunner {
  private static final String NAME = "runner-";

  private final Parts parts;
  private final Set<String> running = ConcurrentHashMap.newKeySet();

  SingleRunner(Parts parts) {
    this.parts = parts;
  }

  boolean run(String job, Runnable work) {
    if (!running.add(job)) {
      return false;
    }
    try {
      if (!claimed(NAME + job)) {
        return false;
      }
      try {
        work.run();
        return true;
      } finally {
        RecordsBuilder.set(parts.index(), NAME + job, new byte[0]);
      }
    } finally {
      running.remove(job);
    }
  }

  private boolean claimed(String name) {
    boolean[] claimed = {false};
    parts
        .index()
        .exclusively(
            () -> {
              Bytes holder = Bytes.of(RecordsBuilder.setting(parts.index(), name));
              Set<Bytes> live = parts.node().live();
              if (holder.equals(parts.node().node()) || !live.contains(holder)) {
                RecordsBuilder.set(parts.index(), name, parts.node().node().toArray());
                claimed[0] = true;
              }
            });
    return claimed[0];
  }
}
