/**
 * Envelope encryption with keys that can be destroyed: {@link eu.sotto.crypto.KeyVault} seals and
 * opens, its key tree forgets.
 *
 * <p>A host brings a {@link eu.sotto.crypto.RootKey}, a {@link eu.sotto.crypto.KeyStore} and a
 * {@link eu.sotto.crypto.DestroyableSlot}; everything else is decided here. All types are safe for
 * use by many threads unless they say otherwise.
 */
package eu.sotto.crypto;
