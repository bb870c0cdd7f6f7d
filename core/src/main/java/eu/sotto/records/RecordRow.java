package eu.sotto.records;

import eu.sotto.crypto.Bytes;
import eu.sotto.crypto.KeyId;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A record's index row, as it lies in the clear; the sheet is sealed. It has a day since which it
 * is asked to go, once somebody asked.
 */
record RecordRow(
    RecordId id,
    SubjectId subject,
    Bytes call,
    Placed placed,
    RecordState state,
    long size,
    Bytes sheet,
    @Nullable Long asked) {
  static final String COLUMNS =
      "id, subject, call, bucket, leaving, class, due_day, state, size, sealed, asked";

  /** Where a record hangs: its class, the day it goes, its bucket, and the one it is leaving. */
  record Placed(String retentionClass, long dueDay, KeyId bucket, @Nullable KeyId leaving) {}

  static RecordRow from(ResultSet row) throws SQLException {
    return new RecordRow(
        RecordId.of(row.getBytes("id")),
        SubjectId.of(row.getBytes("subject")),
        Bytes.of(row.getBytes("call")),
        new Placed(
            row.getString("class"),
            row.getLong("due_day"),
            KeyId.of(row.getBytes("bucket")),
            key(row.getBytes("leaving"))),
        RecordState.valueOf(row.getString("state")),
        row.getLong("size"),
        Bytes.of(row.getBytes("sealed")),
        day(row.getLong("asked"), row.wasNull()));
  }

  private static @Nullable Long day(long day, boolean none) {
    return none ? null : day;
  }

  private static @Nullable KeyId key(byte @Nullable [] bytes) {
    return bytes == null ? null : KeyId.of(bytes);
  }
}
