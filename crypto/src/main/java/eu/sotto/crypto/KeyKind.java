package eu.sotto.crypto;

/** What a key is for; a key is refused for any other use. */
public enum KeyKind {
  /** Seals what a subject said and what was made of it. */
  CONTENT(1),
  /** Seals the proof of a subject's decisions. */
  EVIDENCE(2),
  /** Seals, together with another key, everything that is due on the same day. */
  BUCKET(3),
  /** Seals what must stay although its subject's content key is destroyed. */
  RESTRICTION(4),
  /** Seals the proof of what a controller did. */
  PROOF(5),
  /** Makes blind index tokens and pseudonyms. */
  INDEX(6),
  /** Signs. */
  SIGNING(7),
  /** Holds the wrapped data key of one record; made by sealing, never by hand. */
  SLOT(8);

  private final byte code;

  KeyKind(int code) {
    this.code = (byte) code;
  }

  byte code() {
    return code;
  }

  boolean seals() {
    return this != INDEX && this != SIGNING && this != SLOT;
  }

  static KeyKind of(byte code) {
    for (KeyKind kind : values()) {
      if (kind.code == code) {
        return kind;
      }
    }
    throw new CryptoException.Malformed("unknown key kind");
  }
}
