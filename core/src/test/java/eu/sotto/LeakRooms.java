package eu.sotto;

import static eu.sotto.Practice.ACTOR;
import static eu.sotto.Practice.APPOINTMENT;
import static eu.sotto.Practice.QUALITY;

import eu.sotto.incident.Assessment;
import eu.sotto.incident.BreachScope;
import eu.sotto.incident.Duty;
import eu.sotto.incident.Exposure;
import eu.sotto.incident.Notification;
import eu.sotto.incident.Report;
import eu.sotto.incident.Waiver;
import eu.sotto.interchange.RegisterJson;
import eu.sotto.oversight.AiOutcome;
import eu.sotto.oversight.Decided;
import eu.sotto.oversight.SideEffect;
import eu.sotto.oversight.Verdict;
import eu.sotto.permit.Operation;
import eu.sotto.permit.ReasonCode;
import eu.sotto.purpose.Submission;
import eu.sotto.records.Kept;
import eu.sotto.records.Named;
import eu.sotto.records.RecordEntry;
import eu.sotto.redaction.Summary;
import eu.sotto.register.OwnData;
import eu.sotto.register.Register;
import eu.sotto.rights.PortabilityReceiver;
import eu.sotto.rights.Request;
import eu.sotto.vocabulary.Actor;
import eu.sotto.vocabulary.Answer;
import eu.sotto.vocabulary.CallId;
import eu.sotto.vocabulary.Callee;
import eu.sotto.vocabulary.Cause;
import eu.sotto.vocabulary.ContactScope;
import eu.sotto.vocabulary.Identity;
import eu.sotto.vocabulary.Party;
import eu.sotto.vocabulary.PurposeId;
import eu.sotto.vocabulary.RestrictionGround;
import eu.sotto.vocabulary.Right;
import eu.sotto.vocabulary.Role;
import eu.sotto.vocabulary.Speaker;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A host's day in one room of the library, with something personal in every field it fills. */
enum LeakRooms {
  /** Calls, consents, content. */
  CALLS {
    @Override
    Register register() {
      return Practice.register();
    }

    @Override
    void play(Practice practice, Call call, LeakScan scan) {
      Answer spoken = Answer.spoken(WORD, practice.now());
      Speaker speaker = Speaker.of(WORD, Role.INTERPRETER);
      scan.value(List.of(spoken, speaker, Practice.transcript(TEXT), Summary.of(TEXT, "m-1")));
      scan.step(() -> call.answered(QUALITY, spoken));
      scan.step(() -> Practice.recording(call));
      scan.step(() -> call.record(Practice.recording(call)));
      scan.step(() -> call.may(Operation.TRANSCRIBE, APPOINTMENT));
      scan.step(() -> call.redact(Practice.transcript(TEXT), Practice.transcribing(call)));
      scan.step(() -> Practice.keep(call, TEXT));
      scan.step(() -> call.keep(Summary.of(TEXT, WORD), Practice.transcribing(call)));
      scan.step(() -> call.outcomes());
      scan.step(() -> call.asking(APPOINTMENT, "Wie ist Ihre Nummer, ist es " + NUMBER + "?"));
      scan.step(() -> practice.answered(call.id().value(), Party.presented(WORD)));
      scan.step(() -> practice.privacy().resume(CallId.of(WORD + "-nobody")));
      scan.run(() -> call.joined(speaker, practice.now()));
      scan.step(() -> call.may(Operation.RECORD, QUALITY));
      scan.step(() -> practice.privacy().subject(Party.phone(WORD)));
      scan.step(() -> practice.privacy().abandoned(Duration.ZERO));
      scan.step(() -> call.caller().consents());
      scan.step(() -> call.caller().consent(QUALITY, practice.now(), practice.now()));
      scan.step(() -> call.exports());
      scan.step(() -> call.caller().withdraw(QUALITY, spoken));
      scan.step(() -> call.caller().foundInvalid(QUALITY, ReasonCode.CONSENT_NOT_VALID, ACTOR));
    }
  },

