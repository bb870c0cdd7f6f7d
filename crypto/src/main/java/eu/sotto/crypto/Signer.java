package eu.sotto.crypto;

/** Signs with one key of a vault, for as long as that key is not destroyed. */
public interface Signer {
  /**
   * The key that signs.
   *
   * @return its pseudonymous id
   */
  KeyId id();

  /**
   * The public half.
   *
   * @return what checks the signatures
   */
  VerifierKey verifierKey();

  /**
   * Signs a message with Ed25519.
   *
   * @param message any bytes
   * @return 64 bytes
   * @throws CryptoException.KeyDestroyed if the key was destroyed
   */
  byte[] sign(byte[] message);
}
