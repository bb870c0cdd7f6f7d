package eu.sotto.retention.calendar;

/** A Land of Germany, by its ISO 3166-2:DE code. */
public enum Land {
  /** Baden-Württemberg. */
  BW,
  /** Bavaria. */
  BY,
  /** Berlin. */
  BE,
  /** Brandenburg. */
  BB,
  /** Bremen. */
  HB,
  /** Hamburg. */
  HH,
  /** Hesse. */
  HE,
  /** Mecklenburg-Vorpommern. */
  MV,
  /** Lower Saxony. */
  NI,
  /** North Rhine-Westphalia. */
  NW,
  /** Rhineland-Palatinate. */
  RP,
  /** Saarland. */
  SL,
  /** Saxony. */
  SN,
  /** Saxony-Anhalt. */
  ST,
  /** Schleswig-Holstein. */
  SH,
  /** Thuringia. */
  TH
}
