package eu.sotto.benchmarks.purpose;

import eu.sotto.interchange.RegisterJson;
import eu.sotto.register.Register;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Ten purposes with three operations each, written twice: as a register, and as the policy of a
 * general engine. A purpose rests on consent, on a contract, or on legitimate interests.
 */
final class ThirtyRules {
  /** One purpose and what it rests on, in the words of a register. */
  record Aim(String purpose, String basis) {}

  static final List<String> OPERATIONS = List.of("transcribe", "summarise", "analyse");

  static final List<Aim> AIMS =
      List.of(
          new Aim("quality", "consent"),
          new Aim("training", "consent"),
          new Aim("survey", "consent"),
          new Aim("newsletter", "consent"),
          new Aim("appointment", "contract"),
          new Aim("order", "contract"),
          new Aim("support", "contract"),
          new Aim("planning", "legitimate-interests"),
          new Aim("security", "legitimate-interests"),
          new Aim("statistics", "legitimate-interests"));

  private static final String REGISTER =
      """
      {
        "controller": {
          "name": "Office", "address": "1 Example Street", "contact": "privacy@office.example"
        },
        "supervisoryAuthority": { "name": "Authority", "contact": "authority.example" },
        "timeZone": "Europe/Berlin",
        "defaultRegion": "DE",
        "defaultLanguage": "de",
        "lines": [
          { "id": "main", "channel": "voice", "direction": "inbound", "ai": true,
            "notices": ["welcome"] }
        ],
        "notices": [
          { "id": "welcome", "version": "1", "language": "de",
            "text": "Sie sprechen mit einem KI-System. Eins für ja, zwei für nein.",
            "parts": ["ai-disclosure", "recording", "controller", "purposes", "rights",
                      "legal-bases", "legitimate-interests", "retention-periods", "complaint",
                      "duty-to-provide", "withdrawal", "refusal"],
            "questions": [%s] }
        ],
        "purposes": [%s],
        "recipients": [],
        "retention": [
          { "class": "calls", "material": "call",
            "rules": [
              { "kind": "must-delete-by", "trigger": "call-ended", "backstop": "P3M",
                "term": "P3M", "source": "register" }
            ] }
        ]
      }
      """;

  private static final String QUESTION =
      """
      { "purpose": "%s", "keys": { "1": "given", "2": "refused" },
        "givenPhrases": ["ja"], "refusedPhrases": ["nein"],
        "refusalRoute": "goes on without it", "answerWindow": "PT10S" }""";

  private static final String PURPOSE =
      """
      { "id": "%s", "role": "controller", "legalBasis": "%s", %s
        "operations": ["transcribe", "summarise", "analyse"],
        "dataCategories": ["voice", "conversation"], "recipients": [],
        "retentionClass": "calls" }""";

  private ThirtyRules() {}

  static Register register() {
    String questions =
        AIMS.stream()
            .filter(aim -> aim.basis().equals("consent"))
            .map(aim -> QUESTION.formatted(aim.purpose()))
            .collect(Collectors.joining(","));
    String purposes =
        AIMS.stream()
            .map(aim -> PURPOSE.formatted(aim.purpose(), aim.basis(), extra(aim.basis())))
            .collect(Collectors.joining(","));
    String text = REGISTER.formatted(questions, purposes);
    return RegisterJson.read(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "thirty rules");
  }

  private static String extra(String basis) {
    return switch (basis) {
      case "consent" -> "\"consentValidFor\": \"P1Y\",";
      case "legitimate-interests" ->
          """
          "balancing": { "interest": "good service", "outcome": "outweighs", "owner": "legal",
            "date": "2026-01-01", "review": "2027-01-01" },""";
      default -> "";
    };
  }
}
