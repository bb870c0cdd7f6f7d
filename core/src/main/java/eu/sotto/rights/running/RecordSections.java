package eu.sotto.rights.running;

import eu.sotto.rights.Outcome;
import eu.sotto.rights.running.Page.Block;
import eu.sotto.rights.running.Page.Prose;
import eu.sotto.rights.running.Page.Section;
import eu.sotto.rights.running.Page.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What is kept, withheld and gone, in words. */
final class RecordSections {
  private final AccessReport report;
  private final FieldWords words;
  private final Tongue in;

  RecordSections(AccessReport report, FieldWords words) {
    this.report = report;
    this.words = words;
    this.in = words.in();
  }

  /** What is withheld or gone has a section only if there is any. */
  List<Section> all() {
    AccessRecords records = report.records();
    List<Section> sections = new ArrayList<>();
    sections.add(kept(records.disclosed().stream().map(this::row).toList()));
    if (!records.withheld().isEmpty()) {
      sections.add(withheld(records.withheld().stream().map(this::row).toList()));
    }
    if (!records.gone().isEmpty()) {
      sections.add(gone(records.gone().stream().map(this::row).toList()));
    }
    return sections;
  }

  private Section kept(List<List<String>> rows) {
    Block none =
        new Prose(
            in.say("Von Ihren Gesprächen ist kein Inhalt aufbewahrt.", "No content is kept."));
    return Section.of(
        in.say(
            "Was aufbewahrt wird, warum noch und bis wann",
            "What is kept, why it is still here and until when"),
        rows.isEmpty()
            ? none
            : new Table(
                List.of(
                    in.say("Datei", "File"),
                    whatAndSince(),
                    in.say("Zweck", "Purpose"),
                    in.say("Gelöscht wird ab", "Deleted from"),
                    in.say("Warum es noch da ist", "Why it is still here")),
                rows));
  }

  private Section withheld(List<List<String>> rows) {
    return Section.of(
        in.say("Was Sie nicht erhalten, und warum", "What you do not receive, and why"),
        new Table(
            List.of(
                whatAndSince(),
                in.say("Zweck", "Purpose"),
                in.say("Grund", "Ground"),
                in.say("Bis wann", "Until when")),
            rows),
        new Prose(
            in.say(
                "Insoweit ist Ihr Antrag abgelehnt. Sie können sich bei der Aufsichtsbehörde"
                    + " beschweren (Art. 77 DSGVO) oder klagen (Art. 79 DSGVO).",
                "So far your request is refused. You may complain to the supervisory authority"
                    + " (GDPR Art. 77) or go to court (GDPR Art. 79).")));
  }

  private Section gone(List<List<String>> rows) {
    return Section.of(
        in.say("Was nicht mehr da ist", "What is not there any more"),
        new Table(
            List.of(
                whatAndSince(),
                in.say("Zweck", "Purpose"),
                in.say("Was daraus wurde", "What became of it")),
            rows));
  }

  private String whatAndSince() {
    return in.say("Was, und seit wann", "What, and since when");
  }

  private List<String> row(AccessRecords.KeptFile file) {
    var entry = file.entry();
    String why =
        file.why() == null
            ? String.join("; ", AccessRecords.rules(report.register(), entry))
            : new KeptWords(in).why(file.why());
    return List.of(
        file.file(),
        what(CallWords.of(entry.what().kind(), in), entry.keptAt()),
        entry.what().purpose().value(),
        in.day(entry.due().firstDeletionDay()),
        why);
  }

  private List<String> row(AccessRecords.Withheld one) {
    var entry = one.entry();
    return List.of(
        what(CallWords.of(entry.what().kind(), in), entry.keptAt()),
        entry.what().purpose().value(),
        (one.why().outcome() == Outcome.WITHHOLD ? in.say("zurückgehalten: ", "withheld: ") : "")
            + RightsWords.ground(one.why().ground(), in),
        one.why().lastDay().map(in::until).orElse(in.say("ohne festen Tag", "without a set day")));
  }

  private List<String> row(AccessRecords.Gone one) {
    return List.of(
        what(words.of(one.kept(), "kind"), one.kept().happenedAt()),
        FieldWords.text(one.kept(), "purpose"),
        one.successor()
            .map(id -> in.say("berichtigt; jetzt Stück ", "put right; now record ") + id)
            .orElseGet(() -> ended(one.anonymises())));
  }

  /** Of texts that belong to nobody it is not known from whom they are: so neither is which. */
  private String ended(boolean anonymises) {
    return anonymises
        ? in.say(
            "gelöscht; ein Text davon kann ohne jeden Bezug zu Ihnen geblieben sein",
            "erased; a text of it may have stayed that leads to nobody")
        : in.say("gelöscht", "erased");
  }

  private String what(String kind, Instant since) {
    return kind + ", " + in.at(since);
  }
}
