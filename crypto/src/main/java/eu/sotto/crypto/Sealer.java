package eu.sotto.crypto;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Seals and opens: headers, data keys and payloads put together. */
final class Sealer {
  private static final int MAX_IN_MEMORY = Integer.MAX_VALUE - (1 << 22);

  private final KeyTree tree;
  private final KeyCache cache;
  private final FreshKeys fresh;
  private final Primitives primitives;
  private final DataKeys dataKeys;

  Sealer(KeyTree tree, KeyCache cache, FreshKeys fresh) {
    this.tree = tree;
    this.cache = cache;
    this.fresh = fresh;
    this.primitives = tree.primitives;
    this.dataKeys = new DataKeys(primitives);
  }

  /** A payload's keys with the leases that they depend on. */
  record Opened(Payload payload, Leases leases) implements AutoCloseable {
    /** Has the payload's key zeroed as soon as a key is destroyed. */
    void track() {
      leases.track(payload);
    }

    boolean openChunk(long chunk, ByteBuffer sealed, ByteBuffer plain) {
      try {
        return payload.open(chunk, sealed, plain);
      } catch (IllegalStateException e) {
        leases.check();
        throw e;
      }
    }

    @Override
    public void close() {
      payload.close();
      leases.close();
    }
  }

  /** A message about to be written: its header, salt and keys, and its slot if it has one. */
  record Begun(Header header, Bytes salt, Payload payload, @Nullable SlotBody slot, Leases leases)
      implements AutoCloseable {
    int headLength() {
      return header.length() + Payload.PREFIX;
    }

    void writeHead(ByteBuffer target) {
      header.writeTo(target);
      target.put(salt.shared());
      payload.writeCommitment(target);
    }

    @Override
    public void close() {
      payload.close();
      leases.close();
    }
  }

  /** The length of a sealed message. */
  static long sealedLength(Protection protection, long length) {
    return Header.lengthFor(protection) + Payload.PREFIX + Payload.sealedLength(length);
  }

  byte[] seal(Protection protection, Context context, ByteBuffer plain) {
    if (plain.remaining() > MAX_IN_MEMORY) {
      throw new CryptoException.LimitExceeded("too long for an array: use a stream");
    }
    ByteBuffer target = ByteBuffer.allocate((int) sealedLength(protection, plain.remaining()));
    seal(protection, context, plain, target);
    return target.array();
  }

  void seal(Protection protection, Context context, ByteBuffer plain, ByteBuffer target) {
    requireRoom(plain, target, sealedLength(protection, plain.remaining()));
    int from = plain.position();
    int start = target.position();
    boolean sealed = false;
    try (Begun begun = begin(protection, context)) {
      begun.writeHead(target);
      begun.payload.sealAll(plain, target);
      commit(begun);
      sealed = true;
    } finally {
      if (!sealed) {
        plain.position(from);
        target.position(start);
      }
    }
  }

  @SuppressWarnings("ByteBufferBackingArray") // The arrays are compared only.
  private static void requireRoom(ByteBuffer source, ByteBuffer target, long length) {
    if (source.hasArray() && target.hasArray() && source.array() == target.array()) {
      throw new IllegalArgumentException("source and target share an array");
    }
    if (target.remaining() < length) {
      throw new IllegalArgumentException("target has no room for " + length + " bytes");
    }
  }

  /** Derives everything that a new message needs; nothing is stored yet. */
  Begun begin(Protection protection, Context context) {
    byte[] dekAndSalt = fresh.next(primitives, context);
    byte[] dek = Arrays.copyOf(dekAndSalt, Primitives.KEY);
    byte[] salt = Arrays.copyOfRange(dekAndSalt, Primitives.KEY, Primitives.KEY + Payload.SALT);
    Leases leases = new Leases(cache);
    try {
      List<byte[]> wraps = dataKeys.wrap(protection, context, dek, leases);
      Payload payload = Payload.derive(primitives, dek, salt, payloadContext(context));
      Optional<KeyId> slot = protection.slot();
      if (slot.isPresent()) {
        SlotBody body = new SlotBody(protection, Bytes.owning(context.digest()), wraps);
        return new Begun(Header.inSlot(slot.get()), Bytes.owning(salt), payload, body, leases);
      }
      Header header = Header.of(protection, wraps, dek, primitives);
      return new Begun(header, Bytes.owning(salt), payload, null, leases);
    } catch (RuntimeException e) {
      leases.close();
      throw e;
    } finally {
      Arrays.fill(dek, (byte) 0);
      Arrays.fill(dekAndSalt, (byte) 0);
    }
  }

  /** Stores the slot of a message that is written to its end, if it has one. */
  void commit(Begun begun) {
    begun.leases.check();
    @Nullable SlotBody stored = begun.slot;
    if (stored == null) {
      return;
    }
    KeyId slot = stored.protection().slot().orElseThrow();
    try (Secret body = stored.encode()) {
      KeyTree.Planting planting = new KeyTree.Planting(slot, KeyKind.SLOT, body, Growth.nothing());
      if (!tree.add(List.of(planting), List.of())) {
        throw new IllegalStateException("slot " + slot + " is in use or was");
      }
    }
  }

  byte[] open(Context context, ByteBuffer sealed) {
    ByteBuffer source = sealed.duplicate();
    Header header = Header.read(source);
    ByteBuffer plain = ByteBuffer.allocate((int) plainLength(source));
    open(context, header, source, plain);
    sealed.position(sealed.limit());
    return plain.array();
  }

