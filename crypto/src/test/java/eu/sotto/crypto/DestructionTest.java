package eu.sotto.crypto;

import static eu.sotto.crypto.Vaults.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DestructionTest {
  private static final Context CONTEXT = Context.of("destruction");
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

  private static final RootKey ROOT = Vaults.rootKey();

  private final Vaults vaults = new Vaults(ROOT);

  private static final class Escrow implements Replica {
    final Set<KeyId> gone = new HashSet<>();
    final String name;
    int asked;
    boolean fails;

    Escrow() {
      this("escrow");
    }

    Escrow(String name) {
      this.name = name;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public void destroy(Set<KeyId> ids) {
      asked++;
      if (fails) {
        throw new CryptoException.Unavailable("escrow does not answer", null);
      }
      gone.addAll(ids);
    }
  }

  @Test
  void aReplicaThatFailsIsPendingAndAskedAgainAlsoAfterRestarting() {
    Escrow escrow = new Escrow();
    escrow.fails = true;
    KeyId key;
    try (KeyVault vault = vaults.builder().replica(escrow).open()) {
      key = vault.create(KeyKind.CONTENT);
      Destruction destruction = vault.destroy(List.of(key));
      assertThat(destruction.isComplete()).isFalse();
      assertThat(destruction.pending()).containsExactly("escrow");
      assertThat(destruction.done()).containsExactly("memory slot", "memory store");
      assertThat(vault.resume()).containsExactly("escrow");
    }
    escrow.fails = false;
    try (KeyVault vault = vaults.builder().replica(escrow).open()) {
      assertThat(escrow.gone).containsExactly(key);
      assertThat(vault.resume()).isEmpty();
    }
    assertThat(vaults.store.scan("p/", "", 9)).isEmpty();
  }

  @Test
  void ofSeveralReplicasEachIsAskedAndTheReceiptNamesTheOneThatFailed() {
    List<Escrow> escrows = List.of(new Escrow("first"), new Escrow("second"), new Escrow("third"));
    Escrow broken = escrows.get(1);
    broken.fails = true;
    VaultBuilder builder = vaults.builder();
    escrows.forEach(builder::replica);
    try (KeyVault vault = builder.open()) {
      KeyId signing = vault.create(KeyKind.SIGNING);
      KeyId key = vault.create(KeyKind.CONTENT);
      byte[] sealed = vault.seal(Protection.by(key), CONTEXT, utf8("x"));
      Destruction destruction = vault.destroy(List.of(key));
      assertThat(escrows).extracting(escrow -> escrow.asked).containsExactly(1, 1, 1);
      assertReceipt(vault, signing, destruction, List.of("first", "third"), List.of("second"));
      assertThatThrownBy(() -> vault.open(CONTEXT, sealed))
          .isInstanceOf(CryptoException.KeyDestroyed.class);
      Destruction again = vault.destroy(List.of(key));
      assertThat(again.pending()).containsExactly("second");
      assertThat(vault.resume()).containsExactly("second");
      broken.fails = false;
      Destruction complete = vault.destroy(List.of(key));
      assertReceipt(vault, signing, complete, List.of("first", "second", "third"), List.of());
      assertThat(complete.isComplete()).isTrue();
      assertThat(complete.epoch()).isEqualTo(destruction.epoch());
      assertThat(complete.keys()).isEqualTo(destruction.keys());
      assertThat(vault.resume()).isEmpty();
    }
    assertThat(escrows)
        .allSatisfy(escrow -> assertThat(escrow.gone).hasSize(1).isEqualTo(broken.gone));
  }

  private static void assertReceipt(
      KeyVault vault, KeyId signing, Destruction of, List<String> done, List<String> pending) {
    String text = vault.receipt(of, signing, Duration.ofDays(30)).toString();
    DestructionReceipt receipt = DestructionReceipt.parse(text);
    assertThat(receipt.verifies(vault.verifierKey(signing))).isTrue();
    assertThat(receipt.destruction().done())
        .contains("memory slot", "memory store")
        .containsAll(done)
        .hasSize(2 + done.size());
    assertThat(receipt.destruction().pending()).isEqualTo(pending);
  }

  @Property(tries = 100)
  void anyReplicasThatFailArePendingAndNoneIsLeftOutOnceTheyAnswer(@ForAll Random random) {
    Vaults fresh = new Vaults(ROOT);
    VaultBuilder builder = fresh.builder();
    List<Escrow> escrows = new ArrayList<>();
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      escrows.add(new Escrow("escrow-" + i));
      builder.replica(escrows.get(escrows.size() - 1));
    }
    Set<KeyId> destroyed = new HashSet<>();
    try (KeyVault vault = builder.open()) {
      for (int step = 0; step < 5; step++) {
        escrows.forEach(escrow -> escrow.fails = random.nextInt(3) == 0);
        KeyId key = vault.create(KeyKind.CONTENT);
        destroyed.add(key);
        List<String> failing =
            escrows.stream().filter(escrow -> escrow.fails).map(Escrow::name).toList();
        assertThat(vault.destroy(List.of(key)).pending()).isEqualTo(failing);
        assertThat(escrows).allMatch(escrow -> escrow.fails || escrow.gone.containsAll(destroyed));
      }
      escrows.forEach(escrow -> escrow.fails = false);
      assertThat(vault.resume()).isEmpty();
      assertThat(escrows).allMatch(escrow -> escrow.gone.equals(destroyed));
    }
  }

  @Test
  void theHashInAReceiptIsOfTheDestroyedKeyAndOfNoOther() throws GeneralSecurityException {
    try (KeyVault vault = vaults.open()) {
      KeyId signing = vault.create(KeyKind.SIGNING);
      KeyId key = vault.create(KeyKind.CONTENT);
      KeyId other = vault.create(KeyKind.CONTENT);
      byte[] body = vault.keyForTests(key).toArray();
      byte[] otherBody = vault.keyForTests(other).toArray();
      Destruction destruction = vault.destroy(List.of(key));
      String text = vault.receipt(destruction, signing, Duration.ZERO).toString();
      Bytes hash = DestructionReceipt.parse(text).destruction().keys().get(0).commitment();
      assertThat(hash).isEqualTo(commitment(body, key, KeyKind.CONTENT));
      assertThat(hash)
          .isNotEqualTo(commitment(otherBody, key, KeyKind.CONTENT))
          .isNotEqualTo(commitment(body, other, KeyKind.CONTENT))
          .isNotEqualTo(commitment(body, key, KeyKind.BUCKET));
      assertThat(text).contains(HexFormat.of().formatHex(hash.toArray()));
    }
  }

  /** As docs/format.md has it, by the platform alone. */
  private static Bytes commitment(byte[] body, KeyId id, KeyKind kind)
      throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(body, "HMAC"));
    mac.update(utf8("sotto/commitment/1"));
    mac.update(HexFormat.of().parseHex(id.toString()));
    return Bytes.of(mac.doFinal(new byte[] {(byte) (kind == KeyKind.CONTENT ? 1 : 3)}));
  }

  @Test
  void destroyingAgainReportsTheSameKeysAndDoesNoHarm() {
    try (KeyVault vault = vaults.open()) {
      KeyId key = vault.create(KeyKind.CONTENT);
      Destruction first = vault.destroy(List.of(key));
      Destruction again = vault.destroy(List.of(key, key));
      assertThat(again.isComplete()).isTrue();
      assertThat(again.keys()).isEqualTo(first.keys());
      assertThat(again.epoch()).isEqualTo(first.epoch());
      assertThat(vault.epoch()).isEqualTo(first.epoch());
    }
  }

  @Test
  void aStoreFailureWhileOrderingLeavesTheKeyRefusedHereAndIsSaid() {
    Faults faults = new Faults(new Random(1));
    Faults.Store store = faults.new Store();
    try (KeyVault vault = vaults.builder().store(store).open()) {
      KeyId key = vault.create(KeyKind.CONTENT);
      byte[] sealed = vault.seal(Protection.by(key), CONTEXT, utf8("x"));
      faults.cutPowerAfter(0);
      assertThatThrownBy(() -> vault.destroy(List.of(key)))
          .isInstanceOf(CryptoException.Unavailable.class);
      faults.heal();
      assertThatThrownBy(() -> vault.open(CONTEXT, sealed))
          .isInstanceOf(CryptoException.KeyDestroyed.class);
      assertThat(vault.state(key)).isEqualTo(KeyState.DESTROYING);
      assertThat(vault.destroy(List.of(key)).isComplete()).isTrue();
      assertThat(vault.state(key)).isEqualTo(KeyState.DESTROYED);
    }
  }

  @Test
  void openStreamsFailAtTheirNextChunk(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("sealed");
    try (KeyVault vault = vaults.open()) {
      KeyId key = vault.create(KeyKind.CONTENT);
      byte[] sealed = vault.seal(Protection.by(key), CONTEXT, new byte[100_000]);
      Files.write(file, sealed);
      ByteArrayOutputStream half = new ByteArrayOutputStream();
      try (InputStream in = vault.opening(CONTEXT, new ByteArrayInputStream(sealed));
          SeekableByteChannel channel = vault.opening(CONTEXT, FileChannel.open(file));
          SealingOutputStream out = vault.sealing(Protection.by(key), CONTEXT, half)) {
        assertThat(in.readNBytes(100)).hasSize(100);
        assertThat(channel.read(ByteBuffer.allocate(100))).isEqualTo(100);
        out.write(new byte[20_000]);
        vault.destroy(List.of(key));
        assertThatThrownBy(() -> in.readNBytes(40_000))
            .isInstanceOf(CryptoException.KeyDestroyed.class);
        assertThatThrownBy(() -> channel.position(0).read(ByteBuffer.allocate(1)))
            .isInstanceOf(CryptoException.KeyDestroyed.class);
        assertThatThrownBy(() -> out.write(new byte[20_000]))
            .isInstanceOf(CryptoException.KeyDestroyed.class);
        assertThatThrownBy(out::finish).isInstanceOf(CryptoException.KeyDestroyed.class);
      }
    }
  }

  @Test
  void aReceiptVerifiesOfflineAndNothingInItCanBeChanged() {
    Escrow escrow = new Escrow();
    escrow.fails = true;
    try (KeyVault vault = vaults.builder().replica(escrow).clock(() -> NOW).open()) {
      KeyId signing = vault.create(KeyKind.SIGNING);
      KeyId key = vault.create(KeyKind.CONTENT);
      Destruction destruction = vault.destroy(List.of(key));
      DestructionReceipt receipt = vault.receipt(destruction, signing, Duration.ofDays(30));
      VerifierKey verifier = vault.verifierKey(signing);
      DestructionReceipt parsed = DestructionReceipt.parse(receipt.toString());
      assertThat(parsed.verifies(verifier)).isTrue();
      assertThat(parsed.destruction()).isEqualTo(destruction);
      assertThat(parsed.vault()).isEqualTo(vault.id());
      assertThat(parsed.backups()).isEqualTo(Duration.ofDays(30));
      assertThat(parsed.destruction().time()).isEqualTo(NOW);
      assertThat(parsed.destruction().pending()).containsExactly("escrow");
      assertThat(parsed.toString()).contains("not proof of absence");
      assertThat(parsed.verifies(vault.verifierKey(vault.create(KeyKind.SIGNING)))).isFalse();
    }
  }

  @Property(tries = 300)
  void anyChangedCharacterOfAReceiptIsNoticed(@ForAll Random random) {
    String text = Receipts.TEXT;
    char[] changed = text.toCharArray();
    int at = random.nextInt(changed.length);
    char other = (char) (' ' + random.nextInt(95));
    if (changed[at] == other) {
      return;
    }
    changed[at] = other;
    try {
      assertThat(DestructionReceipt.parse(new String(changed)).verifies(Receipts.VERIFIER))
          .isFalse();
    } catch (CryptoException.Malformed refused) {
      assertThat(refused.getMessage()).isNotEmpty();
    }
  }

  private static final class Receipts {
    static final String TEXT;
    static final VerifierKey VERIFIER;

    static {
      try (KeyVault vault = new Vaults().builder().clock(() -> NOW).open()) {
        KeyId signing = vault.create(KeyKind.SIGNING);
        Destruction destruction = vault.destroy(List.of(vault.create(KeyKind.BUCKET)));
        TEXT = vault.receipt(destruction, signing, Duration.ofDays(30)).toString();
        VERIFIER = vault.verifierKey(signing);
      }
    }
  }

  @Test
  void rotationLeavesEveryPayloadAndTheOldRootKeyOpensNoMore() {
    RootKey next = Vaults.rootKey();
    KeyId key;
    byte[] sealed;
    try (KeyVault vault = vaults.open()) {
      key = vault.create(KeyKind.CONTENT);
      for (int i = 0; i < 70; i++) {
        vault.createAll(java.util.Collections.nCopies(256, KeyKind.INDEX));
      }
      sealed = vault.seal(Protection.by(key), CONTEXT, utf8("stays"));
      Rotation rotation = vault.rotate(next);
      assertThat(rotation.advance()).isTrue();
      assertThat(rotation.progress()).isBetween(0.1, 0.99);
      assertThat(vault.open(CONTEXT, sealed)).isEqualTo(utf8("stays"));
    }
    assertThatThrownBy(vaults::open).isInstanceOf(CryptoException.WrongRootKey.class);
    try (KeyVault vault = vaults.builder().rootKey(next).open()) {
      Rotation rest = vault.rotation().orElseThrow();
      while (rest.advance()) {}
      assertThat(rest.isDone()).isTrue();
      assertThat(vault.rotation()).isEmpty();
      assertThat(vault.open(CONTEXT, sealed)).isEqualTo(utf8("stays"));
      assertThat(vault.destroy(List.of(key)).isComplete()).isTrue();
    }
  }

  @Test
  void aVaultWhoseStoreIsOlderThanItsSlotIsRefused() {
    MemoryKeyStore backup = new MemoryKeyStore();
    try (KeyVault vault = vaults.open()) {
      KeyId key = vault.create(KeyKind.CONTENT);
      vaults
          .store
          .scan("", "", 1_000)
          .forEach(
              row -> {
                for (long version = 0; version < row.version(); version++) {
                  backup.apply(List.of(new KeyStore.Put(row.name(), version, row.value())));
                }
              });
      vault.destroy(List.of(key));
    }
    assertThatThrownBy(() -> vaults.builder().store(backup).open())
        .isInstanceOfAny(CryptoException.RolledBack.class, CryptoException.Tampered.class);
    assertThatThrownBy(() -> vaults.builder().store(new MemoryKeyStore()).open())
        .isInstanceOf(CryptoException.RolledBack.class);
    assertThatThrownBy(() -> vaults.builder().slot(new MemorySlot()).open())
        .isInstanceOf(CryptoException.class);
  }

  @Test
  void aReplicaNeedsAPlainNameOfItsOwn() {
    Escrow escrow = new Escrow();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> vaults.builder().replica(escrow).replica(escrow).open());
  }

  @Test
  void anotherVaultOnTheSameStoreSeesADestructionAfterForgetting() {
    try (KeyVault one = vaults.open();
        KeyVault two = vaults.open()) {
      KeyId key = one.create(KeyKind.CONTENT);
      KeyId other = two.create(KeyKind.CONTENT);
      byte[] sealed = two.seal(Protection.by(key), CONTEXT, utf8("x"));
      one.destroy(List.of(key));
      two.forget(List.of(key));
      assertThatThrownBy(() -> two.open(CONTEXT, sealed))
          .isInstanceOf(CryptoException.KeyDestroyed.class);
      KeyId late = two.create(KeyKind.CONTENT);
      for (KeyId id : List.of(other, late)) {
        byte[] made = two.seal(Protection.by(id), CONTEXT, utf8("y"));
        assertThat(one.open(CONTEXT, made)).isEqualTo(utf8("y"));
      }
      assertThat(two.destroy(List.of(other)).isComplete()).isTrue();
      assertThat(one.state(other)).isEqualTo(KeyState.DESTROYED);
    }
  }
}
