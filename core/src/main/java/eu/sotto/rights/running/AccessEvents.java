package eu.sotto.rights.running;

import eu.sotto.ledger.Recorded;
import eu.sotto.notice.Notice;
import eu.sotto.register.Recipient;
import eu.sotto.rights.running.Page.Block;
import eu.sotto.rights.running.Page.Prose;
import eu.sotto.rights.running.Page.Section;
import eu.sotto.rights.running.Page.Table;
import eu.sotto.vocabulary.NoticeId;
import eu.sotto.vocabulary.RecipientId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What the ledger says of notices, of consent and of recipients, each brought together. */
final class AccessEvents {
  private static final Set<String> TOLD = Set.of("notice_played", "notice_handed_over");

  private record Wording(String notice, String version, String language, String hash) {
    static Wording of(Recorded event) {
      return new Wording(
          text(event, "notice"),
          text(event, "version"),
          text(event, "language"),
          text(event, "wording_hash"));
    }
  }

  private final AccessReport report;
  private final FieldWords words;
  private final Tongue in;

  AccessEvents(AccessReport report, FieldWords words) {
    this.report = report;
    this.words = words;
    this.in = words.in();
  }

  /** Each wording that was played or handed over, once, with the times at which it was. */
  Section told() {
    Map<Wording, String> played = new LinkedHashMap<>();
    report.events().stream()
        .filter(event -> TOLD.contains(event.kind()))
        .forEach(event -> played.merge(Wording.of(event), heard(event), AccessEvents::lines));
    List<List<String>> rows =
        played.entrySet().stream()
            .map(
                one ->
                    List.of(
                        one.getKey().notice(),
                        one.getKey().version() + ", " + in.language(one.getKey().language()),
                        one.getValue(),
                        wording(one.getKey())))
            .toList();
    return Section.of(
        say("Was Ihnen gesagt wurde", "What you were told"),
        tableOr(
            List.of(
                say("Hinweis", "Notice"),
                say("Fassung", "Version"),
                say("Gehört oder erhalten", "Heard or received"),
                say("Wortlaut", "Wording")),
            rows,
            say("Ihnen wurde kein Hinweis gegeben.", "No notice was given to you.")));
  }

  private String heard(Recorded event) {
    if (event.kind().equals("notice_handed_over")) {
      return in.at(event.happenedAt()) + ", " + words.of(event, "channel");
    }
    boolean whole = number(event, "played_ms") >= number(event, "full_ms");
    return in.at(event.happenedAt())
        + (whole
            ? say(", bis zum Ende", ", to the end")
            : say(", nicht bis zum Ende", ", in part"));
  }

  private String wording(Wording played) {
    Optional<Notice> declared =
        report
            .register()
            .notice(
                NoticeId.of(played.notice()),
                played.version(),
                Locale.forLanguageTag(played.language()));
    return declared
        .filter(notice -> notice.wordingHash().equals(played.hash()))
        .map(Notice::text)
        .orElse(
            say("steht nicht mehr im Verzeichnis; Prüfsumme ", "no longer declared; checksum ")
                + played.hash());
  }

  /** Each question, answer, withdrawal and finding, in the order of time. */
  Section agreed() {
    return Section.of(
        say(
            "Worum Sie gebeten wurden, was Sie erlaubt, abgelehnt oder widerrufen haben",
            "What you were asked, and what you agreed to, refused or withdrew"),
        tableOr(
            List.of(
                say("Wann", "When"),
                say("Zweck", "Purpose"),
                say("Was", "What"),
                say("Wie", "How")),
            rows(this::consent),
            say("Sie wurden um keine Einwilligung gebeten.", "You were not asked for consent.")));
  }

  private Optional<List<String>> consent(Recorded event) {
    String method = words.of(event, "method");
    return switch (event.kind()) {
      case "consent_asked" ->
          row(
              event,
              say("gefragt", "asked"),
              say("Hinweis ", "notice ")
                  + text(event, "notice")
                  + say(", Fassung ", ", version ")
                  + text(event, "version"));
      case "consent_answered" -> row(event, words.of(event, "outcome"), method);
      case "consent_unanswered" -> row(event, say("nicht geantwortet", "no answer"), "");
      case "consent_withdrawn" -> row(event, say("widerrufen", "withdrawn"), method);
      case "consent_found_invalid" ->
          row(event, say("als unwirksam erkannt", "found invalid"), words.of(event, "why"));
      default -> Optional.empty();
    };
  }

  private Optional<List<String>> row(Recorded event, String what, String how) {
    return Optional.of(List.of(in.at(event.happenedAt()), text(event, "purpose"), what, how));
  }

  /** To whom something went or was allowed to go; staff by role, not by name. */
  Section received() {
    return Section.of(
        say("Wer etwas erhalten hat", "Who received something"),
        tableOr(
            List.of(
                say("Wann", "When"),
                say("Empfänger", "Recipient"),
                say("Zweck", "Purpose"),
                say("Was", "What")),
            rows(this::recipient),
            say("Es ging nichts an andere.", "Nothing went to others.")));
  }

  private Optional<List<String>> recipient(Recorded event) {
    String to = text(event, "recipient");
    return switch (event.kind()) {
      case "permit_granted" ->
          to.isEmpty()
              ? Optional.empty()
              : received(
                  event, named(to), say("erlaubt: ", "allowed: ") + words.of(event, "operation"));
      case "call_disclosed" ->
          received(
              event,
              to.isEmpty() ? say("nicht genannt", "not named") : named(to),
              say("weitergegeben: ", "disclosed: ")
                  + text(event, "format")
                  + say(", Stücke: ", ", records: ")
                  + text(event, "records"));
      case "consent_exported" ->
          received(
              event, text(event, "role"), say("Nachweis der Einwilligung", "record of consent"));
      default -> Optional.empty();
    };
  }

  private Optional<List<String>> received(Recorded event, String who, String what) {
    return Optional.of(List.of(in.at(event.happenedAt()), who, text(event, "purpose"), what));
  }

  private String named(String id) {
    return report.register().recipient(RecipientId.of(id)).map(this::named).orElse(id);
  }

  private String named(Recipient recipient) {
    String role = RightsWords.of(recipient.role(), in);
    String country = recipient.country().map(one -> ", " + in.country(one)).orElse("");
    return recipient.name() + " (" + role + country + ")";
  }

  private List<List<String>> rows(Function<Recorded, Optional<List<String>>> row) {
    return report.events().stream()
        .sorted(Comparator.comparing(Recorded::happenedAt))
        .map(row)
        .flatMap(Optional::stream)
        .toList();
  }

  private static Block tableOr(List<String> head, List<List<String>> rows, String none) {
    return rows.isEmpty() ? new Prose(none) : new Table(head, rows);
  }

  private static String lines(String first, String second) {
    return first + "\n" + second;
  }

  private static String text(Recorded event, String field) {
    return event.fields().getOrDefault(field, "").toString();
  }

  private static long number(Recorded event, String field) {
    return event.fields().get(field) instanceof Number number ? number.longValue() : 0;
  }

  private String say(String inGerman, String inEnglish) {
    return in.say(inGerman, inEnglish);
  }
}
