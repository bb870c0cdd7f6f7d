package eu.sotto.purpose;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sotto.consent.CallConsents;
import eu.sotto.consent.Story;
import eu.sotto.permit.Operation;
import eu.sotto.register.Purpose;
import eu.sotto.register.Recipient;
import eu.sotto.vocabulary.ContractTie;
import eu.sotto.vocabulary.LineId;
import eu.sotto.vocabulary.PurposeId;
import eu.sotto.vocabulary.RecipientId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every purpose with every operation, recipient, line and state of a call, against an oracle that
 * knows the invented office by heart and none of the rules.
 */
@Tag("R20")
@Tag("R21")
@Tag("R29")
@Tag("R34")
@Tag("R35")
@Tag("R38")
class ExhaustiveDecisionTest {
  private static final Instant NOW = Story.second(30);
  private static final String PRESSED_EARLY = "pressed 1 quality 9";
  private static final PurposeId QUALITY = PurposeId.of("quality");
  private static final List<String> HEARD =
      List.of("played welcome 0 10", "played brief 0 5", "asked quality 10");

  /** Nothing was stated, or this at one of three seconds. */
  private static final List<String> TIES =
      List.of("", "PARTY 20", "ASKED_BEFORE 20", "NONE 15", "NONE 20", "NONE 25");

  /** A call as far as it has come. */
  private enum Course {
    NOTHING,
    CUT,
    TOLD,
    AGREED,
    REFUSED,
    STRANGER,
    STAFF;

    CallConsents consents() {
      return switch (this) {
        case NOTHING -> CallConsents.none();
        case CUT ->
            play("cut welcome 0 8 of 10", "cut brief 0 4 of 5", "asked quality 8", PRESSED_EARLY);
        case TOLD -> play("played welcome 0 10", "played brief 0 5");
        case AGREED -> heard("pressed 1 quality 12");
        case REFUSED -> heard("pressed 2 quality 12");
        case STRANGER -> heard("pressed 1 quality 12", "joined ivo INTERPRETER 15");
        case STAFF -> heard("pressed 1 quality 12", "joined ann AGENT 15");
      };
    }

    boolean told() {
      return this != NOTHING && this != CUT;
    }

    boolean agreed() {
      return this == AGREED || this == STRANGER || this == STAFF;
    }

    private static CallConsents heard(String... lines) {
      List<String> all = new ArrayList<>(HEARD);
      all.addAll(List.of(lines));
      return Script.play(all);
    }

    private static CallConsents play(String... lines) {
      return Script.play(List.of(lines));
    }
  }

  /** What the caller has asked for. */
  private enum Wish {
    NONE,
    OBJECTED,
    WITHDRAWN,
    RESTRICTED,
    ERASED;

    SubjectFacts facts() {
      return switch (this) {
        case NONE -> SubjectFacts.NONE;
        case OBJECTED -> new SubjectFacts(Map.of(), purposes(), null, false);
        case WITHDRAWN -> new SubjectFacts(Map.of(QUALITY, at(20)), Set.of(), null, false);
        case RESTRICTED -> new SubjectFacts(Map.of(), Set.of(), at(20), false);
        case ERASED -> new SubjectFacts(Map.of(), Set.of(), null, true);
      };
    }

    private static Instant at(double second) {
      return Story.second(second);
    }

    private static Set<PurposeId> purposes() {
      return Office.REGISTER.purposes().stream().map(Purpose::id).collect(Collectors.toSet());
    }
  }

  private record Asked(
      Course course, Wish wish, String line, Operation<?> operation, String purpose) {}

  @Test
  void theDecisionIsTheOraclesForEveryCombination() {
    PurposeRules rules = PurposeRules.of(Office.REGISTER);
    List<String> disagreements = new ArrayList<>();
    int decided = 0;
    Map<Course, CallConsents> consents = new EnumMap<>(Course.class);
    List.of(Course.values()).forEach(course -> consents.put(course, course.consents()));
    for (Asked asked : all()) {
      Facts facts =
          new Facts(
              CallFacts.running(LineId.of(asked.line()), false),
              consents.get(asked.course()),
              asked.wish().facts(),
              NOW);
      for (String recipient : recipients()) {
        Ruling ruling =
            rules.decide(
                facts,
                asked.operation(),
                PurposeId.of(asked.purpose()),
                recipient.isEmpty() ? null : RecipientId.of(recipient));
        decided++;
        if (ruling.outcome() != outcome(asked, recipient)) {
          disagreements.add(asked + " " + recipient + ": " + ruling);
        }
      }
    }
    assertThat(disagreements).isEmpty();
    assertThat(decided).isEqualTo(7 * 5 * 5 * 13 * 17 * 19);
  }