  /** What is taken in beside content, what stays of it, holds and sweeps. */
  INTAKE {
    @Override
    Register register() {
      return OwnDataTest.register(
          "P1M",
          text ->
              text.replaceFirst(
                  "(\"term\": \"P6M\",) (\"source\": \"Löschkonzept)",
                  "$1 \"disposal\": \"anonymise\", $2"));
    }

    @Override
    void play(Practice practice, Call call, LeakScan scan) {
      Party caller = Party.presented(NUMBER);
      Submission signUp =
          Submission.of(
              Map.of("name", NAME, "e-mail", MAIL, "remarks", TEXT, WORD + "-field", WORD));
      Submission technical = Submission.of(Map.of("ip", ADDRESS, "device", WORD));
      CallPrivacy privacy = practice.privacy();
      scan.value(List.of(signUp, technical));
      scan.step(() -> privacy.take(OwnData.REGISTRATION, caller, signUp, practice.now()));
      scan.step(() -> privacy.take(OwnData.TECHNICAL, caller, technical, practice.now()));
      scan.step(() -> privacy.take(OwnData.CALL_METADATA, caller, technical, practice.now()));
      scan.step(
          () -> privacy.take(OwnData.TECHNICAL, Party.anonymous(), technical, practice.now()));
      scan.step(() -> call.take(signUp, Practice.transcribing(call)));
      Optional<Kept> kept = scan.step(() -> Practice.keep(call, TEXT));
      call.ended(practice.after(Duration.ofMinutes(1)));
      scan.step(() -> privacy.retention().inventory());
      scan.step(() -> privacy.retention().hold(call.caller(), NAME, ACTOR));
      scan.step(() -> privacy.retention().hold(call.caller(), "T" + DIGITS, ACTOR));
      scan.step(() -> privacy.retention().hold(call.caller(), "LG-7", ACTOR));
      kept.map(one -> ((Kept.Sealed) one).entry())
          .ifPresent(
              entry -> {
                scan.value(entry);
                scan.step(() -> privacy.retention().explain(entry.id()));
                scan.step(
                    () ->
                        privacy
                            .retention()
                            .explain(entry.id())
                            .map(why -> why.text(Locale.ENGLISH)));
              });
      practice.after(Duration.ofDays(400));
      scan.step(() -> privacy.retention().plan());
      scan.step(() -> privacy.retention().sweep(privacy.retention().plan()));
      scan.step(() -> privacy.retention().holds());
      for (var hold : privacy.retention().holds()) {
        scan.run(() -> privacy.retention().release(hold.id(), ACTOR));
      }
      scan.step(() -> privacy.retention().sweep(privacy.retention().plan()));
      scan.step(() -> privacy.retention().certificates().map(one -> one.text()));
      scan.step(() -> privacy.retention().anonymous());
    }
  },

  /** Who may be contacted, and who is found by what. */
  CONTACT {
    @Override
    Register register() {
      return Outreach.register();
    }

    @Override
    void play(Practice practice, Call call, LeakScan scan) {
      Contact contact = practice.privacy().contact();
      Party party = Party.phone(NUMBER);
      scan.step(() -> Party.phone(WORD));
      for (Party to : List.of(party, Party.presented(MAIL))) {
        scan.step(
            () ->
                contact.dial(CallId.of(WORD), Outreach.CALLS, to, Outreach.MOVED, Callee.CONSUMER));
        scan.step(() -> contact.bar(to, ContactScope.ADVERTISING, ACTOR));
      }
      List<String> lines = List.of(NUMBER, WORD + " is no number", MAIL, "", DIGITS + "999999999");
      scan.step(() -> contact.bar(lines.stream(), ContactScope.ANY, ACTOR));
      scan.step(() -> contact.scrub(Outreach.MOVED, lines.stream(), number -> {}, ACTOR));
      scan.step(
          () ->
              contact.scrub(
                  Outreach.SURVEY,
                  Stream.of("+49 30 23125099"),
                  number -> {
                    throw fault(number);
                  },
                  ACTOR));
      scan.run(() -> call.caller().asksForContact(Outreach.ANSWER, ACTOR));
      scan.run(() -> call.caller().identified(Outreach.SURVEY, Identity.verified(WORD), ACTOR));
      for (Named term : named()) {
        scan.value(term);
        scan.run(() -> call.caller().canName(term));
        scan.step(() -> practice.privacy().find(term, ACTOR));
      }
      scan.step(() -> Named.email(WORD));
      scan.step(() -> Named.number(WORD, "DE"));
      for (int i = 0; i < 70; i++) {
        String other = WORD + i;
        scan.step(() -> practice.privacy().find(Named.customer(other), ACTOR));
      }
    }

    private List<Named> named() {
      return List.of(
          Named.number(NUMBER, "DE"),
          Named.email(MAIL),
          Named.person(NAME, BORN),
          Named.customer(CUSTOMER));
    }
  },

