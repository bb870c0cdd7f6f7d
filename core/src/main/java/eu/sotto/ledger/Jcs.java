package eu.sotto.ledger;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The one canonical JSON text of a value made of strings, numbers, booleans, null, lists and maps.
 *
 * <p>Source: RFC 8785; ECMA-262, Number::toString.
 */
final class Jcs {
  private static final int INITIAL = 128;
  private static final char FIRST_NOT_ASCII = 0x80;
  private static final long MAX_EXACT = 1L << 53;
  private static final int MAX_DIGITS = 17;
  private static final int MAX_PLAIN_EXPONENT = 21;
  private static final int MIN_PLAIN_EXPONENT = -6;

  private Jcs() {}

  /**
   * The canonical form in UTF-8.
   *
   * @throws IllegalArgumentException for other types, unpaired surrogates, NaN, infinities, and
   *     whole numbers that a double does not hold exactly
   */
  static byte[] bytes(@Nullable Object value) {
    StringBuilder out = new StringBuilder(INITIAL);
    write(value, out);
    return encode(out.toString());
  }

  private static byte[] encode(String json) {
    if (isAscii(json)) {
      return json.getBytes(StandardCharsets.US_ASCII);
    }
    try {
      var encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(json));
      byte[] bytes = new byte[encoded.remaining()];
      encoded.get(bytes);
      return bytes;
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("a string has an unpaired surrogate", e);
    }
  }

  private static boolean isAscii(String json) {
    for (int i = 0; i < json.length(); i++) {
      if (json.charAt(i) >= FIRST_NOT_ASCII) {
        return false;
      }
    }
    return true;
  }

  private static void write(@Nullable Object value, StringBuilder out) {
    if (value == null || value instanceof Boolean) {
      out.append(value);
    } else if (value instanceof String text) {
      writeString(text, out);
    } else if (value instanceof Double number) {
      writeDouble(number, out);
    } else if (value instanceof Long || value instanceof Integer) {
      writeWhole(((Number) value).longValue(), out);
    } else if (value instanceof List<?> list) {
      writeList(list, out);
    } else if (value instanceof Map<?, ?> map) {
      writeMap(map, out);
    } else {
      throw new IllegalArgumentException("not a JSON value: " + value.getClass().getName());
    }
  }

  private static void writeList(List<?> list, StringBuilder out) {
    char before = '[';
    for (Object element : list) {
      out.append(before);
      write(element, out);
      before = ',';
    }
    out.append(list.isEmpty() ? "[]" : "]");
  }

  private static void writeMap(Map<?, ?> map, StringBuilder out) {
    // String's own order is by UTF-16 code unit, as the RFC wants it.
    TreeMap<String, Object> sorted = new TreeMap<>();
    map.forEach((name, element) -> sorted.put((String) name, element));
    char before = '{';
    for (Map.Entry<String, Object> entry : sorted.entrySet()) {
      out.append(before);
      writeString(entry.getKey(), out);
      out.append(':');
      write(entry.getValue(), out);
      before = ',';
    }
    out.append(sorted.isEmpty() ? "{}" : "}");
  }

  private static void writeString(String text, StringBuilder out) {
    out.append('"');
    if (needsEscape(text)) {
      writeEscaped(text, out);
    } else {
      out.append(text);
    }
    out.append('"');
  }

  private static boolean needsEscape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '"' || c == '\\') {
        return true;
      }
    }
    return false;
  }

  private static void writeEscaped(String text, StringBuilder out) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\t' -> out.append("\\t");
        case '\n' -> out.append("\\n");
        case '\f' -> out.append("\\f");
        case '\r' -> out.append("\\r");
        default -> writePlain(c, out);
      }
    }
  }

  private static void writePlain(char c, StringBuilder out) {
    if (c < ' ') {
      out.append("\\u00").append(c < 0x10 ? '0' : '1').append(Character.forDigit(c & 0xf, 16));
    } else {
      out.append(c);
    }
  }

  static void requireExact(long number) {
    if (number > MAX_EXACT || number < -MAX_EXACT) {
      throw new IllegalArgumentException("a whole number is beyond what JSON holds exactly");
    }
  }

  private static void writeWhole(long number, StringBuilder out) {
    requireExact(number);
    out.append(number);
  }

  private static void writeDouble(double number, StringBuilder out) {
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException("JSON has no such number");
    }
    if (number == 0) {
      out.append('0');
      return;
    }
    BigDecimal shortest = shortest(Math.abs(number)).stripTrailingZeros();
    String digits = shortest.unscaledValue().toString();
    int point = digits.length() - shortest.scale();
    out.append(number < 0 ? "-" : "");
    writeDigits(digits, point, out);
  }

  /** The fewest digits that read back as the same number; of those the closest to it. */
  private static BigDecimal shortest(double number) {
    BigDecimal exact = new BigDecimal(number);
    for (int digits = 1; digits < MAX_DIGITS; digits++) {
      BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      if (rounded.doubleValue() == number) {
        return rounded;
      }
    }
    return exact.round(new MathContext(MAX_DIGITS, RoundingMode.HALF_EVEN));
  }

  /** Writes 0.digits × 10^point as ECMAScript does. */
  private static void writeDigits(String digits, int point, StringBuilder out) {
    int count = digits.length();
    if (count <= point && point <= MAX_PLAIN_EXPONENT) {
      out.append(digits).append("0".repeat(point - count));
    } else if (0 < point && point <= MAX_PLAIN_EXPONENT) {
      out.append(digits, 0, point).append('.').append(digits, point, count);
    } else if (MIN_PLAIN_EXPONENT < point && point <= 0) {
      out.append("0.").append("0".repeat(-point)).append(digits);
    } else {
      out.append(digits.charAt(0));
      if (count > 1) {
        out.append('.').append(digits, 1, count);
      }
      out.append(point > 0 ? "e+" : "e-").append(Math.abs(point - 1));
    }
  }
}
