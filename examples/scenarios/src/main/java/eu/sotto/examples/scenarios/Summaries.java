package eu.sotto.examples.scenarios;

import static eu.sotto.examples.scenarios.Checks.denied;
import static eu.sotto.examples.scenarios.Checks.must;
import static eu.sotto.examples.scenarios.Checks.permitted;
import static eu.sotto.examples.scenarios.Checks.refused;
import static eu.sotto.examples.scenarios.Checks.sealed;
import static eu.sotto.permit.Operation.RECORD;
import static eu.sotto.permit.Operation.SUMMARISE;
import static eu.sotto.permit.Operation.TRANSCRIBE;

import eu.sotto.Call;
import eu.sotto.notice.Notice;
import eu.sotto.notice.NoticePart;
import eu.sotto.permit.ContactPermit;
import eu.sotto.permit.ContentPermit;
import eu.sotto.permit.Decision;
import eu.sotto.permit.Obligation;
import eu.sotto.permit.ReasonCode;
import eu.sotto.records.Barring;
import eu.sotto.records.Kept;
import eu.sotto.records.RecordEntry;
import eu.sotto.redaction.Summary;
import eu.sotto.redaction.Transcript;
import eu.sotto.redaction.Turn;
import eu.sotto.register.Balancing;
import eu.sotto.register.Channel;
import eu.sotto.register.Line;
import eu.sotto.register.Purpose;
import eu.sotto.rights.Objection;
import eu.sotto.vocabulary.Actor;
import eu.sotto.vocabulary.Answer;
import eu.sotto.vocabulary.CallId;
import eu.sotto.vocabulary.Callee;
import eu.sotto.vocabulary.ContactScope;
import eu.sotto.vocabulary.LineId;
import eu.sotto.vocabulary.PurposeId;
import eu.sotto.vocabulary.Role;
import java.io.IOException;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** S3: a telephone provider that keeps summaries only. Stateless. */
final class Summaries {
  private static final PurposeId LISTEN = PurposeId.of("listen");
  private static final PurposeId SUMMARY = PurposeId.of("summary");
  static final PurposeId HISTORY = PurposeId.of("contract-history");
  private static final PurposeId CALL_BACK = PurposeId.of("call-back");
  private static final PurposeId CALL_OUT = PurposeId.of("call-out");
  private static final String SILENT = "\"outbound\", \"ai\": false, \"notices\": []";
  private static final String TOLD = SILENT.replace("[]", "[\"announcement\"]");
  private static final String WANTS = "mein Anschluss rauscht seit gestern ganz furchtbar";
  private static final Transcript TALK =
      Transcript.of(
          Locale.GERMAN,
          List.of(
              Turn.of(Role.AGENT, "Was kann ich für Sie tun?"),
              Turn.of(Role.CALLER, "Guten Tag, " + WANTS + ", bitte schicken Sie jemanden.")));
  static final Summary RESULT =
      Summary.of(
          "Störung der Leitung gemeldet, Rückruf unter 030 23125 017 gewünscht.", "stand-in-1");

  private Summaries() {}

  static Scenario scenario() {
    return new Scenario(
        "S3",
        "Summaries only: a telephone provider's customer service",
        Stream.of(promises(), Contracts.promises()).flatMap(List::stream).toList());
  }

  private static List<Promise> promises() {
    return List.of(
        Assumed.promise(10),
        Promise.keeps(
            "summary",
            "A summary rests on Art. 6(1)(f) with a balancing record that is current",
            Summaries::summary),
        Promise.refuses(
            "balancing",
            "Nothing is summarised once the balancing record is due for review",
            Summaries::balancing),
        Promise.keeps(
            "announcement",
            "On the inbound main line the announcement comes first, to its end",
            Summaries::announcement),
        Promise.keeps(
            "written",
            "Terms, ticket reply and e-mail signature tell the same, on record once handed over",
            Summaries::written),
        Promise.refuses(
            "other-lines", "No other line has a notice: denied there", Summaries::otherLines),
        Promise.refuses(
            "outbound", "No call goes out on a line without a notice", Summaries::outbound),
        Promise.refuses(
            "do-not-contact",
            "Nobody is called who does not want to be, even after an erasure",
            Summaries::doNotContact),
        Promise.keeps(
            "asked-for",
            "Only the call back that somebody asked for is placed all the same",
            Summaries::askedFor),
        Promise.refuses("audio", "Sound is not recorded, for no purpose", Summaries::audio),
        Promise.refuses(
            "disputed",
            "That hearing is no recording is disputed: without its record it is off",
            Summaries::disputed),
        Promise.refuses("transcript", "No transcript is kept", Summaries::transcript),
        Promise.keeps(
            "nothing-verbatim",
            "Only the summary is stored: labelled, redacted, nothing of it verbatim",
            Summaries::nothingVerbatim),
        Promise.keeps(
            "objection",
            "An objection in the call stops the summary at once",
            Summaries::objection),
        Promise.keeps(
            "retention", "A summary goes six months after the call", Summaries::retention),
        Promise.keeps("erasure", "A caller's summary is erased on request", Summaries::erasure));
  }