  /**
   * Every pair of purposes, told of the new one or not; none of the old one's rules is looked at.
   */
  @Test
  void dataServesAnotherPurposeOnlyAsTheOracleSays() {
    PurposeRules rules = PurposeRules.of(Office.REGISTER);
    List<String> told = List.of("played welcome 0 10", "played news 12 20");
    List<String> disagreements = new ArrayList<>();
    for (boolean heard : List.of(true, false)) {
      CallConsents consents = Script.play(told.subList(0, heard ? 2 : 1));
      CallFacts call = CallFacts.running(LineId.of("main"), false);
      Facts facts = new Facts(call, consents, SubjectFacts.NONE, NOW);
      for (Purpose to : Office.REGISTER.purposes()) {
        for (Purpose from : Office.REGISTER.purposes()) {
          Operation<?> operation = to.operations().iterator().next();
          boolean permitted = rules.decideFurther(facts, operation, to.id(), from.id()).permitted();
          boolean alone = rules.decide(facts, operation, to.id(), null).permitted();
          boolean assessed =
              from.id().value().equals("appointment") && to.id().value().equals("statistics");
          boolean expected = alone && (from.equals(to) || (assessed && heard));
          if (permitted != expected) {
            disagreements.add(from.id() + " for " + to.id() + ", told: " + heard);
          }
        }
      }
    }
    assertThat(disagreements).isEmpty();
  }

  /**
   * What the call and what the person's record say of the contract, on lines that are called and
   * from which calls are made; nothing but the four purposes on a contract may depend on it.
   */
  @Test
  void aContractCarriesOnlyWhatIsDoneWithItsPartyAsTheOracleSays() {
    PurposeRules rules = PurposeRules.of(Office.REGISTER);
    List<String> disagreements = new ArrayList<>();
    int decided = 0;
    for (String called : TIES) {
      for (String noted : TIES) {
        for (String line : List.of("main", "desk", "calls")) {
          for (String purpose : purposes()) {
            Facts facts = tied(called, noted, line, purpose);
            for (Operation<?> operation : Operation.all()) {
              Ruling ruling = rules.decide(facts, operation, PurposeId.of(purpose), null);
              decided++;
              // the line from which calls are made is a desk in everything else
              String like = line.equals("calls") ? "desk" : line;
              Asked asked = new Asked(Course.AGREED, Wish.NONE, like, operation, purpose);
              Outcome expected =
                  mayRestOn(called, noted, line, purpose) ? outcome(asked, "") : Outcome.DENIED;
              if (ruling.outcome() != expected) {
                disagreements.add(called + ", " + noted + ", " + line + " " + asked + ruling);
              }
            }
          }
        }
      }
    }
    assertThat(disagreements).isEmpty();
    assertThat(decided).isEqualTo(6 * 6 * 3 * 17 * 13);
  }

  private static Facts tied(String called, String noted, String line, String purpose) {
    List<String> lines = new ArrayList<>(HEARD);
    lines.add("pressed 1 quality 12");
    if (!called.isEmpty()) {
      lines.add("tied " + called.replace(" ", " " + purpose + " "));
    }
    Map<PurposeId, SubjectFacts.Tied> ties = new HashMap<>();
    if (!noted.isEmpty()) {
      String[] words = noted.split(" ", -1);
      Instant at = Story.second(Double.parseDouble(words[1]));
      ties.put(PurposeId.of(purpose), new SubjectFacts.Tied(ContractTie.valueOf(words[0]), at));
    }
    return new Facts(
        CallFacts.running(LineId.of(line), false),
        Script.play(lines),
        new SubjectFacts(Map.of(), Set.of(), null, false, Set.of(), ties),
        NOW);
  }

  private static boolean mayRestOn(String called, String noted, String line, String purpose) {
    if (!List.of("appointment", "regulars", "protocol", "credit").contains(purpose)) {
      return true;
    }
    if (called.startsWith("NONE")) {
      return false;
    }
    if (noted.startsWith("NONE")) {
      // what was noted of the person before this call or in it gives way to a later word only
      return !called.isEmpty() && noted.equals("NONE 15");
    }
    return !called.isEmpty() || !noted.isEmpty() || !line.equals("calls");
  }

