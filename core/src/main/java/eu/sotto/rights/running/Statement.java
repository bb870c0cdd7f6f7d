package eu.sotto.rights.running;

import eu.sotto.crypto.Destruction;
import eu.sotto.records.OpenErasure;
import eu.sotto.records.Withheld;
import eu.sotto.rights.ToldRecipient;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

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

  /**
   * What is stated where others decide on more of the same person.
   *
   * @param erasure what was ordered
   * @param behalf for whom
   * @param records how many records were removed
   * @param calls how many calls can be found no more
   * @param others who decides on the rest, as far as that may be told
   */
  record Part(OpenErasure erasure, Behalf behalf, int records, int calls, Set<String> others) {}

  private Statement() {}

  static String inPart(Part part, List<Withheld> left, List<ToldRecipient> told) {
    StringBuilder text =
        new StringBuilder("Receipt of erasure of what one controller decides on (GDPR Art. 17)\n");
    line(text, "order", part.erasure().order());
    line(text, "ordered", part.erasure().orderedAt());
    line(text, "controller / Verantwortlicher", part.behalf().controller());
    line(text, "records removed, their own keys first", part.records());
    line(text, "calls that nothing leads to any more", part.calls());
    line(
        text,
        "not touched, since others decide on it (GDPR Art. 28(3)(a)) / nicht berührt",
        part.others().isEmpty() ? "the data of others" : String.join(", ", part.others()));
    line(
        text,
        "goes with that",
        "sealed entries of the log about these calls: ids, times, what was asked and answered");
    withheld(text, left);
    told(text, told);
    return text.toString();
  }

  static String of(Facts facts, List<Withheld> left, List<ToldRecipient> told) {
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
    withheld(text, left);
    told(text, told);
    return text.toString();
  }

  private static void told(StringBuilder text, List<ToldRecipient> told) {
    for (ToldRecipient one : told) {
      line(text, "is told of the erasure (GDPR Art. 19) / wird unterrichtet", one.name());
    }
    text.append("This is evidence of procedure, not proof of absence.\n");
  }

  /** A refusal in part, by ground and last day. Source: GDPR Art. 12(4). */
  private static void withheld(StringBuilder text, List<Withheld> left) {
    Map<String, Long> counts =
        left.stream()
            .collect(
                Collectors.groupingBy(
                    one ->
                        one.ground()
                            + (one.until() == null
                                ? ""
                                : ", until and including / bis einschließlich " + one.until()),
                    TreeMap::new,
                    Collectors.counting()));
    counts.forEach(
        (ground, count) ->
            line(
                text,
                "withheld, stored only, under keys of its own / zurückgehalten, nur gespeichert",
                count + " (" + ground + ")"));
    if (!left.isEmpty()) {
      text.append(
          "So far the request is refused: you may complain to the supervisory authority (Art. 77)"
              + " or go to court (Art. 79). / Insoweit ist der Antrag abgelehnt: Sie können sich"
              + " bei der Aufsichtsbehörde beschweren (Art. 77) oder klagen (Art. 79).\n");
    }
  }

  private static String names(List<String> stores) {
    return stores.isEmpty() ? "none" : String.join(", ", stores);
  }

  private static void line(StringBuilder text, String what, Object value) {
    text.append(what).append(": ").append(value).append('\n');
  }
}
