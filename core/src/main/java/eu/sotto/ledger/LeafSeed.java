package eu.sotto.ledger;

import eu.sotto.crypto.Bytes;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is random about an entry, and what follows of its leaf from that and the event alone: the
 * keys of all fields, and the hashes of those that do not depend on the entry's place in the log.
 * Most of the work of committing to an event can so be done before its turn comes. Immutable.
 */
final class LeafSeed {
  private static final Set<String> OF_THE_PLACE =
      Set.of(Payload.RECORDED, Payload.SEQUENCE, Payload.PREVIOUS);

  private final LeafId id;
  private final Bytes nonce;
  private final List<byte[]> keys;
  private final Map<String, byte[]> hashes = new HashMap<>();

  private LeafSeed(LeafId id, Bytes nonce, List<byte[]> keys) {
    this.id = id;
    this.nonce = nonce;
    this.keys = keys;
  }

  static LeafSeed of(Event event, SecureRandom random) {
    byte[] nonce = new byte[PayloadFormat.NONCE_LENGTH];
    random.nextBytes(nonce);
    // Nearly every entry follows another one of its chain, and has that field too.
    Payload.Link link = new Payload.Link(event.kind().keyClass(), 1, Optional.of(""));
    List<Payload.Field> fields = Payload.fields(event, Instant.EPOCH, link);
    List<byte[]> keys = FieldCommitments.keys(nonce, fields.size());
    LeafSeed seed = new LeafSeed(LeafId.random(random), Bytes.of(nonce), keys);
    for (int place = 0; place < fields.size(); place++) {
      Payload.Field field = fields.get(place);
      if (!OF_THE_PLACE.contains(field.name())) {
        seed.hashes.put(field.name(), seed.hash(place, field));
      }
    }
    return seed;
  }

  LeafId id() {
    return id;
  }

  Bytes nonce() {
    return nonce;
  }

  /** The root over the commitments to the fields of the same event, now that its place is known. */
  byte[] root(List<Payload.Field> fields) {
    if (fields.size() != keys.size()) {
      return FieldCommitments.root(FieldCommitments.all(nonce.toArray(), fields));
    }
    Frontier tree = new Frontier();
    for (int place = 0; place < fields.size(); place++) {
      Payload.Field field = fields.get(place);
      byte[] known = hashes.get(field.name());
      tree.append(known == null ? hash(place, field) : known);
    }
    return tree.root();
  }

  private byte[] hash(int place, Payload.Field field) {
    return Merkle.leaf(FieldCommitments.commitment(keys.get(place), field.name(), field.value()));
  }
}
