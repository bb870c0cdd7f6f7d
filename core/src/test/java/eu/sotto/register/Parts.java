package eu.sotto.register;

import eu.sotto.notice.FullText;
import eu.sotto.notice.Notice;
import eu.sotto.notice.NoticePart;
import eu.sotto.notice.Question;
import eu.sotto.notice.Reply;
import eu.sotto.permit.Operation;
import eu.sotto.retention.EventName;
import eu.sotto.retention.RetentionClass;
import eu.sotto.retention.RetentionRule;
import eu.sotto.retention.Trigger;
import eu.sotto.retention.calendar.RetentionTerm;
import eu.sotto.vocabulary.DataCategory;
import eu.sotto.vocabulary.LineId;
import eu.sotto.vocabulary.NoticeId;
import eu.sotto.vocabulary.PurposeId;
import eu.sotto.vocabulary.RecipientId;
import java.net.URI;
import java.time.Duration;
import java.time.Period;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Pieces of registers, each sound on its own. */
final class Parts {
  static final PurposeId QUALITY = PurposeId.of("quality");
  static final NoticeId WELCOME = NoticeId.of("welcome");
  static final RecipientId HOST = RecipientId.of("host");
  static final RetentionClass RECORDING = RetentionClass.ofCalls("recording");

  private Parts() {}

  /** A register that asks consent for a recording on one line. */
  static RegisterBuilder recording() {
    return bare()
        .line(line("main", true, WELCOME))
        .notice(welcome("1", Locale.GERMAN))
        .purpose(quality())
        .retentionRule(threeMonths());
  }

  static RegisterBuilder bare() {
    return Register.builder()
        .controller(new Controller("Practice", "1 Square", "privacy@practice.example"))
        .supervisoryAuthority(new ContactPoint("Authority", "authority.example"));
  }

  static Line line(String id, boolean ai, NoticeId... notices) {
    return new Line(LineId.of(id), Channel.VOICE, Direction.INBOUND, ai, Arrays.asList(notices));
  }

  static Notice welcome(String version, Locale language) {
    return notice(version, language, EnumSet.allOf(NoticePart.class), question(QUALITY));
  }

  static Notice notice(
      String version, Locale language, Set<NoticePart> parts, Question... questions) {
    Map<PurposeId, Question> byPurpose =
        Arrays.stream(questions).collect(Collectors.toMap(Question::purpose, q -> q));
    return new Notice(
        WELCOME,
        version,
        language,
        "text " + version,
        FullText.complete(URI.create("https://practice.example/privacy")),
        parts,
        byPurpose);
  }

  static Question question(PurposeId purpose) {
    return new Question(
        purpose,
        Map.of('1', Reply.GIVEN, '2', Reply.REFUSED),
        List.of("ja"),
        List.of("nein"),
        "the call goes on without recording",
        Duration.ofSeconds(10));
  }

  static Purpose quality() {
    return Purpose.of(
        QUALITY,
        Ground.consent(Validity.of(Period.ofYears(1))),
        scope(Operation.RECORD, Operation.TRANSCRIBE),
        Keeping.under(RECORDING));
  }

  static Purpose purpose(String id, Ground ground, Scope scope) {
    return Purpose.of(PurposeId.of(id), ground, scope, Keeping.under(RECORDING));
  }

  static Scope scope(Operation<?>... operations) {
    return new Scope(Set.of(operations), Set.of(DataCategory.of("voice")), Set.of());
  }

  static Recipient recipient(RecipientRole role, Recipient.Place place) {
    return new Recipient(HOST, "Host", role, place, "contract of 2026-09-01");
  }

  static RetentionRule threeMonths() {
    return RetentionRule.forClass(RECORDING)
        .mustDeleteBy()
        .trigger(callEnded())
        .period(Period.ofMonths(3))
        .source("notice: three months")
        .build();
  }

  /** A plan of one function that does everything, and tells persons within some hours. */
  static IncidentPlan plan(int hours, String... controllers) {
    return new IncidentPlan(
        List.of(
            new IncidentPlan.Function(
                "Management", "night@practice.example", EnumSet.allOf(IncidentPlan.Task.class))),
        null,
        Arrays.stream(controllers).map(c -> new ContactPoint(c, "breach@c.example")).toList(),
        new IncidentPlan.Bounds(Duration.ofHours(hours), Duration.ofHours(24)));
  }

  static Trigger callEnded() {
    return Trigger.event(EventName.of("call-ended")).backstop(RetentionTerm.of(Period.ofMonths(3)));
  }
}
