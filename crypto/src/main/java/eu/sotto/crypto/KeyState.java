package eu.sotto.crypto;

/** Where a key is in its life; it only ever moves forward. */
public enum KeyState {
  /** The vault has never held this key. */
  NONE(0),
  /** The key opens and seals. */
  ACTIVE(1),
  /** Destruction is ordered and durable, but not finished; the key refuses every use. */
  DESTROYING(2),
  /** The key is gone; only its tombstone stays. */
  DESTROYED(3);

  private final byte code;

  KeyState(int code) {
    this.code = (byte) code;
  }

  byte code() {
    return code;
  }

  static KeyState of(byte code) {
    for (KeyState state : values()) {
      if (state.code == code) {
        return state;
      }
    }
    throw new CryptoException.Malformed("unknown key state");
  }
}