  private static List<String> purposes() {
    List<String> purposes =
        new ArrayList<>(Office.REGISTER.purposes().stream().map(p -> p.id().value()).toList());
    purposes.add("tailoring");
    return purposes;
  }

  private static List<Asked> all() {
    List<String> purposes = purposes();
    List<Asked> all = new ArrayList<>();
    for (Course course : Course.values()) {
      for (Wish wish : Wish.values()) {
        for (String line : List.of("main", "short", "desk", "bare", "fax")) {
          for (Operation<?> operation : Operation.all()) {
            purposes.forEach(p -> all.add(new Asked(course, wish, line, operation, p)));
          }
        }
      }
    }
    return all;
  }

  private static List<String> recipients() {
    List<String> all =
        new ArrayList<>(
            Office.REGISTER.recipients().stream()
                .map(Recipient::id)
                .map(RecipientId::value)
                .toList());
    all.add("stranger");
    all.add("");
    return all;
  }

  private static Outcome outcome(Asked asked, String recipient) {
    boolean ok =
        declared(asked)
            && announced(asked)
            && based(asked)
            && mayContinue(asked)
            && everybody(asked)
            && mayReceive(asked, recipient);
    if (!ok) {
      return Outcome.DENIED;
    }
    return asked.operation() == Operation.DECIDE ? Outcome.NEEDS_REVIEW : Outcome.PERMITTED;
  }

  private static boolean declared(Asked asked) {
    String operations =
        switch (asked.purpose()) {
          case "quality" -> "record transcribe analyse coach disclose";
          case "advertising" -> "contact disclose";
          case "appointment" -> "transcribe summarise disclose";
          case "service" -> "transcribe summarise analyse";
          case "hearing" -> "transcribe";
          case "orders", "protocol" -> "record";
          case "rescue" -> "transcribe disclose";
          case "credit" -> "decide";
          case "mood" -> "infer-emotion";
          case "statistics" -> "analyse";
          case "regulars" -> "personalise";
          case "scoring" -> "profile";
          case "fraud-prevention" -> "disclose";
          default -> "";
        };
    return List.of(operations.split(" ", -1)).contains(asked.operation().name());
  }

  private static boolean announced(Asked asked) {
    boolean known = List.of("main", "short", "desk").contains(asked.line());
    boolean before = asked.course().told() || asked.purpose().equals("rescue");
    boolean recording = asked.operation() != Operation.RECORD || !asked.line().equals("short");
    return known && (before || asked.operation() == Operation.CONTACT) && recording;
  }

  private static boolean based(Asked asked) {
    return switch (asked.purpose()) {
      case "quality" -> asked.course().agreed() && asked.wish() != Wish.WITHDRAWN;
      case "appointment", "orders", "rescue", "credit", "regulars" -> true;
      case "service", "hearing", "mood", "statistics", "scoring", "fraud-prevention" ->
          asked.wish() != Wish.OBJECTED;
      default -> false;
    };
  }

  private static boolean mayContinue(Asked asked) {
    boolean restricted = asked.wish() == Wish.RESTRICTED && !asked.purpose().equals("rescue");
    return !restricted && asked.wish() != Wish.ERASED;
  }

  private static boolean everybody(Asked asked) {
    boolean joined = asked.course() == Course.STRANGER || asked.course() == Course.STAFF;
    boolean voices =
        List.of("record", "transcribe", "infer-emotion", "identify-by-voice")
            .contains(asked.operation().name());
    boolean staff = asked.course() == Course.STAFF || asked.line().equals("desk");
    return !(joined && voices && !asked.purpose().equals("rescue"))
        && !(staff && asked.operation() == Operation.INFER_EMOTION);
  }

  private static boolean mayReceive(Asked asked, String recipient) {
    String fine =
        switch (asked.purpose()) {
          case "quality" -> "host-de model-us";
          case "advertising" -> "partner";
          case "appointment" ->
              "host-de host-no model-us certified-us adequate-gb group-in platform model-sub";
          case "service", "hearing", "rescue" -> "host-de";
          case "fraud-prevention" -> "model-sub";
          default -> "-";
        };
    return recipient.isEmpty()
        ? asked.operation() != Operation.DISCLOSE
        : List.of(fine.split(" ", -1)).contains(recipient);
  }
}