  /** Requests, and the host's own ways to recipients and other controllers. */
  REQUESTS {
    @Override
    Register register() {
      return RequestTest.register();
    }

    @Override
    void play(Practice practice, Call call, LeakScan scan) {
      Practice.keep(call, TEXT);
      List<RecordEntry> kept = call.records();
      Subject caller = call.caller();
      scan.step(() -> caller.request(Identity.verified(WORD), ACTOR).access());
      Request access = caller.request(Right.ACCESS, practice.now(), ACTOR);
      scan.value(access);
      scan.step(() -> access.doubt(Cause.of(WORD + " is not a name"), ACTOR));
      scan.step(() -> access.identify(Identity.verified(NAME), ACTOR));
      scan.step(() -> access.identify(EID, ACTOR));
      scan.step(() -> access.locate(ACTOR));
      scan.step(access::proposal);
      scan.run(() -> access.access().exportTo(occupied()));
      Request right = caller.request(Right.RECTIFICATION, practice.now(), ACTOR);
      scan.step(() -> right.identify(EID, ACTOR));
      scan.step(() -> right.rectify(kept.get(0).id(), TEXT, ACTOR));
      scan.step(() -> right.tellRecipients(ACTOR));
      scan.step(right::recipients);
      scan.step(
          () ->
              practice
                  .privacy()
                  .tellRecipients(
                      notice -> {
                        scan.value(notice);
                        throw fault(notice.to());
                      }));
      scan.step(() -> practice.privacy().tellRecipients(LeakRooms::broken));
      scan.step(() -> practice.privacy().tellRecipients(notice -> WORD));
      Request port = caller.request(Right.PORTABILITY, practice.now(), ACTOR);
      scan.step(() -> port.identify(EID, ACTOR));
      scan.run(() -> port.portability().sendTo(new Receiver(true)));
      scan.run(() -> port.portability().sendTo(new Receiver(false)));
      Answer spoken = Answer.spoken(TEXT, practice.now());
      scan.step(() -> caller.object(Set.of(APPOINTMENT), spoken));
      scan.step(
          () -> caller.restrict(RestrictionGround.NEEDED_FOR_CLAIMS, Optional.of(EID), ACTOR));
      scan.step(caller::restrictions);
      scan.step(caller::requests);
      scan.step(() -> practice.privacy().requests());
    }
  },

  /** What machines decided and people looked at, and breaches. */
  CASES {
    @Override
    Register register() {
      return Casework.register();
    }

    @Override
    void play(Practice practice, Call call, LeakScan scan) {
      Actor reviewer = Actor.of("r-1", "credit-desk");
      Oversight oversight = practice.privacy().oversight();
      PurposeId loan = PurposeId.of("loan");
      Optional<Decided> decided =
          scan.step(
              () ->
                  call.decided(
                      Casework.result(TEXT, Casework.input(call)), Casework.permit(call, loan)));
      scan.step(practice.privacy()::reviews);
      practice
          .privacy()
          .reviews()
          .forEach(
              review -> {
                scan.step(() -> review.resolve(reviewer, Verdict.changed(TEXT), TEXT));
                scan.run(() -> Casework.look(review, reviewer));
                scan.step(() -> review.resolve(reviewer, Verdict.changed(TEXT), TEXT));
              });
      decided
          .flatMap(Decided::recorded)
          .map(AiOutcome::id)
          .ifPresent(
              id -> {
                scan.step(() -> oversight.outcome(id));
                scan.step(() -> oversight.flag(id, ACTOR, TEXT));
                scan.step(() -> call.caller().challenge(id, TEXT));
              });
      SideEffect effect =
          new SideEffect(SideEffect.Kind.UNFORESEEN_EFFECT, loan, TEXT, "Rufen Sie an.");
      scan.value(effect);
      scan.step(() -> call.caller().affected(effect, ACTOR));
      scan.step(oversight::tellings);
      scan.step(
          () ->
              oversight.tell(
                  message -> {
                    scan.value(message);
                    throw fault(message.toString());
                  }));
      oversight.tellings().forEach(one -> scan.run(() -> oversight.told(one.id(), ACTOR, WORD)));
      breach(practice, scan);
    }

    private void breach(Practice practice, LeakScan scan) {
      Incidents incidents = practice.privacy().incidents();
      Report report =
          new Report(
              Report.Source.CALLER,
              Set.of(Report.Nature.CONFIDENTIALITY),
              "Fremde haben die Nummer " + NUMBER + " und die Adresse " + MAIL + ".",
              practice.now());
      scan.value(report);
      scan.step(() -> incidents.report(report, ACTOR))
          .ifPresent(
              incident -> {
                BreachScope all = new BreachScope.Stored(practice.now());
                Assessment found = new Assessment(all, Exposure.IN_CLEAR, report.facts(), MAIL);
                scan.value(found);
                scan.step(() -> incidents.assess(incident.id(), found, ACTOR));
                scan.step(() -> incidents.people(incident.id(), all, ACTOR));
                Notification told = Notification.of(Duty.AUTHORITY, practice.now(), MAIL);
                scan.value(told);
                scan.step(() -> incidents.told(incident.id(), told, ACTOR));
                Waiver waiver = new Waiver(Waiver.Ground.NO_RISK, report.facts());
                scan.value(waiver);
                scan.step(() -> incidents.waive(incident.id(), waiver, ACTOR));
                scan.step(() -> incidents.close(incident.id(), report.facts(), ACTOR));
                scan.step(() -> incidents.export(incident.id(), Locale.GERMAN, ACTOR));
                scan.step(() -> incidents.find(WORD));
              });
      scan.step(incidents::all);
    }
  };

