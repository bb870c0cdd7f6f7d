package eu.sotto.crypto;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.channels.FileChannel;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A disk of which one chosen call fails, kills its process or cuts its power; all others are passed
 * on to a real folder. After a power cut nothing is there but what was forced: a file's bytes by
 * its own force, a name in a folder by the folder's. One thread at a time.
 */
public final class FaultyDisk {
  /** What the chosen call does. */
  public enum Fate {
    /** It fails, and the process lives on. */
    FAILS,
    /** The process dies in it; what was done before stays. */
    DIES,
    /** The power goes; what was not forced is lost. */
    LOSES_POWER
  }

  private static final int NEVER = Integer.MAX_VALUE;

  /** What brings back the state before a change that was not forced yet. */
  private static final class Undo {
    /** The folder whose names changed, or the file whose bytes did, under its present name. */
    Path of;

    final Reverting change;

    Undo(Path of, Reverting change) {
      this.of = of;
      this.change = change;
    }
  }

  /** Reverts one change. */
  private interface Reverting {
    void run(Path of) throws IOException;
  }

  /** A path of this disk. */
  interface OnDisk {
    Path real();
  }

  private final FaultySystem system = new FaultySystem(this);
  private final List<Undo> unforced = new ArrayList<>();
  private final List<FileChannel> open = new ArrayList<>();
  private boolean forcesAnything = true;
  private Fate fate = Fate.FAILS;
  private int at = NEVER;
  private int calls;
  private boolean dead;

  /** Nothing fails until it is told to. */
  public FaultyDisk() {}

  /** A path of this disk for a real one. */
  public Path path(Path real) {
    return (Path)
        Proxy.newProxyInstance(
            FaultyDisk.class.getClassLoader(),
            new Class<?>[] {Path.class, OnDisk.class},
            (proxy, method, args) ->
                switch (method.getName()) {
                  case "real" -> real;
                  case "getFileSystem" -> system;
                  case "equals" -> real.equals(real(args[0]));
                  default -> passedOn(real, method, args);
                });
  }

  private Object passedOn(Path real, Method method, Object[] args) throws Throwable {
    Object[] unwrapped = args == null ? null : Arrays.stream(args).map(FaultyDisk::real).toArray();
    try {
      Object result = method.invoke(real, unwrapped);
      return result instanceof Path path ? path(path) : result;
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static Object real(Object path) {
    return path instanceof OnDisk wrapped ? wrapped.real() : path;
  }

  static Path realPath(Path path) {
    return (Path) real(path);
  }

  /** Counts from now on; that call, from zero, does not succeed. */
  public void at(int call, Fate what) {
    calls = 0;
    at = call;
    fate = what;
  }

  /** How many calls there were since {@link #at}. */
  public int calls() {
    return calls;
  }

  /** Whether the process that used it is dead. */
  public boolean isDead() {
    return dead;
  }

  /** Plants a fault: no force has an effect. */
  public void forceNothing() {
    forcesAnything = false;
  }

  /** Another process comes, after the power came back if it was gone. */
  public void restart() throws IOException {
    for (FileChannel channel : open) {
      channel.close();
    }
    open.clear();
    if (dead && fate == Fate.LOSES_POWER) {
      for (int i = unforced.size() - 1; i >= 0; i--) {
        unforced.get(i).change.run(unforced.get(i).of);
      }
      unforced.clear();
    }
    dead = false;
    at = NEVER;
  }

  /** The power goes and comes back while nobody does anything. */
  public void cutPower() throws IOException {
    fate = Fate.LOSES_POWER;
    dead = true;
    restart();
  }

  private void call() throws IOException {
    if (dead) {
      throw new IOException("Input/output error");
    }
    if (calls++ == at) {
      dead = fate != Fate.FAILS;
      throw new IOException("Input/output error");
    }
  }

  private void changed(Path of, Reverting change) {
    unforced.add(new Undo(of, change));
  }

  private static Path parent(Path real) {
    return Objects.requireNonNull(real.toAbsolutePath().getParent());
  }

  void createDirectory(Path real, FileAttribute<?>... attributes) throws IOException {
    call();
    Files.createDirectory(real, attributes);
    changed(parent(real), folder -> deleteAll(real));
  }

  private static void deleteAll(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  void delete(Path real) throws IOException {
    call();
    byte[] content = Files.readAllBytes(real);
    Files.delete(real);
    changed(parent(real), folder -> Files.write(real, content));
  }

  void move(Path from, Path to, CopyOption... options) throws IOException {
    call();
    Files.move(from, to, options);
    renamed(from, to);
    changed(
        parent(to),
        folder -> {
          Files.move(to, from);
          renamed(to, from);
        });
  }

  private void renamed(Path from, Path to) {
    for (Undo undo : unforced) {
      if (undo.of.equals(from.toAbsolutePath())) {
        undo.of = to.toAbsolutePath();
      }
    }
  }

  FileChannel open(Path real, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    call();
    boolean isNew = Files.notExists(real);
    FileChannel channel = FileChannel.open(real, options, attributes);
    open.add(channel);
    if (isNew) {
      changed(parent(real), folder -> Files.delete(real));
    }
    return new FaultyChannel(this, real, channel, options.contains(StandardOpenOption.WRITE));
  }

  /** Before bytes of a file change; a call that kills leaves half of them. */
  int written(Path real, FaultyChannel.Writing all, FaultyChannel.Writing half) throws IOException {
    byte[] before = Files.readAllBytes(real);
    boolean cut = !dead && calls == at;
    if (cut) {
      changed(real, file -> rewrite(file, before));
      half.run();
    }
    call();
    changed(real, file -> rewrite(file, before));
    return all.run();
  }

  /** What was removed for good has no bytes that could come back. */
  private static void rewrite(Path file, byte[] before) throws IOException {
    if (Files.exists(file)) {
      Files.write(file, before);
    }
  }

  void forced(Path real, FileChannel channel) throws IOException {
    call();
    if (forcesAnything) {
      channel.force(true);
      unforced.removeIf(undo -> undo.of.equals(real.toAbsolutePath()));
    }
  }

  void closed(FileChannel channel) throws IOException {
    open.remove(channel);
    channel.close();
    call();
  }
}
