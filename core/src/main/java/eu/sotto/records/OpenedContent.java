package eu.sotto.records;

import eu.sotto.crypto.CryptoException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/** A record's content, read piece by piece; a fault names the record. */
final class OpenedContent implements SeekableByteChannel {
  private final RecordId id;
  private final SeekableByteChannel plain;

  OpenedContent(RecordId id, SeekableByteChannel plain) {
    this.id = id;
    this.plain = plain;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    try {
      return plain.read(target);
    } catch (CryptoException e) {
      throw Seals.fault(id, e);
    }
  }

  @Override
  public int write(ByteBuffer source) {
    throw new NonWritableChannelException();
  }

  @Override
  public long position() throws IOException {
    return plain.position();
  }

  @Override
  public SeekableByteChannel position(long newPosition) throws IOException {
    plain.position(newPosition);
    return this;
  }

  @Override
  public long size() throws IOException {
    return plain.size();
  }

  @Override
  public SeekableByteChannel truncate(long size) {
    throw new NonWritableChannelException();
  }

  @Override
  public boolean isOpen() {
    return plain.isOpen();
  }

  @Override
  public void close() throws IOException {
    plain.close();
  }
}
