package eu.sotto.records;

import eu.sotto.crypto.CryptoException;
import eu.sotto.crypto.SealingOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Seals one content on its way to its draft, which stays open. Used by one thread at a time. */
final class SealingContent implements AutoCloseable {
  private static final int PIECE = 16_384;

  private final RecordId id;
  private final SealingOutputStream to;

  SealingContent(RecordId id, SealingOutputStream to) {
    this.id = id;
    this.to = to;
  }

  void write(ByteBuffer source) {
    byte[] piece = new byte[Math.min(PIECE, source.remaining())];
    try {
      while (source.hasRemaining()) {
        int count = Math.min(piece.length, source.remaining());
        source.get(piece, 0, count);
        to.write(piece, 0, count);
      }
    } catch (IOException e) {
      throw RecordException.of("writing", e);
    } catch (CryptoException e) {
      throw Seals.fault(id, e);
    }
  }

  /** Seals the rest and makes the record's slot durable. */
  void finish() {
    try {
      to.finish();
    } catch (IOException e) {
      throw RecordException.of("writing", e);
    } catch (CryptoException e) {
      throw Seals.fault(id, e);
    }
  }

  @Override
  public void close() {
    try {
      to.close();
    } catch (IOException e) {
      throw RecordException.of("writing", e);
    }
  }
}
