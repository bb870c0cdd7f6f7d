package eu.sotto.rights.running;

import eu.sotto.retention.DisposalMethod;
import eu.sotto.retention.Disposition;
import eu.sotto.retention.Explanation;
import eu.sotto.retention.Ground;
import eu.sotto.retention.Release;
import eu.sotto.retention.RuleKind;
import eu.sotto.retention.RuleTrace;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Why a record is still here, until when and what would free it, for the person whom it is about.
 */
final class KeptWords {
  private static final Set<RuleTrace.Role> OF_USE =
      EnumSet.of(RuleTrace.Role.DECIDES, RuleTrace.Role.RUNS, RuleTrace.Role.WAITS);

  /** Names of events that registers commonly use; others stand as the controller declares them. */
  private static final Map<String, Both> EVENTS =
      Map.of(
          "call-ended", new Both("das Ende des Gesprächs", "the end of the call"),
          "last-contact", new Both("der letzte Kontakt", "the last contact"),
          "contract-ended", new Both("das Ende des Vertrags", "the end of the contract"),
          "consent-withdrawn", new Both("der Widerruf der Einwilligung", "the withdrawal"),
          "recorded", new Both("das Festhalten", "the keeping"));

  private final Tongue in;

  KeptWords(Tongue in) {
    this.in = in;
  }

  String why(Explanation explanation) {
    Stream<String> rules =
        explanation.rules().stream().filter(one -> OF_USE.contains(one.role())).map(this::rule);
    Stream<String> frees = explanation.frees().stream().map(this::release);
    return Stream.of(Stream.of(verdict(explanation.disposition())), rules, frees)
        .flatMap(lines -> lines)
        .distinct()
        .collect(Collectors.joining("\n"));
  }

  private String verdict(Disposition disposition) {
    String because = in.say(", denn ", ", because ") + ground(disposition.because().ground()) + ".";
    return disposition.fold(
            keep -> in.say("Es bleibt ", "It stays ") + in.until(keep.until()),
            restrict ->
                in.say("Es wird nur noch gespeichert, ", "It is stored only, ")
                    + in.until(restrict.until()),
            dispose ->
                in.say("Es ist fällig seit ", "It is due since ")
                    + in.day(dispose.since())
                    + (dispose.how() == DisposalMethod.DESTROY
                        ? in.say(" und wird gelöscht", " and is going to be deleted")
                        : in.say(
                            " und wird so geändert, dass es niemandem mehr gehört",
                            " and is going to be changed so that it belongs to nobody")),
            review -> in.say("Darüber muss ein Mensch entscheiden", "A person has to decide"))
        + because;
  }

  private String rule(RuleTrace trace) {
    String waits =
        trace.role() == RuleTrace.Role.WAITS
            ? in.say(", wartet auf ein Ereignis", ", waits for an event")
            : "";
    String end = trace.end().map(until -> ", " + in.until(until)).orElse("");
    return kind(trace.kind()) + ": " + in.law(trace.source()) + end + waits + ".";
  }

  private String kind(RuleKind kind) {
    return switch (kind) {
      case MUST_DELETE_BY -> in.say("Höchstdauer", "The longest time");
      case MUST_KEEP_UNTIL -> in.say("Pflicht zur Aufbewahrung", "Duty to keep it");
      case MAY_KEEP -> in.say("Grund zur Aufbewahrung", "Reason to keep it");
      case HOLD -> in.say("Löschsperre", "Legal hold");
      case RESTRICTION -> in.say("Einschränkung", "Restriction");
      case DEADLINE -> in.say("Frist", "Deadline");
    };
  }

  private String ground(Ground ground) {
    return switch (ground) {
      case WITHIN_MAXIMUM ->
          in.say("die Höchstdauer ist nicht erreicht", "the longest time is not over");
      case DUTY ->
          in.say("eine Pflicht verlangt die Aufbewahrung", "a duty demands that it is kept");
      case PERMITTED ->
          in.say("ein festgehaltener Grund erlaubt es", "a recorded reason allows it");
      case CLAIM -> in.say("ein benannter Anspruch erlaubt es", "a named claim allows it");
      case WAITS_FOR_EVENT ->
          in.say(
              "was die Frist beginnen lässt, ist noch nicht geschehen",
              "what begins the period has not happened yet");
      case LEGAL_HOLD -> in.say("eine Löschsperre gilt", "a legal hold is in force");
      case RESTRICTION ->
          in.say("die Verarbeitung ist eingeschränkt", "its processing is restricted");
      case OPEN_REQUEST -> in.say("ein Antrag von Ihnen ist offen", "a request of yours is open");
      case MAXIMUM_REACHED -> in.say("die Höchstdauer ist erreicht", "the longest time is over");
      case BASIS_ENDED ->
          in.say(
              "der letzte Grund zur Aufbewahrung ist entfallen",
              "the last reason to keep it has ended");
      case BACKSTOP_REACHED ->
          in.say(
              "was die Frist beginnen ließe, blieb zu lange aus",
              "what would begin the period did not happen in time");
      case PURPOSE_ENDED -> in.say("jeder Zweck ist entfallen", "every purpose has ended");
      case DUTY_OUTLASTS_ABSOLUTE_MAXIMUM ->
          in.say(
              "eine Pflicht dauert länger als die Höchstdauer",
              "a duty lasts longer than the longest time");
      case NO_RULE -> in.say("keine Regel beendet die Aufbewahrung", "no rule ends its keeping");
    };
  }

  private String release(Release release) {
    String what = release.what();
    return switch (release.kind()) {
      case HOLD_ENDS ->
          in.say("Frei wird es, wenn die Sperre endet.", "It is freed when the hold ends.");
      case EVENT_HAPPENS ->
          in.say("Die Frist beginnt durch: ", "The period begins with: ") + event(what) + ".";
      case PERIOD_ENDS -> in.say("Fällig am ", "Due on ") + in.day(LocalDate.parse(what)) + ".";
      case PURPOSES_END ->
          in.say(
                  "Frei wird es früher, wenn der Zweck entfällt: ",
                  "It is freed earlier when its purpose ends: ")
              + what
              + ".";
      case CLAIM_SETTLED ->
          in.say(
              "Frei wird es, wenn der Anspruch erledigt ist.",
              "It is freed when the claim is settled.");
      case PERSON_DECIDES ->
          in.say(
              "Frei wird es, wenn ein Mensch so entscheidet.",
              "It is freed when a person decides so.");
    };
  }

  String event(String name) {
    Both both = EVENTS.get(name);
    return both == null ? name : both.in(in);
  }
}
