package eu.sotto.redaction;

/** Keeps the part of a value that no longer points to one person. */
final class Generalisation {
  private static final int YEAR = 4;
  private static final int POSTCODE = 5;

  private Generalisation() {}

  static String of(Found found) {
    String value = found.value();
    if (found.type() == PiiType.BIRTH_DATE && startsWithDigits(value, YEAR)) {
      return "[" + found.type() + " " + value.substring(0, YEAR) + "]";
    }
    if (found.type() == PiiType.ADDRESS
        && value.length() >= POSTCODE
        && startsWithDigits(value, POSTCODE)) {
      return "[" + found.type() + " " + value.substring(0, 2) + "xxx]";
    }
    return Operator.LABEL.replace(found);
  }

  private static boolean startsWithDigits(String value, int count) {
    if (value.length() < count) {
      return false;
    }
    for (int i = 0; i < count; i++) {
      if (value.charAt(i) < '0' || value.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}
