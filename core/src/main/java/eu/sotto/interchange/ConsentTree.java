package eu.sotto.interchange;

import eu.sotto.consent.ConsentEvent;
import eu.sotto.consent.ConsentEvent.Asked;
import eu.sotto.consent.ConsentEvent.NoticePlayed;
import eu.sotto.consent.ConsentEvent.OfPurpose;
import eu.sotto.consent.ConsentTerms;
import eu.sotto.consent.Wording;
import eu.sotto.notice.NoticePart;
import eu.sotto.register.Purpose;
import eu.sotto.register.Recipient;
import eu.sotto.register.RecipientRole;
import eu.sotto.register.Register;
import eu.sotto.retention.RetentionRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Lays a consent out in the terms of the Data Privacy Vocabulary. Used once. */
final class ConsentTree {
  private static final String ID = "@id";
  private static final String TYPE = "@type";
  private static final String IDENTIFIER = "dct:identifier";
  private static final String TITLE = "dct:title";

  /** GDPR Art. 13, 15 to 18, 20, 22, 7(3) and 77: what a person who consented can demand. */
  private static final List<String> RIGHTS =
      List.of("A7-3", "A13", "A15", "A16", "A17", "A18", "A19", "A20", "A22", "A77");

  private final ConsentParts parts;
  private final Register register;
  private final Purpose purpose;

  ConsentTree(ConsentParts parts) {
    this.parts = parts;
    this.register = parts.declared().register();
    this.purpose = parts.declared().purpose();
  }