  void open(Context context, ByteBuffer sealed, ByteBuffer target) {
    ByteBuffer source = sealed.duplicate();
    Header header = Header.read(source);
    requireRoom(sealed, target, plainLength(source));
    open(context, header, source, target);
    sealed.position(sealed.limit());
  }

  /** The plain length of a payload, salt and commitment included. */
  private static long plainLength(ByteBuffer payload) {
    long length = Payload.plainLength((long) payload.remaining() - Payload.PREFIX);
    if (payload.remaining() < Payload.PREFIX || length < 0) {
      throw new CryptoException.Tampered("payload is cut");
    }
    return length;
  }

  private void open(Context context, Header header, ByteBuffer payload, ByteBuffer target) {
    int start = target.position();
    byte[] prefix = new byte[Payload.PREFIX];
    payload.get(prefix);
    try (Opened opened = open(context, header, prefix, 0)) {
      if (!opened.payload.openAll(payload, target)) {
        throw new CryptoException.Tampered("payload is altered");
      }
      try {
        opened.leases.check();
      } catch (CryptoException e) {
        Payload.zero(target, start, target.position());
        target.position(start);
        throw e;
      }
    }
  }

  /** Derives the keys of a message from its header and the prefix at {@code offset}. */
  Opened open(Context context, Header header, byte[] bytes, int offset) {
    Leases leases = new Leases(cache);
    try {
      byte[] dek = unwrap(context, header, leases);
      byte[] salt = Arrays.copyOfRange(bytes, offset, offset + Payload.SALT);
      Payload payload = Payload.derive(primitives, dek, salt, payloadContext(context));
      Arrays.fill(dek, (byte) 0);
      if (!payload.isCommittedTo(bytes, offset + Payload.SALT)) {
        payload.close();
        throw new CryptoException.Tampered("payload is of another key or context");
      }
      return new Opened(payload, leases);
    } catch (RuntimeException e) {
      leases.close();
      throw e;
    }
  }

  private byte[] unwrap(Context context, Header header, Leases leases) {
    if (header.slot().isEmpty()) {
      Protection protection = header.protection().orElseThrow();
      byte[] dek = dataKeys.unwrap(protection, header.wraps(), context, leases);
      if (!header.isOf(dek, primitives)) {
        throw new CryptoException.Tampered("header is altered");
      }
      return dek;
    }
    KeyId slot = header.slot().get();
    Lease lease = leaseSlot(slot);
    try {
      SlotBody body = SlotBody.decode(slot, lease.secret().raw());
      if (!Primitives.same(body.context().shared(), context.digest())) {
        throw new CryptoException.WrongContext(slot);
      }
      return dataKeys.unwrap(body.protection(), body.wraps(), context, leases);
    } finally {
      leases.watch(slot, lease);
    }
  }

  private Lease leaseSlot(KeyId slot) {
    Lease lease = cache.lease(slot);
    if (lease.kind() != KeyKind.SLOT) {
      lease.close();
      throw new CryptoException.Tampered("the header names a slot that is none");
    }
    return lease;
  }

  Protection protection(KeyId slot) {
    try (Lease lease = leaseSlot(slot)) {
      return SlotBody.decode(slot, lease.secret().raw()).protection();
    }
  }

  byte[] rewrap(Context context, byte[] sealed, Protection to) {
    Header header = Header.read(sealed);
    if (header.slot().isPresent() || to.slot().isPresent()) {
      throw new IllegalArgumentException("the data key lies in a slot: rewrap the slot");
    }
    try (Leases leases = new Leases(cache);
        Leases target = new Leases(cache)) {
      byte[] dek = unwrap(context, header, leases);
      byte[] head =
          Header.of(to, dataKeys.wrap(to, context, dek, target), dek, primitives).toBytes();
      Arrays.fill(dek, (byte) 0);
      leases.check();
      byte[] moved = Arrays.copyOf(head, head.length + sealed.length - header.length());
      System.arraycopy(
          sealed, header.length(), moved, head.length, sealed.length - header.length());
      return moved;
    }
  }

  void rewrap(Context context, KeyId slot, Protection to) {
    Protection target = to.inSlot(slot);
    for (int attempt = 0; attempt < 16; attempt++) {
      try (Leases leases = new Leases(cache);
          Leases others = new Leases(cache)) {
        byte[] dek = unwrap(context, Header.inSlot(slot), leases);
        List<byte[]> wraps = dataKeys.wrap(target, context, dek, others);
        Arrays.fill(dek, (byte) 0);
        leases.check();
        try (Secret body = new SlotBody(target, Bytes.owning(context.digest()), wraps).encode()) {
          if (tree.replace(slot, body)) {
            cache.forget(List.of(slot));
            return;
          }
        }
      }
      cache.forget(List.of(slot));
      tree.recover();
    }
    throw new CryptoException.Unavailable("key store is too contended", null);
  }

  private static byte[] payloadContext(Context context) {
    byte[] digest = context.digest();
    byte[] whole = new byte[2 + digest.length];
    whole[0] = Header.VERSION;
    whole[1] = Header.SUITE;
    System.arraycopy(digest, 0, whole, 2, digest.length);
    return whole;
  }
}
