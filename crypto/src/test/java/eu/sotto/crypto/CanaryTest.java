package eu.sotto.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** No key, plaintext or context in a message, a text form or a log. */
class CanaryTest {
  private static final String PERSONAL = "Erika Mustermann +49 30 23125 014";

  private final List<String> said = new ArrayList<>();

  private void attempt(Runnable runnable) {
    try {
      runnable.run();
    } catch (RuntimeException e) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      said.add(trace.toString());
    }
  }

  @Test
  void nothingSaidHoldsAKeyAPlaintextOrAContext() {
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord entry) {
            said.add(String.valueOf(entry.getMessage()));
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger root = Logger.getLogger("");
    root.addHandler(handler);
    try {
      provoke();
    } finally {
      root.removeHandler(handler);
    }
    assertThat(said).hasSizeGreaterThan(20);
    assertThat(said).allSatisfy(CanaryTest::assertIsClean);
  }

  private static final byte[] KEY = new SecureRandom().generateSeed(32);

  private static void assertIsClean(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    assertThat(lower).doesNotContain("mustermann", "23125");
    assertThat(lower).doesNotContain(HexFormat.of().formatHex(KEY, 0, 8));
    assertThat(text).doesNotContain(Base64.getEncoder().encodeToString(KEY).substring(0, 12));
    assertThat(text).doesNotContain(java.util.Arrays.toString(KEY).substring(1, 20));
  }

  private void provoke() {
    Context personal = Context.of(PERSONAL);
    Context other = Context.of("other " + PERSONAL);
    byte[] plain = PERSONAL.getBytes(StandardCharsets.UTF_8);
    Vaults vaults = new Vaults();
    try (KeyVault vault = vaults.open();
        Secret secret = Secret.of(KEY)) {
      KeyId key = vault.create(KeyKind.CONTENT);
      KeyId slot = KeyId.random(new SecureRandom());
      byte[] sealed = vault.seal(Protection.by(key), personal, plain);
      byte[] inSlot = vault.seal(Protection.by(key).inSlot(slot), personal, plain);
      attempt(() -> vault.open(other, sealed));
      attempt(() -> vault.open(other, inSlot));
      attempt(() -> vault.open(personal, plain));
      attempt(() -> vault.open(personal, new byte[0]));
      attempt(() -> vault.seal(Protection.by(slot), personal, plain));
      attempt(() -> vault.seal(Protection.by(key).inSlot(slot), personal, plain));
      attempt(() -> vault.mac(key, plain));
      attempt(() -> vault.rewrap(personal, inSlot, Protection.by(key)));
      attempt(() -> vault.ensure(key, KeyKind.BUCKET));
      attempt(() -> vaults.builder().rootKey(Vaults.rootKey()).open());
      attempt(() -> Context.of(PERSONAL + "\ud800"));
      attempt(() -> KeyId.parse(PERSONAL));
      attempt(() -> VerifierKey.parse(PERSONAL));
      attempt(() -> VerifierKey.of(KEY.clone()));
      attempt(() -> DestructionReceipt.parse(PERSONAL));
      attempt(() -> PassphraseRootKey.of("Mustermann".toCharArray()));
      attempt(() -> FileRootKeyFixture.unwrap(secret, plain));
      Destruction destruction = vault.destroy(List.of(key));
      attempt(() -> vault.open(personal, sealed));
      KeyId signing = vault.create(KeyKind.SIGNING);
      said.addAll(
          List.of(
              secret.toString(),
              personal.toString(),
              Bytes.of(KEY).toString(),
              Header.read(sealed).toString(),
              Header.read(inSlot).toString(),
              Protection.by(key, slot).toString(),
              destruction.toString(),
              vault.receipt(destruction, signing, Duration.ZERO).toString(),
              vault.toString(),
              vault.signer(signing).toString(),
              vaults.root.toString(),
              PassphraseRootKey.of("Erika Mustermann".toCharArray()).toString()));
    }
  }

  private static final class FileRootKeyFixture {
    static void unwrap(Secret secret, byte[] wrapped) {
      try (Secret key =
          RootWrap.unwrap(new Primitives(null), secret, wrapped, Context.of(PERSONAL))) {
        throw new AssertionError("unwrapped " + key);
      }
    }
  }

  @Property(tries = 200)
  void aSecretTellsItsLengthOnly(@ForAll byte[] content) {
    Secret same = Secret.of(content);
    try (Secret one = Secret.of(content)) {
      assertThat(one).hasToString("Secret[" + content.length + " bytes]").isEqualTo(same);
      assertThat(one.hashCode()).isEqualTo(content.length);
      same.close();
      assertThat(one).isNotEqualTo(same);
    }
  }
}
