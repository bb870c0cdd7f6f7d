package eu.sotto.records;

import eu.sotto.crypto.KeyId;
import eu.sotto.store.Database;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/**
 * Where a kept record hangs and who wrote it, as the index tells without a key. Immutable and
 * thread-safe.
 *
 * @param id the record
 * @param buckets the keys of the buckets in which it hangs, two while it moves
 * @param writer the opening of the store that wrote it, 32 hexadecimal digits, or empty
 */
public record Holding(RecordId id, List<KeyId> buckets, String writer) {
  /** Copies the list. */
  public Holding {
    Objects.requireNonNull(id, "id");
    buckets = List.copyOf(buckets);
    Objects.requireNonNull(writer, "writer");
  }

  static List<Holding> of(Database index, SubjectId subject) {
    return index.read(
        connection ->
            Sql.list(
                connection,
                row -> {
                  KeyId bucket = KeyId.of(row.getBytes(2));
                  byte[] leaving = row.getBytes(3);
                  return new Holding(
                      RecordId.of(row.getBytes(1)),
                      leaving == null ? List.of(bucket) : List.of(bucket, KeyId.of(leaving)),
                      HexFormat.of().formatHex(Sql.bytes(row, 4).toArray()));
                },
                "SELECT id, bucket, leaving, writer FROM record"
                    + " WHERE subject = ? AND state = 'KEPT'",
                subject.toBytes()));
  }
}
