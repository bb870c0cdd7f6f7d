package eu.sotto.accountability.running;

import eu.sotto.register.Recipient;
import eu.sotto.register.Register;
import eu.sotto.retention.RetentionRule;
import eu.sotto.retention.calendar.RetentionTerm;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The words of the record of processing, German or English. */
record RecordWords(boolean german) {
  String of(String inGerman, String inEnglish) {
    return german ? inGerman : inEnglish;
  }

  String controllerPart() {
    return of("Als Verantwortlicher (Art. 30 Abs. 1 DSGVO)", "As a controller (GDPR Art. 30(1))");
  }

  String processorPart() {
    return of("Als Auftragsverarbeiter (Art. 30 Abs. 2 DSGVO)", "As a processor (GDPR Art. 30(2))");
  }

  List<String> subjects(Register register) {
    List<String> subjects = new ArrayList<>();
    subjects.add(of("Anrufende und angerufene Personen", "Callers and persons called"));
    if (!register.staff().isEmpty()) {
      subjects.add(of("Beschäftigte, die sprechen", "Members of staff who speak"));
    }
    subjects.add(
        of("Andere Sprechende, etwa Dolmetschende", "Others who speak, such as interpreters"));
    return subjects;
  }

  String recipient(Recipient recipient) {
    String role =
        switch (recipient.role()) {
          case INTERNAL -> of("intern", "internal");
          case PROCESSOR -> of("Auftragsverarbeiter", "processor");
          case SUB_PROCESSOR -> of("Unterauftragsverarbeiter", "sub-processor");
          case CONTROLLER -> of("eigener Verantwortlicher", "controller of its own");
        };
    String country =
        recipient.country().map(c -> c.code()).orElse(of("Land unbekannt", "country unknown"));
    String contract = recipient.contract();
    return recipient.name()
        + ", "
        + role
        + ", "
        + country
        + (contract == null ? "" : ", " + contract);
  }

  String transfer(Recipient recipient) {
    String where = recipient.country().map(c -> c.code()).orElse("?");
    String how =
        recipient
            .transfer()
            .map(t -> t.mechanism().article() + ", " + t.evidence() + ", " + t.date())
            .orElse(
                of(
                    "ohne Garantie: es wird nichts übermittelt",
                    "no safeguard: nothing is transferred"));
    return recipient.name() + ", " + where + ": " + how;
  }

  String rule(RetentionRule rule) {
    String term = rule.term().map(this::term).orElse("");
    String trigger = trigger(rule);
    return switch (rule.kind()) {
      case MUST_DELETE_BY ->
          of("Löschung spätestens ", "erased at the latest ") + term + " " + trigger;
      case MUST_KEEP_UNTIL ->
          of("Pflicht zur Aufbewahrung ", "kept by duty ") + term + " " + trigger;
      case MAY_KEEP -> of("Aufbewahrung erlaubt ", "may be kept ") + term + " " + trigger;
      case HOLD -> of("Sicherung bis zur Freigabe", "held until released");
      case RESTRICTION -> of("eingeschränkt (Art. 18 DSGVO)", "restricted (GDPR Art. 18)");
      case DEADLINE -> of("Frist von ", "deadline of ") + term + " " + trigger;
    };
  }

  private String trigger(RetentionRule rule) {
    if (rule.trigger().events().isEmpty()) {
      return of("nach der Aufzeichnung", "after recording");
    }
    String events =
        rule.trigger().events().stream().map(Object::toString).collect(Collectors.joining(", "));
    String backstop =
        rule.trigger()
            .backstop()
            .map(t -> of("; ohne das Ereignis ", "; without the event ") + term(t))
            .orElse("");
    return of("nach: ", "after: ") + events + backstop;
  }

  /** A period as people say it; options follow in their own words. */
  String term(RetentionTerm term) {
    String text = term.toString();
    String[] parts = text.split(";", -1);
    List<String> said = new ArrayList<>();
    if (term.isElapsed()) {
      said.add(term.elapsed().map(d -> d.toHours() + of(" Stunden", " hours")).orElse(parts[0]));
    } else {
      java.time.Period period = java.time.Period.parse(parts[0]);
      unit(said, period.getYears(), of("Jahr", "year"), of("Jahre", "years"));
      unit(said, period.getMonths(), of("Monat", "month"), of("Monate", "months"));
      unit(said, period.getDays(), of("Tag", "day"), of("Tage", "days"));
    }
    String length = said.isEmpty() ? of("sofort", "at once") : String.join(" ", said);
    String fromYearEnd =
        text.contains(";YE") ? of(" ab Jahresende", " from the end of the year") : "";
    return length + fromYearEnd;
  }

  private static void unit(List<String> said, int number, String one, String many) {
    if (number != 0) {
      said.add(number + " " + (number == 1 ? one : many));
    }
  }

  List<String> security() {
    return List.of(
        of(
            "Inhalte werden vor dem Speichern versiegelt (AES-256-GCM), je Person und Löschtag mit"
                + " eigenen Schlüsseln",
            "Contents are sealed before they are stored (AES-256-GCM), under keys of their own per"
                + " person and day of erasure"),
        of(
            "Personenbezogene Angaben werden vor dem Aufbewahren aus Texten entfernt, wo der Zweck"
                + " es verlangt",
            "Personal identifiers are removed from texts before they are kept, where the purpose"
                + " demands it"),
        of(
            "Jeder Vorgang braucht eine Erlaubnis, die vorher dauerhaft aufgezeichnet ist",
            "Every operation needs a permit that is durably recorded before"),
        of(
            "Das Protokoll ist ein Hashbaum: Änderung, Löschung und Rückdatierung fallen auf",
            "The log is a hash tree: change, deletion and back-dating show"),
        of(
            "Löschung zerstört die Schlüssel; eine Bescheinigung weist sie nach",
            "Erasure destroys the keys; a receipt proves it"));
  }
}
