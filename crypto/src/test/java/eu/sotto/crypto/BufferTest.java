package eu.sotto.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BufferTest {
  private static final Context CONTEXT = Context.of("buffer");
  private static final KeyVault VAULT = new Vaults().open();
  private static final Protection BY_ONE = Protection.by(VAULT.create(KeyKind.CONTENT));

  private static ByteBuffer buffer(boolean direct, int before, byte[] content, int after) {
    int length = before + content.length + after;
    ByteBuffer buffer = direct ? ByteBuffer.allocateDirect(length) : ByteBuffer.allocate(length);
    return buffer.position(before).put(content).position(before).limit(before + content.length);
  }

  private static byte[] message(int length) {
    byte[] message = new byte[length];
    new Random(length).nextBytes(message);
    return message;
  }

  private static byte[] bytes(ByteBuffer buffer, int from, int to) {
    byte[] bytes = new byte[to - from];
    buffer.get(from, bytes);
    return bytes;
  }

  @Property(tries = 100)
  void whatIsSealedIntoABufferOfAnyKindOpensIntoOne(
      @ForAll @IntRange(max = 40_000) int length,
      @ForAll @IntRange(max = 9) int before,
      @ForAll boolean directPlain,
      @ForAll boolean directSealed) {
    byte[] message = message(length);
    ByteBuffer plain = buffer(directPlain, before, message, 3).asReadOnlyBuffer();
    int sealedLength = (int) KeyVault.sealedLength(BY_ONE, length);
    ByteBuffer sealed = buffer(directSealed, before, new byte[sealedLength], 5);
    VAULT.seal(BY_ONE, CONTEXT, plain, sealed);
    assertThat(plain.hasRemaining()).isFalse();
    assertThat(sealed.position()).isEqualTo(before + sealedLength);
    byte[] whole = bytes(sealed, before, sealed.position());
    assertThat(VAULT.open(CONTEXT, whole)).isEqualTo(message);

    ByteBuffer opened = buffer(directPlain, before, new byte[length], 3);
    sealed.position(before);
    VAULT.open(CONTEXT, sealed, opened);
    assertThat(sealed.hasRemaining()).isFalse();
    assertThat(bytes(opened, before, opened.position())).isEqualTo(message);
  }

  @Property(tries = 60)
  void anAlteredMessageLeavesNothingInTheBuffer(
      @ForAll @IntRange(min = 1, max = 40_000) int length,
      @ForAll @IntRange(max = Integer.MAX_VALUE - 1) int where,
      @ForAll boolean direct) {
    byte[] sealed = VAULT.seal(BY_ONE, CONTEXT, message(length));
    int start = Header.read(sealed).length() + Payload.PREFIX;
    sealed[start + where % (sealed.length - start)] ^= 1;
    ByteBuffer target = buffer(direct, 2, new byte[length], 0);
    assertThatThrownBy(() -> VAULT.open(CONTEXT, ByteBuffer.wrap(sealed), target))
        .isInstanceOf(CryptoException.Tampered.class);
    assertThat(target.position()).isEqualTo(2);
    assertThat(bytes(target, 0, 2 + length)).isEqualTo(new byte[2 + length]);
  }

  @Test
  void aBufferWithoutRoomAndASharedArrayAreRefusedBeforeAnythingIsWritten() {
    byte[] array = new byte[1_000];
    ByteBuffer plain = ByteBuffer.wrap(array, 0, 100);
    ByteBuffer shared = ByteBuffer.wrap(array, 500, 500);
    assertThatThrownBy(() -> VAULT.seal(BY_ONE, CONTEXT, plain, shared))
        .isInstanceOf(IllegalArgumentException.class);
    ByteBuffer small = ByteBuffer.allocate((int) KeyVault.sealedLength(BY_ONE, 100) - 1);
    assertThatThrownBy(() -> VAULT.seal(BY_ONE, CONTEXT, plain, small))
        .isInstanceOf(IllegalArgumentException.class);
    ByteBuffer sealed = ByteBuffer.wrap(VAULT.seal(BY_ONE, CONTEXT, array));
    ByteBuffer narrow = ByteBuffer.allocate(999);
    assertThatThrownBy(() -> VAULT.open(CONTEXT, sealed, narrow))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(plain.position()).isZero();
    assertThat(sealed.position()).isZero();
    assertThat(array).isEqualTo(new byte[1_000]);
    assertThat(small.array()).containsOnly(0);
  }

  @Test
  void aTakenSlotLeavesTheBuffersWhereTheyWere() {
    Protection inSlot = BY_ONE.inSlot(KeyId.of(Arrays.copyOf(new byte[] {7}, KeyId.LENGTH)));
    VAULT.seal(inSlot, CONTEXT, new byte[1]);
    ByteBuffer plain = ByteBuffer.allocate(20);
    ByteBuffer target = ByteBuffer.allocate(1_000);
    assertThatThrownBy(() -> VAULT.seal(inSlot, CONTEXT, plain, target))
        .isInstanceOf(IllegalStateException.class);
    assertThat(plain.remaining()).isEqualTo(20);
    assertThat(target.position()).isZero();
  }
}
