package eu.sotto.session;

import eu.sotto.permit.granted.Grant;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/** A content that can be read as long as the permit is usable. For one thread. */
final class PermittedChannel implements SeekableByteChannel {
  private final SeekableByteChannel content;
  private final Grant grant;

  PermittedChannel(SeekableByteChannel content, Grant grant) {
    this.content = content;
    this.grant = grant;
  }

  private void requireUsable() throws IOException {
    if (!isOpen()) {
      throw new ClosedChannelException();
    }
    if (!grant.usable()) {
      close();
      throw new IOException("the permit has ended");
    }
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    requireUsable();
    return content.read(into);
  }

  @Override
  public int write(ByteBuffer from) {
    throw new NonWritableChannelException();
  }

  @Override
  public long position() throws IOException {
    requireUsable();
    return content.position();
  }

  @Override
  public SeekableByteChannel position(long newPosition) throws IOException {
    requireUsable();
    content.position(newPosition);
    return this;
  }

  @Override
  public long size() throws IOException {
    requireUsable();
    return content.size();
  }

  @Override
  public SeekableByteChannel truncate(long size) {
    throw new NonWritableChannelException();
  }

  @Override
  public boolean isOpen() {
    return content.isOpen();
  }

  @Override
  public void close() throws IOException {
    content.close();
  }
}
