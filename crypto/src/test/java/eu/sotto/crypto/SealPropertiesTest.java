package eu.sotto.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

class SealPropertiesTest {
  private static final Context CONTEXT = Context.of("tenant", "record", "part");
  private static final int CHUNK = Payload.CHUNK;

  private static KeyVault vault = new Vaults().open();
  private static List<KeyId> keys = List.of();

  @BeforeContainer
  static void open() {
    vault = new Vaults().open();
    keys = vault.createAll(List.of(KeyKind.CONTENT, KeyKind.BUCKET, KeyKind.CONTENT));
  }

  @AfterContainer
  static void close() {
    vault.close();
  }

  @Provide
  Arbitrary<Integer> sizes() {
    Arbitrary<Integer> borders =
        Arbitraries.of(0, 1, CHUNK, 2 * CHUNK, 3 * CHUNK, 5 * CHUNK)
            .flatMap(border -> Arbitraries.integers().between(-17, 17).map(off -> border + off))
            .map(size -> Math.max(0, size));
    return Arbitraries.oneOf(borders, Arbitraries.integers().between(0, 400));
  }

  @Provide
  Arbitrary<Protection> protections() {
    return Arbitraries.of("one", "two", "three", "any", "slot", "anySlot").map(this::protection);
  }

  private Protection protection(String name) {
    KeyId slot = KeyId.random(new SecureRandom());
    return switch (name) {
      case "one" -> Protection.by(keys.get(0));
      case "two" -> Protection.by(keys.get(0), keys.get(1));
      case "three" -> Protection.all(keys);
      case "any" -> Protection.any(keys);
      case "slot" -> Protection.by(keys.get(0), keys.get(1)).inSlot(slot);
      default -> Protection.any(keys).inSlot(slot);
    };
  }

  private static byte[] message(int size, long seed) {
    byte[] message = new byte[size];
    new Random(seed).nextBytes(message);
    return message;
  }

  @Property(tries = 150)
  void everySizeOpensToWhatWasSealedWhicheverWayItIsRead(
      @ForAll("sizes") int size, @ForAll("protections") Protection protection, @ForAll long seed)
      throws IOException {
    Protection fresh = protection.slot().isEmpty() ? protection : again(protection);
    byte[] message = message(size, seed);
    byte[] sealed = vault.seal(fresh, CONTEXT, message);
    assertThat(vault.open(CONTEXT, sealed)).isEqualTo(message);
    try (InputStream in = vault.opening(CONTEXT, new ByteArrayInputStream(sealed))) {
      assertThat(in.readAllBytes()).isEqualTo(message);
    }
    assertThat(sealed.length - size)
        .isEqualTo(vault.inspect(sealed).length() + 56 + 16 * (size / CHUNK + 1));
  }

  private static Protection again(Protection protection) {
    return protection.inSlot(KeyId.random(new SecureRandom()));
  }

