package eu.sotto.crypto;

import java.security.Provider;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Lends tools to one operation at a time; what lies on the shelf forgets its keys on demand.
 *
 * <p>Tools that are lent while {@link #forget} runs forget when they are put back. A thread finds
 * the tools that it used last, if nobody took them, so that a run under one key keeps its schedule.
 */
final class ToolShelf {
  private static final int PLACES = 32;

  private final @Nullable Provider provider;
  private final AtomicReferenceArray<@Nullable Tools> places = new AtomicReferenceArray<>(PLACES);
  private final AtomicLong forgettings = new AtomicLong();

  ToolShelf(@Nullable Provider provider) {
    this.provider = provider;
  }

  private static int place(int step) {
    return ((int) Thread.currentThread().getId() + step) & (PLACES - 1);
  }

  Tools take() {
    long now = forgettings.get();
    @Nullable Tools tools = null;
    for (int step = 0; step < PLACES && tools == null; step++) {
      int place = place(step);
      tools = places.get(place) == null ? null : places.getAndSet(place, null);
    }
    Tools taken = tools == null ? Tools.of(provider) : tools;
    taken.takenAt = now;
    return taken;
  }

  void putBack(Tools tools) {
    long takenAt = tools.takenAt;
    for (int step = 0; step < PLACES; step++) {
      if (places.compareAndSet(place(step), null, tools)) {
        if (forgettings.get() != takenAt) {
          sweep();
        }
        return;
      }
    }
    tools.forget();
  }

  /** Has all tools forget their keys: those at rest now, those in use when they are put back. */
  void forget() {
    forgettings.incrementAndGet();
    sweep();
  }

  private void sweep() {
    for (int place = 0; place < PLACES; place++) {
      @Nullable Tools tools = places.getAndSet(place, null);
      if (tools != null) {
        tools.forget();
        places.compareAndSet(place, null, tools);
      }
    }
  }
}