  Map<String, Object> tree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("@context", DpvTerms.CONTEXT);
    tree.put(ID, "urn:uuid:" + parts.id());
    tree.put(TYPE, "dpv:ConsentRecord");
    tree.put("dct:conformsTo", reference(ConsentRecord.CONFORMS_TO));
    tree.put(IDENTIFIER, parts.id().toString());
    tree.put("dct:created", time(parts.madeAt()));
    tree.put("dpv:hasDataSubject", subject());
    tree.put("dpv:hasNotice", notices());
    tree.put("dpv:hasProcess", process());
    tree.put("dpv:hasConsentStatus", events());
    return tree;
  }

  static Map<String, Object> reference(String iri) {
    return Map.of(ID, iri);
  }

  static Map<String, Object> time(Instant at) {
    return value("xsd:dateTime", at.toString());
  }

  static Map<String, Object> value(String type, String value) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put(TYPE, type);
    tree.put("@value", value);
    return tree;
  }

  private Map<String, Object> subject() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put(ID, subjectId());
    tree.put(TYPE, "dpv:DataSubject");
    tree.put("dpv:hasIdentifier", parts.subject());
    return tree;
  }

  private String subjectId() {
    return "urn:sotto:subject:" + parts.subject();
  }

  /** The wordings in which it was asked; those also that were played before. */
  private List<Map<String, Object>> notices() {
    Set<Wording> wordings = new LinkedHashSet<>();
    List<NoticePlayed> played = parts.consents().heard(parts.madeAt());
    Set<Wording> spoken = new LinkedHashSet<>();
    Set<Wording> ofAi = new LinkedHashSet<>();
    for (NoticePlayed notice : played) {
      spoken.add(notice.wording());
      if (notice.parts().contains(NoticePart.AI_DISCLOSURE)) {
        ofAi.add(notice.wording());
      }
    }
    ofPurpose().stream()
        .filter(Asked.class::isInstance)
        .map(event -> ((Asked) event).wording())
        .forEach(wordings::add);
    return wordings.stream().map(w -> notice(w, spoken.contains(w), ofAi.contains(w))).toList();
  }

  private static Map<String, Object> notice(Wording wording, boolean spoken, boolean ofAi) {
    List<String> types = new ArrayList<>(List.of("dpv:ConsentNotice"));
    if (spoken) {
      types.add("dpv:OralNotice");
    }
    if (ofAi) {
      types.add("dpv:AINotice");
    }
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put(ID, "urn:sotto:wording:" + wording.hash());
    tree.put(TYPE, types);
    tree.put(IDENTIFIER, wording.notice().value());
    tree.put("dct:hasVersion", wording.version());
    tree.put("dct:language", wording.language().toLanguageTag());
    return tree;
  }

  private Map<String, Object> process() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put(TYPE, "dpv:Process");
    Map<String, Object> stated = new LinkedHashMap<>();
    stated.put(TYPE, "dpv:Purpose");
    stated.put(IDENTIFIER, purpose.id().value());
    tree.put("dpv:hasPurpose", stated);
    Set<String> processing = new TreeSet<>();
    purpose.operations().forEach(operation -> processing.add(DpvTerms.processing(operation)));
    tree.put("dpv:hasProcessing", processing.stream().map(ConsentTree::reference).toList());
    tree.put("dpv:hasPersonalData", personalData());
    tree.put("dpv:hasStorageCondition", storage());
    tree.put("dpv:hasDataController", controller());
    tree.put("dpv:hasRecipient", recipients());
    tree.put("dpv:hasLegalBasis", reference("eu-gdpr:A6-1-a"));
    tree.put("dpv:hasJurisdiction", reference("loc:" + register.defaultRegion()));
    tree.put("dpv:hasRight", RIGHTS.stream().map(r -> reference("eu-gdpr:" + r)).toList());
    Map<String, Object> control = new LinkedHashMap<>();
    control.put(TYPE, "dpv:WithdrawConsent");
    control.put("dpv:isExercisedAt", register.controller().contact());
    tree.put("dpv:hasConsentControl", control);
    return tree;
  }

  private List<Map<String, Object>> personalData() {
    return purpose.categories().stream()
        .sorted((one, other) -> one.value().compareTo(other.value()))
        .map(
            category -> {
              Map<String, Object> tree = new LinkedHashMap<>();
              tree.put(TYPE, DpvTerms.personalData(category));
              tree.put(TITLE, category.value());
              return tree;
            })
        .toList();
  }

  private List<Map<String, Object>> storage() {
    List<Map<String, Object>> conditions = new ArrayList<>();
    Map<String, Object> place = new LinkedHashMap<>();
    place.put(TYPE, "dpv:StorageLocation");
    place.put("dpv:hasLocation", places());
    conditions.add(place);
    for (RetentionRule rule : register.retentionPolicy().rules()) {
      if (purpose.retentionClass().filter(rule.retentionClass()::equals).isPresent()) {
        rule.term().ifPresent(term -> conditions.add(duration(rule, term.toString())));
      }
    }
    return conditions;
  }

  /** Where the host and those who work for it are; only the one promise, if there is one. */
  private List<Map<String, Object>> places() {
    if (register.onlyInEea()) {
      return List.of(reference("loc:EEA"));
    }
    Set<String> countries = new TreeSet<>(Set.of(register.defaultRegion()));
    recipientsOfPurpose().forEach(r -> r.country().ifPresent(c -> countries.add(c.code())));
    return countries.stream().map(country -> reference("loc:" + country)).toList();
  }

  private static Map<String, Object> duration(RetentionRule rule, String term) {
    Map<String, Object> length = new LinkedHashMap<>();
    length.put(TYPE, "dpv:TemporalDuration");
    length.put("rdf:value", term);
    length.put("dct:description", Fields.name(rule.kind()) + ", from " + rule.trigger());
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put(TYPE, "dpv:StorageDuration");
    tree.put("dpv:hasDuration", length);
    return tree;
  }

  private Map<String, Object> controller() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put(TYPE, "dpv:DataController");
    tree.put("dpv:hasName", register.controller().name());
    tree.put("dpv:hasAddress", register.controller().address());
    tree.put("dpv:hasContact", register.controller().contact());
    return tree;
  }

  private List<Recipient> recipientsOfPurpose() {
    return register.recipients().stream()
        .filter(recipient -> purpose.recipients().contains(recipient.id()))
        .toList();
  }

  private List<Map<String, Object>> recipients() {
    return recipientsOfPurpose().stream()
        .map(
            recipient -> {
              boolean works =
                  recipient.role() == RecipientRole.PROCESSOR
                      || recipient.role() == RecipientRole.SUB_PROCESSOR;
              Map<String, Object> tree = new LinkedHashMap<>();
              tree.put(TYPE, works ? "dpv:DataProcessor" : "dpv:Recipient");
              tree.put("dpv:hasName", recipient.name());
              recipient
                  .country()
                  .ifPresent(c -> tree.put("dpv:hasLocation", reference("loc:" + c.code())));
              return tree;
            })
        .toList();
  }

  private List<OfPurpose> ofPurpose() {
    List<OfPurpose> events = new ArrayList<>();
    for (ConsentEvent event : parts.consents().events()) {
      if (event instanceof OfPurpose one
          && one.purpose().equals(purpose.id())
          && !one.at().isAfter(parts.madeAt())) {
        events.add(one);
      }
    }
    return events;
  }

  private List<Map<String, Object>> events() {
    var states = new ConsentStates(parts, ConsentTerms.of(register, purpose));
    return states.of(ofPurpose(), reference(subjectId()));
  }
}
