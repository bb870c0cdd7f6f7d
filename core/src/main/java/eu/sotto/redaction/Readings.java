package eu.sotto.redaction;

/**
 * Chooses among the readings of a run: "sechsundsiebzig" is 76, or 6 and 70. The first one whose
 * check digits hold wins; if none does, it stays as it was heard first, and stays masked.
 * Stateless.
 */
final class Readings {
  private Readings() {}

  static String of(PiiType type, CodeRun run) {
    String heard = run.reading.toString();
    if (run.choices == 0 || holds(type, heard)) {
      return heard;
    }
    for (int chosen = 1; chosen < 1 << run.choices; chosen++) {
      String other = run.reading(chosen);
      if (holds(type, other)) {
        return other;
      }
    }
    return heard;
  }

  private static boolean holds(PiiType type, String reading) {
    return switch (type) {
      case IBAN -> Checks.iban(reading) && (!reading.startsWith("DE") || reading.length() == 22);
      case CREDIT_CARD -> reading.length() >= 14 && reading.length() <= 16 && Checks.luhn(reading);
      case TAX_ID -> Checks.taxId(reading);
      case HEALTH_INSURANCE -> Checks.healthInsurance(reading);
      default -> false;
    };
  }
}
