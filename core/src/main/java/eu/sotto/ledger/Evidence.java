package eu.sotto.ledger;

import eu.sotto.crypto.Bytes;
import eu.sotto.crypto.VerifierKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * An entry with all that a stranger needs to check it offline, with the log's verifier key alone. It
 * can be reduced, field by field, and still matches its leaf. Immutable and thread-safe.
 *
 * @param id the leaf's random id
 * @param kind its kind and version, as in the leaf
 * @param parts its fields in schema order, the log's own first: {@code @happened}, {@code
 *     @recorded}, {@code @class}, {@code @sequence}, {@code @previous}
 * @param inclusion the proof that its leaf is in the log
 */
public record Evidence(LeafId id, String kind, List<Part> parts, Proof inclusion) {
  /** Copies the parts. */
  public Evidence {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(inclusion, "inclusion");
    parts = List.copyOf(parts);
  }

  /** A field that is shown, or one that is withheld. */
  public sealed interface Part {}

  /**
   * A field that is shown.
   *
   * @param name its name
   * @param value its value: a string, a long or a boolean
   * @param key opens its commitment, 32 bytes; says nothing of other fields
   */
  public record Shown(String name, Object value, Bytes key) implements Part {
    /** Refuses null. */
    public Shown {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(value, "value");
      Objects.requireNonNull(key, "key");
    }

    /** The name only: a value may be personal. */
    @Override
    public String toString() {
      return "Shown[" + name + "]";
    }
  }

  /**
   * A field that is withheld.
   *
   * @param commitment what the leaf commits to for it
   */
  public record Withheld(Hash commitment) implements Part {
    /** Refuses null. */
    public Withheld {
      Objects.requireNonNull(commitment, "commitment");
    }
  }

  static Evidence of(Leaf leaf, Payload payload, Proof inclusion) {
    List<Part> parts = new ArrayList<>();
    for (int place = 0; place < payload.fields().size(); place++) {
      Payload.Field field = payload.fields().get(place);
      parts.add(new Shown(field.name(), field.value(), Bytes.of(payload.fieldKey(place))));
    }
    return new Evidence(new LeafId(leaf.id()), leaf.kind(), parts, inclusion);
  }

  /**
   * The same entry with fewer fields: of the others only the commitments stay.
   *
   * @param names the fields to go on showing
   * @return the reduced evidence
   */
  public Evidence reducedTo(Set<String> names) {
    List<Part> reduced =
        parts.stream()
            .map(
                part ->
                    part instanceof Shown shown && !names.contains(shown.name())
                        ? new Withheld(Hash.of(commitment(shown)))
                        : part)
            .toList();
    return new Evidence(id, kind, reduced, inclusion);
  }

  private static byte[] commitment(Part part) {
    return part instanceof Shown shown
        ? FieldCommitments.commitment(shown.key().toArray(), shown.name(), shown.value())
        : ((Withheld) part).commitment().toArray();
  }

  /**
   * The values that are shown.
   *
   * @return values by name, in schema order
   */
  public Map<String, Object> shown() {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Part part : parts) {
      if (part instanceof Shown shown) {
        values.put(shown.name(), shown.value());
      }
    }
    return values;
  }

  /**
   * The leaf hash that follows from the parts.
   *
   * @return the hash
   */
  public Hash leaf() {
    byte[] root = FieldCommitments.root(parts.stream().map(Evidence::commitment).toList());
    return Hash.of(new Leaf(id.bytes(), kind, Bytes.of(root)).hash());
  }

  /**
   * Whether what is shown is in the log that the key signs for.
   *
   * @param verifier the log's key, from a source of your own
   * @return false if a field, the leaf, the proof or the checkpoint was changed
   */
  public boolean verifies(VerifierKey verifier) {
    return verifies(Trust.in(verifier));
  }

  /**
   * Whether what is shown is in the log that is trusted, also where its key or name changed.
   *
   * @param trust whose signatures are believed
   * @return false if a field, the leaf, the proof or the checkpoint was changed
   */
  public boolean verifies(Trust trust) {
    return trust.covers(inclusion.checkpoint()) && inclusion.includes(leaf());
  }

  /** Kind and id only: fields may be personal. */
  @Override
  public String toString() {
    return "Evidence[" + kind + " " + id + "]";
  }
}
