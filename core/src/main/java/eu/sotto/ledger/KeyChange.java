package eu.sotto.ledger;

import eu.sotto.crypto.Bytes;
import eu.sotto.crypto.KeyId;
import eu.sotto.crypto.Signer;
import eu.sotto.crypto.VerifierKey;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;

/**
 * A log's change to another signing key, signed by both: whoever knows the old key may believe the
 * new one. Immutable and thread-safe.
 *
 * @param origin the log's name
 * @param size how long the log was when the old key signed last
 * @param root the root of the tree of that size
 * @param previous the key until then
 * @param next the key from the change's own entry on
 * @param previousSignature the old key's signature over the statement, 64 bytes
 * @param nextSignature the new key's signature over it, 64 bytes
 */
public record KeyChange(
    String origin,
    long size,
    Hash root,
    VerifierKey previous,
    VerifierKey next,
    Bytes previousSignature,
    Bytes nextSignature) {
  /** Refuses null. */
  public KeyChange {
    Checkpoint.requireOrigin(origin);
    Objects.requireNonNull(root, "root");
    Objects.requireNonNull(previous, "previous key");
    Objects.requireNonNull(next, "next key");
    Objects.requireNonNull(previousSignature, "previous signature");
    Objects.requireNonNull(nextSignature, "next signature");
  }

  static KeyChange sign(Checkpoint last, Signer previous, Signer next) {
    VerifierKey before = previous.verifierKey();
    VerifierKey after = next.verifierKey();
    byte[] statement = statement(last.origin(), last.size(), last.root(), before, after);
    return new KeyChange(
        last.origin(),
        last.size(),
        last.root(),
        before,
        after,
        Bytes.of(previous.sign(statement)),
        Bytes.of(next.sign(statement)));
  }

  /** Reads it from the fields of its entry; throws IllegalArgumentException if one is not there. */
  static KeyChange of(Map<String, Object> fields) {
    return new KeyChange(
        Succession.text(fields, "origin"),
        Succession.number(fields, "size"),
        Hash.parse(Succession.text(fields, "root")),
        VerifierKey.parse(Succession.text(fields, "previous")),
        VerifierKey.parse(Succession.text(fields, "next")),
        bytes(fields, "previous_signature"),
        bytes(fields, "next_signature"));
  }

  private static Bytes bytes(Map<String, Object> fields, String name) {
    return Bytes.of(HexFormat.of().parseHex(Succession.text(fields, name)));
  }

  /** The event that records it. */
  Event event(KeyId key, Instant at) {
    return Event.of(Succession.ROTATED, at)
        .with("key", key.toString())
        .with("origin", origin)
        .with("size", size)
        .with("root", root.toString())
        .with("previous", previous.toString())
        .with("next", next.toString())
        .with("previous_signature", hex(previousSignature))
        .with("next_signature", hex(nextSignature));
  }

  private static String hex(Bytes bytes) {
    return HexFormat.of().formatHex(bytes.toArray());
  }

  private static byte[] statement(
      String origin, long size, Hash root, VerifierKey previous, VerifierKey next) {
    return Checkpoint.utf8(
        "sotto key change v1\n"
            + Checkpoint.text(origin, size, root)
            + previous
            + "\n"
            + next
            + "\n");
  }

  /**
   * Whether both keys signed this change, for somebody who trusts the old one.
   *
   * @param trusted the old key, from a source of your own
   * @return false if anything was changed, or another key is the old one
   */
  public boolean verifies(VerifierKey trusted) {
    byte[] statement = statement(origin, size, root, previous, next);
    return trusted.equals(previous)
        && previous.verifies(statement, previousSignature.toArray())
        && next.verifies(statement, nextSignature.toArray());
  }
}
