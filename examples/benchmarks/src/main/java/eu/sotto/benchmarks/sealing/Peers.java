package eu.sotto.benchmarks.sealing;

import com.amazonaws.encryptionsdk.AwsCrypto;
import com.amazonaws.encryptionsdk.CryptoAlgorithm;
import com.amazonaws.encryptionsdk.jce.JceMasterKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.KmsEnvelopeAead;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingParameters;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.spec.SecretKeySpec;

/** The libraries that the figures stand beside. */
final class Peers {
  private Peers() {}

  /** Tink's envelope encryption with a key service that is a local key. */
  static Aead tinkEnvelope() throws GeneralSecurityException {
    return KmsEnvelopeAead.create(PredefinedAeadParameters.AES256_GCM, tinkAead());
  }

  /** Tink's fastest way for a message in memory. */
  static Aead tinkAead() throws GeneralSecurityException {
    AeadConfig.register();
    return fresh(PredefinedAeadParameters.AES256_GCM)
        .getPrimitive(RegistryConfiguration.get(), Aead.class);
  }

  /** Tink's streams that can be read at any place, with segments of 4 KiB. */
  static StreamingAead tinkStreaming() throws GeneralSecurityException {
    StreamingAeadConfig.register();
    AesGcmHkdfStreamingParameters parameters =
        AesGcmHkdfStreamingParameters.builder()
            .setKeySizeBytes(32)
            .setDerivedAesGcmKeySizeBytes(32)
            .setHkdfHashType(AesGcmHkdfStreamingParameters.HashType.SHA256)
            .setCiphertextSegmentSizeBytes(4 * 1024)
            .build();
    return fresh(parameters).getPrimitive(RegistryConfiguration.get(), StreamingAead.class);
  }

  private static KeysetHandle fresh(Parameters parameters) throws GeneralSecurityException {
    return KeysetHandle.newBuilder()
        .addEntry(KeysetHandle.generateEntryFromParameters(parameters).withRandomId().makePrimary())
        .build();
  }

  /** The AWS Encryption SDK with key commitment and without a signature. */
  static AwsCrypto aws() {
    return AwsCrypto.builder()
        .withEncryptionAlgorithm(CryptoAlgorithm.ALG_AES_256_GCM_HKDF_SHA512_COMMIT_KEY)
        .build();
  }

  static JceMasterKey awsMasterKey() {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    return JceMasterKey.getInstance(
        new SecretKeySpec(key, "AES"), "local", "master", "AES/GCM/NoPadding");
  }
}
