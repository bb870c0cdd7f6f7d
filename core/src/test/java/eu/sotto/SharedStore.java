package eu.sotto;

import com.zaxxer.hikari.HikariDataSource;
import eu.sotto.crypto.FileRootKey;
import eu.sotto.records.ContentStore;
import eu.sotto.records.FileContentStore;
import eu.sotto.register.Register;
import eu.sotto.session.Engine;
import eu.sotto.session.NodeOpening;
import eu.sotto.store.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A database of its own, on which a test opens nodes; they share a clock and a root key. */
final class SharedStore {
  final String database = PostgresServer.newDatabase();
  final AtomicReference<Instant> time = new AtomicReference<>(Practice.START);
  private final Path folder;
  private final Register register;
  private final FileRootKey rootKey;
  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private int nodes;

  SharedStore(Path folder) {
    this(folder, Practice.register());
  }

  SharedStore(Path folder, Register register) {
    this.folder = folder;
    this.register = register;
    this.rootKey = FileRootKey.create(folder.resolve("root.key"));
  }

  /** A node as a host opens it. */
  Practice node() {
    return node(keys());
  }

  /** A node to which nobody has copied the token keys. */
  Practice nodeWithoutTokenKeys() {
    return node(folder.resolve("keys-bare"));
  }

  private Practice node(Path keys) {
    CallPrivacy privacy =
        CallPrivacy.on(pool())
            .register(register)
            .contents(folder.resolve("content"))
            .rootKey(rootKey)
            .keyFolder(keys)
            .keySlotInDatabase(Duration.ofDays(30))
            .clock(time::get)
            .deadline(Duration.ofSeconds(20))
            .open();
    open.push(privacy);
    return Practice.on(privacy, time);
  }

  /** What a node runs on, with contents in a place that a test has its hand on. */
  Engine engine(UnaryOperator<ContentStore> around) {
    NodeOpening opening = new NodeOpening(pool());
    opening.register(register);
    opening.contents(around.apply(new FileContentStore(folder.resolve("content"))));
    opening.rootKey(rootKey);
    opening.keyFolder(keys());
    opening.keySlotInDatabase(Duration.ofDays(30));
    opening.clock(time::get);
    opening.deadline(Duration.ofSeconds(20));
    return opening.open();
  }

  /** A node's own key folder; the token keys of the first one are copied, as a host does. */
  private Path keys() {
    Path own = folder.resolve("keys-" + nodes++);
    try (Stream<Path> first = Files.walk(folder.resolve("keys-0"))) {
      for (Path file : first.filter(path -> path.endsWith("tokens.keys")).toList()) {
        Path copy = own.resolve(folder.resolve("keys-0").relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    } catch (NoSuchFileException e) {
      return own;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return own;
  }

  Practice on(Engine engine) {
    CallPrivacy privacy = CallPrivacy.on(engine);
    open.push(privacy);
    return Practice.on(privacy, time);
  }

  private HikariDataSource pool() {
    HikariDataSource pool = PostgresServer.pool(PostgresServer.url(database), 5);
    open.push(pool);
    return pool;
  }

  /** As the operator. */
  void execute(String sql) {
    PostgresServer.execute(PostgresServer.owner(database), sql);
  }

  void close() throws Exception {
    while (!open.isEmpty()) {
      open.pop().close();
    }
    rootKey.close();
  }
}