  @Property(tries = 60)
  void aStreamWrittenInAnyPiecesOpensAsAWhole(
      @ForAll("sizes") int size,
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 40_000) int piece)
      throws IOException {
    byte[] message = message(size, seed);
    ByteArrayOutputStream sealed = new ByteArrayOutputStream();
    try (SealingOutputStream out = vault.sealing(Protection.by(keys.get(0)), CONTEXT, sealed)) {
      for (int at = 0; at < size; at += piece) {
        out.write(message, at, Math.min(piece, size - at));
      }
      out.finish();
    }
    assertThat(vault.open(CONTEXT, sealed.toByteArray())).isEqualTo(message);
  }

  @Property(tries = 60)
  void closingWithoutFinishingLeavesNothingThatOpens(
      @ForAll("sizes") int size, @ForAll("protections") Protection protection) throws IOException {
    Protection fresh = protection.slot().isEmpty() ? protection : again(protection);
    ByteArrayOutputStream sealed = new ByteArrayOutputStream();
    try (SealingOutputStream out = vault.sealing(fresh, CONTEXT, sealed)) {
      out.write(new byte[size]);
    }
    assertThatThrownBy(() -> vault.open(CONTEXT, sealed.toByteArray()))
        .isInstanceOf(CryptoException.class);
  }

  @Property(tries = 300)
  void anyFlippedBitIsRefused(
      @ForAll("sizes") int size,
      @ForAll("protections") Protection protection,
      @ForAll Random random) {
    Protection fresh = protection.slot().isEmpty() ? protection : again(protection);
    byte[] message = message(size, 1);
    byte[] sealed = vault.seal(fresh, CONTEXT, message);
    boolean inHead = random.nextBoolean();
    int at = random.nextInt(inHead ? Math.min(sealed.length, 300) : sealed.length);
    sealed[at] ^= (byte) (1 << random.nextInt(8));
    assertNothingIsReleased(sealed, message);
  }

  /** Neither in memory, nor as a stream or through a channel beyond the intact whole chunks. */
  private static void assertNothingIsReleased(byte[] sealed, byte[] message) {
    assertThatThrownBy(() -> vault.open(CONTEXT, sealed)).isInstanceOf(CryptoException.class);
    ByteArrayOutputStream streamed = new ByteArrayOutputStream();
    assertThatThrownBy(
            () -> {
              try (InputStream in = vault.opening(CONTEXT, new ByteArrayInputStream(sealed))) {
                in.transferTo(streamed);
              }
            })
        .isInstanceOf(CryptoException.class);
    assertIsWholeChunksOf(message, streamed.toByteArray());
    ByteBuffer read = ByteBuffer.allocate(message.length + 1);
    assertThatThrownBy(
            () -> {
              try (SeekableByteChannel channel = vault.opening(CONTEXT, new InMemory(sealed))) {
                while (channel.read(read) >= 0) {}
              }
            })
        .isInstanceOf(CryptoException.class);
    assertIsWholeChunksOf(message, Arrays.copyOf(read.array(), read.position()));
  }

  private static void assertIsWholeChunksOf(byte[] message, byte[] released) {
    assertThat(released.length % CHUNK).isZero();
    assertThat(released).isEqualTo(Arrays.copyOf(message, released.length));
  }

  @Property(tries = 200)
  void anyCutOrAdditionIsRefused(@ForAll("sizes") int size, @ForAll Random random) {
    byte[] message = message(size, 2);
    byte[] sealed = vault.seal(Protection.by(keys.get(0)), CONTEXT, message);
    assertNothingIsReleased(Arrays.copyOf(sealed, random.nextInt(sealed.length)), message);
    int longer = sealed.length + 1 + random.nextInt(20_000);
    assertNothingIsReleased(Arrays.copyOf(sealed, longer), message);
  }

  @Property(tries = 60)
  void chunksInAnotherOrderOrOfAnotherMessageAreRefused(@ForAll Random random) {
    byte[] message = message(3 * CHUNK + 7, 3);
    byte[] one = vault.seal(Protection.by(keys.get(0)), CONTEXT, message);
    byte[] two = vault.seal(Protection.by(keys.get(0)), CONTEXT, message(3 * CHUNK + 7, 4));
    int start = vault.inspect(one).length() + Payload.PREFIX;
    int a = random.nextInt(3);
    int b = (a + 1 + random.nextInt(2)) % 3;
    byte[] swapped = one.clone();
    copyChunk(one, a, swapped, b, start);
    copyChunk(one, b, swapped, a, start);
    assertNothingIsReleased(swapped, message);
    byte[] repeated = one.clone();
    copyChunk(one, a, repeated, b, start);
    assertNothingIsReleased(repeated, message);
    byte[] spliced = one.clone();
    copyChunk(two, a, spliced, a, start);
    assertNothingIsReleased(spliced, message);
    byte[] beheaded = one.clone();
    System.arraycopy(two, 0, beheaded, 0, start);
    assertNothingIsReleased(beheaded, message);
    byte[] rekeyed = one.clone();
    System.arraycopy(two, 0, rekeyed, 0, start - Payload.PREFIX);
    assertNothingIsReleased(rekeyed, message);
  }

  private static void copyChunk(byte[] from, int chunk, byte[] to, int place, int start) {
    System.arraycopy(
        from,
        start + chunk * Payload.SEALED_CHUNK,
        to,
        start + place * Payload.SEALED_CHUNK,
        Payload.SEALED_CHUNK);
  }

  @Property(tries = 100)
  void anotherContextNeverOpens(
      @ForAll("protections") Protection protection, @ForAll List<String> parts) {
    Context other;
    try {
      other = Context.of(parts.toArray(new String[0]));
    } catch (IllegalArgumentException unpairedSurrogate) {
      return;
    }
    Protection fresh = protection.slot().isEmpty() ? protection : again(protection);
    byte[] sealed = vault.seal(fresh, CONTEXT, message(100, 5));
    assertThatThrownBy(() -> vault.open(other, sealed))
        .isInstanceOfAny(CryptoException.Tampered.class, CryptoException.WrongContext.class);
  }

  @Property(tries = 100)
  void aCiphertextOpensUnderItsOwnKeysOnly(@ForAll Random random) {
    byte[] sealed = vault.seal(Protection.by(keys.get(0)), CONTEXT, message(50, 6));
    byte[] renamed = sealed.clone();
    KeyId other = keys.get(1 + random.nextInt(2));
    System.arraycopy(other.toBytes(), 0, renamed, Header.FIXED, KeyId.LENGTH);
    assertThatThrownBy(() -> vault.open(CONTEXT, renamed))
        .isInstanceOf(CryptoException.Tampered.class);
  }

  @Property(tries = 40)
  void twoMessagesDoNotOpenThroughEachOthersSlot(@ForAll("sizes") int size) {
    KeyId slot = KeyId.random(new SecureRandom());
    KeyId other = KeyId.random(new SecureRandom());
    byte[] message = message(size, 7);
    byte[] sealed = vault.seal(Protection.by(keys.get(0)).inSlot(slot), CONTEXT, message);
    vault.seal(Protection.by(keys.get(0)).inSlot(other), CONTEXT, message(size, 7));
    byte[] swapped = sealed.clone();
    System.arraycopy(other.toBytes(), 0, swapped, Header.FIXED, KeyId.LENGTH);
    assertNothingIsReleased(swapped, message);
  }

  /** Even who finds chunks that open under two keys cannot have both commit to them. */
  @Property(tries = 100)
  void noOtherDataKeySaltOrContextIsCommittedToByAPayload(
      @ForAll @Size(32) byte[] one, @ForAll @Size(32) byte[] other, @ForAll byte[] context) {
    Primitives primitives = new Primitives(null);
    byte[] salt = new byte[Payload.SALT];
    byte[] foreign = Arrays.copyOf(context, context.length + 1);
    try (Payload payload = Payload.derive(primitives, one, salt, context);
        Payload rekeyed = Payload.derive(primitives, other, salt, context);
        Payload moved = Payload.derive(primitives, one, salt, foreign)) {
      byte[] commitment = new byte[Payload.COMMITMENT];
      payload.writeCommitment(ByteBuffer.wrap(commitment));
      assertThat(payload.isCommittedTo(commitment, 0)).isTrue();
      assertThat(rekeyed.isCommittedTo(commitment, 0)).isEqualTo(Arrays.equals(one, other));
      assertThat(moved.isCommittedTo(commitment, 0)).isFalse();
      salt[one[0] & 7] ^= 1;
      try (Payload resalted = Payload.derive(primitives, one, salt, context)) {
        assertThat(resalted.isCommittedTo(commitment, 0)).isFalse();
      }
    }
  }

  @Property(tries = 25)
  void aReadOfAnyRangeEqualsTheSlice(@ForAll("sizes") int size, @ForAll Random random)
      throws IOException {
    byte[] message = message(size, 8);
    Path file = Files.createTempFile("sealed", null);
    try {
      Files.write(file, vault.seal(Protection.by(keys.get(0)), CONTEXT, message));
      try (SeekableByteChannel channel = vault.opening(CONTEXT, FileChannel.open(file))) {
        assertThat(channel.size()).isEqualTo(size);
        for (int i = 0; i < 20; i++) {
          int from = random.nextInt(size + 10);
          int length = random.nextInt(2 * CHUNK);
          ByteBuffer slice = ByteBuffer.allocate(length);
          int read = channel.position(from).read(slice);
          int expected = Math.max(0, Math.min(length, size - from));
          assertThat(Math.max(0, read)).isEqualTo(expected);
          assertThat(Arrays.copyOf(slice.array(), expected))
              .isEqualTo(
                  Arrays.copyOfRange(
                      message, Math.min(from, size), Math.min(from, size) + expected));
          if (from >= size) {
            assertThat(read).isEqualTo(-1);
          }
        }
      }
    } finally {
      Files.delete(file);
    }
  }

  @Property(tries = 60)
  void rewrappingChangesTheHeaderOnly(@ForAll("sizes") int size) {
    byte[] message = message(size, 9);
    byte[] sealed = vault.seal(Protection.by(keys.get(0), keys.get(1)), CONTEXT, message);
    byte[] moved = vault.rewrap(CONTEXT, sealed, Protection.by(keys.get(2)));
    int was = vault.inspect(sealed).length();
    int is = vault.inspect(moved).length();
    assertThat(Arrays.copyOfRange(moved, is, moved.length))
        .isEqualTo(Arrays.copyOfRange(sealed, was, sealed.length));
    assertThat(vault.open(CONTEXT, moved)).isEqualTo(message);
    assertThat(vault.inspect(moved).protection()).contains(Protection.by(keys.get(2)));
  }

  @Property(tries = 100)
  void contextsOfDifferentPartsNeverMeet(@ForAll List<String> a, @ForAll List<String> b) {
    Context left;
    Context right;
    try {
      left = Context.of(a.toArray(new String[0]));
      right = Context.of(b.toArray(new String[0]));
    } catch (IllegalArgumentException unpairedSurrogate) {
      return;
    }
    assertThat(left.equals(right)).isEqualTo(a.equals(b));
    assertThat(left).isNotEqualTo(Context.of(left.toBytes()));
  }

  /** A channel over an array, read-only. */
  private static final class InMemory implements SeekableByteChannel {
    private final ByteBuffer content;
    private boolean open = true;

    InMemory(byte[] content) {
      this.content = ByteBuffer.wrap(content);
    }

    @Override
    public int read(ByteBuffer target) {
      if (!content.hasRemaining()) {
        return -1;
      }
      int part = Math.min(content.remaining(), target.remaining());
      target.put(content.slice(content.position(), part));
      content.position(content.position() + part);
      return part;
    }

    @Override
    public int write(ByteBuffer source) {
      throw new NonWritableChannelException();
    }

    @Override
    public long position() {
      return content.position();
    }

    @Override
    public SeekableByteChannel position(long next) {
      content.position((int) Math.min(next, content.limit()));
      return this;
    }

    @Override
    public long size() {
      return content.limit();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
      throw new NonWritableChannelException();
    }

    @Override
    public boolean isOpen() {
      return open;
    }

    @Override
    public void close() {
      open = false;
    }
  }
}
