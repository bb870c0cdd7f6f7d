package eu.sotto.crypto;

import static eu.sotto.crypto.Vaults.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody does wrong is said in one clear sentence, by the type that it belongs to. */
class MisuseTest {
  private static final Context CONTEXT = Context.of("tenant", "record");

  private final Vaults vaults = new Vaults();

  private static void assertSays(
      Class<? extends CryptoException> type, String sentence, ThrowingCallable call) {
    assertThatThrownBy(call).isExactlyInstanceOf(type).hasMessageContaining(sentence);
  }

  @Nested
  class Ciphertexts {
    private byte[] cut(int length) {
      return Arrays.copyOf(sealed, length);
    }

    private final KeyVault vault = vaults.open();
    private final KeyId key = vault.create(KeyKind.CONTENT);
    private final byte[] sealed = vault.seal(Protection.by(key), CONTEXT, new byte[20_000]);
    private final int header = vault.inspect(sealed).length();

    @Test
    void anotherContextIsTamperingWithoutSayingWhich() {
      assertSays(
          CryptoException.Tampered.class,
          "altered, or sealed for another context",
          () -> vault.open(Context.of("tenant", "other"), sealed));
    }

    @Test
    void somethingElseIsNotASealedPayload() {
      assertSays(
          CryptoException.Malformed.class,
          "not a sealed payload",
          () -> vault.open(CONTEXT, utf8("just a text that was never sealed")));
      assertSays(
          CryptoException.Malformed.class, "header is cut", () -> vault.open(CONTEXT, new byte[0]));
    }

    @Test
    void aCutHeaderAndACutPayloadAreToldApartAlikeInEveryWayOfReading(@TempDir Path folder)
        throws IOException {
      for (int length : new int[] {0, 7, 8, header - 1}) {
        everyWay(folder, cut(length), CryptoException.Malformed.class, "header is cut");
      }
      int prefix = header + Payload.PREFIX;
      for (int length : new int[] {header, prefix - 1, prefix, prefix + 15, sealed.length - 1}) {
        everyWay(folder, cut(length), CryptoException.Tampered.class, "cut");
      }
    }

    private void everyWay(
        Path folder, byte[] bytes, Class<? extends CryptoException> type, String sentence)
        throws IOException {
      Path file = Files.write(folder.resolve("sealed"), bytes);
      assertThatThrownBy(() -> vault.open(CONTEXT, bytes)).isExactlyInstanceOf(type);
      assertSays(
          type,
          sentence,
          () -> {
            try (InputStream in = vault.opening(CONTEXT, new ByteArrayInputStream(bytes))) {
              in.readAllBytes();
            }
          });
      assertSays(
          type,
          sentence,
          () -> {
            try (SeekableByteChannel channel = vault.opening(CONTEXT, FileChannel.open(file))) {
              channel.read(ByteBuffer.allocate(30_000));
            }
          });
    }

    @Test
    void aDestroyedKeyIsNamedByItsIdOnly() {
      vault.destroy(List.of(key));
      assertSays(
          CryptoException.KeyDestroyed.class,
          "key " + key + " is destroyed",
          () -> vault.open(CONTEXT, sealed));
    }

    @Test
    void aClosedStreamReadsNoMoreAndAClosedChannelNeither(@TempDir Path folder) throws IOException {
      InputStream in = vault.opening(CONTEXT, new ByteArrayInputStream(sealed));
      assertThat(in.read()).isZero();
      in.close();
      assertThatThrownBy(in::read).isInstanceOf(IOException.class).hasMessageContaining("closed");
      Path file = Files.write(folder.resolve("sealed"), sealed);
      SeekableByteChannel channel = vault.opening(CONTEXT, FileChannel.open(file));
      assertThatThrownBy(() -> channel.write(ByteBuffer.allocate(1)))
          .isInstanceOf(NonWritableChannelException.class);
      assertThatThrownBy(() -> channel.truncate(0)).isInstanceOf(NonWritableChannelException.class);
      assertThatIllegalArgumentException().isThrownBy(() -> channel.position(-1));
      channel.close();
      assertThat(channel.isOpen()).isFalse();
      for (ThrowingCallable call :
          List.<ThrowingCallable>of(
              channel::position,
              channel::size,
              () -> channel.position(0),
              () -> channel.read(ByteBuffer.allocate(1)))) {
        assertThatThrownBy(call).isInstanceOf(ClosedChannelException.class);
      }
    }

