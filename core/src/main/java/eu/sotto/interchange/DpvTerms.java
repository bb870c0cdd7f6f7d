package eu.sotto.interchange;

import eu.sotto.permit.Operation;
import eu.sotto.vocabulary.DataCategory;
import java.util.LinkedHashMap;
import java.util.Map;

/** Names of the Data Privacy Vocabulary for what a register declares in its own words. */
final class DpvTerms {
  /** The prefixes of a document; a document needs nothing from the network to be read. */
  static final Map<String, Object> CONTEXT = context();

  private static final Map<Operation<?>, String> PROCESSING =
      Map.of(
          Operation.RECORD, "dpv:Record",
          Operation.TRANSCRIBE, "dpv:Transform",
          Operation.SUMMARISE, "dpv:Derive",
          Operation.ANALYSE, "dpv:Analyse",
          Operation.DISCLOSE, "dpv:Disclose",
          Operation.INFER_EMOTION, "dpv:Infer");

  private static final Map<String, String> PERSONAL_DATA =
      Map.ofEntries(
          Map.entry("voice", "pd:VoiceCommunicationRecording"),
          Map.entry("conversation", "pd:Communication"),
          Map.entry("contact", "pd:Contact"),
          Map.entry("name", "pd:Name"),
          Map.entry("phone", "pd:TelephoneNumber"),
          Map.entry("email", "pd:EmailAddress"),
          Map.entry("address", "pd:PhysicalAddress"),
          Map.entry("metadata", "pd:CommunicationsMetadata"),
          Map.entry("health", "pd:Health"),
          Map.entry("biometric", "pd:Biometric"));

  private DpvTerms() {}

  private static Map<String, Object> context() {
    Map<String, Object> prefixes = new LinkedHashMap<>();
    prefixes.put("dpv", "https://w3id.org/dpv#");
    prefixes.put("eu-gdpr", "https://w3id.org/dpv/legal/eu/gdpr#");
    prefixes.put("loc", "https://w3id.org/dpv/loc#");
    prefixes.put("pd", "https://w3id.org/dpv/pd#");
    prefixes.put("dct", "http://purl.org/dc/terms/");
    prefixes.put("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
    prefixes.put("xsd", "http://www.w3.org/2001/XMLSchema#");
    return prefixes;
  }

  static String processing(Operation<?> operation) {
    return PROCESSING.getOrDefault(operation, "dpv:Use");
  }

  /** A category that is not among the common ones keeps its own name beside the general term. */
  static String personalData(DataCategory category) {
    return PERSONAL_DATA.getOrDefault(category.value(), "dpv:PersonalData");
  }
}
