package eu.sotto.rights.running;

import eu.sotto.crypto.Destruction;
import eu.sotto.records.OpenErasure;
import eu.sotto.records.Withheld;
import eu.sotto.rights.ToldRecipient;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
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
   * @param zone where the controller is
   */
  record Facts(
      OpenErasure erasure,
      Destruction destruction,
      int records,
      LocalDate evidenceUntil,
      List<String> silent,
      ZoneId zone) {}

  /**
   * What is not gone, and what follows.
   *
   * @param left what is withheld
   * @param ended what else the person asked for, which can be carried out no more
   * @param told who is told of the erasure
   */
  record Rest(List<Withheld> left, List<RequestFacts> ended, List<ToldRecipient> told) {}

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
    inLines(text, left);
    told(text, told);
    return text.toString();
  }

  /** First for people, in both languages, then what programs read, as it was recorded. */
  static String of(Facts facts, Rest rest) {
    StringBuilder text =
        new StringBuilder("Receipt of erasure (GDPR Art. 17) / Beleg über eine Löschung\n");
    for (Locale language : List.of(Locale.GERMAN, Locale.ENGLISH)) {
      text.append('\n');
      words(text, facts, rest, Tongue.of(language, facts.zone()));
    }
    text.append("\nFor programs / Für Programme:\n");
    codes(text, facts);
    rest.ended().forEach(one -> line(text, "request ended", one.id()));
    withheld(rest.left())
        .forEach(
            (one, count) ->
                line(
                    text,
                    "withheld",
                    count
                        + " ("
                        + one.ground()
                        + (one.until() == null ? "" : ", until and including " + one.until())
                        + ")"));
    return text.toString();
  }

  private static void words(StringBuilder text, Facts facts, Rest rest, Tongue in) {
    Destruction destruction = facts.destruction();
    sentence(
        text,
        in.say("Gelöscht am ", "Erased on ")
            + in.at(destruction.time())
            + in.say(
                ": Die Schlüssel, ohne die niemand Ihre Daten lesen kann, sind vernichtet.",
                ": the keys without which nobody can read your data are destroyed."));
    sentence(
        text, in.say("Entfernte Stücke: ", "Records that were removed: ") + facts.records() + ".");
    if (!destruction.pending().isEmpty() || !facts.silent().isEmpty()) {
      sentence(
          text,
          in.say(
              "Noch nicht überall bestätigt; was offen ist, steht unten.",
              "Not confirmed everywhere yet; what is pending stands below."));
    }
    ended(text, rest.ended(), in);
    kept(text, rest.left(), in);
    sentence(
        text,
        in.say(
                "Ohne Ihren Namen und Ihre Nummer bleibt der Nachweis rechtmäßiger Verarbeitung, ",
                "Without your name and number the evidence of lawful processing stays, ")
            + in.until(facts.evidenceUntil())
            + " ("
            + in.law("OWiG § 31(2) no. 1, BDSG § 41, GDPR Art. 17(3)(e)")
            + ").");
    for (ToldRecipient one : rest.told()) {
      sentence(
          text,
          in.say("Von der Löschung wird unterrichtet (", "Is told of the erasure (")
              + in.law("GDPR Art. 19")
              + "): "
              + one.name()
              + ".");
    }
    sentence(
        text,
        in.say(
            "Das belegt das Verfahren, nicht dass nirgends etwas blieb.",
            "This is evidence of procedure, not proof of absence."));
  }

  private static void ended(StringBuilder text, List<RequestFacts> ended, Tongue in) {
    if (!ended.isEmpty()) {
      sentence(
          text,
          in.say(
                  "Was Sie noch beantragt hatten, ist damit erledigt: ",
                  "What else you asked for ends with it: ")
              + ended.stream()
                  .map(
                      one ->
                          one.right()
                              .map(right -> RightsWords.of(right, in))
                              .orElseGet(() -> in.say("ein Antrag", "a request")))
                  .collect(Collectors.joining(", "))
              + ".");
    }
  }

  /** A refusal in part, by ground and last day. Source: GDPR Art. 12(4). */
  private static void kept(StringBuilder text, List<Withheld> left, Tongue in) {
    if (left.isEmpty()) {
      return;
    }
    sentence(
        text,
        in.say(
            "Zurückgehalten, nur gespeichert, unter eigenen Schlüsseln:",
            "Withheld, stored only, under keys of their own:"));
    String hold = in.say("Löschsperre", "legal hold");
    withheld(left)
        .forEach(
            (one, count) ->
                sentence(
                    text,
                    "- "
                        + count
                        + (one.until() == null ? "" : " " + in.until(one.until()))
                        + " ("
                        + in.law(one.ground().replace("legal hold", hold))
                        + ")"));
    sentence(
        text,
        in.say(
            "Insoweit ist der Antrag abgelehnt: Sie können sich bei der Aufsichtsbehörde beschweren"
                + " (Art. 77 DSGVO) oder klagen (Art. 79 DSGVO).",
            "So far the request is refused: you may complain to the supervisory authority (Art. 77)"
                + " or go to court (Art. 79)."));
  }

  private static void codes(StringBuilder text, Facts facts) {
    Destruction destruction = facts.destruction();
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
    line(text, "evidence kept until", facts.evidenceUntil());
  }

  private static void told(StringBuilder text, List<ToldRecipient> told) {
    for (ToldRecipient one : told) {
      line(text, "is told of the erasure (GDPR Art. 19) / wird unterrichtet", one.name());
    }
    text.append("This is evidence of procedure, not proof of absence.\n");
  }

  private static void inLines(StringBuilder text, List<Withheld> left) {
    withheld(left)
        .forEach(
            (one, count) ->
                line(
                    text,
                    "withheld, stored only, under keys of its own / zurückgehalten, nur gespeichert",
                    count
                        + " ("
                        + one.ground()
                        + (one.until() == null
                            ? ""
                            : ", until and including / bis einschließlich " + one.until())
                        + ")"));
    if (!left.isEmpty()) {
      text.append(
          "So far the request is refused: you may complain to the supervisory authority (Art. 77)"
              + " or go to court (Art. 79). / Insoweit ist der Antrag abgelehnt: Sie können sich"
              + " bei der Aufsichtsbehörde beschweren (Art. 77) oder klagen (Art. 79).\n");
    }
  }

  /** How many are kept on one ground to one day, in one order. */
  private static Map<Withheld, Long> withheld(List<Withheld> left) {
    return left.stream()
        .collect(
            Collectors.groupingBy(
                one -> one,
                () -> new TreeMap<>(Comparator.comparing(Withheld::toString)),
                Collectors.counting()));
  }

  private static String names(List<String> stores) {
    return stores.isEmpty() ? "none" : String.join(", ", stores);
  }

  private static void sentence(StringBuilder text, String sentence) {
    text.append(sentence).append('\n');
  }

  private static void line(StringBuilder text, String what, Object value) {
    text.append(what).append(": ").append(value).append('\n');
  }
}
