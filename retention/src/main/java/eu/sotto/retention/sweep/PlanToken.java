package eu.sotto.retention.sweep;

import java.time.Instant;
import java.util.Objects;

/**
 * The confirmation of one plan, which expires.
 *
 * @param fingerprint the SHA-256 of the plan, as hex digits
 * @param expires the first instant at which it no longer confirms
 */
public record PlanToken(String fingerprint, Instant expires) {
  /** Refuses missing parts. */
  public PlanToken {
    Objects.requireNonNull(fingerprint, "fingerprint");
    Objects.requireNonNull(expires, "expires");
  }
}
