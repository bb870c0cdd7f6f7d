package eu.sotto.ledger;

import eu.sotto.crypto.Bytes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is sealed of an entry: the nonce and fields that its leaf commits to, and the tokens that
 * the store should hold for it.
 *
 * <p>The log's own fields come first, under names that no kind can declare.
 */
record Payload(Bytes nonce, List<Field> fields, Tokens tokens) {
  static final String HAPPENED = "@happened";
  static final String RECORDED = "@recorded";
  static final String CLASS = "@class";
  static final String SEQUENCE = "@sequence";
  static final String PREVIOUS = "@previous";
  private static final String OWN = "@";

  /** A field in schema order. */
  record Field(String name, Object value) {}

  /** What the store holds for this entry: its index tokens, and its retry token or nothing. */
  record Tokens(List<Bytes> terms, Bytes request) {}

  /** Its place in its chain, and the leaf before it, if any. */
  record Link(KeyClass keyClass, long sequence, Optional<String> previous) {}

  static List<Field> fields(Event event, Instant recordedAt, Link link) {
    List<Field> fields = new ArrayList<>();
    fields.add(new Field(HAPPENED, event.happenedAt().toString()));
    fields.add(new Field(RECORDED, recordedAt.toString()));
    fields.add(new Field(CLASS, link.keyClass().name()));
    fields.add(new Field(SEQUENCE, link.sequence()));
    link.previous().ifPresent(leaf -> fields.add(new Field(PREVIOUS, leaf)));
    for (String name : event.kind().fields()) {
      Object value = event.fields().get(name);
      if (value != null) {
        fields.add(new Field(name, value));
      }
    }
    return fields;
  }

  /** What each field's commitment is opened with. */
  byte[] fieldKey(int place) {
    return FieldCommitments.key(nonce.toArray(), place);
  }

  List<byte[]> commitments() {
    return FieldCommitments.all(nonce.toArray(), fields);
  }

  byte[] root() {
    return FieldCommitments.root(commitments());
  }

  Payload without(List<Bytes> terms) {
    List<Bytes> rest = new ArrayList<>(tokens.terms());
    rest.removeAll(terms);
    return new Payload(nonce, fields, new Tokens(rest, Bytes.of(new byte[0])));
  }

  private Object own(String name) {
    return fields.stream()
        .filter(field -> field.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("a payload lacks " + name))
        .value();
  }

  Instant happenedAt() {
    return Instant.parse((String) own(HAPPENED));
  }

  Instant recordedAt() {
    return Instant.parse((String) own(RECORDED));
  }

  Link link() {
    Optional<String> previous =
        fields.stream()
            .filter(field -> field.name().equals(PREVIOUS))
            .map(field -> (String) field.value())
            .findFirst();
    return new Link(KeyClass.valueOf((String) own(CLASS)), (Long) own(SEQUENCE), previous);
  }

  /** The fields of the kind, by name. */
  Map<String, Object> values() {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Field field : fields) {
      if (!field.name().startsWith(OWN)) {
        values.put(field.name(), field.value());
      }
    }
    return values;
  }
}
