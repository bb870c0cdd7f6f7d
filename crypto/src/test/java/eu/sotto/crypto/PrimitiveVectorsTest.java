package eu.sotto.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PrimitiveVectorsTest {
  private final Primitives primitives = new Primitives(null);

  @Test
  void everyAesKwpVectorWrapsAndUnwrapsOrIsRefused() {
    List<Wycheproof> vectors = Wycheproof.read("aes_kwp_test.json");
    assertThat(vectors).hasSize(254);
    for (Wycheproof vector : vectors) {
      byte @Nullable [] unwrapped = primitives.unwrap(vector.bytes("key"), vector.bytes("ct"));
      if (vector.isInvalid()) {
        assertThat(unwrapped).as(vector.toString()).isNull();
      } else {
        assertThat(unwrapped).as(vector.toString()).isEqualTo(vector.bytes("msg"));
        assertThat(primitives.wrap(vector.bytes("key"), vector.bytes("msg")))
            .isEqualTo(vector.bytes("ct"));
      }
    }
  }

  @Test
  void everyHkdfSha512VectorGivesItsKeyOrIsRefused() {
    List<Wycheproof> vectors = Wycheproof.read("hkdf_sha512_test.json");
    assertThat(vectors).hasSize(83);
    for (Wycheproof vector : vectors) {
      byte[] prk = primitives.extract512(vector.bytes("salt"), vector.bytes("ikm"));
      if (vector.isValid()) {
        assertThat(primitives.expand512(prk, vector.number("size"), vector.bytes("info")))
            .as(vector.toString())
            .isEqualTo(vector.bytes("okm"));
      } else {
        assertThatIllegalArgumentException()
            .isThrownBy(
                () -> primitives.expand512(prk, vector.number("size"), vector.bytes("info")));
      }
    }
  }

  @Test
  void everyAesGcmVectorOpensOrIsRefused() throws GeneralSecurityException {
    List<Wycheproof> vectors = Wycheproof.read("aes_gcm_test.json");
    assertThat(vectors).hasSize(316);
    int ours = 0;
    for (Wycheproof vector : vectors) {
      byte[] sealed = join(vector.bytes("ct"), vector.bytes("tag"));
      boolean onOurPath = vector.bytes("iv").length == 12 && vector.bytes("aad").length == 0;
      ours += onOurPath ? 1 : 0;
      byte @Nullable [] opened = onOurPath ? open(vector, sealed) : openByPlatform(vector, sealed);
      if (vector.isInvalid()) {
        assertThat(opened).as(vector.toString()).isNull();
      } else {
        assertThat(opened).as(vector.toString()).isEqualTo(vector.bytes("msg"));
      }
      if (onOurPath && vector.isValid()) {
        assertThat(seal(vector)).isEqualTo(sealed);
      }
    }
    assertThat(ours).as("vectors on the path that payloads take").isGreaterThan(100);
  }

  private static byte[] join(byte[] a, byte[] b) {
    byte[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }

  private byte @Nullable [] open(Wycheproof vector, byte[] sealed) {
    byte[] plain = new byte[sealed.length - Primitives.TAG];
    try (Primitives.Gcm gcm = primitives.gcm(vector.bytes("key"))) {
      boolean opens = gcm.open(vector.bytes("iv"), ByteBuffer.wrap(sealed), ByteBuffer.wrap(plain));
      if (!opens) {
        assertThat(plain).as("nothing is released").isEqualTo(new byte[plain.length]);
      }
      return opens ? plain : null;
    }
  }

  private byte[] seal(Wycheproof vector) {
    byte[] msg = vector.bytes("msg");
    byte[] sealed = new byte[msg.length + Primitives.TAG];
    try (Primitives.Gcm gcm = primitives.gcm(vector.bytes("key"))) {
      gcm.seal(vector.bytes("iv"), ByteBuffer.wrap(msg), ByteBuffer.wrap(sealed));
    }
    return sealed;
  }

  private static byte @Nullable [] openByPlatform(Wycheproof vector, byte[] sealed) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.DECRYPT_MODE,
          new RawKey(vector.bytes("key"), "AES"),
          new GCMParameterSpec(128, vector.bytes("iv")));
      cipher.updateAAD(vector.bytes("aad"));
      return cipher.doFinal(sealed);
    } catch (GeneralSecurityException e) {
      return null;
    }
  }

  @Test
  void everyEd25519VectorVerifiesOrIsRefused() {
    List<Wycheproof> vectors = Wycheproof.read("ed25519_test.json");
    assertThat(vectors).hasSize(151);
    for (Wycheproof vector : vectors) {
      byte[] point = HexFormat.of().parseHex(vector.group().get("publicKey").get("pk").asString());
      assertThat(verifies(point, vector)).as(vector.toString()).isEqualTo(vector.isValid());
    }
  }

  private static boolean verifies(byte[] point, Wycheproof vector) {
    VerifierKey key = VerifierKey.of(point);
    return key.verifies(vector.bytes("msg"), vector.bytes("sig"));
  }
}
