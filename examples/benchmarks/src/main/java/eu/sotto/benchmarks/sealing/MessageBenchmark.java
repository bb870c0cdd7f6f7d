package eu.sotto.benchmarks.sealing;

import com.google.crypto.tink.Aead;
import eu.sotto.crypto.KeyVault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Messages in memory: ours, Tink's envelope, Tink's plain AEAD and the platform's bare cipher. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class MessageBenchmark {
  /** The length of the message in bytes. */
  @Param("1024")
  public int size;

  private static final byte[] AAD =
      "tenant record 4711 transcript".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

  private static final AtomicBoolean WARM = new AtomicBoolean();

  private byte[] message = new byte[0];
  private Ours ours = start();
  private byte[][] sealedByUs = {};
  private ByteBuffer target = ByteBuffer.allocate(0);
  private Aead envelope = tink(true);
  private byte[][] sealedByEnvelope = {};
  private Aead plain = tink(false);
  private byte[] sealedByPlain = new byte[0];
  private Cipher cipher = cipher();
  private SecretKeySpec key = new SecretKeySpec(new byte[32], "AES");
  private byte[] sealedByCipher = new byte[0];
  private byte[] out = new byte[0];
  private long counter;

  /** JMH makes it and sets its fields. */
  public MessageBenchmark() {}

  private static Ours start() {
    try {
      return new Ours();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Aead tink(boolean enveloped) {
    try {
      return enveloped ? Peers.tinkEnvelope() : Peers.tinkAead();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Cipher cipher() {
    try {
      return Cipher.getInstance("AES/GCM/NoPadding");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Makes the message and its ciphertexts.
   *
   * @throws GeneralSecurityException if a peer refuses
   */
  @Setup
  public void prepare() throws GeneralSecurityException {
    message = new byte[size];
    new SecureRandom().nextBytes(message);
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    key = new SecretKeySpec(new byte[32], "AES");
    out = new byte[size + 16];
    warmUpCipher();
    target = ByteBuffer.allocate((int) KeyVault.sealedLength(ours.protection, size));
    int different = size > 64 * 1024 ? 1 : 16;
    sealedByUs = new byte[different][];
    sealedByEnvelope = new byte[different][];
    for (int i = 0; i < different; i++) {
      sealedByUs[i] = ours.vault.seal(ours.protection, ours.context, message);
      sealedByEnvelope[i] = envelope.encrypt(message, AAD);
    }
    sealedByPlain = plain.encrypt(message, AAD);
    counter = 0;
    key = new SecretKeySpec(random, "AES");
    jcaSeal();
    sealedByCipher = out.clone();
  }

  /**
   * Has the platform's cipher compiled by many calls: a message of many MiB is one call, and in a
   * fresh process the first hundreds of such calls are interpreted, at a hundredth of the speed.
   */
  private void warmUpCipher() throws GeneralSecurityException {
    if (WARM.compareAndSet(false, true)) {
      warmUpCipher(16 * 1024, 5_000);
      warmUpCipher(256 * 1024, 1_000);
    }
  }

  private void warmUpCipher(int length, int times) throws GeneralSecurityException {
    byte[] plain = new byte[length];
    byte[] sealed = new byte[plain.length + 16];
    for (int i = 0; i < times; i++) {
      GCMParameterSpec at = new GCMParameterSpec(128, nonce(++counter));
      cipher.init(Cipher.ENCRYPT_MODE, key, at);
      cipher.doFinal(plain, 0, plain.length, sealed, 0);
      cipher.init(Cipher.DECRYPT_MODE, key, at);
      cipher.doFinal(sealed, 0, sealed.length, plain, 0);
    }
  }

  /** Another message each time, so that no cipher finds the key of the last one. */
  private byte[] another(byte[][] messages) {
    return messages[(int) (++counter % messages.length)];
  }

  /** Ends the vault. */
  @TearDown
  public void end() {
    ours.close();
  }

  /**
   * Ours.
   *
   * @return the ciphertext
   */
  @Benchmark
  public byte[] sottoSeal() {
    return ours.vault.seal(ours.protection, ours.context, message);
  }

  /**
   * Ours.
   *
   * @return the plaintext
   */
  @Benchmark
  public byte[] sottoOpen() {
    return ours.vault.open(ours.context, another(sealedByUs));
  }

  /**
   * Ours, into a buffer that is there already.
   *
   * @return the number of bytes
   */
  @Benchmark
  public int bufferSeal() {
    ours.vault.seal(ours.protection, ours.context, ByteBuffer.wrap(message), target.clear());
    return target.position();
  }

  /**
   * Ours, into a buffer that is there already.
   *
   * @return the number of bytes
   */
  @Benchmark
  public int bufferOpen() {
    ours.vault.open(ours.context, ByteBuffer.wrap(another(sealedByUs)), target.clear());
    return target.position();
  }

  /**
   * Tink's envelope.
   *
   * @return the ciphertext
   * @throws GeneralSecurityException never
   */
  @Benchmark
  public byte[] envelopeSeal() throws GeneralSecurityException {
    return envelope.encrypt(message, AAD);
  }

  /**
   * Tink's envelope.
   *
   * @return the plaintext
   * @throws GeneralSecurityException never
   */
  @Benchmark
  public byte[] envelopeOpen() throws GeneralSecurityException {
    return envelope.decrypt(another(sealedByEnvelope), AAD);
  }

  /**
   * Tink's plain AEAD.
   *
   * @return the ciphertext
   * @throws GeneralSecurityException never
   */
  @Benchmark
  public byte[] tinkSeal() throws GeneralSecurityException {
    return plain.encrypt(message, AAD);
  }

  /**
   * Tink's plain AEAD.
   *
   * @return the plaintext
   * @throws GeneralSecurityException never
   */
  @Benchmark
  public byte[] tinkOpen() throws GeneralSecurityException {
    return plain.decrypt(sealedByPlain, AAD);
  }

  /**
   * The bare cipher, into an array that is there already.
   *
   * @return the number of bytes
   * @throws GeneralSecurityException never
   */
  @Benchmark
  public int jcaSeal() throws GeneralSecurityException {
    cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(128, nonce(++counter)));
    return cipher.doFinal(message, 0, size, out, 0);
  }

  /**
   * The bare cipher, into an array that is there already.
   *
   * @return the number of bytes
   * @throws GeneralSecurityException never
   */
  @Benchmark
  public int jcaOpen() throws GeneralSecurityException {
    cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(128, nonce(1)));
    return cipher.doFinal(sealedByCipher, 0, sealedByCipher.length, out, 0);
  }

  private static byte[] nonce(long counter) {
    return ByteBuffer.allocate(12).putLong(counter).array();
  }
}
