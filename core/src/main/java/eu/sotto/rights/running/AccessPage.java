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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
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
  private final Tongue in;
  private final FieldWords words;

  private AccessPage(AccessReport report) {
    this.report = report;
    this.in = Tongue.of(report.language(), report.register().zone());
    this.words = new FieldWords(in, report.register());
  }

  static Page of(AccessReport report) {
    return new AccessPage(report).write();
  }

  /** The rights by their names in English, for data. */
  static List<String> rights() {
    return RIGHTS_EN;
  }

  private Page write() {
    List<Section> sections = new ArrayList<>();
    sections.add(contacts());
    sections.addAll(calls());
    AccessEvents events = new AccessEvents(report, words);
    sections.add(events.told());
    sections.add(events.agreed());
    sections.add(events.received());
    sections.add(report.decisions().section(words));
    sections.addAll(new RecordSections(report, words).all());
    sections.add(purposes());
    sections.add(
        Section.of(
            say("Ihre Rechte", "Your rights"), new Listing(in.german() ? RIGHTS_DE : RIGHTS_EN)));
    return new Page(
        in.locale(), say("Auskunft nach Art. 15 DSGVO", "Access under GDPR Art. 15"), sections);
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
    String made = in.at(report.now()) + " (" + register.zone().getId() + ")";
    return Section.of(
        say("Wer Auskunft gibt", "Who answers"),
        new Prose(
            say("Diese Auskunft wurde erstellt am ", "This answer was made on ")
                + made
                + say(
                    ". Dasselbe steht in data.json in maschinenlesbarer Form;"
                        + " manifest.json nennt die Prüfsumme jeder Datei.",
                    ". data.json says the same in machine-readable form;"
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
      sections.add(timeline(say("Ihr Gespräch vom ", "Your call of ") + in.at(begun(call)), call));
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
    EventSentence sentence = new EventSentence(words);
    List<List<String>> rows =
        events.stream()
            .sorted(Comparator.comparing(Recorded::happenedAt))
            .map(e -> List.of(in.at(e.happenedAt()), sentence.of(e)))
            .toList();
    return Section.of(
        title, new Table(List.of(say("Wann", "When"), say("Was geschah", "What happened")), rows));
  }

  private Section purposes() {
    List<List<String>> rows =
        report.purposes().stream()
            .map(
                purpose ->
                    List.of(
                        purpose.id().value(),
                        DataWords.of(purpose.basis(), in),
                        purpose.categories().stream()
                            .map(category -> DataWords.category(category.value(), in))
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
    return in.say(inGerman, inEnglish);
  }
}
