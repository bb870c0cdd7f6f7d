package eu.sotto.benchmarks.ledger;

import eu.sotto.interchange.RegisterJson;
import eu.sotto.register.Register;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

/** The smallest register in which a recording rests on consent. */
final class FiguresRegister {
  private static final String TEXT =
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
                      "legal-bases", "retention-periods", "complaint", "duty-to-provide",
                      "withdrawal", "refusal"],
            "questions": [
              { "purpose": "quality", "keys": { "1": "given", "2": "refused" },
                "givenPhrases": ["ja"], "refusedPhrases": ["nein"],
                "refusalRoute": "without recording", "answerWindow": "PT10S" }
            ] }
        ],
        "purposes": [
          { "id": "quality", "role": "controller", "legalBasis": "consent",
            "consentValidFor": "P1Y", "operations": ["record", "transcribe"],
            "dataCategories": ["voice", "conversation"], "recipients": [],
            "retentionClass": "calls" }
        ],
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

  private FiguresRegister() {}

  static Register register() {
    return RegisterJson.read(
        new ByteArrayInputStream(TEXT.getBytes(StandardCharsets.UTF_8)), "figures");
  }
}
