package eu.sotto.crypto;

/**
 * The key above all keys of a vault, kept by a file, a passphrase, a KMS or an HSM.
 *
 * <p>A vault calls it when it is opened, created and rotated, never on the path of sealing, opening
 * or destroying. Implementations are safe for use by many threads, bound their own waiting time,
 * and throw {@link CryptoException.Unavailable} when the service does not answer in time.
 */
public interface RootKey {
  /** The greatest length of an id in characters. */
  int MAX_ID = 200;

  /** The greatest length of a wrapped key in bytes. */
  int MAX_WRAPPED = 2_048;

  /**
   * Names the key and its version; kept in clear beside what it wraps.
   *
   * @return 1 to {@value #MAX_ID} printable characters of ASCII that are not secret
   */
  String id();

  /**
   * Wraps a key so that it unwraps only under an equal context.
   *
   * @param key the key to wrap
   * @param context bound to the result
   * @return at most {@value #MAX_WRAPPED} bytes
   */
  byte[] wrap(Secret key, Context context);

  /**
   * Unwraps what {@link #wrap} made.
   *
   * @param wrapped the wrapped key
   * @param context an equal context
   * @return the key; the caller closes it
   * @throws CryptoException.WrongRootKey if another key, context or content was wrapped
   */
  Secret unwrap(byte[] wrapped, Context context);
}
