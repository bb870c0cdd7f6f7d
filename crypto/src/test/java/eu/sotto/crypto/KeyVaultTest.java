package eu.sotto.crypto;

import static eu.sotto.crypto.Vaults.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyVaultTest {
  private static final Context CONTEXT = Context.of("tenant", "record", "part");

  private final Vaults vaults = new Vaults();

  @Test
  void whatWasSealedOpensUnderTheSameContextAlsoAfterReopening() {
    KeyId key;
    byte[] sealed;
    try (KeyVault vault = vaults.open()) {
      key = vault.create(KeyKind.CONTENT);
      sealed = vault.seal(Protection.by(key), CONTEXT, utf8("hello"));
      assertThat(vault.open(CONTEXT, sealed)).isEqualTo(utf8("hello"));
    }
    try (KeyVault vault = vaults.open()) {
      assertThat(vault.state(key)).isEqualTo(KeyState.ACTIVE);
      assertThat(vault.open(CONTEXT, sealed)).isEqualTo(utf8("hello"));
    }
  }

  @Test
  void anotherContextDoesNotOpen() {
    try (KeyVault vault = vaults.open()) {
      KeyId key = vault.create(KeyKind.CONTENT);
      byte[] sealed = vault.seal(Protection.by(key), CONTEXT, utf8("hello"));
      assertThatThrownBy(() -> vault.open(Context.of("tenant", "other", "part"), sealed))
          .isInstanceOf(CryptoException.Tampered.class);
    }
  }

  @Test
  void ofAContextForARecordSlotItIsToldThatItIsWrong() {
    try (KeyVault vault = vaults.open()) {
      KeyId slot = KeyId.random(new SecureRandom());
      KeyId key = vault.create(KeyKind.CONTENT);
      byte[] sealed = vault.seal(Protection.by(key).inSlot(slot), CONTEXT, utf8("hello"));
      assertThat(vault.open(CONTEXT, sealed)).isEqualTo(utf8("hello"));
      assertThatThrownBy(() -> vault.open(Context.of("other"), sealed))
          .isInstanceOf(CryptoException.WrongContext.class);
    }
  }

  @Test
  void destroyingOneOfSeveralNeededKeysShredsAndTheOthersStay() {
    try (KeyVault vault = vaults.open()) {
      List<KeyId> keys = vault.createAll(List.of(KeyKind.CONTENT, KeyKind.BUCKET, KeyKind.CONTENT));
      byte[] both = vault.seal(Protection.by(keys.get(0), keys.get(1)), CONTEXT, utf8("both"));
      byte[] other = vault.seal(Protection.by(keys.get(2)), CONTEXT, utf8("other"));
      byte[] any = vault.seal(Protection.any(keys), CONTEXT, utf8("any"));
      Destruction destruction = vault.destroy(List.of(keys.get(1)));
      assertThat(destruction.isComplete()).isTrue();
      assertThat(destruction.keys()).extracting(Destruction.Key::id).containsExactly(keys.get(1));
      assertThatThrownBy(() -> vault.open(CONTEXT, both))
          .isInstanceOf(CryptoException.KeyDestroyed.class);
      assertThat(vault.open(CONTEXT, other)).isEqualTo(utf8("other"));
      assertThat(vault.open(CONTEXT, any)).isEqualTo(utf8("any"));
      assertThat(vault.state(keys.get(1))).isEqualTo(KeyState.DESTROYED);
      assertThatThrownBy(() -> vault.ensure(keys.get(1), KeyKind.BUCKET))
          .isInstanceOf(CryptoException.KeyDestroyed.class);
    }
    try (KeyVault vault = vaults.open()) {
      assertThat(vault.epoch()).isEqualTo(2);
    }
  }

  @Test
  void aRecordSlotIsDestroyedAndMovedByItself() {
    try (KeyVault vault = vaults.open()) {
      SecureRandom random = new SecureRandom();
      KeyId content = vault.create(KeyKind.CONTENT);
      KeyId restriction = vault.create(KeyKind.RESTRICTION);
      KeyId moved = KeyId.random(random);
      KeyId gone = KeyId.random(random);
      byte[] first = vault.seal(Protection.by(content).inSlot(moved), CONTEXT, utf8("first"));
      byte[] second = vault.seal(Protection.by(content).inSlot(gone), CONTEXT, utf8("second"));
      vault.destroy(List.of(gone));
      assertThatThrownBy(() -> vault.open(CONTEXT, second))
          .isInstanceOf(CryptoException.KeyDestroyed.class);
      vault.rewrap(CONTEXT, moved, Protection.by(restriction));
      assertThat(vault.protection(moved).keys()).containsExactly(restriction);
      vault.destroy(List.of(content));
      assertThat(vault.open(CONTEXT, first)).isEqualTo(utf8("first"));
    }
    assertThat(vaults.store.scan(Rows.DIRTY, "", 10)).isEmpty();
  }

  @Test
  void thousandsOfKeysSurviveTheDestructionOfSome() {
    List<KeyId> ids = new ArrayList<>();
    try (KeyVault vault = vaults.open()) {
      for (int i = 0; i < 10; i++) {
        ids.addAll(vault.createAll(java.util.Collections.nCopies(200, KeyKind.INDEX)));
      }
      byte[] before = vault.mac(ids.get(1_777), utf8("x"));
      Destruction destruction = vault.destroy(ids.subList(0, 1_500));
      assertThat(destruction.isComplete()).isTrue();
      assertThat(vault.mac(ids.get(1_777), utf8("x"))).isEqualTo(before);
      assertThatThrownBy(() -> vault.mac(ids.get(7), utf8("x")))
          .isInstanceOf(CryptoException.KeyDestroyed.class);
    }
    try (KeyVault vault = vaults.open()) {
      for (int i = 0; i < ids.size(); i++) {
        assertThat(vault.state(ids.get(i)))
            .isEqualTo(i < 1_500 ? KeyState.DESTROYED : KeyState.ACTIVE);
      }
      assertThat(vault.mac(ids.get(1_999), utf8("x"))).hasSize(32);
    }
  }

  @Test
  void aKeyIsRefusedForAnotherUse() {
    try (KeyVault vault = vaults.open()) {
      KeyId index = vault.create(KeyKind.INDEX);
      KeyId content = vault.create(KeyKind.CONTENT);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> vault.seal(Protection.by(index), CONTEXT, utf8("x")));
      assertThatIllegalArgumentException().isThrownBy(() -> vault.mac(content, utf8("x")));
      assertThatIllegalArgumentException().isThrownBy(() -> vault.signer(content));
      assertThatIllegalArgumentException().isThrownBy(() -> vault.create(KeyKind.SLOT));
    }
  }

  @Test
  void aSignatureVerifiesOfflineAlsoAfterItsKeyIsDestroyed() {
    try (KeyVault vault = vaults.open()) {
      KeyId id = vault.create(KeyKind.SIGNING);
      Signer signer = vault.signer(id);
      byte[] signature = signer.sign(utf8("message"));
      vault.destroy(List.of(id));
      assertThatThrownBy(() -> signer.sign(utf8("message")))
          .isInstanceOf(CryptoException.KeyDestroyed.class);
      VerifierKey verifier = VerifierKey.parse(vault.verifierKey(id).toString());
      assertThat(verifier.verifies(utf8("message"), signature)).isTrue();
      assertThat(verifier.verifies(utf8("massage"), signature)).isFalse();
    }
  }

  @Test
  void anotherRootKeyIsSaidToBeWrong() {
    vaults.open().close();
    assertThatThrownBy(() -> vaults.builder().rootKey(Vaults.rootKey()).open())
        .isInstanceOf(CryptoException.WrongRootKey.class);
  }

  @Test
  void anUnknownKeyIsNotFound() {
    try (KeyVault vault = vaults.open()) {
      KeyId unknown = KeyId.random(new SecureRandom());
      assertThat(vault.state(unknown)).isEqualTo(KeyState.NONE);
      assertThatThrownBy(() -> vault.seal(Protection.by(unknown), CONTEXT, utf8("x")))
          .isInstanceOf(CryptoException.KeyNotFound.class);
      assertThatThrownBy(() -> vault.destroy(List.of(unknown)))
          .isInstanceOf(CryptoException.KeyNotFound.class);
      assertThat(vault.ensure(unknown, KeyKind.BUCKET)).isTrue();
      assertThat(vault.ensure(unknown, KeyKind.BUCKET)).isFalse();
      assertThat(vault.open(CONTEXT, vault.seal(Protection.by(unknown), CONTEXT, utf8("x"))))
          .isEqualTo(utf8("x"));
    }
  }
}
