package eu.sotto.incident;

import java.util.Objects;

/**
 * The documentation of an incident for an authority or a controller: it names functions, never an
 * affected person. The same incident at the same time gives the same bytes. Immutable and
 * thread-safe. Source: GDPR Art. 33(3), 33(5).
 *
 * @param json for machines
 * @param html for people, to be printed: no script, nothing loaded
 * @param text for people, plain
 */
public record IncidentExport(String json, String html, String text) {
  /** Refuses null. */
  public IncidentExport {
    Objects.requireNonNull(json, "json");
    Objects.requireNonNull(html, "html");
    Objects.requireNonNull(text, "text");
  }

  /** Never the content. */
  @Override
  public String toString() {
    return "IncidentExport[" + json.length() + "]";
  }
}
