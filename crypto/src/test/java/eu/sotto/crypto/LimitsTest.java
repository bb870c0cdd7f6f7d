package eu.sotto.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each bound of docs/format.md is enforced, and what is just within it works. */
class LimitsTest {
  private static final Context CONTEXT = Context.of("limits");

  private final Vaults vaults = new Vaults();
  private final Primitives primitives = new Primitives(null);

  private Payload payload() {
    byte[] salt = new byte[Payload.SALT];
    new SecureRandom().nextBytes(salt);
    return Payload.derive(primitives, new byte[32], salt, new byte[0]);
  }

  /** Whether a chunk sealed at one place opens at another. */
  private static boolean opensAt(Payload payload, long sealedAt, long openedAt) {
    ByteBuffer sealed = ByteBuffer.allocate(7 + Primitives.TAG);
    payload.seal(sealedAt, ByteBuffer.allocate(7), sealed);
    return payload.open(openedAt, sealed.flip(), ByteBuffer.allocate(7));
  }

  @Test
  void aMessageHasAtMostTwoToThe38Chunks() {
    try (Payload payload = payload()) {
      long last = (1L << 38) - 1;
      assertThat(opensAt(payload, last, last)).isTrue();
      for (long beyond : new long[] {last + 1, Long.MAX_VALUE, -1}) {
        assertThatThrownBy(() -> opensAt(payload, beyond, 0))
            .isInstanceOf(CryptoException.LimitExceeded.class);
        try (Payload fresh = payload()) {
          assertThatThrownBy(() -> opensAt(fresh, 1, beyond))
              .isInstanceOf(CryptoException.LimitExceeded.class);
        }
      }
    }
  }

  @Property(tries = 100)
  void noTwoChunksOfAMessageShareANonce(
      @ForAll @LongRange(max = (1L << 38) - 1) long one,
      @ForAll @LongRange(max = (1L << 38) - 1) long other) {
    try (Payload payload = payload()) {
      assertThat(opensAt(payload, one, other)).isEqualTo(one == other);
    }
  }

