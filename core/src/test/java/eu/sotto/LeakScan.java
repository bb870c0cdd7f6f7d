package eu.sotto;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every way by which the library lets something out, watched: logs of both kinds, both streams,
 * whole chains of exceptions, texts of values, names and bytes of files. One is open at a time.
 */
final class LeakScan implements AutoCloseable {
  /** By which way. */
  enum Channel {
    LOG,
    OUT,
    ERR,
    EXCEPTION,
    VALUE,
    FILE_NAME,
    FILE
  }

  /** Something personal, and by which way it came out. */
  record Leak(Channel channel, String text) {}

  /** What a host's own port throws: its words are the host's, wherever the library hands it on. */
  static final class HostFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    HostFault(String words) {
      super(words);
    }
  }

  private final Set<String> forms = new HashSet<>();
  private final Queue<Leak> said = new ConcurrentLinkedQueue<>();
  private final Logger root = Logger.getLogger("");
  private final Logger library = Logger.getLogger("eu.sotto");
  private final List<Level> levels = new ArrayList<>();
  private final Handler[] before = root.getHandlers();
  private final PrintStream stdout = System.out;
  private final PrintStream stderr = System.err;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Handler log = new Logs();

  /** Watches until it is closed. */
  LeakScan(Collection<String> canaries) {
    canaries.forEach(this::spell);
    levels.add(root.getLevel());
    levels.add(library.getLevel());
    List.of(before).forEach(root::removeHandler);
    log.setLevel(Level.ALL);
    root.setLevel(Level.ALL);
    library.setLevel(Level.ALL);
    root.addHandler(log);
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  /** As it is, in capitals, and as bytes are written down. */
  private void spell(String canary) {
    byte[] bytes = canary.getBytes(StandardCharsets.UTF_8);
    forms.add(canary);
    forms.add(canary.toUpperCase(Locale.ROOT));
    forms.add(canary.toLowerCase(Locale.ROOT));
    forms.add(HexFormat.of().formatHex(bytes));
    String base64 = Base64.getEncoder().withoutPadding().encodeToString(bytes);
    forms.add(base64.substring(0, base64.length() - 1));
  }

  private final class Logs extends Handler {
    @Override
    public void publish(LogRecord entry) {
      said.add(new Leak(Channel.LOG, new SimpleFormatter().format(entry)));
      Throwable thrown = entry.getThrown();
      if (thrown != null) {
        chain(Channel.LOG, thrown, true);
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  /** What the library handed back; of what holds several, each. */
  void value(@Nullable Object value) {
    if (value instanceof Optional<?> one) {
      one.ifPresent(this::value);
    } else if (value instanceof Stream<?> several) {
      several.forEach(this::value);
    } else if (value instanceof Iterable<?> several && !(value instanceof Path)) {
      several.forEach(this::value);
    } else if (value instanceof Map<?, ?> pairs) {
      pairs.forEach(
          (key, of) -> {
            value(key);
            value(of);
          });
    } else {
      said.add(new Leak(Channel.VALUE, String.valueOf(value)));
    }
  }

  /** Takes a step; what it returns or throws is looked at. */
  <T> Optional<T> step(Callable<T> step) {
    try {
      T value = step.call();
      value(value);
      return Optional.ofNullable(value);
    } catch (Exception | AssertionError e) {
      chain(Channel.EXCEPTION, e, false);
      return Optional.empty();
    }
  }

  /** Takes a step that returns nothing. */
  void run(Runnable step) {
    step(
        () -> {
          step.run();
          return "done";
        });
  }

  /** Every exception of the chain, whatever it hangs on; in a log the host's words count too. */
  private void chain(Channel channel, Throwable first, boolean withHosts) {
    chain(channel, first, withHosts, new HashSet<>());
  }

  private void chain(Channel channel, Throwable link, boolean withHosts, Set<Throwable> seen) {
    if (!seen.add(link) || (link instanceof HostFault && !withHosts)) {
      return;
    }
    said.add(new Leak(channel, link + " " + link.getLocalizedMessage()));
    for (Throwable suppressed : link.getSuppressed()) {
      chain(channel, suppressed, withHosts, seen);
    }
    if (link.getCause() != null) {
      chain(channel, link.getCause(), withHosts, seen);
    }
  }

  /** The names and bytes of all files below a folder, as they lie there now. */
  void files(Path folder) throws IOException {
    for (Path file : StoredBytes.files(folder)) {
      said.add(new Leak(Channel.FILE_NAME, folder.relativize(file).toString()));
    }
    for (String found : StoredBytes.inFiles(folder, forms)) {
      said.add(new Leak(Channel.FILE, found));
    }
  }

  /** What came out and holds something personal. */
  List<Leak> leaks() {
    List<Leak> all = new ArrayList<>(said);
    all.add(new Leak(Channel.OUT, out.toString(StandardCharsets.UTF_8)));
    all.add(new Leak(Channel.ERR, err.toString(StandardCharsets.UTF_8)));
    return all.stream().filter(leak -> forms.stream().anyMatch(leak.text()::contains)).toList();
  }

  @Override
  public void close() {
    System.setOut(stdout);
    System.setErr(stderr);
    root.removeHandler(log);
    List.of(before).forEach(root::addHandler);
    root.setLevel(levels.get(0));
    library.setLevel(levels.get(1));
  }
}