  static final String WORD = "kanarienvogel";
  static final String NUMBER = "+49 30 23125071";
  static final String DIGITS = "23125071";
  static final String NAME = "Sabine Kanarienvogel";
  static final String MAIL = "kanarienvogel@post.example";
  static final String ADDRESS = "203.0.113.77";
  static final String CUSTOMER = "KD-448213";
  static final Identity EID = Identity.verified("eid");
  static final LocalDate BORN = LocalDate.of(1961, 3, 14);
  static final String TEXT =
      "Mein Name ist Sabine Kanarienvogel, geboren am 14.03.1961, Tel. 030 23125071,"
          + " kanarienvogel@post.example, IP 203.0.113.77, Kundennummer KD-448213.";

  /** What nothing that the library lets out may hold. */
  static final List<String> CANARIES =
      List.of(
          WORD, "Kanarienvogel", DIGITS, "14.03.1961", "1961-03-14", ADDRESS, CUSTOMER, "448213");

  /** What the room needs. */
  abstract Register register();

  /** A day in the room, each step looked at. */
  abstract void play(Practice practice, Call call, LeakScan scan);

  /** What every host shows: its health, its figures, its record of processing. */
  static void figures(Practice practice, LeakScan scan) {
    CallPrivacy privacy = practice.privacy();
    scan.step(privacy::health);
    scan.step(() -> privacy.accounts().figures(Practice.START, practice.now()));
    scan.step(() -> privacy.accounts().byLanguage(Practice.START, practice.now(), 1));
    scan.step(() -> privacy.accounts().processingRecord(Locale.GERMAN));
    scan.step(privacy::verify);
    scan.value(privacy);
  }

  /** A register that is wrong wherever somebody may have written something personal. */
  static void registers(LeakScan scan) {
    String text = Practice.registerText();
    for (String field : List.of("\"name\"", "\"email\"", "\"phone\"", "\"id\"", "\"timeZone\"")) {
      String wrong = text.replaceFirst(field + ": \"[^\"]*\"", field + ": [\"" + MAIL + "\"]");
      scan.step(() -> RegisterJson.read(stream(wrong), "register"));
    }
    scan.step(() -> RegisterJson.read(stream("{ \"controller\": \"" + MAIL), "register"));
  }

  private static ByteArrayInputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static LeakScan.HostFault fault(String of) {
    return new LeakScan.HostFault(of + " " + TEXT);
  }

  private static String broken(Object notice) throws IOException {
    throw new IOException(TEXT, new LeakScan.HostFault(TEXT));
  }

  /** A folder in which something lies already. */
  private static Path occupied() {
    try {
      Path folder = Files.createTempDirectory("answer");
      Files.writeString(folder.resolve("x"), "x");
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Another controller, whose side fails in words of its own. */
  private record Receiver(boolean fails) implements PortabilityReceiver {
    @Override
    public String controller() {
      return "Praxis Süd";
    }

    @Override
    public void receive(Path folder) {
      if (fails) {
        throw new LeakScan.HostFault(TEXT);
      }
    }
  }
}
