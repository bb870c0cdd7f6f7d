package eu.sotto;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sotto.session.Opening;
import eu.sotto.vocabulary.CallId;
import eu.sotto.vocabulary.Identity;
import eu.sotto.vocabulary.LineId;
import eu.sotto.vocabulary.Party;
import eu.sotto.vocabulary.Right;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

/**
 * Invariant 8: nothing personal leaks into logs, streams, exceptions, {@code toString}, file names
 * or files, whatever room of the library it was handed to and whatever went wrong there.
 */
class LeakProperties {
  /** What goes wrong. */
  private enum Fault {
    NONE,
    STORE_FAILS,
    ERASED
  }

  @Property(tries = 12)
  @Tag("R50")
  void nothingPersonalLeaves(@ForAll LeakRooms room, @ForAll Fault fault) {
    try (LeakScan scan = new LeakScan(LeakRooms.CANARIES)) {
      BrokenStore store = new BrokenStore();
      var time = new AtomicReference<>(Practice.START);
      try (Practice practice =
          Practice.on(
              CallPrivacy.on(
                  Opening.inMemory(
                      room.register(), time::get, Duration.ofMillis(300), store::around)),
              time)) {
        Call call = begun(practice, scan);
        if (fault == Fault.STORE_FAILS) {
          store.is(BrokenStore.Mood.FAILS);
        } else if (fault == Fault.ERASED) {
          erase(practice, scan);
        }
        scan.run(() -> room.play(practice, call, scan));
        LeakRooms.figures(practice, scan);
        scan.run(() -> call.ended(practice.now()));
      }
      LeakRooms.registers(scan);
      assertThat(scan.leaks()).isEmpty();
    }
  }

  private static Call begun(Practice practice, LeakScan scan) {
    Party party = Party.presented(LeakRooms.NUMBER);
    CallId id = CallId.of(LeakRooms.WORD + "-call");
    Call call = practice.privacy().answer(id, LineId.of("main"), party, practice.now());
    scan.value(List.of(party, call, call.id(), call.caller()));
    practice.announce(call, Duration.ofSeconds(40));
    practice.consent(call);
    return call;
  }

  private static void erase(Practice practice, LeakScan scan) {
    Subject caller = practice.privacy().subject(Party.presented(LeakRooms.NUMBER)).orElseThrow();
    var request = caller.request(Right.ERASURE, practice.now(), Practice.ACTOR);
    scan.step(() -> request.identify(Practice.IDENTITY, Practice.ACTOR));
    scan.step(() -> request.identify(Identity.verified("eid"), Practice.ACTOR));
    scan.step(request::erase).ifPresent(receipt -> scan.value(receipt.statement()));
  }

  @Property(generation = GenerationMode.EXHAUSTIVE)
  void aLeakOnAnyWayIsCaught(@ForAll LeakScan.Channel channel) throws IOException {
    Path folder = Files.createTempDirectory("planted");
    try (LeakScan scan = new LeakScan(LeakRooms.CANARIES)) {
      plant(channel, folder, scan);
      scan.files(folder);
      assertThat(scan.leaks()).extracting(LeakScan.Leak::channel).containsExactly(channel);
    } finally {
      StoredBytes.delete(folder);
    }
  }

  private static void plant(LeakScan.Channel channel, Path folder, LeakScan scan)
      throws IOException {
    String leak = "call of " + LeakRooms.WORD;
    switch (channel) {
      case LOG -> Logger.getLogger("eu.sotto.session").log(Level.FINEST, leak);
      case OUT -> System.out.println(leak);
      case ERR -> System.err.println(leak);
      case EXCEPTION -> scan.run(() -> thrown(leak));
      case VALUE -> scan.value(Optional.of(List.of(leak)));
      case FILE_NAME -> Files.writeString(folder.resolve(leak), "nothing");
      case FILE -> Files.writeString(folder.resolve("x"), leak.toUpperCase(Locale.ROOT));
    }
  }

  /** Where few would look: in what is suppressed by the cause. */
  private static void thrown(String leak) {
    IllegalStateException cause = new IllegalStateException("no");
    cause.addSuppressed(new IllegalArgumentException(leak));
    throw new IllegalStateException("nothing to see", cause);
  }

  @Example
  void bothKindsOfLogsAndTheChainInALogAreCaught() {
    try (LeakScan scan = new LeakScan(LeakRooms.CANARIES)) {
      System.Logger logger = System.getLogger("eu.sotto.records");
      logger.log(System.Logger.Level.TRACE, "Call {0} began", LeakRooms.DIGITS);
      logger.log(
          System.Logger.Level.WARNING,
          "It failed",
          new IllegalStateException(new LeakScan.HostFault(LeakRooms.MAIL)));
      assertThat(scan.leaks()).extracting(LeakScan.Leak::channel).hasSizeGreaterThan(1);
    }
  }

  @Example
  void aNumberWrittenAsBytesIsCaught() throws IOException {
    Path folder = Files.createTempDirectory("bytes");
    try (LeakScan scan = new LeakScan(LeakRooms.CANARIES)) {
      Files.write(folder.resolve("x"), LeakRooms.DIGITS.getBytes(StandardCharsets.UTF_16LE));
      scan.files(folder);
      assertThat(scan.leaks()).isNotEmpty();
    } finally {
      StoredBytes.delete(folder);
    }
  }
}
