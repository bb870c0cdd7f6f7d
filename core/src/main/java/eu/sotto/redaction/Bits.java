package eu.sotto.redaction;

import java.util.List;

/** Sets of kinds as bits of a number. Stateless. */
final class Bits {
  private static final List<PiiType> TYPES = List.of(PiiType.values());

  private Bits() {}

  /** The bit of a kind. Never stored: only meaningful within one run. */
  @SuppressWarnings("EnumOrdinal")
  static long of(PiiType type) {
    return 1L << type.ordinal();
  }

  /** The kind of the lowest bit. */
  static PiiType lowest(long bits) {
    return TYPES.get(Long.numberOfTrailingZeros(bits));
  }
}
