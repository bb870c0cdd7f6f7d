package eu.sotto.accountability.running;

import eu.sotto.accountability.ProcessingRecord;
import eu.sotto.interchange.PlainJson;
import eu.sotto.permit.Operation;
import eu.sotto.register.ContactPoint;
import eu.sotto.register.ImpactAssessment;
import eu.sotto.register.Purpose;
import eu.sotto.register.PurposeRole;
import eu.sotto.register.Recipient;
import eu.sotto.register.Register;
import eu.sotto.retention.RetentionRule;
import eu.sotto.rights.running.Page;
import eu.sotto.rights.running.PageHtml;
import eu.sotto.rights.running.PageText;
import eu.sotto.vocabulary.RecipientId;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the record of processing activities of a register; pure. Used once. */
public final class RecordDocument {
  private final Register register;
  private final RecordWords words;

  private RecordDocument(Register register, boolean german) {
    this.register = register;
    this.words = new RecordWords(german);
  }

  /**
   * The record of a register.
   *
   * @param register the register
   * @param language German, else English
   * @return the documents
   */
  public static ProcessingRecord of(Register register, Locale language) {
    boolean german = language.getLanguage().equals("de");
    RecordDocument document = new RecordDocument(register, german);
    Map<String, Object> tree = document.tree();
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    PlainJson.write(tree, json);
    Page page = document.page(german, tree);
    return new ProcessingRecord(
        json.toString(StandardCharsets.UTF_8), PageHtml.of(page), PageText.of(page));
  }

  private Map<String, Object> tree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put(words.of("Fassung des Registers", "Version of the register"), register.version());
    tree.put(
        words.of("Name und Kontakt", "Name and contact"),
        List.of(
            register.controller().name(),
            register.controller().address(),
            register.controller().contact()));
    register
        .dataProtectionOfficer()
        .ifPresent(
            o -> tree.put(words.of("Datenschutzbeauftragte", "Data protection officer"), of(o)));
    tree.put(words.controllerPart(), activities(false));
    tree.put(words.processorPart(), activities(true));
    tree.put(
        words.of("Sicherheit der Verarbeitung (Art. 32)", "Security of processing (Art. 32)"),
        words.security());
    return tree;
  }

  private static List<String> of(ContactPoint contact) {
    return List.of(contact.name(), contact.contact());
  }

  private List<Map<String, Object>> activities(boolean asProcessor) {
    return register.purposes().stream()
        .filter(purpose -> (purpose.role() == PurposeRole.PROCESSOR) == asProcessor)
        .map(this::activity)
        .toList();
  }

  private Map<String, Object> activity(Purpose purpose) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put(words.of("Zweck", "Purpose"), purpose.id().value());
    String other = purpose.responsibility().reference();
    if (other != null) {
      boolean joint = purpose.role() == PurposeRole.JOINT_CONTROLLER;
      tree.put(
          joint
              ? words.of("Gemeinsam verantwortlich nach", "Joint controller under")
              : words.of("Im Auftrag von", "On behalf of"),
          joint ? other : behalf(other));
    }
    tree.put(words.of("Rechtsgrundlage", "Legal basis"), purpose.basis().name());
    tree.put(
        words.of("Verarbeitungen", "Operations"),
        sorted(purpose.operations().stream().map(Operation::name).toList()));
    tree.put(words.of("Betroffene Personen", "Data subjects"), words.subjects(register));
    tree.put(
        words.of("Arten von Daten", "Categories of data"),
        sorted(purpose.categories().stream().map(c -> c.value()).toList()));
    List<Recipient> recipients = recipients(purpose);
    tree.put(
        words.of("Empfänger", "Recipients"), recipients.stream().map(words::recipient).toList());
    tree.put(
        words.of("Übermittlungen in Drittländer", "Transfers to third countries"),
        recipients.stream()
            .filter(recipient -> !recipient.place().inEea())
            .map(words::transfer)
            .toList());
    tree.put(words.of("Löschfristen", "Erasure periods"), periods(purpose));
    tree.put(
        words.of("Folgenabschätzung", "Impact assessment"),
        register.assessments().stream()
            .filter(assessment -> assessment.purposes().contains(purpose.id()))
            .map(this::assessment)
            .toList());
    return tree;
  }

  /** With the contact, where the incident plan has it (Art. 30(2)(a)). */
  private List<String> behalf(String name) {
    return register
        .incidentPlan()
        .flatMap(plan -> plan.controller(name))
        .map(RecordDocument::of)
        .orElse(List.of(name));
  }

  private String assessment(ImpactAssessment assessment) {
    return assessment.reference()
        + ", "
        + assessment.owner()
        + ", "
        + assessment.date()
        + words.of(", Überprüfung ", ", review ")
        + assessment.review();
  }

  private List<Recipient> recipients(Purpose purpose) {
    return purpose.recipients().stream()
        .map(RecipientId::value)
        .sorted()
        .flatMap(id -> register.recipient(RecipientId.of(id)).stream())
        .toList();
  }

  private List<String> periods(Purpose purpose) {
    if (purpose.transientOnly()) {
      return List.of(words.of("es wird nichts aufbewahrt", "nothing is kept"));
    }
    return register.retentionPolicy().rules().stream()
        .filter(rule -> purpose.retentionClass().filter(rule.retentionClass()::equals).isPresent())
        .sorted(java.util.Comparator.comparing(rule -> rule.id().name()))
        .map(this::period)
        .toList();
  }

  private String period(RetentionRule rule) {
    return words.rule(rule) + " (" + rule.source() + ")";
  }

  private static List<String> sorted(Collection<String> names) {
    return names.stream().sorted().toList();
  }

  private Page page(boolean german, Map<String, Object> tree) {
    List<Page.Section> sections = new ArrayList<>();
    List<List<String>> head = new ArrayList<>();
    tree.forEach(
        (name, value) -> {
          if (name.equals(words.controllerPart()) || name.equals(words.processorPart())) {
            sections.add(activities(name, value));
          } else {
            head.add(List.of(name, said(value)));
          }
        });
    sections.add(
        0,
        Page.Section.of(
            words.of("Wer verarbeitet, und wie sicher", "Who processes, and how safely"),
            table(head)));
    return new Page(
        german ? Locale.GERMAN : Locale.ENGLISH,
        words.of(
            "Verzeichnis von Verarbeitungstätigkeiten (Art. 30 DSGVO)",
            "Record of processing activities (GDPR Art. 30)"),
        sections);
  }

  private Page.Section activities(String title, Object activities) {
    List<Page.Block> blocks = new ArrayList<>();
    for (Object activity : (List<?>) activities) {
      List<List<String>> rows = new ArrayList<>();
      ((Map<?, ?>) activity)
          .forEach((name, value) -> rows.add(List.of(name.toString(), said(value))));
      blocks.add(table(rows));
    }
    if (blocks.isEmpty()) {
      blocks.add(new Page.Prose(words.of("Keine.", "None.")));
    }
    return new Page.Section(title, blocks);
  }

  private Page.Table table(List<List<String>> rows) {
    return new Page.Table(List.of(words.of("Angabe", "Item"), words.of("Inhalt", "Content")), rows);
  }

  private String said(Object value) {
    if (value instanceof List<?> list) {
      return list.isEmpty()
          ? words.of("keine", "none")
          : list.stream().map(Object::toString).collect(Collectors.joining("\n"));
    }
    return value.toString();
  }
}
