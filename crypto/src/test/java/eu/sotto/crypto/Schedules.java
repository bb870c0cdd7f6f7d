package eu.sotto.crypto;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs tasks in every order of their steps that has few switches, one task at a time: a step ends
 * before each call of a store or slot. A task that waits for another one's lock is passed over.
 */
final class Schedules {
  private static final Set<Thread.State> WAITS =
      EnumSet.of(Thread.State.BLOCKED, Thread.State.WAITING);

  /** Tasks made anew for each run, and what must hold when all have ended. */
  record Scenario(List<Runnable> tasks, Runnable check) {}

  private enum Phase {
    AT_GATE,
    LET_GO,
    RUNNING,
    DONE
  }

  private static final class Worker implements Runnable {
    private final Runnable task;
    private final Semaphore go = new Semaphore(0);
    private final Thread thread = new Thread(this);
    private volatile Phase phase = Phase.LET_GO;
    private volatile @Nullable Throwable failure;

    Worker(Runnable task) {
      this.task = task;
      thread.setDaemon(true);
    }

    @Override
    public void run() {
      CURRENT.set(this);
      try {
        await();
        task.run();
      } catch (RuntimeException | AssertionError e) {
        failure = e;
      } finally {
        phase = Phase.DONE;
      }
    }

    void await() {
      phase = Phase.AT_GATE;
      go.acquireUninterruptibly();
      phase = Phase.RUNNING;
    }

    void letGo() {
      phase = Phase.LET_GO;
      go.release();
    }

    boolean isAtRest() {
      return phase == Phase.AT_GATE
          || phase == Phase.DONE
          || (phase == Phase.RUNNING && WAITS.contains(thread.getState()));
    }
  }

  private static final ThreadLocal<@Nullable Worker> CURRENT = new ThreadLocal<>();

  private final Map<Integer, Integer> switches;

  /** For each step the worker that was let go, and the others that could have been. */
  private final List<List<Integer>> choices = new ArrayList<>();

  private Schedules(Map<Integer, Integer> switches) {
    this.switches = switches;
  }

  /** Ends a step; does nothing outside of a schedule. */
  static void step() {
    @Nullable Worker worker = CURRENT.get();
    if (worker != null) {
      worker.await();
    }
  }

  /**
   * Explores, and returns how many schedules there were.
   *
   * @throws AssertionError of the first schedule that breaks a rule
   */
  static int explore(int maxSwitches, Function<Integer, Scenario> make) {
    Deque<Map<Integer, Integer>> todo = new ArrayDeque<>(List.of(Map.of()));
    int runs = 0;
    while (!todo.isEmpty()) {
      Map<Integer, Integer> switches = todo.pop();
      Schedules schedule = new Schedules(switches);
      try {
        schedule.run(make.apply(runs++));
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("schedule " + new TreeMap<>(switches), e);
      }
      todo.addAll(schedule.next(maxSwitches));
    }
    return runs;
  }

  private Collection<Map<Integer, Integer>> next(int maxSwitches) {
    List<Map<Integer, Integer>> next = new ArrayList<>();
    int last = switches.keySet().stream().mapToInt(step -> step).max().orElse(-1);
    boolean firstIsOther = switches.containsKey(0);
    if (switches.size() - (firstIsOther ? 1 : 0) >= maxSwitches) {
      return next;
    }
    for (int step = last + 1; step < choices.size(); step++) {
      for (int other : choices.get(step).subList(1, choices.get(step).size())) {
        Map<Integer, Integer> more = new TreeMap<>(switches);
        more.put(step, other);
        next.add(more);
      }
    }
    return next;
  }

  private void run(Scenario scenario) {
    List<Worker> workers = scenario.tasks.stream().map(Worker::new).toList();
    workers.forEach(worker -> worker.thread.start());
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    int now = 0;
    while (workers.stream().anyMatch(worker -> worker.phase != Phase.DONE)) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("the tasks hang");
      }
      List<Integer> ready = ready(workers);
      if (ready.isEmpty()) {
        Thread.onSpinWait();
        continue;
      }
      int wanted = switches.getOrDefault(choices.size(), now);
      int chosen = ready.contains(wanted) ? wanted : ready.get(0);
      ready.remove((Integer) chosen);
      ready.add(0, chosen);
      choices.add(ready);
      now = chosen;
      workers.get(chosen).letGo();
    }
    for (Worker worker : workers) {
      if (worker.failure != null) {
        throw new AssertionError("a task failed", worker.failure);
      }
    }
    scenario.check.run();
  }

  /** The workers at a gate, once none is on its way. */
  private static List<Integer> ready(List<Worker> workers) {
    List<Integer> ready = new ArrayList<>();
    for (int i = 0; i < workers.size(); i++) {
      if (!workers.get(i).isAtRest()) {
        return List.of();
      }
      if (workers.get(i).phase == Phase.AT_GATE) {
        ready.add(i);
      }
    }
    return ready;
  }

  /** A store each call of which is a step. */
  record Store(KeyStore inner) implements KeyStore {
    @Override
    public String name() {
      return inner.name();
    }

    @Override
    public List<Row> read(Collection<String> names) {
      step();
      return inner.read(names);
    }

    @Override
    public List<Row> scan(String prefix, String after, int limit) {
      step();
      return inner.scan(prefix, after, limit);
    }

    @Override
    public boolean apply(List<? extends Change> changes) {
      step();
      return inner.apply(changes);
    }
  }

  /** A slot each call of which is a step. */
  record Slot(DestroyableSlot inner) implements DestroyableSlot {
    @Override
    public String name() {
      return inner.name();
    }

    @Override
    public Optional<Content> read() {
      step();
      return inner.read();
    }

    @Override
    public boolean replace(long expectedVersion, Bytes content) {
      step();
      return inner.replace(expectedVersion, content);
    }

    @Override
    public void close() {
      inner.close();
    }
  }
}
