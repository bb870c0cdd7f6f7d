package eu.sotto.incident.running;

import eu.sotto.incident.Clock;
import eu.sotto.incident.Duty;
import eu.sotto.incident.Exposure;
import eu.sotto.incident.Finding;
import eu.sotto.incident.Report;
import java.util.ArrayList;
import java.util.List;

/** German or English. */
record Words(boolean german) {
  String of(String inGerman, String inEnglish) {
    return german ? inGerman : inEnglish;
  }

  List<String> pair() {
    return List.of(of("Angabe", "Item"), of("Inhalt", "Content"));
  }

  String of(Report.Source source) {
    return switch (source) {
      case CALLER -> of("Anrufender Person", "a caller");
      case EMPLOYEE -> of("Beschäftigten", "an employee");
      case PROCESSOR -> of("Auftragsverarbeiter", "a processor");
      case OUTSIDE -> of("Dritten", "somebody outside");
      case SYSTEM -> of("technischer Überwachung", "a monitoring system");
      case AUTHORITY -> of("Behörde", "an authority");
    };
  }

  String of(Report.Nature nature) {
    return switch (nature) {
      case CONFIDENTIALITY -> of("Vertraulichkeit", "confidentiality");
      case INTEGRITY -> of("Unversehrtheit", "integrity");
      case AVAILABILITY -> of("Verfügbarkeit", "availability");
    };
  }

  String of(Duty duty) {
    return switch (duty) {
      case AUTHORITY -> of("Aufsichtsbehörde", "supervisory authority");
      case PERSONS -> of("betroffene Personen", "affected persons");
      case CONTROLLER -> of("Auftraggeber", "controller");
    };
  }

  String of(Clock.State state) {
    return switch (state) {
      case RUNNING -> of("läuft", "running");
      case TOLD -> of("informiert", "told");
      case TOLD_LATE -> of("verspätet informiert", "told late");
      case WAIVED -> of("nicht nötig, siehe unten", "not needed, see below");
    };
  }

  String of(Exposure exposure) {
    return switch (exposure) {
      case IN_CLEAR -> of("lesbar", "readable");
      case SEALED_WITH_KEYS ->
          of("versiegelt, Schlüssel möglicherweise betroffen", "sealed, keys possibly affected");
      case SEALED_ONLY -> of("versiegelt, Schlüssel sicher", "sealed, keys safe");
    };
  }

  List<List<String>> finding(Finding finding) {
    List<List<String>> rows = new ArrayList<>();
    Finding.Counts counts = finding.counts();
    row(rows, "Umfang", "Scope", finding.scope());
    row(rows, "Form der Daten", "Form of the data", of(finding.exposure()));
    row(rows, "Betroffene Personen", "Persons", "" + counts.subjects());
    row(rows, "davon seither gelöscht", "of these erased since", "" + counts.erased());
    row(rows, "Gespräche", "Calls", "" + counts.calls());
    row(rows, "Aufbewahrte Stücke", "Records", "" + counts.records());
    row(rows, "davon unlesbar", "unreadable", "" + counts.sealed());
    row(rows, "offengelegt", "laid open", "" + counts.laidOpen());
    row(rows, "Sichere Schlüssel", "Safe keys", String.join(", ", finding.keysSafe()));
    row(rows, "Zwecke", "Purposes", String.join(", ", finding.kinds().purposes()));
    row(rows, "Arten von Daten", "Categories of data", joined(finding));
    row(rows, "Empfänger", "Recipients", String.join(", ", finding.kinds().recipients()));
    finding
        .kinds()
        .controllers()
        .forEach((name, persons) -> row(rows, "Personen von", "Persons of", name + ": " + persons));
    finding
        .proposal()
        .ifPresent(
            ground ->
                row(
                    rows,
                    "Zu prüfen",
                    "To be considered",
                    ground.article()
                        + of(
                            ": unlesbar für Unbefugte; darüber entscheidet ein Mensch",
                            ": unreadable for others; a person decides about it")));
    return rows;
  }

  private static String joined(Finding finding) {
    return String.join(", ", finding.kinds().categories());
  }

  private void row(List<List<String>> rows, String inGerman, String inEnglish, String value) {
    rows.add(List.of(of(inGerman, inEnglish), value));
  }
}
