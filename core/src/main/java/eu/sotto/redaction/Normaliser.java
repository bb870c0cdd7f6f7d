package eu.sotto.redaction;

import eu.sotto.vocabulary.Party;
import eu.sotto.vocabulary.Role;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts readings into one written form, numbers in parts together. Used for one redaction. */
final class Normaliser {
  private static final int TURNS_APART = 3;
  private static final int LONG_ENOUGH = 3;
  private static final String TEL = "tel:";
  private static final Map<PiiType, Integer> LONGEST =
      new EnumMap<>(
          Map.of(
              PiiType.PHONE, 16,
              PiiType.IBAN, 34,
              PiiType.CREDIT_CARD, 19,
              PiiType.CUSTOMER_ID, 20,
              PiiType.CONTRACT_ID, 20,
              PiiType.TAX_ID, 13,
              PiiType.SOCIAL_SECURITY, 12,
              PiiType.HEALTH_INSURANCE, 10));

  private final Set<NormalisedValue> values = new LinkedHashSet<>();
  private final String region;
  private @Nullable PiiType open;
  private Role speaker = Role.PARTICIPANT;
  private int turn;
  private final StringBuilder parts = new StringBuilder();

  private Normaliser(String region) {
    this.region = region;
  }

  static List<NormalisedValue> values(Redaction redaction, String region) {
    Normaliser normaliser = new Normaliser(region);
    for (int i = 0; i < redaction.findings().size(); i++) {
      Finding finding = redaction.findings().get(i);
      Role role = redaction.transcript().turns().get(finding.turn()).role();
      normaliser.take(finding, role, redaction.readings().get(i));
    }
    normaliser.close();
    return List.copyOf(normaliser.values);
  }

  private void take(Finding finding, Role role, String reading) {
    PiiType type = finding.type();
    if (reading.isEmpty() || type.special() || type == PiiType.UNJUDGED) {
      return;
    }
    Integer longest = LONGEST.get(type);
    if (longest == null) {
      values.add(new NormalisedValue(type, reading));
      return;
    }
    if (role != speaker && type == open) {
      // A read-back: the value is complete, or will be said again.
      close();
    }
    boolean goesOn =
        type == open
            && role == speaker
            && finding.turn() - turn <= TURNS_APART
            && parts.length() + reading.length() <= longest
            && !complete(type, parts.toString(), reading);
    if (!goesOn) {
      close();
    }
    open = type;
    speaker = role;
    turn = finding.turn();
    parts.append(reading);
  }

  /** Whether a value stands as it is and the next part begins like another one. */
  private static boolean complete(PiiType type, String value, String next) {
    boolean starts = next.startsWith("0") || next.startsWith("+");
    return (type == PiiType.PHONE && starts && value.length() > 8)
        || (type == PiiType.IBAN && Checks.iban(value))
        || (type == PiiType.CREDIT_CARD && value.length() >= 15 && Checks.luhn(value));
  }

  private void close() {
    String value = parts.toString();
    parts.setLength(0);
    if (open == null || value.length() < LONG_ENOUGH) {
      return;
    }
    String written = open == PiiType.PHONE ? phone(value) : value;
    values.add(new NormalisedValue(open, written));
    open = null;
  }

  private String phone(String value) {
    try {
      String canonical = Party.phone(value).canonical(region).orElse(value);
      return canonical.startsWith(TEL) ? canonical.substring(TEL.length()) : canonical;
    } catch (IllegalArgumentException e) {
      return value;
    }
  }
}
