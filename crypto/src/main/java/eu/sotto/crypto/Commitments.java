package eu.sotto.crypto;

import java.nio.charset.StandardCharsets;

/** Hashes that fix which secret was destroyed without telling it. */
final class Commitments {
  private static final byte[] LABEL = "sotto/commitment/1".getBytes(StandardCharsets.US_ASCII);

  private Commitments() {}

  static Bytes of(Primitives primitives, KeyId id, KeyKind kind, Secret body) {
    return Bytes.owning(
        primitives.hmac256(body.raw(), LABEL, id.toBytes(), new byte[] {kind.code()}));
  }
}
