package eu.sotto.crypto;

import java.security.SecureRandom;
import java.util.Optional;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** Index and signing keys at work. */
final class Signing {
  private final KeyTree tree;
  private final KeyCache cache;

  Signing(KeyTree tree, KeyCache cache) {
    this.tree = tree;
    this.cache = cache;
  }

  /** A new key, ready to be added to the tree. */
  KeyTree.Planting planting(KeyId id, KeyKind kind, SecureRandom random) {
    if (kind == KeyKind.SLOT) {
      throw new IllegalArgumentException("a slot is made by sealing");
    }
    Secret body = Secret.random(random, Primitives.KEY);
    Bytes extra = Growth.nothing();
    if (kind == KeyKind.SIGNING) {
      byte[] verifier = new byte[VerifierKey.LENGTH];
      Ed25519.generatePublicKey(body.raw(), 0, verifier, 0);
      extra = Bytes.owning(verifier);
    }
    return new KeyTree.Planting(id, kind, body, extra);
  }

  byte[] mac(KeyId id, byte[] message) {
    try (Lease lease = lease(id, KeyKind.INDEX)) {
      return tree.primitives.hmac256(lease.secret().raw(), message);
    }
  }

  private Lease lease(KeyId id, KeyKind kind) {
    Lease lease = cache.lease(id);
    if (lease.kind() != kind) {
      lease.close();
      throw new IllegalArgumentException("key " + id + " is not of kind " + kind);
    }
    return lease;
  }

  VerifierKey verifierKey(KeyId id) {
    tree.lock.readLock().lock();
    try {
      KeyRow row =
          Optional.ofNullable(tree.row(id)).orElseThrow(() -> new CryptoException.KeyNotFound(id));
      if (row.kind() != KeyKind.SIGNING) {
        throw new IllegalArgumentException("key " + id + " is not of kind SIGNING");
      }
      return VerifierKey.of(row.extra().shared());
    } finally {
      tree.lock.readLock().unlock();
    }
  }

  Signer signer(KeyId id) {
    VerifierKey verifier = verifierKey(id);
    byte[] point = verifier.toBytes();
    return new Signer() {
      @Override
      public KeyId id() {
        return id;
      }

      @Override
      public VerifierKey verifierKey() {
        return verifier;
      }

      @Override
      public byte[] sign(byte[] message) {
        byte[] signature = new byte[VerifierKey.SIGNATURE_LENGTH];
        try (Lease lease = lease(id, KeyKind.SIGNING)) {
          Ed25519.sign(lease.secret().raw(), 0, point, 0, message, 0, message.length, signature, 0);
        }
        return signature;
      }
    };
  }
}