  private static String summary(Stage stage) throws IOException {
    Call call = stage.call("main", "announcement");
    ContentPermit permit = permitted(call.may(SUMMARISE, SUMMARY));
    Purpose purpose = stage.register().purpose(SUMMARY).orElseThrow();
    LocalDate review =
        purpose.balancing().map(Balancing::review).orElseThrow(() -> new NotShown("no balancing"));
    must(permit.obligations().contains(Obligation.LABEL_AI), "no label owed");
    return stage
            .access(call)
            .event("permit_granted", Map.of("operation", "summarise", "purpose", "summary"))
        + " under "
        + purpose.basis().article()
        + ", balancing current until "
        + review;
  }

  private static String balancing(Stage stage) {
    Call before = stage.call("main", "announcement");
    permitted(before.may(SUMMARISE, SUMMARY));
    LocalDate review =
        stage.register().purpose(SUMMARY).flatMap(Purpose::balancing).orElseThrow().review();
    stage.clock().setNoon(review, stage.register().zone());
    Call after = stage.call("main", "announcement");
    return review + ": " + denied(after.may(SUMMARISE, SUMMARY), ReasonCode.BASIS_NOT_CURRENT);
  }

  private static String announcement(Stage stage) {
    Call call = stage.call("main");
    stage.announceHalf(call, "announcement");
    String half =
        Checks.deniedAmongOthers(call.may(SUMMARISE, SUMMARY), ReasonCode.AI_NOT_DISCLOSED);
    stage.announce(call, "announcement");
    permitted(call.may(SUMMARISE, SUMMARY));
    return "half played: " + half + "; played to its end: permitted";
  }

  private static String written(Stage stage) throws IOException {
    Call call = stage.call("main");
    List<Channel> channels = List.of(Channel.TERMS, Channel.TICKET_REPLY, Channel.EMAIL_SIGNATURE);
    for (Channel channel : channels) {
      Notice notice =
          stage.register().lines().stream()
              .filter(line -> line.channel() == channel)
              .flatMap(line -> line.notices().stream())
              .map(id -> stage.notice(id.value()))
              .filter(Summaries::tellsOfTheInterest)
              .findFirst()
              .orElseThrow(() -> new NotShown(channel + " tells no legitimate interest"));
      call.handedOver(notice, channel, stage.now());
    }
    AccessFolder all = stage.access(call);
    List<String> told = new ArrayList<>();
    List<String> events = new ArrayList<>();
    for (Channel channel : channels) {
      told.add(channel.name().toLowerCase(Locale.ROOT).replace('_', ' '));
      events.add(all.event("notice_handed_over", Map.of("channel", channel.name())));
    }
    return "a notice with purposes, interest and rights stands on "
        + told
        + "; handed over: "
        + String.join(", ", events)
        + "; heard in the call it is not: "
        + Checks.deniedAmongOthers(call.may(SUMMARISE, SUMMARY), ReasonCode.AI_NOT_DISCLOSED);
  }

  private static boolean tellsOfTheInterest(Notice notice) {
    return notice.tells(NoticePart.LEGITIMATE_INTERESTS)
        && notice.tells(NoticePart.PURPOSES)
        && notice.tells(NoticePart.RIGHTS);
  }

  private static String otherLines(Stage stage) throws IOException {
    List<String> refusals = new ArrayList<>();
    for (Line line : stage.register().lines()) {
      if (line.channel() == Channel.VOICE && !line.id().value().equals("main")) {
        Call call = stage.call(line.id().value());
        String why = denied(call.may(SUMMARISE, SUMMARY), ReasonCode.LINE_WITHOUT_NOTICE);
        denied(call.may(TRANSCRIBE, LISTEN), ReasonCode.LINE_WITHOUT_NOTICE);
        refusals.add(why);
        stage.access(call).event("permit_denied", Map.of("reasons", "LINE_WITHOUT_NOTICE"));
      }
    }
    must(refusals.size() == 2, refusals.size() + " other voice lines instead of 2");
    permitted(stage.call("main", "announcement").may(SUMMARISE, SUMMARY));
    return String.join("; ", refusals);
  }

  private static String outbound(Stage stage) throws IOException {
    String why = denied(dial(stage), ReasonCode.LINE_WITHOUT_NOTICE);
    try (Stage told = stage.under(SILENT, TOLD)) {
      permitted(dial(told));
    }
    return why + "; with a notice declared: permitted";
  }

  private static String doNotContact(Stage stage) throws IOException {
    try (Stage told = stage.under(SILENT, TOLD)) {
      Call call = told.call("main", "announcement");
      ContactPermit permit = permitted(dial(told));
      Barring barring =
          told.privacy().contact().bar(Stage.CALLER, ContactScope.ANY, Stage.actor("support"));
      must(barring.stored() && barring.recorded(), "not entered");
      must(!permit.usable(), "the permit to dial is still usable");
      String why = denied(dial(told), ReasonCode.DO_NOT_CONTACT);
      told.request(call.caller()).erase();
      denied(dial(told), ReasonCode.DO_NOT_CONTACT);
      told.clock().advance(Period.ofYears(10), told.register().zone());
      denied(dial(told), ReasonCode.DO_NOT_CONTACT);
      return why + "; after erasing all else, and ten years later: still denied";
    }
  }