    @Test
    void aFinishedStreamTakesNothingMore() throws IOException {
      SealingOutputStream out =
          vault.sealing(Protection.by(key), CONTEXT, java.io.OutputStream.nullOutputStream());
      out.finish();
      assertThatThrownBy(() -> out.write(1)).isInstanceOf(IOException.class);
      assertThatThrownBy(out::finish).isInstanceOf(IOException.class);
      out.close();
    }

    @Test
    void aClosedVaultRefusesEverythingAlsoThroughOpenStreams() throws IOException {
      try (InputStream in = vault.opening(CONTEXT, new ByteArrayInputStream(sealed))) {
        assertThat(in.read()).isZero();
        vault.close();
        for (ThrowingCallable call :
            List.<ThrowingCallable>of(
                () -> vault.open(CONTEXT, sealed),
                () -> vault.seal(Protection.by(key), CONTEXT, new byte[1]),
                () -> vault.create(KeyKind.CONTENT),
                () -> vault.state(key),
                () -> vault.destroy(List.of(key)),
                vault::rotation,
                vault::epoch,
                in::readAllBytes)) {
          assertThatThrownBy(call)
              .isInstanceOf(IllegalStateException.class)
              .hasMessageContaining("closed");
        }
      }
    }
  }

  @Nested
  class RootKeys {
    private static final class FailingKey implements RootKey {
      private String id = "kms:1";
      private byte[] wrapped = new byte[40];
      private Consumer<String> strike = step -> {};

      @Override
      public String id() {
        return id;
      }

      @Override
      public byte[] wrap(Secret key, Context context) {
        strike.accept("wrap");
        return wrapped;
      }

      @Override
      public Secret unwrap(byte[] ciphertext, Context context) {
        strike.accept("unwrap");
        return Secret.of(new byte[32]);
      }
    }

    @Test
    void anAdapterThatThrowsWhateverItLikesIsUnavailable() {
      FailingKey root = new FailingKey();
      root.strike =
          step -> {
            throw new UnsupportedOperationException("client broke");
          };
      assertSays(
          CryptoException.Unavailable.class,
          "root key failed",
          () -> vaults.builder().rootKey(root).open());
      root.strike = step -> {};
      vaults.builder().rootKey(root).open().close();
      root.strike =
          step -> {
            throw new UnsupportedOperationException("client broke");
          };
      assertSays(
          CryptoException.Unavailable.class,
          "root key failed",
          () -> vaults.builder().rootKey(root).open());
    }

    @Test
    void anAdapterThatUnwrapsSomethingElseIsNoticed() {
      FailingKey root = new FailingKey();
      vaults.builder().rootKey(root).open().close();
      assertSays(
          CryptoException.Tampered.class,
          "slot is altered",
          () -> vaults.builder().rootKey(root).open());
    }

    @Test
    void aWrappedKeyOrAnIdBeyondItsBoundIsRefusedAndTheVaultStaysUnderItsKey() {
      FailingKey root = new FailingKey();
      try (KeyVault vault = vaults.open()) {
        root.wrapped = new byte[RootKey.MAX_WRAPPED + 1];
        assertThatThrownBy(() -> vault.rotate(root))
            .isInstanceOf(CryptoException.LimitExceeded.class);
        root.wrapped = new byte[RootKey.MAX_WRAPPED];
        for (String id : List.of("", "x".repeat(RootKey.MAX_ID + 1), "two\nlines", "ü")) {
          root.id = id;
          assertThatIllegalArgumentException().isThrownBy(() -> vault.rotate(root));
        }
      }
      vaults.open().close();
      root.id = "x".repeat(RootKey.MAX_ID);
      try (KeyVault vault = vaults.open()) {
        assertThat(vault.rotate(root).isDone()).isTrue();
      }
    }

