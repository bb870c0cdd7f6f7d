package eu.sotto.crypto;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;

/** A file or folder of a {@link FaultyDisk}, open. */
final class FaultyChannel extends FileChannel {
  /** Writes something. */
  interface Writing {
    int run() throws IOException;
  }

  private final FaultyDisk disk;
  private final Path path;
  private final FileChannel real;
  private final boolean writable;

  FaultyChannel(FaultyDisk disk, Path path, FileChannel real, boolean writable) {
    this.disk = disk;
    this.path = path.toAbsolutePath();
    this.real = real;
    this.writable = writable;
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    return disk.written(path, () -> real.write(source), () -> real.write(half(source)));
  }

  @Override
  public int write(ByteBuffer source, long position) throws IOException {
    return disk.written(
        path, () -> real.write(source, position), () -> real.write(half(source), position));
  }

  private static ByteBuffer half(ByteBuffer source) {
    ByteBuffer half = source.duplicate();
    return half.limit(half.position() + half.remaining() / 2);
  }

  @Override
  public void force(boolean metaData) throws IOException {
    disk.forced(path, real);
  }

  /** Closing what was only read has no effect that could be missed. */
  @Override
  protected void implCloseChannel() throws IOException {
    if (writable) {
      disk.closed(real);
    } else {
      real.close();
    }
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    return real.read(target);
  }

  @Override
  public int read(ByteBuffer target, long position) throws IOException {
    return real.read(target, position);
  }

  @Override
  public long position() throws IOException {
    return real.position();
  }

  @Override
  public FileChannel position(long position) throws IOException {
    real.position(position);
    return this;
  }

  @Override
  public long size() throws IOException {
    return real.size();
  }

  @Override
  public FileLock tryLock(long position, long size, boolean shared) throws IOException {
    return real.tryLock(position, size, shared);
  }

  @Override
  public FileLock lock(long position, long size, boolean shared) throws IOException {
    return real.lock(position, size, shared);
  }

  @Override
  public long read(ByteBuffer[] targets, int offset, int length) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long write(ByteBuffer[] sources, int offset, int length) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FileChannel truncate(long size) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long transferTo(long position, long count, WritableByteChannel target) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long transferFrom(ReadableByteChannel source, long position, long count) {
    throw new UnsupportedOperationException();
  }

  @Override
  public MappedByteBuffer map(MapMode mode, long position, long size) {
    throw new UnsupportedOperationException();
  }
}
