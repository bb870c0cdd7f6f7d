package eu.sotto.rights.running;

import eu.sotto.crypto.Destruction;
import eu.sotto.records.OpenErasure;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;

/** What a receipt of erasure says, in words that anybody can read; nothing personal. */
final class Statement {
  /**
   * What is stated.
   *
   * @param erasure what was ordered
   * @param destruction which keys were destroyed, where
   * @param records how many records were removed
   * @param evidenceUntil until when the evidence of lawful processing is kept
   * @param silent the other nodes that did not confirm in time
   */
  record Facts(
      OpenErasure erasure,
      Destruction destruction,
      int records,
      LocalDate evidenceUntil,
      List<String> silent) {}

  private Statement() {}

  static String of(Facts facts) {
    Destruction destruction = facts.destruction();
    StringBuilder text = new StringBuilder("Receipt of erasure (GDPR Art. 17)\n");
    line(text, "order", facts.erasure().order());
    line(text, "ordered", facts.erasure().orderedAt());
    line(text, "keys destroyed", destruction.time());
    line(text, "key epoch", destruction.epoch());
    for (Destruction.Key key : destruction.keys()) {
      String commitment = HexFormat.of().formatHex(key.commitment().toArray());
      line(text, "destroyed key", key.id() + " " + key.kind() + " " + commitment);
    }
    line(text, "records removed", facts.records());
    line(text, "stores done", names(destruction.done()));
    line(text, "stores pending", names(destruction.pending()));
    if (!facts.silent().isEmpty()) {
      line(text, "nodes that kept silent, and deny while they do", names(facts.silent()));
    }
    line(text, "residue of the key slot", destruction.residue());
    line(
        text,
        "kept, restricted and without name or number",
        "evidence of lawful processing until "
            + facts.evidenceUntil()
            + " (OWiG § 31(2) no. 1, BDSG § 41, GDPR Art. 17(3)(e))");
    text.append("This is evidence of procedure, not proof of absence.\n");
    return text.toString();
  }

  private static String names(List<String> stores) {
    return stores.isEmpty() ? "none" : String.join(", ", stores);
  }

  private static void line(StringBuilder text, String what, Object value) {
    text.append(what).append(": ").append(value).append('\n');
  }
}