    @Test
    void aFolderIsNotAKeyFile(@TempDir Path folder) {
      assertThatThrownBy(() -> FileRootKey.open(folder)).isInstanceOf(CryptoException.class);
    }
  }

  @Nested
  class Stores {
    private final class FailingStore implements KeyStore {
      private boolean fails;

      private void strike() {
        if (fails) {
          throw new UnsupportedOperationException("driver broke");
        }
      }

      @Override
      public String name() {
        return "failing";
      }

      @Override
      public List<Row> read(Collection<String> names) {
        strike();
        return vaults.store.read(names);
      }

      @Override
      public List<Row> scan(String prefix, String after, int limit) {
        strike();
        return vaults.store.scan(prefix, after, limit);
      }

      @Override
      public boolean apply(List<? extends Change> changes) {
        strike();
        return vaults.store.apply(changes);
      }
    }

    @Test
    void aStoreThatThrowsWhateverItLikesIsUnavailableAndAfterwardsAllIsThere() {
      FailingStore store = new FailingStore();
      try (KeyVault vault = vaults.builder().store(store).open()) {
        KeyId key = vault.create(KeyKind.CONTENT);
        byte[] sealed = vault.seal(Protection.by(key), CONTEXT, utf8("x"));
        vault.forget(List.of(key));
        store.fails = true;
        for (ThrowingCallable call :
            List.<ThrowingCallable>of(
                () -> vault.open(CONTEXT, sealed),
                () -> vault.create(KeyKind.CONTENT),
                () -> vault.state(key),
                () -> vault.rotate(Vaults.rootKey()))) {
          assertSays(CryptoException.Unavailable.class, "key store failed", call);
        }
        assertThat(vault.resume()).containsExactly("failing");
        store.fails = false;
        assertThat(vault.open(CONTEXT, sealed)).isEqualTo(utf8("x"));
      }
    }

    @Test
    void aMissingPartIsNamed() {
      assertThatThrownBy(() -> KeyVault.builder().open())
          .isInstanceOf(NullPointerException.class)
          .hasMessage("slot");
      assertThatThrownBy(() -> KeyVault.builder().slot(vaults.slot).open())
          .isInstanceOf(NullPointerException.class)
          .hasMessage("rootKey");
      assertThatThrownBy(() -> KeyVault.builder().slot(vaults.slot).rootKey(vaults.root).open())
          .isInstanceOf(NullPointerException.class)
          .hasMessage("store");
    }
  }

  @Property(tries = 40)
  void ofAllKindsOnlyThoseOfDataKeysSeal(@ForAll KeyKind kind) {
    try (KeyVault vault = vaults.open()) {
      if (kind == KeyKind.SLOT) {
        assertThatIllegalArgumentException().isThrownBy(() -> vault.create(kind));
        return;
      }
      KeyId key = vault.create(kind);
      if (kind.seals()) {
        assertThat(vault.seal(Protection.by(key), CONTEXT, new byte[3])).isNotEmpty();
      } else {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> vault.seal(Protection.by(key), CONTEXT, new byte[3]));
      }
    }
  }

  @Property(tries = 40)
  void aMessageOfOneVaultDoesNotOpenInAnother(@ForAll @IntRange(max = 100) int size) {
    Vaults others = new Vaults();
    try (KeyVault vault = vaults.open();
        KeyVault other = others.open()) {
      byte[] sealed =
          vault.seal(Protection.by(vault.create(KeyKind.CONTENT)), CONTEXT, new byte[size]);
      assertThatThrownBy(() -> other.open(CONTEXT, sealed))
          .isInstanceOf(CryptoException.KeyNotFound.class);
    }
  }
}
