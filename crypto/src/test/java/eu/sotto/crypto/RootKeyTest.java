package eu.sotto.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RootKeyTest {
  private static final Context CONTEXT = Context.of("root");

  private static Secret secret() {
    return Secret.random(new SecureRandom(), 32);
  }

  @Test
  void aFileKeyUnwrapsAfterOpeningAgain(@TempDir Path folder) {
    Path file = folder.resolve("key");
    try (Secret key = secret();
        FileRootKey made = FileRootKey.create(file);
        FileRootKey opened = FileRootKey.open(file)) {
      assertThat(opened.id()).isEqualTo(made.id());
      assertThat(opened.unwrap(made.wrap(key, CONTEXT), CONTEXT)).isEqualTo(key);
    }
  }

  @Test
  void aKeyFileOpenToOthersIsRefused(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("key");
    FileRootKey.create(file).close();
    for (String wider : new String[] {"rw-r-----", "rw----r--", "rw--w----", "rwx------"}) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(wider));
      assertThatThrownBy(() -> FileRootKey.open(file))
          .isInstanceOf(CryptoException.WrongRootKey.class);
    }
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
    FileRootKey.open(file).close();
  }

  @Test
  void anExistingKeyFileIsNeverOverwritten(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("key");
    FileRootKey.create(file).close();
    byte[] before = Files.readAllBytes(file);
    assertThatThrownBy(() -> FileRootKey.create(file))
        .isInstanceOf(CryptoException.Unavailable.class);
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void aDamagedOrAbsentKeyFileIsNotAKey(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("key");
    assertThatThrownBy(() -> FileRootKey.open(file))
        .isInstanceOf(CryptoException.Unavailable.class);
    FileRootKey.create(file).close();
    byte[] good = Files.readAllBytes(file);
    for (int at = 0; at < good.length; at++) {
      byte[] bad = good.clone();
      bad[at] ^= 1;
      Files.write(file, bad);
      assertThatThrownBy(() -> FileRootKey.open(file))
          .isInstanceOf(CryptoException.Malformed.class);
    }
    Files.write(file, new byte[3]);
    assertThatThrownBy(() -> FileRootKey.open(file)).isInstanceOf(CryptoException.Malformed.class);
  }

  @Test
  void aKeyFileThatIsCutOrTooLongIsMalformed(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("key");
    FileRootKey.create(file).close();
    byte[] good = Files.readAllBytes(file);
    for (int length = 0; length <= good.length + 1; length++) {
      if (length != good.length) {
        Files.write(file, java.util.Arrays.copyOf(good, length));
        assertThatThrownBy(() -> FileRootKey.open(file))
            .isInstanceOf(CryptoException.Malformed.class);
      }
    }
  }

  @Test
  void aKeyFileThatCannotBeReadIsUnavailable(@TempDir Path folder) throws IOException {
    Path loop = folder.resolve("loop");
    Files.createSymbolicLink(loop, loop);
    assertThatThrownBy(() -> FileRootKey.open(loop))
        .isInstanceOf(CryptoException.Unavailable.class);
    Path file = folder.resolve("key");
    FileRootKey.create(file).close();
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("-w-------"));
    if (!Files.isReadable(file)) {
      assertThatThrownBy(() -> FileRootKey.open(file))
          .isInstanceOf(CryptoException.Unavailable.class);
    }
  }

  @Test
  void anotherKeyOrContextDoesNotUnwrap() {
    RootKey one = Vaults.rootKey();
    RootKey two = Vaults.rootKey();
    try (Secret key = secret()) {
      byte[] wrapped = one.wrap(key, CONTEXT);
      assertThatThrownBy(() -> two.unwrap(wrapped, CONTEXT))
          .isInstanceOf(CryptoException.WrongRootKey.class);
      assertThatThrownBy(() -> one.unwrap(wrapped, Context.of("other")))
          .isInstanceOf(CryptoException.WrongRootKey.class);
    }
  }

  @Property(tries = 50)
  void whateverIsUnwrappedByAKeyFileIsRefusedUnlessItWrappedIt(
      @ForAll @Size(max = 80) byte[] wrapped) {
    RootKey root = Vaults.rootKey();
    assertThatThrownBy(() -> root.unwrap(wrapped, CONTEXT))
        .isInstanceOf(CryptoException.WrongRootKey.class);
  }

  @Test
  void aPassphraseUnwrapsWhatItWrappedAndAnotherDoesNot() {
    char[] right = "correct horse battery".toCharArray();
    try (Secret key = secret();
        PassphraseRootKey one = PassphraseRootKey.of(right, 8 * 1024, 1);
        PassphraseRootKey same = PassphraseRootKey.of(right);
        PassphraseRootKey other =
            PassphraseRootKey.of("correct horse batterie".toCharArray(), 8 * 1024, 1)) {
      byte[] wrapped = one.wrap(key, CONTEXT);
      assertThat(same.unwrap(wrapped, CONTEXT)).isEqualTo(key);
      assertThat(one.wrap(key, CONTEXT)).isNotEqualTo(wrapped);
      assertThatThrownBy(() -> other.unwrap(wrapped, CONTEXT))
          .isInstanceOf(CryptoException.WrongRootKey.class);
      assertThatThrownBy(() -> one.unwrap(wrapped, Context.of("other")))
          .isInstanceOf(CryptoException.WrongRootKey.class);
    }
  }

  @Property(tries = 50)
  void noInputMakesAPassphraseCostMoreThanItsBounds(@ForAll @Size(max = 22) byte[] wrapped) {
    try (PassphraseRootKey key =
        PassphraseRootKey.of("correct horse battery".toCharArray(), 8 * 1024, 1)) {
      byte[] costly = java.util.Arrays.copyOf(wrapped, 62);
      costly[0] = 1;
      costly[1] = 0x7f;
      assertThatThrownBy(() -> key.unwrap(costly, CONTEXT))
          .isInstanceOf(CryptoException.WrongRootKey.class);
    }
  }

  @Test
  void aShortPassphraseIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PassphraseRootKey.of("too short".toCharArray()));
  }

  @Test
  void aVaultOpensUnderAPassphrase() {
    Vaults vaults = new Vaults();
    try (PassphraseRootKey root =
        PassphraseRootKey.of("correct horse battery".toCharArray(), 8 * 1024, 1)) {
      KeyId key;
      try (KeyVault vault = vaults.builder().rootKey(root).open()) {
        key = vault.create(KeyKind.CONTENT);
      }
      try (KeyVault vault = vaults.builder().rootKey(root).open()) {
        assertThat(vault.state(key)).isEqualTo(KeyState.ACTIVE);
      }
      try (PassphraseRootKey wrong =
          PassphraseRootKey.of("incorrect horse".toCharArray(), 8 * 1024, 1)) {
        assertThatThrownBy(() -> vaults.builder().rootKey(wrong).open())
            .isInstanceOf(CryptoException.WrongRootKey.class);
      }
    }
  }
}
