package eu.sotto.ledger;

import eu.sotto.crypto.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Payloads as bytes: version, nonce, fields with a type each, index tokens, retry token. Older
 * versions are read for ever.
 */
final class PayloadFormat {
  static final int NONCE_LENGTH = 32;

  private static final int VERSION = 1;
  private static final int TEXT = 1;
  private static final int NUMBER = 2;
  private static final int TRUE = 3;
  private static final int FALSE = 4;

  private PayloadFormat() {}

  static byte[] write(Payload payload) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      out.write(payload.nonce().toArray());
      out.writeShort(payload.fields().size());
      for (Payload.Field field : payload.fields()) {
        writeText(out, field.name());
        writeValue(out, field.value());
      }
      out.writeShort(payload.tokens().terms().size());
      for (Bytes token : payload.tokens().terms()) {
        writeBytes(out, token.toArray());
      }
      writeBytes(out, payload.tokens().request().toArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static void writeValue(DataOutputStream out, Object value) throws IOException {
    if (value instanceof String text) {
      out.writeByte(TEXT);
      writeText(out, text);
    } else if (value instanceof Long number) {
      out.writeByte(NUMBER);
      out.writeLong(number);
    } else {
      out.writeByte(Boolean.TRUE.equals(value) ? TRUE : FALSE);
    }
  }

  static void writeText(DataOutputStream out, String text) throws IOException {
    writeBytes(out, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void writeBytes(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /**
   * Reads a payload.
   *
   * @throws IllegalArgumentException if the bytes are not one, to the last byte
   */
  static Payload read(byte[] bytes) {
    try {
      ByteBuffer in = ByteBuffer.wrap(bytes);
      if (in.get() != VERSION) {
        throw new IllegalArgumentException("a payload of an unknown version");
      }
      Bytes nonce = Bytes.of(readExactly(in, NONCE_LENGTH));
      List<Payload.Field> fields = new ArrayList<>();
      for (int rest = Short.toUnsignedInt(in.getShort()); rest > 0; rest--) {
        fields.add(new Payload.Field(readText(in), readValue(in)));
      }
      List<Bytes> terms = new ArrayList<>();
      for (int rest = Short.toUnsignedInt(in.getShort()); rest > 0; rest--) {
        terms.add(Bytes.of(readBytes(in)));
      }
      Bytes request = Bytes.of(readBytes(in));
      if (in.hasRemaining()) {
        throw new IllegalArgumentException("a payload goes on behind its end");
      }
      return new Payload(nonce, List.copyOf(fields), new Payload.Tokens(terms, request));
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("a payload is cut", e);
    }
  }

  static Object readValue(ByteBuffer in) {
    int type = in.get();
    return switch (type) {
      case TEXT -> readText(in);
      case NUMBER -> in.getLong();
      case TRUE -> true;
      case FALSE -> false;
      default -> throw new IllegalArgumentException("a payload has a value of unknown type");
    };
  }

  static String readText(ByteBuffer in) {
    return new String(readBytes(in), StandardCharsets.UTF_8);
  }

  private static byte[] readBytes(ByteBuffer in) {
    return readExactly(in, in.getInt());
  }

  private static byte[] readExactly(ByteBuffer in, int length) {
    if (length < 0 || length > in.remaining()) {
      throw new IllegalArgumentException("a payload is cut");
    }
    byte[] bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }
}
