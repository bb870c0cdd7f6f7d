package eu.sotto.records;

import eu.sotto.vocabulary.CallId;
import eu.sotto.vocabulary.PurposeId;
import java.time.Instant;

/** What is known of a record beyond its index row, sealed under its subject's content key. */
record RecordSheet(NewRecord what, Instant keptAt, long length) {
  private static final byte VERSION = 1;

  byte[] toBytes() {
    return Sheets.write(
        VERSION,
        out -> {
          out.writeUTF(what.call().value());
          out.writeUTF(what.kind().name());
          out.writeUTF(what.purpose().value());
          out.writeUTF(what.retentionClass());
          out.writeBoolean(what.consentOnly());
          Sheets.write(out, what.labels());
          Sheets.write(out, keptAt);
          out.writeLong(length);
        });
  }

  static RecordSheet from(byte[] bytes) {
    return Sheets.read(
        VERSION,
        bytes,
        in -> {
          NewRecord what =
              new NewRecord(
                  CallId.of(in.readUTF()),
                  RecordKind.valueOf(in.readUTF()),
                  PurposeId.of(in.readUTF()),
                  in.readUTF(),
                  in.readBoolean(),
                  Sheets.readMap(in));
          return new RecordSheet(what, Sheets.readInstant(in), in.readLong());
        });
  }
}
