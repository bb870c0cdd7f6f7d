package eu.sotto.rights.running;

import eu.sotto.ledger.Recorded;
import eu.sotto.register.Purpose;
import eu.sotto.register.Recipient;
import eu.sotto.register.Register;
import eu.sotto.rights.running.Page.Listing;
import eu.sotto.rights.running.Page.Prose;
import eu.sotto.rights.running.Page.Section;
import eu.sotto.rights.running.Page.Table;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts the answer to a request for access into plain words, in German or English. */
final class AccessPage {
  private static final List<String> RIGHTS_EN =
      List.of(
          "access (GDPR Art. 15)",
          "rectification (Art. 16)",
          "erasure (Art. 17)",
          "restriction (Art. 18)",
          "data portability (Art. 20)",
          "objection (Art. 21)",
          "withdrawal of consent at any time for the future (Art. 7(3))",
          "complaint to the supervisory authority (Art. 77)");
  private static final List<String> RIGHTS_DE =
      List.of(
          "Auskunft (Art. 15 DSGVO)",
          "Berichtigung (Art. 16)",
          "Löschung (Art. 17)",
          "Einschränkung (Art. 18)",
          "Datenübertragbarkeit (Art. 20)",
          "Widerspruch (Art. 21)",
          "Widerruf der Einwilligung jederzeit für die Zukunft (Art. 7 Abs. 3)",
          "Beschwerde bei der Aufsichtsbehörde (Art. 77)");

  private final AccessReport report;
  private final boolean german;
  private final DateTimeFormatter time;

  private AccessPage(AccessReport report) {
    this.report = report;
    this.german = isGerman(report.language());
    this.time =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
            .withLocale(german ? Locale.GERMANY : Locale.UK)
            .withZone(report.register().zone());
  }

  static Page of(AccessReport report) {
    return new AccessPage(report).write();
  }

  static List<String> rights(Locale language) {
    return isGerman(language) ? RIGHTS_DE : RIGHTS_EN;
  }

  private static boolean isGerman(Locale language) {
    return language.getLanguage().equals(Locale.GERMAN.getLanguage());
  }

  private Page write() {
    List<Section> sections = new ArrayList<>();
    sections.add(contacts());
    sections.addAll(calls());
    AccessEvents events = new AccessEvents(report, german, time);
    sections.add(events.told());
    sections.add(events.agreed());
    sections.add(events.received());
    sections.add(report.decisions().section(german, time));
    sections.add(kept());
    sections.add(purposes());
    sections.add(
        Section.of(say("Ihre Rechte", "Your rights"), new Listing(rights(report.language()))));
    return new Page(
        german ? Locale.GERMAN : Locale.ENGLISH,
        say("Auskunft nach Art. 15 DSGVO", "Access under GDPR Art. 15"),
        sections);
  }

  private Section contacts() {
    Register register = report.register();
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            say("Verantwortlicher", "Controller"),
            register.controller().name() + ", " + register.controller().address(),
            register.controller().contact()));
    register
        .dataProtectionOfficer()
        .ifPresent(
            officer ->
                rows.add(
                    List.of(
                        say("Datenschutzbeauftragte Stelle", "Data protection officer"),
                        officer.name(),
                        officer.contact())));
    rows.add(
        List.of(
            say("Aufsichtsbehörde", "Supervisory authority"),
            register.supervisoryAuthority().name(),
            register.supervisoryAuthority().contact()));
    String made = time.format(report.now()) + ", " + register.zone().getId();
    return Section.of(
        say("Wer Auskunft gibt", "Who answers"),
        new Prose(
            say("Diese Auskunft wurde erstellt am ", "This answer was made on ")
                + made
                + say(
                    ". Dasselbe steht in access.json in maschinenlesbarer Form;"
                        + " manifest.json nennt die Prüfsumme jeder Datei.",
                    ". access.json says the same in machine-readable form;"
                        + " manifest.json gives the checksum of every file.")),
        new Table(
            List.of(say("Stelle", "Body"), say("Name", "Name"), say("Erreichbar unter", "Contact")),
            rows));
  }

  private List<Section> calls() {
    List<Section> sections = new ArrayList<>();
    Set<Object> told = new HashSet<>();
    for (List<Recorded> call : report.calls().values()) {
      call.forEach(event -> told.add(event.appended().id()));
      sections.add(
          timeline(say("Ihr Gespräch vom ", "Your call of ") + time.format(begun(call)), call));
    }
    List<Recorded> others =
        report.events().stream().filter(event -> !told.contains(event.appended().id())).toList();
    if (!others.isEmpty()) {
      sections.add(
          timeline(
              say("Was außerhalb von Gesprächen geschah", "What happened outside calls"), others));
    }
    return sections;
  }

  private static Instant begun(List<Recorded> call) {
    return call.stream().map(Recorded::happenedAt).min(Comparator.naturalOrder()).orElseThrow();
  }

  private Section timeline(String title, List<Recorded> events) {
    List<List<String>> rows =
        events.stream()
            .sorted(Comparator.comparing(Recorded::happenedAt))
            .map(e -> List.of(time.format(e.happenedAt()), EventSentence.of(e, german)))
            .toList();
    return Section.of(
        title, new Table(List.of(say("Wann", "When"), say("Was geschah", "What happened")), rows));
  }

  private Section kept() {
    String title =
        say(
            "Was aufbewahrt wird, warum noch und bis wann",
            "What is kept, why it is still here and until when");
    if (report.kept().isEmpty()) {
      return Section.of(
          title,
          new Prose(
              say("Von Ihren Gesprächen ist kein Inhalt aufbewahrt.", "No content is kept.")));
    }
    List<List<String>> rows = report.kept().stream().map(this::kept).toList();
    return Section.of(
        title,
        new Table(
            List.of(
                say("Datei", "File"),
                say("Was, und seit wann", "What, and since when"),
                say("Zweck", "Purpose"),
                say("Gelöscht wird ab", "Deleted from"),
                say("Warum es noch da ist", "Why it is still here")),
            rows));
  }

  private List<String> kept(AccessReport.KeptFile file) {
    var entry = file.entry();
    String why =
        file.why() == null
            ? String.join("; ", report.rules(entry))
            : file.why().text(report.language()).strip();
    return List.of(
        file.file(),
        EventSentence.word(entry.what().kind().name(), german) + ", " + time.format(entry.keptAt()),
        entry.what().purpose().value(),
        entry.due().firstDeletionDay().toString(),
        why);
  }

  private Section purposes() {
    List<List<String>> rows =
        report.purposes().stream()
            .map(
                purpose ->
                    List.of(
                        purpose.id().value(),
                        purpose.basis().article(),
                        purpose.categories().stream()
                            .map(Object::toString)
                            .sorted()
                            .collect(Collectors.joining(", ")),
                        recipients(purpose)))
            .toList();
    return Section.of(
        say("Wofür und auf welcher Grundlage", "What for, and on which basis"),
        new Table(
            List.of(
                say("Zweck", "Purpose"),
                say("Rechtsgrundlage", "Legal basis"),
                say("Arten von Daten", "Kinds of data"),
                say("Mögliche Empfänger", "Possible recipients")),
            rows));
  }

  private String recipients(Purpose purpose) {
    String names =
        report.recipientsOf(purpose).stream()
            .map(Recipient::name)
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? say("keine", "none") : names;
  }

  private String say(String inGerman, String inEnglish) {
    return german ? inGerman : inEnglish;
  }
}
