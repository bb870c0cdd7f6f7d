package eu.sotto.incident.running;

import eu.sotto.incident.Clock;
import eu.sotto.incident.Documented;
import eu.sotto.incident.Finding;
import eu.sotto.incident.Incident;
import eu.sotto.incident.IncidentExport;
import eu.sotto.interchange.PlainJson;
import eu.sotto.register.ContactPoint;
import eu.sotto.register.IncidentPlan;
import eu.sotto.register.Register;
import eu.sotto.rights.running.Page;
import eu.sotto.rights.running.PageHtml;
import eu.sotto.rights.running.PageText;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts an incident into words for the authority, and into JSON. Used once. */
final class IncidentDocument {
  private final Register register;
  private final Incident incident;
  private final Instant madeAt;

  IncidentDocument(Register register, Incident incident, Instant madeAt) {
    this.register = register;
    this.incident = incident;
    this.madeAt = madeAt;
  }

  IncidentExport in(Locale language) {
    Page page = page(language.getLanguage().equals("de"));
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    PlainJson.write(tree(), json);
    return new IncidentExport(
        json.toString(StandardCharsets.UTF_8), PageHtml.of(page), PageText.of(page));
  }

  private Page page(boolean german) {
    Words words = new Words(german);
    List<Page.Section> sections = new ArrayList<>();
    sections.add(
        Page.Section.of(
            words.of("Wer meldet", "Who reports"), new Page.Table(words.pair(), who(words))));
    sections.add(
        Page.Section.of(
            words.of("Was geschah", "What happened"), new Page.Table(words.pair(), what(words))));
    sections.add(findings(words));
    sections.add(Page.Section.of(words.of("Fristen", "Deadlines"), clocks(words)));
    sections.add(Page.Section.of(words.of("Wer informiert wurde", "Who was told"), told(words)));
    String title =
        words.of(
            "Dokumentation einer Verletzung des Schutzes personenbezogener Daten (Art. 33 DSGVO)",
            "Documentation of a personal data breach (GDPR Art. 33)");
    return new Page(german ? Locale.GERMAN : Locale.ENGLISH, title, sections);
  }

