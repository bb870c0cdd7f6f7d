package eu.sotto.rights.running;

import eu.sotto.records.NewRecord;
import eu.sotto.records.RecordEntry;
import eu.sotto.records.RecordId;
import eu.sotto.records.RecordKind;
import eu.sotto.session.Engine;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Puts a record right: the new version names the old one, and is redacted as that was. */
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
    RecordId id = engine.records().keep(right, redacted.getBytes(StandardCharsets.UTF_8));
    return engine
        .records()
        .entry(id)
        .orElseThrow(() -> new IllegalStateException("the person's data was erased"));
  }

  /** What was wrong goes, unless a hold names it. Its own request is no reason to keep it. */
  static void dispose(Engine engine, RecordEntry old) {
    engine.records().dispose(List.of(old.id()));
  }
}