  @Test
  void aMessageTooLongForAnArrayIsRefusedBeforeAnythingIsAllocated(@TempDir Path folder)
      throws IOException {
    try (FileChannel sparse =
            FileChannel.open(
                folder.resolve("sparse"),
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        KeyVault vault = vaults.open()) {
      sparse.write(ByteBuffer.allocate(1), Integer.MAX_VALUE - 1L);
      ByteBuffer tooLong = sparse.map(FileChannel.MapMode.READ_ONLY, 0, Integer.MAX_VALUE);
      KeyId key = vault.create(KeyKind.CONTENT);
      assertThatThrownBy(() -> vault.seal(Protection.by(key), CONTEXT, tooLong))
          .isInstanceOf(CryptoException.LimitExceeded.class)
          .hasMessageContaining("use a stream");
      assertThat(tooLong.position()).isZero();
    }
  }

  @Test
  void keysAreMadeByAtMost256AtOnce() {
    try (KeyVault vault = vaults.open()) {
      int before = vaults.store.scan("k/", "", 1_000).size();
      assertThatThrownBy(() -> vault.createAll(Collections.nCopies(257, KeyKind.INDEX)))
          .isInstanceOf(CryptoException.LimitExceeded.class);
      assertThat(vaults.store.scan("k/", "", 1_000)).hasSize(before);
      assertThat(vault.createAll(Collections.nCopies(256, KeyKind.INDEX))).doesNotHaveDuplicates();
    }
  }

  @Test
  void aVaultHoldsAtMostTwoToThe32KeysInItsLife() {
    try (KeyVault vault = vaults.open()) {
      setNodesEverMade((1 << 24) - 1);
      KeyId last = vault.create(KeyKind.CONTENT);
      byte[] sealed = vault.seal(Protection.by(last), CONTEXT, new byte[5]);
      assertThat(vault.open(CONTEXT, sealed)).hasSize(5);
      assertThatThrownBy(() -> vault.createAll(Collections.nCopies(256, KeyKind.CONTENT)))
          .isInstanceOf(CryptoException.LimitExceeded.class);
      assertThat(vault.destroy(List.of(last)).isComplete()).isTrue();
      assertThat(vault.state(last)).isEqualTo(KeyState.DESTROYED);
    }
  }

  /** As if so many of the lowest nodes had been filled and emptied. */
  private void setNodesEverMade(int nodes) {
    try (Trunk trunk =
        Trunk.decode(vaults.slot.read().orElseThrow().value(), vaults.root, primitives)) {
      Rows rows = new Rows(vaults.store, primitives);
      Bytes value =
          rows.tagged(
              trunk.stateKey, Rows.ALLOCATION, ByteBuffer.allocate(4).putInt(nodes).array());
      assertThat(rows.apply(List.of(new KeyStore.Put(Rows.ALLOCATION, 0, value)))).isTrue();
    }
  }

  @Test
  void aProtectionNamesOneTo16DifferentKeys() {
    List<KeyId> ids = LongStream.range(0, 17).mapToObj(low -> new KeyId(1, low)).toList();
    assertThat(Protection.all(ids.subList(0, 16)).keys()).hasSize(16);
    for (List<KeyId> wrong : List.of(List.<KeyId>of(), ids, List.of(ids.get(0), ids.get(0)))) {
      assertThatIllegalArgumentException().isThrownBy(() -> Protection.all(wrong));
      assertThatIllegalArgumentException().isThrownBy(() -> Protection.any(wrong));
    }
  }

  @Test
  void messagesUnderSixteenKeysOpenByAllOrByTheLastOne() {
    try (KeyVault vault = vaults.open()) {
      List<KeyId> keys = vault.createAll(Collections.nCopies(16, KeyKind.CONTENT));
      byte[] all = vault.seal(Protection.all(keys), CONTEXT, new byte[3]);
      byte[] any = vault.seal(Protection.any(keys), CONTEXT, new byte[3]);
      assertThat(vault.open(CONTEXT, all)).hasSize(3);
      vault.destroy(keys.subList(0, 15));
      assertThat(vault.open(CONTEXT, any)).hasSize(3);
      assertThatThrownBy(() -> vault.open(CONTEXT, all))
          .isInstanceOf(CryptoException.KeyDestroyed.class);
    }
  }

  @Test
  void aContextHasAtMost65535Bytes() {
    assertThat(Context.of(new byte[Context.MAX_LENGTH - 1]).toBytes()).hasSize(Context.MAX_LENGTH);
    assertThatIllegalArgumentException().isThrownBy(() -> Context.of(new byte[Context.MAX_LENGTH]));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Context.of("x".repeat(Context.MAX_LENGTH - 4)));
    assertThat(Context.of("x".repeat(Context.MAX_LENGTH - 5)).toBytes())
        .hasSize(Context.MAX_LENGTH);
  }

  @Test
  void aSlotHoldsAtMost4000Bytes() {
    MemorySlot slot = new MemorySlot();
    assertThat(slot.replace(0, Bytes.of(new byte[DestroyableSlot.MAX_LENGTH]))).isTrue();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> slot.replace(1, Bytes.of(new byte[DestroyableSlot.MAX_LENGTH + 1])));
  }

  @Test
  void eachMessageHasADataKeyAndASaltOfItsOwn() {
    try (KeyVault vault = vaults.open()) {
      KeyId key = vault.create(KeyKind.CONTENT);
      Set<Bytes> prefixes = new HashSet<>();
      for (int i = 0; i < 1_000; i++) {
        byte[] sealed = vault.seal(Protection.by(key), CONTEXT, new byte[0]);
        int from = vault.inspect(sealed).length();
        byte[] salt = new byte[Payload.SALT];
        System.arraycopy(sealed, from, salt, 0, salt.length);
        assertThat(prefixes.add(Bytes.of(salt))).isTrue();
      }
    }
  }
}