  private List<List<String>> who(Words words) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            words.of("Verantwortlicher", "Controller"),
            register.controller().name()
                + "\n"
                + register.controller().address()
                + "\n"
                + register.controller().contact()));
    register
        .dataProtectionOfficer()
        .ifPresent(
            officer ->
                rows.add(
                    List.of(
                        words.of("Datenschutzbeauftragte", "Data protection officer"),
                        contact(officer))));
    register.incidentPlan().map(IncidentPlan::functions).orElse(List.of()).stream()
        .map(f -> List.of(words.of("Anlaufstelle", "Contact point"), f.name() + "\n" + f.contact()))
        .forEach(rows::add);
    rows.add(List.of(words.of("Zuständige Behörde", "Competent authority"), contact(authority())));
    return rows;
  }

  private ContactPoint authority() {
    @Nullable ContactPoint own = register.incidentPlan().map(IncidentPlan::authority).orElse(null);
    return own == null ? register.supervisoryAuthority() : own;
  }

  private static String contact(ContactPoint contact) {
    return contact.name() + "\n" + contact.contact();
  }

  private List<List<String>> what(Words words) {
    var report = incident.report();
    return List.of(
        List.of(words.of("Vorgang", "Incident"), incident.id()),
        List.of(words.of("Gemeldet von", "Reported by"), words.of(report.what().source())),
        List.of(words.of("Bekannt seit", "Aware since"), time(report.at())),
        List.of(words.of("Aufgezeichnet", "Recorded"), time(report.recordedAt())),
        List.of(
            words.of("Art", "Nature"),
            report.what().nature().stream()
                .sorted()
                .map(words::of)
                .collect(Collectors.joining(", "))),
        List.of(words.of("Sachverhalt", "Facts"), report.what().facts()));
  }

  private Page.Section findings(Words words) {
    List<Page.Block> blocks = new ArrayList<>();
    if (incident.findings().isEmpty()) {
      blocks.add(new Page.Prose(words.of("Noch nicht bewertet.", "Not assessed yet.")));
    }
    for (int i = 0; i < incident.findings().size(); i++) {
      var finding = incident.findings().get(i);
      blocks.add(new Page.Prose(time(finding.at()) + ", " + finding.actor().role()));
      List<List<String>> rows = words.finding(finding.what());
      Incident.Assessed texts = incident.assessments().get(i).what();
      rows.add(List.of(words.of("Wahrscheinliche Folgen", "Likely consequences"), texts.effects()));
      rows.add(List.of(words.of("Maßnahmen", "Measures"), texts.measures()));
      blocks.add(new Page.Table(words.pair(), rows));
    }
    return new Page.Section(words.of("Wen es betrifft", "Whom it affects"), blocks);
  }

  private Page.Table clocks(Words words) {
    return new Page.Table(
        List.of(
            words.of("Wer", "Who"),
            words.of("Grundlage", "Rule"),
            words.of("Spätestens", "At the latest"),
            words.of("Lesarten", "Readings"),
            words.of("Stand", "State")),
        incident.clocks().stream()
            .map(
                clock ->
                    List.of(
                        words.of(clock.duty())
                            + (clock.addressee().isEmpty() ? "" : ": " + clock.addressee()),
                        clock.duty().article(),
                        time(clock.due(register.zone())),
                        readings(clock),
                        clock.isOverdue(madeAt, register.zone())
                            ? words.of("überfällig", "overdue")
                            : words.of(clock.state())))
            .toList());
  }

  private String readings(Clock clock) {
    return clock.deadline().readings().stream()
        .map(
            reading ->
                time(reading.end().firstFreeInstant(register.zone()))
                    + " ("
                    + reading.basis().source()
                    + ")")
        .collect(Collectors.joining("\n"));
  }

  private Page.Table told(Words words) {
    List<List<String>> rows = new ArrayList<>();
    incident
        .told()
        .forEach(
            told ->
                rows.add(
                    List.of(
                        words.of(told.what().duty())
                            + (told.what().addressee().isEmpty()
                                ? ""
                                : ": " + told.what().addressee()),
                        time(told.at()),
                        told.what().reference()
                            + (told.what().delayReason().isEmpty()
                                ? ""
                                : "\n" + told.what().delayReason()))));
    incident
        .waivers()
        .forEach(
            waiver ->
                rows.add(
                    List.of(
                        words.of("nicht informiert: ", "not told: ")
                            + words.of(waiver.what().ground().duty()),
                        time(waiver.at()),
                        waiver.what().ground().article() + "\n" + waiver.what().reason())));
    return new Page.Table(
        List.of(words.of("Wer", "Who"), words.of("Wann", "When"), words.of("Näheres", "Details")),
        rows);
  }

  private String time(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).atZone(register.zone()).toOffsetDateTime().toString();
  }

  private Map<String, Object> tree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("incident", incident.id());
    tree.put("madeAt", madeAt.toString());
    tree.put("controller", register.controller().name());
    tree.put("register", register.version());
    tree.put("source", incident.report().what().source().name());
    tree.put(
        "nature", incident.report().what().nature().stream().map(Enum::name).sorted().toList());
    tree.put("facts", incident.report().what().facts());
    tree.put("awareAt", incident.report().at().toString());
    tree.put("recordedAt", incident.report().recordedAt().toString());
    List<Object> findings = new ArrayList<>();
    for (int i = 0; i < incident.findings().size(); i++) {
      Map<String, Object> one = steps(incident.findings().get(i), IncidentDocument::finding);
      one.put("effects", incident.assessments().get(i).what().effects());
      one.put("measures", incident.assessments().get(i).what().measures());
      findings.add(one);
    }
    tree.put("findings", findings);
    tree.put("clocks", incident.clocks().stream().map(this::clock).toList());
    tree.put(
        "told",
        incident.told().stream()
            .map(
                told ->
                    steps(
                        told,
                        n ->
                            map(
                                "duty",
                                n.duty().name(),
                                "addressee",
                                n.addressee(),
                                "reference",
                                n.reference(),
                                "delay",
                                n.delayReason())))
            .toList());
    tree.put(
        "waivers",
        incident.waivers().stream()
            .map(
                waiver ->
                    steps(
                        waiver,
                        w ->
                            map(
                                "duty",
                                w.ground().duty().name(),
                                "ground",
                                w.ground().article(),
                                "reason",
                                w.reason())))
            .toList());
    incident.closed().ifPresent(c -> tree.put("closed", steps(c, text -> map("lessons", text))));
    return tree;
  }

  private Map<String, Object> clock(Clock clock) {
    Map<String, Object> tree = map("duty", clock.duty().name(), "article", clock.duty().article());
    tree.put("addressee", clock.addressee());
    tree.put("due", clock.due(register.zone()).toString());
    tree.put(
        "readings",
        clock.deadline().readings().stream()
            .map(
                reading ->
                    map(
                        "basis",
                        reading.basis().source(),
                        "end",
                        reading.end().firstFreeInstant(register.zone()).toString()))
            .toList());
    tree.put("state", clock.state().name());
    tree.put("overdue", clock.isOverdue(madeAt, register.zone()));
    return tree;
  }

  private static Map<String, Object> finding(Finding finding) {
    Map<String, Object> tree = new LinkedHashMap<>(FindingFields.of(finding));
    tree.put("purposes", List.copyOf(finding.kinds().purposes()));
    tree.put("categories", List.copyOf(finding.kinds().categories()));
    tree.put("recipients", List.copyOf(finding.kinds().recipients()));
    tree.put("controllers", new LinkedHashMap<>(finding.kinds().controllers()));
    tree.put("keys_safe", List.copyOf(finding.keysSafe()));
    finding.proposal().ifPresent(ground -> tree.put("proposal", ground.article()));
    return tree;
  }

  private static <T> Map<String, Object> steps(
      Documented<T> step, Function<T, Map<String, Object>> content) {
    Map<String, Object> tree = map("at", step.at().toString());
    tree.put("recordedAt", step.recordedAt().toString());
    tree.put("role", step.actor().role());
    tree.putAll(content.apply(step.what()));
    return tree;
  }

  private static Map<String, Object> map(String... pairs) {
    Map<String, Object> tree = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      tree.put(pairs[i], pairs[i + 1]);
    }
    return tree;
  }
}
