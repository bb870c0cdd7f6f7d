package eu.sotto.retention.law;

/** A sector for which some statutes hold and others do not. */
public enum Sector {
  /** Credit institutions, insurers, securities institutions, investment intermediaries. */
  FINANCIAL,
  /** Health care. */
  HEALTH,
  /** Providers of telecommunications; not a host that is only a subscriber. */
  TELECOM_PROVIDER,
  /** Deployers of a high-risk AI system under Annex III of the AI Act. */
  ANNEX_III
}
