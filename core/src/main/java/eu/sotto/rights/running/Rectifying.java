package eu.sotto.rights.running;

import eu.sotto.records.NewRecord;
import eu.sotto.records.RecordEntry;
import eu.sotto.records.RecordId;
import eu.sotto.records.RecordKind;
import eu.sotto.rights.RightsException;
import eu.sotto.session.Engine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts a record right: the new version names the old one, and is redacted as that was. Doing it
 * again with the same text goes on where a crash left it.
 */
final class Rectifying {
  private static final String RECTIFIES = "rectifies";

  private Rectifying() {}

  static RecordEntry of(Engine engine, RecordEntry old, String text) {
    NewRecord what = old.what();
    if (what.kind() == RecordKind.RECORDING) {
      throw new IllegalArgumentException("a recording is evidence of what was said: add a note");
    }
    String redacted = engine.redacted(text);
    NewRecord right = what.labelled(RECTIFIES, old.id().toString());
    byte[] content = redacted.getBytes(StandardCharsets.UTF_8);
    return versions(engine, old)
        .filter(one -> Arrays.equals(content(engine, one), content))
        .findFirst()
        .orElseGet(() -> kept(engine, engine.records().keep(right, content)));
  }

  private static RecordEntry kept(Engine engine, RecordId id) {
    return engine
        .records()
        .entry(id)
        .orElseThrow(() -> new IllegalStateException("the person's data was erased"));
  }

  /** What earlier tries put in its place: a crash may have come before the old one went. */
  private static Stream<RecordEntry> versions(Engine engine, RecordEntry old) {
    String replaced = old.id().toString();
    return engine.records().ofCall(old.what().call()).stream()
        .filter(one -> replaced.equals(one.what().labels().get(RECTIFIES)));
  }

  private static byte[] content(Engine engine, RecordEntry entry) {
    try (InputStream in = Channels.newInputStream(engine.records().open(entry.id()))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new RightsException("a version of the record could not be read", e);
    }
  }

  /**
   * What was wrong goes, unless a hold names it, and with it what an earlier try put in its place:
   * one of them stays. Its own request is no reason to keep it.
   */
  static void dispose(Engine engine, RecordEntry old, RecordEntry put) {
    List<RecordId> ids =
        versions(engine, old)
            .map(RecordEntry::id)
            .filter(id -> !id.equals(put.id()))
            .collect(Collectors.toCollection(ArrayList::new));
    ids.add(old.id());
    engine.records().lifetimes().dispose(ids);
  }
}
