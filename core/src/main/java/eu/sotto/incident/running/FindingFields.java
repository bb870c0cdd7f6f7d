package eu.sotto.incident.running;

import eu.sotto.incident.Finding;
import java.util.LinkedHashMap;
import java.util.Map;

/** A finding as fields of the ledger. */
final class FindingFields {
  private FindingFields() {}

  static Map<String, Object> of(Finding finding) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("scope", finding.scope());
    fields.put("exposure", finding.exposure().name());
    fields.put("subjects", finding.counts().subjects());
    fields.put("erased", finding.counts().erased());
    fields.put("calls", finding.counts().calls());
    fields.put("records", finding.counts().records());
    fields.put("sealed", finding.counts().sealed());
    fields.put("laid_open", finding.counts().laidOpen());
    fields.put("purposes", String.join(" ", finding.kinds().purposes()));
    fields.put("categories", String.join(" ", finding.kinds().categories()));
    fields.put("recipients", String.join(" ", finding.kinds().recipients()));
    fields.put("controllers", IncidentSteps.controllers(finding.kinds().controllers()));
    fields.put("keys_safe", String.join(" ", finding.keysSafe()));
    return fields;
  }
}
