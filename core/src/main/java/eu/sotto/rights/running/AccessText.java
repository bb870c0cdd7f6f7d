package eu.sotto.rights.running;

import eu.sotto.ledger.Recorded;
import eu.sotto.records.RecordEntry;
import eu.sotto.register.ContactPoint;
import eu.sotto.register.Controller;
import eu.sotto.register.Purpose;
import eu.sotto.register.Recipient;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The answer to a request for access as people read it, in German or English. */
final class AccessText {
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
  private final StringBuilder text = new StringBuilder();

  private AccessText(AccessReport report) {
    this.report = report;
    this.german = isGerman(report.language());
    ZoneId zone = report.register().zone();
    this.time =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
            .withLocale(german ? Locale.GERMANY : Locale.UK)
            .withZone(zone);
  }

  static String of(AccessReport report) {
    return new AccessText(report).write();
  }

  static List<String> rights(Locale language) {
    return isGerman(language) ? RIGHTS_DE : RIGHTS_EN;
  }

  private static boolean isGerman(Locale language) {
    return language.getLanguage().equals(Locale.GERMAN.getLanguage());
  }

  private String write() {
    line(say("Auskunft nach Art. 15 DSGVO", "Access under GDPR Art. 15"), time(report.now()));
    contacts();
    purposes();
    records();
    events();
    heading(say("Ihre Rechte", "Your rights"));
    rights(report.language()).forEach(right -> line("-", right));
    return text.toString();
  }

  private void contacts() {
    Controller controller = report.register().controller();
    line(
        say("Verantwortlicher:", "Controller:"),
        controller.name() + ", " + controller.address() + ", " + controller.contact());
    report
        .register()
        .dataProtectionOfficer()
        .ifPresent(
            o -> contact(say("Datenschutzbeauftragte Stelle", "Data protection officer"), o));
    contact(
        say("Aufsichtsbehörde", "Supervisory authority"), report.register().supervisoryAuthority());
  }

  private void contact(String what, ContactPoint contact) {
    line(what + ":", contact.name() + ", " + contact.contact());
  }

  private void purposes() {
    heading(say("Wofür und auf welcher Grundlage", "What for, and on which basis"));
    for (Purpose purpose : report.purposes()) {
      String recipients =
          report.recipientsOf(purpose).stream()
              .map(Recipient::name)
              .collect(Collectors.joining(", "));
      line(
          "-",
          purpose.id()
              + ": "
              + purpose.basis().article()
              + "; "
              + say("Empfänger: ", "recipients: ")
              + (recipients.isEmpty() ? say("keine", "none") : recipients));
    }
  }

  private void records() {
    heading(say("Was aufbewahrt wird, und bis wann", "What is kept, and until when"));
    for (RecordEntry entry : report.records()) {
      line(
          "-",
          report.files().apply(entry)
              + " ("
              + entry.what().purpose()
              + "): "
              + say("wird gelöscht ab ", "deleted from ")
              + entry.due().firstDeletionDay()
              + ", "
              + " ("
              + String.join("; ", report.rules(entry))
              + ")");
    }
  }

  private void events() {
    heading(say("Was geschehen ist", "What happened"));
    report.events().stream()
        .sorted(Comparator.comparing(Recorded::happenedAt))
        .forEach(event -> line(time(event.happenedAt()), EventSentence.of(event, german)));
  }

  private String time(Instant at) {
    return time.format(at);
  }

  private String say(String inGerman, String inEnglish) {
    return german ? inGerman : inEnglish;
  }

  private void heading(String title) {
    text.append('\n').append(title).append('\n');
  }

  private void line(String head, String rest) {
    text.append(head).append(' ').append(rest).append('\n');
  }
}
