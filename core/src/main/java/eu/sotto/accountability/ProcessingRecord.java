package eu.sotto.accountability;

import java.util.Objects;

/**
 * The record of processing activities, as the register declares them: what the host does as a
 * controller (Art. 30(1)) and what it does for others (Art. 30(2)). The same register gives the
 * same bytes. Immutable and thread-safe. Source: GDPR Art. 30.
 *
 * @param json for machines
 * @param html for people, to be printed: no script, nothing loaded
 * @param text for people, plain
 */
public record ProcessingRecord(String json, String html, String text) {
  /** Refuses null. */
  public ProcessingRecord {
    Objects.requireNonNull(json, "json");
    Objects.requireNonNull(html, "html");
    Objects.requireNonNull(text, "text");
  }
}
