package eu.sotto.benchmarks;

import eu.sotto.benchmarks.ledger.LedgerArea;
import eu.sotto.benchmarks.purpose.PurposeArea;
import eu.sotto.benchmarks.redaction.RedactionArea;
import eu.sotto.benchmarks.retention.RetentionArea;
import eu.sotto.benchmarks.sealing.SealingArea;
import java.util.List;
import java.util.Optional;

/** The areas that the jar can measure. */
final class Areas {
  static final List<Area> ALL =
      List.of(
          new SealingArea(),
          new RetentionArea(),
          new LedgerArea(),
          new RedactionArea(),
          new PurposeArea());

  private Areas() {}

  static Optional<Area> named(String name) {
    return ALL.stream().filter(area -> area.name().equals(name)).findFirst();
  }
}
