package eu.sotto.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Source: c2sp.org/chunked-encryption, and its vectors' own instructions on how to apply them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CobblestoneVectorsTest {
  private final Primitives primitives = new Primitives(null);
  private final KeyCache noKeys =
      new KeyCache(
          1,
          java.time.Duration.ofSeconds(1),
          System::nanoTime,
          id -> {
            throw new CryptoException.KeyNotFound(id);
          },
          primitives::forget);
  private List<Wycheproof> vectors = List.of();

  @BeforeAll
  void read() {
    vectors = Wycheproof.read("c2sp_chunked_encryption_aes_256_gcm_test.json");
    assertThat(vectors).hasSize(35);
  }

  private static byte[] ciphertext(Wycheproof vector) {
    try (InputStream inflater =
        new InflaterInputStream(new ByteArrayInputStream(vector.bytes("ct")))) {
      return inflater.readAllBytes();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String sha512(byte[] message) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-512").digest(message));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void assertIsMessage(byte[] plain, Wycheproof vector) {
    assertThat(plain).as(vector.toString()).hasSize(vector.number("msgLength"));
    assertThat(sha512(plain)).as(vector.toString()).isEqualTo(vector.text("msgSha512"));
  }

  /** The keys of a vector, or null if its key or prefix is refused. */
  private @Nullable Payload begin(Wycheproof vector, byte[] sealed) {
    if (sealed.length < Payload.PREFIX) {
      return null;
    }
    try {
      byte[] salt = Arrays.copyOf(sealed, Payload.SALT);
      Payload payload = Payload.derive(primitives, vector.bytes("key"), salt, vector.bytes("ctx"));
      return payload.isCommittedTo(sealed, Payload.SALT) ? payload : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  @Test
  void inMemoryEachVectorOpensWholeOrNotAtAll() {
    for (Wycheproof vector : vectors) {
      byte[] sealed = ciphertext(vector);
      @Nullable Payload payload = begin(vector, sealed);
      assertThat(payload == null).as(vector.toString()).isEqualTo(vector.has("HeaderFailure"));
      if (payload == null) {
        assertThat(vector.isInvalid()).isTrue();
        continue;
      }
      long length = Payload.plainLength(sealed.length - Payload.PREFIX);
      byte[] plain = new byte[(int) Math.max(0, length)];
      ByteBuffer chunks = ByteBuffer.wrap(sealed, Payload.PREFIX, sealed.length - Payload.PREFIX);
      boolean opens = length >= 0 && payload.openAll(chunks, ByteBuffer.wrap(plain));
      assertThat(opens).as(vector.toString()).isEqualTo(vector.isValid());
      if (opens) {
        assertIsMessage(plain, vector);
      } else {
        assertThat(plain).as("nothing is released").isEqualTo(new byte[plain.length]);
      }
    }
  }

  @Test
  void streamedEachVectorReleasesAtMostItsValidPrefixAndGoesOnFailing() throws IOException {
    for (Wycheproof vector : vectors) {
      byte[] sealed = ciphertext(vector);
      @Nullable Payload payload = begin(vector, sealed);
      if (payload == null) {
        continue;
      }
      InputStream chunks =
          new ByteArrayInputStream(sealed, Payload.PREFIX, sealed.length - Payload.PREFIX);
      Sealer.Opened opened = new Sealer.Opened(payload, new Leases(noKeys));
      try (OpeningInputStream stream = new OpeningInputStream(chunks, opened)) {
        ByteArrayOutputStream released = new ByteArrayOutputStream();
        if (vector.isValid()) {
          stream.transferTo(released);
          assertThat(stream.read()).isEqualTo(-1);
          assertIsMessage(released.toByteArray(), vector);
        } else {
          assertThatThrownBy(() -> stream.transferTo(released))
              .as(vector.toString())
              .isInstanceOf(CryptoException.Tampered.class);
          assertThatThrownBy(stream::read).isInstanceOf(CryptoException.Tampered.class);
          assertIsPrefix(released.toByteArray(), vector);
        }
      }
    }
  }

  private static void assertIsPrefix(byte[] released, Wycheproof vector) {
    if (vector.has("PartialPlaintext")) {
      assertIsMessage(released, vector);
    } else {
      assertThat(released).as(vector.toString()).isEmpty();
    }
  }

  @Test
  void throughAChannelEachVectorReadsWholeOrFails(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("sealed");
    for (Wycheproof vector : vectors) {
      byte[] sealed = ciphertext(vector);
      @Nullable Payload payload = begin(vector, sealed);
      if (payload == null) {
        continue;
      }
      Files.write(file, sealed);
      Sealer.Opened opened = new Sealer.Opened(payload, new Leases(noKeys));
      if (vector.isValid()) {
        try (SeekableByteChannel channel = channel(file, opened)) {
          ByteBuffer plain = ByteBuffer.allocate((int) channel.size());
          while (channel.read(plain) >= 0 && plain.hasRemaining()) {}
          assertIsMessage(plain.array(), vector);
        }
      } else {
        assertThatThrownBy(
                () -> {
                  try (SeekableByteChannel channel = channel(file, opened)) {
                    assertThat(vector.has("ValidFinalChunk")).as(vector.toString()).isTrue();
                    while (channel.read(ByteBuffer.allocate(1 << 16)) >= 0) {}
                  }
                })
            .as(vector.toString())
            .isInstanceOf(CryptoException.Tampered.class);
      }
    }
  }

  private static OpeningChannel channel(Path file, Sealer.Opened opened) throws IOException {
    return OpeningChannel.over(FileChannel.open(file), opened, Payload.PREFIX);
  }

  @Test
  void sealingTheMessageOfAValidVectorGivesItsCiphertext() {
    int valid = 0;
    for (Wycheproof vector : vectors) {
      if (vector.isValid()) {
        byte[] sealed = ciphertext(vector);
        Payload payload = java.util.Objects.requireNonNull(begin(vector, sealed));
        byte[] plain = new byte[vector.number("msgLength")];
        ByteBuffer chunks = ByteBuffer.wrap(sealed, Payload.PREFIX, sealed.length - Payload.PREFIX);
        assertThat(payload.openAll(chunks, ByteBuffer.wrap(plain))).isTrue();
        byte[] again =
            Arrays.copyOf(sealed, Payload.PREFIX + (int) Payload.sealedLength(plain.length));
        Arrays.fill(again, Payload.PREFIX, again.length, (byte) 0);
        payload.sealAll(
            ByteBuffer.wrap(plain),
            ByteBuffer.wrap(again, Payload.PREFIX, again.length - Payload.PREFIX));
        assertThat(again).isEqualTo(sealed);
        valid++;
      }
    }
    assertThat(valid).isEqualTo(10);
  }
}