  private static String askedFor(Stage stage) throws IOException {
    try (Stage told = stage.under(SILENT, TOLD)) {
      Call call = told.call("main", "announcement");
      Actor support = Stage.actor("support");
      told.privacy().contact().bar(Stage.CALLER, ContactScope.ANY, support);
      String unasked = denied(dial(told, CALL_BACK), ReasonCode.CONTACT_NOT_REQUESTED);
      call.caller().asksForContact(CALL_BACK, support);
      permitted(dial(told, CALL_BACK));
      denied(dial(told), ReasonCode.DO_NOT_CONTACT);
      return "unasked: " + unasked + "; asked for: permitted, and no other call";
    }
  }

  private static Decision<ContactPermit> dial(Stage stage) {
    return dial(stage, CALL_OUT);
  }

  private static Decision<ContactPermit> dial(Stage stage, PurposeId purpose) {
    return stage
        .privacy()
        .contact()
        .dial(
            CallId.of("call-to-be"), LineId.of("outbound"), Stage.CALLER, purpose, Callee.CONSUMER);
  }

  private static String audio(Stage stage) {
    Call call = stage.call("main", "announcement");
    String why = "";
    for (Purpose purpose : stage.register().purposes()) {
      why =
          Checks.deniedAmongOthers(call.may(RECORD, purpose.id()), ReasonCode.OPERATION_FORBIDDEN);
    }
    must(!why.isEmpty(), "no purpose is declared");
    return stage.register().purposes().size() + " purposes: " + why;
  }

  private static String disputed(Stage stage) throws IOException {
    permitted(stage.call("main", "announcement").may(TRANSCRIBE, LISTEN));
    String record = stage.document();
    int from = record.indexOf("\"balancing\"");
    int to = record.indexOf("},", from) + 2;
    try (Stage without = stage.under(record.substring(from, to), "")) {
      Call call = without.call("main", "announcement");
      return "its record taken out: "
          + denied(call.may(TRANSCRIBE, LISTEN), ReasonCode.BASIS_NOT_CURRENT);
    }
  }

  private static String transcript(Stage stage) {
    Call call = stage.call("main", "announcement");
    ContentPermit permit = permitted(call.may(TRANSCRIBE, LISTEN));
    return refused(call.keep(call.redact(TALK, permit), permit), ReasonCode.TRANSIENT_ONLY);
  }

  private static String nothingVerbatim(Stage stage) throws IOException {
    Call call = stage.call("main", "announcement");
    ContentPermit heard = permitted(call.may(TRANSCRIBE, LISTEN));
    call.keep(call.redact(TALK, heard), heard);
    RecordEntry entry = sealed(call.keep(RESULT, permitted(call.may(SUMMARISE, SUMMARY))));
    AccessFolder all = stage.access(call);
    must(all.records() == 1, all.records() + " records instead of 1");
    must(all.holds("Störung der Leitung"), "the summary is not in the answer");
    must(!all.holds(WANTS), "the caller's own words are kept");
    must(!all.holds("23125 017"), "a number is left in the summary");
    must("true".equals(entry.what().labels().get("aiGenerated")), "no label");
    return "1 record: "
        + entry.what().kind().name().toLowerCase(Locale.ROOT)
        + " "
        + new TreeMap<>(entry.what().labels())
        + ", "
        + all.event("record_kept", Map.of("kind", "SUMMARY"));
  }

  private static String objection(Stage stage) throws IOException {
    Call call = stage.call("main", "announcement");
    ContentPermit permit = permitted(call.may(SUMMARISE, SUMMARY));
    Objection objection =
        call.caller().object(Set.of(SUMMARY), Answer.spoken("Ich widerspreche.", stage.now()));
    must(!permit.usable(), "the permit is still usable");
    must(objection.state() == Objection.State.PENDING, "the objection is " + objection.state());
    must(call.keep(RESULT, permit) instanceof Kept.Refused, "a summary was kept");
    permitted(call.may(SUMMARISE, HISTORY));
    return denied(call.may(SUMMARISE, SUMMARY), ReasonCode.OBJECTED)
        + ", nothing kept, "
        + stage.access(call).event("objection_raised", Map.of("purposes", "summary"))
        + "; what a contract needs goes on";
  }

  private static String retention(Stage stage) {
    Call call = stage.call("main", "announcement");
    RecordEntry entry = sealed(call.keep(RESULT, permitted(call.may(SUMMARISE, SUMMARY))));
    stage.end(call);
    return Sweeps.goesOn(stage, call, entry, LocalDate.of(2027, 5, 24));
  }

  private static String erasure(Stage stage) {
    Call call = stage.call("main", "announcement");
    sealed(call.keep(RESULT, permitted(call.may(SUMMARISE, SUMMARY))));
    stage.end(call);
    return Erasures.erased(stage, call);
  }
}
