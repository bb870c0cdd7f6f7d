package eu.sotto;

import static eu.sotto.Practice.APPOINTMENT;
import static eu.sotto.Practice.QUALITY;
import static org.assertj.core.api.Assertions.assertThat;

import eu.sotto.permit.Operation;
import eu.sotto.redaction.Summary;
import eu.sotto.session.Opening;
import eu.sotto.vocabulary.Answer;
import eu.sotto.vocabulary.CallId;
import eu.sotto.vocabulary.Party;
import eu.sotto.vocabulary.Role;
import eu.sotto.vocabulary.Speaker;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/** Invariant 8: nothing personal leaks into logs, exceptions or {@code toString}. */
class LeakProperties {
  private static final String CANARY = "kanarienvogel";

  /** Where something personal is planted, and a fault beside it. */
  private enum Scene {
    WELL,
    STORE_FAILS,
    WRONG_PARTY,
    FOREIGN_PERMIT,
    ERASED
  }

  /** All that the library lets out: log lines, messages of exceptions, texts of its values. */
  private static final class Outlets extends Handler {
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();

    @Override
    public void publish(LogRecord entry) {
      lines.add(new SimpleFormatter().format(entry));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    void value(Object value) {
      lines.add(value.toString());
    }

    /** Takes a step; what it returns or throws is an outlet. */
    <T> void step(Callable<T> step) {
      try {
        value(step.call());
      } catch (Exception | AssertionError e) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        lines.add(text.toString());
      }
    }

    List<String> leaks() {
      return lines.stream().filter(line -> line.contains(CANARY)).toList();
    }
  }

  @Property(tries = 6)
  void nothingPersonalLeaves(@ForAll @Size(min = 1, max = 4) List<Scene> scenes) {
    assertThat(leaks(scenes, false)).isEmpty();
  }

  @Example
  void aLineThatNamesTheCallIsCaught() {
    assertThat(leaks(List.of(Scene.WELL), true)).isNotEmpty();
  }

  private static List<String> leaks(List<Scene> scenes, boolean planted) {
    Outlets outlets = new Outlets();
    Logger root = Logger.getLogger("eu.sotto");
    Level before = root.getLevel();
    outlets.setLevel(Level.ALL);
    root.setLevel(Level.ALL);
    root.setUseParentHandlers(false);
    root.addHandler(outlets);
    try {
      scenes.forEach(scene -> play(scene, outlets));
      if (planted) {
        System.getLogger("eu.sotto.session")
            .log(System.Logger.Level.DEBUG, "Call {0} began", CANARY + "-call");
      }
      return outlets.leaks();
    } finally {
      root.removeHandler(outlets);
      root.setUseParentHandlers(true);
      root.setLevel(before);
    }
  }

  private static void play(Scene scene, Outlets out) {
    BrokenStore store = new BrokenStore();
    var time = new AtomicReference<>(Practice.START);
    try (Practice practice =
        Practice.on(
            CallPrivacy.on(
                Opening.inMemory(
                    Practice.register(), time::get, Duration.ofSeconds(3), store::around)),
            time)) {
      Party party = Party.presented("sip:" + CANARY + "@voip.example");
      out.value(party);
      Call call = practice.answered(CANARY + "-call", party);
      out.value(call);
      out.value(call.id());
      out.value(call.caller());
      practice.announce(call, Duration.ofSeconds(40));
      practice.consent(call);
      if (scene == Scene.STORE_FAILS) {
        store.is(BrokenStore.Mood.FAILS);
      } else if (scene == Scene.ERASED) {
        out.step(() -> call.caller().request(Practice.IDENTITY, Practice.ACTOR).erase());
      }
      steps(practice, call, out);
      if (scene == Scene.WRONG_PARTY) {
        out.step(() -> practice.answered(CANARY + "-call", Party.presented(CANARY)));
      } else if (scene == Scene.FOREIGN_PERMIT) {
        Call other = practice.answered(CANARY + "-other", party);
        practice.announce(other, Duration.ofSeconds(40));
        out.step(() -> call.keep(Summary.of(CANARY, CANARY), Practice.transcribing(other)));
      }
    }
  }

  private static void steps(Practice practice, Call call, Outlets out) {
    Answer spoken = Answer.spoken(CANARY, practice.now());
    Speaker speaker = Speaker.of(CANARY, Role.INTERPRETER);
    out.value(spoken);
    out.value(speaker);
    out.value(Practice.transcript(CANARY));
    out.value(Summary.of(CANARY, "m-1"));
    out.step(() -> call.answered(QUALITY, spoken));
    out.step(() -> Practice.recording(call));
    out.step(() -> call.record(Practice.recording(call)));
    out.step(() -> call.may(Operation.TRANSCRIBE, APPOINTMENT));
    out.step(() -> call.redact(Practice.transcript(CANARY), Practice.transcribing(call)));
    out.step(() -> Practice.keep(call, CANARY));
    out.step(() -> call.records());
    out.step(() -> practice.privacy().resume(CallId.of(CANARY + "-call")));
    out.step(
        () -> {
          call.joined(speaker, practice.now());
          return call.may(Operation.RECORD, QUALITY);
        });
    out.step(() -> practice.privacy().subject(Party.phone(CANARY)));
    out.step(() -> practice.privacy().subject(Party.presented(CANARY)));
    out.step(() -> call.caller().withdraw(QUALITY, spoken));
    out.step(() -> call.caller().request(Practice.IDENTITY, Practice.ACTOR));
    out.step(() -> call.caller().request(Practice.IDENTITY, Practice.ACTOR).access());
    out.step(() -> practice.privacy().retention().plan());
    out.step(() -> practice.privacy().verify());
    call.ended(practice.now());
  }
}
